//! Who was named near a sentence, and so may be its speaker.

use std::ops::Range;

use super::reading::{Claim, Described, Kind, Speaks};
use super::{MOST_SENTENCES, Sentence};

/// How many sentences back a name is looked for: who was named earlier is nobody's guess any more, and a long article is read in one pass.
const MEMORY: usize = 40;

/// The sentences of an article, and which of them names each one's speaker.
pub struct Speakers<'a> {
    sentences: &'a [Sentence],
    /// For each sentence, the one that names who it tells of: itself, unless a description stands there.
    known: Vec<usize>,
    /// For each sentence that somebody speaks in, the one that names them.
    heard: Vec<Option<usize>>,
}

/// What stands before an orphan in its section.
enum Earlier {
    /// This sentence names who speaks.
    Speaker(usize),
    /// Somebody who is not named, or who may be another.
    Unknown,
    /// Nobody.
    Nobody,
}

impl<'a> Speakers<'a> {
    /// Reads the sentences in order.
    pub fn of(sentences: &'a [Sentence]) -> Self {
        let mut speakers = Speakers { sentences, known: vec![], heard: vec![] };
        for at in 0..sentences.len() {
            let known = speakers.known(at);
            speakers.known.push(known);
        }
        for (at, sentence) in sentences.iter().enumerate() {
            let heard = match &sentence.claim {
                Claim::Attributed(_) | Claim::Described(_) => Some(speakers.known[at]),
                Claim::Orphan(speaks) => speakers.of_orphan(at, *speaks),
                _ => None,
            };
            speakers.heard.push(heard);
        }
        speakers
    }

    /// The sentence that names who speaks in this one; `None` if nobody is named.
    pub fn heard(&self, at: usize) -> Option<usize> {
        self.heard[at]
    }

    fn known(&self, at: usize) -> usize {
        match &self.sentences[at].claim {
            Claim::Described(described) => {
                let close = |before: &usize| described.person && at - before < MOST_SENTENCES;
                let followed = || self.named_before(at).filter(close).filter(|n| self.sentences[*n].kind() == Some(Kind::Person));
                self.called_before(at, described).map(|(named, _)| named).or_else(followed).unwrap_or(at)
            }
            _ => at,
        }
    }

    fn of_orphan(&self, at: usize, speaks: Speaks) -> Option<usize> {
        let (sentences, here) = (self.sentences, &self.sentences[at]);
        let after = || (at + 1..sentences.len()).take_while(|n| sentences[*n].section == here.section);
        let attributed = |n: &usize| sentences[*n].is_attributed();
        // Whoever closes a quotation that is still open is the one who speaks.
        if here.open {
            let closing = after().take(MOST_SENTENCES + 2).find(|n| !sentences[*n].open || attributed(n));
            if let Some(found) = closing.filter(attributed) {
                return Some(found);
            }
        }
        // A paragraph that opens with speech names its speaker behind it, as often as not.
        let opens = at == 0 || sentences[at - 1].paragraph != here.paragraph;
        let next = after().next().filter(|n| opens && sentences[*n].paragraph == here.paragraph && attributed(n));
        let next = next.filter(|n| speaks.fits(sentences[*n].kind()));
        let behind = || after().take(2).find(|n| speaks == Speaks::Unsaid && attributed(n));
        next.map(|n| self.known[n]).or_else(|| match self.earlier(at, speaks) {
            Earlier::Speaker(found) => Some(found),
            Earlier::Nobody => behind().map(|n| self.known[n]).or_else(|| self.in_earlier_section(at, speaks)),
            Earlier::Unknown => behind().map(|n| self.known[n]),
        })
    }

    /// Who may speak on in an orphan from the sentences before it in its section.
    fn earlier(&self, at: usize, speaks: Speaks) -> Earlier {
        let here = &self.sentences[at];
        let alone = matches!(speaks, Speaks::Unsaid | Speaks::Reported);
        let (mut told_between, mut others_between) = (false, false);
        for n in self.in_section(at) {
            let sentence = &self.sentences[n];
            let own = sentence.paragraph == here.paragraph;
            // "Critics disagree. '…'": what nobody is said to say belongs to what its own paragraph tells of.
            if sentence.claim == Claim::Unnamed || alone && told_between && !own {
                return Earlier::Unknown;
            }
            if let Some(found) = self.goes_on(n, at, speaks) {
                // "She said. … Brandt's office confirmed. … He said": it is not known to be she.
                let near = here.paragraph - sentence.paragraph <= 1;
                return if near || !others_between { Earlier::Speaker(found) } else { Earlier::Unknown };
            }
            others_between |= self.heard[n].is_some();
            // Whoever spoke before somebody else was told of is nobody's guess any more.
            let narrated = sentence.claim == Claim::Narrated;
            if narrated && sentence.told.as_ref().is_some_and(|told| told.subject && told.named.kind == Kind::Person) {
                return Earlier::Unknown;
            }
            told_between |= narrated && (own || speaks == Speaks::Unsaid);
        }
        Earlier::Nobody
    }

