//! How sure it is that the chosen sentence answers the question: a calibrated probability over a few signs.
//!
//! The signs are ratios, so that one threshold serves a library of ten passages and one of a hundred thousand.

use super::asked::{Asked, Hit};
use super::page::Page;

/// What the chosen sentence and its rivals look like.
pub struct Choice<'a> {
    /// The question.
    pub asked: &'a Asked,
    /// The passage of the chosen sentence.
    pub page: &'a Page<'a>,
    /// The chosen sentence's place in it.
    pub at: usize,
    /// The features of the chosen sentence, in the order of [`super::features::FEATURES`].
    pub features: &'a [f32],
    /// Its score.
    pub score: f32,
    /// How far all candidates, by their share of the softmax, are of articles that hold the same words of the question as its own: near 1
    /// where one article or several tell of the matter, less where each article happens to hold some other word.
    pub agreement: f32,
    /// Whether all candidates are of its article.
    pub one_article: bool,
}

/// One sign that the choice is right or wrong.
pub struct Sign {
    /// Its name in the model and in explanations.
    pub name: &'static str,
    /// Its value.
    pub of: fn(&Choice<'_>) -> f32,
}

/// All signs, in the order of the model.
pub const SIGNS: &[Sign] = &[
    Sign { name: "score", of: |c| c.score },
    Sign { name: "agreement", of: |c| c.agreement },
    // That all agree on one word of five is not much.
    Sign { name: "agreement_covered", of: |c| c.agreement * covered(c, Hit::Alike(0.0)) },
    // Where no other article is a candidate, agreement says nothing.
    Sign { name: "one_article", of: |c| f32::from(u8::from(c.one_article)) },
    Sign { name: "covered_squared", of: |c| covered(c, Hit::Stem).powi(2) },
    Sign { name: "words_covered", of: |c| (1.0 + count(c) as f32).ln() },
    Sign { name: "asks_number", of: |c| feature(c, "asks_number") },
    Sign { name: "unfilled", of: |c| feature(c, "asks_unfilled") },
    Sign { name: "uncounted", of: |c| feature(c, "asks_uncounted") },
];

/// All signs of a choice, in the order of [`SIGNS`].
pub fn of(choice: &Choice<'_>) -> Vec<f32> {
    SIGNS.iter().map(|sign| (sign.of)(choice)).collect()
}

fn share(choice: &Choice<'_>, counts: impl Fn(usize) -> bool) -> f32 {
    choice.asked.share(counts)
}

/// The best that the sentence, its neighbours, its heading and its title hold of a word.
fn around(choice: &Choice<'_>, n: usize) -> Hit {
    let page = choice.page;
    let first = choice.at.saturating_sub(1);
    let near = &page.sentences[first..(choice.at + 2).min(page.sentences.len())];
    near.iter().chain([&page.title, &page.heading]).map(|hits| hits[n]).fold(Hit::None, |a, b| if b > a { b } else { a })
}

fn covered(choice: &Choice<'_>, least: Hit) -> f32 {
    share(choice, |n| around(choice, n) > Hit::Cue && around(choice, n) >= least)
}

fn count(choice: &Choice<'_>) -> usize {
    (0..choice.asked.content.len()).filter(|n| around(choice, *n).is_word()).count()
}

fn feature(choice: &Choice<'_>, name: &str) -> f32 {
    super::features::FEATURES.iter().position(|f| f.name == name).map_or(0.0, |at| choice.features[at])
}

#[cfg(test)]
mod tests {
    use crate::answer::features::promises::{laid_out, snapshot};
    use crate::answer::model::Model;
    use crate::answer::{Options, rank};
    use crate::search::Question;

    fn confidence(articles: &[&str], question: &str) -> f32 {
        let articles: Vec<_> = articles.iter().map(|article| laid_out(article)).collect();
        let question = Question::parse(question).expect("it has words");
        rank(&snapshot(&articles), &question, Options::default(), Model::fitted()).expect("memory can be read").confidence
    }

    const FIRE: &str = "Mill burns | | The old mill at Tavos burnt down on Monday. Nobody was hurt by the fire.";
    const FERRY: &str = "Ferry late | | The ferry to Orlan was late. Its captain spoke of fog.";
    const COUNCIL: &str = "Council meets | | The council met on Tuesday. It spoke of a fire station.";

    #[test]
    fn news_that_two_articles_tell_is_as_sure_as_what_one_tells() {
        let question = "When did the mill at Tavos burn?";
        let (once, twice) = (confidence(&[FIRE, FERRY, COUNCIL], question), confidence(&[FIRE, FIRE, FERRY, COUNCIL], question));
        assert!(once > 0.5 && twice > once - 0.1, "{once} when told once, {twice} when told twice");
    }
}
