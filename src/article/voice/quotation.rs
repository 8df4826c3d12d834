//! What of a paragraph stands in quotation marks, or is spoken behind a dash.

use std::ops::Range;

use crate::language::lexicon::Speech;
use crate::language::lexicon::speech::plain;
use crate::language::quotations::{self, Quotations};

/// Words after a dash among which a verb of speech shows that the dialogue pauses for who speaks: `— сказал он`.
const PAUSE_WORDS: usize = 4;

/// The quoted stretches of one paragraph, in order, marks included.
#[derive(Debug, Default)]
pub struct Quoted {
    spans: Vec<Range<usize>>,
    /// Where a quotation opens that the paragraph does not close.
    unclosed: Option<usize>,
}

impl Quoted {
    /// Reads a paragraph. A quotation that is not closed runs to its end.
    pub fn read(speech: &Speech, paragraph: &str) -> Quoted {
        if speech.dash_dialogue && paragraph.starts_with(is_dash) {
            return Quoted { spans: dialogue(speech, paragraph), unclosed: None };
        }
        let Quotations { spans, unclosed } = quotations::read(paragraph);
        Quoted { spans, unclosed }
    }

    /// Whether a byte of the paragraph is quoted.
    pub fn holds(&self, at: usize) -> bool {
        self.spans.iter().any(|span| span.contains(&at))
    }

    /// What of the quotations stands in a stretch of the paragraph.
    pub fn within(&self, stretch: &Range<usize>) -> Vec<Range<usize>> {
        let cut = self.spans.iter().map(|s| s.start.max(stretch.start)..s.end.min(stretch.end));
        cut.filter(|span| span.start < span.end).collect()
    }

    /// Whether a quotation that began earlier is still open where a sentence ends.
    pub fn is_open_at(&self, end: usize) -> bool {
        self.spans.iter().any(|span| span.start < end && end < span.end) || self.unclosed.is_some_and(|start| start < end)
    }
}

fn is_dash(letter: char) -> bool {
    matches!(letter, '—' | '–')
}

/// What is spoken in a paragraph that begins with a dash: all but the stretches that say who speaks.
fn dialogue(speech: &Speech, paragraph: &str) -> Vec<Range<usize>> {
    let mut spans = vec![];
    let mut start = 0;
    let mut speaking = true;
    let marks = paragraph.char_indices().skip(1).filter(|(_, c)| is_dash(*c) || *c == ',');
    for (at, mark) in marks {
        let rest = &paragraph[at + mark.len_utf8()..];
        let begins_word = rest.starts_with(|c: char| c.is_whitespace() || c.is_alphabetic());
        let bare = mark != ',' || !rest.trim_start().starts_with(is_dash);
        let pauses = bare && speaking && begins_word && names_who_speaks(speech, rest, if mark == ',' { 1 } else { PAUSE_WORDS });
        let resumes = !speaking && is_dash(mark);
        if pauses {
            spans.push(start..at);
            speaking = false;
        } else if resumes {
            start = at;
            speaking = true;
        }
    }
    if speaking {
        spans.push(start..paragraph.len());
    }
    spans
}

fn names_who_speaks(speech: &Speech, text: &str, words: usize) -> bool {
    let first = text.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty());
    first.take(words).any(|word| speech.verbs.has(&plain(word)))
}
