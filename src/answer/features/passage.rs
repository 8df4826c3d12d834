//! How well a whole passage fits the question, and its article.

use super::order::neighbours;
use super::{Asked, Hit, Page};

/// The logarithm of about four hundred words, at which [`length`] is 1.
const LONG: f32 = 6.0;

/// The weight of the words that the heading holds.
pub fn heading(asked: &Asked, page: &Page<'_>) -> f32 {
    asked.share(|n| page.heading[n].is_word())
}

/// The weight of the words for which nothing at all stands, in passage, title or heading.
pub fn nowhere(asked: &Asked, page: &Page<'_>) -> f32 {
    asked.share(|n| !page.tells(n))
}

/// The weight of the capitalised words that neither it nor its title nor its heading holds.
pub fn names_missing(asked: &Asked, page: &Page<'_>) -> f32 {
    asked.share(|n| asked.word(n).capital && !page.holds(n))
}

/// The weight of the words that it, its title or its heading holds.
pub fn coverage(asked: &Asked, page: &Page<'_>) -> f32 {
    asked.share(|n| page.holds(n))
}

/// [`coverage`] by the squares of the weights: the rare words count for most.
pub fn rare(asked: &Asked, page: &Page<'_>) -> f32 {
    let squares = |counts: &dyn Fn(usize) -> bool| -> f32 {
        asked.shares.iter().enumerate().filter(|(n, _)| counts(*n)).map(|(_, share)| share * share).sum()
    };
    squares(&|n| page.holds(n)) / squares(&|_| true).max(f32::MIN_POSITIVE)
}

/// The weight of the words for which only a synonym or a similar word stands in it.
pub fn loosely(asked: &Asked, page: &Page<'_>) -> f32 {
    asked.share(|n| page.whole[n] > Hit::Cue && !page.whole[n].is_word())
}

/// The part of the question's neighbouring words that are neighbours somewhere in it.
pub fn pairs(asked: &Asked, page: &Page<'_>) -> f32 {
    neighbours(asked, page.held.iter().map(Vec::as_slice))
}

/// The weight of the words that it holds, each as often as it does, over its length.
pub fn density(asked: &Asked, page: &Page<'_>) -> f32 {
    let times = |n: usize| page.held.iter().flatten().filter(|held| **held & (1 << asked.content[n]) != 0).count() as f32;
    let held: f32 = asked.shares.iter().enumerate().map(|(n, share)| share * times(n)).sum();
    20.0 * held / (words(page) + 50.0)
}

/// Its length in words: 0 for none, 1 for about four hundred, by the logarithm.
pub fn length(_: &Asked, page: &Page<'_>) -> f32 {
    (1.0 + words(page)).ln() / LONG
}

fn words(page: &Page<'_>) -> f32 {
    page.held.iter().map(Vec::len).sum::<usize>() as f32
}

/// Its BM25 score over the best one's.
pub fn score(_: &Asked, page: &Page<'_>) -> f32 {
    page.score
}

/// 1 for the best passage, less for each after it.
pub fn rank(_: &Asked, page: &Page<'_>) -> f32 {
    1.0 / (1.0 + page.rank as f32)
}

/// The part of all candidates' scores that its article's passages have.
pub fn article_score(_: &Asked, page: &Page<'_>) -> f32 {
    page.article.score
}

/// The weight of the words that its article's candidates hold together.
pub fn article_coverage(asked: &Asked, page: &Page<'_>) -> f32 {
    asked.share(|n| page.article.words & (1 << n) != 0)
}
