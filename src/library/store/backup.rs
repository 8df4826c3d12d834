//! A copy of the store for another place.

use std::path::Path;

use super::Store;
use crate::library::LibraryError;

impl Store {
    /// Writes the store, as it is at one moment, into a new file.
    pub async fn copy(&self, file: &Path) -> Result<(), LibraryError> {
        if file.exists() {
            return Err(LibraryError::Exists { file: file.to_owned() });
        }
        // Under another name until it is whole.
        let mut part = file.as_os_str().to_owned();
        part.push(".part");
        let part = Path::new(&part);
        let moved = |source| LibraryError::Folder { folder: file.to_owned(), source };
        if part.exists() {
            std::fs::remove_file(part).map_err(moved)?;
        }
        let copied = sqlx::query("VACUUM INTO ?").bind(part.to_string_lossy()).execute(&self.pool).await;
        if copied.is_err() {
            // Nothing can be done with half a store.
            let _ = std::fs::remove_file(part);
        }
        copied?;
        std::fs::rename(part, file).map_err(moved)
    }
}
