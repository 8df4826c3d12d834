//! Cards for those who answer for a library: previews, lists, reports, settings. Nothing here is a quote.

use chrono::{DateTime, Utc};

use super::{Card, Words, words};
use crate::article::changes::Change;
use crate::article::{Article, Metadata, Rights};
use crate::desk::newsroom::{Changed, Confirmed, Editor, Followed, Proposed, Reindexed};
use crate::intake::feeds::Refreshed;
use crate::library::guilds::GuildSettings;
use crate::library::log::{Entry, OPERATOR};
use crate::library::{Arrival, Listed, Scope};

mod lists;
mod preview;
mod refusal;

pub use refusal::said as refusal;

/// How much of a sentence is shown to say which one it is, in characters.
const SHOWN: usize = 90;

/// Files that could not be read and are named.
const MOST_FILES: usize = 20;

/// Changed sentences that are shown of a version.
const MOST_CHANGES: usize = 6;

/// What an editor can do with a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Controls {
    /// Confirm or cancel what was proposed, by its token.
    Proposal(String),
    /// Turn the pages of the library's own list.
    Library,
    /// Change what a server has set.
    Settings(GuildSettings),
}

impl Card {
    /// The wish to delete an article's text for good.
    pub fn purge(id: &str, proposed: &Proposed, words: &Words) -> Card {
        let card = Card::notice(Some(words.say_with("purge-title", &[("id", id)])), words.say("purge-asks"));
        Card { controls: Some(Controls::Proposal(proposed.token.clone())), ..card }
    }

    /// What a confirmation did.
    pub fn confirmed(done: &Confirmed, words: &Words) -> Card {
        let said = match done {
            Confirmed::Purged { id, held } => words.say_with(if *held { "purged-held" } else { "purged" }, &[("id", id)]),
            Confirmed::Kept { id, title, arrival } => {
                let key = match arrival {
                    Arrival::Added => "kept-added",
                    Arrival::Updated => "kept-updated",
                    Arrival::Unchanged => "kept-unchanged",
                };
                words.say_with(key, &[("id", id), ("title", title)])
            }
        };
        Card::notice(None, said)
    }

    /// How far a reindexing is.
    pub fn progress((done, all): (usize, usize), words: &Words) -> Card {
        let said = match all {
            0 => words.say("reindex-begins"),
            all => words.say_with("reindex-progress", &[("done", &done.to_string()), ("all", &all.to_string())]),
        };
        Card::notice(Some(words.say("reindex-title")), said)
    }

    /// What a reindexing did.
    pub fn reindexed(done: &Reindexed, words: &Words) -> Card {
        let mut parts = vec![];
        if let Some(report) = &done.folder {
            let numbers =
                [("added", report.added), ("updated", report.updated), ("retired", report.retired), ("unchanged", report.unchanged)];
            parts.push(words.counts("reindex-folder", &numbers));
            if !report.failed.is_empty() {
                let name = |(file, _): &(std::path::PathBuf, String)| file.file_name().unwrap_or_default().to_string_lossy().into_owned();
                let mut files: Vec<String> = report.failed.iter().take(MOST_FILES).map(name).collect();
                files.extend((report.failed.len() > MOST_FILES).then(|| "…".to_owned()));
                parts.push(words.say_with("reindex-failed", &[("files", &files.join(", "))]));
            }
        }
        let seconds = format!("{:.1}", done.took.as_secs_f64());
        let articles = words.count("articles-counted", "articles", done.articles);
        parts.push(words.say_with("reindex-written", &[("articles", &articles), ("seconds", &seconds)]));
        Card::notice(Some(words.say("reindex-title")), parts.join("\n"))
    }

    /// The versions of an article, newest first, with what changed in each.
    pub fn versions(id: &str, versions: &[Changed], words: &Words) -> Card {
        let blocks: Vec<String> = versions.iter().rev().map(|version| version_block(version, words)).collect();
        Card::notice(Some(words.say_with("versions-title", &[("id", id)])), blocks.join("\n\n"))
    }

    /// Who did what, newest first.
    pub fn log(entries: &[Entry], editor: Editor, words: &Words) -> Card {
        let lines: Vec<String> = entries.iter().map(|entry| log_line(entry, words)).collect();
        let said = if lines.is_empty() { words.say("log-none") } else { lines.join("\n") };
        let title = format!("{} · {}", words.say("log-title"), library(editor.scope, words));
        Card { footer: vec![words.say("log-kept")], ..Card::notice(Some(title), said) }
    }

    /// The feeds that are followed.
    pub fn feeds(followed: &[Followed], editor: Editor, words: &Words) -> Card {
        let blocks: Vec<String> = followed.iter().map(|followed| feed_block(followed, words)).collect();
        let said = if blocks.is_empty() { words.say("feeds-none") } else { blocks.join("\n\n") };
        Card::notice(Some(format!("{} · {}", words.say("feeds-title"), library(editor.scope, words))), said)
    }

