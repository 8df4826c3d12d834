//! The settings: `config/takeaway.toml` over the defaults that are compiled in, and the environment over both.

use std::path::{Path, PathBuf};

use secrecy::SecretString;
use serde::Deserialize;
use toml::{Table, Value};

use crate::answer::Thresholds;
use crate::intake::guard::Exceptions;
use crate::library::guilds::GuildLimits;

pub mod intake;
pub mod outlets;

use intake::IntakeSettings;
use outlets::OutletSettings;

/// The defaults: the file as it comes with the program.
const DEFAULTS: &str = include_str!("../config/takeaway.toml");

/// What the names of overriding variables begin with.
pub const PREFIX: &str = "TAKEAWAY_";

/// A week: the longest that a feed may wait.
const MOST_MINUTES: u64 = 7 * 24 * 60;

/// All settings, valid.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// What may be shown of each outlet's articles.
    pub outlets: Vec<OutletSettings>,
    /// What is kept.
    pub library: LibrarySettings,
    /// When to answer.
    pub answer: AnswerSettings,
    /// How addresses are fetched.
    pub intake: IntakeSettings,
    /// The bot.
    pub discord: DiscordSettings,
    /// What is logged.
    pub log: LogSettings,
}

/// See `[library]` in the file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LibrarySettings {
    /// In bytes.
    pub max_article_bytes: usize,
    /// A file, or empty.
    pub synonyms: String,
    /// That a server may have of its own.
    pub guild_articles: usize,
    /// Of text, in all versions.
    pub guild_bytes: usize,
}

impl LibrarySettings {
    /// What a server may keep.
    pub fn guild_limits(&self) -> GuildLimits {
        GuildLimits { articles: self.guild_articles, bytes: self.guild_bytes }
    }
}

/// See `[answer]` in the file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerSettings {
    /// From here on an answer is given as such; 0 to 1.
    pub sure: f32,
    /// From here on the closest passage is shown; 0 to `sure`.
    pub close: f32,
    /// In words.
    pub max_quoted_words: usize,
}

impl AnswerSettings {
    /// Both thresholds.
    pub fn thresholds(&self) -> Thresholds {
        Thresholds { sure: self.sure, close: self.close }
    }
}

/// See `[discord]` in the file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DiscordSettings {
    /// An address, or empty.
    pub api: String,
    /// An address, or empty.
    pub gateway: String,
    /// Numbers of users.
    pub owners: Vec<u64>,
    /// For one person.
    pub questions_per_minute: u32,
    /// In milliseconds.
    pub defer_after_ms: u64,
    /// A line for `/help`, or empty.
    pub run_by: String,
}

/// See `[log]` in the file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogSettings {
    /// A level or a filter.
    pub level: String,
    /// One object a line.
    pub json: bool,
    /// Log what people ask.
    pub questions: bool,
}

