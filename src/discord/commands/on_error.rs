//! What poise itself has to complain of: commands that this version does not have, and panics outside an answer.

use std::sync::Arc;

use anyhow::anyhow;
use poise::FrameworkError;

use crate::discord::bureau::Bureau;
use crate::discord::visit::{Trouble, Visit};

/// Tells the asker, privately; a complaint that nobody waits for is logged.
pub async fn on_error(error: FrameworkError<'_, Arc<Bureau>, anyhow::Error>) {
    let said = error.to_string();
    let (context, trouble) = match error {
        FrameworkError::UnknownInteraction { framework, interaction, .. } => {
            let visit = Visit::by_command(framework.user_data, interaction, true);
            return visit.answers(async { Err(Trouble::Asker(visit.words.say("command-gone"))) }).await;
        }
        FrameworkError::CommandStructureMismatch { ctx, .. } => (Some(ctx), None),
        FrameworkError::CommandPanic { ctx: poise::Context::Application(ctx), .. } => (Some(ctx), Some(anyhow!("a handler panicked"))),
        FrameworkError::Command { ctx: poise::Context::Application(ctx), error, .. } => (Some(ctx), Some(error)),
        _ => (None, None),
    };
    let waits = |context: &poise::ApplicationContext<'_, _, _>| context.interaction_type == poise::CommandInteractionType::Command;
    let Some(context) = context.filter(waits) else {
        return tracing::error!(error = said, "could not answer");
    };
    let visit = Visit::by_command(context.framework.user_data, context.interaction, true);
    let gone = || Trouble::Asker(visit.words.say("command-gone"));
    visit.answers(async { Err(trouble.map_or_else(gone, Trouble::Ours)) }).await;
}
