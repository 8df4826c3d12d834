//! How much of the question a sentence holds.

use super::{Hit, Scene};

/// The weight of the question's words that the sentence holds in some form.
pub fn stems(scene: &Scene<'_>) -> f32 {
    scene.share(|n| scene.hits()[n].is_word())
}

/// The square of [`stems`]: the last missing word matters more than the first.
pub fn squared(scene: &Scene<'_>) -> f32 {
    stems(scene).powi(2)
}

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

/// The part of the content words that it holds, whatever they weigh.
pub fn count(scene: &Scene<'_>) -> f32 {
    scene.hits().iter().filter(|hit| hit.is_word()).count() as f32 / scene.hits().len().max(1) as f32
}

/// 1 if it holds every content word or something for it.
pub fn all(scene: &Scene<'_>) -> f32 {
    f32::from(u8::from(scene.hits().iter().all(|hit| *hit != Hit::None)))
}

/// 1 if it holds the question's rarest word.
pub fn rarest(scene: &Scene<'_>) -> f32 {
    let shares = &scene.asked.shares;
    let rarest = (0..shares.len()).max_by(|a, b| shares[*a].total_cmp(&shares[*b]));
    f32::from(u8::from(rarest.is_some_and(|n| scene.hits()[n].is_word())))
}

/// The weight of the capitalised words that it holds with a capital.
pub fn names(scene: &Scene<'_>) -> f32 {
    let capital = |n: usize| {
        let term = scene.asked.word(n);
        let stem = &term.stems[scene.page.language];
        term.capital && scene.words().iter().any(|w| w.capital && w.stem == stem)
    };
    scene.share(capital)
}

/// The weight of the capitalised words that neither it nor the title nor the passage holds.
pub fn names_missing(scene: &Scene<'_>) -> f32 {
    let page = scene.page;
    scene.share(|n| scene.asked.word(n).capital && !page.whole[n].is_word() && !page.title[n].is_word() && !page.heading[n].is_word())
}

/// The weight of the numbers that it holds.
pub fn numbers(scene: &Scene<'_>) -> f32 {
    scene.share(|n| scene.asked.word(n).number && scene.hits()[n].is_word())
}

/// The part of the sentence's content words that the question holds.
pub fn density(scene: &Scene<'_>) -> f32 {
    let content = scene.words().iter().zip(scene.held()).filter(|(word, _)| !word.function);
    let (held, all) = content.fold((0, 0), |(held, all), (_, is_held)| (held + usize::from(*is_held), all + 1));
    held as f32 / (all + 3) as f32
}

/// The weight of the words that it holds, each by how few of its passage's sentences do.
pub fn discrimination(scene: &Scene<'_>) -> f32 {
    let sentences = &scene.page.sentences;
    let rare = |n: usize| 1.0 - sentences.iter().filter(|hits| hits[n].is_word()).count() as f32 / (sentences.len() + 1) as f32;
    scene
        .hits()
        .iter()
        .zip(&scene.asked.shares)
        .enumerate()
        .filter(|(_, (hit, _))| hit.is_word())
        .map(|(n, (_, share))| share * rare(n))
        .sum()
}

/// The weight of the words that it holds with a capital inside the sentence, however the question writes them.
pub fn names_held(scene: &Scene<'_>) -> f32 {
    let name = |n: usize| {
        let stem = &scene.asked.word(n).stems[scene.page.language];
        scene.words().iter().skip(1).any(|w| w.capital && w.stem == stem)
    };
    scene.share(name)
}

/// The weight of all words, each by the letters that its likest word in the sentence shares with it: forgives endings and spelling.
pub fn letters(scene: &Scene<'_>) -> f32 {
    let likest = |n: usize| match scene.hits()[n] {
        Hit::Alike(likeness) => likeness,
        Hit::None => 0.0,
        _ => 1.0,
    };
    scene.asked.shares.iter().enumerate().map(|(n, share)| share * likest(n)).sum()
}
