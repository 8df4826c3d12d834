//! Cuts a paragraph into sentences.
//!
//! Libraries propose the boundaries; the rules here only ever remove one: after an abbreviation, inside brackets and quotation marks, and
//! between a quotation and who said it.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::words::fold;
use super::{Language, Lexicon, quotations};

/// A quotation of several sentences stays one sentence up to this many words; a longer one is cut where its sentences end.
const QUOTATION_WORDS: usize = 45;

/// A word of fewer letters before a full stop may be an abbreviation that no list holds.
const PLAIN_LETTERS: usize = 4;

/// Characters before a boundary that are looked at. In text without spaces the last word would otherwise be all that came before, at each
/// of its boundaries; no abbreviation, number or unit is nearly as long.
const LOOK_BACK: usize = 64;

/// Bytes of a paragraph that are looked at together: `sentencex` takes the square of them. Few paragraphs have a third of it.
const PIECE: usize = 8_000;

/// Bytes of such a piece that only show what comes next: a quotation that is cut off misleads.
const AHEAD: usize = 2_000;

/// The sentences of one paragraph as byte ranges, in order, without the white space around them.
pub fn split(language: Language, paragraph: &str) -> Vec<Range<usize>> {
    let kept_whole = KeptWhole::of(paragraph);
    let mut sentences: Vec<Range<usize>> = vec![];
    for span in proposed(language, paragraph) {
        match sentences.last_mut() {
            Some(last) if kept_whole.holds(last.end) || belongs(language, paragraph, last.clone(), span.clone()) => last.end = span.end,
            _ => sentences.push(span),
        }
    }
    sentences
}

/// What two libraries propose: one that knows languages, and the plain rules of Unicode where a word cannot be an abbreviation.
///
/// The first leaves quotations and brackets whole, however long they are, and joins `in May. She`.
fn proposed(language: Language, paragraph: &str) -> Vec<Range<usize>> {
    let mut ends = known_ends(language, paragraph);
    let starts = paragraph.split_sentence_bound_indices().map(|(start, _)| start);
    ends.extend(starts.filter(|at| ends_plainly(language, &paragraph[..*at])));
    ends.push(paragraph.len());
    ends.retain(|end| paragraph.is_char_boundary(*end));
    ends.sort_unstable();
    ends.dedup();
    let begins = std::iter::once(0).chain(ends.clone());
    begins.zip(ends).filter_map(|(start, end)| trimmed(paragraph, start..end)).collect()
}

/// Where the library that knows languages ends sentences. It reads a long paragraph piece by piece, each from where a sentence ended.
fn known_ends(language: Language, paragraph: &str) -> Vec<usize> {
    let code = if language.is_unknown() { "en" } else { language.code() };
    let (mut ends, mut start) = (vec![], 0);
    while start < paragraph.len() {
        let end = paragraph.floor_char_boundary(start + PIECE);
        let sure = if end == paragraph.len() { end } else { paragraph.floor_char_boundary(end - AHEAD) };
        let found = sentencex::get_sentence_boundaries(code, &paragraph[start..end]).into_iter().map(|found| start + found.end_byte);
        ends.extend(found.filter(|found| *found <= sure));
        start = ends.last().copied().filter(|last| *last > start && sure < paragraph.len()).unwrap_or(sure);
    }
    ends
}

/// Whether a text ends with a word and a mark that can only end a sentence.
fn ends_plainly(language: Language, before: &str) -> bool {
    let mut words = tail(before).split_whitespace();
    let Some(last) = words.next_back() else { return false };
    let word = last.trim_end_matches(['"', '”', '»', '“', '’', '\'', ')']);
    let Some(stem) = word.strip_suffix(['.', '?', '!', '…']) else { return false };
    let stem = stem.trim_start_matches(|c: char| !c.is_alphanumeric());
    let month = language.lexicon().fills("months", &fold(stem));
    let initials = stem.contains('.') && stem.chars().all(|c| c.is_uppercase() || c == '.');
    let counted = words.next_back().is_some_and(|number| number.ends_with(|c: char| c.is_ascii_digit()))
        || is_unit(language, last.trim_end_matches('.'));
    // `5 тыс. руб.` and `2025 г.` end a sentence as often as not; what follows decides.
    month
        || initials
        || counted && language.lexicon().is_abbreviation(word)
        || stem.ends_with('.')
        || stem.chars().count() >= PLAIN_LETTERS && stem.chars().all(char::is_alphabetic)
}

fn trimmed(text: &str, span: Range<usize>) -> Option<Range<usize>> {
    let piece = text.get(span.clone())?;
    let start = span.start + (piece.len() - piece.trim_start().len());
    let end = span.start + piece.trim_end().len();
    (start < end).then_some(start..end)
}

/// The end of a text: [`LOOK_BACK`] characters of it.
fn tail(text: &str) -> &str {
    text.char_indices().rev().nth(LOOK_BACK - 1).map_or(text, |(at, _)| &text[at..])
}

/// Quotations and brackets within which no sentence ends, because they are short.
struct KeptWhole {
    /// In bytes, by where they begin, each with the last end of it and those before it.
    spans: Vec<(usize, usize)>,
}

