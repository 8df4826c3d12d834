//! What is written down once a card is shown: which message shows which article, and what its buttons have no room for.
//!
//! Nothing here keeps an answer waiting, and a record that fails costs no answer.

use chrono::Utc;

use super::door::Door;
use super::render::{Shown, View};
use super::visit::Visit;
use crate::card::{Card, Shows};
use crate::library::LibraryError;
use crate::library::store::readers::{Posted, Remembered};

/// A day, in seconds.
const DAY: i64 = 24 * 60 * 60;

/// How long buttons without room work, and how long it is known who asked for a card, in seconds.
pub const ASKER_KEPT: i64 = 30 * DAY;

/// How long it is known which message shows which article, in seconds: a purge must reach it.
const CARD_KEPT: i64 = 5 * 365 * DAY;

impl Visit<'_> {
    /// Writes down what was shown in a message.
    pub async fn records(&self, card: &Card, shown: &Shown, view: View, message: Option<u64>) {
        if let Err(error) = self.tries_to_record(card, shown, view, message).await {
            tracing::warn!(error = format!("{:#}", anyhow::Error::from(error)), "could not record a card");
        }
    }

    async fn tries_to_record(&self, card: &Card, shown: &Shown, view: View, message: Option<u64>) -> Result<(), LibraryError> {
        let store = self.bureau.desk.library().store();
        let now = Utc::now().timestamp();
        if let Some((name, hand)) = &shown.held {
            let _one_at_a_time = self.bureau.recording.lock().await;
            store.hold(name, hand, now + ASKER_KEPT).await?;
        }
        // What only one person sees can be changed by nobody a quarter of an hour later.
        let Some((shows, channel)) = card.shows.as_ref().zip(self.channel).filter(|_| !view.private) else { return Ok(()) };
        let Some(message) = self.which(message).await else { return Ok(()) };
        let Shows { scope, article, version } = shows;
        let until = now + CARD_KEPT;
        let what = Remembered { scope: *scope, article, version: *version, asker: self.person, asker_until: now + ASKER_KEPT, until };
        let posted = Posted { channel, message, words: self.words.code().to_owned() };
        let _one_at_a_time = self.bureau.recording.lock().await;
        if !store.remember(&posted, what).await? {
            self.bureau.late.notify_one();
        }
        Ok(())
    }

    async fn which(&self, message: Option<u64>) -> Option<u64> {
        match (message, &self.door) {
            (None, Door::Interaction(ticket)) => ticket.message(&self.bureau.wire).await,
            _ => message,
        }
    }
}
