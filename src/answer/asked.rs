//! A question as the ranking sees it: its words with their weights, and how well a word of a passage stands for each.

use rustc_hash::FxHashMap;
use tantivy::TantivyError;

use crate::language::lexicon::Ask;
use crate::search::passage::Token;
use crate::search::question::Analysis;
use crate::search::{Question, Snapshot, Term};

/// The least likeness of two different words that counts.
const LEAST_LIKENESS: f32 = 0.6;

/// How alike a word is to the one that it was taken for.
const CORRECTED: f32 = 0.9;

/// How well some words stand for one word of the question.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub enum Hit {
    /// They do not.
    #[default]
    None,
    /// A word that answers to it often say.
    Cue,
    /// A word with the same beginning or part: how much of it, 0 to 1.
    Alike(f32),
    /// A synonym.
    Synonym,
    /// The same stem.
    Stem,
    /// The same spelling.
    Spelling,
}

impl Hit {
    /// The word itself, in some form.
    pub fn is_word(self) -> bool {
        self >= Hit::Stem
    }
}

/// A phrase that may stand for a content word: which one, and the stems after its first.
type StandIn = (usize, Vec<String>);

/// A question with what the libraries know of its words.
pub struct Asked {
    /// Its words as each language of the snapshot reads them.
    pub analyses: Vec<Analysis>,
    /// All words, in order.
    pub terms: Vec<Term>,
    /// Which of the terms carry content; all of them where none does.
    pub content: Vec<usize>,
    /// What each content word is worth; they sum to 1.
    pub shares: Vec<f32>,
    /// For each language: from a stem to the words that have it, a bit each.
    by_stem: Vec<FxHashMap<String, u64>>,
    /// For each language: from a stem to the content words that it is a synonym of.
    by_synonym: Vec<FxHashMap<String, Vec<StandIn>>>,
    /// For each language: from a stem to the content words whose answers often say it.
    by_cue: Vec<FxHashMap<String, Vec<StandIn>>>,
}

impl Asked {
    /// Looks a question's words up.
    pub fn of(snapshot: &Snapshot, question: &Question) -> Result<Asked, TantivyError> {
        let analyses = snapshot.analyse(question);
        let terms = snapshot.terms(&analyses)?;
        let mut content: Vec<usize> = (0..terms.len()).filter(|at| !terms[*at].function).collect();
        if content.is_empty() {
            content = (0..terms.len()).collect();
        }
        let total: f32 = content.iter().map(|at| terms[*at].weight).sum();
        let shares = content.iter().map(|at| if total > 0.0 { terms[*at].weight / total } else { 0.0 }).collect();
        let languages = analyses.len();
        let by_stem = vec![FxHashMap::default(); languages];
        let mut asked = Asked {
            analyses,
            terms,
            content,
            shares,
            by_stem,
            by_synonym: vec![FxHashMap::default(); languages],
            by_cue: vec![FxHashMap::default(); languages],
        };
        asked.index();
        Ok(asked)
    }

    fn index(&mut self) {
        for (at, term) in self.terms.iter().enumerate() {
            for (language, stem) in term.stems.iter().enumerate() {
                *self.by_stem[language].entry(stem.clone()).or_default() |= 1 << at;
            }
        }
        for (n, term) in self.content.iter().map(|at| &self.terms[*at]).enumerate() {
            for (phrases, stand_ins) in [(&term.synonyms, &mut self.by_synonym), (&term.cues, &mut self.by_cue)] {
                for (language, phrase) in phrases {
                    let language =
                        self.analyses.iter().position(|a| a.language == *language).expect("they are of the snapshot's languages");
                    stand_ins[language].entry(phrase[0].clone()).or_default().push((n, phrase[1..].to_vec()));
                }
            }
        }
    }

    /// The term of a content word.
    pub fn word(&self, n: usize) -> &Term {
        &self.terms[self.content[n]]
    }

    /// The weight of the content words for which `counts` holds; 0 to 1.
    pub fn share(&self, counts: impl Fn(usize) -> bool) -> f32 {
        self.shares.iter().enumerate().filter(|(n, _)| counts(*n)).map(|(_, share)| share).sum()
    }

    /// What the question asks for, as a language reads it.
    pub fn ask(&self, language: usize) -> Option<Ask> {
        self.analyses.get(language).and_then(|a| a.ask)
    }

