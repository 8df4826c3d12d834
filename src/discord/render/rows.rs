//! Buttons and selects below a card.

use poise::serenity_prelude as serenity;
use serenity::{ButtonStyle, CreateActionRow, CreateButton, CreateSelectMenu, CreateSelectMenuKind, CreateSelectMenuOption, ReactionType};

use super::blocks::length;
use super::markdown::address;
use crate::answer::Topic;
use crate::card::{Act, Audience, Card, Hand, Kind, Pages, Words};
use crate::discord::hand;
use crate::discord::press::{LONGEST, Press};

/// Discord's limits: buttons in a row, rows, options of a select.
const BUTTONS: usize = 5;
/// See [`BUTTONS`].
const ROWS: usize = 5;
/// See [`BUTTONS`].
const OPTIONS: usize = 25;
/// Discord's limit on a button's label, in characters.
const LABEL: usize = 80;
/// Discord's limit on an option's label and description, in characters.
const OPTION: usize = 100;

/// Discord's limit on the address of a link, in characters.
const ADDRESS: usize = 512;

/// What the store is to keep for buttons, with its name.
type Held = Option<(String, String)>;

/// The rows of a card.
pub fn of(card: &Card, audience: Audience, asker: u64, words: &Words) -> (Vec<CreateActionRow>, Held) {
    let mut rows = choices(card, asker, words);
    let Some(hand) = &card.hand else { return (rows, None) };
    let (rest, held) = written(hand);
    let (judge, lead): (Vec<Act>, Vec<Act>) =
        card.acts(audience).into_iter().partition(|act| matches!(act, Act::Up | Act::Down | Act::Delete));
    for acts in [lead, judge] {
        let buttons: Vec<CreateButton> = acts.into_iter().filter_map(|act| act_button(act, card, asker, &rest, words)).collect();
        if !buttons.is_empty() {
            rows.push(CreateActionRow::Buttons(buttons));
        }
    }
    (rows, held)
}

/// What the ids of a card's buttons end in, and what the store keeps where that is only a name.
fn written(hand: &Hand) -> (String, Held) {
    let text = hand::text(hand);
    let longest = Press::Quote { asker: u64::MAX, act: Act::Next, hand: text.clone() };
    if length(&longest.id()) <= LONGEST {
        return (text, None);
    }
    let name = hand::name(&text);
    (name.clone(), Some((name, text)))
}

fn act_button(act: Act, card: &Card, asker: u64, rest: &str, words: &Words) -> Option<CreateButton> {
    let label = act.label(words);
    if act == Act::Source {
        let url = card.url.as_deref().and_then(address).filter(|url| length(url) <= ADDRESS)?;
        return Some(CreateButton::new_link(url).label(label));
    }
    let press = Press::Quote { asker, act, hand: rest.to_owned() };
    let style = if act == Act::Delete { ButtonStyle::Danger } else { ButtonStyle::Secondary };
    let button = CreateButton::new(press.id()).style(style);
    Some(match act {
        Act::Up | Act::Down => button.emoji(ReactionType::Unicode(label)),
        _ => button.label(label),
    })
}

/// Topics and pages.
fn choices(card: &Card, asker: u64, words: &Words) -> Vec<CreateActionRow> {
    if let Some(controls) = &card.controls {
        return super::controls::of(card, controls, asker, words);
    }
    if card.pages.is_some() {
        return turning(card.pages, words, |page| Press::Page { asker, page }.id());
    }
    match (card.kind, card.topics.as_slice()) {
        (_, []) => vec![],
        (Kind::Notice, topics) => topics.chunks(OPTIONS).take(ROWS).enumerate().map(|(n, some)| select(some, n, asker, words)).collect(),
        (_, topics) => vec![CreateActionRow::Buttons(topics.iter().take(BUTTONS).map(|topic| button(topic, topics, asker)).collect())],
    }
}

/// A text of at most so many characters, shortened between words.
pub fn shortened(text: &str, most: usize) -> String {
    if length(text) <= most {
        return text.to_owned();
    }
    let mut kept = String::new();
    for word in text.split_whitespace() {
        if length(&kept) + length(word) + 2 > most {
            break;
        }
        if !kept.is_empty() {
            kept.push(' ');
        }
        kept.push_str(word);
    }
    if kept.is_empty() {
        // One word that is longer than all there is room for.
        kept = text.chars().take(most / 2).collect();
    }
    kept + "…"
}

fn button(topic: &Topic, all: &[Topic], asker: u64) -> CreateButton {
    let namesake = all.iter().any(|other| other.article != topic.article && other.label() == topic.label());
    let label = if namesake { format!("{} · {}", topic.label(), topic.title) } else { topic.label().to_owned() };
    let press = Press::Topic { asker, topic: topic.reference() };
    CreateButton::new(press.id()).label(shortened(&label, LABEL)).style(ButtonStyle::Secondary)
}

fn select(topics: &[Topic], nth: usize, asker: u64, words: &Words) -> CreateActionRow {
    let options = topics.iter().map(|topic| CreateSelectMenuOption::new(shortened(topic.label(), OPTION), topic.reference())).collect();
    let menu = CreateSelectMenu::new(Press::Choice { asker, nth }.id(), CreateSelectMenuKind::String { options });
    CreateActionRow::SelectMenu(menu.placeholder(words.say("topics-choose")))
}

/// Buttons to the page before and after; none where there is one page.
pub fn turning(pages: Option<Pages>, words: &Words, id: impl Fn(usize) -> String) -> Vec<CreateActionRow> {
    let Some(pages) = pages.filter(|pages| pages.all >= 2) else { return vec![] };
    let to = |page: Option<usize>, key: &str| {
        let there = page.is_some_and(|page| page < pages.all);
        CreateButton::new(id(page.unwrap_or(0))).label(words.say(key)).style(ButtonStyle::Secondary).disabled(!there)
    };
    let next = Some(pages.page + 1);
    vec![CreateActionRow::Buttons(vec![to(pages.page.checked_sub(1), "page-before"), to(next, "page-after")])]
}
