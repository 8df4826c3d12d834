//! `/help`: how to ask, what is quoted, who runs the bot.

use super::{Context, Done, lines};
use crate::card::Card;
use crate::discord::visit::Visit;

/// Explains the bot to who asks.
#[poise::command(slash_command, install_context = "Guild|User", interaction_context = "Guild|BotDm|PrivateChannel")]
pub async fn help(context: Context<'_>) -> Done {
    let visit = Visit::by_command(context.framework.user_data, context.interaction, true);
    let work = async {
        let articles = visit.bureau.desk.articles(visit.guild).await?.len();
        let commands = lines(&context.framework.options.commands, visit.words);
        Ok(Card::help(&commands, articles, &visit.bureau.run_by, &visit.words))
    };
    visit.answers(work).await;
    Ok(())
}