impl KeptWhole {
    fn of(paragraph: &str) -> KeptWhole {
        let mut whole = quotations::read(paragraph).spans;
        whole.extend(brackets(paragraph));
        whole.retain(|span| words(&paragraph[span.clone()]) <= QUOTATION_WORDS);
        whole.sort_by_key(|span| span.start);
        let mut last_end = 0;
        let spans = whole.into_iter().map(|span| {
            last_end = span.end.max(last_end);
            (span.start, last_end)
        });
        KeptWhole { spans: spans.collect() }
    }

    /// Whether one of them holds a place, and neither begins nor ends there.
    fn holds(&self, at: usize) -> bool {
        let begun = self.spans.partition_point(|(start, _)| *start < at);
        begun.checked_sub(1).is_some_and(|last| at < self.spans[last].1)
    }
}

/// From each bracket that opens outside of others to the next one that closes.
fn brackets(paragraph: &str) -> Vec<Range<usize>> {
    let (mut spans, mut open) = (vec![], None);
    for (at, letter) in paragraph.char_indices() {
        match (letter, open) {
            ('(' | '[', None) => open = Some(at),
            (')' | ']', Some(start)) => {
                spans.push(start..at + 1);
                open = None;
            }
            _ => {}
        }
    }
    spans
}

/// Whether the second of two neighbouring proposals continues the first.
fn belongs(language: Language, text: &str, first: Range<usize>, second: Range<usize>) -> bool {
    let (before, after) = (&text[first], &text[second]);
    let lexicon = language.lexicon();
    !after.chars().any(char::is_alphanumeric)
        || is_number_of_list(before)
        || starts_in_lower_case(after)
        || ends_with_abbreviation(language, before, after)
        || ends_with_closing_mark(before) && names_who_spoke(lexicon, after)
}

/// `1.` or `a)` before what it numbers.
fn is_number_of_list(before: &str) -> bool {
    let number = before.trim_end_matches(['.', ')']);
    number.len() < before.len() && number.chars().nth(2).is_none() && number.chars().all(char::is_alphanumeric)
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Also behind a dash or an opening mark: `— спросил он.`
fn starts_in_lower_case(after: &str) -> bool {
    let mut letters = after.chars().skip_while(|c| c.is_whitespace() || matches!(c, '—' | '–' | '-' | ',' | '…'));
    let Some(first) = letters.next() else { return false };
    // A name such as `iPhone` or `eBay` may begin a sentence.
    first.is_lowercase() && !letters.next().is_some_and(char::is_uppercase)
}

fn ends_with_abbreviation(language: Language, before: &str, after: &str) -> bool {
    let lexicon = language.lexicon();
    let Some(last) = tail(before).split_whitespace().next_back() else { return false };
    // `l’art. 5`: what is elided before it is a word of its own.
    let last = last.rsplit(['’', '\'']).next().unwrap_or(last).trim_start_matches(|c: char| !c.is_alphanumeric());
    let Some(stem) = last.strip_suffix('.').filter(|stem| !stem.ends_with('.')) else { return false };
    let grammar = |word: &str| lexicon.is_function(word) || lexicon.speech().adverbs.has(word);
    let opens_sentence = || after.split_whitespace().next().is_some_and(|word| grammar(&word.to_lowercase()));
    let mut letters = stem.chars();
    let initial = matches!((letters.next(), letters.next()), (Some(only), None) if only.is_uppercase());
    if initial || stem.contains('.') {
        return !opens_sentence();
    }
    let ordinal = writes_ordinals_with_a_dot(language) && (1..=2).contains(&stem.len()) && stem.bytes().all(|b| b.is_ascii_digit());
    let known = lexicon.is_abbreviation(last) || lexicon.is_abbreviation(&capitalised(last));
    let ends = || opens_sentence() || is_unit(language, stem) && !after.starts_with(char::is_lowercase);
    ordinal || known && !(last.chars().all(|c| c.is_lowercase() || c == '.') && ends())
}

/// A unit or a currency, which is no part of a name that follows; German nouns begin like names.
fn is_unit(language: Language, stem: &str) -> bool {
    let fills = |list: &&str| language.lexicon().fills(list, &fold(stem));
    language.code() != "de" && stem.chars().count() > 1 && ["units", "money", "number_words"].iter().any(fills)
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

fn writes_ordinals_with_a_dot(language: Language) -> bool {
    matches!(language.code(), "de" | "da" | "no" | "fi" | "hu" | "tr" | "cs" | "pl" | "sr")
}

/// Whether a quotation ends here with a mark that leaves the sentence open: `?"`, `!"`, `…"`, `,"`.
fn ends_with_closing_mark(before: &str) -> bool {
    let inner = before.trim_end_matches(['"', '”', '»', '“', '\'', '’']);
    inner.len() < before.len() && inner.ends_with(['?', '!', '…', ',', '—', '–'])
}

/// `President Holt said.`: a reporting verb among the first words, and no quotation of its own.
fn names_who_spoke(lexicon: &Lexicon, after: &str) -> bool {
    let first: Vec<String> =
        after.split_whitespace().take(5).map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()).collect();
    let verb = first.iter().position(|word| lexicon.is_speech_verb(word));
    verb.is_some_and(|at| at <= 4) && words(after) <= 14 && !after.contains(['"', '“', '«', '„'])
}

#[cfg(test)]
mod tests;
