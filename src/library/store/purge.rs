//! Removing an article's text for good: a court order, a retraction.

use std::time::Duration;

use sqlx::{ConnectOptions, Connection, Row, Sqlite, Transaction};

use super::address::BY_ADDRESS;
use super::{Known, Store, known_in, parsed, raise};
use crate::article::Metadata;
use crate::library::{LibraryError, Origin, Scope};

/// How long a reader may hold the pages as they were, each time that it is tried to be rid of them. Questions take milliseconds.
const A_READER: Duration = Duration::from_millis(500);

/// How often that is tried.
const TRIES: usize = 4;

impl Store {
    /// Deletes the text and metadata of all versions of an article, in one transaction; false if there never was one. The pages as they
    /// were are still in the store's files.
    ///
    /// What stays is its id and the address that it said it stands at, else its source, retired, so that nothing brings it back: see
    /// [`LibraryError::Purged`].
    pub async fn purge(&self, scope: Scope, id: &str) -> Result<bool, LibraryError> {
        let mut transaction = self.pool.begin_with("BEGIN IMMEDIATE").await?;
        let Some(known) = known_in(&mut transaction, scope, id).await? else { return Ok(false) };
        let revision = raise(&mut transaction).await?;
        let tombstone = "UPDATE articles SET retired = 1, source_hash = '', revision = ? WHERE library = ? AND id = ?";
        sqlx::query(tombstone).bind(revision).bind(scope.key()).bind(id).execute(&mut *transaction).await?;
        if let Some(address) = address_of(&mut transaction, scope, &known).await? {
            let moved = "UPDATE articles SET origin = ?, source = ? WHERE library = ? AND id = ?";
            let moved = sqlx::query(moved).bind(Origin::Address.name()).bind(address).bind(scope.key()).bind(id);
            moved.execute(&mut *transaction).await?;
        }
        let deletes = [
            "DELETE FROM paragraphs WHERE library = ? AND id = ?",
            "DELETE FROM versions WHERE library = ? AND id = ?",
            "DELETE FROM votes WHERE library = ? AND article = ?",
        ];
        for delete in deletes {
            sqlx::query(delete).bind(scope.key()).bind(id).execute(&mut *transaction).await?;
        }
        // What waits for its confirmation may hold the same text; it can be previewed anew.
        sqlx::query("DELETE FROM proposals WHERE library = ?").bind(scope.key()).execute(&mut *transaction).await?;
        transaction.commit().await?;
        Ok(true)
    }

    /// Leaves nothing behind of what was deleted: the pages as they were stand in the store's files until the write-ahead log is emptied.
    /// False if another process reads the store as it was, and did not end that in time.
    pub(in crate::library) async fn empty_log_of_writes(&self) -> Result<bool, LibraryError> {
        // Not one of the pool, which wait for much longer than somebody who asked for a purge.
        let options = self.pool.connect_options().as_ref().clone().busy_timeout(A_READER);
        let mut connection = options.connect().await?;
        let mut emptied = false;
        for _ in 0..TRIES {
            let busy: i64 = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(&mut connection).await?.get(0);
            emptied = busy == 0;
            if emptied {
                break;
            }
        }
        connection.close().await?;
        Ok(emptied)
    }

    /// Whether an article was purged.
    pub async fn is_purged(&self, scope: Scope, id: &str) -> Result<bool, LibraryError> {
        Ok(self.known(scope, id).await?.is_some() && self.versions(scope, id).await?.is_empty())
    }
}

/// The address that an article which came another way says it stands at.
async fn address_of(transaction: &mut Transaction<'_, Sqlite>, scope: Scope, known: &Known) -> Result<Option<String>, LibraryError> {
    if BY_ADDRESS.contains(&known.origin) {
        return Ok(None);
    }
    let last = sqlx::query("SELECT metadata FROM versions WHERE library = ? AND id = ? ORDER BY version DESC LIMIT 1");
    let row = last.bind(scope.key()).bind(&known.id).fetch_optional(&mut **transaction).await?;
    let metadata: Option<Metadata> = row.map(|row| parsed(row.get("metadata"), &known.id)).transpose()?;
    Ok(metadata.and_then(|metadata| metadata.url))
}
