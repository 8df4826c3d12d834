//! Fits the ranking: a softmax over the candidates of each question, with articles held out to measure it.

use anyhow::Result;
use takeaway::answer::features::{FEATURES, Sign};
use takeaway::answer::model::Model;

use crate::examples::{Example, FOLDS, Set};
use crate::optimise;

/// How much large weights cost.
const RIDGE: f64 = 0.03;

/// A ranking fitted to everything, and one for each fold that has not seen it.
pub struct Fitted {
    /// Fitted to everything.
    pub all: Model,
    /// For each fold, fitted to the others.
    pub held_out: Vec<Model>,
}

/// Fits to all sets together, each weighing the same.
pub fn ranking(sets: &[Set]) -> Result<Fitted> {
    let mut examples: Vec<Vec<Example>> = vec![];
    for set in sets {
        let library = set.library(|_| true)?;
        let found: Result<Vec<Option<Example>>> = set.questions.iter().map(|q| library.example(set, q)).collect();
        let found: Vec<Example> = found?.into_iter().flatten().collect();
        let reached = found.iter().filter(|e| e.right.contains(&true)).count();
        let answerable = found.iter().filter(|e| e.answerable).count();
        eprintln!("{}: {} questions, {answerable} answerable, {reached} with a right candidate", set.name, found.len());
        examples.push(found);
    }
    let scale = scales(&examples);
    let fit = |held_out: Option<usize>| {
        let weighed: Vec<(&Example, f64)> = sets
            .iter()
            .zip(&examples)
            .flat_map(|(set, examples)| {
                let used: Vec<&Example> = examples.iter().filter(|e| Some(e.fold) != held_out && e.right.contains(&true)).collect();
                let weight = set.weight / used.iter().map(|e| e.weight).sum::<f64>().max(1.0);
                used.into_iter().map(move |e| (e, weight * e.weight))
            })
            .collect();
        let weights = with_signs(|fixed| {
            optimise::least(vec![0.0; FEATURES.len()], 300, |w| {
                let (value, mut gradient) = loss(&weighed, &scale, w);
                gradient.iter_mut().zip(fixed).filter(|(_, fixed)| **fixed).for_each(|(g, _)| *g = 0.0);
                (value, gradient)
            })
        });
        let ranking = weights.iter().zip(&scale).map(|(w, s)| rounded(w / s)).collect();
        Model { ranking, ..Model::default() }
    };
    let held_out: Vec<Model> = (0..FOLDS).map(|fold| fit(Some(fold))).collect();
    for (set, examples) in sets.iter().zip(&examples) {
        let answerable: Vec<&Example> = examples.iter().filter(|e| e.answerable).collect();
        let right = answerable.iter().filter(|e| first_is_right(&held_out[e.fold], e)).count();
        eprintln!("{}: right first {:.4} of {} (articles held out)", set.name, right as f64 / answerable.len() as f64, answerable.len());
    }
    let all = fit(None);
    Ok(Fitted { all, held_out })
}

/// Fits again and again, with each weight of the wrong sign fixed at 0, until none is left.
fn with_signs(fit: impl Fn(&[bool]) -> Vec<f64>) -> Vec<f64> {
    let mut fixed = vec![false; FEATURES.len()];
    loop {
        let weights = fit(&fixed);
        let wrong = |n: &usize| match FEATURES[*n].sign {
            Sign::For => weights[*n] < 0.0,
            Sign::Against => weights[*n] > 0.0,
            Sign::Free => false,
        };
        let found: Vec<usize> = (0..FEATURES.len()).filter(wrong).collect();
        if found.is_empty() {
            return weights;
        }
        found.into_iter().for_each(|n| fixed[n] = true);
    }
}

fn first_is_right(model: &Model, example: &Example) -> bool {
    let scores: Vec<f32> = example.features.iter().map(|f| model.score(f)).collect();
    // Candidates are in a stable order; the first of equals wins, as in the answer.
    let best = (0..scores.len()).reduce(|a, b| if scores[b] > scores[a] { b } else { a });
    best.is_some_and(|best| example.right[best])
}

/// The spread of each feature, so that one cost of weights fits all.
fn scales(examples: &[Vec<Example>]) -> Vec<f64> {
    let mut sums = vec![(0.0, 0.0, 0.0); FEATURES.len()];
    for features in examples.iter().flatten().flat_map(|e| &e.features) {
        for (sum, value) in sums.iter_mut().zip(features) {
            let value = f64::from(*value);
            *sum = (sum.0 + 1.0, sum.1 + value, sum.2 + value * value);
        }
    }
    sums.iter().map(|(n, sum, squares)| (squares / n - (sum / n).powi(2)).max(1e-6).sqrt()).collect()
}

/// The mean negative log-likelihood of a right candidate, and its gradient.
fn loss(examples: &[(&Example, f64)], scale: &[f64], weights: &[f64]) -> (f64, Vec<f64>) {
    let scaled: Vec<f64> = weights.iter().zip(scale).map(|(w, s)| w / s).collect();
    let half = examples.len() / 2;
    let (one, two) = std::thread::scope(|scope| {
        let other = scope.spawn(|| part(&examples[half..], &scaled));
        (part(&examples[..half], &scaled), other.join().expect("the sums do not panic"))
    });
    let ridge: f64 = weights.iter().map(|w| w * w).sum::<f64>() * RIDGE;
    let gradient = one.1.iter().zip(&two.1).zip(scale.iter().zip(weights)).map(|((a, b), (s, w))| (a + b) / s + 2.0 * RIDGE * w);
    (one.0 + two.0 + ridge, gradient.collect())
}

fn part(examples: &[(&Example, f64)], weights: &[f64]) -> (f64, Vec<f64>) {
    let mut total = 0.0;
    let mut gradient = vec![0.0; weights.len()];
    for (example, weight) in examples {
        let score = |f: &Vec<f32>| f.iter().zip(weights).map(|(f, w)| f64::from(*f) * w).sum::<f64>();
        let scores: Vec<f64> = example.features.iter().map(score).collect();
        let most = scores.iter().copied().fold(f64::MIN, f64::max);
        let powers: Vec<f64> = scores.iter().map(|s| (s - most).exp()).collect();
        let all: f64 = powers.iter().sum();
        let right: f64 = powers.iter().zip(&example.right).filter(|(_, right)| **right).map(|(p, _)| p).sum();
        total -= weight * (right.max(1e-300) / all).ln();
        for ((features, power), is_right) in example.features.iter().zip(&powers).zip(&example.right) {
            let pull = weight * (power / all - if *is_right { power / right.max(1e-300) } else { 0.0 });
            if pull.abs() > 1e-9 * weight {
                gradient.iter_mut().zip(features).for_each(|(g, f)| *g += pull * f64::from(*f));
            }
        }
    }
    (total, gradient)
}

/// Four digits are enough, and make the file the same on every machine.
pub fn rounded(weight: f64) -> f32 {
    ((weight * 1e4).round() / 1e4) as f32
}
