//! What stands around a sentence: words that it need not repeat because its title, heading or neighbours say them.

use super::{Hit, Scene};

fn missing(scene: &Scene<'_>, n: usize) -> bool {
    !scene.hits()[n].is_word()
}

/// The weight of the words that the sentence or the title holds.
pub fn with_title(scene: &Scene<'_>) -> f32 {
    scene.share(|n| scene.page.title[n].is_word() || scene.hits()[n].is_word())
}

/// The square of the weight of the words that the sentence, the one before it, the title or the heading holds: the last missing word
/// matters more than the first.
pub fn squared(scene: &Scene<'_>) -> f32 {
    let (page, before) = (scene.page, scene.before());
    let holds = |hits: &[Hit], n: usize| hits[n].is_word();
    let around = |n: usize| holds(&page.title, n) || holds(&page.heading, n) || before.is_some_and(|hits| holds(hits, n));
    scene.share(|n| !missing(scene, n) || around(n)).powi(2)
}

/// The weight of the words that only the sentence before holds.
fn previous_only(scene: &Scene<'_>, counts: impl Fn(usize) -> bool) -> f32 {
    scene.before().map_or(0.0, |hits| scene.share(|n| hits[n].is_word() && missing(scene, n) && counts(n)))
}

/// The weight of the capitalised words that only the sentence before holds: who is still spoken of.
pub fn previous_names(scene: &Scene<'_>) -> f32 {
    previous_only(scene, |n| scene.asked.word(n).capital)
}

/// The weight of the words that only the rest of the passage holds.
pub fn passage_only(scene: &Scene<'_>) -> f32 {
    scene.share(|n| scene.page.whole[n].is_word() && missing(scene, n))
}

/// The weight of the words that only the sentence before holds, where this one opens with a pronoun, which refers back.
pub fn pronoun_previous(scene: &Scene<'_>) -> f32 {
    if opens_with_pronoun(scene) { previous_only(scene, |_| true) } else { 0.0 }
}

/// The weight of the words that only the title holds, where the sentence opens with a pronoun, which often means what the article is about.
pub fn pronoun_title(scene: &Scene<'_>) -> f32 {
    if opens_with_pronoun(scene) { scene.share(|n| scene.page.title[n].is_word() && missing(scene, n)) } else { 0.0 }
}

fn opens_with_pronoun(scene: &Scene<'_>) -> bool {
    scene.words().iter().take(3).any(|w| scene.page.lexicon.is_pronoun(w.surface))
}
