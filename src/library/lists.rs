//! The articles of a library as lists show them, read once for each revision of it: suggestions are asked for at every key.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use super::{Library, LibraryError, Listed, Scope};

/// Lists of everyone's and a guild's articles together that are held: each is as long as both.
const MOST_TOGETHER: usize = 32;

/// The lists that were read.
#[derive(Default)]
pub(super) struct Lists {
    read: Mutex<HashMap<Scope, Read>>,
    together: Mutex<HashMap<u64, Together>>,
}

/// The revision of a library, and what it held then.
type Read = (i64, List);

/// The articles of a library, newest first.
type List = Arc<Vec<Listed>>;

/// Two lists and what they are in one.
struct Together {
    everyone: List,
    own: List,
    both: List,
}

impl Lists {
    fn at(&self, scope: Scope, revision: i64) -> Option<List> {
        self.read.lock().expect("no holder panics").get(&scope).filter(|(of, _)| *of == revision).map(|(_, list)| list.clone())
    }

    /// Everyone's list and a guild's in one, sorted anew only if one of them is another.
    fn together(&self, guild: u64, everyone: List, own: List) -> List {
        let mut together = self.together.lock().expect("no holder panics");
        let same = |held: &&Together| Arc::ptr_eq(&held.everyone, &everyone) && Arc::ptr_eq(&held.own, &own);
        if let Some(held) = together.get(&guild).filter(same) {
            return held.both.clone();
        }
        let mut both: Vec<Listed> = everyone.iter().chain(own.iter()).cloned().collect();
        both.sort_by_key(|article| std::cmp::Reverse(article.metadata.published));
        let both = Arc::new(both);
        if together.len() >= MOST_TOGETHER {
            together.clear();
        }
        together.insert(guild, Together { everyone, own, both: both.clone() });
        both
    }

    /// Drops what was read of a library.
    pub(super) fn forget(&self, scope: Scope) {
        self.read.lock().expect("no holder panics").remove(&scope);
        let mut together = self.together.lock().expect("no holder panics");
        together.retain(|guild, _| scope != Scope::Everyone && scope != Scope::Guild(*guild));
    }
}

impl Library {
    /// The articles that may be quoted for everyone or in a guild, newest first.
    pub async fn list(&self, guild: Option<u64>) -> Result<List, LibraryError> {
        let everyone = self.list_of(Scope::Everyone).await?;
        let Some(guild) = guild else { return Ok(everyone) };
        let own = self.list_of(Scope::Guild(guild)).await?;
        Ok(if own.is_empty() { everyone } else { self.lists.together(guild, everyone, own) })
    }

    /// The articles of one library that may be quoted, newest first.
    pub async fn list_of(&self, scope: Scope) -> Result<List, LibraryError> {
        // The revision is read first: what changes in between is then read again the next time.
        let revision = self.store.revision(scope).await?;
        if let Some(list) = self.lists.at(scope, revision) {
            return Ok(list);
        }
        let list = Arc::new(self.store.list(scope).await?);
        if !list.is_empty() {
            self.lists.read.lock().expect("no holder panics").insert(scope, (revision, list.clone()));
        }
        Ok(list)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, Draft};
    use crate::library::{Incoming, Origin, Place};
    use crate::search::Synonyms;

    const GUILD: u64 = 7;

    async fn files(library: &Library, scope: Scope, id: &str) {
        let article = Article::from_draft(&Draft::default());
        let incoming = Incoming { id: id.into(), source: id.into(), source_hash: id.into(), article };
        library.put(scope, Origin::Upload, &[incoming]).await.expect("it is kept");
    }

    #[tokio::test]
    async fn a_list_is_read_once_for_each_revision_and_put_together_once() {
        let library = Library::open(Place::Memory, Synonyms::general()).await.expect("it opens");
        files(&library, Scope::Everyone, "a").await;
        files(&library, Scope::Guild(GUILD), "b").await;
        let first = library.list(Some(GUILD)).await.expect("it is read");
        assert_eq!(first.len(), 2);
        assert!(Arc::ptr_eq(&first, &library.list(Some(GUILD)).await.expect("it is held")));
        let own = library.list_of(Scope::Guild(GUILD)).await.expect("it is read");
        assert!(Arc::ptr_eq(&own, &library.list_of(Scope::Guild(GUILD)).await.expect("it is held")));
        for (scope, id, number) in [(Scope::Guild(GUILD), "c", 3), (Scope::Everyone, "d", 4)] {
            files(&library, scope, id).await;
            assert_eq!(library.list(Some(GUILD)).await.expect("it is read anew").len(), number);
        }
    }
}
