//! `takeaway feed`: feeds whose articles are added as they come out.

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Result, ensure};
use chrono::DateTime;
use clap::Subcommand;

use super::Office;
use super::article::noted;
use super::show::{self, say};
use crate::intake::Fetcher;
use crate::intake::feeds::{Feeds, RefreshError, Refreshed};
use crate::library::log::Deed;
use crate::library::{Library, Scope};

/// What can be done with feeds.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Follow a feed (RSS, Atom, JSON Feed) and add the articles that it points to
    Add {
        /// Its address
        address: String,
    },
    /// List the feeds that are followed, and how their last fetch went
    List,
    /// Follow a feed no longer; its articles stay
    Remove {
        /// Its address
        address: String,
    },
    /// Read feeds now, whether or not they are due
    Refresh {
        /// Its address [default: all]
        address: Option<String>,
    },
}

impl Command {
    /// Does it.
    pub async fn run(self, office: &Office) -> Result<ExitCode> {
        let library = office.library().await?;
        let feeds = office.feeds(library.clone())?;
        match self {
            Command::Add { address } => {
                let done = feeds.add(&address).await?;
                noted(&library, Deed::FeedAdded, &address).await?;
                report(&done)
            }
            Command::List => list(&feeds).await,
            Command::Remove { address } => {
                ensure!(feeds.ledger().remove(&address).await?, no_feed(&address));
                noted(&library, Deed::FeedRemoved, &address).await?;
                say!("`{address}` is no longer followed; its articles stay");
                Ok(ExitCode::SUCCESS)
            }
            Command::Refresh { address } => refresh(&library, &feeds, address.as_deref()).await,
        }
    }
}

impl Office {
    /// The feeds that everyone's library follows.
    pub fn feeds(&self, library: Arc<Library>) -> Result<Feeds> {
        let intake = &self.settings.intake;
        let every = Duration::from_secs(intake.refresh_minutes * 60);
        Ok(Feeds::new(library, Fetcher::new(intake.fetching())?, Scope::Everyone, every))
    }
}

fn no_feed(address: &str) -> String {
    format!("no feed `{address}` is followed; `takeaway feed list` shows all")
}

async fn list(feeds: &Feeds) -> Result<ExitCode> {
    let followed = feeds.ledger().subscriptions().await?;
    if followed.is_empty() {
        say!("no feed is followed; `takeaway feed add` follows one");
    }
    for feed in followed {
        let checked = DateTime::from_timestamp(feed.checked, 0).unwrap_or_default().format("%Y-%m-%d %H:%M UTC");
        let articles = match feeds.ledger().articles(&feed.address).await? {
            1 => "1 article".to_owned(),
            many => format!("{many} articles"),
        };
        say!("{} · {articles} · read {checked}", feed.address);
        if let Some(error) = feed.error {
            let times = if feed.failures == 1 { "once".to_owned() } else { format!("{} times in a row", feed.failures) };
            say!("  failed {times}: {error}");
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// One feed that fails does not keep the others from being read.
async fn refresh(library: &Library, feeds: &Feeds, address: Option<&str>) -> Result<ExitCode> {
    let mut followed = feeds.ledger().subscriptions().await?;
    followed.retain(|feed| address.is_none_or(|address| feed.address == address));
    if let Some(address) = address {
        ensure!(!followed.is_empty(), no_feed(address));
    }
    let (mut all, mut failed) = (Refreshed::default(), false);
    for feed in followed {
        match feeds.refresh(&feed).await {
            Ok(done) => {
                all.added += done.added;
                all.updated += done.updated;
                all.failed.extend(done.failed);
            }
            Err(RefreshError::Feed(error)) => {
                show::complain(&error.to_string());
                failed = true;
            }
            Err(other) => return Err(other.into()),
        }
        noted(library, Deed::FeedRefreshed, &feed.address).await?;
    }
    let code = report(&all)?;
    Ok(if failed { ExitCode::from(2) } else { code })
}

fn report(done: &Refreshed) -> Result<ExitCode> {
    for reason in &done.failed {
        show::complain(reason);
    }
    say!("{} added, {} updated, {} failed", done.added, done.updated, done.failed.len());
    Ok(if done.failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(2) })
}
