//! Takeaway answers questions about news articles with a verbatim quote and its source, or says that the articles do not cover it.
//!
//! It never writes an answer of its own: it finds, cuts, checks and cites. The rooms of the house, in the order in which
//! data walks through them; each may use those above it and none below:
//!
//! | Room | Its one job |
//! |---|---|
//! | [`language`] | what is known of a language: its words, stems, sentences and lexicon |
//! | [`article`] | reads Markdown, HTML, text and JSON Lines into articles; finds who speaks in each sentence |
//! | [`search`] | prepares passages for the Tantivy index and finds candidates in one snapshot of it |
//! | [`answer`] | scores the candidates' sentences, chooses one, widens it to its speaker, decides whether to answer: a [`answer::Cut`] |
//! | [`library`] | keeps articles and their versions in the store, the index in step with it, and reads a cut back as a [`library::Quote`] |
//! | [`intake`] | brings articles in from addresses and feeds, under a guard |
//! | [`settings`] | `config/takeaway.toml` and the environment, parsed once |
//! | [`desk`] | what a person can ask for, whoever carries the request: questions, topics, articles, changes |
//! | [`card`] | an answer as a card in the asker's language, for whoever shows it |
//! | [`eval`] | measures answers over questions whose answers are known |
//! | [`discord`] | the bot: commands, mentions, buttons |
//! | [`cli`] | the terminal: commands, chat, reports |
//!
//! [`language`], [`article`], [`search`] and [`answer`] are synchronous and know neither Discord nor tokio. The store is the
//! truth; the index is a cache that can be deleted at any time.

pub mod answer;
pub mod article;
pub mod card;
pub mod cli;
pub mod desk;
pub mod discord;
pub mod eval;
pub mod intake;
pub mod language;
pub mod library;
pub mod search;
pub mod settings;

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    fn files(place: &Path) -> Vec<PathBuf> {
        let Ok(entries) = fs::read_dir(place) else { return vec![] };
        let inner = entries.map(|entry| entry.expect("the sources can be listed").path());
        inner.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
    }

    /// The rooms that wait for nothing and know nobody.
    const CORE: [&str; 4] = ["language", "article", "search", "answer"];

    /// What they do not know.
    const OUTSIDE: [&str; 4] = ["tokio", "serenity", "poise", "sqlx"];

    #[test]
    fn each_room_uses_only_those_above_it() {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let table = include_str!("lib.rs").lines().filter_map(|line| line.strip_prefix("//! | [`")?.split('`').next());
        let rooms: Vec<&str> = table.collect();
        for (at, room) in rooms.iter().enumerate() {
            let mut own = files(&source.join(room));
            own.push(source.join(format!("{room}.rs")));
            let is_test = |file: &Path| ["tests.rs", "promises.rs"].iter().any(|test| file.ends_with(test));
            for file in own.iter().filter(|file| file.extension().is_some_and(|kind| kind == "rs") && !is_test(file)) {
                let text = fs::read_to_string(file).expect("a source is text");
                let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
                let below = rooms[at + 1..].iter().find(|below| code.contains(&format!("crate::{below}::")));
                assert_eq!(below, None, "{} is in `{room}`", file.display());
                assert!(!code.contains("use crate::{"), "{} hides which rooms it uses", file.display());
                let beyond = OUTSIDE.iter().find(|other| CORE.contains(room) && code.contains(&format!("{other}::")));
                assert_eq!(beyond, None, "{} is in the core", file.display());
            }
        }
    }
}
