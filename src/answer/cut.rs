//! Places in an article: what to quote, and where its speaker is named.

use std::ops::Range;

use serde::Serialize;

use super::Scored;
use super::page::Page;
use crate::article::voice::Voice;
use crate::search::passage::Sentence;

/// Why a quote is wider than its core.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Widening {
    /// To the sentence that names who speaks.
    Speaker,
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

/// What to quote of a scored sentence, widened to its speaker.
pub(super) fn of(page: &Page<'_>, scored: &Scored) -> Cut {
    let sentence = &page.passage.sentences[scored.at];
    let core = wide(sentence);
    let (span, speaker) = attributed(&core, &sentence.voice).expect("what nobody says is not scored");
    let widened = (span != core).then_some(Widening::Speaker);
    Cut {
        part: page.part,
        article: page.passage.article.to_owned(),
        version: page.passage.version,
        section: page.passage.section.to_owned(),
        core,
        span,
        widened,
        speaker,
        score: scored.score,
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
