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
    /// To sentences beside it, which may answer too or which it announces.
    Beside(Beside),
    /// To the sentences after it: what its section says first.
    Opening,
    /// To the sentences around it, or to its whole section.
    Context,
}

/// How many sentences before a core and after it are quoted with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Beside {
    /// Right before it.
    pub before: usize,
    /// Right after it.
    pub after: usize,
}

impl Beside {
    /// All that there may be: a quote has three sentences at most.
    pub const ALL: [Beside; 5] = [Beside::of(0, 1), Beside::of(1, 0), Beside::of(0, 2), Beside::of(2, 0), Beside::of(1, 1)];

    const fn of(before: usize, after: usize) -> Beside {
        Beside { before, after }
    }

    /// The places of the sentences beside a core at a place; `None` if there are not so many before it.
    pub fn places(self, core: usize) -> Option<impl Iterator<Item = usize>> {
        let first = core.checked_sub(self.before)?;
        Some((first..=core + self.after).filter(move |at| *at != core))
    }
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
    if sentence.announces { alone.beside(page, at, Beside::of(0, 1)) } else { Some(alone) }
}

/// What to quote of a scored sentence together with some beside it; `None` if there are not so many, if they are too long together, if
/// somebody would lose their speaker, or if the last announces what is not among them.
pub(super) fn joined(page: &Page<'_>, scored: &Scored, beside: Beside) -> Option<Cut> {
    let last = page.passage.sentences.get(scored.at + beside.after)?;
    if last.announces { None } else { of(page, scored.at, scored.score)?.beside(page, scored.at, beside) }
}

impl Cut {
    /// The cut of the sentence at a place with some of its page beside it.
    fn beside(self, page: &Page<'_>, at: usize, beside: Beside) -> Option<Cut> {
        let sentences = &page.passage.sentences;
        let others = beside.places(at)?.map(|other| sentences.get(other).map(|other| (wide(other), &other.voice)));
        let joined = self.joined(beside, others)?;
        // A speaker may be named before the passage or behind it: what lies between is not counted here.
        let inside = joined.span.start >= wide(sentences.first()?).start && joined.span.end <= wide(sentences.last()?).end;
        let within = || sentences.iter().filter(|sentence| joined.span.contains(&(sentence.span.start as usize)));
        let words: usize = within().map(|sentence| sentence.words.len()).sum();
        (inside && within().count() <= MOST_SENTENCES && words <= MOST_WORDS).then_some(joined)
    }

    /// The cut with some sentences beside its core, each with what it needs to keep its speaker; `None` if one is not there, or if any of
    /// all needs a speaker's line, under which the others would be theirs too.
    pub fn joined<'a>(self, beside: Beside, others: impl Iterator<Item = Option<(Range<usize>, &'a Voice)>>) -> Option<Cut> {
        if self.speaker.is_some() {
            return None;
        }
        let mut span = self.span.clone();
        for other in others {
            let (other, voice) = other?;
            let (other, None) = attributed(&other, voice)? else { return None };
            span = span.start.min(other.start)..span.end.max(other.end);
        }
        Some(Cut { span, widened: Some(Widening::Beside(beside)), ..self })
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
    use crate::answer::features::promises::snapshot;
    use crate::answer::model::Model;
    use crate::answer::{Options, rank};
    use crate::article::{Article, Draft, DraftSection, Metadata};
    use crate::language::Language;
    use crate::search::Question;

    /// A cut of the bytes 100 to 150 joined with others.
    #[track_caller]
    fn check(speaker: Option<Range<usize>>, others: &[(Range<usize>, Voice)], expected: Option<Range<usize>>) {
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
        let beside = Beside::of(0, others.len());
        let joined = cut.joined(beside, others.iter().map(|(span, voice)| Some((span.clone(), voice))));
        assert_eq!(joined.map(|cut| cut.span), expected);
    }

    #[test]
    fn no_more_than_three_sentences_are_quoted_where_the_speaker_stands_in_the_passage_before() {
        let before = "The river rose in the night and the road was closed until the morning. ".repeat(7);
        let boats = "\"The boats left the harbour at noon,\" he said. The boats left the harbour of Selm at noon on Sunday.";
        let paragraphs =
            vec![format!("{before}Mayor Per Stig said the dam was safe. The square was dry again."), format!("{boats} {before}")];
        let metadata = Metadata { title: "The flood".into(), language: Language::ENGLISH, ..Metadata::default() };
        let sections = vec![DraftSection { heading: None, paragraphs }];
        let article = Article::from_draft(&Draft { metadata, sections, ..Draft::default() });
        let question = Question::parse("When did the boats leave the harbour?").expect("it has words");
        let snapshot = snapshot(std::slice::from_ref(&article));
        let ranking = rank(&snapshot, &question, Options::default(), Model::fitted()).expect("memory can be read");
        for cut in ranking.cuts.iter().chain(&ranking.joined) {
            let sentences = article.paragraphs.iter().flat_map(|paragraph| &paragraph.sentences);
            let quoted = sentences.filter(|sentence| cut.span.contains(&sentence.start)).count();
            assert!(quoted <= MOST_SENTENCES, "{}", &article.text[cut.span.clone()]);
        }
    }

    #[test]
    fn sentences_are_quoted_together_only_where_all_keep_their_speakers() {
        check(None, &[(151..180, Voice::Itself)], Some(100..180));
        check(None, &[(60..99, Voice::Itself)], Some(60..150));
        check(None, &[(60..99, Voice::Itself), (151..180, Voice::Itself)], Some(60..180));
        check(None, &[(151..180, Voice::Within(151..230))], Some(100..230));
        check(None, &[(151..180, Voice::Line(10..20))], None);
        check(None, &[(151..180, Voice::Itself), (181..200, Voice::Nobody)], None);
        check(Some(10..20), &[(151..180, Voice::Itself)], None);
    }
}
