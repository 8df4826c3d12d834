//! Cuts quotes out of an article that somebody points into: a sentence, what a section says first, what stands around a quote.
//!
//! Every cut keeps its speakers as those of the ranking do. How many words may be shown is decided by the caller.

use std::ops::Range;

use crate::answer::cut::attributed;
use crate::answer::{Beside, Cut, Widening};
use crate::article::Article;
use crate::article::voice::{self, MOST_SENTENCES, Voice};
use crate::language::words::count;

/// One version of an article with what each of its sentences needs to keep its speaker.
pub struct Sheet {
    part: usize,
    id: String,
    version: u32,
    article: Article,
    voices: Vec<Voice>,
    /// For each sentence, its bytes and the place of its section.
    sentences: Vec<(Range<usize>, usize)>,
}

/// How much may be shown around a quote.
#[derive(Clone, Copy, Debug)]
pub enum Around {
    /// The whole section.
    Section,
    /// The sentence before and the one after, as long as all is not more than so many words.
    Neighbours(usize),
}

impl Sheet {
    /// Reads the voices of an article's version; `part` is that of its cuts.
    pub fn of(part: usize, id: &str, version: u32, article: Article) -> Sheet {
        let voices = voice::of(&article);
        let section = |(at, section): (usize, &crate::article::Section)| {
            let paragraphs = article.paragraphs[section.paragraphs.clone()].iter();
            paragraphs.flat_map(|paragraph| paragraph.sentences.iter().cloned()).map(|span| (span, at)).collect::<Vec<_>>()
        };
        let sentences = article.sections.iter().enumerate().flat_map(section).collect();
        Sheet { part, id: id.to_owned(), version, article, voices, sentences }
    }

    /// The article.
    pub fn article(&self) -> &Article {
        &self.article
    }

    /// The place of the sentence that begins at a byte.
    pub fn sentence_at(&self, byte: usize) -> Option<usize> {
        self.sentences.iter().position(|(span, _)| span.start == byte)
    }

    /// The words of a sentence.
    pub fn words(&self, at: usize) -> &str {
        &self.article.text[self.sentences[at].0.clone()]
    }

    /// The id of a sentence's section.
    pub fn section(&self, at: usize) -> &str {
        &self.article.sections[self.sentences[at].1].id
    }

    /// The places of the sentences with exactly these words, in order.
    pub fn saying<'a>(&'a self, words: &'a str) -> impl Iterator<Item = usize> + 'a {
        (0..self.sentences.len()).filter(move |at| self.words(*at) == words)
    }

    /// A sentence as the ranking cuts it; `None` if it must not be quoted.
    pub fn cut(&self, at: usize) -> Option<Cut> {
        let core = self.sentences[at].0.clone();
        let (span, speaker) = attributed(&core, &self.voices[at])?;
        let widened = (span != core).then_some(Widening::Speaker);
        Some(self.cut_of(at, span, widened, speaker))
    }

    /// A sentence with some beside it; `None` if they are of two sections, or must not be quoted together.
    pub fn joined(&self, at: usize, beside: Beside) -> Option<Cut> {
        let other = |other: usize| {
            let (span, section) = self.sentences.get(other)?;
            (*section == self.sentences[at].1).then(|| (span.clone(), &self.voices[other]))
        };
        let joined = self.cut(at)?.joined(beside, beside.places(at)?.map(other))?;
        let sentences = self.sentences.iter().filter(|(span, _)| joined.span.contains(&span.start)).count();
        (sentences <= MOST_SENTENCES).then_some(joined)
    }

    /// What a section may open with, one for each of its sentences that may be quoted, in order.
    pub fn openings<'a>(&'a self, section: &'a str, most_words: usize) -> impl Iterator<Item = Cut> + 'a {
        (0..self.sentences.len()).filter(move |at| self.section(*at) == section).filter_map(move |at| self.opening(at, most_words))
    }

