//! Whom a verb of speech or an "according to" has for a subject.

use std::ops::Range;

use super::attribution::{Attribution, Kind};
use super::description::Described;
use super::noun::Noun;
use super::{REACH, Reading};

/// What a verb of speech has for a subject. Words are counted from 0.
pub(super) enum Subject {
    /// A name or a noun, by its words.
    Named(Range<usize>),
    /// A noun that points back.
    Anaphoric,
    /// A noun that describes somebody.
    Described(Described),
    Pronoun,
    /// Somebody who is not named: `someone`.
    Unnamed,
    /// The article itself, or nobody in particular.
    Narrator,
    Absent,
}

/// Names that stand side by side behind a preposition, from which on the last are who speaks.
const LISTENER_AND_SPEAKER: usize = 3;

impl Reading<'_> {
    /// Who is behind an attribution.
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
                None if self.clause(start).any(|at| self.is_object(at)) => Subject::Pronoun,
                None if self.speech.definite_by_itself => Subject::Anaphoric,
                None => Subject::Narrator,
            },
            Kind::Verb if self.is_passive(start) => self.after(end, true),
            Kind::Verb => self.subject_of_verb(start, speech),
        }
    }

    pub(super) fn subject_of_verb(&self, verb: usize, speech: bool) -> Subject {
        // "Later", "In Berlin", and then the verb with its pronoun behind it.
        let next = verb + 1;
        let inverts = self.language.code() != "en" || speech;
        if self.is_turned(verb) {
            return self.turned_subject(next);
        }
        if speech && self.is_of_unnamed(verb) {
            return Subject::Unnamed;
        }
        let aside = self.is_aside(verb);
        // "Las acusaciones son falsas, insistió": what stands before is what is told.
        let clause = self.clause(verb);
        if aside && self.speech.drops_subjects && verb + 1 == clause.end && (clause.start..verb).all(|at| self.is_object(at)) {
            return Subject::Absent;
        }
        let follows = next < self.words.len() && !self.breaks(verb) && self.is_subject_pronoun(next);
        if follows && (inverts && !self.is_object(next) || aside) {
            return self.pronoun(next);
        }
        if let Some(first) = self.joined_subject(verb) {
            return self.pronoun(first);
        }
        let found = match self.before(verb, false) {
            Subject::Absent if self.speech.tells.has(&self.plain[verb]) => Subject::Absent,
            // "The victim, 34, said she saw …": what follows is told.
            Subject::Absent if !inverts && !aside => match self.earlier(verb) {
                Subject::Absent => self.after(next, false),
                found => found,
            },
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

    /// Whether somebody who is not named stands beside a verb, without a noun: `demanded one`, `someone shouted`.
    fn is_of_unnamed(&self, verb: usize) -> bool {
        let unnamed = |at: usize| !self.inside[at] && self.speech.unnamed.has(&self.plain[at]);
        let mut behind = verb + 1;
        if behind + 1 < self.words.len() && self.speech.is_determiner(&self.plain[behind]) && unnamed(behind + 1) {
            behind += 1;
        }
        let ends = |at: usize| at + 1 >= self.words.len() || self.breaks(at) || self.inside[at + 1] || self.words[at + 1].function;
        let follows = behind < self.words.len() && !self.breaks(verb) && unnamed(behind) && ends(behind);
        follows || verb > 0 && !self.breaks(verb - 1) && unnamed(verb - 1)
    }

    /// The pronoun of a verb that is turned round.
    fn turned_subject(&self, from: usize) -> Subject {
        let pronoun = (from..self.words.len().min(from + 2)).find(|at| self.is_subject_pronoun(*at));
        pronoun.map_or(Subject::Pronoun, |at| self.pronoun(at))
    }

    /// The pronoun that opens the sentence, for a verb that an "and" joins to its verb: `He thanked his voters and said …`.
    fn joined_subject(&self, verb: usize) -> Option<usize> {
        let joins = verb > 1 && !self.breaks(verb - 1) && self.speech.conjunctions.has(&self.plain[verb - 1]);
        let clause = self.clause(verb);
        let subject = (clause.start..verb.min(clause.start + 3))
            .find(|at| self.is_subject_pronoun(*at) && !self.speech.possessive.has(&self.plain[*at]))?;
        joins.then_some(subject)
    }

    pub(super) fn tells_behind(&self, at: usize) -> bool {
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
        let mut long = None;
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
                let source = at == from + 1 && self.speech.sources.has(&self.plain[from]);
                if according || source || !noun.behind_preposition {
                    return self.named(noun);
                }
                // "Dijo a EFE Ana Ruiz": whom it was said to, and who said it.
                let capitals = noun.words.clone().filter(|n| self.words[*n].capital).count();
                long = long.or(Some(noun).filter(|_| capitals >= LISTENER_AND_SPEAKER));
                at = end;
                continue;
            }
            at += 1;
        }
        long.map_or(Subject::Absent, |noun| self.named(noun))
    }

    fn after_preposition(&self, from: usize) -> Option<Range<usize>> {
        let end = if self.breaks(from - 1) { from } else { self.clause(from.min(self.words.len() - 1)).end };
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
        if self.trails_off(before) || self.is_aside(before) {
            return None;
        }
        self.own_name_before(before)
    }

    /// The first name before a word that can be a subject.
    pub(super) fn own_name_before(&self, before: usize) -> Option<Range<usize>> {
        let names = (0..before).filter(|at| self.is_own_name(*at)).map(|at| self.noun(at, 0));
        // Every German noun has a capital; behind an article it may be a thing.
        let german = self.language.code() == "de";
        names.into_iter().find(|noun| !(noun.behind_preposition || german && noun.determined)).map(|noun| noun.words)
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
        match self.described(&noun.words) {
            _ if noun.anaphoric => Subject::Anaphoric,
            Some(described) => Subject::Described(described),
            None => Subject::Named(noun.words),
        }
    }
}
