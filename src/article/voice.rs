//! Finds whose words each sentence holds, so that a claim is never quoted without its speaker.
//!
//! A speaker is named, by a name or a noun; a pronoun is not a speaker. Names of roles and verbs of speech come from the lexicon; there is
//! no grammar here and no guess: where nobody is found, the sentence is not quoted.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::Article;
use crate::language::{Language, Lexicon, Word};

mod quotation;

use quotation::Quoted;

/// The most sentences that a quote may have.
pub const MOST_SENTENCES: usize = 3;

/// The most words that a quote is widened to. A span that needs more gets a speaker line instead.
pub const MOST_WORDS: usize = 80;

/// A quotation of fewer words inside a sentence is a title or a phrase, not speech.
const SPEECH_WORDS: usize = 5;

/// The longest attribution, in words, that becomes a speaker line as it is.
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
    (0..sentences.len()).map(|at| voice(article, &sentences, at)).collect()
}

/// Who is behind a sentence, as far as it says itself.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Claim {
    /// Nobody's claim but the article's.
    Narrated,
    /// The bytes that attribute it.
    Attributed(Range<usize>),
    /// Speech, or a claim by a pronoun.
    Orphan,
}

struct Sentence {
    span: Range<usize>,
    section: usize,
    claim: Claim,
    /// The first name outside quotation marks: from it to the end of its clause.
    name: Option<Range<usize>>,
    /// A quotation is still open where the sentence ends.
    open: bool,
}

fn read(article: &Article) -> Vec<Sentence> {
    let language = article.metadata.language;
    let mut sentences = vec![];
    for (section, parts) in article.sections.iter().enumerate() {
        for paragraph in &article.paragraphs[parts.paragraphs.clone()] {
            let text = &article.text[paragraph.span.clone()];
            let quoted = Quoted::read(text);
            for span in &paragraph.sentences {
                let local = span.start - paragraph.span.start..span.end - paragraph.span.start;
                let reading = Reading::new(language, text, local.clone(), &quoted);
                let shift = |r: Range<usize>| r.start + paragraph.span.start..r.end + paragraph.span.start;
                let claim = match reading.claim() {
                    Claim::Attributed(bytes) => Claim::Attributed(shift(bytes)),
                    other => other,
                };
                let open = quoted.is_open_at(local.end);
                sentences.push(Sentence { span: span.clone(), section, claim, name: reading.name().map(shift), open });
            }
        }
    }
    sentences
}

fn voice(article: &Article, sentences: &[Sentence], at: usize) -> Voice {
    if sentences[at].claim != Claim::Orphan {
        return Voice::Itself;
    }
    let Some(named) = speaker_of(sentences, at) else { return Voice::Nobody };
    let within = named.min(at)..named.max(at) + 1;
    let bytes = sentences[within.start].span.start..sentences[within.end - 1].span.end;
    let words = article.text[bytes.clone()].split_whitespace().count();
    let near = within.len() <= MOST_SENTENCES && words <= MOST_WORDS && sentences[named].section == sentences[at].section;
    if near { Voice::Within(bytes) } else { Voice::Line(line(article, &sentences[named])) }
}

/// The sentence that names who speaks in an orphan.
fn speaker_of(sentences: &[Sentence], at: usize) -> Option<usize> {
    let attributed = |n: &usize| matches!(sentences[*n].claim, Claim::Attributed(_));
    let here = sentences[at].section;
    // Whoever closes a quotation that is still open is the one who speaks.
    if sentences[at].open {
        let closing = (at + 1..sentences.len()).take(MOST_SENTENCES + 2).take_while(|n| sentences[*n].section == here);
        let closing = closing.into_iter().find(|n| !sentences[*n].open || attributed(n));
        if let Some(found) = closing.filter(attributed) {
            return Some(found);
        }
    }
    let names = |n: &usize| attributed(n) || sentences[*n].claim == Claim::Narrated && sentences[*n].name.is_some();
    let before = || (0..at).rev();
    let after = || at + 1..sentences.len();
    before()
        .take_while(|n| sentences[*n].section == here)
        .find(names)
        .or_else(|| after().take_while(|n| sentences[*n].section == here).take(2).find(attributed))
        .or_else(|| before().find(attributed))
        .or_else(|| before().find(names))
}

/// The words of a sentence that name its speaker: its attribution, or its first name and what follows in that clause.
fn line(article: &Article, sentence: &Sentence) -> Range<usize> {
    let bytes = match (&sentence.claim, &sentence.name) {
        (Claim::Attributed(bytes), _) => bytes.clone(),
        (_, Some(name)) => name.clone(),
        (_, None) => sentence.span.clone(),
    };
    let text = &article.text[bytes.clone()];
    let end =
        text.split_whitespace().nth(LINE_WORDS - 1).map_or(text.len(), |last| last.as_ptr() as usize - text.as_ptr() as usize + last.len());
    let kept = text[..end].trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, ')' | '.'));
    bytes.start..bytes.start + kept.len()
}

/// One sentence with its words and what of it stands in quotation marks.
struct Reading<'a> {
    lexicon: &'static Lexicon,
    language: Language,
    text: &'a str,
    span: Range<usize>,
    words: Vec<Word>,
    /// For each word: whether it is quoted.
    inside: Vec<bool>,
}

/// How a verb of speech stands to its subject.
enum Subject {
    Named,
    Pronoun,
    /// The verb has no subject at all, as Spanish and Portuguese can.
    Absent,
}

