//! What is kept of a person, in words.

use chrono::DateTime;

use super::{Card, Words};
use crate::library::store::readers::Kept;

impl Card {
    /// What is kept, until when, and how to have it deleted.
    pub fn kept(kept: &Kept, words: &Words) -> Card {
        let line = |key: &str, name: &str, number: usize, until: i64| match number {
            0 => words.say(&format!("{key}-none")),
            _ => words.say_with(key, &[(name, &number.to_string()), ("date", &day(until, words))]),
        };
        let previews = (kept.previews > 0).then(|| line("privacy-previews", "previews", kept.previews, kept.previews_until));
        let lines = [
            Some(words.say("privacy-questions")),
            Some(line("privacy-votes", "votes", kept.votes, kept.votes_until)),
            Some(line("privacy-cards", "cards", kept.cards, kept.cards_until)),
            previews,
            Some(words.say("privacy-admins")),
            Some(words.say("privacy-how-to-delete")),
        ];
        let lines: Vec<String> = lines.into_iter().flatten().collect();
        Card::notice(Some(words.say("privacy-title")), lines.join("\n\n"))
    }

    /// What was deleted.
    pub fn deleted(kept: &Kept, words: &Words) -> Card {
        let (votes, cards) = (kept.votes.to_string(), kept.cards.to_string());
        Card::notice(None, words.say_with("privacy-deleted", &[("votes", &votes), ("cards", &cards)]))
    }
}

fn day(seconds: i64, words: &Words) -> String {
    words.date(DateTime::from_timestamp(seconds, 0).unwrap_or_default().date_naive())
}
