//! What a person can ask for, whoever carries the request: an answer, a topic, the list of articles.
//!
//! The desk asks the core, reads every quote back and decides what may be shown. It knows neither Discord nor the terminal.

use std::num::NonZero;
use std::sync::Arc;

use tokio::sync::Semaphore;

use crate::answer::about::{self, AboutAsked};
use crate::answer::model::Model;
use crate::answer::{self, Cut, Grade, Options, Ranker, Ranking, Thresholds, Topic};
use crate::language::lexicon::Field;
use crate::library::{Citation, Library, LibraryError, Listed, Quote};
use crate::search::{Question, Snapshot};
use crate::settings::Settings;

pub mod mark;
pub mod newsroom;
pub mod preview;
pub mod recall;
pub mod sheet;
pub mod source;
pub mod terms;
pub mod topics;
mod typed;
pub mod votes;

use terms::{Terms, TermsOfAll};

/// Two answers are about as good if the second's score is nearer to the first's than this: it is then at least half as likely, since scores
/// are logarithms of odds.
const ABOUT_AS_GOOD: f32 = std::f32::consts::LN_2;

/// How many other quotes an answer carries.
pub const MOST_ALTERNATIVES: usize = 4;

/// What the bot answers.
#[derive(Clone, Debug)]
pub enum Answer {
    /// A quote.
    Quoted(Box<Quoted>),
    /// Where the passage that answers stands, of which no more may be shown.
    Pointed(Box<Pointed>),
    /// A field of an article's metadata.
    About(Box<About>),
    /// The articles do not cover it.
    NotCovered {
        /// Sections that came near, nearest first; may be empty.
        nearest: Vec<Topic>,
    },
}

/// A quote and how sure it is that it answers.
#[derive(Clone, Debug)]
pub struct Quoted {
    /// The best quote.
    pub quote: Quote,
    /// What was cut to make it.
    pub cut: Cut,
    /// The probability that it answers the question.
    pub confidence: f32,
    /// `Sure` or `Close`.
    pub grade: Grade,
    /// The next best cuts, best first, none of the same sentences.
    pub alternatives: Vec<Cut>,
    /// Another topic that is about as good, if there is one.
    pub rival: Option<Topic>,
    /// What its outlet wants to stand beside it.
    pub terms: Terms,
}

/// Where a passage stands that is longer than may be shown with its speaker. Less of it could say something else.
#[derive(Clone, Debug)]
pub struct Pointed {
    /// Where.
    pub citation: Citation,
    /// `Sure` or `Close`.
    pub grade: Grade,
    /// What its outlet wants to stand beside it.
    pub terms: Terms,
}

/// A field of an article's metadata.
#[derive(Clone, Debug, PartialEq)]
pub struct About {
    /// Which one.
    pub field: Field,
    /// The article.
    pub article: Listed,
    /// Its value as it is shown; `None` if the article does not say.
    pub value: Option<String>,
}

/// Where somebody asks, which decides what they see.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asker<'a> {
    /// The guild whose library is searched beside everyone's.
    pub guild: Option<u64>,
    /// Only this article.
    pub article: Option<&'a str>,
}

/// The desk.
pub struct Desk {
    library: Arc<Library>,
    thresholds: Thresholds,
    terms: TermsOfAll,
    ranker: Ranker,
    /// Rankings and the like at once: more than there are processors would only take memory and time from one another.
    at_once: Arc<Semaphore>,
}

impl Desk {
    /// Over a library.
    pub fn new(library: Arc<Library>, settings: &Settings) -> Desk {
        let processors = std::thread::available_parallelism().map_or(1, NonZero::get);
        Desk {
            library,
            thresholds: settings.answer.thresholds(),
            terms: TermsOfAll::new(settings),
            ranker: Ranker::Model,
            at_once: Arc::new(Semaphore::new(processors)),
        }
    }

    /// The same desk with another ranking, to measure it.
    pub fn with_ranker(self, ranker: Ranker) -> Desk {
        Desk { ranker, ..self }
    }

    /// A desk like this one over another library.
    pub fn over(&self, library: Arc<Library>) -> Desk {
        Desk { library, thresholds: self.thresholds, terms: self.terms.clone(), ranker: self.ranker, at_once: self.at_once.clone() }
    }

    /// The library.
    pub fn library(&self) -> &Arc<Library> {
        &self.library
    }

    /// Answers a question.
    pub async fn ask(&self, asker: Asker<'_>, question: &Question) -> Result<Answer, LibraryError> {
        let snapshot = self.library.snapshot(asker.guild).await?;
        if let Some(about) = about::asked(&snapshot.analyse(question))
            && let Some(found) = self.about(asker, &snapshot, about).await?
        {
            return Ok(Answer::About(Box::new(found)));
        }
        let ranking = self.rank(asker, snapshot, question).await?;
        self.decide(asker, ranking).await
    }

    /// Ranks sentences for a question without deciding anything; runs beside the event loop.
    pub async fn rank(&self, asker: Asker<'_>, snapshot: Arc<Snapshot>, question: &Question) -> Result<Ranking, LibraryError> {
        let (question, article, ranker) = (question.clone(), asker.article.map(str::to_owned), self.ranker);
        let rank = move || {
            let options = Options { article: article.as_deref(), ranker };
            answer::rank(&snapshot, &question, options, Model::fitted())
        };
        Ok(self.beside(rank).await?)
    }

