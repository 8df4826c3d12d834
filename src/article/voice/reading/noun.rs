//! The words of a sentence: which may be a subject, what belongs together, where a clause ends.

use std::ops::Range;

use super::{REACH, Reading};
use crate::language::Word;

/// A noun or a name with the words that belong to it.
pub(super) struct Noun {
    pub(super) words: Range<usize>,
    pub(super) capital: bool,
    pub(super) determined: bool,
    pub(super) anaphoric: bool,
    pub(super) behind_preposition: bool,
}

impl Reading<'_> {
    pub(super) fn is_subject_pronoun(&self, at: usize) -> bool {
        let surface = &self.plain[at];
        let alone = || self.words.get(at + 1).is_none_or(|next| next.function || self.speech.verbs.has(&self.plain[at + 1]));
        let first = || at == 0 || self.breaks(at - 1) || self.inside[at - 1];
        self.speech.pronouns.has(surface) || self.speech.referring.has(surface) && first() && alone()
    }

    pub(super) fn is_object(&self, at: usize) -> bool {
        self.speech.objects.has(&self.plain[at])
    }

    /// The noun around a word: the content words beside it, and what stands before them. Looks no further back than `floor`.
    pub(super) fn noun(&self, at: usize, floor: usize) -> Noun {
        let joined = |n: usize| !self.breaks(n) && !self.inside[n];
        let mut words = at..at + 1;
        while words.start > floor && at - words.start < REACH && joined(words.start - 1) && self.can_speak(words.start - 1) {
            words.start -= 1;
        }
        while words.end < self.words.len()
            && words.end - at <= REACH
            && joined(words.end - 1)
            && !self.inside[words.end]
            && self.can_speak(words.end)
        {
            words.end += 1;
        }
        let before = |n: usize| n.checked_sub(1).filter(|b| *b >= floor && joined(*b)).map(|b| self.plain[b].as_str());
        let capital = words.clone().any(|n| self.words[n].capital && (n > 0 || self.is_name(n)));
        let content = words.clone();
        let mut anaphoric = false;
        let mut determined = false;
        while let Some(word) = before(words.start).filter(|w| self.speech.is_determiner(w)) {
            determined = true;
            let anonymous = content.clone().all(|n| self.speech.anonymous.has(&self.plain[n]));
            anaphoric |= anonymous && self.speech.definite.has(word) || !capital && self.speech.possessive.has(word);
            words.start -= 1;
        }
        let of = |w: &str| matches!(w, "of");
        let behind_preposition = before(words.start).is_some_and(|w| self.speech.prepositions.has(w) && !of(w));
        // "The spokesman of the ministry": what follows names it.
        let more =
            words.end < self.words.len() && joined(words.end - 1) && self.clause(at).end > words.end && !self.is_verb_form(words.end);
        let named = self.apposition(words.end).filter(|_| !capital || self.language.code() == "de" && determined);
        if let Some(end) = named {
            return Noun { words: words.start..end, capital: true, determined, anaphoric: false, behind_preposition };
        }
        Noun { anaphoric: anaphoric && !(more && self.names_more(words.end)), words, capital, determined, behind_preposition }
    }

    /// Where the name ends that a comma adds to a noun: `the mayor, Ana Prell`.
    fn apposition(&self, from: usize) -> Option<usize> {
        let gap = self.text.get(self.words[from - 1].span.end..self.words.get(from)?.span.start)?;
        let comma = gap.trim() == ",";
        let end = self.clause(from).end;
        let names = (from..end).all(|at| self.words[at].capital && self.can_speak(at) && !self.inside[at]);
        (comma && names && end - from <= 4).then_some(end)
    }

    pub(super) fn is_verb_form(&self, at: usize) -> bool {
        self.speech.verbs.has(&self.plain[at])
    }

    /// Whether a preposition or an article follows that ties a name to the noun before it.
    pub(super) fn names_more(&self, at: usize) -> bool {
        let tie = self.plain.get(at).is_some_and(|w| self.speech.prepositions.has(w) || self.speech.is_determiner(w));
        let end = self.clause(at).end.min(at + 4);
        tie && (at + 1..end).any(|n| self.words[n].capital && self.can_speak(n))
    }

    /// A noun, as far as can be told without a grammar: a content word that is neither a verb of speech nor a day nor a number.
    pub(super) fn can_speak(&self, at: usize) -> bool {
        let word = &self.words[at];
        let adverb = match self.language.code() {
            "en" => !word.capital && word.surface.ends_with("ly"),
            "fr" => !word.capital && word.surface.ends_with("ment") && word.surface.len() > 8,
            "es" | "pt" => !word.capital && word.surface.ends_with("mente"),
            _ => false,
        };
        let verb = self.speech.verbs.has(&self.plain[at]) && !(word.capital && at > 0);
        // "Il juge la loi injuste".
        let before = at.checked_sub(1).map_or("", |before| self.plain[before].as_str());
        let verb =
            verb || !word.capital && self.speech.pronouns.has(before) && !self.speech.is_determiner(before) && !self.is_object(at - 1);
        !(word.function || word.number || adverb || verb || self.is_time(at) || self.is_subject_word(at))
    }

    pub(super) fn is_subject_word(&self, at: usize) -> bool {
        let surface = &self.plain[at];
        let lists = [&self.speech.pronouns, &self.speech.objects, &self.speech.adverbs, &self.speech.that, &self.speech.prepositions];
        let grammar = lists.iter().any(|list| list.has(surface)) || self.speech.is_determiner(surface);
        // "May" and "Will" are names too, in mid-sentence.
        grammar && !(self.words[at].capital && at > 0)
    }

    pub(super) fn is_time(&self, at: usize) -> bool {
        let lists = ["months", "weekdays", "time", "number_words"];
        lists.iter().any(|list| self.lexicon.fills(list, &self.words[at].surface))
    }

    pub(super) fn is_name(&self, at: usize) -> bool {
        let word = &self.words[at];
        // The first word has its capital from its place.
        let placed = at > 0 && !self.opens(at) || self.names.has(&word.surface) || self.is_followed_by_name(at);
        word.capital && !self.inside[at] && self.can_speak(at) && placed
    }

    pub(super) fn is_role(&self, at: usize) -> bool {
        !self.inside[at] && self.speech.roles.has(&self.plain[at]) && self.can_speak(at)
    }

    pub(super) fn is_followed_by_name(&self, at: usize) -> bool {
        self.words.get(at + 1).is_some_and(|next| next.capital && !next.function && !self.inside[at + 1] && !self.breaks(at))
    }

    /// The first word of the sentence, or of what follows a quotation or a colon in it.
    pub(super) fn opens(&self, at: usize) -> bool {
        let gap = |at: usize| self.text.get(self.words[at - 1].span.end..self.words[at].span.start).unwrap_or_default();
        at == 0 || gap(at).contains([':', '.', '?', '!'])
    }

    /// Whether a comma or another mark stands behind a word.
    pub(super) fn breaks(&self, at: usize) -> bool {
        self.breaks[at]
    }

    /// The unquoted stretch around a word, up to commas; by its words.
    pub(super) fn clause(&self, at: usize) -> Range<usize> {
        self.clauses[at].clone()
    }

    pub(super) fn bytes(&self, words: Range<usize>) -> Range<usize> {
        let last = words.end.max(words.start + 1) - 1;
        self.words[words.start].span.start..self.words[last].span.end
    }
}

/// For each word, whether a comma or another mark stands behind it.
pub(super) fn breaks(text: &str, end: usize, words: &[Word]) -> Vec<bool> {
    let next = words.iter().skip(1).map(|word| word.span.start).chain([end]);
    let gaps = words.iter().zip(next).map(|(word, next)| text.get(word.span.end..next).unwrap_or_default());
    gaps.map(|gap| gap.contains([',', ';', ':', '—', '–', '"', '«', '»', '“', '”', '„', '(', ')'])).collect()
}

/// For each word, the unquoted stretch around it up to what breaks it.
pub(super) fn clauses(inside: &[bool], breaks: &[bool]) -> Vec<Range<usize>> {
    let mut clauses: Vec<Range<usize>> = (0..inside.len()).map(|at| at..at + 1).collect();
    for at in 1..inside.len() {
        if !inside[at - 1] && !breaks[at - 1] {
            clauses[at].start = clauses[at - 1].start;
        }
    }
    for at in (1..inside.len()).rev() {
        if !inside[at] && !breaks[at - 1] {
            clauses[at - 1].end = clauses[at].end;
        }
    }
    clauses
}
