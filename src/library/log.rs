//! What those who answer for a library did with it: who, what, when. Nothing that readers do is here.

use chrono::{DateTime, Utc};
use sqlx::Row;
use sqlx::sqlite::{SqlitePool, SqliteRow};

use super::store::Store;
use super::{LibraryError, Scope};

/// How long a deed is remembered, in days.
pub const KEPT_DAYS: i64 = 365;

/// The person that stands for the operator on the terminal.
pub const OPERATOR: u64 = 0;

/// What somebody did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Added an article.
    Added,
    /// Made a new version of an article.
    Updated,
    /// Retired an article.
    Removed,
    /// Deleted an article's text for good.
    Purged,
    /// Built the index anew.
    Reindexed,
    /// Added or changed articles from a file of many.
    Imported,
    /// Followed a feed.
    FeedAdded,
    /// Followed a feed no longer.
    FeedRemoved,
    /// Read a feed out of turn.
    FeedRefreshed,
    /// Changed a server's settings.
    Set,
}

impl Deed {
    const NAMES: [(Deed, &'static str); 10] = [
        (Deed::Added, "added"),
        (Deed::Updated, "updated"),
        (Deed::Removed, "removed"),
        (Deed::Purged, "purged"),
        (Deed::Reindexed, "reindexed"),
        (Deed::Imported, "imported"),
        (Deed::FeedAdded, "feed-added"),
        (Deed::FeedRemoved, "feed-removed"),
        (Deed::FeedRefreshed, "feed-refreshed"),
        (Deed::Set, "set"),
    ];

    /// Its name in the store and in the language files.
    pub fn name(self) -> &'static str {
        Deed::NAMES.iter().find(|(deed, _)| *deed == self).expect("every deed is in the table").1
    }

    fn named(name: &str) -> Option<Deed> {
        Deed::NAMES.iter().find(|(_, other)| *other == name).map(|(deed, _)| *deed)
    }
}

/// One deed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When.
    pub happened: DateTime<Utc>,
    /// Whose, by their number at Discord; [`OPERATOR`] for the operator.
    pub person: u64,
    /// What.
    pub deed: Deed,
    /// The article's id, the feed's address, the file's name, what was set.
    pub subject: String,
}

/// The log of one library.
pub struct Log<'a> {
    pool: &'a SqlitePool,
    scope: Scope,
}

impl Store {
    /// The log of a library.
    pub fn log(&self, scope: Scope) -> Log<'_> {
        Log { pool: self.pool(), scope }
    }
}

impl Log<'_> {
    /// Notes a deed of now, and forgets what is old.
    pub async fn note(&self, person: u64, deed: Deed, subject: &str) -> Result<(), LibraryError> {
        let now = Utc::now().timestamp();
        sqlx::query("DELETE FROM admin_log WHERE until < ?").bind(now).execute(self.pool).await?;
        let insert = sqlx::query(
            "INSERT INTO admin_log (library, number, happened, person, deed, subject, until) \
             SELECT ?, COALESCE(MAX(number), 0) + 1, ?, ?, ?, ?, ? FROM admin_log WHERE library = ?",
        );
        let insert = insert.bind(self.scope.key()).bind(now).bind(person.cast_signed()).bind(deed.name()).bind(subject);
        insert.bind(now + KEPT_DAYS * 24 * 60 * 60).bind(self.scope.key()).execute(self.pool).await?;
        Ok(())
    }

    /// The last deeds, newest first.
    pub async fn entries(&self, most: u32) -> Result<Vec<Entry>, LibraryError> {
        let rows = sqlx::query("SELECT * FROM admin_log WHERE library = ? AND until >= ? ORDER BY number DESC LIMIT ?");
        let rows = rows.bind(self.scope.key()).bind(Utc::now().timestamp()).bind(most).fetch_all(self.pool).await?;
        Ok(rows.iter().filter_map(entry).collect())
    }
}

/// `None` for a deed that this version does not know.
fn entry(row: &SqliteRow) -> Option<Entry> {
    Some(Entry {
        happened: DateTime::from_timestamp(row.get("happened"), 0)?,
        person: row.get::<i64, _>("person").cast_unsigned(),
        deed: Deed::named(row.get("deed"))?,
        subject: row.get("subject"),
    })
}
