//! Chooses the sentence that answers a question, widens it to its speaker, and says how sure that is.
//!
//! Candidates come from [`crate::search`]; one linear model over [`features`] ranks their sentences, one logistic model over the signs in
//! [`confidence`] says whether to answer. What leaves here is a [`Cut`]: places in an article, never words.

use serde::Serialize;
use tantivy::TantivyError;

use crate::article::voice::MOST_SENTENCES;
use crate::search::{Candidate, Passage, Question, Snapshot};

pub mod about;
pub mod asked;
pub mod confidence;
pub mod cut;
pub mod features;
pub mod model;
pub mod page;

use asked::{Asked, Hit};
use confidence::Choice;
pub use cut::{Beside, Cut, Widening};
use features::Scene;
use model::Model;
use page::{InArticle, Page};

/// How many cuts a ranking holds.
pub const MOST_CUTS: usize = 10;

/// A sentence beside the best one is worth its place in the quote if it is at least so likely to answer for each of its words, where the
/// best one is 1 likely: one of twenty words, if it is a sixth or seventh as likely.
const COST_OF_WORD: f32 = 0.0077;

/// A shorter sentence costs as much as one of so many words.
const FEWEST_WORDS: usize = 15;

/// An article that holds less of the question than this, by weight, tells of its matter only so far.
const ENOUGH_TOLD: f32 = 1.0 / 3.0;

/// How sentences are ranked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Ranker {
    /// The fitted model.
    #[default]
    Model,
    /// Plain BM25 over passages and the sentence of most weighted overlap: what the model is measured against.
    Bm25,
}

/// The two least confidences at which something is said.
#[derive(Clone, Copy, Debug, PartialEq, serde::Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Thresholds {
    /// From here on an answer is given as such.
    pub sure: f32,
    /// From here on the closest passage is shown, and said to be that.
    pub close: f32,
}

/// How sure an answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Grade {
    /// Not at all: nothing is quoted.
    NotCovered,
    /// It may not answer the question.
    Close,
    /// It answers the question.
    Sure,
}

impl Thresholds {
    /// The grade of a confidence.
    pub fn grade(&self, confidence: f32) -> Grade {
        if confidence >= self.sure {
            Grade::Sure
        } else if confidence >= self.close {
            Grade::Close
        } else {
            Grade::NotCovered
        }
    }
}

/// A section that a question came near, as something to choose.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Topic {
    /// In which of the snapshot's libraries its article is: 0 for everyone's.
    #[serde(skip)]
    pub part: usize,
    /// The article's id.
    pub article: String,
    /// The article's title.
    pub title: String,
    /// The section's id.
    pub section: String,
    /// The section's heading; none for the lead.
    pub heading: Option<String>,
}

/// The sentences that may answer a question, best first, and how sure the first is.
#[derive(Clone, Debug, Default)]
pub struct Ranking {
    /// Up to [`MOST_CUTS`], each of another sentence.
    pub cuts: Vec<Cut>,
    /// The first with sentences beside it, where these may answer too: what to quote if so much may be shown.
    pub joined: Option<Cut>,
    /// The probability that the first answers the question.
    pub confidence: f32,
    /// Sections that came near, nearest first.
    pub nearest: Vec<Topic>,
    /// For each cut, its features; filled when explanations are asked for.
    pub explained: Vec<Vec<f32>>,
    /// The signs of the confidence.
    pub signs: Vec<f32>,
}

/// What to look for and where.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options<'a> {
    /// Only in this article.
    pub article: Option<&'a str>,
    /// How sentences are ranked.
    pub ranker: Ranker,
}

/// One sentence of one candidate, scored.
pub struct Scored {
    /// Which candidate.
    pub page: usize,
    /// Which of its sentences.
    pub at: usize,
    /// Its features.
    pub features: Vec<f32>,
    /// Its score.
    pub score: f32,
}

/// Ranks the sentences of a snapshot for a question.
pub fn rank(snapshot: &Snapshot, question: &Question, options: Options<'_>, model: &Model) -> Result<Ranking, TantivyError> {
    let asked = Asked::of(snapshot, question)?;
    let candidates = candidates(snapshot, &asked, options)?;
    let pages = pages(&asked, &candidates);
    let scored = scored(&asked, &pages, options.ranker, model);
    // The scores of BM25 are no odds: of them, 2 less is hardly worse.
    let joined = if options.ranker == Ranker::Model { joined(&pages, &scored) } else { None };
    Ok(ranking(&asked, &pages, &scored, joined, model))
}

/// The passages that may answer.
pub fn candidates(snapshot: &Snapshot, asked: &Asked, options: Options<'_>) -> Result<Vec<Candidate>, TantivyError> {
    snapshot.candidates(&asked.terms, options.article, options.ranker == Ranker::Bm25)
}

/// The candidates, read against the question.
pub fn pages<'a>(asked: &Asked, candidates: &'a [Candidate]) -> Vec<Page<'a>> {
    let best = candidates.first().map_or(1.0, |c| c.score.max(f32::MIN_POSITIVE));
    let decoded = candidates.iter().enumerate().filter_map(|(rank, c)| Some((rank, c, Passage::decode(&c.bytes)?)));
    let mut pages: Vec<Page<'a>> = decoded.map(|(rank, c, passage)| Page::of(asked, passage, c.part, rank, c.score / best)).collect();
    let total: f32 = pages.iter().map(|page| page.score).sum();
    let mut of_articles: Vec<InArticle> = vec![];
    for page in &pages {
        let known = pages[..of_articles.len()].iter().position(|other| page.is_beside(other));
        let of = known.map_or_else(|| InArticle::of(page, &pages, asked.content.len(), total), |at| of_articles[at].clone());
        of_articles.push(of);
    }
    pages.iter_mut().zip(of_articles).for_each(|(page, of)| page.article = of);
    pages
}

