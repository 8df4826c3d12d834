//! A card as a Discord message: an embed, or plain text where embeds may not be; its topics as buttons or a select.
//!
//! Nothing is cut in the middle of a sentence. What does not fit is left out whole, the least telling first; the quote is the last.

use poise::serenity_prelude as serenity;
use serenity::{CreateActionRow, CreateEmbed};

use crate::card::{Card, Words};

mod blocks;
mod embed;
mod markdown;
mod plain;
mod rows;

pub use rows::shortened;

/// What a message shows.
pub struct Shown {
    /// Text, where there is no embed.
    pub content: Option<String>,
    /// The card.
    pub embed: Option<CreateEmbed>,
    /// Buttons and selects.
    pub rows: Vec<CreateActionRow>,
}

/// A card for somebody to see; its buttons remember that it was `asker` who asked.
pub fn card(card: &Card, embeds: bool, asker: u64, words: &Words) -> Shown {
    let rows = rows::of(card, asker, words);
    if embeds {
        Shown { content: None, embed: Some(embed::of(card, words)), rows }
    } else {
        Shown { content: Some(plain::of(card, words)), embed: None, rows }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;
    use crate::answer::Topic;
    use crate::card::{Kind, Pages};

    /// A card of these lengths, in sentences.
    fn of_lengths(quote: usize, title: usize, other: usize, topics: usize) -> Card {
        let text = |sentences: usize| "The harbour *closes* at ten. ".repeat(sentences).trim_end().to_owned();
        let topic = |n| Topic { article: "a".into(), title: text(title), section: format!("s{n}"), heading: Some(text(n)) };
        Card {
            kind: Kind::Close,
            author: Some(text(other)),
            url: Some("https://n.example/a".into()),
            lead: Some("Closest passage.".into()),
            quote: Some(text(quote)),
            speaker: Some(text(other)),
            based_on: Some((text(other), Some("https://n.example/b".into()))),
            notices: vec![text(other), text(other)],
            footer: vec![text(title), text(other)],
            topics: (0..topics).map(topic).collect(),
            pages: None,
            ..Card::notice(Some(text(title)), text(other))
        }
    }

    fn json(value: &impl serde::Serialize) -> Value {
        serde_json::to_value(value).expect("what is sent is plain data")
    }

    fn characters(value: &Value) -> usize {
        value.as_str().map_or(0, |text| text.chars().count())
    }

    #[track_caller]
    fn within_limits(shown: &Shown) {
        let embed = json(&shown.embed);
        let parts =
            [(&embed["title"], 256), (&embed["description"], 4096), (&embed["author"]["name"], 256), (&embed["footer"]["text"], 2048)];
        for (part, most) in parts {
            assert!(characters(part) <= most, "{part}");
        }
        assert!(parts.iter().map(|(part, _)| characters(part)).sum::<usize>() <= 6000);
        assert!(shown.content.as_deref().is_none_or(|content| (1..=2000).contains(&content.chars().count())));
        let rows = json(&shown.rows);
        let parts: Vec<&Value> =
            rows.as_array().into_iter().flatten().flat_map(|row| row["components"].as_array().into_iter().flatten()).collect();
        for part in &parts {
            assert!(characters(&part["custom_id"]) <= 100 && characters(&part["label"]) <= 80, "{part}");
        }
        let ids: std::collections::HashSet<&str> = parts.iter().filter_map(|part| part["custom_id"].as_str()).collect();
        assert_eq!(ids.len(), parts.len(), "no id twice");
    }

    proptest! {
        #[test]
        fn no_card_is_too_long_for_discord(quote in 0usize..300, title in 1usize..40, other in 0usize..120, topics in 0usize..9, embeds: bool) {
            within_limits(&card(&of_lengths(quote, title, other, topics), embeds, 7, &Words::ENGLISH));
        }
    }

    #[test]
    fn a_quote_is_shown_whole_or_not_at_all() {
        let long = card(&of_lengths(300, 1, 1, 0), false, 7, &Words::ENGLISH).content.expect("it is text");
        assert!(long.contains("too long to show here") && !long.contains("> "), "{long}");
        let short = card(&of_lengths(30, 1, 10, 0), false, 7, &Words::ENGLISH).content.expect("it is text");
        let quote = short.lines().find(|line| line.starts_with("> ")).expect("it is quoted");
        assert_eq!(quote.matches(r"The harbour \*closes\* at ten.").count(), 30, "{short}");
    }

    #[test]
    fn a_page_between_others_can_be_turned_both_ways() {
        let list = Card { pages: Some(Pages { page: 1, all: 3 }), ..Card::notice(None, "One.".into()) };
        let shown = card(&list, true, 7, &Words::ENGLISH);
        within_limits(&shown);
        let rows = json(&shown.rows);
        assert_eq!(
            (&rows[0]["components"][0]["custom_id"], &rows[0]["components"][1]["custom_id"]),
            (&"1.p.7.0".into(), &"1.p.7.2".into())
        );
        assert_eq!(json(&shown.embed)["footer"]["text"], "page 2 of 3");
    }
}
