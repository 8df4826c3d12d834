//! Finds whose words each sentence holds, so that a claim is never quoted without its speaker.
//!
//! A speaker is named, by a name or a noun; a pronoun is not a speaker. Names of roles and verbs of speech come from the lexicon; there is
//! no grammar here and no guess: where nobody is found, the sentence is not quoted.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::{Article, signature};
use crate::language::words::count;
use crate::language::{Language, Word};

mod interview;
mod names;
mod quotation;
mod reading;
mod speakers;

use names::Names;
use quotation::Quoted;
use reading::{Claim, Described, Kind, Named, Reading, Speaks, Title, Told, Written};
use speakers::Speakers;

/// The most sentences that a quote may have.
pub const MOST_SENTENCES: usize = 3;

/// The most words that a quote is widened to. A span that needs more gets a speaker line instead.
pub const MOST_WORDS: usize = 80;

/// The longest label of who speaks, in words: `Tom Oke, engineer of the harbour`.
const LABEL_WORDS: usize = 6;

/// How many sentences back what announces a list is looked for.
const LONGEST_LIST: usize = 20;

/// How many sentences back it is looked for who speaks on without being named.
const LONGEST_SPEECH: usize = 8;

/// The longest speaker line, in words.
const LINE_WORDS: usize = 14;

/// What a sentence needs to keep its speaker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Voice {
    /// Nothing: the article's own words, or the speaker is named in the sentence.
    Itself,
    /// These bytes of the article's text: its neighbouring sentences up to the one that names the speaker.
    Within(Range<usize>),
    /// A line of its own: these bytes of the article's text, which name the speaker.
    Line(Range<usize>),
    /// Nobody is named: it must not be quoted.
    Nobody,
}

/// Finds what each sentence of an article needs, in order.
pub fn of(article: &Article) -> Vec<Voice> {
    let sentences = read(article);
    let speakers = Speakers::of(&sentences);
    (0..sentences.len()).map(|at| voice(article, &sentences, &speakers, at)).collect()
}

struct Sentence {
    span: Range<usize>,
    section: usize,
    paragraph: usize,
    claim: Claim,
    /// Whom it tells of.
    told: Option<Told>,
    /// What somebody may be called in it.
    titles: Vec<Title>,
    /// Speech that the sentence before tells may go on in it: `It would be closed.`
    may_go_on: bool,
    /// A quotation is still open where the sentence ends.
    open: bool,
    /// Who signs the paragraph.
    signed: Option<Range<usize>>,
    /// Whose words the paragraph is said to be at its beginning, for its other sentences: `Tim Haas: …`.
    label: Option<Range<usize>>,
}

impl Sentence {
    fn is_attributed(&self) -> bool {
        matches!(self.claim, Claim::Attributed(_) | Claim::Described(_))
    }

    /// Whether it tells of somebody by name: as a subject, or at all.
    fn names(&self, as_subject: bool) -> bool {
        self.claim == Claim::Narrated && self.told.as_ref().is_some_and(|told| told.subject || !as_subject)
    }

    /// What its speaker is, or whom it tells of.
    fn kind(&self) -> Option<Kind> {
        match &self.claim {
            Claim::Attributed(named) => Some(named.kind),
            Claim::Described(described) => Some(if described.person { Kind::Person } else { Kind::Body }),
            _ => self.told.as_ref().map(|told| told.named.kind),
        }
    }
}

fn read(article: &Article) -> Vec<Sentence> {
    let language = article.metadata.language;
    let words = words(article);
    let names = Names::of(article, &words);
    let interview = interview::turns(article, &words);
    let mut words = words.into_iter();
    let mut sentences = vec![];
    for (section, parts) in article.sections.iter().enumerate() {
        for paragraph in parts.paragraphs.clone() {
            let (start, spans) = (article.paragraphs[paragraph].span.start, &article.paragraphs[paragraph].sentences);
            let text = &article.text[article.paragraphs[paragraph].span.clone()];
            let quoted = Quoted::read(language.lexicon().speech(), text);
            let label = label(language, text, &names).map(|end| start..start + end);
            let signed = signature::of(text).map(|name| name.start + start..name.end + start);
            for span in spans {
                let local = span.start - start..span.end - start;
                let words = words.next().expect("every sentence has its words");
                let reading = Reading::new(language, Written { text, span: local.clone(), words }, &quoted, &names);
                let claim = match reading.claim() {
                    _ if interview[paragraph] => Claim::Unknown,
                    Claim::Attributed(named) => Claim::Attributed(named.shifted(start)),
                    Claim::Described(described) => Claim::Described(described.shifted(start)),
                    other => other,
                };
                let told = reading.told().map(|told| Told { named: told.named.shifted(start), ..told });
                let titles = reading.titles().into_iter().map(|title| title.shifted(start)).collect();
                let (open, may_go_on) = (quoted.is_open_at(local.end), reading.may_go_on());
                let (signed, label) = (signed.clone(), label.clone().filter(|_| span.start > start));
                sentences.push(Sentence { span: span.clone(), section, paragraph, claim, told, titles, may_go_on, open, signed, label });
            }
        }
    }
    sentences
}

