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
mod passage;
mod place;
#[cfg(test)]
pub(super) mod promises;
mod rest;
mod title;

/// One sentence of one candidate, with all that is known of the question.
pub struct Scene<'a> {
    /// The question.
    pub asked: &'a Asked,
    /// The passage.
    pub page: &'a Page<'a>,
    /// Which of its sentences.
    pub at: usize,
    /// The places of its words that the question does not hold and that are of the kind it asks for: names for who, dates for when.
    fill: Vec<usize>,
}

impl<'a> Scene<'a> {
    /// A sentence of a candidate.
    pub fn of(asked: &'a Asked, page: &'a Page<'a>, at: usize) -> Scene<'a> {
        let scene = Scene { asked, page, at, fill: vec![] };
        Scene { fill: asks::fill(&scene), ..scene }
    }

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

    /// For each word of the sentence, which of the question's words it is or stands for.
    fn stands_for(&self) -> Vec<u64> {
        self.asked.stands_for(self.page.language, self.words(), self.held())
    }

    fn hits(&self) -> &'a [Hit] {
        &self.page.sentences[self.at]
    }

    fn ask(&self) -> Option<Ask> {
        self.asked.ask(self.page.language)
    }

    /// The place of the first content word behind the words that ask: the `fire` of `how long was the fire`.
    fn asked_for(&self) -> Option<usize> {
        let opening = self.asked.analyses.get(self.page.language).map_or(0..0, |analysis| analysis.opening.clone());
        self.asked.content.iter().copied().find(|at| !opening.contains(at))
    }

    /// The hits of the sentence before, if it is of the same paragraph.
    fn before(&self) -> Option<&'a [Hit]> {
        let at = self.at.checked_sub(1)?;
        let same = self.page.passage.sentences[at].paragraph == self.sentence().paragraph;
        same.then(|| self.page.sentences[at].as_slice())
    }

    /// The share of the question's weight for whose words `counts` holds.
    fn share(&self, counts: impl Fn(usize) -> bool) -> f32 {
        self.asked.share(counts)
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

/// Where a feature gets its value from.
pub enum Of {
    /// From one sentence.
    Sentence(fn(&Scene<'_>) -> f32),
    /// From its passage: the same for all of a passage's sentences.
    Passage(fn(&Asked, &Page<'_>) -> f32),
}

/// One thing that speaks for or against a sentence.
pub struct Feature {
    /// Its name in the model and in explanations.
    pub name: &'static str,
    /// What it may do to a score.
    pub sign: Sign,
    /// Its value; most are within 0 and 1.
    pub of: Of,
}

const fn of_sentence(name: &'static str, sign: Sign, of: fn(&Scene<'_>) -> f32) -> Feature {
    Feature { name, sign, of: Of::Sentence(of) }
}

const fn of_passage(name: &'static str, sign: Sign, of: fn(&Asked, &Page<'_>) -> f32) -> Feature {
    Feature { name, sign, of: Of::Passage(of) }
}

/// All features, in the order of the model.
pub const FEATURES: &[Feature] = &[
    of_sentence("coverage_spelling", Sign::For, coverage::spelling),
    of_sentence("coverage_synonyms", Sign::For, coverage::synonyms),
    of_sentence("coverage_alike", Sign::For, coverage::alike),
    of_sentence("cue", Sign::For, coverage::cue),
    of_sentence("density", Sign::For, coverage::density),
    of_sentence("opens_with", Sign::For, coverage::opening),
    of_sentence("coverage_in_article", Sign::For, coverage::in_article),
    of_sentence("ahead_in_passage", Sign::Free, coverage::ahead_in_passage),
    of_passage("title", Sign::Free, title::coverage),
    of_passage("title_share", Sign::For, title::share),
    of_passage("title_match", Sign::For, title::both_ways),
    of_passage("title_phrase", Sign::For, title::phrase),
    of_passage("title_of_few", Sign::For, title::of_few),
    of_sentence("with_title", Sign::For, context::with_title),
    of_sentence("in_article_context", Sign::For, context::in_article),
    of_sentence("context_loosely", Sign::For, context::loosely),
    of_sentence("opening_only", Sign::For, context::opening_only),
    of_sentence("passage_only", Sign::Free, context::passage_only),
    of_sentence("previous_names", Sign::For, context::previous_names),
    of_sentence("pronoun_previous", Sign::For, context::pronoun_previous),
    of_sentence("rest", Sign::For, rest::coverage),
    of_sentence("rest_loosely", Sign::For, rest::loosely),
    of_sentence("rest_cues", Sign::For, rest::cues),
    of_sentence("subject_alone", Sign::For, rest::subject_alone),
    of_sentence("about_subject", Sign::Free, rest::about_subject),
    of_sentence("function_words", Sign::For, order::function_words),
    of_sentence("negation", Sign::For, order::negation),
    of_sentence("near_answer", Sign::For, asks::near),
    of_sentence("asks_time", Sign::For, asks::time),
    of_sentence("asks_place", Sign::For, asks::place),
    of_sentence("asks_number", Sign::For, asks::number),
    of_sentence("asks_duration", Sign::For, asks::duration),
    of_sentence("asks_reason", Sign::For, asks::reason),
    of_sentence("asks_definition", Sign::For, asks::definition),
    of_sentence("asks_unfilled", Sign::Against, asks::unfilled),
    of_sentence("asks_uncounted", Sign::Against, asks::uncounted),
    of_sentence("counted", Sign::For, asks::counted),
    of_sentence("first_time", Sign::For, asks::first_time),
    of_sentence("first_place", Sign::For, asks::first_place),
    of_passage("heading", Sign::For, passage::heading),
    of_passage("nowhere", Sign::Against, passage::nowhere),
    of_passage("names_missing", Sign::Against, passage::names_missing),
    of_passage("passage_coverage", Sign::For, passage::coverage),
    of_passage("passage_rare", Sign::For, passage::rare),
    of_passage("passage_loosely", Sign::For, passage::loosely),
    of_passage("passage_pairs", Sign::For, passage::pairs),
    of_passage("passage_density", Sign::Free, passage::density),
    of_passage("passage_length", Sign::Free, passage::length),
    of_passage("passage_score", Sign::For, passage::score),
    of_passage("passage_rank", Sign::For, passage::rank),
    of_passage("article_score", Sign::For, passage::article_score),
    of_passage("article_coverage", Sign::For, passage::article_coverage),
    of_sentence("early_in_paragraph", Sign::For, place::early_in_paragraph),
    of_sentence("lead", Sign::Free, place::lead),
    of_sentence("length", Sign::Free, place::length),
    of_sentence("short", Sign::Free, place::short),
    of_sentence("is_question", Sign::Against, place::is_question),
    of_sentence("new_words", Sign::Free, place::new_words),
];

/// The values that all sentences of a passage share, in the order of [`FEATURES`]; 0 for the others.
pub fn of_page(asked: &Asked, page: &Page<'_>) -> Vec<f32> {
    let value = |feature: &Feature| if let Of::Passage(of) = feature.of { of(asked, page) } else { 0.0 };
    FEATURES.iter().map(value).collect()
}

/// All features of a sentence, in the order of [`FEATURES`]; `shared` are those of its passage, from [`of_page`].
pub fn of(scene: &Scene<'_>, shared: &[f32]) -> Vec<f32> {
    let value = |(feature, shared): (&Feature, &f32)| if let Of::Sentence(of) = feature.of { of(scene) } else { *shared };
    FEATURES.iter().zip(shared).map(value).collect()
}
