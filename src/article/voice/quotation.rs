//! What of a paragraph stands in quotation marks, or is spoken behind a dash.

use std::ops::Range;

use super::reading::is_turned;
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
            return Quoted { spans: spoken(speech, paragraph, 0..paragraph.len()), unclosed: None };
        }
        let Quotations { spans, unclosed } = quotations::read(paragraph);
        if !speech.dash_dialogue {
            return Quoted { spans, unclosed };
        }
        // «Я приду, — сказал он. — Ждите меня».
        let spans = spans.into_iter().flat_map(|span| spoken(speech, paragraph, span)).collect();
        Quoted { spans, unclosed }
    }

    /// Whether a byte of the paragraph is quoted.
    pub fn holds(&self, at: usize) -> bool {
        self.spans.get(self.first_behind(at)).is_some_and(|span| span.contains(&at))
    }

    /// What of the quotations stands in a stretch of the paragraph.
    pub fn within(&self, stretch: &Range<usize>) -> Vec<Range<usize>> {
        let reaching = self.spans[self.first_behind(stretch.start)..].iter().take_while(|span| span.start < stretch.end);
        let cut = reaching.map(|s| s.start.max(stretch.start)..s.end.min(stretch.end));
        cut.filter(|span| span.start < span.end).collect()
    }

    /// Whether a quotation that began earlier is still open where a sentence ends.
    pub fn is_open_at(&self, end: usize) -> bool {
        let open = self.spans.get(self.first_behind(end)).is_some_and(|span| span.start < end);
        open || self.unclosed.is_some_and(|start| start < end)
    }

    /// The first quotation that ends behind a byte: they are in order, and a paragraph may hold thousands.
    fn first_behind(&self, at: usize) -> usize {
        self.spans.partition_point(|span| span.end <= at)
    }
}

fn is_dash(letter: char) -> bool {
    matches!(letter, '—' | '–')
}

/// What is spoken in a stretch of dialogue: all but where it pauses to say who speaks.
fn spoken(speech: &Speech, paragraph: &str, stretch: Range<usize>) -> Vec<Range<usize>> {
    let mut spans = vec![];
    let mut start = stretch.start;
    // The mark that opened the pause.
    let mut paused = None;
    for (at, mark) in paragraph[stretch.clone()].char_indices().skip(1) {
        let (at, rest) = (stretch.start + at, &paragraph[stretch.start + at + mark.len_utf8()..stretch.end]);
        match paused {
            None if pauses(speech, mark, rest) => {
                spans.push(start..at);
                paused = Some(mark);
            }
            // A dash ends what a dash began; another mark holds to the end of its sentence.
            Some(opened) if !is_dash(opened) && matches!(mark, '.' | '?' | '!') && rest.starts_with(' ') => (start, paused) = (at, None),
            Some(opened) if is_dash(opened) && is_dash(mark) => (start, paused) = (at, None),
            _ => {}
        }
    }
    if paused.is_none() {
        spans.push(start..stretch.end);
    }
    spans
}

fn is_space(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}' | '\u{202f}')
}

/// Whether a text begins with a verb that is turned round before its pronoun.
fn turns(rest: &str) -> bool {
    let verb = rest.trim_start();
    verb.find(|c: char| !c.is_alphabetic()).is_some_and(|end| end > 0 && is_turned(&verb[end..]))
}

/// Whether a mark in dialogue is followed by who speaks.
fn pauses(speech: &Speech, mark: char, rest: &str) -> bool {
    let words = || rest.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty());
    // "A prévenu Luc Varenne", "s’exclame le facteur".
    let helps = |word: &&str| speech.auxiliaries.has(&plain(word)) || speech.passive.has(&plain(word)) || matches!(*word, "s" | "m");
    let leads = || words().find(|word| !helps(word)).is_some_and(|word| speech.verbs.has(&plain(word)));
    let verb_within = |reach: usize| words().take(reach).any(|word| speech.verbs.has(&plain(word)));
    match mark {
        ',' | '!' | '?' | '…' => speech.inverts_behind_comma && rest.starts_with(is_space) && (leads() || turns(rest)),
        _ if !is_dash(mark) || !rest.starts_with(|c: char| c.is_whitespace() || c.is_alphabetic()) => false,
        // A verb that no list holds: `— atirou o deputado Nuno Arriaga`.
        _ => {
            let pause = rest.split(is_dash).next().unwrap_or(rest);
            let named = pause.split_whitespace().skip(1).take(PAUSE_WORDS).any(|word| word.starts_with(char::is_uppercase));
            let lower = rest.trim_start().starts_with(char::is_lowercase);
            lower && (verb_within(PAUSE_WORDS) || named && pause.split_whitespace().count() <= 2 * PAUSE_WORDS)
        }
    }
}
