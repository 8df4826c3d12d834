//! What is followed: feeds, how their last fetch went, and the items that were seen in them.

use std::collections::HashSet;

use sqlx::Row;
use sqlx::sqlite::{SqlitePool, SqliteRow};
use url::Url;

use crate::intake::feed::Conditional;
use crate::library::{LibraryError, Scope};

/// A feed that is followed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subscription {
    /// Where it is.
    pub address: String,
    /// The version that was last read.
    pub conditional: Conditional,
    /// The last fetch, in seconds since 1970.
    pub checked: i64,
    /// The next fetch, in seconds since 1970.
    pub due: i64,
    /// Fetches that failed since one worked.
    pub failures: u32,
    /// Why the last fetch failed; `None` if it worked.
    pub error: Option<String>,
}

impl Subscription {
    /// To a feed that was never read.
    pub fn to(address: &str) -> Subscription {
        Subscription { address: address.to_owned(), ..Subscription::default() }
    }

    /// The host of its address, for the log: the rest was typed by somebody and may hold a key.
    pub fn host(&self) -> Option<String> {
        Url::parse(&self.address).ok()?.host_str().map(str::to_owned)
    }
}

/// An item as it was last seen in a feed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// The feed's own identity for it.
    pub item: String,
    /// When it was changed, as the feed says; empty if it does not.
    pub updated: String,
    /// The article's id; empty for a page that is none.
    pub article: String,
    /// The next fetch of its page if the feed does not say that it has changed, in seconds since 1970.
    pub due: i64,
    /// Fetches in a row that brought nothing new.
    pub quiet: u32,
    /// The last fetch failed in a way that may pass.
    pub failed: bool,
}

impl Seen {
    /// An item that was never seen.
    pub fn new(item: &str) -> Seen {
        Seen { item: item.to_owned(), ..Seen::default() }
    }
}

/// The libraries that follow a feed.
pub async fn libraries(pool: &SqlitePool) -> Result<Vec<Scope>, LibraryError> {
    let rows = sqlx::query("SELECT DISTINCT library FROM feeds ORDER BY library").fetch_all(pool).await?;
    Ok(rows.iter().filter_map(|row| Scope::named(row.get(0))).collect())
}

/// The feeds of a library, as the store keeps them.
pub struct Ledger<'a> {
    pool: &'a SqlitePool,
    scope: Scope,
}