impl<'a> Reading<'a> {
    fn new(language: Language, text: &'a str, span: Range<usize>, quoted: &Quoted) -> Self {
        let mut words = language.words(&text[span.clone()]);
        for word in &mut words {
            word.span = word.span.start + span.start..word.span.end + span.start;
        }
        let inside = words.iter().map(|w| quoted.holds(w.span.start)).collect();
        Reading { lexicon: language.lexicon(), language, text, span, words, inside }
    }

    fn claim(&self) -> Claim {
        let speech = self.is_speech();
        let mut orphan = false;
        for (clause, subject) in self.attributions() {
            match subject {
                Subject::Named => return Claim::Attributed(clause),
                Subject::Pronoun => orphan = true,
                Subject::Absent => orphan |= speech,
            }
        }
        if orphan {
            return Claim::Orphan;
        }
        match (speech, self.name()) {
            (false, _) => Claim::Narrated,
            // The quotation is part of what the article tells of someone: "a call from Holt for a '…'".
            (true, Some(name)) if self.outside() >= 3 => Claim::Attributed(name),
            (true, _) => Claim::Orphan,
        }
    }

    /// Whether it quotes somebody: a long quotation, or one that is nearly all of the sentence.
    fn is_speech(&self) -> bool {
        let quoted = self.inside.iter().filter(|inside| **inside).count();
        let dialogue = self.text[self.span.clone()].starts_with(['—', '–']);
        dialogue || quoted >= SPEECH_WORDS || quoted > 0 && self.outside() <= 2
    }

    fn outside(&self) -> usize {
        self.inside.iter().filter(|inside| !**inside).count()
    }

    /// Every verb of speech and every "according to" outside quotation marks: its clause, and what its subject is.
    fn attributions(&self) -> Vec<(Range<usize>, Subject)> {
        let mut found = vec![];
        for at in (0..self.words.len()).filter(|at| !self.inside[*at]) {
            let surfaces: Vec<&str> = self.words[at..].iter().take(6).map(|w| w.surface.as_str()).collect();
            let phrase = self.lexicon.according(&surfaces);
            if phrase > 0 {
                found.push((self.clause(at), self.after(at + phrase)));
            } else if self.lexicon.is_speech_verb(&self.words[at].surface) && !self.words[at].function {
                let subject = self.before(at).unwrap_or_else(|| self.after(at + 1));
                found.push((self.clause(at), subject));
            }
        }
        found
    }

    /// The subject before a verb, in the same clause.
    fn before(&self, verb: usize) -> Option<Subject> {
        let mut end = self.words[verb].span.start;
        for at in (0..verb).rev().take(8) {
            let word = &self.words[at];
            if self.breaks(word.span.end..end) || self.inside[at] {
                break;
            }
            if self.lexicon.is_pronoun(&word.surface) {
                return Some(Subject::Pronoun);
            }
            if self.can_speak(at) {
                return Some(Subject::Named);
            }
            end = word.span.start;
        }
        None
    }

    /// The subject after a verb or an "according to", in the same clause.
    fn after(&self, from: usize) -> Subject {
        let mut start = from.checked_sub(1).map_or(self.span.start, |last| self.words[last].span.end);
        for at in from..self.words.len().min(from + 6) {
            let word = &self.words[at];
            if self.breaks(start..word.span.start) || self.inside[at] {
                break;
            }
            if self.lexicon.is_pronoun(&word.surface) {
                return Subject::Pronoun;
            }
            if self.can_speak(at) {
                return Subject::Named;
            }
            start = word.span.end;
        }
        Subject::Absent
    }

    /// A noun, as far as can be told without a grammar: a content word that is neither a verb of speech nor a day nor a number.
    fn can_speak(&self, at: usize) -> bool {
        let word = &self.words[at];
        let time = ["months", "weekdays", "time", "number_words"].iter().any(|list| self.lexicon.fills(list, &word.surface));
        let adverb = !word.capital && (word.surface.ends_with("ly") && self.language.code() == "en");
        !(word.function || word.number || time || adverb) && !self.lexicon.is_speech_verb(&word.surface)
    }

    fn breaks(&self, gap: Range<usize>) -> bool {
        self.text.get(gap).is_some_and(|gap| gap.contains([',', ';', ':', '—', '–', '"', '«', '»', '“', '”', '„', '(', ')']))
    }

    /// The unquoted stretch around a word, up to commas.
    fn clause(&self, at: usize) -> Range<usize> {
        let (mut first, mut last) = (at, at);
        while first > 0 && !self.inside[first - 1] && !self.breaks(self.words[first - 1].span.end..self.words[first].span.start) {
            first -= 1;
        }
        while last + 1 < self.words.len()
            && !self.inside[last + 1]
            && !self.breaks(self.words[last].span.end..self.words[last + 1].span.start)
        {
            last += 1;
        }
        self.words[first].span.start..self.words[last].span.end
    }

    /// From the first name outside quotation marks to the end of its clause.
    fn name(&self) -> Option<Range<usize>> {
        let is_name = |at: usize| {
            let word = &self.words[at];
            let time = ["months", "weekdays"].iter().any(|list| self.lexicon.fills(list, &word.surface));
            word.capital && !self.inside[at] && !word.function && !time && !self.lexicon.is_pronoun(&word.surface)
        };
        // The first word has its capital from its place: it counts where nothing better is there.
        let at = (1..self.words.len()).find(|at| is_name(*at)).or_else(|| (!self.words.is_empty() && is_name(0)).then_some(0))?;
        let first = if at > 0 && is_name(at - 1) { at - 1 } else { at };
        Some(self.words[first].span.start..self.clause(at).end)
    }
}
