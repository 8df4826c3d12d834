//! Reads one sentence for who is behind it: verbs of speech, their subjects, and what is quoted.
//!
//! There is no grammar here: a subject is looked for beside its verb, by word lists and capital letters.

use std::ops::Range;

use super::names::Names;
use super::quotation::Quoted;
use crate::language::lexicon::Speech;
use crate::language::lexicon::speech::plain;
use crate::language::{Language, Lexicon, Word};

mod aside;
mod attribution;
mod description;
mod named;
mod noun;
mod pronoun;
mod subject;

pub use aside::is_turned;
use attribution::Attribution;
pub use description::{Described, Title};
pub use named::{Kind, Named};
pub use pronoun::Speaks;
use subject::Subject;

/// A quotation of fewer words inside a sentence is a title or a phrase, not speech.
const SPEECH_WORDS: usize = 5;

/// The most words of a sentence that is read. One of more is a list or a text without full stops, and longer than any quote.
const LONGEST: usize = 250;

/// How far from its verb a subject is looked for, in words.
const REACH: usize = 12;

/// Who is behind a sentence, as far as it says itself. Ranges are bytes of its paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
    /// Nobody's claim but the article's.
    Narrated,
    /// A name or a noun attributes it.
    Attributed(Named),
    /// A noun attributes it that points back at somebody: `the spokesman said`.
    Anaphoric,
    /// A noun attributes it that describes somebody: `the minister said`.
    Described(Described),
    /// Somebody who is not named anywhere: `someone shouted`.
    Unnamed,
    /// A quoted phrase in the article's own sentence.
    Phrase,
    /// Speech, or a claim by a pronoun.
    Orphan(Speaks),
    /// Whoever says it cannot be told: too long to be read, or part of an interview.
    Unknown,
}

/// Whom a sentence tells of.
pub struct Told {
    /// The first name in it, or noun of people and bodies.
    pub named: Named,
    /// It can be the subject.
    pub subject: bool,
    /// One word that may be a name, as far as its verb tells.
    pub may_be_name: bool,
}

/// A sentence as it is written.
pub struct Written<'a> {
    /// Its paragraph.
    pub text: &'a str,
    /// Its bytes there.
    pub span: Range<usize>,
    /// Its words, placed there.
    pub words: Vec<Word>,
}

/// One sentence with its words and what of it stands in quotation marks.
pub struct Reading<'a> {
    lexicon: &'static Lexicon,
    speech: &'static Speech,
    language: Language,
    text: &'a str,
    span: Range<usize>,
    words: Vec<Word>,
    /// The words as the lists of [`Speech`] hold them.
    plain: Vec<String>,
    /// For each word: whether it is quoted.
    inside: Vec<bool>,
    /// For each word: whether a mark parts it from the next, and the clause that it stands in.
    breaks: Vec<bool>,
    clauses: Vec<Range<usize>>,
    quotations: Vec<Range<usize>>,
    names: &'a Names,
}

impl<'a> Reading<'a> {
    /// Reads a sentence.
    pub fn new(language: Language, written: Written<'a>, quoted: &Quoted, names: &'a Names) -> Self {
        let Written { text, span, words } = written;
        let inside: Vec<bool> = words.iter().map(|w| quoted.holds(w.span.start)).collect();
        let breaks = noun::breaks(text, span.end, &words);
        let clauses = noun::clauses(&inside, &breaks);
        let quotations = quoted.within(&span);
        let lexicon = language.lexicon();
        let plain = words.iter().map(|w| plain(&text[w.span.clone()])).collect();
        Reading { lexicon, speech: lexicon.speech(), language, text, span, words, plain, inside, breaks, clauses, quotations, names }
    }