    /// A sentence and what follows it in its section, up to three sentences; `None` if it must not be quoted.
    pub fn opening(&self, at: usize, most_words: usize) -> Option<Cut> {
        let cut = self.cut(at)?;
        let mut span = cut.span.clone();
        for next in self.after(at).take(MOST_SENTENCES - 1) {
            let end = self.sentences[next].0.end;
            let kept = match &self.voices[next] {
                Voice::Itself => true,
                Voice::Within(needed) => needed.start >= span.start && needed.end <= end,
                Voice::Line(_) | Voice::Nobody => false,
            };
            let words = count(&self.article.text[span.start..end]);
            if !kept || words > most_words.min(voice::MOST_WORDS) || end <= span.end || cut.speaker.is_some() {
                break;
            }
            span.end = end;
        }
        let widened = if span == cut.span { cut.widened } else { Some(Widening::Opening) };
        Some(Cut { span, widened, ..cut })
    }

    /// The most that may be shown around a cut, in at most `room` characters; `None` if that is no more than the cut.
    pub fn around(&self, cut: &Cut, around: Around, room: usize) -> Option<Cut> {
        let core = self.sentence_at(cut.core.start)?;
        let covered = |at: &usize| self.sentences[*at].0.start >= cut.span.start && self.sentences[*at].0.end <= cut.span.end;
        let (first, last) = ((0..=core).rev().take_while(covered).last()?, (core..self.sentences.len()).take_while(covered).last()?);
        let most = match around {
            Around::Section => usize::MAX,
            Around::Neighbours(_) => 1,
        };
        // How many characters each end adds: counted once, for there are many pairs of ends.
        let length = |bytes: Range<usize>| self.article.text[bytes].chars().count();
        let adds = |at: usize| {
            let span = &self.sentences[at].0;
            (at, if at < first { length(span.start..cut.span.start) } else { length(cut.span.end..span.end) })
        };
        let fits = |(_, adds): &(usize, usize)| *adds <= room;
        let starts: Vec<_> = [(first, 0)].into_iter().chain(self.before(first).take(most).map(adds).take_while(fits)).collect();
        let ends: Vec<_> = [(last, 0)].into_iter().chain(self.after(last).take(most).map(adds).take_while(fits)).collect();
        let left = room.checked_sub(length(cut.span.clone()))?;
        let pairs = starts.iter().flat_map(|start| ends.iter().map(move |end| (start, end)));
        let fitting = pairs.filter(|(start, end)| (1..=left).contains(&(start.1 + end.1))).map(|(start, end)| start.0..end.0 + 1);
        let wider = fitting.filter_map(|places| self.wider(cut, places, around));
        wider.max_by_key(|(sentences, cut)| (*sentences, std::cmp::Reverse(cut.span.start))).map(|(_, cut)| cut)
    }

    /// A cut widened to some sentences of its section, with their number; `None` if somebody would lose their speaker, or it is too many words.
    fn wider(&self, cut: &Cut, places: Range<usize>, around: Around) -> Option<(usize, Cut)> {
        let span = self.sentences[places.start].0.start..self.sentences[places.end - 1].0.end;
        let text = &self.article.text[span.clone()];
        let holds = |bytes: &Range<usize>| bytes.start >= span.start && bytes.end <= span.end;
        let speaker = cut.speaker.clone().filter(|line| !holds(line));
        let kept = |at: usize| match &self.voices[at] {
            // Under the line of a speaker, the article's own words would be taken for theirs.
            Voice::Itself => speaker.is_none(),
            Voice::Within(needed) => speaker.is_none() && holds(needed),
            Voice::Line(line) => holds(line) || speaker.as_ref() == Some(line),
            Voice::Nobody => false,
        };
        let line = speaker.as_ref().map_or(0, |line| count(&self.article.text[line.clone()]));
        let few = match around {
            Around::Section => true,
            Around::Neighbours(most_words) => count(text) + line <= most_words,
        };
        (few && places.clone().all(kept)).then(|| (places.len(), Cut { span, speaker, widened: Some(Widening::Context), ..cut.clone() }))
    }

