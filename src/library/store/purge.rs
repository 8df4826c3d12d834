//! Removing an article's text for good: a court order, a retraction.

use super::{Store, known_in, raise};
use crate::library::{LibraryError, Scope};

impl Store {
    /// Deletes the text and metadata of all versions of an article, in one transaction; false if there never was one.
    ///
    /// What stays is its id and source, retired, so that nothing brings it back: see [`LibraryError::Purged`].
    pub async fn purge(&self, scope: Scope, id: &str) -> Result<bool, LibraryError> {
        let mut transaction = self.pool.begin_with("BEGIN IMMEDIATE").await?;
        if known_in(&mut transaction, scope, id).await?.is_none() {
            return Ok(false);
        }
        let revision = raise(&mut transaction).await?;
        let tombstone = "UPDATE articles SET retired = 1, source_hash = '', revision = ? WHERE library = ? AND id = ?";
        sqlx::query(tombstone).bind(revision).bind(scope.key()).bind(id).execute(&mut *transaction).await?;
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
        self.empty_log_of_writes().await?;
        Ok(true)
    }

    /// Leaves nothing behind of what was deleted: the pages as they were stand in the write-ahead log until it is emptied.
    pub(in crate::library) async fn empty_log_of_writes(&self) -> Result<(), LibraryError> {
        sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&self.pool).await?;
        Ok(())
    }

    /// Whether an article was purged.
    pub async fn is_purged(&self, scope: Scope, id: &str) -> Result<bool, LibraryError> {
        Ok(self.known(scope, id).await?.is_some() && self.versions(scope, id).await?.is_empty())
    }
}
