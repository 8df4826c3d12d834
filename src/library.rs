//! Keeps the articles: the store is the truth, the segments are a cache that follows it.
//!
//! Here alone text leaves the store: as a [`Quote`], read back from a cut. Nothing here ranks, renders or knows who asks.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use crate::answer::Cut;
use crate::article::Metadata;
use crate::search::{Segments, Snapshot, Synonyms};

mod arrival;
pub mod error;
pub mod folder;
pub mod follower;
pub mod guilds;
mod layout;
mod lists;
pub mod log;
pub mod proposals;
mod purge;
pub mod quote;
pub mod store;
mod sync;

pub use arrival::{Arrival, AtAddress, Incoming, Origin};
pub use error::LibraryError;
use guilds::GuildLimits;
pub(crate) use layout::Layouts;
use lists::Lists;
pub use purge::Purge;
pub use quote::{Citation, Quote};
use store::Store;
pub use sync::Change;

/// Whose articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// Those that everyone sees.
    Everyone,
    /// Those that a guild keeps for itself, by its number at Discord.
    Guild(u64),
}

impl Scope {
    /// Its name in the store and as a folder.
    pub fn key(self) -> String {
        match self {
            Scope::Everyone => "everyone".into(),
            Scope::Guild(id) => format!("guild-{id}"),
        }
    }

    /// The scope of that name; `None` for what is no name of one.
    pub fn named(key: &str) -> Option<Scope> {
        match key.strip_prefix("guild-") {
            Some(id) => id.parse().ok().map(Scope::Guild),
            None => (key == "everyone").then_some(Scope::Everyone),
        }
    }
}

/// An article of a library, as lists show it.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// Its id in its library.
    pub id: String,
    /// Whose it is.
    pub scope: Scope,
    /// Who brought it.
    pub origin: Origin,
    /// The file's name or the address.
    pub source: String,
    /// Its current version.
    pub version: u32,
    /// What is known about it.
    pub metadata: Metadata,
    /// Ids and headings of its sections, in order; the lead has none.
    pub sections: Vec<(String, Option<String>)>,
}

impl Listed {
    /// In which of the libraries that a question sees it is: 0 for everyone's, 1 for the server's own.
    pub fn part(&self) -> usize {
        usize::from(self.scope != Scope::Everyone)
    }
}

/// Where a library is kept.
#[derive(Clone, Debug)]
pub enum Place {
    /// A data folder: `takeaway.db`, `segments/` and, if there is one, the source folder `articles/`.
    Folder(PathBuf),
    /// Nowhere: it is gone with the process.
    Memory,
}

/// The articles of everyone and of each guild, with their indexes.
pub struct Library {
    place: Place,
    store: Store,
    synonyms: Arc<Synonyms>,
    /// The segments of each library that was asked, opened when first needed.
    open: Mutex<HashMap<Scope, Arc<Segments>>>,
    /// Snapshots of the last commits, until one of their libraries changes.
    snapshots: Mutex<Snapshots>,
    lists: Lists,
    pub(crate) layouts: Layouts,
    /// One change to segments at a time in this process.
    changing: tokio::sync::Mutex<()>,
}

/// What was built of the last commits.
#[derive(Default)]
struct Snapshots {
    built: HashMap<Vec<Scope>, Arc<Snapshot>>,
    /// Raised by each change, so that what was begun before it is not kept after it.
    changes: u64,
}

impl Library {
    /// Opens a library, made if it is not there, and brings everyone's segments up to the store, or leaves that to who is writing them.
    pub async fn open(place: Place, synonyms: Synonyms) -> Result<Library, LibraryError> {
        let store = match &place {
            Place::Folder(folder) => Store::open(folder).await?,
            Place::Memory => Store::in_memory().await?,
        };
        let library = Library {
            place,
            store,
            synonyms: Arc::new(synonyms),
            open: Mutex::default(),
            snapshots: Mutex::default(),
            lists: Lists::default(),
            layouts: Layouts::default(),
            changing: tokio::sync::Mutex::default(),
        };
        library.look(Scope::Everyone).await?;
        Ok(library)
    }