/// Where the label of a paragraph ends that begins with who speaks and a colon; `None` if it has none.
fn label(language: Language, text: &str, names: &Names) -> Option<usize> {
    let (label, rest) = text.split_once(':')?;
    let name: Vec<&str> = label.split(',').next()?.split_whitespace().collect();
    let capital = name.iter().all(|word| word.starts_with(char::is_uppercase) && !word.ends_with(char::is_numeric));
    // "Haas:", where the article names Tim Haas; "Wetter:" is nobody.
    let known = name.len() > 1 || language.words(label).first().is_some_and(|word| names.is_paired(&word.stem));
    let spoken = rest.starts_with(' ') && label.split_whitespace().count() <= LABEL_WORDS;
    (capital && known && spoken && !name.is_empty()).then_some(label.len())
}

/// The words of each sentence, placed in its paragraph.
fn words(article: &Article) -> Vec<Vec<Word>> {
    let mut all = vec![];
    for paragraph in &article.paragraphs {
        for span in &paragraph.sentences {
            let mut words = article.metadata.language.words(&article.text[span.clone()]);
            let offset = span.start - paragraph.span.start;
            words.iter_mut().for_each(|word| word.span = word.span.start + offset..word.span.end + offset);
            all.push(words);
        }
    }
    all
}

fn voice(article: &Article, sentences: &[Sentence], speakers: &Speakers<'_>, at: usize) -> Voice {
    if let Some(name) = &sentences[at].signed {
        return signed(article, sentences, at, name);
    }
    let near = |named: usize| within(article, sentences, at, named);
    let aside = |named: usize| Voice::Line(line(article, &sentences[named]));
    if let (Claim::Narrated | Claim::Orphan(Speaks::Unsaid | Speaks::Reported), Some(label)) = (&sentences[at].claim, &sentences[at].label)
    {
        let labelled = sentences[..at].partition_point(|s| s.span.end <= label.start);
        return near(labelled).map_or(Voice::Line(label.clone()), Voice::Within);
    }
    match &sentences[at].claim {
        Claim::Narrated => match announced(article, sentences, speakers, at) {
            Voice::Itself => continued(article, sentences, speakers, at),
            other => other,
        },
        Claim::Attributed(_) | Claim::Unnamed => Voice::Itself,
        // Whoever the noun points back at makes it clearer; it names a speaker by itself.
        Claim::Anaphoric => speakers.named_before(at).and_then(near).map_or(Voice::Itself, Voice::Within),
        Claim::Described(described) => match speakers.called_before(at, described) {
            Some((named, name)) => near(named).map_or(Voice::Line(name), Voice::Within),
            None if described.person => speakers.named_before(at).and_then(near).map_or(Voice::Itself, Voice::Within),
            None => speakers.named_just_before(at).and_then(near).map_or(Voice::Itself, Voice::Within),
        },
        Claim::Phrase => speakers.attributed_just_before(at).and_then(near).map_or(Voice::Itself, Voice::Within),
        Claim::Orphan(_) => match speakers.heard(at) {
            None => Voice::Nobody,
            Some(named) if sentences[named].kind() == Some(Kind::Thing) => near(named).map_or(Voice::Nobody, Voice::Within),
            Some(named) => near(named).map_or_else(|| aside(named), Voice::Within),
        },
        Claim::Unknown => Voice::Nobody,
    }
}

