//! Whether a sentence is the one that was expected.
//!
//! Judged on the core alone, so that long quotes win nothing.

use unicode_normalization::UnicodeNormalization;

/// From this many words on, an expected text need not be there to the letter.
const LOOSE_WORDS: usize = 4;

/// The part of a longer expected text's words that must be there, in order.
const LOOSE_SHARE: f32 = 0.8;

/// NFKC, lower case, and every run of characters other than letters and digits to one space.
pub fn fold(text: &str) -> String {
    let lower: String = text.nfkc().flat_map(char::to_lowercase).collect();
    lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether a text holds one of the expected ones: as whole words, or 80% of the words of one with at least four, in order.
pub fn holds(text: &str, expected: &[String]) -> bool {
    let text = fold(text);
    let words: Vec<&str> = text.split(' ').collect();
    expected.iter().map(|e| fold(e)).filter(|e| !e.is_empty()).any(|expected| {
        let wanted: Vec<&str> = expected.split(' ').collect();
        format!(" {text} ").contains(&format!(" {expected} "))
            || wanted.len() >= LOOSE_WORDS && in_order(&words, &wanted) as f32 >= LOOSE_SHARE * wanted.len() as f32
    })
}

/// The length of the longest common subsequence of two lists of words.
fn in_order(text: &[&str], wanted: &[&str]) -> usize {
    let mut row = vec![0usize; wanted.len() + 1];
    for word in text {
        let mut diagonal = 0;
        for (at, other) in wanted.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if word == other { diagonal + 1 } else { above.max(row[at]) };
            diagonal = above;
        }
    }
    row[wanted.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str, right: bool) {
        assert_eq!(holds(text, &[expected.to_owned()]), right);
    }

    #[test]
    fn whole_words_or_most_words_in_order() {
        check("It fell by 30 days.", "30 days", true);
        check("It fell by 130 days.", "30 days", false);
        check("The grid may not be hit for thirty days, he said.", "the grid may not be hit for 30 days", true);
        check("days thirty for hit be not may grid the", "the grid may not be hit for 30 days", false);
    }
}
