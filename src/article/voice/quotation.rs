//! What of a paragraph stands in quotation marks.

use std::ops::Range;

/// The quoted stretches of one paragraph, in order, marks included.
#[derive(Debug, Default)]
pub struct Quoted {
    spans: Vec<Range<usize>>,
    /// Where a quotation opens that the paragraph does not close.
    unclosed: Option<usize>,
}

impl Quoted {
    /// Reads a paragraph. A quotation that is not closed runs to its end.
    pub fn read(paragraph: &str) -> Quoted {
        let mut quoted = Quoted::default();
        let mut open: Option<(usize, &[char])> = None;
        let mut previous = ' ';
        for (at, letter) in paragraph.char_indices() {
            let next = paragraph[at + letter.len_utf8()..].chars().next().unwrap_or(' ');
            match open {
                Some((start, closers)) if closers.contains(&letter) && !is_apostrophe(previous, letter, next) => {
                    quoted.spans.push(start..at + letter.len_utf8());
                    open = None;
                }
                None => open = closers(previous, letter, next).map(|closers| (at, closers)),
                Some(_) => {}
            }
            previous = letter;
        }
        // A single mark that nothing closes was an apostrophe.
        if let Some((start, closers)) = open.filter(|(_, closers)| *closers != ['’'] && *closers != ['\'']) {
            debug_assert!(!closers.is_empty());
            quoted.spans.push(start..paragraph.len());
            quoted.unclosed = Some(start);
        }
        quoted
    }

    /// Whether a byte of the paragraph is quoted.
    pub fn holds(&self, at: usize) -> bool {
        self.spans.iter().any(|span| span.contains(&at))
    }

    /// Whether a quotation that began earlier is still open where a sentence ends.
    pub fn is_open_at(&self, end: usize) -> bool {
        self.spans.iter().any(|span| span.start < end && end < span.end) || self.unclosed.is_some_and(|start| start < end)
    }
}

fn closers(previous: char, letter: char, next: char) -> Option<&'static [char]> {
    match letter {
        '"' => Some(&['"']),
        '«' => Some(&['»']),
        '»' if next.is_alphanumeric() => Some(&['«']),
        '“' => Some(&['”', '"']),
        '„' => Some(&['“', '”']),
        '‘' if !previous.is_alphanumeric() => Some(&['’']),
        '\'' if !previous.is_alphanumeric() && next.is_alphanumeric() => Some(&['\'']),
        _ => None,
    }
}

fn is_apostrophe(previous: char, letter: char, next: char) -> bool {
    matches!(letter, '’' | '\'') && previous.is_alphanumeric() && next.is_alphanumeric()
}