    /// The same library, in which no server may keep more than this.
    pub fn limited(mut self, limits: GuildLimits) -> Library {
        self.store.limit(limits);
        self
    }

    /// The store.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The data folder; `None` in memory.
    pub fn folder(&self) -> Option<&Path> {
        match &self.place {
            Place::Folder(folder) => Some(folder),
            Place::Memory => None,
        }
    }

    /// One committed state of everyone's library and, if given, a guild's.
    pub async fn snapshot(&self, guild: Option<u64>) -> Result<Arc<Snapshot>, LibraryError> {
        let scopes = scopes(guild);
        let changes = {
            let snapshots = self.snapshots.lock().expect("no holder panics");
            if let Some(snapshot) = snapshots.built.get(&scopes) {
                return Ok(snapshot.clone());
            }
            snapshots.changes
        };
        let mut libraries = vec![];
        for scope in &scopes {
            // A guild without articles needs no index: it sees what everyone sees.
            if *scope != Scope::Everyone && self.store.revision(*scope).await? == 0 {
                return Box::pin(self.snapshot(None)).await;
            }
            libraries.push(self.segments(*scope).await?);
        }
        let parts: Vec<&Segments> = libraries.iter().map(Arc::as_ref).collect();
        let snapshot = Arc::new(Snapshot::over(&parts, self.synonyms.clone())?);
        let mut snapshots = self.snapshots.lock().expect("no holder panics");
        if snapshots.changes == changes {
            snapshots.built.insert(scopes, snapshot.clone());
        }
        drop(snapshots);
        Ok(snapshot)
    }

    /// Reads the words of a cut back from the store. `guild` is the one that the cut's snapshot was of.
    ///
    /// `None` if the version is no longer there, its article is retired, or the span no longer falls on its sentences.
    pub async fn quote(&self, guild: Option<u64>, cut: &Cut) -> Result<Option<Quote>, LibraryError> {
        let Some(scope) = scopes(guild).get(cut.part).copied() else { return Ok(None) };
        quote::read(&self.store, scope, cut).await
    }

    /// Adds or updates articles of one origin: one change to the store, then one to the segments. Answers in the order of `incoming`.
    pub async fn put(&self, scope: Scope, origin: Origin, incoming: &[Incoming]) -> Result<Vec<Arrival>, LibraryError> {
        // An index that is made only after its first article would seem to have been lost.
        self.segments(scope).await?;
        let arrivals = self.store.put(scope, origin, incoming).await?;
        self.indexes(scope).await?;
        Ok(arrivals)
    }

    /// Adds the article at an address, or a new version of it; answers its id too. See [`Store::put_at_address`].
    pub async fn put_at_address(&self, scope: Scope, page: AtAddress<'_>) -> Result<(String, Arrival), LibraryError> {
        self.segments(scope).await?;
        let added = self.store.put_at_address(scope, page).await?;
        self.indexes(scope).await?;
        Ok(added)
    }

    /// Retires an article: it is kept, and no longer quoted. False if there is none.
    ///
    /// Refuses an article that another origin brought.
    pub async fn retire(&self, scope: Scope, origins: &[Origin], id: &str) -> Result<bool, LibraryError> {
        let retired = self.store.retire(scope, origins, &[id.to_owned()]).await?;
        self.indexes(scope).await?;
        Ok(retired > 0)
    }
}

/// The library that [`Cut::part`] names for everyone or in a guild; `None` if there is none there.
pub fn scope_of(guild: Option<u64>, part: usize) -> Option<Scope> {
    scopes(guild).get(part).copied()
}

/// The libraries that a question sees, in the order of [`Cut::part`].
fn scopes(guild: Option<u64>) -> Vec<Scope> {
    std::iter::once(Scope::Everyone).chain(guild.map(Scope::Guild)).collect()
}
