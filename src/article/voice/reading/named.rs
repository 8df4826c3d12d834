//! What names somebody: a noun with its name and its apposition, and whether it is a person's.

use std::ops::Range;

use super::Reading;
use crate::language::Word;

/// The longest apposition, in words: `the operation's commander`.
const APPOSITION: usize = 8;

/// How far behind a noun the name may stand that says whose it is, in words: `a spokesman for the Harbour Board`.
const OWNER: usize = 6;

/// The shortest noun of a person, and of a body, that a compound can end with: `Konzernchefin`, `Hafenamt`.
const SHORTEST: usize = 4;
const SHORTEST_BODY: usize = 3;

/// Whom a sentence names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// What names them and nothing of what they do: `Tom Oke, the chief engineer`.
    pub bytes: Range<usize>,
    /// What they are, as far as words and capitals tell.
    pub kind: Kind,
}

/// What somebody is who is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `Mayor Ana Prell`, `Tom Oke`.
    Person,
    /// `the ministry`, `the Selm Line`, `NATO`; a place or a group of people, too.
    Body,
    /// One word with a capital that it may have from its place or its language: `Müller`, or `Wasser`.
    Capital,
    /// Nobody who can speak.
    Thing,
}

impl Named {
    /// The same in a longer text that begins some bytes earlier.
    pub fn shifted(self, by: usize) -> Named {
        Named { bytes: self.bytes.start + by..self.bytes.end + by, ..self }
    }
}

