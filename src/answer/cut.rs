//! Places in an article: what to quote, and where its speaker is named.

use std::ops::Range;

use serde::Serialize;

use super::Scored;
use super::page::Page;
use crate::article::voice::{MOST_SENTENCES, MOST_WORDS, Voice};
use crate::search::passage::Sentence;

/// Why a quote is wider than its core.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Widening {
    /// To the sentence that names who speaks.
    Speaker,
    /// To the sentence before it, which is nearly as likely to answer.
    Before,
    /// To the sentence after it, which is nearly as likely to answer or which it announces.
    After,
    /// To the sentences after it: what its section says first.
    Opening,
    /// To the sentences around it, or to its whole section.
    Context,
}

/// Places in one version of an article: what to quote.
#[derive(Clone, Debug, PartialEq)]
pub struct Cut {
    /// Which of the snapshot's libraries the article is in.
    pub part: usize,
    /// The article's id.
    pub article: String,
    /// Its version.
    pub version: u32,
    /// The section's id.
    pub section: String,
    /// The bytes of the best sentence.
    pub core: Range<usize>,
    /// The bytes to quote: the core, or more.
    pub span: Range<usize>,
    /// Why the span is wider than the core, if it is.
    pub widened: Option<Widening>,
    /// The bytes of the line that names the speaker, where the span does not.
    pub speaker: Option<Range<usize>>,
    /// The score that it was ranked by.
    pub score: f32,
}

/// Whether a sentence may be quoted, as [`of`] says.
pub(super) fn tells(page: &Page<'_>, at: usize) -> bool {
    let sentence = &page.passage.sentences[at];
    sentence.voice != Voice::Nobody && (!sentence.announces || of(page, at, 0.0).is_some())
}

/// What to quote of a sentence, widened to its speaker or to what it announces; `None` if it must not be quoted: nobody says it, or what
/// it announces cannot be quoted with it.
pub(super) fn of(page: &Page<'_>, at: usize, score: f32) -> Option<Cut> {
    let sentence = &page.passage.sentences[at];
    let core = wide(sentence);
    let (span, speaker) = attributed(&core, &sentence.voice)?;
    let widened = (span != core).then_some(Widening::Speaker);
    let alone = Cut {
        part: page.part,
        article: page.passage.article.to_owned(),
        version: page.passage.version,
        section: page.passage.section.to_owned(),
        core,
        span,
        widened,
        speaker,
        score,
    };
    if sentence.announces { alone.with(page, at + 1) } else { Some(alone) }
}

/// What to quote of a scored sentence together with the one at a place beside it; `None` if they are too long together, or if somebody
/// would lose their speaker.
pub(super) fn joined(page: &Page<'_>, scored: &Scored, other: usize) -> Option<Cut> {
    of(page, scored.at, scored.score)?.with(page, other)
}

impl Cut {
    /// The cut with a sentence of its page beside it.
    fn with(self, page: &Page<'_>, other: usize) -> Option<Cut> {
        let beside = page.passage.sentences.get(other)?;
        let joined = self.joined(&wide(beside), &beside.voice)?;
        let within = |sentence: &&Sentence<'_>| joined.span.contains(&(sentence.span.start as usize));
        let sentences = || page.passage.sentences.iter().filter(within);
        let words: usize = sentences().map(|sentence| sentence.words.len()).sum();
        (sentences().count() <= MOST_SENTENCES && words <= MOST_WORDS).then_some(joined)
    }

    /// The cut with a sentence beside its core; `None` if either needs a speaker's line, under which the other would be theirs too.
    pub fn joined(self, other: &Range<usize>, voice: &Voice) -> Option<Cut> {
        let (beside, None) = attributed(other, voice)? else { return None };
        let widened = if other.start < self.core.start { Widening::Before } else { Widening::After };
        let span = self.span.start.min(beside.start)..self.span.end.max(beside.end);
        self.speaker.is_none().then_some(Cut { span, widened: Some(widened), ..self })
    }
}

/// The bytes to quote of a sentence so that it keeps its speaker, and the line that names the speaker where those bytes do not.
///
/// `None` if nobody is named: it must not be quoted.
pub fn attributed(core: &Range<usize>, voice: &Voice) -> Option<(Range<usize>, Option<Range<usize>>)> {
    match voice {
        Voice::Itself => Some((core.clone(), None)),
        Voice::Within(span) => Some((span.clone(), None)),
        Voice::Line(line) => Some((core.clone(), Some(line.clone()))),
        Voice::Nobody => None,
    }
}

fn wide(sentence: &Sentence<'_>) -> Range<usize> {
    sentence.span.start as usize..sentence.span.end as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A cut of the bytes 100 to 150 joined with the sentence at `other`.
    #[track_caller]
    fn check(speaker: Option<Range<usize>>, other: Range<usize>, voice: &Voice, expected: Option<(Range<usize>, Widening)>) {
        let cut = Cut {
            part: 0,
            article: "a".into(),
            version: 1,
            section: "lead".into(),
            core: 100..150,
            span: 100..150,
            widened: None,
            speaker,
            score: 0.0,
        };
        let joined = cut.joined(&other, voice);
        assert_eq!(joined.map(|cut| (cut.span, cut.widened.expect("it is wider"))), expected);
    }

    #[test]
    fn a_sentence_is_quoted_with_its_neighbour_only_where_both_keep_their_speakers() {
        check(None, 151..180, &Voice::Itself, Some((100..180, Widening::After)));
        check(None, 60..99, &Voice::Itself, Some((60..150, Widening::Before)));
        check(None, 151..180, &Voice::Within(151..230), Some((100..230, Widening::After)));
        check(None, 151..180, &Voice::Line(10..20), None);
        check(None, 151..180, &Voice::Nobody, None);
        check(Some(10..20), 151..180, &Voice::Itself, None);
    }
}
