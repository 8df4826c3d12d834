//! `/settings`: what a server has set, to be changed by buttons and selects.

use super::{Context, Done};
use crate::card::Card;
use crate::discord::session::Session;

/// Shows what the server has set.
#[poise::command(
    slash_command,
    default_member_permissions = "MANAGE_GUILD",
    install_context = "Guild|User",
    interaction_context = "Guild|BotDm|PrivateChannel"
)]
pub async fn settings(context: Context<'_>) -> Done {
    let session = Session::of(context);
    let work = async {
        let (guild, _) = session.authority.manager(session.words())?;
        Ok(Card::settings(&session.visit.bureau.rules.of(Some(guild)), session.words()))
    };
    session.answers(work).await
}
