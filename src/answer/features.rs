//! What speaks for and against a sentence: one small number each, made of ratios so that a library of ten passages and one of a
//! hundred thousand look alike.
//!
//! A feature is a name and a function; the model weighs them by name. Each has a case in the tests that fails without it.

use super::asked::{Asked, Hit};
use super::page::Page;
use crate::language::lexicon::Ask;
use crate::search::passage::{Sentence, Token};

mod asks;
mod context;
mod coverage;
mod order;
mod place;
#[cfg(test)]
mod promises;
mod rest;

/// One sentence of one candidate, with all that is known of the question.
pub struct Scene<'a> {
    /// The question.
    pub asked: &'a Asked,
    /// The passage.
    pub page: &'a Page<'a>,
    /// Which of its sentences.
    pub at: usize,
}

impl<'a> Scene<'a> {
    fn sentence(&self) -> &'a Sentence<'a> {
        &self.page.passage.sentences[self.at]
    }

    fn words(&self) -> &'a [Token<'a>] {
        &self.sentence().words
    }

    /// For each word of the sentence, which of the question's words it is.
    fn held(&self) -> &'a [u64] {
        &self.page.held[self.at]
    }

    fn hits(&self) -> &'a [Hit] {
        &self.page.sentences[self.at]
    }

    fn ask(&self) -> Option<Ask> {
        self.asked.ask(self.page.language)
    }

    /// The hits of a neighbouring sentence of the same paragraph.
    fn neighbour(&self, step: isize) -> Option<&'a [Hit]> {
        let at = self.at.checked_add_signed(step)?;
        let same = self.page.passage.sentences.get(at)?.paragraph == self.sentence().paragraph;
        same.then(|| self.page.sentences[at].as_slice())
    }

    /// The share of the question's weight for whose words `counts` holds.
    fn share(&self, counts: impl Fn(usize) -> bool) -> f32 {
        self.asked.shares.iter().enumerate().filter(|(n, _)| counts(*n)).map(|(_, share)| share).sum()
    }
}

/// What a feature may do to a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Only raise it: a sentence that holds more of the question is never worse for it.
    For,
    /// Only lower it.
    Against,
    /// Either, as the training set says.
    Free,
}

/// One thing that speaks for or against a sentence.
pub struct Feature {
    /// Its name in the model and in explanations.
    pub name: &'static str,
    /// Its value; most are within 0 and 1.
    pub of: fn(&Scene<'_>) -> f32,
}

impl Feature {
    /// What it may do to a score.
    pub fn sign(&self) -> Sign {
        let free = ["early", "first_of_article", "length", "short", "new_words", "about_subject", "passage_only", "next_only", "title"];
        let against = ["names_missing", "nowhere", "asks_unfilled", "is_question"];
        match self.name {
            name if free.contains(&name) => Sign::Free,
            name if against.contains(&name) => Sign::Against,
            _ => Sign::For,
        }
    }
}

/// All features, in the order of the model.
pub const FEATURES: &[Feature] = &[
    Feature { name: "coverage", of: coverage::stems },
    Feature { name: "coverage_squared", of: coverage::squared },
    Feature { name: "coverage_spelling", of: coverage::spelling },
    Feature { name: "coverage_synonyms", of: coverage::synonyms },
    Feature { name: "coverage_alike", of: coverage::alike },
    Feature { name: "coverage_count", of: coverage::count },
    Feature { name: "rarest_word", of: coverage::rarest },
    Feature { name: "names", of: coverage::names },
    Feature { name: "names_missing", of: coverage::names_missing },
    Feature { name: "numbers", of: coverage::numbers },
    Feature { name: "density", of: coverage::density },
    Feature { name: "title", of: context::title },
    Feature { name: "with_title", of: context::with_title },
    Feature { name: "title_share", of: context::title_share },
    Feature { name: "heading", of: context::heading },
    Feature { name: "with_heading", of: context::with_heading },
    Feature { name: "previous_only", of: context::previous_only },
    Feature { name: "next_only", of: context::next_only },
    Feature { name: "passage_only", of: context::passage_only },
    Feature { name: "pronoun_previous", of: context::pronoun_previous },
    Feature { name: "pronoun_title", of: context::pronoun_title },
    Feature { name: "nowhere", of: context::nowhere },
    Feature { name: "pairs", of: order::pairs },
    Feature { name: "content_pairs", of: order::content_pairs },
    Feature { name: "run", of: order::longest_run },
    Feature { name: "function_words", of: order::function_words },
    Feature { name: "negation", of: order::negation },
    Feature { name: "near_answer", of: asks::near },
    Feature { name: "asks_person", of: asks::person },
    Feature { name: "asks_time", of: asks::time },
    Feature { name: "asks_place", of: asks::place },
    Feature { name: "asks_number", of: asks::number },
    Feature { name: "asks_duration", of: asks::duration },
    Feature { name: "asks_reason", of: asks::reason },
    Feature { name: "asks_definition", of: asks::definition },
    Feature { name: "asks_name", of: asks::name },
    Feature { name: "asks_unfilled", of: asks::unfilled },
    Feature { name: "rest", of: rest::coverage },
    Feature { name: "rest_loosely", of: rest::loosely },
    Feature { name: "subject_alone", of: rest::subject_alone },
    Feature { name: "about_subject", of: rest::about_subject },
    Feature { name: "head", of: asks::head },
    Feature { name: "first_definition", of: asks::first_definition },
    Feature { name: "first_person", of: asks::first_person },
    Feature { name: "first_time", of: asks::first_time },
    Feature { name: "first_place", of: asks::first_place },
    Feature { name: "first_amount", of: asks::first_amount },
    Feature { name: "first_manner", of: asks::first_manner },
    Feature { name: "first_titled", of: place::first_of_article_titled },
    Feature { name: "discrimination", of: coverage::discrimination },
    Feature { name: "letters", of: coverage::letters },
    Feature { name: "article_score", of: place::article_score },
    Feature { name: "passage_score", of: place::passage_score },
    Feature { name: "passage_rank", of: place::passage_rank },
    Feature { name: "first_of_article", of: place::first_of_article },
    Feature { name: "early", of: place::early },
    Feature { name: "early_in_paragraph", of: place::early_in_paragraph },
    Feature { name: "length", of: place::length },
    Feature { name: "short", of: place::short },
    Feature { name: "is_question", of: place::is_question },
    Feature { name: "new_words", of: place::new_words },
];

/// All features of a sentence, in the order of [`FEATURES`].
pub fn of(scene: &Scene<'_>) -> Vec<f32> {
    FEATURES.iter().map(|feature| (feature.of)(scene)).collect()
}
