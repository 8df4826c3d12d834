//! White space and words of text taken from a page.

use crate::language::words;
pub use crate::language::words::count as words;

/// Runs of breakable white space become one space; a no-break space is the author's own. Soft hyphens and other marks without
/// width go: they are typesetting, and would part a word from itself.
pub fn fold(text: &str) -> String {
    let text: String = text.chars().filter(|c| !matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')).collect();
    let words = text.split([' ', '\t', '\n', '\r', '\u{c}']).filter(|w| !w.is_empty());
    words.collect::<Vec<_>>().join(" ").trim().to_owned()
}

/// Adds the text of another element. Where a small letter would meet a capital, the page shows them apart by its style alone.
pub fn append(text: &mut String, more: &str) {
    if text.ends_with(char::is_lowercase) && more.starts_with(char::is_uppercase) {
        text.push(' ');
    }
    text.push_str(more);
}

/// Letters and digits in lower case, one space between words: equal for texts that differ in typography alone.
pub fn key(text: &str) -> String {
    let folded = words::fold(text);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether a text ends as a sentence does.
pub fn ends_a_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(['"', '\'', '”', '’', '»', '“', ')', ']', ' ', '\u{a0}']);
    text.ends_with(['.', '!', '?', '…', '。', '！', '？', ':'])
}
