//! `/doctor`: what is missing here, and what to do about it.

use super::{Context, Done};
use crate::card::Card;
use crate::discord::doctor::examines;
use crate::discord::session::Session;

/// Says what keeps the bot from working here.
#[poise::command(
    slash_command,
    default_member_permissions = "MANAGE_GUILD",
    install_context = "Guild|User",
    interaction_context = "Guild|BotDm|PrivateChannel"
)]
pub async fn doctor(context: Context<'_>) -> Done {
    let session = Session::of(context);
    let work = async {
        let missing = examines(&session, context.serenity_context(), context.interaction).await?;
        Ok(Card::doctor(&missing, session.words()))
    };
    session.answers(work).await
}