/// Every sentence that may be quoted, best first; equals by page and place.
pub fn scored(asked: &Asked, pages: &[Page<'_>], ranker: Ranker, model: &Model) -> Vec<Scored> {
    let mut scored = vec![];
    for (n, page) in pages.iter().enumerate() {
        let shared = features::of_page(asked, page);
        for at in (0..page.passage.sentences.len()).filter(|at| cut::tells(page, *at)) {
            let features = features::of(&Scene::of(asked, page, at), &shared);
            let score = match ranker {
                Ranker::Model => model.score(&features),
                Ranker::Bm25 => page.score * 10.0 + overlap(asked, &page.sentences[at]),
            };
            scored.push(Scored { page: n, at, features, score });
        }
    }
    scored.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| (a.page, a.at).cmp(&(b.page, b.at))));
    scored
}

fn overlap(asked: &Asked, hits: &[Hit]) -> f32 {
    hits.iter().zip(&asked.shares).filter(|(hit, _)| hit.is_word()).map(|(_, share)| share).sum()
}

fn ranking(asked: &Asked, pages: &[Page<'_>], scored: &[Scored], joined: Option<Cut>, model: &Model) -> Ranking {
    let signs = choice(asked, pages, scored).map(|choice| confidence::of(&choice)).unwrap_or_default();
    // A question of words of grammar alone asks for nothing: `the`.
    let asks = asked.terms.iter().any(|term| !term.function);
    let confidence = if signs.is_empty() || !asks { 0.0 } else { model.confidence(&signs) };
    let chosen = &scored[..scored.len().min(MOST_CUTS)];
    Ranking {
        cuts: chosen.iter().filter_map(|s| cut::of(&pages[s.page], s.at, s.score)).collect(),
        joined,
        confidence,
        nearest: nearest(pages, scored),
        explained: chosen.iter().map(|s| s.features.clone()).collect(),
        signs,
    }
}

/// The best sentence with those beside it that are worth most together; `None` if none are worth anything.
fn joined(pages: &[Page<'_>], scored: &[Scored]) -> Option<Cut> {
    let best = scored.first()?;
    let page = &pages[best.page];
    let worth = |at: usize| {
        let sentence = scored.iter().find(|s| (s.page, s.at) == (best.page, at))?;
        // Scores are logarithms of odds.
        let words = page.passage.sentences[at].words.len().max(FEWEST_WORDS);
        Some((sentence.score - best.score).exp() - COST_OF_WORD * words as f32)
    };
    let worths = Beside::ALL.into_iter().filter_map(|beside| Some((beside.places(best.at)?.map(worth).sum::<Option<f32>>()?, beside)));
    let cuts = worths.filter(|(worth, _)| *worth > 0.0).filter_map(|(worth, beside)| Some((worth, cut::joined(page, best, beside)?)));
    cuts.max_by(|(a, _), (b, _)| a.total_cmp(b)).map(|(_, cut)| cut)
}

/// The best sentence beside all others; `None` if there is none.
pub fn choice<'a>(asked: &'a Asked, pages: &'a [Page<'a>], scored: &'a [Scored]) -> Option<Choice<'a>> {
    let best = scored.first()?;
    let page = &pages[best.page];
    let power = |s: &Scored| (s.score - best.score).exp();
    let beside = |s: &&Scored| s.page == best.page && s.at.abs_diff(best.at) < MOST_SENTENCES;
    let quote: f32 = scored.iter().filter(beside).map(power).sum();
    let all: f32 = scored.iter().map(power).sum();
    let own: f32 = scored.iter().filter(|s| pages[s.page].is_beside(page)).map(power).sum();
    let elsewhere = scored.iter().filter(|s| !pages[s.page].is_beside(page));
    let agreeing: f32 = elsewhere.map(|s| power(s) * agreement(asked, page, &pages[s.page])).sum();
    let told = (asked.share(|n| page.article_tells(n)) / ENOUGH_TOLD).min(1.0);
    let (share, agreement) = (quote / (all - agreeing), (own * told + agreeing) / all);
    Some(Choice { asked, page, at: best.at, features: &best.features, score: best.score, share, agreement })
}

/// How far two articles tell of one matter: how alike the sets of the question's words are that they hold, by the weight of the common
/// ones over that of all (Jaccard 1901), times the square of how much of the question the common ones are.
fn agreement(asked: &Asked, page: &Page<'_>, other: &Page<'_>) -> f32 {
    let (a, b) = (page.article.words, other.article.words);
    let weight = |words: u64| asked.share(|n| words & (1 << n) != 0);
    let common = weight(a & b);
    common.powi(3) / weight(a | b).max(f32::MIN_POSITIVE)
}

/// The sections of the best sentences, each once.
fn nearest(pages: &[Page<'_>], scored: &[Scored]) -> Vec<Topic> {
    let mut topics: Vec<Topic> = vec![];
    for page in scored.iter().map(|s| &pages[s.page]) {
        let passage = &page.passage;
        let topic = Topic {
            part: page.part,
            article: passage.article.to_owned(),
            title: passage.title.to_owned(),
            section: passage.section.to_owned(),
            heading: passage.heading.map(str::to_owned),
        };
        if !topics.contains(&topic) {
            topics.push(topic);
        }
        if topics.len() == 5 {
            break;
        }
    }
    topics
}
