//! Finds what of a text stands in quotation marks, whichever marks its language uses.

use std::ops::Range;

/// What stands before a quotation that is speech rather than a phrase.
const BEFORE_SPEECH: [char; 7] = ['.', ',', ':', '?', '!', '…', ';'];

/// The marks that may close a quotation.
type Closers = &'static [char];
const SINGLE: Closers = &['\''];
const SINGLE_CURLY: Closers = &['’'];

/// The quoted stretches of one paragraph, in order, marks included.
#[derive(Debug, Default)]
pub struct Quotations {
    /// In bytes; the last runs to the paragraph's end if it is not closed.
    pub spans: Vec<Range<usize>>,
    /// Where a quotation opens that the paragraph does not close.
    pub unclosed: Option<usize>,
}

/// Reads a paragraph.
pub fn read(paragraph: &str) -> Quotations {
    let mut quotations = Quotations::default();
    let mut open: Option<(usize, Closers)> = None;
    // Where a straight mark opens as speech does, rather than astray.
    let opens_speech = |at: usize| paragraph[..at].trim_end().is_empty() || paragraph[..at].trim_end().ends_with(BEFORE_SPEECH);
    let mut previous = ' ';
    for (at, letter) in paragraph.char_indices() {
        let rest = &paragraph[at + letter.len_utf8()..];
        let next = rest.chars().next().unwrap_or(' ');
        match open {
            // A mark that can only open again: the one before was never closed.
            Some((start, _)) if letter == '"' && previous == ' ' && next.is_alphanumeric() => {
                if opens_speech(start) {
                    quotations.spans.push(start..at);
                }
                open = Some((at, &['"']));
            }
            Some((start, closers)) if closers.contains(&letter) && !is_apostrophe(previous, letter, next) => {
                quotations.spans.push(start..at + letter.len_utf8());
                open = None;
            }
            // A mark behind a space and before a comma closes what was opened as loosely: `the song " One Day ", a duet`.
            None if ends_loosely(rest) => {}
            None => open = closers(previous, letter, next).map(|closers| (at, closers)),
            Some(_) => {}
        }
        previous = letter;
    }
    // A single mark that nothing closes was an apostrophe.
    let single = |closers: Closers| closers == SINGLE_CURLY || closers == SINGLE;
    if let Some((start, _)) = open.filter(|(start, closers)| !single(closers) && opens_speech(*start)) {
        quotations.spans.push(start..paragraph.len());
        quotations.unclosed = Some(start);
    }
    quotations
}

fn ends_loosely(rest: &str) -> bool {
    rest.starts_with([',', '.', ';', ')', ']', '?', '!']) && !rest.starts_with("..")
}

fn closers(previous: char, letter: char, next: char) -> Option<Closers> {
    let begins = !previous.is_alphanumeric() && !next.is_whitespace();
    match letter {
        // Behind a digit it means inches.
        '"' if begins => Some(&['"']),
        '«' => Some(&['»']),
        '»' if begins && next.is_alphanumeric() => Some(&['«']),
        '“' => Some(&['”', '"', '“']),
        '”' if begins && next.is_alphanumeric() => Some(&['”']),
        '„' => Some(&['“', '”', '"']),
        '「' => Some(&['」']),
        '‘' if begins => Some(SINGLE_CURLY),
        '\'' if begins && next.is_alphabetic() => Some(SINGLE),
        _ => None,
    }
}

fn is_apostrophe(previous: char, letter: char, next: char) -> bool {
    matches!(letter, '’' | '\'') && (previous.is_whitespace() || previous.is_alphanumeric() && next.is_alphanumeric())
}
