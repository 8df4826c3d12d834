//! Removing an article's text for good, from the store and from the segments.

use super::{Library, LibraryError, Scope};

/// What a purge did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purge {
    /// Nothing: there never was such an article.
    NoArticle,
    /// The text is in none of the library's files any more.
    Gone,
    /// Nobody is shown the text any more, but another process reads the store as it was before, or is writing the index: until it ends and
    /// the purge is done again, the text stays in the library's files.
    Held,
}

impl Library {
    /// Removes the text of all versions of an article everywhere. May be done again after it failed.
    ///
    /// Nothing brings the article back under its id or its address. Files and pages that it came from are not touched.
    pub async fn purge(&self, scope: Scope, id: &str) -> Result<Purge, LibraryError> {
        if !self.store.purge(scope, id).await? {
            return Ok(Purge::NoArticle);
        }
        if !self.indexes(scope).await? {
            return Ok(Purge::Held);
        }
        self.squeeze(scope).await?;
        Ok(if self.store.empty_log_of_writes().await? { Purge::Gone } else { Purge::Held })
    }

    /// Writes the segments anew that still hold what was deleted from them, and deletes their files.
    async fn squeeze(&self, scope: Scope) -> Result<(), LibraryError> {
        let _one_at_a_time = self.changing.lock().await;
        let mut writer = self.writer(scope).await?;
        let squeeze = move || writer.squeeze().map(|()| writer);
        let writer = tokio::task::spawn_blocking(squeeze).await.expect("merging does not panic")?;
        // Readers hold the files that they were opened on.
        self.moves_on(scope)?;
        Ok(writer.delete_unused_files()?)
    }
}
