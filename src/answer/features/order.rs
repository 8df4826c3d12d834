//! Whether the question's words stand together in a sentence as they do in the question.

use super::Scene;
use crate::search::Term;

fn stem<'a>(scene: &'a Scene<'_>, term: &'a Term) -> &'a str {
    &term.stems[scene.page.language]
}

/// The part of the question's neighbouring words, function words included, that are neighbours in the sentence.
pub fn pairs(scene: &Scene<'_>) -> f32 {
    let words = scene.words();
    let terms = &scene.asked.terms;
    let wanted: Vec<_> = terms.windows(2).filter(|pair| !(pair[0].function && pair[1].function)).collect();
    let found = |pair: &&&[Term]| words.windows(2).any(|w| w[0].stem == stem(scene, &pair[0]) && w[1].stem == stem(scene, &pair[1]));
    wanted.iter().filter(found).count() as f32 / wanted.len().max(1) as f32
}

/// The part of the question's neighbouring content words that stand within three words of one another in the sentence.
pub fn content_pairs(scene: &Scene<'_>) -> f32 {
    let words = scene.words();
    let pairs = scene.asked.content.windows(2);
    let near = |a: &str, b: &str| {
        words
            .iter()
            .enumerate()
            .filter(|(_, w)| w.stem == a)
            .any(|(at, _)| words[at.saturating_sub(3)..(at + 4).min(words.len())].iter().any(|w| w.stem == b))
    };
    let total = pairs.len().max(1);
    let found = pairs.filter(|pair| near(stem(scene, &scene.asked.terms[pair[0]]), stem(scene, &scene.asked.terms[pair[1]]))).count();
    found as f32 / total as f32
}

/// The longest run of the question's words that the sentence repeats, over the question's length.
pub fn longest_run(scene: &Scene<'_>) -> f32 {
    let (terms, words) = (&scene.asked.terms, scene.words());
    let mut longest = 0;
    // Lengths of the common runs that end at each pair of words, one row of the table at a time.
    let mut row = vec![0usize; words.len() + 1];
    for term in terms {
        let mut diagonal = 0;
        for (at, word) in words.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if word.stem == stem(scene, term) { diagonal + 1 } else { 0 };
            longest = longest.max(row[at + 1]);
            diagonal = above;
        }
    }
    longest as f32 / terms.len().max(1) as f32
}

/// The part of the question's function words that the sentence holds.
pub fn function_words(scene: &Scene<'_>) -> f32 {
    let function: Vec<_> = scene.asked.terms.iter().filter(|t| t.function).collect();
    let held = function.iter().filter(|t| scene.words().iter().any(|w| w.stem == stem(scene, t))).count();
    held as f32 / function.len().max(1) as f32
}

/// 1 if question and sentence both deny something, -1 if only the question does.
pub fn negation(scene: &Scene<'_>) -> f32 {
    let lexicon = scene.page.lexicon;
    let asked = scene.asked.terms.iter().any(|term| lexicon.is_negation(&term.surface));
    let told = scene.words().iter().any(|word| lexicon.is_negation(word.surface));
    match (asked, told) {
        (true, true) => 1.0,
        (true, false) => -1.0,
        (false, _) => 0.0,
    }
}
