//! Whether the question's words stand together in a sentence as they do in the question.

use super::{Asked, Scene};

/// The part of the question's neighbouring words that are neighbours in one of some sentences; see [`super::Page::held`].
pub fn neighbours<'a>(asked: &Asked, sentences: impl Iterator<Item = &'a [u64]>) -> f32 {
    let function = asked.bits(|term| term.function);
    // A pair is known by its second word; two function words are none.
    let wanted = low_bits(asked.terms.len()) & !1 & !(function & (function << 1));
    let pairs = sentences.flat_map(|held| held.windows(2));
    let found = pairs.fold(0, |found, pair| found | (pair[0] << 1) & pair[1]) & wanted;
    found.count_ones() as f32 / wanted.count_ones().max(1) as f32
}

fn low_bits(count: usize) -> u64 {
    if count >= 64 { u64::MAX } else { (1 << count) - 1 }
}

/// The part of the question's function words that the sentence holds.
pub fn function_words(scene: &Scene<'_>) -> f32 {
    let function = scene.asked.bits(|term| term.function);
    let held = scene.held().iter().fold(0, |bits, held| bits | held) & function;
    held.count_ones() as f32 / function.count_ones().max(1) as f32
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
