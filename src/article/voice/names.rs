//! How an article writes its names.

use std::collections::HashSet;

use super::Article;
use crate::language::Word;
use crate::language::lexicon::speech::plain;

/// What an article's capitals tell of its names.
pub struct Names {
    /// Words that it writes with a capital in mid-sentence, as [`Word::surface`].
    inner: HashSet<String>,
    /// Stems of what stands behind a preposition of place, and nowhere beside another name: `in Selm`.
    places: HashSet<String>,
    /// Stems of words with a capital that stand right behind another: `Tim Haas`.
    paired: HashSet<String>,
}

impl Names {
    /// Reads the words of each sentence of an article, placed in its paragraph.
    pub fn of(article: &Article, words: &[Vec<Word>]) -> Names {
        let inner = words.iter().flat_map(|words| words.iter().skip(1)).filter(|word| word.capital);
        let inner = inner.map(|word| word.surface.clone()).collect();
        let lexicon = article.metadata.language.lexicon();
        let (mut places, mut people, mut paired) = (HashSet::new(), HashSet::new(), HashSet::new());
        let starts = article.paragraphs.iter().flat_map(|p| std::iter::repeat_n(p.span.start, p.sentences.len()));
        for (words, start) in words.iter().zip(starts) {
            let text = |word: &Word| &article.text[start + word.span.start..start + word.span.end];
            let locates = |word: &Word| lexicon.speech().places.has(&plain(text(word)));
            let weekday = |word: &Word| lexicon.fills("weekdays", &word.surface);
            for (at, pair) in words.windows(2).enumerate().filter(|(_, pair)| pair[1].capital) {
                let located = at > 0 && locates(&words[at - 1]);
                if locates(&pair[0]) {
                    places.insert(pair[1].stem.clone());
                } else if pair[0].capital && !(pair[0].function || weekday(&pair[0]) || located) {
                    people.extend([pair[0].stem.clone(), pair[1].stem.clone()]);
                    if article.text[start + pair[0].span.end..start + pair[1].span.start].trim().is_empty() {
                        paired.insert(pair[1].stem.clone());
                    }
                }
            }
        }
        places.retain(|stem| !people.contains(stem));
        Names { inner, places, paired }
    }

    /// Whether a word has a capital in the middle of a sentence.
    pub fn has(&self, surface: &str) -> bool {
        self.inner.contains(surface)
    }

    /// Whether a stem ends a name of two words.
    pub fn is_paired(&self, stem: &str) -> bool {
        self.paired.contains(stem)
    }

    /// Whether a stem is of a place.
    pub fn is_place(&self, stem: &str) -> bool {
        self.places.contains(stem)
    }
}
