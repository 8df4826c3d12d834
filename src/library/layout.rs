//! Lays drafts out as articles beside the event loop: a text that somebody hands over may take a processor for long, and must not take
//! it from who asks.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio::time::timeout;

use super::{Library, LibraryError};
use crate::article::{Article, Draft};

/// Texts at once: the other processor is for answers.
const PLACES: usize = 1;

/// For one text, the wait for its place included. The longest that may be uploaded needs a small part of it.
const PATIENCE: Duration = Duration::from_secs(20);

/// Where texts are laid out and compared.
pub(crate) struct Layouts {
    places: Arc<Semaphore>,
    patience: Duration,
}

impl Default for Layouts {
    fn default() -> Layouts {
        Layouts::new(PLACES, PATIENCE)
    }
}

impl Layouts {
    /// With so many places, each of which is waited for and used no longer than this.
    pub fn new(places: usize, patience: Duration) -> Layouts {
        Layouts { places: Arc::new(Semaphore::new(places)), patience }
    }

    /// Does some work; [`LibraryError::TooSlow`] if it takes too long, [`LibraryError::Crashed`] if it panics.
    async fn does<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, LibraryError> {
        let places = self.places.clone();
        let done = async move {
            let place = places.acquire_owned().await.expect("it is never closed");
            let work = move || {
                // What nobody waits for any more keeps its place until it ends: a second one would take the other processor too.
                let _place = place;
                work()
            };
            tokio::task::spawn_blocking(work).await.map_err(|_| LibraryError::Crashed)
        };
        let too_slow = LibraryError::TooSlow { seconds: self.patience.as_secs() };
        timeout(self.patience, done).await.unwrap_or(Err(too_slow))
    }
}

impl Library {
    /// Lays a draft out.
    pub async fn lays_out(&self, draft: Draft) -> Result<Article, LibraryError> {
        self.layouts.does(move || Article::from_draft(&draft)).await
    }

    /// Does with texts what takes as long as laying one out, in the same place.
    pub async fn works_on_texts<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, LibraryError> {
        self.layouts.does(work).await
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::thread;

    use super::*;

    #[tokio::test]
    async fn work_is_done_on_a_thread_of_its_own_and_may_crash_there() {
        let layouts = Layouts::new(1, PATIENCE);
        let here = thread::current().id();
        assert!(layouts.does(|| thread::current().id()).await.is_ok_and(|there| there != here));
        let crashed = layouts.does(|| panic!("as this story wants it")).await;
        assert!(matches!(crashed, Err::<(), _>(LibraryError::Crashed)));
        assert!(layouts.does(|| ()).await.is_ok(), "its place is free again");
    }

    #[tokio::test]
    async fn work_that_takes_too_long_is_not_waited_for_and_keeps_its_place_until_it_ends() {
        let layouts = Layouts { patience: Duration::ZERO, ..Layouts::default() };
        let (ends, end) = mpsc::channel::<()>();
        let slow = layouts.does(move || end.recv()).await;
        assert!(matches!(slow, Err(LibraryError::TooSlow { .. })));
        assert!(layouts.places.try_acquire().is_err(), "it still works");
        ends.send(()).expect("it waits");
        let _place = layouts.places.acquire().await.expect("it is never closed");
    }
}
