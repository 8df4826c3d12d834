//! Fits the confidence: how often the best sentence is right, under rankings that have not seen its article.

use anyhow::Result;
use takeaway::answer::confidence::SIGNS;
use takeaway::answer::model::Model;

use crate::examples::{FOLDS, Set};
use crate::fit::{Fitted, rounded};
use crate::optimise;

/// How much large weights cost.
const RIDGE: f64 = 1e-5;

/// What a library counts from which half of the articles are missing, beside a whole one: silence is learnt there.
const HALF_WEIGHT: f64 = 3.0;

/// How many questions of its own a library of one article is asked for each of another article: so many that one threshold silences
/// the same share of questions of other articles there and where half of the articles are missing.
const OWN_TO_OTHERS: usize = 6;

/// One choice that a ranking made.
struct Case {
    fold: usize,
    signs: Vec<f32>,
    right: bool,
    /// Whether the library that was asked holds an answer.
    answerable: bool,
    weight: f64,
}

/// Adds the confidence to a fitted ranking.
pub fn confidence(sets: &[Set], fitted: Fitted) -> Result<Model> {
    let mut groups: Vec<(String, f64, Vec<Case>)> = vec![];
    for set in sets {
        groups.push((format!("{}, whole", set.name), 1.0, cases(set, &fitted, |_, _| true)?));
        groups.push((format!("{}, half of the articles", set.name), HALF_WEIGHT, cases(set, &fitted, |n, _| n % 2 == 0)?));
        groups.push((format!("{}, each article alone", set.name), 1.0, alone(set, &fitted)?));
    }
    for (_, weight, cases) in &mut groups {
        let share = *weight / cases.len().max(1) as f64;
        cases.iter_mut().for_each(|case| case.weight = share);
    }
    let all: Vec<&Case> = groups.iter().flat_map(|(_, _, cases)| cases).collect();
    let held_out: Vec<Vec<f32>> = (0..FOLDS).map(|fold| fit(all.iter().copied().filter(|c| c.fold != fold))).collect();
    for (name, _, cases) in &groups {
        report(name, cases, |case| logistic(&held_out[case.fold], &case.signs));
    }
    let confidence = fit(all.iter().copied());
    Ok(Model { confidence, ..fitted.all })
}

/// Every question of a set, asked of some of its articles.
fn cases(set: &Set, fitted: &Fitted, keep: impl Fn(usize, usize) -> bool) -> Result<Vec<Case>> {
    let library = set.library(|n| keep(n, 0))?;
    let mut cases = vec![];
    for question in &set.questions {
        let fold = set.fold(question);
        let there = question.article.as_deref().and_then(|id| set.articles.iter().position(|(other, _)| other == id));
        let answerable = question.answerable() && there.is_some_and(|n| keep(n, 0));
        let Some((signs, right)) = library.signs(question, &fitted.held_out[fold])? else { continue };
        cases.push(Case { fold, signs, right, answerable, weight: 1.0 });
    }
    Ok(cases)
}

/// Each article as a library of its own, asked its own questions and a few of others.
fn alone(set: &Set, fitted: &Fitted) -> Result<Vec<Case>> {
    let mut found = vec![];
    for (n, (id, _)) in set.articles.iter().enumerate() {
        let library = set.library(|other| other == n)?;
        let own: Vec<_> = set.questions.iter().filter(|q| q.article.as_ref() == Some(id)).collect();
        let others: Vec<_> = set.questions.iter().filter(|q| q.article.as_ref() != Some(id)).collect();
        let wanted = own.len() / OWN_TO_OTHERS;
        let step = (others.len() / wanted.max(1)).max(1);
        for question in own.iter().copied().chain(others.iter().copied().step_by(step).take(wanted)) {
            let Some((signs, right)) = library.signs(question, &fitted.held_out[set.fold(question)])? else { continue };
            let answerable = question.answerable() && question.article.as_ref() == Some(id);
            found.push(Case { fold: n % FOLDS, signs, right, answerable, weight: 1.0 });
        }
    }
    Ok(found)
}

fn fit<'a>(cases: impl Iterator<Item = &'a Case>) -> Vec<f32> {
    let cases: Vec<&Case> = cases.collect();
    let total: f64 = cases.iter().map(|c| c.weight).sum();
    let weights = optimise::least(vec![0.0; SIGNS.len() + 1], 500, |w| {
        let mut value = 0.0;
        let mut gradient = vec![0.0; w.len()];
        for case in &cases {
            let signs = case.signs.iter().map(|s| f64::from(*s)).chain([1.0]);
            let sum: f64 = signs.clone().zip(w).map(|(s, w)| s * w).sum();
            let p = 1.0 / (1.0 + (-sum).exp());
            let weight = case.weight / total;
            value -= weight * (if case.right { p } else { 1.0 - p }).max(1e-12).ln();
            let pull = weight * (p - f64::from(u8::from(case.right)));
            gradient.iter_mut().zip(signs).for_each(|(g, s)| *g += pull * s);
        }
        for (g, weight) in gradient.iter_mut().zip(w).take(SIGNS.len()) {
            value += RIDGE * weight * weight;
            *g += 2.0 * RIDGE * weight;
        }
        (value, gradient)
    });
    weights.into_iter().map(rounded).collect()
}

fn logistic(weights: &[f32], signs: &[f32]) -> f64 {
    let model = Model { confidence: weights.to_vec(), ..Model::default() };
    f64::from(model.confidence(signs))
}

/// Prints how well confidence tells right answers from the rest.
fn report(name: &str, cases: &[Case], confidence: impl Fn(&Case) -> f64) {
    let scored: Vec<(f64, &Case)> = cases.iter().map(|c| (confidence(c), c)).collect();
    let right: Vec<f64> = sorted(scored.iter().filter(|(_, c)| c.right).map(|(p, _)| *p));
    let nothing: Vec<f64> = sorted(scored.iter().filter(|(_, c)| !c.answerable).map(|(p, _)| *p));
    let answerable = cases.iter().filter(|c| c.answerable).count();
    let kept = |share: f64| right.get(((1.0 - share) * right.len() as f64) as usize).copied().unwrap_or(0.0);
    let above = |threshold: f64| nothing.iter().filter(|p| **p >= threshold).count() as f64 / nothing.len().max(1) as f64;
    let five = nothing.get((0.95 * nothing.len() as f64) as usize).copied().unwrap_or(0.0);
    let answerables: Vec<f64> = sorted(scored.iter().filter(|(_, c)| c.answerable).map(|(p, _)| *p));
    eprintln!(
        "{name}: right {:.3} of {answerable}, AUC {:.4}, answered though nothing answers at 95% kept {:.3} (threshold {:.3}), threshold for 5% {five:.3}, kept there {:.3}",
        right.len() as f64 / answerable.max(1) as f64,
        area(&answerables, &nothing),
        above(kept(0.95)),
        kept(0.95),
        right.iter().filter(|p| **p >= five).count() as f64 / right.len().max(1) as f64,
    );
}

fn sorted(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values
}

/// The area under the ROC curve: how often a value of the first is above one of the second.
fn area(above: &[f64], below: &[f64]) -> f64 {
    let wins: f64 =
        above.iter().map(|a| below.partition_point(|b| b < a) as f64 + 0.5 * below.iter().filter(|b| *b == a).count() as f64).sum();
    wins / (above.len() * below.len()).max(1) as f64
}
