//! A card as a Discord message: an embed, or plain text where embeds may not be; its topics as buttons or a select.
//!
//! Nothing is cut in the middle of a sentence. What does not fit is left out whole, the least telling first; the quote is the last.

use poise::serenity_prelude as serenity;
use serenity::{CreateActionRow, CreateEmbed};

use crate::card::{Audience, Card, Words};

mod blocks;
mod controls;
mod embed;
mod markdown;
mod plain;
mod rows;

pub use controls::MOST_CHANNELS;
pub use rows::shortened;

/// What a message shows.
pub struct Shown {
    /// Text, where there is no embed.
    pub content: Option<String>,
    /// The card.
    pub embed: Option<CreateEmbed>,
    /// Buttons and selects.
    pub rows: Vec<CreateActionRow>,
    /// What the store is to keep for the buttons, with its name: their ids have no room for it.
    pub held: Option<(String, String)>,
}

/// Who sees a card.
#[derive(Clone, Copy, Debug)]
pub struct View {
    /// Whether it may be an embed there.
    pub embeds: bool,
    /// Who asked: the buttons remember it.
    pub asker: u64,
    /// Nobody else sees it.
    pub private: bool,
}

/// How much of a section a message has room for beside the rest of a card, in characters.
pub fn room(embeds: bool) -> usize {
    if embeds { 3000 } else { 1200 }
}

/// A card for somebody to see.
pub fn card(card: &Card, view: View, words: &Words) -> Shown {
    let card = &card.unturned();
    let audience = if view.private { Audience::One } else { Audience::Channel };
    let (rows, held) = rows::of(card, audience, view.asker, words);
    // Discord shows a mention as a name; nobody is pinged, for no message may ping.
    let shared = card.hand.as_ref().filter(|hand| hand.shared);
    let shared = shared.map(|_| words.say_with("shared-by", &[("who", &format!("<@{}>", view.asker))]));
    if view.embeds {
        Shown { content: shared, embed: Some(embed::of(card, words)), rows, held }
    } else {
        let content = plain::of(card, shared.as_deref(), words);
        Shown { content: Some(content), embed: None, rows, held }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;
    use crate::answer::Topic;
    use crate::card::{Hand, Kind, Pages};
    use crate::desk::mark::{Form, Mark};

    const PLAIN: View = View { embeds: false, asker: 7, private: false };

    /// A card of these lengths, in sentences.
    fn of_lengths(quote: usize, title: usize, other: usize, topics: usize) -> Card {
        let text = |sentences: usize| "The harbour *closes* at ten. ".repeat(sentences).trim_end().to_owned();
        let topic = |n| Topic { part: 0, article: "a".into(), title: text(title), section: format!("s{n}"), heading: Some(text(n)) };
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
            hand: Some(Hand { marks: vec![mark(0), mark(title), mark(other)], wide: false, superseded: true, shared: true }),
            ..Card::notice(Some(text(title)), text(other))
        }
    }

    /// A mark in an article whose id has so many characters.
    fn mark(length: usize) -> Mark {
        Mark { part: 0, article: "a".repeat(2 * length + 1), version: 1, core: length, form: Form::Sentence, sure: true }
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
        let links = parts.iter().filter(|part| part["url"].is_string()).count();
        assert_eq!(ids.len() + links, parts.len(), "no id twice");
    }

    proptest! {
        #[test]
        fn no_card_is_too_long_for_discord(quote in 0usize..300, title in 1usize..40, other in 0usize..120, topics in 0usize..9, embeds: bool, private: bool) {
            within_limits(&card(&of_lengths(quote, title, other, topics), View { embeds, asker: u64::MAX, private }, &Words::ENGLISH));
        }
    }

    #[test]
    fn a_quote_is_shown_whole_or_not_at_all() {
        let long = card(&of_lengths(300, 1, 1, 0), PLAIN, &Words::ENGLISH).content.expect("it is text");
        assert!(long.contains("too long to be quoted") && !long.contains("> "), "{long}");
        let short = card(&of_lengths(30, 1, 10, 0), PLAIN, &Words::ENGLISH).content.expect("it is text");
        let quote = short.lines().find(|line| line.starts_with("> ")).expect("it is quoted");
        assert_eq!(quote.matches(r"The harbour \*closes\* at ten.").count(), 30, "{short}");
    }

    #[test]
    fn of_a_list_that_is_too_long_as_many_lines_are_shown_as_fit() {
        let lines: Vec<String> = (1..=90).map(|n| format!("{n} March · the operator · added https://news.example/{n}")).collect();
        let card = |body: String| card(&Card::notice(Some("Log".into()), body), PLAIN, &Words::ENGLISH);
        let shown = card(lines.join("\n"));
        within_limits(&shown);
        let content = shown.content.expect("it is text");
        let (last, more) = content.rsplit_once('\n').expect("it has lines");
        let kept = last.lines().filter(|line| line.contains("March")).count();
        assert!(kept > 30 && content.len() > 1_900, "{content}");
        assert_eq!(more, format!("… and {} more lines", 90 - kept));
        let endless = card("harbour ".repeat(900)).content.expect("it is text");
        assert!(endless.starts_with("**Log**\n\nharbour harbour") && endless.ends_with('…'), "{endless}");
    }

    #[test]
    fn a_title_does_not_turn_the_words_around_it_round() {
        let card =
            Card { quote: Some("A \u{202e}quote.".into()), ..Card::notice(Some("Har\u{202e}bour".into()), "Closed\u{2067}.".into()) };
        assert_eq!(super::card(&card, PLAIN, &Words::ENGLISH).content.as_deref(), Some("**Harbour**\n> A \u{202e}quote.\n\nClosed."));
    }

    #[test]
    fn what_an_outlet_wants_to_stand_beside_its_quote_is_the_last_to_be_left_out() {
        let long = |what: &str| format!("{what} ").repeat(60).trim_end().to_owned();
        let card =
            Card { notices: vec![long("Licence")], title: Some(long("Title")), author: Some(long("Author")), ..of_lengths(30, 1, 5, 0) };
        let content = super::card(&card, PLAIN, &Words::ENGLISH).content.expect("it is text");
        assert!(content.contains("> The harbour") && content.contains("Licence") && !content.contains("Author"), "{content}");
    }

    #[test]
    fn a_page_between_others_can_be_turned_both_ways() {
        let list = Card { pages: Some(Pages { page: 1, all: 3 }), ..Card::notice(None, "One.".into()) };
        let shown = card(&list, View { embeds: true, ..PLAIN }, &Words::ENGLISH);
        within_limits(&shown);
        let rows = json(&shown.rows);
        assert_eq!(
            (&rows[0]["components"][0]["custom_id"], &rows[0]["components"][1]["custom_id"]),
            (&"1.p.7.0".into(), &"1.p.7.2".into())
        );
        assert_eq!(json(&shown.embed)["footer"]["text"], "page 2 of 3");
    }
}
