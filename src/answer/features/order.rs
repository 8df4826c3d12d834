//! Whether the question's words stand together in a sentence as they do in the question.

use super::Scene;

/// The part of the question's neighbouring words, function words included, that are neighbours in the sentence.
pub fn pairs(scene: &Scene<'_>) -> f32 {
    let function = scene.asked.bits(|term| term.function);
    let all = low_bits(scene.asked.terms.len());
    // A pair is known by its second word; two function words are none.
    let wanted = all & !1 & !(function & (function << 1));
    let found = scene.held().windows(2).fold(0, |found, pair| found | (pair[0] << 1) & pair[1]) & wanted;
    found.count_ones() as f32 / wanted.count_ones().max(1) as f32
}

fn low_bits(count: usize) -> u64 {
    if count >= 64 { u64::MAX } else { (1 << count) - 1 }
}

/// The part of the question's neighbouring content words that stand within three words of one another in the sentence.
pub fn content_pairs(scene: &Scene<'_>) -> f32 {
    let held = scene.held();
    let around = |at: usize| held[at.saturating_sub(3)..(at + 4).min(held.len())].iter().fold(0, |bits, other| bits | other);
    let near = |a: usize, b: usize| (0..held.len()).any(|at| held[at] & (1 << a) != 0 && around(at) & (1 << b) != 0);
    let pairs = scene.asked.content.windows(2);
    let total = pairs.len().max(1);
    pairs.filter(|pair| near(pair[0], pair[1])).count() as f32 / total as f32
}

/// The longest run of the question's words that the sentence repeats, over the question's length.
pub fn longest_run(scene: &Scene<'_>) -> f32 {
    let mut longest = 0u32;
    let mut runs = [0u32; 64];
    for held in scene.held() {
        let mut next = [0u32; 64];
        let mut bits = *held;
        while bits != 0 {
            let at = bits.trailing_zeros() as usize;
            next[at] = 1 + if at > 0 { runs[at - 1] } else { 0 };
            longest = longest.max(next[at]);
            bits &= bits - 1;
        }
        runs = next;
    }
    longest as f32 / scene.asked.terms.len().max(1) as f32
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
