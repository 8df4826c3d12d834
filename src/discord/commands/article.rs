//! `/article`: the articles of a library, for those who answer for it.

use poise::serenity_prelude as serenity;

use super::suggestions::{ids, kept_ids};
use super::{Context, Done};
use crate::article::Draft;
use crate::card::Card;
use crate::desk::newsroom::{EditError, Refusal, Source};
use crate::discord::editing::PAGE;
use crate::discord::session::Session;

/// Holds the subcommands; Discord does not run it by itself.
#[poise::command(
    slash_command,
    subcommands("add", "list", "show", "remove", "versions", "log", "purge"),
    subcommand_required,
    default_member_permissions = "MANAGE_GUILD",
    install_context = "Guild|User",
    interaction_context = "Guild|BotDm|PrivateChannel"
)]
pub async fn article(_: Context<'_>) -> Done {
    Ok(())
}

/// Shows what an address or a file would bring, to be confirmed.
#[poise::command(slash_command)]
async fn add(context: Context<'_>, url: Option<String>, file: Option<serenity::Attachment>) -> Done {
    let session = Session::of(context);
    let work = async {
        let editor = session.editor()?;
        let (draft, source) = session.took(read(&session, url.as_deref(), file.as_ref()).await)?;
        let preview = session.took(session.newsroom().previews(&draft).await)?;
        let proposed = session.took(session.newsroom().proposes(editor, &draft, source).await)?;
        Ok(Card::preview(&preview, &proposed, editor, session.words()))
    };
    session.answers(work).await
}

/// Lists the library's own articles.
#[poise::command(slash_command)]
async fn list(context: Context<'_>) -> Done {
    let session = Session::of(context);
    let work = async {
        let editor = session.editor()?;
        Ok(Card::library(&session.newsroom().lists(editor).await?, 0, PAGE, editor, session.words()))
    };
    session.answers(work).await
}

/// Shows what is known of an article.
#[poise::command(slash_command)]
async fn show(context: Context<'_>, #[autocomplete = "kept_ids"] id: String) -> Done {
    let session = Session::of(context);
    let work = async {
        let (listed, article, quoted) = session.took(session.newsroom().shows(session.editor()?, &id).await)?;
        Ok(Card::article(&listed, &article, quoted, session.words()))
    };
    session.answers(work).await
}

/// Retires an article.
#[poise::command(slash_command)]
async fn remove(context: Context<'_>, #[autocomplete = "ids"] id: String) -> Done {
    let session = Session::of(context);
    let work = async {
        session.took(session.newsroom().removes(session.editor()?, &id).await)?;
        Ok(Card::notice(None, session.words().say_with("removed", &[("id", &id)])))
    };
    session.answers(work).await
}

/// Shows an article's versions and what changed.
#[poise::command(slash_command)]
async fn versions(context: Context<'_>, #[autocomplete = "kept_ids"] id: String) -> Done {
    let session = Session::of(context);
    let work = async {
        let versions = session.took(session.newsroom().versions(session.editor()?, &id).await)?;
        Ok(Card::versions(&id, &versions, session.words()))
    };
    session.answers(work).await
}

/// Shows who changed what, and when.
#[poise::command(slash_command)]
async fn log(context: Context<'_>) -> Done {
    let session = Session::of(context);
    let work = async {
        let editor = session.editor()?;
        Ok(Card::log(&session.newsroom().logged(editor).await?, editor, session.words()))
    };
    session.answers(work).await
}

/// Asks whether to delete an article's text for good.
#[poise::command(slash_command)]
async fn purge(context: Context<'_>, #[autocomplete = "kept_ids"] id: String) -> Done {
    let session = Session::of(context);
    let work = async {
        let proposed = session.took(session.newsroom().proposes_purge(session.editor()?, &id).await)?;
        Ok(Card::purge(&id, &proposed, session.words()))
    };
    session.answers(work).await
}

/// Reads the one that was given.
async fn read(session: &Session<'_>, url: Option<&str>, file: Option<&serenity::Attachment>) -> Result<(Draft, Source), EditError> {
    match (url, file) {
        (Some(url), None) => session.newsroom().reads_address(url).await,
        (None, Some(file)) => {
            let bytes = session.visit.bureau.uploads.fetches(file).await?;
            session.newsroom().reads_file(&file.filename, bytes).await
        }
        _ => Err(Refusal::OneOf.into()),
    }
}