impl Reading<'_> {
    /// Who is named by the words around a noun.
    pub(super) fn named_by(&self, noun: &Range<usize>) -> Named {
        let last = noun.clone().rev().find(|at| self.tells_who(*at));
        let mut named = noun.start..last.map_or(noun.end, |last| last + 1);
        // "One woman".
        let counts = |at: usize| self.lexicon.fills("number_words", &self.words[at].surface) && !self.breaks(at) && !self.inside[at];
        named.start -= usize::from(named.start > 0 && counts(named.start - 1));
        // "Karin Weiss" is no verb.
        let goes_on =
            |end: usize| self.words[end - 1].capital && end > 1 && !self.breaks(end - 1) && !self.inside[end] && self.words[end].capital;
        named.end += usize::from(named.end < self.words.len() && goes_on(named.end));
        let end = self.apposed(self.owned(named.end));
        Named { bytes: self.bytes(named.start..end), kind: self.kind(&named) }
    }

    pub(super) fn tells_who(&self, at: usize) -> bool {
        self.words[at].capital && self.can_speak(at) || self.is_known_noun(at)
    }

    /// A noun of people or bodies that the lexicon holds.
    pub(super) fn is_known_noun(&self, at: usize) -> bool {
        let stem = &self.words[at].stem;
        let compound = || self.language.code() == "de" && self.lexicon.is_kind_of_known(stem, SHORTEST_BODY);
        self.is_person_noun(at)
            || self.lexicon.is_body(stem)
            || self.speech.anonymous.has(&self.plain[at])
            || self.is_role(at)
            || compound()
    }

    fn is_person_noun(&self, at: usize) -> bool {
        let Word { stem, surface, .. } = &self.words[at];
        // "Conseil" has the stem of "conseiller".
        if self.speech.roles.has(&self.plain[at]) && !self.lexicon.fills("person_titles", surface) {
            return self.speech.persons.contains(&self.plain[at]);
        }
        let ends = || stem.char_indices().map(|(from, _)| &stem[from..]).take_while(|end| end.chars().count() >= SHORTEST);
        self.lexicon.is_person(stem) || self.language.code() == "de" && ends().any(|end| self.lexicon.is_person(end))
    }

    /// Whether the word that opens a German sentence, as every noun does with a capital, can be a name: before a verb of one person.
    pub(super) fn may_be_name(&self, at: usize) -> bool {
        let verb = self.plain.get(at + 1).filter(|_| !self.breaks(at));
        self.language.code() == "de" && at == 0 && verb.is_some_and(|verb| !verb.ends_with("en"))
    }

    fn kind(&self, noun: &Range<usize>) -> Kind {
        let group = noun.clone().any(|at| self.counts_several(at)) || self.is_plural(noun);
        let mut known = noun.clone().filter(|at| self.is_known_noun(*at));
        // "The union leader", "le directeur du syndicat".
        let head = if matches!(self.language.code(), "de" | "en") { known.next_back() } else { known.next() };
        if let Some(head) = head {
            let one = self.is_person_noun(head) && !group;
            return if one { Kind::Person } else { Kind::Body };
        }
        let kind = self.kind_of_name(noun);
        if group && kind != Kind::Thing { Kind::Body } else { kind }
    }

    /// The kind of a noun that no list holds.
    fn kind_of_name(&self, noun: &Range<usize>) -> Kind {
        let names = || noun.clone().filter(|at| self.words[*at].capital && self.can_speak(*at));
        let acronym = |at: &usize| {
            self.words[*at].surface.chars().count() > 1 && !self.text[self.words[*at].span.clone()].contains(char::is_lowercase)
        };
        // "Contó a EFE Elena Rojas".
        let acronyms = 3 * names().filter(acronym).count() > names().count();
        let determined = noun.clone().any(|at| self.speech.definite.has(&self.plain[at]) || self.speech.indefinite.has(&self.plain[at]));
        let body = determined || acronyms || names().any(|at| self.names.is_place(&self.words[at].stem));
        match (names().any(|at| self.is_own_name(at)), names().next()) {
            (true, _) if body => Kind::Body,
            (true, _) => Kind::Person,
            (false, Some(_)) if !body => Kind::Capital,
            (false, Some(_)) if self.language.code() != "de" => Kind::Body,
            _ => Kind::Thing,
        }
    }

    fn counts_several(&self, at: usize) -> bool {
        let Word { number, surface, .. } = &self.words[at];
        *number || self.lexicon.fills("number_words", surface) && !self.speech.referring.has(&self.plain[at])
    }

    /// Whether the last word is a common noun of several: `villagers`.
    fn is_plural(&self, noun: &Range<usize>) -> bool {
        let last = noun.end - 1;
        let surface = &self.words[last].surface;
        let ends = matches!(self.language.code(), "en" | "fr" | "es" | "pt") && surface.ends_with('s') && !surface.ends_with("ss");
        ends && self.is_known_noun(last)
    }

    /// Where a noun ends together with the name that says whose it is; a name needs none.
    fn owned(&self, end: usize) -> usize {
        let tied =
            self.words.get(end).is_some() && !self.breaks(end - 1) && !self.inside[end] && self.speech.genitives.has(&self.plain[end]);
        if !tied || self.is_own_name(end - 1) || !self.is_known_noun(end - 1) {
            return end;
        }
        let belongs = |at: &usize| self.speech.is_determiner(&self.plain[*at]) || self.can_speak(*at);
        let owner = (end + 1..self.clause(end).end.min(end + OWNER)).take_while(belongs);
        owner.filter(|at| self.words[*at].capital && self.can_speak(*at)).last().map_or(end, |last| last + 1)
    }

    /// Where a noun ends together with what a comma adds to it: `Tom Oke, the chief engineer`; `la líder de la oposición, Marta Vega`.
    fn apposed(&self, end: usize) -> usize {
        let next = self.clause(end - 1).end;
        let gap = || self.text[self.words[next - 1].span.end..self.words[next].span.start].trim();
        if next >= self.words.len() || self.inside[next] || next - end > OWNER || gap() != "," {
            return end;
        }
        let clause = self.clause(next);
        if next > end || !self.is_own_name(end - 1) {
            let named = !self.is_own_name(end - 1) && self.is_own_name(next) && self.is_known_noun(end - 1) && self.ties(end..next);
            return if named {
                self.noun(next, next).words.rev().find(|at| self.words[*at].capital).map_or(end, |last| last + 1)
            } else {
                end
            };
        }
        let opens = self.speech.is_determiner(&self.plain[next]) || self.is_known_noun(next);
        let head = clause.clone().find(|at| self.can_speak(*at)).map(|at| self.noun(at, next).words);
        let described = head.is_some_and(|noun| noun.clone().any(|at| self.is_known_noun(at)) && self.ties(noun.end..clause.end));
        let acts = clause.clone().any(|at| self.is_verb_form(at));
        // "According to Tom Oke, the mayor came late".
        let told = clause.end == self.words.len() && self.clause(end - 1).start == 0;
        if opens && described && !acts && !told && clause.len() <= APPOSITION { clause.end } else { end }
    }

    /// Whether a noun is whose somebody else is: `Orvia` in `the presidents of Orvia`.
    pub(super) fn is_tied(&self, start: usize) -> bool {
        start > 0 && !self.breaks(start - 1) && self.speech.genitives.has(&self.plain[start - 1])
    }

    /// Whether a name is that of somebody whom a noun describes: in one with it, or beside a comma.
    pub(super) fn is_called(&self, at: usize, name: usize) -> bool {
        let noun = self.noun(at, 0).words;
        if noun.contains(&name) {
            // "The president met Mayor Prell" has no marks; an English adjective stands before its noun.
            return self.language.code() != "en" || (at.min(name) + 1..at.max(name)).all(|n| self.words[n].capital);
        }
        let named = self.noun(name, 0).words;
        let (first, second) = if at < name { (noun, named) } else { (named, noun) };
        second.start > 0 && self.breaks(second.start - 1) && self.ties(first.end..second.start)
    }

    /// Whether words say whose somebody is, or there are none.
    fn ties(&self, words: Range<usize>) -> bool {
        words.is_empty() || self.speech.genitives.has(&self.plain[words.start])
    }
}
