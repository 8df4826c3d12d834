//! A candidate passage as the ranking sees it: for each of its sentences, which words of the question it holds.

use super::asked::{Asked, Hit};
use crate::language::Lexicon;
use crate::search::Passage;

/// A candidate passage with its hits.
pub struct Page<'a> {
    /// Which of the snapshot's libraries it is in.
    pub part: usize,
    /// The passage.
    pub passage: Passage<'a>,
    /// The lexicon of its language.
    pub lexicon: &'static Lexicon,
    /// Its language's place in the snapshot.
    pub language: usize,
    /// Its BM25 score over the best candidate's; 0 to 1.
    pub score: f32,
    /// The part of all candidates' scores that its article's passages have; 0 to 1.
    pub article_score: f32,
    /// Its place among the candidates, from 0.
    pub rank: usize,
    /// What the title holds of the question.
    pub title: Vec<Hit>,
    /// What the heading holds of it.
    pub heading: Vec<Hit>,
    /// What each sentence holds of it.
    pub sentences: Vec<Vec<Hit>>,
    /// For each sentence, which of its words are among the question's.
    pub held: Vec<Vec<bool>>,
    /// The part of the title's content words that the question holds.
    pub title_share: f32,
    /// What the passage holds of it, title and heading apart.
    pub whole: Vec<Hit>,
}

impl<'a> Page<'a> {
    /// Reads a passage against a question.
    pub fn of(asked: &Asked, passage: Passage<'a>, part: usize, rank: usize, score: f32) -> Page<'a> {
        let language = asked.analyses.iter().position(|a| a.language == passage.language).unwrap_or(0);
        let sentences: Vec<Vec<Hit>> = passage.sentences.iter().map(|s| asked.hits(language, &s.words)).collect();
        let best = |n: usize| sentences.iter().map(|hits| hits[n]).fold(Hit::None, |a, b| if b > a { b } else { a });
        let held = passage.sentences.iter().map(|s| asked.held(language, &s.words)).collect();
        let title = passage.title_words.iter().zip(asked.held(language, &passage.title_words)).filter(|(word, _)| !word.function);
        let (in_question, all) = title.fold((0, 0), |(held, all), (_, is_held)| (held + usize::from(is_held), all + 1));
        let title_share = in_question as f32 / all.max(1) as f32;
        let whole = (0..asked.content.len()).map(best).collect();
        Page {
            part,
            lexicon: passage.language.lexicon(),
            language,
            score,
            article_score: 0.0,
            rank,
            title: asked.hits(language, &passage.title_words),
            heading: asked.hits(language, &passage.heading_words),
            sentences,
            held,
            title_share,
            whole,
            passage,
        }
    }
}
