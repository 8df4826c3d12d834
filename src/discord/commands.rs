//! The commands: what Discord is told of them, and the handlers, one file each.
//!
//! Their descriptions come from the language files, by the command's and the option's name.

use std::sync::Arc;

use super::bureau::Bureau;
use crate::card::Words;

mod article;
mod articles;
mod ask;
mod doctor;
mod feed;
mod find_source;
mod help;
mod on_error;
mod privacy;
mod reindex;
mod settings;
mod suggestions;
mod takeaway;
mod wording;

/// What a handler gets.
pub type Context<'a> = poise::ApplicationContext<'a, Arc<Bureau>, anyhow::Error>;

/// A command of this bot.
pub type Command = poise::Command<Arc<Bureau>, anyhow::Error>;

/// What a handler yields; what goes wrong inside an answer never gets here.
pub type Done = anyhow::Result<()>;

/// All commands, worded.
pub fn all() -> Vec<Command> {
    let mut commands =
        vec![ask::ask(), takeaway::takeaway(), articles::articles(), find_source::find_source(), help::help(), privacy::privacy()];
    commands.extend([article::article(), feed::feed(), reindex::reindex(), settings::settings(), doctor::doctor()]);
    commands.iter_mut().for_each(wording::word);
    commands
}

/// poise, told to leave everything alone but the commands.
pub fn options() -> poise::FrameworkOptions<Arc<Bureau>, anyhow::Error> {
    poise::FrameworkOptions {
        commands: all(),
        on_error: |error| Box::pin(on_error::on_error(error)),
        allowed_mentions: Some(poise::serenity_prelude::CreateAllowedMentions::new()),
        prefix_options: poise::PrefixFrameworkOptions { mention_as_prefix: false, ..Default::default() },
        initialize_owners: false,
        ..Default::default()
    }
}

/// In which languages somebody reads of the commands.
#[derive(Clone, Copy)]
pub struct Reads {
    /// The bot's words for them.
    pub words: Words,
    /// What their own client shows the commands in, whatever the server has set.
    pub names: Words,
}

/// How each command is called and what it does: the same lines for `/help` and the README.
///
/// A command that has subcommands cannot be run itself; they stand in its place.
pub fn lines<'a>(commands: impl IntoIterator<Item = &'a Command>, reads: Reads) -> Vec<(String, String)> {
    commands.into_iter().flat_map(|command| lines_within("/", "command", command, reads)).collect()
}

/// The lines of a command below what is typed before it, with the key of what stands above it.
fn lines_within(typed: &str, above: &str, command: &Command, reads: Reads) -> Vec<(String, String)> {
    let about = format!("{above}-{}", wording::key(&command.name));
    let name = reads.names.says(&format!("{about}-name")).unwrap_or_else(|| command.name.to_string());
    if command.subcommands.is_empty() {
        return vec![(usage(&format!("{typed}{name}"), command, reads.names), reads.words.say(&about))];
    }
    let typed = format!("{typed}{name} ");
    command.subcommands.iter().flat_map(|below| lines_within(&typed, &about, below, reads)).collect()
}

/// As it is typed: `/ask question [article]`; a message menu's command is named by itself.
fn usage(typed: &str, command: &Command, names: Words) -> String {
    if let Some(name) = &command.context_menu_name {
        return name.to_string();
    }
    let option = |option: &poise::CommandParameter<_, _>| {
        let name = names.says(&format!("option-{}-name", wording::key(&option.name))).unwrap_or_else(|| option.name.to_string());
        if option.required { name } else { format!("[{name}]") }
    };
    let parts = std::iter::once(typed.to_owned()).chain(command.parameters.iter().map(option));
    parts.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_readme_lists_the_commands_as_they_are() {
        let rows: Vec<String> = lines(&all(), Reads { words: Words::ENGLISH, names: Words::ENGLISH })
            .iter()
            .map(|(usage, what)| format!("| `{usage}` | {what} |"))
            .collect();
        let expected = format!("| Command | What it does |\n|---|---|\n{}", rows.join("\n"));
        let readme = include_str!("../../README.md");
        let (_, after) = readme.split_once("<!-- commands -->").expect("the README marks where the commands begin");
        let (table, _) = after.split_once("<!-- /commands -->").expect("the README marks where the commands end");
        assert_eq!(table.trim(), expected, "put this into README.md between the two marks");
    }

    #[test]
    fn every_command_is_for_guilds_and_people_everywhere() {
        for command in all() {
            assert_eq!(command.install_context.as_ref().map(Vec::len), Some(2), "{}", command.name);
            assert_eq!(command.interaction_context.as_ref().map(Vec::len), Some(3), "{}", command.name);
        }
    }
}