    /// Does what takes a processor for a while beside the event loop, once there is a place for it. A panic goes on to the caller.
    async fn beside<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> T {
        let place = self.at_once.clone().acquire_owned().await.expect("it is never closed");
        let work = move || {
            // It is let go when the work ends, which is later than now for somebody who stopped waiting.
            let _place = place;
            work()
        };
        tokio::task::spawn_blocking(work).await.expect("the work does not panic")
    }

    /// Turns a ranking into an answer: reads the first cut back that is still there.
    pub async fn decide(&self, asker: Asker<'_>, ranking: Ranking) -> Result<Answer, LibraryError> {
        let grade = self.thresholds.grade(ranking.confidence);
        if grade == Grade::NotCovered {
            return Ok(Answer::NotCovered { nearest: ranking.nearest });
        }
        // A confidence belongs to the first cut; what takes its place is no better than close.
        let alone = ranking.cuts.iter().enumerate().map(|(n, cut)| (cut, if n == 0 { grade } else { Grade::Close }));
        for (cut, grade) in ranking.joined.iter().map(|cut| (cut, grade)).chain(alone) {
            let Some(quote) = self.library.quote(asker.guild, cut).await? else { continue };
            let terms = self.terms_of(&quote);
            if !terms.allow(quote.words()) {
                if ranking.joined.as_ref() == Some(cut) {
                    continue;
                }
                return Ok(Answer::Pointed(Box::new(Pointed { citation: quote.citation().clone(), grade, terms })));
            }
            let alternatives = alternatives(&ranking.cuts, cut);
            let rival = rival(&ranking, cut);
            let quoted = Quoted { quote, cut: cut.clone(), confidence: ranking.confidence, grade, alternatives, rival, terms };
            return Ok(Answer::Quoted(Box::new(quoted)));
        }
        Ok(Answer::NotCovered { nearest: ranking.nearest })
    }

    /// Reads a cut back if all of it may be shown.
    pub async fn quote(&self, guild: Option<u64>, cut: &Cut) -> Result<Option<Quote>, LibraryError> {
        let quote = self.library.quote(guild, cut).await?;
        Ok(quote.filter(|quote| self.terms_of(quote).allow(quote.words())))
    }

    /// How much may be shown of the article of a quote.
    pub fn terms_of(&self, quote: &Quote) -> Terms {
        self.terms.of(&quote.citation().metadata)
    }

    /// The articles that can be quoted here, newest first.
    pub async fn articles(&self, guild: Option<u64>) -> Result<Arc<Vec<Listed>>, LibraryError> {
        self.library.list(guild).await
    }

    async fn about(&self, asker: Asker<'_>, snapshot: &Arc<Snapshot>, asked: AboutAsked) -> Result<Option<About>, LibraryError> {
        let listed = self.articles(asker.guild).await?;
        let article = match (asker.article, &asked.which) {
            (Some(id), _) => listed.iter().find(|article| article.id == id),
            (None, None) => listed.first(),
            (None, Some(which)) => {
                let ranking = self.rank(asker, snapshot.clone(), which).await?;
                let best = ranking.cuts.first();
                best.and_then(|cut| listed.iter().find(|article| (article.part(), &article.id) == (cut.part, &cut.article)))
            }
        };
        Ok(article.cloned().map(|article| About { field: asked.field, value: value(asked.field, &article), article }))
    }
}

fn value(field: Field, article: &Listed) -> Option<String> {
    let metadata = &article.metadata;
    match field {
        Field::Byline => metadata.byline.clone(),
        Field::Published => metadata.published.map(|day| day.to_string()),
        Field::Outlet => metadata.outlet.clone(),
        Field::Title => Some(metadata.title.clone()),
        Field::Address => metadata.url.clone().or_else(|| metadata.based_on.as_ref().and_then(|based_on| based_on.url.clone())),
    }
}

/// The next cuts that share nothing with the first or with one another.
fn alternatives(cuts: &[Cut], first: &Cut) -> Vec<Cut> {
    let overlaps = |a: &Cut, b: &Cut| a.part == b.part && a.article == b.article && a.span.start < b.span.end && b.span.start < a.span.end;
    let mut kept: Vec<Cut> = vec![];
    for cut in cuts {
        if !overlaps(cut, first) && !kept.iter().any(|other| overlaps(cut, other)) {
            kept.push(cut.clone());
        }
    }
    kept.truncate(MOST_ALTERNATIVES);
    kept
}

/// The topic of the next cut of another section, if it is about as good.
fn rival(ranking: &Ranking, first: &Cut) -> Option<Topic> {
    let other = ranking.cuts.iter().find(|cut| (&cut.article, &cut.section) != (&first.article, &first.section))?;
    if first.score - other.score > ABOUT_AS_GOOD {
        return None;
    }
    ranking.nearest.iter().find(|topic| (&topic.article, &topic.section) == (&other.article, &other.section)).cloned()
}
