//! How much of the article's title is asked for: which article is meant, before which sentence.

use super::{Asked, Page};

/// The weight of the words that the title holds.
pub fn coverage(asked: &Asked, page: &Page<'_>) -> f32 {
    asked.share(|n| page.title[n].is_word())
}

/// The part of the title that the question holds.
pub fn share(_: &Asked, page: &Page<'_>) -> f32 {
    page.title_share
}

/// The harmonic mean of both: 1 if question and title are the same words.
pub fn both_ways(asked: &Asked, page: &Page<'_>) -> f32 {
    let (coverage, share) = (coverage(asked, page), page.title_share);
    if coverage + share > 0.0 { 2.0 * coverage * share / (coverage + share) } else { 0.0 }
}

/// 1 if the question names the whole title, word after word.
pub fn phrase(asked: &Asked, page: &Page<'_>) -> f32 {
    let title = &page.passage.title_words;
    let stem = |at: usize| asked.terms[at].stems.get(page.language).map(String::as_str);
    let stands_at = |from: usize| title.iter().enumerate().all(|(n, word)| stem(from + n) == Some(word.stem));
    let last = (asked.terms.len() + 1).saturating_sub(title.len());
    f32::from(u8::from(!title.is_empty() && (0..last).any(stands_at)))
}

/// [`both_ways`], the more the fewer words the question has: a short question is mostly a name.
pub fn of_few(asked: &Asked, page: &Page<'_>) -> f32 {
    both_ways(asked, page) / asked.content.len().max(1) as f32
}
