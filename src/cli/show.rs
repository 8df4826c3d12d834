//! Cards and messages as plain text.

use std::borrow::Cow;
use std::io::{IsTerminal, Write as _};

use indicatif::{ProgressBar, ProgressStyle};
use tracing_subscriber::EnvFilter;

use crate::card::{Act, Card, Kind, Words, turns_reading};
use crate::settings::Settings;

/// Crates whose log is about their own housekeeping, unless `log.level` names them.
const QUIET: &[(&str, &str)] = &[("tantivy", "warn"), ("serenity", "warn"), ("poise", "warn"), ("sqlx", "warn")];

/// What spells out requests and frames, and with them tokens and what people typed: never more than this.
const SILENT: &[(&str, &str)] = &[
    ("serenity::http", "error"),
    ("serenity::gateway::ws", "error"),
    ("tungstenite", "warn"),
    ("tokio_tungstenite", "warn"),
    ("reqwest", "warn"),
    ("hyper", "warn"),
    ("hyper_util", "warn"),
    ("h2", "warn"),
    ("rustls", "warn"),
];

/// What is shown in place of a character that would steer the terminal.
const STEERING: char = char::REPLACEMENT_CHARACTER;

/// Prints a line to standard output, [`harmless`]; the error is for [`is_closed`] when nobody reads any more.
macro_rules! say {
    ($($words:tt)*) => {{
        use std::io::Write as _;
        writeln!(std::io::stdout(), "{}", $crate::cli::show::harmless(&format!($($words)*))).map_err($crate::cli::show::unprinted)?
    }};
}
pub(super) use say;

/// Prints a line to standard error, [`harmless`], after the program's name; where nobody reads that, it is left out.
pub fn complain(words: &str) {
    let _ = writeln!(std::io::stderr(), "takeaway: {}", harmless(words));
}

/// What went wrong and why, each cause once: many an error says its cause in its own words.
pub fn causes(error: &anyhow::Error) -> String {
    error.chain().fold(String::new(), |told, cause| {
        let cause = cause.to_string();
        if told.is_empty() {
            cause
        } else if told.contains(&cause) {
            told
        } else {
            format!("{told}: {cause}")
        }
    })
}

/// A text as the terminal may have it: what would steer it, or turn the direction of reading round, is replaced. What is kept is not.
pub fn harmless(text: &str) -> Cow<'_, str> {
    if text.contains(steers) { text.replace(steers, STEERING.encode_utf8(&mut [0; 4])).into() } else { text.into() }
}

/// JSON that means the same, in which what would steer the terminal is escaped.
pub fn json(value: &serde_json::Value) -> String {
    let mut shown = String::new();
    for c in format!("{value:#}").chars() {
        if steers(c) { shown += &format!("\\u{:04x}", u32::from(c)) } else { shown.push(c) }
    }
    shown
}

fn steers(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t')) || turns_reading(c)
}

/// What it means that a line could not be printed; its cause stays, for [`is_closed`].
pub fn unprinted(error: std::io::Error) -> anyhow::Error {
    anyhow::Error::new(error).context("cannot print the answer; check the disk or the program that reads it")
}

/// Whether a command ended because nobody reads what it prints, as in `takeaway article list | head -1`: that is no error.
pub fn is_closed(error: &anyhow::Error) -> bool {
    let closed = |cause: &(dyn std::error::Error + 'static)| {
        cause.downcast_ref::<std::io::Error>().is_some_and(|io| io.kind() == std::io::ErrorKind::BrokenPipe)
    };
    error.chain().any(closed)
}

/// Sends the log to standard error, without times: a person reads it.
pub fn log(settings: &Settings) {
    let level = &settings.log.level;
    let mut filter = EnvFilter::new(level);
    let unnamed = QUIET.iter().filter(|(crate_name, _)| !level.contains(crate_name));
    for directive in unnamed.chain(SILENT).map(|(crate_name, most)| format!("{crate_name}={most}")) {
        filter = filter.add_directive(directive.parse().expect("a directive that is written here"));
    }
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_target(false);
    // A second start in one process, as in tests, keeps the first log.
    let _ = if settings.log.json {
        builder.json().try_init()
    } else if std::io::stderr().is_terminal() {
        builder.without_time().try_init()
    } else {
        builder.with_ansi(false).try_init()
    };
}

/// A bar on a terminal, nothing elsewhere.
pub fn bar(what: &'static str) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len} {eta}").expect("a template that is written here");
    ProgressBar::new(0).with_style(style).with_message(what)
}

/// A card as plain text, topics numbered from 1.
pub fn card(card: &Card) -> String {
    let mut blocks: Vec<String> = vec![];
    let head: Vec<String> = [card.author.clone(), card.title.clone()].into_iter().flatten().collect();
    if !head.is_empty() {
        blocks.push(head.join("\n"));
    }
    blocks.extend(card.lead.clone());
    blocks.extend(card.quote.as_deref().map(quoted));
    blocks.extend(card.speaker.clone());
    if card.kind != Kind::NotCovered {
        blocks.extend(card.body.clone());
    }
    blocks.extend(card.notices.clone());
    let based_on = card.based_on.iter().map(|(name, url)| url.as_ref().map_or_else(|| name.clone(), |url| format!("{name}\n{url}")));
    let foot: Vec<String> =
        Some(card.footer.join(" · ")).filter(|line| !line.is_empty()).into_iter().chain(based_on).chain(card.url.clone()).collect();
    if !foot.is_empty() {
        blocks.push(foot.join("\n"));
    }
    if card.kind == Kind::NotCovered {
        blocks.extend(card.body.clone());
    }
    if !card.topics.is_empty() {
        let lines = card.topics.iter().enumerate().map(|(n, topic)| format!("  {}. {} ({})", n + 1, topic.label(), topic.title));
        blocks.push(lines.collect::<Vec<_>>().join("\n"));
    }
    blocks.join("\n\n")
}

/// The buttons below a card in one line, numbered on from its topics.
pub fn acts(acts: &[Act], topics: usize) -> String {
    let numbered = acts.iter().enumerate().map(|(n, act)| format!("{}. {}", topics + n + 1, act.label(&Words::ENGLISH)));
    format!("  {}", numbered.collect::<Vec<_>>().join("   "))
}

/// Every line of a quote behind a bar.
fn quoted(quote: &str) -> String {
    quote.lines().map(|line| format!("  │ {line}").trim_end().to_owned()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use anyhow::anyhow;

    use super::*;

    #[test]
    fn a_cause_that_its_error_tells_itself_is_told_once() {
        assert_eq!(causes(&anyhow!("no page").context("`a` is no article: no page")), "`a` is no article: no page");
        assert_eq!(causes(&anyhow!("disk full").context("the store failed")), "the store failed: disk full");
    }
}