    fn cut_of(&self, at: usize, span: Range<usize>, widened: Option<Widening>, speaker: Option<Range<usize>>) -> Cut {
        Cut {
            part: self.part,
            article: self.id.clone(),
            version: self.version,
            section: self.section(at).to_owned(),
            core: self.sentences[at].0.clone(),
            span,
            widened,
            speaker,
            score: 0.0,
        }
    }

    /// The sentences after one in its section.
    fn after(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        (at + 1..self.sentences.len()).take_while(move |other| self.sentences[*other].1 == self.sentences[at].1)
    }

    /// The sentences before one in its section, the nearest first.
    fn before(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        (0..at).rev().take_while(move |other| self.sentences[*other].1 == self.sentences[at].1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Draft, DraftSection, Metadata};
    use crate::language::Language;

    /// A sheet of sections parted by `//`, with paragraphs parted by `/`.
    fn sheet(text: &str) -> Sheet {
        let metadata = Metadata { language: Language::parse("en").expect("it is spoken"), ..Metadata::default() };
        let section = |part: &str| DraftSection { heading: None, paragraphs: part.split(" / ").map(str::to_owned).collect() };
        let sections = text.split(" // ").map(section).collect();
        Sheet::of(0, "a", 1, Article::from_draft(&Draft { metadata, sections, ..Draft::default() }))
    }

    /// What is shown around the sentence that begins so, with the line of its speaker.
    fn shown(text: &str, begins: &str, around: Around, room: usize) -> Option<(String, Option<String>)> {
        let sheet = sheet(text);
        let at = (0..sheet.sentences.len()).find(|at| sheet.words(*at).starts_with(begins)).expect("there is such a sentence");
        let cut = sheet.around(&sheet.cut(at).expect("it may be quoted"), around, room)?;
        let words = |bytes: Range<usize>| sheet.article.text[bytes].to_owned();
        Some((words(cut.span), cut.speaker.map(words)))
    }

    #[track_caller]
    fn check(text: &str, begins: &str, around: Around, expected: Option<&str>) {
        assert_eq!(shown(text, begins, around, 1000).map(|(words, _)| words).as_deref(), expected);
    }

    const MARKET: &str = "Stalls open at nine. The square is wet. Lamps hang over it. Music ends at ten. // Buses stop there.";

    #[test]
    fn the_sentences_next_to_a_quote_or_its_whole_section() {
        check(MARKET, "The square", Around::Neighbours(80), Some("Stalls open at nine. The square is wet. Lamps hang over it."));
        check(MARKET, "Stalls", Around::Neighbours(80), Some("Stalls open at nine. The square is wet."));
        check(
            MARKET,
            "The square",
            Around::Section,
            Some("Stalls open at nine. The square is wet. Lamps hang over it. Music ends at ten."),
        );
        check(MARKET, "Buses", Around::Section, None);
    }

    #[test]
    fn no_more_words_or_characters_than_there_may_be() {
        check(MARKET, "The square", Around::Neighbours(8), Some("Stalls open at nine. The square is wet."));
        check(MARKET, "The square", Around::Neighbours(5), None);
        assert_eq!(
            shown(MARKET, "Lamps", Around::Section, 45).map(|(words, _)| words).as_deref(),
            Some("The square is wet. Lamps hang over it.")
        );
    }

    #[test]
    fn nobody_loses_their_speaker_or_gets_another() {
        let text =
            "Ferrant said the toll is fair. / The tunnel is long. The bay is deep. // \"It was paid for,\" he said. The clay was wet.";
        let (words, speaker) = shown(text, "\"It was", Around::Section, 1000).unwrap_or_default();
        assert_eq!((words.as_str(), speaker), ("", None), "the article's own words do not go under the line of a speaker");
        check(text, "The clay", Around::Section, None);
        check(text, "The tunnel", Around::Section, Some("Ferrant said the toll is fair.\n\nThe tunnel is long. The bay is deep."));
    }
}
