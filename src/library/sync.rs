//! Brings the segments up to the store: on opening, after each change, and when another process made one.

use std::sync::Arc;
use std::time::Duration;

use tantivy::TantivyError;
use tokio::sync::MutexGuard;

use super::store::Known;
use super::{Library, LibraryError, Place, Scope};
use crate::article::Article;
use crate::search::Segments;
use crate::search::segments::{Current, Writer};

/// How many articles are in memory at once while they are indexed.
const BATCH: usize = 64;

/// How often a process looks whether another one finished, and how many times.
const LOOKS: (Duration, u32) = (Duration::from_millis(10), 6000);

/// After so many looks it is said what is waited for.
const LONG: u32 = 200;

/// How often a running process looks for changes by others. Twice within the 2 s after which they are seen.
const FOLLOW: Duration = Duration::from_millis(700);

impl Library {
    /// The segments of a library, opened when first needed; see [`Library::look`].
    pub(super) async fn segments(&self, scope: Scope) -> Result<Arc<Segments>, LibraryError> {
        if let Some(segments) = self.open.lock().expect("no holder panics").get(&scope) {
            return Ok(segments.clone());
        }
        self.look(scope).await?;
        self.opened(scope)
    }

    /// Replays what the segments of a library lack; whoever gets the right to write does it, the others wait for it.
    pub async fn catch_up(&self, scope: Scope) -> Result<(), LibraryError> {
        let _one_at_a_time = self.changing.lock().await;
        for looks in 0..LOOKS.1 {
            if self.step(scope).await? {
                return Ok(());
            }
            if looks == LONG {
                tracing::warn!(library = scope.key(), "waiting for another process that is writing the index");
            }
            tokio::time::sleep(LOOKS.0).await;
        }
        Err(LibraryError::Busy)
    }

    /// As [`Library::catch_up`], after a change that is in the store: another process that goes on writing the index takes it along. False
    /// if it is left to that.
    pub(super) async fn indexes(&self, scope: Scope) -> Result<bool, LibraryError> {
        match self.catch_up(scope).await {
            Err(LibraryError::Busy) => {
                tracing::warn!(library = scope.key(), "what was changed is stored, and is seen when another process has written the index");
                Ok(false)
            }
            done => done.map(|()| true),
        }
    }

    /// As [`Library::catch_up`], but while a change is being written, what was committed before it is enough to answer from.
    pub(super) async fn look(&self, scope: Scope) -> Result<(), LibraryError> {
        for _ in 0..LOOKS.1 {
            let caught_up = match self.changing.try_lock() {
                Ok(_one_at_a_time) => self.step(scope).await?,
                Err(_) => false,
            };
            if caught_up || self.opened(scope)?.revision().is_ok_and(|revision| revision.is_some()) {
                return Ok(());
            }
            tokio::time::sleep(LOOKS.0).await;
        }
        Err(LibraryError::Busy)
    }

    /// Replays what the segments of a library lack, unless others are writing them; whether they are up to the store now.
    async fn step(&self, scope: Scope) -> Result<bool, LibraryError> {
        let mut segments = self.opened(scope)?;
        let wanted = self.store.revision(scope).await?;
        let revision = match segments.revision() {
            Ok(revision) => revision,
            Err(damage) => {
                segments = self.renewed(scope, &damage)?;
                None
            }
        };
        if revision.is_none_or(|revision| revision < wanted) {
            let Some(writer) = segments.writer()? else {
                if revision > segments.loaded_revision() {
                    self.moves_on(scope)?;
                }
                return Ok(false);
            };
            if revision.is_none() && wanted > 0 {
                tracing::info!(
                    library = scope.key(),
                    "the index was missing, damaged or of another layout; building it again from the store"
                );
            }
            self.replay(scope, writer, revision, &|_, _| {}).await?;
        } else {
            self.moves_on(scope)?;
        }
        Ok(true)
    }

