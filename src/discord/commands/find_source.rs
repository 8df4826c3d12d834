//! The message menu's "Find the source": the quote closest to a message.

use poise::serenity_prelude as serenity;

use super::{Context, Done};
use crate::discord::visit::Visit;

/// Looks for what a message says, and shows it to who asked alone: whose message it is did not ask.
#[poise::command(
    context_menu_command = "Find the source",
    install_context = "Guild|User",
    interaction_context = "Guild|BotDm|PrivateChannel"
)]
pub async fn find_source(context: Context<'_>, message: serenity::Message) -> Done {
    let visit = Visit::by_command(context.framework.user_data, context.interaction, true);
    let embeds = message.embeds.iter().filter_map(|embed| embed.description.as_deref());
    let said: Vec<&str> = std::iter::once(message.content.as_str()).chain(embeds).collect();
    visit.answers(visit.finds_source(&said.join("\n"))).await;
    Ok(())
}
