//! Votes on quotes: one a person and quote, for whoever runs the bot to see what helped.

use chrono::Utc;

use super::Desk;
use super::mark::{Form, Mark};
use crate::library::store::readers::{Ballot, QuoteKey, Voted};
use crate::library::{LibraryError, Quote, Scope};

/// How long a vote is kept, in seconds: half a year.
pub const KEPT: i64 = 182 * 24 * 60 * 60;

/// The votes on one quote.
#[derive(Clone, Debug)]
pub struct Tally {
    /// The quote; `None` if it cannot be quoted any more.
    pub quote: Option<Quote>,
    /// Whose library.
    pub library: String,
    /// The article's id.
    pub article: String,
    /// Its version.
    pub version: u32,
    /// How many it helped.
    pub up: usize,
    /// How many it did not.
    pub down: usize,
}

impl Desk {
    /// A person's vote on the quote of a mark: the same again withdraws it. `None` as for [`Desk::recall`].
    pub async fn vote(&self, guild: Option<u64>, person: u64, mark: &Mark, ballot: Ballot) -> Result<Option<Voted>, LibraryError> {
        let Some(quoted) = self.recall(guild, mark).await? else { return Ok(None) };
        let citation = quoted.quote.citation();
        let key = QuoteKey { scope: citation.scope, article: &citation.article, version: citation.version, core: quoted.cut.core.start };
        self.library().store().vote(person, key, ballot, Utc::now().timestamp() + KEPT).await.map(Some)
    }

    /// The quotes that were voted on, those that helped least first.
    pub async fn tallies(&self) -> Result<Vec<Tally>, LibraryError> {
        let mut tallies = vec![];
        for counted in self.library().store().votes().await? {
            let scope = Scope::named(&counted.library);
            let (guild, part) = match scope {
                Some(Scope::Guild(guild)) => (Some(guild), 1),
                _ => (None, 0),
            };
            let mark =
                Mark { part, article: counted.article, version: counted.version, core: counted.core, form: Form::Sentence, sure: true };
            let quote = self.recall(guild, &mark).await?.map(|quoted| quoted.quote);
            let (library, article, version) = (counted.library, mark.article, mark.version);
            tallies.push(Tally { quote, library, article, version, up: counted.up, down: counted.down });
        }
        tallies.sort_by_key(|tally| (tally.up as i64 - tally.down as i64, std::cmp::Reverse(tally.down)));
        Ok(tallies)
    }
}