/// What a sentence of the article's own needs where a colon announces it: a paragraph behind it, or items of a list.
fn announced(article: &Article, sentences: &[Sentence], speakers: &Speakers<'_>, at: usize) -> Voice {
    let own = sentences[at].paragraph;
    let ends = |n: usize| article.text[sentences[n].span.clone()].trim_end().ends_with(':');
    let before = (0..at).rev().take(LONGEST_LIST).take_while(|n| sentences[*n].section == sentences[at].section);
    let mut others = before.skip_while(|n| sentences[*n].paragraph == own).peekable();
    let first = others.peek().is_some_and(|n| ends(*n));
    // Each item is a paragraph of one sentence.
    let single = |n: usize| {
        [n.checked_sub(1), Some(n + 1)]
            .into_iter()
            .flatten()
            .all(|beside| sentences.get(beside).is_none_or(|s| s.paragraph != sentences[n].paragraph))
    };
    let Some(announces) = others.find(|n| !single(*n) || !single(at) || ends(*n)).filter(|n| ends(*n)) else {
        return Voice::Itself;
    };
    let speaker = match &sentences[announces].claim {
        Claim::Narrated => return within(article, sentences, at, announces).map_or(Voice::Itself, Voice::Within),
        Claim::Orphan(_) => speakers.heard(announces),
        _ => Some(announces),
    };
    let near = speaker.and_then(|named| within(article, sentences, at, named));
    let line = || speaker.filter(|_| first).map(|named| line(article, &sentences[named]));
    near.map(Voice::Within).or_else(|| line().map(Voice::Line)).unwrap_or(Voice::Nobody)
}

/// What a sentence of the article's own needs in which speech goes on: the sentence that tells it, and what that one needs.
fn continued(article: &Article, sentences: &[Sentence], speakers: &Speakers<'_>, at: usize) -> Voice {
    let goes_on = |n: &usize| sentences[*n].claim == Claim::Narrated && sentences[*n].may_go_on;
    let own = |n: &usize| sentences[*n].paragraph == sentences[at].paragraph;
    let mut before = (0..at).rev().take(LONGEST_SPEECH).take_while(own);
    let Some(tells) = before.find(|n| !goes_on(n)).filter(|_| goes_on(&at)) else { return Voice::Itself };
    if matches!(sentences[tells].claim, Claim::Narrated | Claim::Phrase | Claim::Unknown) {
        return Voice::Itself;
    }
    let aside = || speakers.heard(tells).map_or(Voice::Nobody, |named| Voice::Line(line(article, &sentences[named])));
    match voice(article, sentences, speakers, tells) {
        Voice::Itself => within(article, sentences, at, tells).map_or_else(aside, Voice::Within),
        Voice::Within(bytes) => {
            let first = sentences.partition_point(|s| s.span.end <= bytes.start);
            within(article, sentences, at, first).map_or_else(aside, Voice::Within)
        }
        other => other,
    }
}

/// What a sentence needs of a paragraph that somebody signs; the signature alone says nothing.
fn signed(article: &Article, sentences: &[Sentence], at: usize, name: &Range<usize>) -> Voice {
    let span = &sentences[at].span;
    let holds = |at: usize| sentences[at].span.end >= name.end;
    if article.text[span.start..name.start.clamp(span.start, span.end)].contains(char::is_alphabetic) {
        let last = (at..sentences.len().min(at + MOST_SENTENCES)).find(|n| holds(*n));
        let near = last.filter(|last| *last != at).and_then(|last| within(article, sentences, at, last));
        return if holds(at) { Voice::Itself } else { near.map_or(Voice::Line(name.clone()), Voice::Within) };
    }
    Voice::Nobody
}

/// The bytes from one sentence to another; `None` if they are too much for a quote or not of one section.
fn within(article: &Article, sentences: &[Sentence], at: usize, named: usize) -> Option<Range<usize>> {
    let range = named.min(at)..named.max(at) + 1;
    if range.len() > MOST_SENTENCES || sentences[named].section != sentences[at].section {
        return None;
    }
    let bytes = sentences[range.start].span.start..sentences[range.end - 1].span.end;
    (count(&article.text[bytes.clone()]) <= MOST_WORDS).then_some(bytes)
}

/// The words of a sentence that name its speaker, and nothing of what they do.
fn line(article: &Article, sentence: &Sentence) -> Range<usize> {
    let bytes = match (&sentence.claim, &sentence.told) {
        (Claim::Attributed(Named { bytes, .. }) | Claim::Described(Described { bytes, .. }), _) => bytes.clone(),
        (_, Some(told)) => told.named.bytes.clone(),
        (_, None) => sentence.span.clone(),
    };
    let text = &article.text[bytes.clone()];
    let end =
        text.split_whitespace().nth(LINE_WORDS - 1).map_or(text.len(), |last| last.as_ptr() as usize - text.as_ptr() as usize + last.len());
    let kept = text[..end].trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, ')' | '.'));
    bytes.start..bytes.start + kept.len()
}

#[cfg(test)]
mod tests;
