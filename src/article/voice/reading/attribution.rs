//! Where a sentence attributes what it tells: verbs of speech and what says "according to".

use std::ops::Range;

use super::subject::Subject;
use super::{REACH, Reading};

/// A verb of speech or an "according to", by its words.
pub(super) struct Attribution {
    pub(super) words: Range<usize>,
    pub(super) kind: Kind,
}

#[derive(PartialEq)]
pub(super) enum Kind {
    Verb,
    /// Its source stands behind a preposition.
    Impersonal,
    According,
    /// `dem Kreml zufolge`.
    Behind,
}

impl Reading<'_> {
    /// Every verb of speech and every "according to" outside quotation marks that makes a claim of the sentence.
    pub(super) fn attributions(&self, speech: bool, reported: bool) -> Vec<Attribution> {
        // "Engineer Tom Oke wrote:".
        let announces = self.text[self.span.clone()].trim_end().ends_with(':');
        let mut found = vec![];
        let mut at = 0;
        while at < self.words.len() {
            let surfaces: Vec<&str> = self.words[at..].iter().take(6).map(|w| w.surface.as_str()).collect();
            let other = || usize::from(self.trails(at) || self.opens_opinion(at));
            let phrase = if self.inside[at] { 0 } else { self.speech.according(&surfaces).max(other()) };
            if phrase > 0 {
                found.push(Attribution { words: at..at + phrase, kind: Kind::According });
                at += phrase;
                continue;
            }
            if !self.inside[at] && self.speech.postpositions.has(&self.plain[at]) {
                found.push(Attribution { words: at..at + 1, kind: Kind::Behind });
            } else if self.is_verb_of_speech(at)
                && (reported || announces || self.is_turned(at) || self.claims(at) || self.is_near_quote(at, speech) || self.is_aside(at))
            {
                let impersonal = self.speech.impersonal.has(&self.plain[at]);
                found.push(Attribution { words: at..at + 1, kind: if impersonal { Kind::Impersonal } else { Kind::Verb } });
            }
            at += 1;
        }
        found
    }

    /// `so` in `…, so Müller`: behind a comma or a quotation, before a name.
    fn trails(&self, at: usize) -> bool {
        let next = (at + 1..self.words.len()).find(|n| !self.speech.is_determiner(&self.plain[*n]));
        let named = next.is_some_and(|n| self.words[n].capital && !self.words[n].function && n <= at + 2);
        let pronoun = next.is_some_and(|n| n == at + 1 && self.is_subject_pronoun(n));
        let short = self.clause(at).end - at <= REACH;
        self.speech.trailing.has(&self.plain[at]) && at > 0 && self.breaks(at - 1) && (named || pronoun) && short
    }

    /// `pour` in `Pour elle, …`: at the beginning, before a pronoun or a name, up to a comma.
    fn opens_opinion(&self, at: usize) -> bool {
        let end = self.clause(at).end;
        let whose = self.plain.get(at + 1).is_some_and(|next| {
            [&self.speech.objects, &self.speech.pronouns].iter().any(|list| list.has(next)) || self.speech.is_determiner(next)
        }) || self.words.get(at + 1).is_some_and(|next| next.capital);
        at == 0 && self.speech.opening.has(&self.plain[at]) && whose && end <= REACH && end < self.words.len()
    }

    pub(super) fn is_verb_of_speech(&self, at: usize) -> bool {
        let word = &self.plain[at];
        let before = at.checked_sub(1).filter(|before| !self.breaks(*before)).map(|before| &self.plain[before]);
        // "The United States", "the claims".
        let noun = at > 0 && self.words[at].capital
            || before.is_some_and(|b| self.speech.is_determiner(b) && !self.speech.objects.has(b) && !self.speech.pronouns.has(b));
        let active = !self.is_passive(at) || self.has_agent(at);
        active && !noun && !self.inside[at] && !self.is_infinitive(at) && (self.speech.verbs.has(word) || self.is_turned(at))
    }

    /// Whether a German verb depends on another: `müsse erklären`.
    fn is_infinitive(&self, at: usize) -> bool {
        let clause = self.clause(at);
        self.plain[at].ends_with('n') && clause.into_iter().any(|n| n != at && self.speech.modals.has(&self.plain[n]))
    }

    /// Who does with words what is told, if a pronoun or a description alone stands for them: `she demanded …`.
    pub(super) fn act(&self) -> Option<Subject> {
        let acts = |at: &usize| self.speech.acts.has(&self.plain[*at]) && self.is_verb_of_speech(*at) && !self.is_passive(*at);
        let verb = (0..self.words.len()).find(acts).filter(|at| self.antecedent(*at).is_none())?;
        match self.subject_of_verb(verb, false) {
            Subject::Described(described) if !described.person => None,
            subject @ (Subject::Pronoun | Subject::Described(_)) => Some(subject),
            _ => None,
        }
    }

    pub(super) fn is_passive(&self, at: usize) -> bool {
        let progressive = self.language.code() == "en" && self.words[at].surface.ends_with("ing");
        let near = (at.saturating_sub(2)..at).rev().take_while(|before| !self.breaks(*before));
        // "Il s’est félicité" is his own deed.
        let reflexive = |before: usize| before > 0 && self.plain[before - 1] == "s";
        !progressive && near.into_iter().any(|before| self.speech.passive.has(&self.plain[before]) && !reflexive(before))
    }

    pub(super) fn has_agent(&self, at: usize) -> bool {
        (at + 1..self.words.len().min(at + 4)).any(|n| self.speech.agents.has(&self.plain[n]))
    }

    /// Whether a quotation stands beside a verb: speech, or behind it a phrase in lower case.
    fn is_near_quote(&self, at: usize, speech: bool) -> bool {
        let end = self.words.len().min(at + 7);
        let phrase = |n: usize| !self.inside[n - 1] && !self.words[n].capital;
        speech && (at.saturating_sub(5)..end).any(|n| self.inside[n]) || (at + 1..end).any(|n| self.inside[n] && phrase(n))
    }

    /// Whether a verb tells what somebody says even without quotation marks.
    fn claims(&self, at: usize) -> bool {
        let near = if self.language.code() == "en" { 3 } else { 5 };
        let that = (at + 1..self.words.len().min(at + near)).any(|n| self.speech.that.has(&self.plain[n]));
        !self.speech.deeds.has(&self.plain[at]) || that
    }

    /// A verb in a form in which speech goes on that the sentence before tells.
    pub fn may_go_on(&self) -> bool {
        self.words.len() <= super::LONGEST && (0..self.words.len()).any(|at| !self.inside[at] && self.speech.continued.has(&self.plain[at]))
    }

    /// A verb in the form that marks what somebody else said.
    pub(super) fn is_reported(&self) -> bool {
        (0..self.words.len()).any(|at| {
            let around = |n: Option<usize>| n.and_then(|n| self.plain.get(n)).map_or("", String::as_str);
            let (before, after) = (around(at.checked_sub(1)), around(Some(at + 1)));
            let fixed = matches!(before, "als" | "ich") || matches!(after, "ich" | "denn" | "es" | "dank");
            !self.inside[at] && self.speech.reported.has(&self.plain[at]) && !self.words[at].capital && !fixed
        })
    }
}
