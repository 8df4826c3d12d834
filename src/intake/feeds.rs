//! Follows feeds: adds the articles that they point to, and new versions of those that changed.
//!
//! A feed that fails keeps what it brought, and is tried less and less often.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::Utc;
use tokio::task::JoinSet;

use super::error::FetchError;
use super::feed::{self, Conditional, FeedAnswer, FeedItem};
use super::{Fetcher, IntakeError};
use crate::library::{Arrival, AtAddress, Library, LibraryError, Origin, Scope};

pub mod ledger;
#[cfg(test)]
mod tests;
mod turns;

use ledger::{Ledger, Seen, Subscription};
use turns::Turn;

/// How often a running process looks for feeds that are due.
const LOOK: Duration = Duration::from_secs(20);

/// Pages of one feed are fetched for so long at a time; the rest follow with its next refresh.
const WHILE: Duration = Duration::from_secs(30);

/// How many libraries' feeds are read at once: one server's slow ones hold the others' up only so far.
const LIBRARIES_AT_ONCE: usize = 4;

/// How long it is known of an item that left its feed that it was there, in seconds.
const ABSENT: i64 = 60 * 24 * 60 * 60;

/// The feeds of a library.
pub struct Feeds {
    library: Arc<Library>,
    fetcher: Fetcher,
    scope: Scope,
    every: Duration,
}

/// What a refresh changed.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Refreshed {
    /// New articles.
    pub added: usize,
    /// Articles with a new version.
    pub updated: usize,
    /// Pages that gave no article, with the reason.
    pub failed: Vec<String>,
}

