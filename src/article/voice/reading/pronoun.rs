//! What a pronoun that speaks may stand for.

use super::{Kind, Reading};

/// How far from its verb a pronoun stands that speaks, in words: `it has also said`.
const BESIDE: usize = 3;

/// Who may speak where nobody is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speaks {
    /// A person alone: `she said`.
    One,
    /// A body, or several people: `it said`, `they said`.
    Body,
    /// A person, or what has a gender: `sagte sie`.
    Either,
    /// Nobody is said to, but a verb tells that it is somebody's: `dijo`, `es bleibe dabei`.
    Reported,
    /// Nobody is said to: a quotation alone.
    Unsaid,
}

impl Speaks {
    /// Whether somebody who spoke may speak so. One word with a capital is a name where it has a verb of speech: `Ferrant said`.
    pub fn fits(self, kind: Option<Kind>) -> bool {
        self != Speaks::One || matches!(kind, Some(Kind::Person | Kind::Capital))
    }
}

impl Reading<'_> {
    /// Who may speak in a sentence that names nobody.
    pub(super) fn speaks(&self) -> Speaks {
        let verbs = || (0..self.words.len()).filter(|at| self.is_verb_of_speech(*at));
        let stands_in = |at: &usize| !self.inside[*at] && self.is_stand_in(*at);
        let beside = |verb: usize| {
            let before = (verb.saturating_sub(BESIDE)..verb).rev();
            before.chain(verb + 1..self.words.len().min(verb + 1 + BESIDE)).find(stands_in)
        };
        let pronoun = verbs().find_map(beside).or_else(|| (0..self.words.len()).find(stands_in));
        let genders = self.speech.personal.is_empty();
        match pronoun {
            Some(at) if self.speech.personal.has(&self.plain[at]) => Speaks::One,
            Some(_) if !genders => Speaks::Body,
            Some(_) => Speaks::Either,
            None if verbs().next().is_none() && !self.is_reported() => Speaks::Unsaid,
            None => Speaks::Reported,
        }
    }

    pub(super) fn is_stand_in(&self, at: usize) -> bool {
        let word = &self.plain[at];
        let lists = [&self.speech.pronouns, &self.speech.objects, &self.speech.possessive];
        lists.iter().any(|list| list.has(word)) && !self.speech.first_person.has(word)
    }
}
