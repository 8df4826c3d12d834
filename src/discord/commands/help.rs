//! `/help`: how to ask, what is quoted, who runs the bot.

use super::{Command, Context, Done, Reads, lines};
use crate::card::{Card, Words};
use crate::discord::authority::Authority;
use crate::discord::visit::Visit;

/// Explains the bot to who asks.
#[poise::command(slash_command, install_context = "Guild|User", interaction_context = "Guild|BotDm|PrivateChannel")]
pub async fn help(context: Context<'_>) -> Done {
    let visit = Visit::by_command(context.framework.user_data, context.interaction, true);
    let work = async {
        let articles = visit.bureau.desk.articles(visit.guild).await?.len();
        let edits = Authority::by_command(visit.bureau, context.interaction).edits();
        let reads = Reads { words: visit.words, names: Words::of(&context.interaction.locale) };
        let offered = |command: &&Command| edits || command.default_member_permissions.is_empty();
        let commands = lines(context.framework.options.commands.iter().filter(offered), reads);
        Ok(Card::help(&commands, articles, &visit.bureau.run_by, &visit.words))
    };
    visit.answers(work).await;
    Ok(())
}
