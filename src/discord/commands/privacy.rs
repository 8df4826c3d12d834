//! `/privacy`: what is kept of who asks, until when, and how to have it deleted.

use super::{Context, Done};
use crate::discord::visit::Visit;

/// Holds its subcommands; Discord runs it by none of its own.
#[poise::command(
    slash_command,
    subcommands("show", "delete"),
    subcommand_required,
    install_context = "Guild|User",
    interaction_context = "Guild|BotDm|PrivateChannel"
)]
pub async fn privacy(_: Context<'_>) -> Done {
    Ok(())
}

/// Lists it, to who asks alone.
#[poise::command(slash_command)]
async fn show(context: Context<'_>) -> Done {
    let visit = Visit::by_command(context.framework.user_data, context.interaction, true);
    visit.answers(visit.lists_what_is_kept()).await;
    Ok(())
}

/// Deletes what may be deleted.
#[poise::command(slash_command)]
async fn delete(context: Context<'_>) -> Done {
    let visit = Visit::by_command(context.framework.user_data, context.interaction, true);
    visit.answers(visit.deletes_what_is_kept()).await;
    Ok(())
}
