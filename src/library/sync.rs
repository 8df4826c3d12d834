//! Brings the segments up to the store: on opening, after each change, and when another process made one.

use std::sync::Arc;
use std::time::Duration;

use tantivy::TantivyError;

use super::store::Known;
use super::{Library, LibraryError, Place, Scope};
use crate::article::Article;
use crate::search::Segments;
use crate::search::segments::{Current, Writer};

/// How many articles are in memory at once while they are indexed.
const BATCH: usize = 64;

/// How often a process looks whether another one finished, and how many times.
pub(super) const LOOKS: (Duration, u32) = (Duration::from_millis(10), 1000);

/// How often a running process looks for changes by others. Twice within the 2 s after which they are seen.
const FOLLOW: Duration = Duration::from_millis(700);

impl Library {
    /// The segments of a library, opened when first needed and then up to the store.
    pub(super) async fn segments(&self, scope: Scope) -> Result<Arc<Segments>, LibraryError> {
        if let Some(segments) = self.open.lock().expect("no holder panics").get(&scope) {
            return Ok(segments.clone());
        }
        self.catch_up(scope).await?;
        let open = self.open.lock().expect("no holder panics");
        Ok(open.get(&scope).expect("catching up opens the segments").clone())
    }

    /// Replays what the segments of a library lack; whoever gets the right to write does it, the others wait for it.
    pub async fn catch_up(&self, scope: Scope) -> Result<(), LibraryError> {
        let _one_at_a_time = self.changing.lock().await;
        let mut segments = self.opened(scope)?;
        for _ in 0..LOOKS.1 {
            let wanted = self.store.revision(scope).await?;
            let revision = match segments.revision() {
                Ok(revision) => revision,
                Err(damage) => {
                    segments = self.renewed(scope, &damage)?;
                    None
                }
            };
            if revision.is_some_and(|revision| revision >= wanted) {
                segments.reload()?;
                self.forget(scope);
                return Ok(());
            }
            if revision.is_none() && wanted > 0 {
                tracing::info!(
                    library = scope.key(),
                    "the index was missing, damaged or of another layout; building it again from the store"
                );
            }
            match segments.writer()? {
                Some(writer) => drop(self.replay(scope, writer, (revision, wanted), &|_, _| {}).await?),
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
        if seen.is_none_or(|seen| seen < wanted) {
            self.catch_up(scope).await?;
        }
        Ok(())
    }

    /// Writes the segments of a library anew from the store, all at once: questions see the old ones until then. How many articles.
    ///
    /// `progress` hears how many articles of how many were written.
    pub async fn rebuild(&self, scope: Scope, progress: &(dyn Fn(usize, usize) + Send + Sync)) -> Result<usize, LibraryError> {
        let _one_at_a_time = self.changing.lock().await;
        let segments = self.opened(scope)?;
        for _ in 0..LOOKS.1 {
            let Some(writer) = segments.writer()? else {
                tokio::time::sleep(LOOKS.0).await;
                continue;
            };
            let wanted = self.store.revision(scope).await?;
            let written = self.replay(scope, writer, (None, wanted), progress).await?;
            segments.reload()?;
            self.forget(scope);
            return Ok(written);
        }
        Err(LibraryError::Busy)
    }

    /// Writes what changed after one revision, all if there is none, and commits it as another. How many articles are in it.
    async fn replay(
        &self,
        scope: Scope,
        mut writer: Writer,
        (revision, wanted): (Option<i64>, i64),
        progress: &(dyn Fn(usize, usize) + Send + Sync),
    ) -> Result<usize, LibraryError> {
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
        Ok(written)
    }

    fn opened(&self, scope: Scope) -> Result<Arc<Segments>, LibraryError> {
        if let Some(segments) = self.open.lock().expect("no holder panics").get(&scope) {
            return Ok(segments.clone());
        }
        let segments = match &self.place {
            Place::Memory => Segments::in_memory(),
            Place::Folder(data) => match open_in(&data.join("segments").join(scope.key())) {
                Ok(segments) => segments,
                Err(LibraryError::Index(damage)) => return self.renewed(scope, &damage),
                Err(other) => return Err(other),
            },
        };
        let segments = Arc::new(segments);
        self.open.lock().expect("no holder panics").insert(scope, segments.clone());
        Ok(segments)
    }

    /// Throws damaged segments away and begins anew.
    fn renewed(&self, scope: Scope, damage: &TantivyError) -> Result<Arc<Segments>, LibraryError> {
        tracing::debug!(library = scope.key(), "the index cannot be read: {damage}");
        let segments = match &self.place {
            Place::Memory => Segments::in_memory(),
            Place::Folder(data) => {
                let folder = data.join("segments").join(scope.key());
                std::fs::remove_dir_all(&folder).map_err(|source| LibraryError::Folder { folder: folder.clone(), source })?;
                open_in(&folder)?
            }
        };
        let segments = Arc::new(segments);
        self.open.lock().expect("no holder panics").insert(scope, segments.clone());
        Ok(segments)
    }

    /// Drops the snapshots and lists that show a library as it was.
    pub(super) fn forget(&self, scope: Scope) {
        self.lists.forget(scope);
        let mut snapshots = self.snapshots.lock().expect("no holder panics");
        snapshots.changes += 1;
        snapshots.built.retain(|scopes, _| !scopes.contains(&scope));
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
