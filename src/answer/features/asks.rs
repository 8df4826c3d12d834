//! Whether a sentence holds the kind of thing that is asked for: a name, a date, a number, a cause.
//!
//! Where the language has no lexicon, nothing is known to be asked for and these are all 0.

use super::{Ask, Scene, Token};

/// Words that the question does not hold itself, with their places.
fn news<'a>(scene: &'a Scene<'_>) -> impl Iterator<Item = (usize, &'a Token<'a>)> {
    scene.words().iter().enumerate().zip(scene.held()).filter(|(_, held)| **held == 0).map(|(word, _)| word)
}

/// A name: a capital in mid-sentence that is no month or weekday; where every noun has one, two beside each other.
fn is_name(scene: &Scene<'_>, at: usize) -> bool {
    let words = scene.words();
    let capital = |at: usize| words.get(at).is_some_and(|word| word.capital && !word.function);
    let nouns_too = scene.page.passage.language.capitalises_nouns();
    let day = |word: &Token<'_>| ["months", "weekdays"].iter().any(|list| scene.page.lexicon.fills(list, word.surface));
    at > 0 && capital(at) && !day(&words[at]) && (!nouns_too || capital(at - 1) || capital(at + 1))
}

fn is_year(word: &Token<'_>) -> bool {
    word.number && word.surface.len() == 4 && word.surface.bytes().all(|b| b.is_ascii_digit())
}

fn is_time(scene: &Scene<'_>, word: &Token<'_>) -> bool {
    is_year(word) || ["months", "weekdays", "time"].iter().any(|list| scene.page.lexicon.fills(list, word.surface))
}

/// A sum: a number with a currency's sign, or with its name soon after.
fn is_money(scene: &Scene<'_>, at: usize) -> bool {
    let words = scene.words();
    let named = || words[at + 1..].iter().take(3).any(|w| scene.page.lexicon.fills("money", w.surface));
    words[at].money || is_number(scene, at) && named()
}

/// How many of something: no year of our time and no day of a month.
fn is_number(scene: &Scene<'_>, at: usize) -> bool {
    let (words, lexicon) = (scene.words(), scene.page.lexicon);
    let word = &words[at];
    let ours = || is_year(word) && (word.surface.starts_with("19") || word.surface.starts_with("20"));
    let day = || words[at.saturating_sub(1)..].iter().take(3).any(|beside| lexicon.fills("months", beside.surface));
    lexicon.fills("number_words", word.surface) || word.number && !ours() && !day()
}

fn fills(scene: &Scene<'_>, ask: Ask, at: usize, word: &Token<'_>) -> bool {
    let lexicon = scene.page.lexicon;
    match ask {
        Ask::Person => is_name(scene, at) || lexicon.fills("person_titles", word.surface),
        Ask::Time => is_time(scene, word),
        Ask::Place => is_name(scene, at) && scene.words()[..at].iter().rev().take(3).any(|w| lexicon.fills("place", w.surface)),
        Ask::Number => is_number(scene, at),
        Ask::Money => is_money(scene, at),
        Ask::Duration => {
            is_number(scene, at)
                && scene.words()[at..].iter().take(3).any(|w| ["units", "time"].iter().any(|l| lexicon.fills(l, w.surface)))
        }
        Ask::Reason => lexicon.fills("reason", word.surface),
        Ask::Manner => lexicon.fills("manner", word.surface),
        Ask::Definition => false,
    }
}

/// The places of the words that are what is asked for.
pub(super) fn fill(scene: &Scene<'_>) -> Vec<usize> {
    let Some(ask) = scene.ask() else { return vec![] };
    news(scene).filter(|(at, word)| fills(scene, ask, *at, word)).map(|(at, _)| at).collect()
}

fn asks_for(scene: &Scene<'_>, asks: &[Ask]) -> bool {
    scene.ask().is_some_and(|ask| asks.contains(&ask))
}

fn when(scene: &Scene<'_>, asks: &[Ask]) -> f32 {
    f32::from(u8::from(asks_for(scene, asks) && !scene.fill.is_empty()))
}

/// When, and a date is there.
pub fn time(scene: &Scene<'_>) -> f32 {
    when(scene, &[Ask::Time])
}

/// Where, and a name behind a word of place is there.
pub fn place(scene: &Scene<'_>) -> f32 {
    when(scene, &[Ask::Place])
}

/// How many or how much, and a number is there.
pub fn number(scene: &Scene<'_>) -> f32 {
    when(scene, &[Ask::Number, Ask::Money])
}

/// How long, and a number of units is there.
pub fn duration(scene: &Scene<'_>) -> f32 {
    when(scene, &[Ask::Duration])
}

/// Why, and a word of cause is there.
pub fn reason(scene: &Scene<'_>) -> f32 {
    when(scene, &[Ask::Reason])
}

/// What is it, and the sentence opens its article: by how much of the title is asked for.
pub fn definition(scene: &Scene<'_>) -> f32 {
    first(scene, &[Ask::Definition])
}

/// How many or how long, and a number counts what the question first names: `23 soldiers`, `175 wounded soldiers`, `a 12-day fire`.
pub fn counted(scene: &Scene<'_>) -> f32 {
    if !matches!(scene.ask(), Some(Ask::Number | Ask::Money | Ask::Duration)) {
        return 0.0;
    }
    let counts = scene.asked_for().map_or(0, |at| 1u64 << at);
    let held = scene.stands_for();
    let follows = |at: usize| held[at + 1..(at + 4).min(held.len())].iter().any(|held| held & counts != 0);
    let found = news(scene).any(|(at, _)| is_number(scene, at) && follows(at));
    f32::from(u8::from(found))
}

/// Who, when or where, and none is there.
pub fn unfilled(scene: &Scene<'_>) -> f32 {
    missing(scene, &[Ask::Person, Ask::Time, Ask::Place])
}

/// How many, how much or how long, and no number of it is there.
pub fn uncounted(scene: &Scene<'_>) -> f32 {
    missing(scene, &[Ask::Number, Ask::Money, Ask::Duration])
}

fn missing(scene: &Scene<'_>, asks: &[Ask]) -> f32 {
    f32::from(u8::from(asks_for(scene, asks) && scene.fill.is_empty()))
}

/// How near what is asked for stands to a word of the question: 1 beside it, less with each word between, 0 if it is not there.
pub fn near(scene: &Scene<'_>) -> f32 {
    if scene.fill.is_empty() {
        return 0.0;
    }
    let words = scene.words();
    let stands_for = scene.stands_for();
    let held = |at: &usize| !words[*at].function && stands_for[*at] != 0;
    let places: Vec<usize> = (0..words.len()).filter(held).collect();
    let nearest = scene.fill.iter().filter_map(|at| places.iter().map(|p| p.abs_diff(*at)).min()).min();
    nearest.map_or(0.0, |distance| 2.0 / (1.0 + distance as f32))
}

/// How much the title is asked for where the sentence opens its article and the question asks for one of these.
fn first(scene: &Scene<'_>, asks: &[Ask]) -> f32 {
    if asks_for(scene, asks) && scene.sentence().ordinal == 0 { scene.page.title_share } else { 0.0 }
}

/// When or how long, and the sentence opens its article.
pub fn first_time(scene: &Scene<'_>) -> f32 {
    first(scene, &[Ask::Time, Ask::Duration])
}

/// Where, and the sentence opens its article.
pub fn first_place(scene: &Scene<'_>) -> f32 {
    first(scene, &[Ask::Place])
}