    /// Who is behind the sentence.
    pub fn claim(&self) -> Claim {
        if self.words.len() > LONGEST {
            return Claim::Unknown;
        }
        let reported = self.is_reported();
        let speech = self.is_speech();
        let mut absent = false;
        for attribution in self.attributions(speech, reported) {
            match self.subject(&attribution, speech) {
                Subject::Named(noun) => return Claim::Attributed(self.speaker(&noun)),
                Subject::Anaphoric => return self.of_antecedent(&attribution, Claim::Anaphoric),
                Subject::Described(described) => return self.of_antecedent(&attribution, Claim::Described(described)),
                Subject::Unnamed => return Claim::Unnamed,
                Subject::Pronoun => return self.of_antecedent(&attribution, Claim::Orphan(self.speaks())),
                Subject::Narrator => {}
                // "Garante que ninguém respondeu": who is behind the first verb is behind what it tells.
                Subject::Absent if self.speech.drops_subjects && self.tells_behind(attribution.words.end) => {
                    return self.of_antecedent(&attribution, Claim::Orphan(self.speaks()));
                }
                Subject::Absent => absent = true,
            }
        }
        if absent && (speech || self.speech.drops_subjects) || reported {
            return Claim::Orphan(self.speaks());
        }
        match (speech, self.name_beside_speech()) {
            (false, _) => match self.act() {
                Some(Subject::Described(described)) => Claim::Described(described),
                Some(_) => Claim::Anaphoric,
                None => Claim::Narrated,
            },
            // "The petition reads: …", "…, reads a banner".
            (true, _) if self.is_introduced() || self.is_read_from() => Claim::Unnamed,
            // The quotation is part of what the article tells of someone: "a call from Holt for a '…'".
            (true, Some(noun)) if self.outside() >= 3 => Claim::Attributed(self.named_by(&noun)),
            (true, _) if self.holds_phrase() && self.outside() >= SPEECH_WORDS => Claim::Phrase,
            (true, _) => Claim::Orphan(self.speaks()),
        }
    }

    /// What an attribution claims whose subject stands for a name in the same sentence, or for nobody there.
    fn of_antecedent(&self, attribution: &Attribution, otherwise: Claim) -> Claim {
        self.antecedent(attribution.words.start).map_or(otherwise, |noun| Claim::Attributed(self.named_by(&noun)))
    }

    /// Whom a noun names; what a verb has for its object is not who speaks: `Tim Haas, … verteidigte den Ausstand`.
    fn speaker(&self, noun: &Range<usize>) -> Named {
        let named = self.named_by(noun);
        let earlier = || self.own_name_before(noun.start).map(|noun| self.named_by(&noun));
        if named.kind == Kind::Thing { earlier().unwrap_or(named) } else { named }
    }

    /// The first name outside quotation marks: one that may be a subject, else any.
    pub fn told(&self) -> Option<Told> {
        if self.words.len() > LONGEST {
            return None;
        }
        let first = |subject: bool| {
            let speaks = |at: &usize| self.is_name(*at) || self.is_role(*at);
            let nouns = (0..self.words.len()).filter(speaks).map(|at| self.noun(at, 0));
            nouns.into_iter().find(|noun| !(subject && noun.behind_preposition)).map(|noun| noun.words)
        };
        // A first word has its capital from its place, and may be a name all the same.
        let opening =
            || (!self.words.is_empty() && self.words[0].capital && self.can_speak(0) && !self.inside[0]).then(|| self.noun(0, 0).words);
        let found = first(true).map(|noun| (noun, true)).or_else(|| opening().or_else(|| first(false)).map(|noun| (noun, false)));
        let somebody = |noun: &Range<usize>| noun.clone().any(|at| self.is_somebody(at));
        found.map(|(noun, subject)| {
            let may_be_name = noun.len() == 1 || !self.words[noun.start].function;
            Told {
                named: self.named_by(&noun),
                subject: subject && somebody(&noun) && !self.is_tied(noun.start),
                may_be_name: may_be_name && self.may_be_name(noun.start),
            }
        })
    }

    /// Whether it quotes somebody: a long quotation that is no title, or one that is nearly all of the sentence.
    fn is_speech(&self) -> bool {
        let nearly_all = self.outside() <= 2;
        self.quotations.iter().any(|quotation| {
            let words = self.words.iter().filter(|w| quotation.contains(&w.span.start)).count();
            let title = self.is_title(quotation);
            if self.is_told(quotation) || self.outside() == 0 && words > 1 {
                return true;
            }
            let opens = || self.opens_with(quotation) && (self.is_beside_verb(quotation) || self.is_before_pronoun(quotation));
            words >= SPEECH_WORDS && (nearly_all || !title) || words > 0 && !title && (nearly_all || opens())
        })
    }

    /// Whether a verb of speech and a colon stand before a quotation.
    fn is_told(&self, quotation: &Range<usize>) -> bool {
        let before = |at: &usize| self.words[*at].span.start < quotation.start;
        let colon = self.text[self.span.start..quotation.start].trim_end().ends_with(':');
        colon && (0..self.words.len()).take_while(before).any(|at| self.is_verb_of_speech(at))
    }

    /// Whether a noun and a colon stand before the first quotation, and no pronoun that it may be the words of.
    fn is_introduced(&self) -> bool {
        let Some(first) = self.inside.iter().position(|inside| *inside).filter(|first| *first > 1) else { return false };
        let colon = self.text[self.span.start..self.words[first].span.start].contains(':');
        let noun = (0..first).any(|at| self.speech.is_determiner(&self.plain[at]) && self.words.get(at + 1).is_some_and(|w| !w.function));
        colon && noun && !(0..first).any(|at| self.is_subject_pronoun(at) || self.is_stand_in(at))
    }

