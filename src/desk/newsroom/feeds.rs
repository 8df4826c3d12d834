//! The feeds of an editor's library.

use super::{EditError, Editor, Newsroom, Refusal};
use crate::intake::feeds::ledger::Subscription;
use crate::intake::feeds::{Feeds, RefreshError, Refreshed};
use crate::library::log::Deed;
use crate::library::{LibraryError, Scope};

/// Feeds that a server may follow: each is fetched for as long as the bot runs.
const MOST_OF_A_GUILD: usize = 20;

/// A feed that is followed, with what it brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Followed {
    /// The feed.
    pub feed: Subscription,
    /// How many articles it brought.
    pub articles: usize,
}

impl From<RefreshError> for EditError {
    fn from(error: RefreshError) -> EditError {
        match error {
            RefreshError::Feed(error) => Refusal::Fetch(error).into(),
            RefreshError::Library(error) => error.into(),
        }
    }
}

impl Newsroom {
    fn feeds(&self, editor: Editor) -> Feeds {
        Feeds::new(self.library().clone(), self.fetcher.clone(), editor.scope, self.refresh)
    }

    /// What is followed, by address.
    pub async fn followed(&self, editor: Editor) -> Result<Vec<Followed>, LibraryError> {
        let feeds = self.feeds(editor);
        let mut followed = vec![];
        for feed in feeds.ledger().subscriptions().await? {
            let articles = usize::try_from(feeds.ledger().articles(&feed.address).await?).unwrap_or_default();
            followed.push(Followed { feed, articles });
        }
        Ok(followed)
    }

    /// Follows a feed and reads it.
    pub async fn follows(&self, editor: Editor, address: &str) -> Result<Refreshed, EditError> {
        let followed = self.feeds(editor).ledger().subscriptions().await?;
        let new = followed.iter().all(|feed| feed.address != address);
        if new && editor.scope != Scope::Everyone && followed.len() >= MOST_OF_A_GUILD {
            return Err(Refusal::TooManyFeeds(MOST_OF_A_GUILD).into());
        }
        let refreshed = self.feeds(editor).add(address).await?;
        self.notes(editor, Deed::FeedAdded, address).await?;
        Ok(refreshed)
    }

    /// Follows a feed no longer; its articles stay.
    pub async fn unfollows(&self, editor: Editor, address: &str) -> Result<(), EditError> {
        if !self.feeds(editor).ledger().remove(address).await? {
            return Err(Refusal::NoFeed(address.to_owned()).into());
        }
        Ok(self.notes(editor, Deed::FeedRemoved, address).await?)
    }

    /// Reads one feed now, or all of them. Of several, one that fails does not keep the others from being read.
    pub async fn refreshes(&self, editor: Editor, address: Option<&str>) -> Result<Refreshed, EditError> {
        let feeds = self.feeds(editor);
        let mut followed = feeds.ledger().subscriptions().await?;
        followed.retain(|feed| address.is_none_or(|address| feed.address == address));
        if let Some(address) = address.filter(|_| followed.is_empty()) {
            return Err(Refusal::NoFeed(address.to_owned()).into());
        }
        let mut all = Refreshed::default();
        for feed in &followed {
            match feeds.refresh(feed).await {
                Ok(done) => {
                    all.added += done.added;
                    all.updated += done.updated;
                    all.failed.extend(done.failed);
                }
                Err(RefreshError::Feed(error)) if address.is_none() => all.failed.push(error.to_string()),
                Err(error) => return Err(error.into()),
            }
            self.notes(editor, Deed::FeedRefreshed, &feed.address).await?;
        }
        Ok(all)
    }
}
