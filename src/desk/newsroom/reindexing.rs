//! Bringing the index, and everyone's library, up to what they are made from.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use super::{EditError, Editor, Newsroom};
use crate::library::folder::Report;
use crate::library::log::Deed;
use crate::library::{LibraryError, Scope};

/// How far a reindexing is, for whoever watches: files or articles.
#[derive(Debug, Default)]
pub struct Progress {
    done: AtomicUsize,
    all: AtomicUsize,
}

/// What a reindexing did.
#[derive(Debug, Default)]
pub struct Reindexed {
    /// What the article folder brought; `None` where it was not read.
    pub folder: Option<Report>,
    /// Articles whose passages were written anew.
    pub articles: usize,
    /// Libraries that they are in.
    pub libraries: usize,
    /// How long it took.
    pub took: Duration,
}

impl Progress {
    /// So many done of how many; 0 of 0 before it is known.
    pub fn at(&self) -> (usize, usize) {
        (self.done.load(Ordering::Relaxed), self.all.load(Ordering::Relaxed))
    }

    fn is_at(&self, done: usize, all: usize) {
        self.all.store(all, Ordering::Relaxed);
        self.done.store(done, Ordering::Relaxed);
    }
}

impl Newsroom {
    /// Builds the index of the editor's library anew; for who edits everyone's, the article folder is read first and every index is
    /// built.
    pub async fn reindexes(&self, editor: Editor, progress: Arc<Progress>) -> Result<Reindexed, EditError> {
        let began = Instant::now();
        let mut done = Reindexed::default();
        let mut scopes = vec![editor.scope];
        if editor.scope == Scope::Everyone {
            done.folder = self.reads_folder(progress.clone()).await?;
            scopes.extend(self.library().store().guilds().await?.into_iter().map(Scope::Guild));
        }
        for scope in scopes {
            if scope != editor.scope && self.library().store().revision(scope).await? == 0 {
                continue;
            }
            done.articles += self.library().rebuild(scope, &|written, all| progress.is_at(written, all)).await?;
            done.libraries += 1;
        }
        self.notes(editor, Deed::Reindexed, &editor.scope.key()).await?;
        done.took = began.elapsed();
        Ok(done)
    }

    /// Brings everyone's library up to the article folder, if there is one.
    async fn reads_folder(&self, progress: Arc<Progress>) -> Result<Option<Report>, LibraryError> {
        let folder = self.library().folder().map(|data| data.join("articles")).filter(|folder| folder.is_dir());
        let Some(folder) = folder else { return Ok(None) };
        let (library, most_bytes, runtime) = (self.library().clone(), self.most_bytes, tokio::runtime::Handle::current());
        // Reading files blocks; on a thread of its own it does not hold answers up.
        let read = move || runtime.block_on(library.reindex(&folder, most_bytes, false, |read, all| progress.is_at(read, all)));
        tokio::task::spawn_blocking(read).await.expect("reading the folder does not panic").map(Some)
    }
}
