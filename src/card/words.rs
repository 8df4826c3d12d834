//! The bot's own words in the languages that it speaks: Fluent files in `words/`, compiled in.

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

/// The languages that the bot speaks, English first, which the others fall back to.
pub const SPOKEN: [&str; 6] = ["en", "ru", "fr", "de", "es", "pt"];

/// What readers see, and what editors see.
const FILES: [(&str, [&str; 2]); 6] = [
    ("en", [include_str!("words/en.ftl"), include_str!("words/en-newsroom.ftl")]),
    ("ru", [include_str!("words/ru.ftl"), include_str!("words/ru-newsroom.ftl")]),
    ("fr", [include_str!("words/fr.ftl"), include_str!("words/fr-newsroom.ftl")]),
    ("de", [include_str!("words/de.ftl"), include_str!("words/de-newsroom.ftl")]),
    ("es", [include_str!("words/es.ftl"), include_str!("words/es-newsroom.ftl")]),
    ("pt", [include_str!("words/pt.ftl"), include_str!("words/pt-newsroom.ftl")]),
];

static SPEAKERS: LazyLock<HashMap<&str, FluentBundle<FluentResource>>> = LazyLock::new(|| {
    let bundle = |(code, texts): (&'static str, [&str; 2])| {
        let language = code.parse().expect("the codes are compiled in");
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // The marks that isolate a direction would stand in messages as letters nobody typed.
        bundle.set_use_isolating(false);
        for text in texts {
            let resource = FluentResource::try_new(text.to_owned());
            let resource = resource.unwrap_or_else(|(_, e)| panic!("the words of `{code}` are compiled in and tested: {e:?}"));
            bundle.add_resource(resource).unwrap_or_else(|e| panic!("`{code}` says each thing once: {e:?}"));
        }
        (code, bundle)
    };
    FILES.into_iter().map(bundle).collect()
});

/// The bot's words in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    code: &'static str,
}

impl Words {
    /// English.
    pub const ENGLISH: Words = Words { code: "en" };

    /// For a locale such as `fr` or `es-ES`; English where the bot does not speak it.
    pub fn of(locale: &str) -> Words {
        let code = locale.split(['-', '_']).next().unwrap_or_default();
        Words { code: SPOKEN.into_iter().find(|spoken| *spoken == code).unwrap_or("en") }
    }

    /// The code of the language.
    pub fn code(self) -> &'static str {
        self.code
    }

    /// A message without arguments.
    pub fn say(self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// A message without arguments, if this language has it itself: nothing is taken from English.
    pub fn says(self, key: &str) -> Option<String> {
        let pattern = SPEAKERS[self.code].get_message(key)?.value()?;
        Some(SPEAKERS[self.code].format_pattern(pattern, None, &mut vec![]).into_owned())
    }

    /// A message with arguments.
    pub fn say_with(self, key: &str, arguments: &[(&str, &str)]) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in arguments {
            args.set(*name, FluentValue::from(*value));
        }
        self.format(key, &args)
    }

    /// A message about a number of things, which its plural depends on.
    pub fn count(self, key: &str, name: &str, number: usize) -> String {
        self.counts(key, &[(name, number)])
    }

    /// The same about several numbers.
    pub fn counts(self, key: &str, numbers: &[(&str, usize)]) -> String {
        let mut args = FluentArgs::new();
        for (name, number) in numbers {
            args.set(*name, FluentValue::from(*number));
        }
        self.format(key, &args)
    }

    /// A day as the language writes it.
    pub fn date(self, day: NaiveDate) -> String {
        let mut args = FluentArgs::new();
        // A number, for languages that write the first of a month otherwise; a year is none, it has no comma.
        args.set("day", FluentValue::from(day.day()));
        args.set("month", FluentValue::from(self.say(&format!("month-{}", day.month()))));
        args.set("year", FluentValue::from(day.year().to_string()));
        self.format("date", &args)
    }

    fn format(self, key: &str, args: &FluentArgs<'_>) -> String {
        let bundle = &SPEAKERS[self.code];
        let message = bundle.get_message(key).and_then(|message| message.value());
        let message = message.or_else(|| SPEAKERS["en"].get_message(key).and_then(|m| m.value()));
        let pattern = message.unwrap_or_else(|| panic!("every message that is said stands in English, `{key}` does not"));
        bundle.format_pattern(pattern, Some(args), &mut vec![]).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// The keys of a file: what stands before the first equals sign of a line that begins one.
    fn keys(file: &str) -> BTreeSet<&str> {
        let begins = |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase());
        file.lines().filter(begins).filter_map(|line| line.split_once(" =").map(|(key, _)| key)).collect()
    }

    #[test]
    fn every_language_says_what_english_says() {
        for (code, files) in &FILES[1..] {
            for (file, english) in files.iter().zip(FILES[0].1) {
                assert_eq!(keys(file), keys(english), "`{code}`");
            }
        }
    }

    /// How keys begin whose ends are put together from the names of things: the test cannot see that those are said.
    const MADE: [&str; 7] = ["month-", "command-", "option-", "origin-", "log-", "language-", "privacy-"];

    #[test]
    fn nothing_is_left_in_the_language_files_that_nobody_says() {
        let mut sources = String::new();
        let mut folders = vec![std::path::PathBuf::from("src")];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).expect("tests run in the project's folder") {
                let path = entry.expect("it can be listed").path();
                match path.extension().and_then(|ending| ending.to_str()) {
                    Some("rs") => sources += &std::fs::read_to_string(&path).expect("it is text"),
                    _ if path.is_dir() => folders.push(path),
                    _ => {}
                }
            }
        }
        let made = |key: &str| MADE.iter().any(|part| key.starts_with(part));
        let said = |key: &&&str| sources.contains(&format!("\"{key}\"")) || made(key);
        let all: Vec<&str> = FILES[0].1.iter().flat_map(|file| keys(file)).collect();
        let left: Vec<&&str> = all.iter().filter(|key| !said(key)).collect();
        assert!(left.is_empty(), "{left:?}");
    }
}
