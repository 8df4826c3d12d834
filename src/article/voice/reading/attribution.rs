//! Who a verb of speech or an "according to" names, and where.

use std::ops::Range;

use super::noun::Noun;
use super::{REACH, Reading};

/// What a verb of speech has for a subject. Words are counted from 0.
pub(super) enum Subject {
    /// A name or a noun, by its words.
    Named(Range<usize>),
    /// A noun that points back.
    Anaphoric,
    Pronoun,
    /// The article itself, or nobody in particular.
    Narrator,
    Absent,
}

/// A verb of speech or an "according to", by its words.
pub(super) struct Attribution {
    pub(super) words: Range<usize>,
    kind: Kind,
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
        let mut found = vec![];
        let mut at = 0;
        while at < self.words.len() {
            let surfaces: Vec<&str> = self.words[at..].iter().take(6).map(|w| w.surface.as_str()).collect();
            let phrase = if self.inside[at] { 0 } else { self.speech.according(&surfaces).max(usize::from(self.trails(at))) };
            if phrase > 0 {
                found.push(Attribution { words: at..at + phrase, kind: Kind::According });
                at += phrase;
                continue;
            }
            if !self.inside[at] && self.speech.postpositions.has(&self.plain[at]) {
                found.push(Attribution { words: at..at + 1, kind: Kind::Behind });
            } else if self.is_verb_of_speech(at) && (reported || self.claims(at) || self.is_near_quote(at, speech)) {
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

    pub(super) fn is_verb_of_speech(&self, at: usize) -> bool {
        let word = &self.plain[at];
        let before = at.checked_sub(1).filter(|before| !self.breaks(*before)).map(|before| &self.plain[before]);
        // "The United States", "the claims".
        let noun = at > 0 && self.words[at].capital
            || before.is_some_and(|b| self.speech.is_determiner(b) && !self.speech.objects.has(b) && !self.speech.pronouns.has(b));
        let active = !self.is_passive(at) || self.has_agent(at);
        active && !noun && !self.inside[at] && self.speech.verbs.has(word)
    }

    fn is_passive(&self, at: usize) -> bool {
        let progressive = self.language.code() == "en" && self.words[at].surface.ends_with("ing");
        let near = (at.saturating_sub(2)..at).rev().take_while(|before| !self.breaks(*before));
        !progressive && near.into_iter().any(|before| self.speech.passive.has(&self.plain[before]))
    }

    fn has_agent(&self, at: usize) -> bool {
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

    pub(super) fn subject(&self, attribution: &Attribution, speech: bool) -> Subject {
        let Range { start, end } = attribution.words;
        match attribution.kind {
            // "По его словам".
            Kind::According if (start..end).any(|at| self.speech.possessive.has(&self.plain[at])) => Subject::Pronoun,
            Kind::According => match self.after(end, true) {
                Subject::Absent => Subject::Narrator,
                other => other,
            },
            Kind::Behind if start > 0 && self.is_object(start - 1) => Subject::Pronoun,
            Kind::Behind => match self.before(start, true) {
                Subject::Absent => Subject::Narrator,
                other => other,
            },
            Kind::Impersonal => match self.after_preposition(end) {
                Some(noun) => Subject::Named(noun),
                None if speech => Subject::Absent,
                None => Subject::Narrator,
            },
            Kind::Verb if self.is_passive(start) => self.after(end, true),
            Kind::Verb => self.subject_of_verb(start, speech),
        }
    }

    fn subject_of_verb(&self, verb: usize, speech: bool) -> Subject {
        // "Later", "In Berlin", and then the verb with its pronoun behind it.
        let next = verb + 1;
        let inverts = self.language.code() != "en" || speech;
        if inverts && next < self.words.len() && self.is_subject_pronoun(next) && !self.is_object(next) && !self.breaks(verb) {
            return self.pronoun(next);
        }
        let found = match self.before(verb, false) {
            Subject::Absent => self.after(next, false),
            found => found,
        };
        match found {
            // "Negó las acusaciones", "Holt, who came late, told reporters": what stands behind the verb may be its object.
            Subject::Named(noun)
                if noun.start > verb
                    && !noun.clone().any(|at| self.words[at].capital)
                    && !(speech && self.speech.is_determiner(&self.plain[noun.start])) =>
            {
                match self.earlier(verb) {
                    Subject::Absent if !speech && self.speech.drops_subjects && !self.tells_behind(noun.end) => Subject::Absent,
                    Subject::Absent => Subject::Named(noun),
                    earlier => earlier,
                }
            }
            Subject::Absent => self.earlier(verb),
            found => found,
        }
    }

    fn tells_behind(&self, at: usize) -> bool {
        (at..self.words.len().min(at + 3)).any(|n| self.speech.that.has(&self.plain[n]))
    }

    /// The subject before a verb, in the same clause.
    fn before(&self, verb: usize, behind_preposition: bool) -> Subject {
        let mut bare = None;
        let mut object = false;
        let mut at = verb;
        while at > 0 && verb - at < REACH && !self.breaks(at - 1) && !self.inside[at - 1] {
            at -= 1;
            let surface = &self.plain[at];
            if self.speech.that.has(surface) && at + 1 < verb {
                break;
            }
            if self.is_subject_pronoun(at) {
                if self.is_object(at) && at + 1 < verb || self.speech.possessive.has(surface) {
                    object = true;
                    continue;
                }
                return self.pronoun(at);
            }
            // "Two have announced that …": of whatever was told before.
            if self.speech.indefinite.has(surface) && bare.is_none() && self.speech.drops_subjects && at + 2 >= verb {
                return Subject::Narrator;
            }
            if !self.can_speak(at) {
                continue;
            }
            let noun = self.noun(at, 0);
            at = noun.words.start;
            if noun.behind_preposition && !behind_preposition && (noun.determined || noun.words.len() == 1) {
                continue;
            }
            if noun.capital || noun.determined {
                return self.named(noun);
            }
            bare = bare.or(Some(noun));
        }
        match bare {
            Some(noun) if !object => self.named(noun),
            _ if object => Subject::Pronoun,
            _ => Subject::Absent,
        }
    }

    /// The subject after a verb or an "according to", in the same clause.
    fn after(&self, from: usize, according: bool) -> Subject {
        let mut at = from;
        while at < self.words.len().min(from + REACH) && !self.inside[at] && !(at > 0 && self.breaks(at - 1)) {
            let surface = &self.plain[at];
            if self.speech.that.has(surface) {
                break;
            }
            let subject = self.is_subject_pronoun(at) && (according || !self.is_object(at));
            let object = self.speech.objects.has(surface) && !self.speech.is_determiner(surface);
            if subject || according && at == from && object {
                return self.pronoun(at);
            }
            if self.speech.possessive.has(surface) && according && at == from {
                return Subject::Anaphoric;
            }
            if self.can_speak(at) {
                let noun = self.noun(at, from);
                let end = noun.words.end;
                if according || !noun.behind_preposition {
                    return self.named(noun);
                }
                at = end;
                continue;
            }
            at += 1;
        }
        Subject::Absent
    }

    fn after_preposition(&self, from: usize) -> Option<Range<usize>> {
        let end = self.clause(from.min(self.words.len() - 1)).end;
        let at = (from..end).find(|at| self.can_speak(*at))?;
        Some(at..end)
    }

    /// The subject of a verb from which commas part it: `Holt, who came late, said …`.
    fn earlier(&self, verb: usize) -> Subject {
        let clause = self.clause(verb).start;
        for at in (0..clause).filter(|at| !self.inside[*at]) {
            if self.is_subject_pronoun(at) && !self.speech.possessive.has(&self.plain[at]) {
                return self.pronoun(at);
            }
            if self.can_speak(at) {
                let noun = self.noun(at, 0);
                let known = at > 0 || !self.words[at].capital || self.is_name(at);
                if !noun.behind_preposition && known && (noun.capital || noun.determined) {
                    return self.named(noun);
                }
            }
        }
        Subject::Absent
    }

    /// A name before a pronoun in the same sentence, which it may stand for: `Holt came, and he said …`.
    pub(super) fn antecedent(&self, before: usize) -> Option<Range<usize>> {
        if self.trails_off(before) {
            return None;
        }
        let names = (0..before).filter(|at| self.is_name(*at)).map(|at| self.noun(at, 0));
        // Every German noun has a capital; behind an article it may be a thing.
        let german = self.language.code() == "de";
        let noun = names.into_iter().find(|noun| !(noun.behind_preposition || german && noun.determined))?;
        Some(self.bytes(noun.words.start..before + 1))
    }

    /// Whether nothing is told behind a verb: `…, he said in Berlin.`
    fn trails_off(&self, verb: usize) -> bool {
        let that = (verb + 1..self.words.len()).any(|n| self.speech.that.has(&self.plain[n]) || self.inside[n]);
        let next = self.plain.get(verb + 1);
        let adverbial = |w: &String| self.speech.prepositions.has(w) || self.speech.adverbs.has(w) || self.is_time(verb + 1);
        !that && (self.breaks(verb) || next.is_none_or(adverbial))
    }

    fn pronoun(&self, at: usize) -> Subject {
        if self.speech.first_person.has(&self.plain[at]) { Subject::Narrator } else { Subject::Pronoun }
    }

    fn named(&self, noun: Noun) -> Subject {
        if noun.anaphoric { Subject::Anaphoric } else { Subject::Named(noun.words) }
    }
}