    /// Whether a word and a noun stand right behind the last quotation.
    fn is_read_from(&self) -> bool {
        let first = self.inside.iter().rposition(|inside| *inside).map_or(0, |last| last + 1);
        let content = |at: usize| self.words.get(at).is_some_and(|word| !word.function);
        let joined = first > 0 && content(first) && content(first + 2) && !self.breaks(first) && !self.breaks(first + 1);
        joined && self.speech.is_determiner(&self.plain[first + 1]) && !self.is_object(first + 1)
    }

    /// Whether the sentence begins with a quotation that a comma, a question mark or a dash parts from the rest.
    fn opens_with(&self, quotation: &Range<usize>) -> bool {
        let marks = |c: char| c.is_whitespace() || matches!(c, '"' | '“' | '”' | '„' | '«' | '»');
        let first = self.text[self.span.start..quotation.start].trim().is_empty();
        let inner = self.text[quotation.clone()].trim_end_matches(marks);
        let behind = self.text[quotation.end..self.span.end].trim_start();
        first && (inner.ends_with([',', '?', '!', '…']) || behind.starts_with([',', '—', '–']))
    }

    /// A quotation that begins with a capital, ends without a mark and stands in the middle of its clause; or all of it in capitals.
    fn is_title(&self, quotation: &Range<usize>) -> bool {
        let marks = |c: char| matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '\'' | '¿' | '¡') || c.is_whitespace();
        let inner = self.text[quotation.clone()].trim_matches(marks);
        let whole = self.text[quotation.clone()].trim_end().ends_with(|c: char| marks(c) && !c.is_whitespace());
        let before = self.text[self.span.start..quotation.start].trim_end();
        let capital = inner.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
        let ends = inner.ends_with(['.', ',', '?', '!', '…', '—', '–']);
        if !whole || !capital || before.ends_with(':') {
            return false;
        }
        // "The film 'Where are the children?' opens on Friday".
        let behind = self.text[quotation.end..self.span.end].trim_start();
        let embedded = before.ends_with(char::is_alphanumeric) && behind.starts_with(char::is_lowercase);
        let ends = ends && !(embedded && inner.ends_with(['?', '!']));
        let words = || self.words.iter().filter(|w| quotation.contains(&w.span.start) && !w.function && !w.number);
        let capitals = words().count() >= 2 && words().all(|word| word.capital) && self.language.code() != "de";
        capitals && self.outside() > 2 || !ends && !self.is_beside_verb(quotation) && !self.is_before_pronoun(quotation)
    }

    /// Whether a verb of speech stands within some words of a quotation.
    fn is_beside_verb(&self, quotation: &Range<usize>) -> bool {
        let first = self.words.iter().position(|w| w.span.start >= quotation.start).unwrap_or(self.words.len());
        let last = self.words.iter().position(|w| w.span.start >= quotation.end).unwrap_or(self.words.len());
        let near = (first.saturating_sub(2)..first).chain(last..self.words.len().min(last + 4));
        near.into_iter().any(|at| !self.inside[at] && self.is_verb_of_speech(at))
    }

    /// Whether a word and a pronoun stand right behind a quotation: `«…», — уверял он`.
    fn is_before_pronoun(&self, quotation: &Range<usize>) -> bool {
        let first = self.words.iter().position(|w| w.span.start >= quotation.end);
        first.is_some_and(|first| {
            first + 1 < self.words.len() && !self.breaks(first) && self.is_subject_pronoun(first + 1) && !self.words[first].function
        })
    }

    fn outside(&self) -> usize {
        self.inside.iter().filter(|inside| !**inside).count()
    }

    /// A quoted phrase in lower case, or speech.
    fn holds_phrase(&self) -> bool {
        (0..self.words.len()).any(|at| self.inside[at] && !self.words[at].capital && (at == 0 || !self.inside[at - 1]))
    }

    /// The last name before the first quotation, else the first behind it that no preposition ties to something.
    fn name_beside_speech(&self) -> Option<Range<usize>> {
        let quotation = self.inside.iter().position(|inside| *inside)?;
        let before = (0..quotation).rev().find(|at| self.is_name(*at)).or_else(|| (quotation > 0 && self.can_speak(0)).then_some(0));
        let behind = || (quotation..self.words.len()).find(|at| self.is_name(*at) && !self.noun(*at, 0).behind_preposition);
        let at = before.or_else(behind)?;
        Some(self.noun(at, 0).words)
    }
}