/// Why a refresh stopped.
#[derive(Debug, thiserror::Error)]
pub enum RefreshError {
    /// The feed could not be had; it is noted as its last error.
    #[error(transparent)]
    Feed(#[from] FetchError),
    /// The library fails.
    #[error(transparent)]
    Library(#[from] LibraryError),
}

/// How far an item got.
enum Outcome {
    /// It brought an article or a new version.
    Brought,
    /// It was as it was, or is a page that will never be an article.
    Settled,
    /// It may work the next time.
    TryAgain,
}

impl Feeds {
    /// Over a library; each feed is refreshed once in `every`, as long as it answers.
    pub fn new(library: Arc<Library>, fetcher: Fetcher, scope: Scope, every: Duration) -> Feeds {
        Feeds { library, fetcher, scope, every }
    }

    /// What is followed, and how it went.
    pub fn ledger(&self) -> Ledger<'_> {
        Ledger::new(self.library.store().pool(), self.scope)
    }

    /// Follows a feed from now on and reads it; nothing is kept of an address that gives no feed.
    pub async fn add(&self, address: &str) -> Result<Refreshed, RefreshError> {
        if let Some(known) = self.ledger().subscription(address).await? {
            return self.refresh(&known).await;
        }
        let answer = self.fetcher.feed(address, &Conditional::default()).await?;
        let now = Utc::now().timestamp();
        // Not due, so that no other process reads it at the same time.
        let feed = Subscription { checked: now, due: self.next(0, now, address), ..Subscription::to(address) };
        self.ledger().follow(&feed).await?;
        self.take(&feed, Ok(answer), now).await
    }

    /// The feeds of another library, read in the same way.
    pub fn of(&self, scope: Scope) -> Feeds {
        Feeds { library: self.library.clone(), fetcher: self.fetcher.clone(), scope, every: self.every }
    }

    /// Refreshes what is due in every library until it is dropped.
    pub async fn follow(self) {
        loop {
            if let Err(error) = self.refresh_all_due().await {
                tracing::warn!(error = format!("{:#}", anyhow::Error::from(error)), "could not follow the feeds");
            }
            tokio::time::sleep(LOOK).await;
        }
    }

    /// Refreshes what is due in some libraries at a time; a server that the bot was removed from gets nothing new.
    pub async fn refresh_all_due(&self) -> Result<(), LibraryError> {
        let departed = self.library.store().departed(i64::MAX).await?;
        let left = |scope: &Scope| matches!(scope, Scope::Guild(guild) if departed.contains(guild));
        let mut libraries = ledger::libraries(self.library.store().pool()).await?;
        libraries.retain(|scope| !left(scope));
        for some in libraries.chunks(LIBRARIES_AT_ONCE) {
            let mut refreshes = JoinSet::new();
            for scope in some {
                let feeds = self.of(*scope);
                refreshes.spawn(async move { feeds.refresh_due().await });
            }
            while let Some(refreshed) = refreshes.join_next().await {
                refreshed.expect("a refresh does not panic")?;
            }
        }
        Ok(())
    }

    /// Refreshes what is due, one feed after the other; one that fails, or over which the library fails, is logged and noted, and the
    /// others are read all the same.
    pub async fn refresh_due(&self) -> Result<(), LibraryError> {
        let now = Utc::now().timestamp();
        for feed in self.ledger().subscriptions().await?.into_iter().filter(|feed| feed.due <= now) {
            match self.fetch(&feed, now).await {
                Ok(done) => tracing::info!(added = done.added, updated = done.updated, failed = done.failed.len(), "a feed was read"),
                Err(RefreshError::Feed(error)) => tracing::warn!(host = feed.host(), kind = error.kind(), "a feed failed"),
                Err(RefreshError::Library(error)) => {
                    tracing::warn!(error = format!("{:#}", anyhow::Error::from(error)), "what a feed brought could not be kept");
                }
            }
        }
        Ok(())
    }

    /// Fetches a feed that is followed and the pages that are new, changed or failing in it, due or not, and notes how that went and
    /// when to look again.
    pub async fn refresh(&self, feed: &Subscription) -> Result<Refreshed, RefreshError> {
        self.fetch(feed, i64::MAX).await
    }

    /// As [`Feeds::refresh`], but of what waits only the pages that are due at a time.
    async fn fetch(&self, feed: &Subscription, due: i64) -> Result<Refreshed, RefreshError> {
        let answer = self.fetcher.feed(&feed.address, &feed.conditional).await;
        self.take(feed, answer, due).await
    }

    /// Reads what a feed answered, and notes how that went and when to look again.
    async fn take(&self, feed: &Subscription, answer: Result<FeedAnswer, FetchError>, due: i64) -> Result<Refreshed, RefreshError> {
        let mut next = Subscription { failures: 0, error: None, ..feed.clone() };
        let result = match answer {
            Ok(FeedAnswer::Changed { items, conditional }) => self.read(feed, items, due).await.map(|(refreshed, complete)| {
                // What was left over is seen only if the site sends the feed again.
                next.conditional = if complete { conditional } else { Conditional::default() };
                refreshed
            }),
            Ok(FeedAnswer::Unchanged) => Ok(Refreshed::default()),
            Err(error) => Err(error.into()),
        };
        if let Err(error) = &result {
            (next.failures, next.error) = (feed.failures.saturating_add(1), Some(error.to_string()));
        }
        next.checked = Utc::now().timestamp();
        next.due = self.next(next.failures, next.checked, &next.address);
        if let Err(RefreshError::Feed(FetchError::Status { wait: Some(wait), .. })) = &result {
            next.due = next.due.max(next.checked.saturating_add_unsigned(wait.as_secs()));
        }
        self.ledger().note(&next).await?;
        result
    }

    /// Reads the pages of the items whose turn it is, for as long as the feed is followed; and whether nothing is left to be tried again.
    async fn read(&self, feed: &Subscription, items: Vec<FeedItem>, due: i64) -> Result<(Refreshed, bool), RefreshError> {
        let (began, now) = (Instant::now(), Utc::now().timestamp());
        let present: HashSet<String> = items.iter().map(|item| item.id.clone()).collect();
        let (turns, mut complete) = turns::of(&self.ledger(), &feed.address, items, due).await?;
        let mut refreshed = Refreshed::default();
        for Turn { item, updated, seen } in turns {
            if began.elapsed() > WHILE {
                complete = false;
                break;
            }
            let mut seen = Seen { updated, ..seen.unwrap_or_else(|| Seen::new(&item.id)) };
            let outcome = self.page(&item, &mut seen, &mut refreshed).await;
            seen.failed = matches!(outcome, Ok(Outcome::TryAgain) | Err(_));
            seen.quiet = if matches!(outcome, Ok(Outcome::Brought)) { 0 } else { seen.quiet.saturating_add(1) };
            seen.due = self.next(seen.quiet, now, &item.id);
            complete &= !seen.failed;
            let followed = self.ledger().note_item(&feed.address, &seen).await?;
            // It is noted that this item failed, so that the next ones come first the next time.
            outcome?;
            if !followed {
                break;
            }
        }
        self.ledger().forget_absent(&feed.address, &present, now - ABSENT).await?;
        Ok((refreshed, complete))
    }

    /// When to look again at what failed, or brought nothing new, so many times in a row.
    fn next(&self, failures: u32, now: i64, name: &str) -> i64 {
        let wait = feed::next_refresh(failures, self.every, (name, now));
        now.saturating_add(i64::try_from(wait.as_secs()).unwrap_or(i64::MAX))
    }

    async fn page(&self, item: &FeedItem, now: &mut Seen, refreshed: &mut Refreshed) -> Result<Outcome, LibraryError> {
        let (draft, address) = match self.fetcher.identified(item.url.as_str()).await {
            Ok(read) => read,
            Err(error) => {
                refreshed.failed.push(error.to_string());
                let passes = matches!(&error, IntakeError::Fetch(error) if !error.is_final());
                return Ok(if passes { Outcome::TryAgain } else { Outcome::Settled });
            }
        };
        let article = match self.library.lays_out(draft).await {
            Ok(article) => article,
            Err(error) => {
                refreshed.failed.push(error.to_string());
                return Ok(Outcome::TryAgain);
            }
        };
        let same_as = Some(now.article.as_str()).filter(|id| !id.is_empty());
        let page = AtAddress { address: &address, origin: Origin::Feed, id: None, same_as, article: &article };
        match self.library.put_at_address(self.scope, page).await {
            Ok((id, arrival)) => {
                refreshed.added += usize::from(arrival == Arrival::Added);
                refreshed.updated += usize::from(arrival == Arrival::Updated);
                now.article = id;
                Ok(if arrival == Arrival::Unchanged { Outcome::Settled } else { Outcome::Brought })
            }
            Err(error @ (LibraryError::OtherOrigin { .. } | LibraryError::Purged { .. })) => {
                refreshed.failed.push(error.to_string());
                Ok(Outcome::Settled)
            }
            // There may be room again.
            Err(error @ (LibraryError::TooMany { .. } | LibraryError::TooMuch { .. })) => {
                refreshed.failed.push(error.to_string());
                Ok(Outcome::TryAgain)
            }
            Err(error) => Err(error),
        }
    }
}
