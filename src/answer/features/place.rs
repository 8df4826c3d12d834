//! Where a sentence stands and how long it is.

use super::Scene;

/// How near the top of its paragraph it stands: 1 for the first sentence, half for the second, and so on.
pub fn early_in_paragraph(scene: &Scene<'_>) -> f32 {
    1.0 / (1.0 + scene.sentence().in_paragraph as f32)
}

/// 1 for the sentence that opens its article.
pub fn lead(scene: &Scene<'_>) -> f32 {
    f32::from(u8::from(scene.sentence().ordinal == 0))
}

/// Its length: 0 for none, 1 for about sixty words, by the logarithm.
pub fn length(scene: &Scene<'_>) -> f32 {
    (1.0 + scene.words().len() as f32).ln() / 4.1
}

/// 1 for a sentence of under six words.
pub fn short(scene: &Scene<'_>) -> f32 {
    f32::from(u8::from(scene.words().len() < 6))
}

/// 1 for a sentence that asks rather than tells.
pub fn is_question(scene: &Scene<'_>) -> f32 {
    f32::from(u8::from(scene.sentence().asks))
}

/// How many content words it has that the question has not: 0 for none, 1 for about thirty, by the logarithm.
pub fn new_words(scene: &Scene<'_>) -> f32 {
    let new = scene.words().iter().zip(scene.held()).filter(|(word, held)| !word.function && **held == 0).count();
    (1.0 + new as f32).ln() / 3.4
}
