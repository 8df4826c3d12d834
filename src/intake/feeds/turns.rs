//! Which items of a feed are fetched now: new ones first, then those that have waited longest.

use super::ledger::{Ledger, Seen};
use crate::intake::feed::FeedItem;
use crate::library::LibraryError;

/// Pages of one feed that are fetched at a time; the rest follow with its next refresh.
const MOST_PAGES: usize = 50;

/// An item whose page is to be fetched now.
pub struct Turn {
    /// As the feed has it now.
    pub item: FeedItem,
    /// When it was changed, as the feed says; empty if it does not.
    pub updated: String,
    /// As it was last seen; `None` for a new one.
    pub seen: Option<Seen>,
}

/// What is to be done about an item that was seen before.
enum Wait {
    /// Its page is fetched.
    Over,
    /// Its page failed, and its time has not come.
    Failing,
    /// It is as it was.
    Settled,
}

/// The items whose turn it is at a time, in order; and whether they are all that are left, so that nothing is missed if the feed stays as it is.
pub async fn of(ledger: &Ledger<'_>, feed: &str, items: Vec<FeedItem>, now: i64) -> Result<(Vec<Turn>, bool), LibraryError> {
    let (mut turns, mut all) = (vec![], true);
    for item in items {
        let seen = ledger.seen(feed, &item.id).await?;
        let updated = item.updated.map(|time| time.to_rfc3339()).unwrap_or_default();
        match seen.as_ref().map_or(Wait::Over, |seen| wait(seen, &updated, now)) {
            Wait::Over => turns.push(Turn { item, updated, seen }),
            Wait::Failing => all = false,
            Wait::Settled => {}
        }
    }
    turns.sort_by_key(|turn| turn.seen.as_ref().map(|seen| seen.due));
    all &= turns.len() <= MOST_PAGES;
    turns.truncate(MOST_PAGES);
    Ok((turns, all))
}

fn wait(seen: &Seen, updated: &str, now: i64) -> Wait {
    let dated = !updated.is_empty();
    if dated && seen.updated != updated {
        return Wait::Over;
    }
    match (seen.failed, dated) {
        (true, _) if seen.due > now => Wait::Failing,
        (true, _) => Wait::Over,
        (false, false) if seen.due <= now => Wait::Over,
        (false, _) => Wait::Settled,
    }
}