impl Ledger<'_> {
    /// Of a library.
    pub fn new(pool: &SqlitePool, scope: Scope) -> Ledger<'_> {
        Ledger { pool, scope }
    }

    /// All feeds, by address.
    pub async fn subscriptions(&self) -> Result<Vec<Subscription>, LibraryError> {
        let rows = sqlx::query("SELECT * FROM feeds WHERE library = ? ORDER BY address").bind(self.scope.key());
        Ok(rows.fetch_all(self.pool).await?.iter().map(subscription).collect())
    }

    /// One feed; `None` if it is not followed.
    pub async fn subscription(&self, address: &str) -> Result<Option<Subscription>, LibraryError> {
        let row = sqlx::query("SELECT * FROM feeds WHERE library = ? AND address = ?").bind(self.scope.key()).bind(address);
        Ok(row.fetch_optional(self.pool).await?.as_ref().map(subscription))
    }

    /// Follows a feed from now on; one that is followed stays as it is.
    pub async fn follow(&self, feed: &Subscription) -> Result<(), LibraryError> {
        let insert = sqlx::query(
            "INSERT INTO feeds (library, address, etag, last_modified, checked, due, failures, error) VALUES (?, ?, ?, ?, ?, ?, ?, ?) \
             ON CONFLICT (library, address) DO NOTHING",
        );
        let insert = insert.bind(self.scope.key()).bind(&feed.address).bind(&feed.conditional.etag).bind(&feed.conditional.last_modified);
        insert.bind(feed.checked).bind(feed.due).bind(feed.failures).bind(&feed.error).execute(self.pool).await?;
        Ok(())
    }

    /// Keeps what is known of a feed now; nothing of one that is followed no longer.
    pub async fn note(&self, feed: &Subscription) -> Result<(), LibraryError> {
        let update = sqlx::query(
            "UPDATE feeds SET etag = ?, last_modified = ?, checked = ?, due = ?, failures = ?, error = ? WHERE library = ? AND address = ?",
        );
        let update = update.bind(&feed.conditional.etag).bind(&feed.conditional.last_modified).bind(feed.checked).bind(feed.due);
        update.bind(feed.failures).bind(&feed.error).bind(self.scope.key()).bind(&feed.address).execute(self.pool).await?;
        Ok(())
    }

    /// Forgets a feed and its items; the articles stay. False if it was not followed.
    pub async fn remove(&self, address: &str) -> Result<bool, LibraryError> {
        let mut transaction = self.pool.begin().await?;
        let items = sqlx::query("DELETE FROM feed_items WHERE library = ? AND feed = ?").bind(self.scope.key()).bind(address);
        items.execute(&mut *transaction).await?;
        let feed = sqlx::query("DELETE FROM feeds WHERE library = ? AND address = ?").bind(self.scope.key()).bind(address);
        let removed = feed.execute(&mut *transaction).await?.rows_affected();
        transaction.commit().await?;
        Ok(removed > 0)
    }

    /// How many articles a feed brought.
    pub async fn articles(&self, address: &str) -> Result<i64, LibraryError> {
        let row = sqlx::query("SELECT COUNT(DISTINCT article) FROM feed_items WHERE library = ? AND feed = ? AND article <> ''");
        Ok(row.bind(self.scope.key()).bind(address).fetch_one(self.pool).await?.get(0))
    }

    /// An item as it was last seen; `None` for a new one.
    pub async fn seen(&self, address: &str, item: &str) -> Result<Option<Seen>, LibraryError> {
        let row = sqlx::query("SELECT * FROM feed_items WHERE library = ? AND feed = ? AND item = ?");
        let row = row.bind(self.scope.key()).bind(address).bind(item).fetch_optional(self.pool).await?;
        Ok(row.as_ref().map(seen))
    }

    /// Forgets items that a feed has no longer, and that were due before a time, unless nothing else tells that it brought their article.
    pub async fn forget_absent(&self, address: &str, present: &HashSet<String>, before: i64) -> Result<(), LibraryError> {
        let old = sqlx::query("SELECT item FROM feed_items WHERE library = ? AND feed = ? AND due < ?");
        let old = old.bind(self.scope.key()).bind(address).bind(before).fetch_all(self.pool).await?;
        for item in old.iter().map(|row| row.get::<&str, _>(0)).filter(|item| !present.contains(*item)) {
            let delete = sqlx::query(
                "DELETE FROM feed_items WHERE library = ? AND feed = ? AND item = ? AND (article = '' OR EXISTS \
                 (SELECT 1 FROM feed_items o WHERE o.library = feed_items.library AND o.feed = feed_items.feed \
                 AND o.article = feed_items.article AND o.item <> feed_items.item))",
            );
            delete.bind(self.scope.key()).bind(address).bind(item).execute(self.pool).await?;
        }
        Ok(())
    }

    /// Keeps an item as it was seen now; false, and nothing is kept, if its feed is followed no longer.
    pub async fn note_item(&self, address: &str, seen: &Seen) -> Result<bool, LibraryError> {
        let insert = sqlx::query(
            "INSERT INTO feed_items (library, feed, item, updated, article, due, quiet, failed) SELECT ?, ?, ?, ?, ?, ?, ?, ? \
             WHERE EXISTS (SELECT 1 FROM feeds WHERE library = ? AND address = ?) \
             ON CONFLICT (library, feed, item) DO UPDATE SET updated = excluded.updated, article = excluded.article, \
             due = excluded.due, quiet = excluded.quiet, failed = excluded.failed",
        );
        let insert = insert.bind(self.scope.key()).bind(address).bind(&seen.item).bind(&seen.updated).bind(&seen.article);
        let insert = insert.bind(seen.due).bind(seen.quiet).bind(i32::from(seen.failed)).bind(self.scope.key()).bind(address);
        Ok(insert.execute(self.pool).await?.rows_affected() > 0)
    }
}

fn subscription(row: &SqliteRow) -> Subscription {
    Subscription {
        address: row.get("address"),
        conditional: Conditional { etag: row.get("etag"), last_modified: row.get("last_modified") },
        checked: row.get("checked"),
        due: row.get("due"),
        failures: number(row, "failures"),
        error: row.get("error"),
    }
}

fn seen(row: &SqliteRow) -> Seen {
    Seen {
        item: row.get("item"),
        updated: row.get("updated"),
        article: row.get("article"),
        due: row.get("due"),
        quiet: number(row, "quiet"),
        failed: row.get::<i64, _>("failed") != 0,
    }
}

fn number(row: &SqliteRow, column: &str) -> u32 {
    u32::try_from(row.get::<i64, _>(column)).unwrap_or(u32::MAX)
}
