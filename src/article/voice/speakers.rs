//! Who was named near a sentence, and so may be its speaker.

use std::ops::Range;

use super::reading::{Claim, Described};
use super::{MOST_SENTENCES, Sentence};

/// How many sentences back a name is looked for: who was named earlier is nobody's guess any more, and a long article is read in one pass.
const MEMORY: usize = 40;

/// The sentences of an article, and which of them names each one's speaker.
pub struct Speakers<'a> {
    sentences: &'a [Sentence],
    /// For each sentence, the one that names who speaks in it: itself, unless a description stands there.
    known: Vec<usize>,
}

impl<'a> Speakers<'a> {
    /// Reads the sentences in order.
    pub fn of(sentences: &'a [Sentence]) -> Self {
        let mut speakers = Speakers { sentences, known: Vec::with_capacity(sentences.len()) };
        for at in 0..sentences.len() {
            let known = speakers.known(at);
            speakers.known.push(known);
        }
        speakers
    }

    fn known(&self, at: usize) -> usize {
        match &self.sentences[at].claim {
            Claim::Described(described) => {
                let followed = || self.named_before(at).filter(|before| described.person && at - before < MOST_SENTENCES);
                self.called_before(at, described).map(|(named, _)| named).or_else(followed).unwrap_or(at)
            }
            _ => at,
        }
    }

    /// The sentence that names who speaks in an orphan.
    pub fn of_orphan(&self, at: usize) -> Option<usize> {
        let (sentences, here) = (self.sentences, &self.sentences[at]);
        let after = || (at + 1..sentences.len()).take_while(|n| sentences[*n].section == here.section);
        // Whoever closes a quotation that is still open is the one who speaks.
        if here.open {
            let closing = after().take(MOST_SENTENCES + 2).find(|n| !sentences[*n].open || sentences[*n].is_attributed());
            if let Some(found) = closing.filter(|n| sentences[*n].is_attributed()) {
                return Some(found);
            }
        }
        // A paragraph that opens with speech names its speaker behind it, as often as not.
        let opens = at == 0 || sentences[at - 1].paragraph != here.paragraph;
        let next = after().next().filter(|n| opens && sentences[*n].paragraph == here.paragraph && sentences[*n].is_attributed());
        next.or_else(|| self.named_before(at))
            .or_else(|| after().take(2).find(|n| sentences[*n].is_attributed()))
            .or_else(|| self.before(at).find(|n| sentences[*n].is_attributed()))
            .or_else(|| self.before(at).find(|n| sentences[*n].names(true)))
            .or_else(|| self.before(at).find(|n| sentences[*n].names(false)))
            .map(|named| self.known[named])
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
