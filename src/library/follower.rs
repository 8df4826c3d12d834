//! What follows a library for as long as a program runs, and is begun anew when it crashes.

use std::time::Duration;

use tokio::task::JoinSet;

/// The pause after a crash: what causes it may be there again at once.
const PAUSE: Duration = Duration::from_secs(1);

/// Runs what `begin` begins until it ends by itself; what panics is logged by its name and begun anew. Dropped, it ends at once.
pub async fn kept<F>(name: &'static str, begin: impl FnMut() -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    kept_after(PAUSE, name, begin).await;
}

async fn kept_after<F>(pause: Duration, name: &'static str, mut begin: impl FnMut() -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    loop {
        // A set of one: unlike a handle, it ends its task when it is dropped.
        let mut task = JoinSet::new();
        task.spawn(begin());
        match task.join_next().await {
            Some(Err(crash)) if crash.is_panic() => {
                tracing::error!("{name} crashed; the place was logged when it did; beginning anew");
                tokio::time::sleep(pause).await;
            }
            _ => return,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU32, Ordering};

    use tokio::sync::Notify;

    use super::*;

    #[tokio::test]
    async fn what_crashes_is_begun_anew_until_it_ends_by_itself() {
        let begun = Arc::new(AtomicU32::new(0));
        let counted = begun.clone();
        kept_after(Duration::ZERO, "a story", move || {
            let nth = counted.fetch_add(1, Ordering::Relaxed);
            async move { assert!(nth == 2, "it crashes twice") }
        })
        .await;
        assert_eq!(begun.load(Ordering::Relaxed), 3);
    }

    #[tokio::test]
    async fn what_is_no_longer_kept_ends() {
        /// Says when it is dropped.
        struct Ends(Arc<Notify>);
        impl Drop for Ends {
            fn drop(&mut self) {
                self.0.notify_one();
            }
        }
        let (begun, ended) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
        let (begins, ends) = (begun.clone(), ended.clone());
        let task = tokio::spawn(kept("a story", move || {
            let (begins, ends) = (begins.clone(), Ends(ends.clone()));
            async move {
                begins.notify_one();
                std::future::pending::<()>().await;
                drop(ends);
            }
        }));
        begun.notified().await;
        task.abort();
        ended.notified().await;
    }
}