/// Why the settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// The file cannot be read.
    #[error("cannot read the settings `{file}`; check its path and that it may be read")]
    Read {
        /// Which one.
        file: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The file is not TOML.
    #[error("`{file}` is not valid TOML: {message}")]
    Syntax {
        /// Which one.
        file: PathBuf,
        /// Where and what.
        message: String,
    },
    /// A key or a value is wrong.
    #[error("{0}; `config/takeaway.toml` lists every setting with its default")]
    Value(String),
    /// The token cannot be read.
    #[error("cannot read the token from `{file}`, which DISCORD_TOKEN_FILE names")]
    Token {
        /// Which one.
        file: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
}

impl Settings {
    /// Reads the settings: defaults, then `file` if there is one, then `environment`.
    pub fn load(file: Option<&Path>, environment: impl IntoIterator<Item = (String, String)>) -> Result<Settings, SettingsError> {
        let mut table: Table = DEFAULTS.parse().expect("the defaults are compiled in and tested");
        if let Some(file) = file {
            let text = std::fs::read_to_string(file).map_err(|source| SettingsError::Read { file: file.to_owned(), source })?;
            let given: Table =
                text.parse().map_err(|e: toml::de::Error| SettingsError::Syntax { file: file.to_owned(), message: e.to_string() })?;
            lay_over(&mut table, given);
        }
        for (name, value) in environment {
            override_one(&mut table, &name, &value)?;
        }
        let from = file.map(|file| format!("`{}`: ", file.display())).unwrap_or_default();
        let wrong = |e: toml::de::Error| SettingsError::Value(format!("{from}{}", e.to_string().trim().replace('\n', ", ")));
        let settings: Settings = table.try_into().map_err(wrong)?;
        settings.checked()
    }

    fn checked(self) -> Result<Settings, SettingsError> {
        let wrong = |message: String| Err(SettingsError::Value(message));
        let AnswerSettings { sure, close, .. } = self.answer;
        if !(0.0 <= close && close <= sure && sure <= 1.0) {
            return wrong(format!("`answer.close` is {close} and `answer.sure` is {sure}; they must rise from 0 to 1"));
        }
        for (name, address) in [("discord.api", &self.discord.api), ("discord.gateway", &self.discord.gateway)] {
            if !address.is_empty() && url::Url::parse(address).is_err() {
                return wrong(format!("`{name}` is `{address}`, which is no address"));
            }
        }
        if let Err(entry) = Exceptions::parse(&self.intake.exceptions) {
            return wrong(format!("`intake.exceptions` holds `{entry}`; give networks such as 10.0.0.0/8, or `host:port`"));
        }
        if !(1..=MOST_MINUTES).contains(&self.intake.refresh_minutes) {
            return wrong(format!("`intake.refresh_minutes` is {}; give 1 to {MOST_MINUTES}", self.intake.refresh_minutes));
        }
        if self.intake.timeout_s == 0 || self.intake.most_bytes == 0 {
            return wrong("`intake.timeout_s` or `intake.most_bytes` is 0, so that nothing could be fetched".into());
        }
        if let Some(fault) = self.outlets.iter().find_map(OutletSettings::fault) {
            return wrong(format!("an entry of `outlets` {fault}"));
        }
        if let Some(part) = unknown_level(&self.log.level) {
            return wrong(format!("`log.level` holds `{part}`; give off, error, warn, info, debug or trace, or `crate=level`"));
        }
        if self.library.max_article_bytes == 0 || self.answer.max_quoted_words == 0 {
            return wrong("`library.max_article_bytes` or `answer.max_quoted_words` is 0, so that nothing could be kept or quoted".into());
        }
        if self.discord.questions_per_minute == 0 {
            return wrong("`discord.questions_per_minute` is 0, so that nobody could ask".into());
        }
        if self.discord.defer_after_ms > 2500 {
            return wrong(format!(
                "`discord.defer_after_ms` is {}; Discord gives up after 3000, so 2500 is the most",
                self.discord.defer_after_ms
            ));
        }
        Ok(self)
    }
}

/// The first part of a log filter that is neither a level nor a part's name with one.
fn unknown_level(filter: &str) -> Option<&str> {
    let level = |part: &str| part.parse::<tracing::level_filters::LevelFilter>().is_ok();
    let known = |part: &str| level(part) || part.split_once('=').is_some_and(|(name, part)| !name.is_empty() && level(part));
    filter.split(',').map(str::trim).find(|part| !known(part))
}

/// Lays a file's tables over the defaults, key by key.
fn lay_over(table: &mut Table, given: Table) {
    for (key, value) in given {
        match (table.get_mut(&key), value) {
            (Some(Value::Table(below)), Value::Table(above)) => lay_over(below, above),
            (_, value) => {
                table.insert(key, value);
            }
        }
    }
}

/// `TAKEAWAY_ANSWER_SURE` sets `answer.sure`, as a value of the kind that the default has.
fn override_one(table: &mut Table, name: &str, value: &str) -> Result<(), SettingsError> {
    let Some(path) = name.strip_prefix(PREFIX) else { return Ok(()) };
    let path = path.to_ascii_lowercase();
    let found = table.iter_mut().find_map(|(section, keys)| {
        let key = path.strip_prefix(section.as_str())?.strip_prefix('_')?;
        keys.as_table_mut()?.get_mut(key)
    });
    let Some(place) = found else {
        return Err(SettingsError::Value(format!("the environment's `{name}` overrides no setting")));
    };
    let parsed = match place {
        Value::String(_) => Some(Value::String(value.to_owned())),
        _ => format!("value = {value}").parse::<Table>().ok().and_then(|mut t| t.remove("value")),
    };
    let same = |value: &Value| value.same_type(place) || matches!((value, &*place), (Value::Integer(_), Value::Float(_)));
    *place =
        parsed.filter(same).ok_or_else(|| SettingsError::Value(format!("the environment's `{name}` is `{value}`, which does not fit")))?;
    Ok(())
}

/// The bot's token from `DISCORD_TOKEN` or the file that `DISCORD_TOKEN_FILE` names; `None` where neither is set.
pub fn token(environment: impl Fn(&str) -> Option<String>) -> Result<Option<SecretString>, SettingsError> {
    let given = |name: &str| environment(name).filter(|value| !value.trim().is_empty());
    if let Some(token) = given("DISCORD_TOKEN") {
        return Ok(Some(token.trim().to_owned().into()));
    }
    let Some(file) = given("DISCORD_TOKEN_FILE").map(PathBuf::from) else { return Ok(None) };
    let text = std::fs::read_to_string(&file).map_err(|source| SettingsError::Token { file, source })?;
    Ok(Some(text.trim().to_owned().into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(name: &str, value: &str) -> Result<Settings, SettingsError> {
        Settings::load(None, [(name.to_owned(), value.to_owned())])
    }

    #[test]
    fn the_file_that_comes_with_the_program_is_valid() {
        assert!(Settings::load(None, []).is_ok());
    }

    #[test]
    fn the_environment_overrides_one_setting() {
        let settings = with("TAKEAWAY_ANSWER_SURE", "0.9").expect("it fits");
        assert!((settings.answer.sure - 0.9).abs() < 1e-6);
        assert_eq!(with("TAKEAWAY_DISCORD_OWNERS", "[7]").expect("it fits").discord.owners, [7]);
    }

    #[test]
    fn what_does_not_fit_is_refused_with_its_name() {
        let message = |result: Result<Settings, SettingsError>| result.expect_err("it does not fit").to_string();
        assert!(message(with("TAKEAWAY_ANSWER_SURE", "very")).contains("TAKEAWAY_ANSWER_SURE"));
        assert!(message(with("TAKEAWAY_ANSWER_SHURE", "0.9")).contains("overrides no setting"));
        assert!(message(with("TAKEAWAY_INTAKE_EXCEPTIONS", "[\"some where\"]")).contains("`some where`"));
        assert!(message(with("TAKEAWAY_ANSWER_CLOSE", "0.99")).contains("answer.close"));
        assert!(message(with("TAKEAWAY_LOG_LEVEL", "info,loud")).contains("`loud`"));
        assert!(message(with("TAKEAWAY_ANSWER_MAX_QUOTED_WORDS", "0")).contains("could be kept or quoted"));
        assert_eq!(with("TAKEAWAY_LOG_LEVEL", "warn,takeaway=debug").expect("it fits").log.level, "warn,takeaway=debug");
    }
}
