//! Measures answers over questions whose answers are known.
//!
//! The bot gets the question's text and nothing else. Right first is judged on the core, whatever the confidence.

use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::Result;

use crate::answer::about;
use crate::answer::{Grade, Ranker, Ranking, Thresholds};
use crate::article::{Article, Draft};
use crate::desk::{Answer, Asker, Desk};
use crate::library::{Incoming, Library, Origin, Place, Quote, Scope};
use crate::search::{Question, Synonyms};
use crate::settings::Settings;

pub mod judge;
pub mod report;
pub mod set;

pub use report::Report;
use set::Expected;

/// A throw-away library to ask.
pub struct Bench {
    desk: Desk,
    thresholds: Thresholds,
}

/// What was said to one question.
pub struct Said {
    /// Whether the library that was asked holds an answer.
    pub answerable: bool,
    /// Whether the best core is right.
    pub right: bool,
    /// Whether it was shown, and how.
    pub grade: Grade,
    /// A field of the metadata was shown instead of a quote.
    pub about: bool,
    /// The confidence.
    pub confidence: f32,
    /// The best quotes, best first; one, or as many as were asked for.
    pub quotes: Vec<Quote>,
    /// Where a speaker was expected: whether one is named in the quote or its line.
    pub speaker_kept: Option<bool>,
    /// From the question's text to the quote.
    pub took: Duration,
}

impl Bench {
    /// A library in memory that holds some articles.
    pub async fn of(articles: &[(String, Draft)], synonyms: Synonyms, settings: &Settings, ranker: Ranker) -> Result<Bench> {
        let library = Library::open(Place::Memory, synonyms).await?;
        let incoming: Vec<Incoming> = articles.iter().map(|(id, draft)| incoming(id, draft)).collect();
        library.put(Scope::Everyone, Origin::Import, &incoming).await?;
        Ok(Bench::over(Arc::new(library), settings, ranker))
    }

    /// The operator's own library.
    pub fn over(library: Arc<Library>, settings: &Settings, ranker: Ranker) -> Bench {
        Bench { desk: Desk::new(library, settings).with_ranker(ranker), thresholds: settings.answer.thresholds() }
    }

    /// Asks one question; `most` quotes are read back, the first always.
    pub async fn ask(&self, expected: &Expected, answerable: bool, most: usize) -> Result<Said> {
        let began = Instant::now();
        let asker = Asker::default();
        let nothing = Said {
            answerable,
            right: false,
            grade: Grade::NotCovered,
            about: false,
            confidence: 0.0,
            quotes: vec![],
            speaker_kept: None,
            took: began.elapsed(),
        };
        let Some(question) = Question::parse(&expected.question) else { return Ok(nothing) };
        let snapshot = self.desk.library().snapshot(None).await?;
        if about::asked(&snapshot.analyse(&question)).is_some()
            && let Answer::About(_) = self.desk.ask(asker, &question).await?
        {
            return Ok(Said { about: true, grade: Grade::Sure, took: began.elapsed(), ..nothing });
        }
        let ranking = self.desk.rank(asker, snapshot, &question).await?;
        let first = self.first(&ranking, 1).await?;
        let took = began.elapsed();
        let quotes = if most > 1 { self.first(&ranking, most).await? } else { first };
        let best = quotes.first();
        let grade = if best.is_some() { self.thresholds.grade(ranking.confidence) } else { Grade::NotCovered };
        let right = best.is_some_and(|quote| judge::holds(quote.core(), &expected.expect));
        let names = |quote: &Quote| expected.speaker.iter().any(|name| names(quote, name));
        let speaker_kept = (!expected.speaker.is_empty()).then(|| best.is_some_and(names));
        Ok(Said { answerable, right, grade, about: false, confidence: ranking.confidence, quotes, speaker_kept, took })
    }

    async fn first(&self, ranking: &Ranking, most: usize) -> Result<Vec<Quote>> {
        let mut quotes = vec![];
        let alone = ranking.cuts.iter().skip(usize::from(ranking.joined.is_some()));
        for cut in ranking.joined.iter().chain(alone) {
            if quotes.len() == most {
                break;
            }
            // The ranking is judged whole: how many words a card may show is the operator's setting, not the ranking's merit.
            quotes.extend(self.desk.library().quote(None, cut).await?);
        }
        Ok(quotes)
    }
}

fn incoming(id: &str, draft: &Draft) -> Incoming {
    let id = id.to_owned();
    Incoming { source: id.clone(), source_hash: String::new(), article: Article::from_draft(draft), id }
}

fn names(quote: &Quote, name: &str) -> bool {
    let name = [name.to_owned()];
    judge::holds(quote.text(), &name) || quote.speaker().is_some_and(|line| judge::holds(line, &name))
}
