//! People and bodies that are described in place of being named: `the minister`, `дипломат`, `der Verband`.

use std::ops::Range;

use super::{LONGEST, Reading};

/// How far from a name its description stands, in words: `Paul Morel, le nouveau président`.
const BESIDE: usize = 6;

/// The shortest noun that a compound can end with: `Verband` in `Bauernverband`.
const SHORTEST: usize = 4;

/// A description that stands for somebody who was named before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Described {
    /// Its bytes.
    pub bytes: Range<usize>,
    /// The stems of its nouns.
    nouns: Vec<String>,
    /// Of a person, who may have been named without it; a body goes by its noun.
    pub person: bool,
}

/// A noun of a sentence that names somebody.
pub struct Title {
    stem: String,
    /// Its bytes and those of the name beside it.
    bytes: Range<usize>,
    /// A name stands beside it.
    named: bool,
}

impl Described {
    /// The same in a longer text that begins some bytes earlier.
    pub fn shifted(self, by: usize) -> Described {
        Described { bytes: self.bytes.start + by..self.bytes.end + by, ..self }
    }

    /// Where a sentence gives a name to what is described: `President Morel` to `the president`, `der Bauernverband` to `der Verband`.
    pub fn name_in(&self, titles: &[Title]) -> Option<Range<usize>> {
        let calls = |title: &Title, noun: &str| match title.stem.strip_suffix(noun) {
            Some("") => title.named,
            Some(_) => noun.chars().count() >= SHORTEST,
            None => false,
        };
        let named = titles.iter().find(|title| self.nouns.iter().any(|noun| calls(title, noun)));
        named.map(|title| title.bytes.clone())
    }
}

impl Title {
    /// The same in a longer text that begins some bytes earlier.
    pub fn shifted(self, by: usize) -> Title {
        Title { bytes: self.bytes.start + by..self.bytes.end + by, ..self }
    }
}

impl Reading<'_> {
    /// What a noun describes, if it is known and names nobody.
    pub(super) fn described(&self, noun: &Range<usize>) -> Option<Described> {
        let content = || noun.clone().filter(|at| self.can_speak(*at));
        let stem = |at: usize| &self.words[at].stem;
        let known = |at: usize| self.is_known(at);
        let own_name = content().any(|at| self.words[at].capital && !known(at) && (at > 0 || self.is_name(at)));
        let indefinite = noun.clone().any(|at| self.speech.indefinite.has(&self.plain[at]) || self.words[at].number);
        let definite = self.speech.definite_by_itself || noun.clone().any(|at| self.speech.definite.has(&self.plain[at]));
        if own_name || indefinite || !definite || !content().any(known) || self.belongs_to_name(noun.end) || self.is_named_behind(noun.end)
        {
            return None;
        }
        let person = content().any(|at| self.lexicon.is_person(stem(at)));
        let nouns = content().filter(|at| known(*at)).map(|at| stem(at).clone()).collect();
        Some(Described { bytes: self.named_by(noun).bytes, nouns, person })
    }

    /// The nouns of the sentence outside quotation marks, which may be what somebody is called.
    pub fn titles(&self) -> Vec<Title> {
        if self.words.len() > LONGEST {
            return vec![];
        }
        let names: Vec<usize> = (0..self.words.len()).filter(|at| self.is_own_name(*at)).collect();
        let name = |at: usize| {
            let beside = names.iter().filter(|name| name.abs_diff(at) <= BESIDE && **name != at);
            beside.filter(|name| self.is_called(at, **name)).min_by_key(|name| name.abs_diff(at))
        };
        let nouns = (0..self.words.len()).filter(|at| !self.inside[*at] && self.can_speak(*at));
        let title = |at: usize| {
            let (noun, name) = (self.noun(at, 0).words, name(at).map(|name| self.noun(*name, 0).words));
            let (stem, named) = (self.words[at].stem.clone(), name.is_some());
            let both = name.map_or(noun.clone(), |name| noun.start.min(name.start)..noun.end.max(name.end));
            // "Bürgermeister Otto Lehm tritt": what they do is no part of it.
            let end = both.clone().rev().find(|at| self.tells_who(*at)).map_or(both.end, |last| last + 1);
            Title { stem, bytes: self.bytes(both.start..end), named }
        };
        nouns.map(title).collect()
    }

    fn is_known(&self, at: usize) -> bool {
        let stem = &self.words[at].stem;
        self.lexicon.is_person(stem) || self.lexicon.is_body(stem)
    }

    /// Whether a word with a capital can be somebody: in German, where every noun has one, only a name or a known noun.
    pub(super) fn is_somebody(&self, at: usize) -> bool {
        self.language.code() != "de" || self.is_own_name(at) || self.is_known_noun(at)
    }

    /// Whether a name follows that says whose it is: `the head of Selm`; `le chef de l’État` is anybody's.
    fn belongs_to_name(&self, end: usize) -> bool {
        let joined = end < self.words.len() && !self.breaks(end - 1) && !self.inside[end];
        let tie = joined && self.speech.genitives.has(&self.plain[end]);
        let of = end..self.clause(end - 1).end.min(end + 4).max(end);
        tie && of.into_iter().any(|at| self.words[at].capital && self.can_speak(at) && !self.is_known(at))
    }

    /// Whether a comma adds a name: `la líder de la oposición, Marta Vega`.
    fn is_named_behind(&self, end: usize) -> bool {
        let next = self.clause(end - 1).end;
        next < self.words.len() && !self.inside[next] && self.is_own_name(next)
    }

    /// A name that is no title; in German, where every noun has a capital, one of two that stand together.
    pub(super) fn is_own_name(&self, at: usize) -> bool {
        let follows = at > 0 && self.words[at - 1].capital && !self.words[at - 1].function && !self.breaks(at - 1);
        self.is_name(at) && !self.is_known(at) && (self.language.code() != "de" || follows)
    }
}
