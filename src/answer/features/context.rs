//! What stands around a sentence: words that it need not repeat because its title, heading or neighbours say them.

use super::{Hit, Scene};

fn missing(scene: &Scene<'_>, n: usize) -> bool {
    !scene.hits()[n].is_word()
}

/// The weight of the words that the title holds.
pub fn title(scene: &Scene<'_>) -> f32 {
    scene.share(|n| scene.page.title[n].is_word())
}

/// The weight of the words that the sentence or the title holds.
pub fn with_title(scene: &Scene<'_>) -> f32 {
    scene.share(|n| scene.page.title[n].is_word() || scene.hits()[n].is_word())
}

/// The part of the title that the question holds.
pub fn title_share(scene: &Scene<'_>) -> f32 {
    scene.page.title_share
}

/// The weight of the words that the heading holds.
pub fn heading(scene: &Scene<'_>) -> f32 {
    scene.share(|n| scene.page.heading[n].is_word())
}

/// The weight of the words that the sentence or the heading holds.
pub fn with_heading(scene: &Scene<'_>) -> f32 {
    scene.share(|n| scene.page.heading[n].is_word() || scene.hits()[n].is_word())
}

/// The weight of the words that only the sentence before holds.
pub fn previous_only(scene: &Scene<'_>) -> f32 {
    neighbour_only(scene, -1)
}

/// The weight of the words that only the sentence after holds.
pub fn next_only(scene: &Scene<'_>) -> f32 {
    neighbour_only(scene, 1)
}

fn neighbour_only(scene: &Scene<'_>, step: isize) -> f32 {
    scene.neighbour(step).map_or(0.0, |hits| scene.share(|n| hits[n].is_word() && missing(scene, n)))
}

/// The weight of the words that only the rest of the passage holds.
pub fn passage_only(scene: &Scene<'_>) -> f32 {
    scene.share(|n| scene.page.whole[n].is_word() && missing(scene, n))
}

/// [`previous_only`] where the sentence opens with a pronoun, which refers back.
pub fn pronoun_previous(scene: &Scene<'_>) -> f32 {
    if opens_with_pronoun(scene) { previous_only(scene) } else { 0.0 }
}

/// The weight of the words that only the title holds, where the sentence opens with a pronoun, which often means what the article is about.
pub fn pronoun_title(scene: &Scene<'_>) -> f32 {
    if opens_with_pronoun(scene) { scene.share(|n| scene.page.title[n].is_word() && missing(scene, n)) } else { 0.0 }
}

fn opens_with_pronoun(scene: &Scene<'_>) -> bool {
    scene.words().iter().take(3).any(|w| scene.page.lexicon.is_pronoun(w.surface))
}

/// The weight of the words for which nothing at all stands, in passage, title or heading.
pub fn nowhere(scene: &Scene<'_>) -> f32 {
    let page = scene.page;
    scene.share(|n| [&page.whole, &page.title, &page.heading].iter().all(|hits| hits[n] == Hit::None))
}
