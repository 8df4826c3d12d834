//! The weights of the ranking and of the confidence: `model.toml`, made by `examples/train`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::confidence::SIGNS;
use super::features::FEATURES;

/// A linear model over [`FEATURES`], and a logistic one over [`SIGNS`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    /// In the order of [`FEATURES`].
    pub ranking: Vec<f32>,
    /// In the order of [`SIGNS`], then the bias.
    pub confidence: Vec<f32>,
}

/// The file, by name, so that a weight cannot slip to another feature.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct File {
    ranking: BTreeMap<String, f32>,
    confidence: BTreeMap<String, f32>,
}

/// The name of the bias in the file.
const BIAS: &str = "bias";

static FITTED: LazyLock<Model> = LazyLock::new(|| Model::parse(include_str!("model.toml")).expect("the model is compiled in and tested"));

impl Model {
    /// The model that the program comes with.
    pub fn fitted() -> &'static Model {
        &FITTED
    }

    /// Reads a model; a name that is missing or unknown is an error that names it.
    pub fn parse(text: &str) -> Result<Model, String> {
        let file: File = toml::from_str(text).map_err(|e| e.to_string())?;
        let features: Vec<&str> = FEATURES.iter().map(|f| f.name).collect();
        let signs: Vec<&str> = SIGNS.iter().map(|s| s.name).chain([BIAS]).collect();
        Ok(Model { ranking: in_order(file.ranking, &features)?, confidence: in_order(file.confidence, &signs)? })
    }

    /// The model as a file, without its heading comment.
    pub fn to_toml(&self) -> String {
        let ranking = FEATURES.iter().map(|f| f.name.to_owned()).zip(self.ranking.iter().copied()).collect();
        let signs = SIGNS.iter().map(|s| s.name).chain([BIAS]).map(str::to_owned);
        let confidence = signs.zip(self.confidence.iter().copied()).collect();
        toml::to_string(&File { ranking, confidence }).expect("names and numbers can be written")
    }

    /// The score of a sentence with these features; only differences mean something.
    pub fn score(&self, features: &[f32]) -> f32 {
        self.ranking.iter().zip(features).map(|(weight, value)| weight * value).sum()
    }

    /// The probability that an answer with these signs is right.
    pub fn confidence(&self, signs: &[f32]) -> f32 {
        let (bias, weights) = self.confidence.split_last().expect("a parsed model has a bias");
        let sum: f32 = weights.iter().zip(signs).map(|(weight, value)| weight * value).sum();
        1.0 / (1.0 + (-(sum + bias)).exp())
    }
}

fn in_order(mut weights: BTreeMap<String, f32>, names: &[&str]) -> Result<Vec<f32>, String> {
    let mut ordered = vec![];
    for name in names {
        ordered.push(weights.remove(*name).ok_or_else(|| format!("the model has no weight for `{name}`"))?);
    }
    match weights.keys().next() {
        Some(unknown) => Err(format!("the model has a weight for `{unknown}`, which is no feature")),
        None => Ok(ordered),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_missing_or_unknown_is_named() {
        let fitted = Model::fitted().to_toml();
        let missing: String = fitted.lines().filter(|line| !line.starts_with("length ")).map(|line| format!("{line}\n")).collect();
        assert_eq!(Model::parse(&missing).unwrap_err(), "the model has no weight for `length`");
        let unknown = fitted.replace("\nlength =", "\nlength = 1.0\nfolly =");
        assert_eq!(Model::parse(&unknown).unwrap_err(), "the model has a weight for `folly`, which is no feature");
    }
}
