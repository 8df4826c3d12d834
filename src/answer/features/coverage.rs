//! How much of the question a sentence holds.

use super::{Hit, Scene};

/// The words that open a sentence.
const OPENING: usize = 5;

/// The weight of the words that it spells as the question does.
pub fn spelling(scene: &Scene<'_>) -> f32 {
    scene.share(|n| scene.hits()[n] == Hit::Spelling)
}

/// The weight of the words that only a synonym stands for.
pub fn synonyms(scene: &Scene<'_>) -> f32 {
    scene.share(|n| scene.hits()[n] == Hit::Synonym)
}

/// The weight of the words that only a similar word stands for, each by its likeness.
pub fn alike(scene: &Scene<'_>) -> f32 {
    let likeness = |hit: &Hit| if let Hit::Alike(likeness) = hit { *likeness } else { 0.0 };
    scene.hits().iter().zip(&scene.asked.shares).map(|(hit, share)| likeness(hit) * share).sum()
}

/// 1 if it says what answers to one of the words often say.
pub fn cue(scene: &Scene<'_>) -> f32 {
    f32::from(u8::from(scene.hits().contains(&Hit::Cue)))
}

/// The part of the sentence's content words that the question holds.
pub fn density(scene: &Scene<'_>) -> f32 {
    let content = scene.words().iter().zip(scene.held()).filter(|(word, _)| !word.function);
    let (held, all) = content.fold((0, 0), |(held, all), (_, is_held)| (held + usize::from(*is_held != 0), all + 1));
    held as f32 / (all + 3) as f32
}

/// The weight of the words that it opens with: what it is about.
pub fn opening(scene: &Scene<'_>) -> f32 {
    let held = scene.held().iter().take(OPENING).fold(0, |bits, held| bits | held);
    scene.share(|n| held & (1 << scene.asked.content[n]) != 0)
}

/// The weight of the words that it holds beyond what any other sentence of its passage does; less than 0 if another holds more.
pub fn ahead_in_passage(scene: &Scene<'_>) -> f32 {
    let coverage = &scene.page.coverage;
    let others = coverage.iter().enumerate().filter(|(at, _)| *at != scene.at);
    coverage[scene.at] - others.map(|(_, coverage)| *coverage).fold(0.0, f32::max)
}

/// The part of the question that it holds, its words weighed by how few sentences of its article hold them.
pub fn in_article(scene: &Scene<'_>) -> f32 {
    let rarity = &scene.page.article.rarity;
    let held: f32 = scene.hits().iter().zip(rarity).filter(|(hit, _)| hit.is_word()).map(|(_, rarity)| rarity).sum();
    held / rarity.iter().sum::<f32>().max(f32::MIN_POSITIVE)
}