    /// What reading a feed brought, after a line that says what was done.
    pub fn refreshed(key: &str, address: &str, done: &Refreshed, words: &Words) -> Card {
        let mut lines = vec![words.say_with(key, &[("address", address)])];
        lines.push(words.counts("feed-brought", &[("added", done.added), ("updated", done.updated)]));
        lines.extend((!done.failed.is_empty()).then(|| words.count("feed-pages-failed", "pages", done.failed.len())));
        Card::notice(None, lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n"))
    }

    /// What a server has set, to be changed.
    pub fn settings(set: &GuildSettings, words: &Words) -> Card {
        let spoken = set.language.as_deref().filter(|code| words::SPOKEN.contains(code));
        let language = words.say(&format!("language-{}", spoken.unwrap_or("own")));
        let lines = [
            words.say_with("settings-language", &[("language", &language)]),
            words.say(if set.private { "settings-private" } else { "settings-public" }),
            match set.channels.len() {
                0 => words.say("settings-everywhere"),
                number => words.count("settings-channels", "channels", number),
            },
        ];
        Card { controls: Some(Controls::Settings(set.clone())), ..Card::notice(Some(words.say("settings-title")), lines.join("\n")) }
    }

    /// What is missing, one line each, worded already.
    pub fn doctor(missing: &[String], words: &Words) -> Card {
        let said = if missing.is_empty() { words.say("doctor-well") } else { missing.join("\n") };
        Card::notice(Some(words.say("doctor-title")), said)
    }

    /// An article as it is kept: what is known, its sections, who brought it; that it was removed, if it is not `quoted` any more.
    pub fn article(listed: &Listed, article: &Article, quoted: bool, words: &Words) -> Card {
        let section = |section: &crate::article::Section| {
            let sentences = article.paragraphs[section.paragraphs.clone()].iter().map(|p| p.sentences.len()).sum();
            preview::section_line(section.heading.as_deref(), sentences, words)
        };
        let sections: Vec<String> = article.sections.iter().map(section).collect();
        let origin = words.say_with(&format!("origin-{}", listed.origin.name()), &[("source", &listed.source)]);
        let version = words.say_with("version", &[("number", &listed.version.to_string())]);
        let removed = (!quoted).then(|| words.say("article-removed"));
        let facts: Vec<String> = removed.into_iter().chain(known(&listed.metadata, words)).chain([origin]).collect();
        let body = facts.join("\n");
        let body = format!("{body}\n\n{}", sections.join("\n"));
        Card { footer: vec![version, listed.id.clone()], ..Card::notice(Some(listed.metadata.title.clone()), body) }
    }
}

/// What a library is called.
fn library(scope: Scope, words: &Words) -> String {
    words.say(if scope == Scope::Everyone { "library-everyone" } else { "library-guild" })
}

/// What a library is called where a line begins with it.
fn heading(scope: Scope, words: &Words) -> String {
    let name = library(scope, words);
    let first = name.chars().take(1).flat_map(char::to_uppercase);
    first.chain(name.chars().skip(1)).collect()
}

/// What is known about an article, one line each.
pub fn known(metadata: &Metadata, words: &Words) -> Vec<String> {
    let line = |key: &str, value: Option<String>| value.map(|value| words.say_with(key, &[("value", &value)]));
    let rights = match metadata.rights {
        Rights::Own => "rights-own",
        Rights::Licensed => "rights-licensed",
        Rights::Public => "rights-public",
        Rights::Quote => "rights-quote",
    };
    let lines = [
        line("about-outlet", metadata.outlet.clone()),
        line("about-byline", metadata.byline.clone()),
        line("about-published", metadata.published.map(|day| words.date(day))),
        line("about-address", metadata.url.clone()),
        line("known-language", Some(metadata.language.to_string())),
        Some(words.say(rights)),
    ];
    lines.into_iter().flatten().collect()
}

/// The first words of a sentence or a heading, to say which one it is; of a script without spaces, the first letters.
fn beginning(sentence: &str) -> String {
    let one_line = sentence.split_whitespace().collect::<Vec<_>>().join(" ");
    if one_line.chars().count() <= SHOWN {
        return one_line;
    }
    let shown: String = one_line.chars().take(SHOWN).collect();
    let whole = shown.rsplit_once(' ').map_or(shown.as_str(), |(words, _)| words);
    format!("{whole}…")
}

fn version_block(changed: &Changed, words: &Words) -> String {
    let version = &changed.version;
    let when = DateTime::parse_from_rfc3339(&version.added).map(|added| time(added.to_utc(), words)).unwrap_or_default();
    let mut lines = vec![format!("{} · {when}", words.say_with("version", &[("number", &version.number.to_string())]))];
    lines.extend(changed.changes.iter().take(MOST_CHANGES).map(|change| match change {
        Change::Removed(text) => format!("− {}", beginning(text)),
        Change::Added(text) => format!("+ {}", beginning(text)),
    }));
    let more = changed.changes.len().saturating_sub(MOST_CHANGES);
    lines.extend((more > 0).then(|| words.count("versions-more", "sentences", more)));
    lines.join("\n")
}

fn log_line(entry: &Entry, words: &Words) -> String {
    let who = match entry.person {
        OPERATOR => words.say("log-operator"),
        person => words.say_with("log-person", &[("person", &person.to_string())]),
    };
    let what = words.say_with(&format!("log-{}", entry.deed.name()), &[("subject", &entry.subject)]);
    format!("{} · {who} · {what}", time(entry.happened, words))
}

fn feed_block(followed: &Followed, words: &Words) -> String {
    let feed = &followed.feed;
    let read = DateTime::from_timestamp(feed.checked, 0).map(|read| time(read, words)).unwrap_or_default();
    let articles = words.count("articles-counted", "articles", followed.articles);
    let mut lines = vec![feed.address.clone(), words.say_with("feed-read", &[("articles", &articles), ("time", &read)])];
    if feed.error.is_some() {
        lines.push(words.count("feed-failing", "times", usize::try_from(feed.failures).unwrap_or(usize::MAX)));
    }
    lines.join("\n")
}

/// A moment in UTC.
fn time(moment: DateTime<Utc>, words: &Words) -> String {
    format!("{}, {} UTC", words.date(moment.date_naive()), moment.format("%H:%M"))
}