    /// Who spoke last in the sections before and may speak again.
    fn in_earlier_section(&self, at: usize, speaks: Speaks) -> Option<usize> {
        self.before(at).skip_while(|n| self.is_beside(*n, at)).find_map(|n| self.comes_back(n, speaks))
    }

    /// Who may speak on in an orphan from a sentence before it in the section: who spoke there, or who is told of there and may speak.
    fn goes_on(&self, n: usize, at: usize, speaks: Speaks) -> Option<usize> {
        if let Some(heard) = self.heard[n] {
            return speaks.fits(self.sentences[heard].kind()).then_some(heard);
        }
        let told = self.sentences[n].told.as_ref().filter(|_| self.sentences[n].claim == Claim::Narrated)?;
        let near = self.sentences[at].paragraph - self.sentences[n].paragraph <= 1;
        let just_before = n + 1 == at;
        let speaker = match (speaks, told.named.kind) {
            (_, Kind::Thing) => false,
            (Speaks::Body, _) => near,
            (_, Kind::Person) => told.subject && near,
            (Speaks::One, _) => false,
            // "Le ministère" is "il"; a single German noun may be a name.
            (_, Kind::Body) => told.subject && just_before,
            (_, Kind::Capital) => told.may_be_name && just_before,
        };
        speaker.then_some(n)
    }

    /// Who may speak again in an orphan of a later section.
    fn comes_back(&self, n: usize, speaks: Speaks) -> Option<usize> {
        let heard = self.heard[n]?;
        let kind = self.sentences[heard].kind();
        let fits = if matches!(speaks, Speaks::Either | Speaks::Reported) {
            matches!(kind, Some(Kind::Person | Kind::Capital))
        } else {
            speaks.fits(kind)
        };
        (fits && speaks != Speaks::Unsaid).then_some(heard)
    }

    /// The nearest sentence before that gives a name to what is described, and the name: of the section, or of one before if nobody else
    /// was named in between.
    pub fn called_before(&self, at: usize, described: &Described) -> Option<(usize, Range<usize>)> {
        let named = |n: usize| Some((n, described.name_in(&self.sentences[n].titles)?));
        let others = || self.in_section(at).any(|n| matches!(self.sentences[n].claim, Claim::Attributed(_)));
        let earlier = || self.before(at).skip_while(|n| self.is_beside(*n, at)).find_map(named);
        self.in_section(at).find_map(named).or_else(|| if others() { None } else { earlier() })
    }

    /// The nearest sentence before in the section that names somebody.
    pub fn named_before(&self, at: usize) -> Option<usize> {
        let subject = self.in_section(at).find(|n| self.sentences[*n].is_attributed() || self.sentences[*n].names(true));
        subject.or_else(|| self.in_section(at).find(|n| self.sentences[*n].names(false))).map(|named| self.known[named])
    }

    /// The sentence before, if it names somebody: a body may be described by its kind.
    pub fn named_just_before(&self, at: usize) -> Option<usize> {
        self.in_section(at).next().filter(|n| self.sentences[*n].is_attributed() || self.sentences[*n].names(false))
    }

    /// The sentence before, if it is attributed: its speaker may go on in a quoted phrase.
    pub fn attributed_just_before(&self, at: usize) -> Option<usize> {
        self.in_section(at).next().filter(|n| self.sentences[*n].is_attributed())
    }

    /// The sentences before one that are remembered, the nearest first.
    fn before(&self, at: usize) -> impl Iterator<Item = usize> + use<> {
        (at.saturating_sub(MEMORY)..at).rev()
    }

    /// Those of them in its section.
    fn in_section(&self, at: usize) -> impl Iterator<Item = usize> {
        self.before(at).take_while(move |n| self.is_beside(*n, at))
    }

    fn is_beside(&self, n: usize, at: usize) -> bool {
        self.sentences[n].section == self.sentences[at].section
    }
}
