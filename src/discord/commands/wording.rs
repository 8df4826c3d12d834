//! Names and descriptions of commands and options, from the language files.
//!
//! `command-ask` describes `/ask`, `option-article` its option; `command-ask-name` and `option-article-name` are what they are called
//! where that is not English. A subcommand is described under its command's name: `command-privacy-show`.

use std::borrow::Cow;

use super::Command;
use crate::card::{Words, words};

/// Discord's names for the languages that the bot speaks besides English.
const LOCALES: [(&str, &[&str]); 5] = [("de", &["de"]), ("es", &["es-ES", "es-419"]), ("fr", &["fr"]), ("pt", &["pt-BR"]), ("ru", &["ru"])];

/// Words and their locales, as poise wants them.
type Localized = Cow<'static, [(Cow<'static, str>, Cow<'static, str>)]>;

/// Words a command, its options and its subcommands.
pub fn word(command: &mut Command) {
    word_within("command", command);
}

/// The same below what stands for the commands above it: `command`, or `command-privacy`.
fn word_within(above: &str, command: &mut Command) {
    let about = format!("{above}-{}", key(&command.name));
    command.description = Some(Words::ENGLISH.say(&about).into());
    command.description_localizations = localized(&about);
    command.name_localizations = localized(&format!("{about}-name"));
    // A message menu's command takes its message, which nobody types.
    for option in command.parameters.iter_mut().filter(|_| command.slash_action.is_some()) {
        let about = format!("option-{}", key(&option.name));
        option.description = Some(Words::ENGLISH.say(&about).into());
        option.description_localizations = localized(&about);
        option.name_localizations = localized(&format!("{about}-name"));
    }
    command.subcommands.iter_mut().for_each(|below| word_within(&about, below));
}

/// A name as it stands in the language files.
pub fn key(name: &str) -> String {
    name.replace('_', "-")
}

/// What each language but English has to say itself.
fn localized(key: &str) -> Localized {
    let spoken = |code: &str| words::SPOKEN.contains(&code);
    let in_locales = LOCALES.iter().filter(|(code, _)| spoken(code)).flat_map(|(code, locales)| {
        let said = Words::of(code).says(key);
        locales.iter().filter_map(move |locale| Some((Cow::Borrowed(*locale), Cow::Owned(said.clone()?))))
    });
    Cow::Owned(in_locales.collect())
}
