//! How sure it is that the chosen sentence answers the question: a calibrated probability over a few signs.
//!
//! The signs are ratios, so that one threshold serves a library of ten passages and one of a hundred thousand.

use super::asked::{Asked, Hit};
use super::page::Page;
use crate::search::Term;

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
    /// The share of the softmax over all candidates, those that agree in other articles apart, that the sentences have which may be quoted
    /// together with it, itself included.
    pub share: f32,
    /// How far all candidates, by their share of the softmax, are of its own article or of one that holds the same words of the question:
    /// near 1 where one article or several tell of the matter, less where each happens to hold some word, or the only one holds few.
    pub agreement: f32,
}

/// See [`odds`].
const SMALLEST_SHARE: f32 = 0.05;

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
    Sign { name: "quote_odds", of: |c| odds(c.share) },
    Sign { name: "covered_squared", of: |c| share(c, |n| around(c, n).is_word()).powi(2) },
    Sign { name: "words_covered", of: |c| (1.0 + count(c) as f32).ln() },
    // An article that does not name what is asked for does not tell of it.
    Sign { name: "names_missing", of: |c| share(c, |n| is_name(c.asked.word(n)) && !c.page.article_tells(n)) },
    // A long sentence holds many words by chance.
    Sign { name: "length", of: |c| feature(c, "length") },
    Sign { name: "asks_number", of: |c| feature(c, "asks_number") },
    Sign { name: "unfilled", of: |c| feature(c, "asks_unfilled") },
    Sign { name: "uncounted", of: |c| feature(c, "asks_uncounted") },
];

/// All signs of a choice, in the order of [`SIGNS`].
pub fn of(choice: &Choice<'_>) -> Vec<f32> {
    SIGNS.iter().map(|sign| (sign.of)(choice)).collect()
}

/// The logarithm of the odds of a share, no further than that of a twentieth: what is less, or more than the rest, tells nothing more.
fn odds(share: f32) -> f32 {
    let share = share.clamp(SMALLEST_SHARE, 1.0 - SMALLEST_SHARE);
    (share / (1.0 - share)).ln()
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

fn count(choice: &Choice<'_>) -> usize {
    (0..choice.asked.content.len()).filter(|n| around(choice, *n).is_word()).count()
}

/// A name or a number, such as a year.
fn is_name(word: &Term) -> bool {
    word.capital || word.number
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

    /// Of two questions to the same articles, the first is the surer one.
    #[track_caller]
    fn check(articles: &[&str], surer: &str, other: &str) {
        let (surer_is, other_is) = (confidence(articles, surer), confidence(articles, other));
        assert!(surer_is > other_is + 0.05, "{surer_is} for `{surer}`, {other_is} for `{other}`");
    }

    #[test]
    fn a_name_that_no_article_holds_is_not_what_an_article_tells_of() {
        check(&[FIRE, FERRY, COUNCIL], "Did the captain speak of thick fog?", "Did the captain speak of Tessin fog?");
    }

    #[test]
    fn what_one_passage_may_answer_is_surer_than_what_any_of_several_may() {
        let gates = "Gates | | The north gate opens at dawn. | Yard | The south gate opens at noon. | Quay | The east gate opens at dusk.";
        check(&[gates, FIRE, FERRY], "When does the north gate open?", "When does the gate open?");
    }

    #[test]
    fn news_that_two_articles_tell_is_as_sure_as_what_one_tells() {
        let question = "When did the mill at Tavos burn?";
        let (once, twice) = (confidence(&[FIRE, FERRY, COUNCIL], question), confidence(&[FIRE, FIRE, FERRY, COUNCIL], question));
        assert!(once > 0.5 && twice > once - 0.1, "{once} when told once, {twice} when told twice");
    }
}
