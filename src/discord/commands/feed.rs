//! `/feed`: the feeds that a library follows.

use super::{Context, Done};
use crate::card::Card;
use crate::discord::session::Session;

/// Holds the subcommands; Discord does not run it by itself.
#[poise::command(
    slash_command,
    subcommands("add", "list", "remove", "refresh"),
    subcommand_required,
    default_member_permissions = "MANAGE_GUILD",
    install_context = "Guild|User",
    interaction_context = "Guild|BotDm|PrivateChannel"
)]
pub async fn feed(_: Context<'_>) -> Done {
    Ok(())
}

/// Follows a feed and reads it.
#[poise::command(slash_command)]
async fn add(context: Context<'_>, url: String) -> Done {
    let session = Session::of(context);
    let work = async {
        let done = session.took(session.newsroom().follows(session.editor()?, url.trim()).await)?;
        Ok(Card::refreshed("feed-added", url.trim(), &done, session.words()))
    };
    session.answers(work).await
}

/// Lists the feeds.
#[poise::command(slash_command)]
async fn list(context: Context<'_>) -> Done {
    let session = Session::of(context);
    let work = async {
        let editor = session.editor()?;
        Ok(Card::feeds(&session.newsroom().followed(editor).await?, editor, session.words()))
    };
    session.answers(work).await
}

/// Follows a feed no longer.
#[poise::command(slash_command)]
async fn remove(context: Context<'_>, url: String) -> Done {
    let session = Session::of(context);
    let work = async {
        session.took(session.newsroom().unfollows(session.editor()?, url.trim()).await)?;
        Ok(Card::notice(None, session.words().say_with("feed-removed", &[("address", url.trim())])))
    };
    session.answers(work).await
}

/// Reads one feed now, or all.
#[poise::command(slash_command)]
async fn refresh(context: Context<'_>, url: Option<String>) -> Done {
    let session = Session::of(context);
    let work = async {
        let address = url.as_deref().map(str::trim);
        let done = session.took(session.newsroom().refreshes(session.editor()?, address).await)?;
        let key = if address.is_some() { "feed-refreshed" } else { "feeds-refreshed" };
        Ok(Card::refreshed(key, address.unwrap_or_default(), &done, session.words()))
    };
    session.answers(work).await
}
