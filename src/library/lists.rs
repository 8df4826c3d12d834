//! The articles of a library as lists show them, read once for each revision of it: suggestions are asked for at every key.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use super::{Library, LibraryError, Listed, Scope};

/// The lists that were read.
#[derive(Default)]
pub(super) struct Lists(Mutex<HashMap<Scope, Read>>);

/// The revision of a library, and what it held then.
type Read = (i64, Arc<Vec<Listed>>);

impl Lists {
    fn at(&self, scope: Scope, revision: i64) -> Option<Arc<Vec<Listed>>> {
        self.0.lock().expect("no holder panics").get(&scope).filter(|(of, _)| *of == revision).map(|(_, list)| list.clone())
    }

    /// Drops what was read of a library.
    pub(super) fn forget(&self, scope: Scope) {
        self.0.lock().expect("no holder panics").remove(&scope);
    }
}

impl Library {
    /// The articles that may be quoted for everyone or in a guild, newest first.
    pub async fn list(&self, guild: Option<u64>) -> Result<Arc<Vec<Listed>>, LibraryError> {
        let everyone = self.list_of(Scope::Everyone).await?;
        let Some(guild) = guild else { return Ok(everyone) };
        let own = self.list_of(Scope::Guild(guild)).await?;
        if own.is_empty() {
            return Ok(everyone);
        }
        let mut both: Vec<Listed> = everyone.iter().chain(own.iter()).cloned().collect();
        both.sort_by_key(|article| std::cmp::Reverse(article.metadata.published));
        Ok(Arc::new(both))
    }

    async fn list_of(&self, scope: Scope) -> Result<Arc<Vec<Listed>>, LibraryError> {
        // The revision is read first: what changes in between is then read again the next time.
        let revision = self.store.revision(scope).await?;
        if let Some(list) = self.lists.at(scope, revision) {
            return Ok(list);
        }
        let list = Arc::new(self.store.list(scope).await?);
        if !list.is_empty() {
            self.lists.0.lock().expect("no holder panics").insert(scope, (revision, list.clone()));
        }
        Ok(list)
    }
}