    /// For each of some words, which of the question's it is, function words included: a bit for each place in [`Asked::terms`].
    pub fn held(&self, language: usize, words: &[Token<'_>]) -> Vec<u64> {
        words.iter().map(|word| self.by_stem[language].get(word.stem).copied().unwrap_or_default()).collect()
    }

    /// [`Asked::held`] with the words of one synonym too, content words only: what a word says or stands for.
    pub fn stands_for(&self, language: usize, words: &[Token<'_>], held: &[u64]) -> Vec<u64> {
        let synonym = |word: &Token<'_>| {
            let of = self.by_synonym[language].get(word.stem).into_iter().flatten();
            of.filter(|(_, rest)| rest.is_empty()).fold(0, |bits, (n, _)| bits | 1 << self.content[*n])
        };
        words.iter().zip(held).map(|(word, held)| held | synonym(word)).collect()
    }

    /// The words of the question for which `counts` holds, a bit each.
    pub fn bits(&self, counts: impl Fn(&Term) -> bool) -> u64 {
        self.terms.iter().enumerate().filter(|(_, term)| counts(term)).fold(0, |bits, (at, _)| bits | 1 << at)
    }

    /// How well some words stand for each content word.
    pub fn hits(&self, language: usize, words: &[Token<'_>], held: &[u64]) -> Vec<Hit> {
        let mut hits = vec![Hit::None; self.content.len()];
        let mut raise = |n: usize, hit: Hit| {
            if hits[n] < hit {
                hits[n] = hit;
            }
        };
        for (at, (word, held)) in words.iter().zip(held).enumerate() {
            let same = self.content.iter().enumerate().filter(|(_, place)| *held != 0 && held & (1 << **place) != 0);
            for (n, _) in same {
                let term = self.word(n);
                raise(
                    n,
                    match term.corrected {
                        // What was taken for a typing error may have been another word.
                        Some(_) => Hit::Alike(CORRECTED),
                        None if term.surface == word.surface => Hit::Spelling,
                        None => Hit::Stem,
                    },
                );
            }
            for (of, hit) in [(&self.by_synonym, Hit::Synonym), (&self.by_cue, Hit::Cue)] {
                for (n, rest) in of[language].get(word.stem).into_iter().flatten() {
                    let follows = rest.iter().enumerate().all(|(k, stem)| words.get(at + 1 + k).is_some_and(|w| w.stem == stem));
                    if follows {
                        raise(*n, hit);
                    }
                }
            }
        }
        for (n, hit) in hits.iter_mut().enumerate().filter(|(_, hit)| **hit <= Hit::Cue) {
            let best = words.iter().filter(|w| !w.function).map(|w| likeness(&self.word(n).surface, w.surface)).fold(0.0, f32::max);
            if best >= LEAST_LIKENESS {
                *hit = Hit::Alike(best);
            }
        }
        hits
    }
}

/// How much of two words is the same: their common beginning, or the shorter at the end of the longer as in a compound, over their mean
/// length (Dice 1945); 0 for short words and numbers.
fn likeness(a: &str, b: &str) -> f32 {
    let (short, long) = if a.len() < b.len() { (a.as_bytes(), b.as_bytes()) } else { (b.as_bytes(), a.as_bytes()) };
    if short.len() < 4 || long[0].is_ascii_digit() {
        return 0.0;
    }
    // Nearly all pairs of words end here.
    let same = if short.first_chunk::<4>() == long.first_chunk() {
        short.iter().zip(long).take_while(|(x, y)| x == y).count()
    } else if short.last_chunk::<4>() == long.last_chunk() && long.ends_with(short) {
        short.len()
    } else {
        return 0.0;
    };
    2.0 * same as f32 / (short.len() + long.len()) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn related_words_are_alike_and_others_are_not() {
        assert!(likeness("normalise", "normalization") >= LEAST_LIKENESS);
        assert!(likeness("organise", "organisation") >= LEAST_LIKENESS);
        assert!(likeness("grenze", "landesgrenze") >= LEAST_LIKENESS);
        assert!(likeness("interview", "internal") < LEAST_LIKENESS);
        assert_eq!(likeness("1914", "1915"), 0.0);
    }
}