    /// Takes the right to write the segments of a library before many articles are put into the store, so that nobody indexes half of
    /// them. Until [`Change::finish`], others answer from what was committed before.
    pub async fn begin(&self, scope: Scope) -> Result<Change<'_>, LibraryError> {
        let one_at_a_time = self.changing.lock().await;
        let writer = self.writer(scope).await?;
        Ok(Change { library: self, scope, writer, _one_at_a_time: one_at_a_time })
    }

    /// The right to write the segments of a library, when it is free.
    pub(super) async fn writer(&self, scope: Scope) -> Result<Writer, LibraryError> {
        for _ in 0..LOOKS.1 {
            match self.opened(scope)?.writer()? {
                Some(writer) => return Ok(writer),
                None => tokio::time::sleep(LOOKS.0).await,
            }
        }
        Err(LibraryError::Busy)
    }

    /// Follows changes by other processes until it is dropped.
    pub async fn follow(self: Arc<Self>) {
        loop {
            tokio::time::sleep(FOLLOW).await;
            self.sees_changes().await;
        }
    }

    /// Sees what other processes have changed until now in the libraries that are open; what cannot be seen is logged.
    pub async fn sees_changes(&self) {
        let scopes: Vec<Scope> = self.open.lock().expect("no holder panics").keys().copied().collect();
        for scope in scopes {
            if let Err(error) = self.follow_once(scope).await {
                tracing::warn!(error = format!("{:#}", anyhow::Error::from(error)), library = scope.key(), "could not follow the store");
            }
        }
    }

    async fn follow_once(&self, scope: Scope) -> Result<(), LibraryError> {
        let segments = self.segments(scope).await?;
        let seen = segments.loaded_revision();
        let wanted = self.store.revision(scope).await?;
        // Somebody may have deleted the folder under it.
        let lost = seen.is_some() && !segments.revision().is_ok_and(|revision| revision.is_some());
        if lost || seen.is_none_or(|seen| seen < wanted) {
            self.look(scope).await?;
        }
        Ok(())
    }

    /// Writes the segments of a library anew from the store, all at once: questions see the old ones until then. How many articles.
    ///
    /// `progress` hears how many articles of how many were written.
    pub async fn rebuild(&self, scope: Scope, progress: &(dyn Fn(usize, usize) + Send + Sync)) -> Result<usize, LibraryError> {
        let _one_at_a_time = self.changing.lock().await;
        let writer = self.writer(scope).await?;
        self.replay(scope, writer, None, progress).await
    }

    /// Writes what changed after a revision, all if there is none, commits it and shows it. How many articles are in it.
    async fn replay(
        &self,
        scope: Scope,
        mut writer: Writer,
        revision: Option<i64>,
        progress: &(dyn Fn(usize, usize) + Send + Sync),
    ) -> Result<usize, LibraryError> {
        let wanted = self.store.revision(scope).await?;
        if revision.is_none() {
            writer.clear()?;
        }
        let changed = self.store.changed_since(scope, revision.unwrap_or(-1)).await?;
        let (all, mut written) = (changed.iter().filter(|known| !known.retired).count(), 0);
        for batch in changed.chunks(BATCH) {
            let mut current = vec![];
            for known in batch {
                let article = if known.retired { None } else { self.store.article(scope, &known.id, known.version).await? };
                written += usize::from(article.is_some());
                current.push((known.clone(), article));
            }
            writer = tokio::task::spawn_blocking(move || write(writer, &current)).await.expect("indexing does not panic")?;
            progress(written, all);
        }
        tokio::task::spawn_blocking(move || writer.commit(wanted)).await.expect("committing does not panic")?;
        self.moves_on(scope)?;
        Ok(written)
    }

    fn opened(&self, scope: Scope) -> Result<Arc<Segments>, LibraryError> {
        let mut open = self.open.lock().expect("no holder panics");
        if let Some(segments) = open.get(&scope) {
            return Ok(segments.clone());
        }
        let segments = match &self.place {
            Place::Memory => Segments::in_memory(),
            Place::Folder(data) => match open_in(&data.join("segments").join(scope.key())) {
                Err(LibraryError::Index(damage)) => self.anew(scope, &damage)?,
                opened => opened?,
            },
        };
        let segments = Arc::new(segments);
        open.insert(scope, segments.clone());
        Ok(segments)
    }

    /// Puts new segments in place of damaged ones.
    fn renewed(&self, scope: Scope, damage: &TantivyError) -> Result<Arc<Segments>, LibraryError> {
        let segments = Arc::new(self.anew(scope, damage)?);
        self.open.lock().expect("no holder panics").insert(scope, segments.clone());
        Ok(segments)
    }

    /// Throws damaged segments away and begins anew.
    fn anew(&self, scope: Scope, damage: &TantivyError) -> Result<Segments, LibraryError> {
        tracing::debug!(library = scope.key(), "the index cannot be read: {damage}");
        let Place::Folder(data) = &self.place else { return Ok(Segments::in_memory()) };
        let folder = data.join("segments").join(scope.key());
        remove(&folder)?;
        open_in(&folder)
    }

    /// Shows the last commit of a library.
    pub(super) fn moves_on(&self, scope: Scope) -> Result<(), LibraryError> {
        self.opened(scope)?.reload()?;
        self.forget(scope);
        Ok(())
    }

    /// Drops the snapshots and lists that show a library as it was.
    pub(super) fn forget(&self, scope: Scope) {
        self.lists.forget(scope);
        let mut snapshots = self.snapshots.lock().expect("no holder panics");
        snapshots.changes += 1;
        snapshots.built.retain(|scopes, _| !scopes.contains(&scope));
    }
}

/// A change of many articles; see [`Library::begin`]. If it is dropped, what was put into the store is indexed by whoever looks next.
pub struct Change<'a> {
    library: &'a Library,
    scope: Scope,
    writer: Writer,
    _one_at_a_time: MutexGuard<'a, ()>,
}

impl Change<'_> {
    /// Brings the segments up to the store, all at once.
    pub async fn finish(self) -> Result<(), LibraryError> {
        let Change { library, scope, writer, .. } = self;
        let revision = library.opened(scope)?.revision()?;
        library.replay(scope, writer, revision, &|_, _| {}).await.map(drop)
    }
}

/// Deletes the folder of segments, if it is there.
pub(super) fn remove(folder: &std::path::Path) -> Result<(), LibraryError> {
    match std::fs::remove_dir_all(folder) {
        Err(source) if source.kind() != std::io::ErrorKind::NotFound => Err(LibraryError::Folder { folder: folder.to_owned(), source }),
        _ => Ok(()),
    }
}

fn open_in(folder: &std::path::Path) -> Result<Segments, LibraryError> {
    std::fs::create_dir_all(folder).map_err(|source| LibraryError::Folder { folder: folder.to_owned(), source })?;
    Ok(Segments::open(folder)?)
}

fn write(mut writer: Writer, articles: &[(Known, Option<Article>)]) -> Result<Writer, TantivyError> {
    for (known, article) in articles {
        match article {
            Some(article) => writer.put(&Current { id: &known.id, version: known.version, article })?,
            None => writer.remove(&known.id),
        }
    }
    Ok(writer)
}
