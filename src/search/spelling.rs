//! Finds the word of the index's vocabulary that somebody meant to type.

use tantivy::query::FuzzyTermQuery;
use tantivy::schema::{Field, Term};
use tantivy::{Searcher, TantivyError};

/// Words shorter than this are taken as typed: too many others are one letter away.
const SHORTEST: usize = 5;

/// Words from this length on may have two wrong letters.
const LONG: usize = 9;

/// The vocabulary's word nearest to one that it does not hold: fewest wrong letters, then most passages, then the alphabet.
///
/// The first letter is taken as right. `None` if nothing is near enough.
pub fn nearest(searchers: &[&Searcher], field: Field, surface: &str) -> Result<Option<String>, TantivyError> {
    let length = surface.chars().count();
    if length < SHORTEST || !surface.chars().all(char::is_alphabetic) {
        return Ok(None);
    }
    let distance = if length >= LONG { 2 } else { 1 };
    let automaton = FuzzyTermQuery::new(Term::from_field_text(field, surface), distance, true).automaton()?;
    let first = surface.chars().take(1).collect::<String>().into_bytes();
    let mut behind = first.clone();
    // The last byte of a character is never the greatest there is.
    *behind.last_mut().expect("a word has a first letter") += 1;
    let mut best: Option<(usize, std::cmp::Reverse<u32>, String)> = None;
    for segment in searchers.iter().flat_map(|s| s.segment_readers()) {
        let index = segment.inverted_index(field)?;
        let mut stream = index.terms().search(&automaton).ge(&first).lt(&behind).into_stream()?;
        while stream.advance() {
            let Ok(word) = std::str::from_utf8(stream.key()) else { continue };
            if word.chars().any(char::is_numeric) {
                continue;
            }
            let wrong = strsim::osa_distance(surface, word);
            let found = (wrong, std::cmp::Reverse(stream.value().doc_freq), word.to_owned());
            if best.as_ref().is_none_or(|best| found < *best) {
                best = Some(found);
            }
        }
    }
    Ok(best.map(|(_, _, word)| word))
}
