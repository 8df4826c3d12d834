//! `/articles`: what can be quoted here.

use super::{Context, Done};
use crate::discord::visit::Visit;

/// Lists the articles, to who asks alone: a list is long, and its pages are turned by one person.
#[poise::command(slash_command, install_context = "Guild|User", interaction_context = "Guild|BotDm|PrivateChannel")]
pub async fn articles(context: Context<'_>) -> Done {
    let visit = Visit::by_command(context.framework.user_data, context.interaction, true);
    visit.answers(visit.lists(0)).await;
    Ok(())
}
