//! Takes the words of purged articles out of the messages that show them, and deletes what was kept long enough.

use std::collections::HashMap;
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
use crate::library::store::cards::OfPurged;

/// How often the store is looked at: a purge by another process is seen within 2 s.
const LOOK: Duration = Duration::from_millis(700);

/// The pause after the store could not be read or a message not be changed; it doubles with each attempt at the same message.
const AGAIN: Duration = Duration::from_secs(30);

/// The longest pause: what cannot be changed for now may be so for years, as in an archived thread (400, code 50083).
const LONGEST: Duration = Duration::from_secs(24 * 60 * 60);

/// How often what was kept long enough is deleted.
const SWEEP: Duration = Duration::from_secs(60 * 60);

/// What was withdrawn, and what has to be tried again.
#[derive(Default)]
struct Withdrawals {
    /// The revision of the store up to which all has been tried.
    seen: Option<i64>,
    /// Messages that could not be changed.
    late: HashMap<u64, Pause>,
}

/// When a message is tried again.
#[derive(Clone, Copy)]
struct Pause {
    length: Duration,
    end: Instant,
}

impl Pause {
    /// After another attempt, the first if there was no pause before.
    fn after(before: Option<Pause>, now: Instant) -> Pause {
        let length = before.map_or(AGAIN, |before| LONGEST.min(before.length * 2));
        Pause { length, end: now + length }
    }
}

/// Follows the store until it is dropped.
pub async fn follow(bureau: Arc<Bureau>) {
    let mut withdrawals = Withdrawals::default();
    let mut swept: Option<Instant> = None;
    loop {
        let done = async {
            if swept.is_none_or(|swept| swept.elapsed() > SWEEP) {
                bureau.desk.library().store().sweep(Utc::now().timestamp()).await?;
                swept = Some(Instant::now());
            }
            withdrawals.look(&bureau).await
        };
        let wait = match done.await {
            Ok(()) => LOOK,
            Err(error) => {
                tracing::warn!(error = format!("{:#}", anyhow::Error::from(error)), "could not look for purged articles");
                AGAIN
            }
        };
        tokio::select! {
            () = tokio::time::sleep(wait) => {}
            () = bureau.late.notified() => withdrawals.seen = None,
        }
    }
}

impl Withdrawals {
    /// Withdraws cards if the store has changed, and those whose pause is over. One that cannot be changed keeps no other waiting.
    async fn look(&mut self, bureau: &Bureau) -> Result<(), LibraryError> {
        let store = bureau.desk.library().store();
        let (revision, now) = (store.last_revision().await?, Instant::now());
        if self.seen == Some(revision) && self.late.values().all(|pause| pause.end > now) {
            return Ok(());
        }
        bureau.writes_records().await?;
        let mut late = HashMap::new();
        for card in store.of_purged().await? {
            let message = card.posted.message;
            let before = self.late.get(&message).copied();
            if let Some(pause) = before.filter(|pause| pause.end > now) {
                late.insert(message, pause);
            } else if bureau.withdraws(&card).await {
                store.forget_message(message).await?;
            } else {
                late.insert(message, Pause::after(before, now));
            }
        }
        (self.late, self.seen) = (late, Some(revision));
        Ok(())
    }
}

impl Bureau {
    /// Says in a card's place that an article was removed; false if that may work later.
    async fn withdraws(&self, card: &OfPurged) -> bool {
        let posted = &card.posted;
        let said = Words::of(&posted.words).say(if card.shown { "card-withdrawn" } else { "card-withdrawn-named" });
        let body = json!({ "content": said, "embeds": [], "components": [], "allowed_mentions": { "parse": [] } });
        let route = Route::ChannelMessage { channel_id: ChannelId::new(posted.channel), message_id: MessageId::new(posted.message) };
        match self.wire.sends(Errand::new("withdraw a card", LightMethod::Patch, route), Some(&body)).await {
            Ok(_) => true,
            Err(error) => {
                // A channel that is closed to the bot may be opened again.
                let gone = error.status() == Some(404);
                if !gone {
                    tracing::warn!(error = %error, "a card of a purged article is still there; trying again later");
                }
                gone
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_tried_again_less_and_less_often_and_once_a_day_at_least() {
        let now = Instant::now();
        let pauses = std::iter::successors(Some(Pause::after(None, now)), |before| Some(Pause::after(Some(*before), now)));
        let lengths: Vec<u64> = pauses.map(|pause| pause.length.as_secs()).take(20).collect();
        assert_eq!(lengths[..3], [30, 60, 120]);
        assert!(lengths.is_sorted());
        assert_eq!(lengths.last(), Some(&(24 * 60 * 60)));
    }
}
