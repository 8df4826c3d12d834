//! Parts of a message in order, and what is left out where they are too long together.

/// What stands between two parts: one line below the other, or an empty line between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// The next line.
    Line,
    /// An empty line.
    Empty,
}

/// One part.
#[derive(Clone, Debug)]
pub struct Block {
    /// What it says.
    pub text: String,
    /// The least telling goes first; parts of [`NEEDED`] stay.
    pub worth: u8,
    /// What parts it from the one before.
    pub gap: Gap,
}

/// The worth of what a card cannot do without.
pub const NEEDED: u8 = 9;

/// How long a text is for Discord. Where its clients and its servers count differently, this is the larger number.
pub fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

/// The parts as one text of at most `most` characters; `None` if those that are needed do not fit.
pub fn fitted(mut blocks: Vec<Block>, most: usize) -> Option<String> {
    loop {
        let text = joined(&blocks);
        if length(&text) <= most {
            return Some(text);
        }
        let least =
            blocks.iter().enumerate().filter(|(_, block)| block.worth < NEEDED).min_by_key(|(n, block)| (block.worth, usize::MAX - n));
        let (n, _) = least?;
        blocks.remove(n);
    }
}

fn joined(blocks: &[Block]) -> String {
    let mut text = String::new();
    for block in blocks {
        if !text.is_empty() {
            text.push_str(if block.gap == Gap::Empty { "\n\n" } else { "\n" });
        }
        text.push_str(&block.text);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_is_left_out_whole_and_the_least_telling_first() {
        let block = |text: &str, worth| Block { text: text.into(), worth, gap: Gap::Line };
        let blocks = vec![block("quote", NEEDED), block("notice", 5), block("facts", 2)];
        assert_eq!(fitted(blocks.clone(), 18).as_deref(), Some("quote\nnotice\nfacts"));
        assert_eq!(fitted(blocks.clone(), 17).as_deref(), Some("quote\nnotice"));
        assert_eq!(fitted(blocks.clone(), 11).as_deref(), Some("quote"));
        assert_eq!(fitted(blocks, 4), None);
    }
}
