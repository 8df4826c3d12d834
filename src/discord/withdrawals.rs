//! Takes the words of purged articles out of the messages that show them, and deletes what was kept long enough.

use std::sync::Arc;
use std::time::Duration;

use chrono::Utc;
use poise::serenity_prelude as serenity;
use serde_json::json;
use serenity::{ChannelId, LightMethod, MessageId, Route};
use tokio::time::Instant;

use super::bureau::Bureau;
use super::wire::Errand;
use crate::card::Words;
use crate::library::LibraryError;
use crate::library::store::cards::Posted;

/// How often the store is looked at: a purge by another process is seen within 2 s.
const LOOK: Duration = Duration::from_millis(700);

/// The pause after a message could not be changed.
const AGAIN: Duration = Duration::from_secs(30);

/// How often what was kept long enough is deleted.
const SWEEP: Duration = Duration::from_secs(60 * 60);

/// Follows the store until it is dropped.
pub async fn follow(bureau: Arc<Bureau>) {
    let mut seen = None;
    let mut swept: Option<Instant> = None;
    loop {
        let done = async {
            if swept.is_none_or(|swept| swept.elapsed() > SWEEP) {
                bureau.desk.library().store().sweep(Utc::now().timestamp()).await?;
                swept = Some(Instant::now());
            }
            bureau.withdraws_since(&mut seen).await
        };
        let wait = match done.await {
            Ok(true) => LOOK,
            Ok(false) => AGAIN,
            Err(error) => {
                tracing::warn!(error = format!("{:#}", anyhow::Error::from(error)), "could not look for purged articles");
                AGAIN
            }
        };
        tokio::select! {
            () = tokio::time::sleep(wait) => {}
            () = bureau.late.notified() => seen = None,
        }
    }
}

impl Bureau {
    /// Withdraws cards if the store changed after the revision that was `seen`; false if some have to be tried again.
    async fn withdraws_since(&self, seen: &mut Option<i64>) -> Result<bool, LibraryError> {
        let store = self.desk.library().store();
        let revision = store.last_revision().await?;
        if *seen == Some(revision) {
            return Ok(true);
        }
        self.writes_records().await?;
        let mut all = true;
        for posted in store.of_purged().await? {
            if self.withdraws(&posted).await {
                store.forget_message(posted.message).await?;
            } else {
                all = false;
            }
        }
        *seen = all.then_some(revision);
        Ok(all)
    }

    /// Says in a card's place that its article was removed; false if that may work later.
    async fn withdraws(&self, posted: &Posted) -> bool {
        let said = Words::of(&posted.words).say("card-withdrawn");
        let body = json!({ "content": said, "embeds": [], "components": [], "allowed_mentions": { "parse": [] } });
        let route = Route::ChannelMessage { channel_id: ChannelId::new(posted.channel), message_id: MessageId::new(posted.message) };
        match self.wire.sends(Errand::new("withdraw a card", LightMethod::Patch, route), Some(&body)).await {
            Ok(_) => true,
            Err(error) => {
                let gone = matches!(error.status(), Some(403 | 404));
                if !gone {
                    tracing::warn!(error = %error, "a card of a purged article is still there; trying again");
                }
                gone
            }
        }
    }
}
