//! What the question asks beyond naming its subject: the words that the title does not already hold.

use super::{Hit, Scene};

/// Below this weight nothing is left to ask but the subject itself.
const NOTHING_LEFT: f32 = 0.02;

/// The weight of the words that the title does not hold.
fn left(scene: &Scene<'_>) -> f32 {
    scene.share(|n| !scene.page.title[n].is_word())
}

fn held(scene: &Scene<'_>, counts: impl Fn(Hit) -> bool) -> f32 {
    let left = left(scene);
    if left < NOTHING_LEFT { 0.0 } else { scene.share(|n| !scene.page.title[n].is_word() && counts(scene.hits()[n])) / left }
}

/// The part of the rest that the sentence holds.
pub fn coverage(scene: &Scene<'_>) -> f32 {
    held(scene, Hit::is_word)
}

/// The part of the rest for which a synonym or a similar word stands.
pub fn loosely(scene: &Scene<'_>) -> f32 {
    held(scene, |hit| hit > Hit::Cue && !hit.is_word())
}

/// The part of the rest to which the sentence says what answers often say.
pub fn cues(scene: &Scene<'_>) -> f32 {
    held(scene, |hit| hit == Hit::Cue)
}

/// 1 if only the subject is asked for, and the sentence opens its article.
pub fn subject_alone(scene: &Scene<'_>) -> f32 {
    let alone = left(scene) < NOTHING_LEFT;
    f32::from(u8::from(alone && scene.sentence().ordinal == 0))
}

/// 1 if the sentence begins with the subject: a word of the title, or a pronoun.
pub fn about_subject(scene: &Scene<'_>) -> f32 {
    let title = |word: &super::Token<'_>| !word.function && scene.page.passage.title_words.iter().any(|t| t.stem == word.stem);
    let begins = scene.words().iter().take(4).any(|w| title(w) || scene.page.lexicon.is_pronoun(w.surface));
    f32::from(u8::from(begins))
}
