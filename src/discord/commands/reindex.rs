//! `/reindex`: builds the index anew, and says how far it is.

use std::sync::Arc;

use super::{Context, Done};
use crate::card::Card;
use crate::desk::newsroom::Progress;
use crate::discord::session::Session;

/// Builds the index of the library that the asker may change.
#[poise::command(
    slash_command,
    default_member_permissions = "MANAGE_GUILD",
    install_context = "Guild|User",
    interaction_context = "Guild|BotDm|PrivateChannel"
)]
pub async fn reindex(context: Context<'_>) -> Done {
    let session = Session::of(context);
    let progress = Arc::new(Progress::default());
    let work = async {
        let done = session.took(session.newsroom().reindexes(session.editor()?, progress.clone()).await)?;
        Ok(Card::reindexed(&done, session.words()))
    };
    session.visit.answers_by_steps(work, &|| Card::progress(progress.at(), session.words())).await;
    Ok(())
}
