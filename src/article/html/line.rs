//! The line of text that is being read from a page.

use super::spaces;

/// Words of the longest line that is a label, such as a byline.
const LABEL_WORDS: usize = 12;

/// Words of the longest label at the beginning of a line.
const OPENING_WORDS: usize = 3;

/// Bytes of it, more than any such words have.
const OPENING_BYTES: usize = 300;

/// The block that is being read. Counts are characters other than white space.
#[derive(Default)]
pub struct Line {
    /// What was read of it.
    pub text: String,
    /// All of it.
    pub all: usize,
    /// What was picked as text of the article.
    pub picked: usize,
    /// What stands in links away from the page.
    pub linked: usize,
    /// What is bold.
    pub bold: usize,
    /// What is italic.
    pub italic: usize,
    /// Line breaks after it.
    pub breaks: usize,
    /// Whether something without text stood last: a picture, a box that was left out.
    pub cut: bool,
    /// What comes before the next text.
    pub between: Option<&'static str>,
}

impl Line {
    /// Whether a single line break ends a paragraph: after a label or a sentence, before a capital.
    pub fn is_whole(&self, next: &str) -> bool {
        let label = spaces::words(&self.text) <= LABEL_WORDS;
        (label || spaces::ends_a_sentence(&self.text))
            && !next.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_lowercase)
    }

    /// Whether it holds a few words so far, which may be a label before what follows: `Transport` before `The first …`.
    pub fn opens(&self) -> bool {
        // Asked at each piece of the text: a line may be as long as the page.
        if self.text.len() > OPENING_BYTES {
            return false;
        }
        let last = self.text.split_whitespace().next_back().unwrap_or_default();
        spaces::words(&self.text) <= OPENING_WORDS && last.chars().count() > 2
    }

    /// Whether something without text parts a paragraph from the next: a sentence ends before it and one begins behind it, with no space.
    pub fn is_parted(&self, next: &str) -> bool {
        let opens = |c: char| c.is_uppercase() || matches!(c, '"' | '“' | '„' | '«' | '¿' | '¡');
        self.cut && spaces::ends_a_sentence(&self.text) && !self.text.ends_with(char::is_whitespace) && next.starts_with(opens)
    }
}
