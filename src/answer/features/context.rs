//! What stands around a sentence: words that it need not repeat because its title, heading or neighbours say them.

use super::{Hit, Scene};

fn missing(scene: &Scene<'_>, n: usize) -> bool {
    !scene.hits()[n].is_word()
}

/// The weight of the words that the sentence or the title holds.
pub fn with_title(scene: &Scene<'_>) -> f32 {
    scene.share(|n| scene.page.title[n].is_word() || scene.hits()[n].is_word())
}

/// Whether something stands for a word in the title, the heading or the sentence before, as `least` or better.
fn around(scene: &Scene<'_>, n: usize, least: Hit) -> bool {
    let page = scene.page;
    [Some(page.title.as_slice()), Some(&page.heading), scene.before()].into_iter().flatten().any(|hits| hits[n] >= least)
}

/// The part of the question, its words weighed by how few sentences of its article hold them, that the sentence, the one before it, the
/// title, the heading or the article's opening paragraph holds.
pub fn in_article(scene: &Scene<'_>) -> f32 {
    let article = &scene.page.article;
    let held = |n: usize| !missing(scene, n) || around(scene, n, Hit::Stem) || article.lead[n].is_word();
    let weight: f32 = article.rarity.iter().enumerate().filter(|(n, _)| held(*n)).map(|(_, rarity)| rarity).sum();
    weight / article.rarity.iter().sum::<f32>().max(f32::MIN_POSITIVE)
}

/// The weight of the words for which nothing stands in the sentence, but a word, a synonym or a similar word does around it.
pub fn loosely(scene: &Scene<'_>) -> f32 {
    scene.share(|n| scene.hits()[n] <= Hit::Cue && around(scene, n, Hit::Alike(0.0)))
}

/// The weight of the words that only the first sentence of the passage holds, more than one sentence before: what the passage is about.
pub fn opening_only(scene: &Scene<'_>) -> f32 {
    let opening = &scene.page.sentences[0];
    let only = |n: usize| opening[n].is_word() && missing(scene, n) && !around(scene, n, Hit::Stem);
    if scene.at > 1 { scene.share(only) } else { 0.0 }
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

fn opens_with_pronoun(scene: &Scene<'_>) -> bool {
    scene.words().iter().take(3).any(|w| scene.page.lexicon.is_pronoun(w.surface))
}
