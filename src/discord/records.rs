//! What is written down of cards that were shown: which message shows which article, and what its buttons have no room for.
//!
//! Records are collected in memory and written together, so that no answer waits for the store because of one before it. Whoever reads
//! what they are about has them written first.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::Utc;

use super::bureau::Bureau;
use super::door::Door;
use super::render::{Shown, View};
use super::visit::Visit;
use crate::card::{Card, Shows};
use crate::library::store::cards::{Posted, Record};
use crate::library::{LibraryError, Scope};

/// A day, in seconds.
const DAY: i64 = 24 * 60 * 60;

/// How long buttons without room work, and how long it is known who asked for a card, in seconds.
const ASKER_KEPT: i64 = 30 * DAY;

/// How long it is known which message shows which article, in seconds: a purge must reach it.
const CARD_KEPT: i64 = 5 * 365 * DAY;

/// How often records are written.
const WRITE: Duration = Duration::from_millis(500);

/// How many records wait for a store that fails; beyond these, memory counts for more.
const MOST: usize = 10_000;

/// Records that are not written yet.
#[derive(Default)]
pub struct Records {
    waiting: Mutex<Vec<Record>>,
    /// Held while some are written, so that whoever waits for them knows when they are.
    writing: tokio::sync::Mutex<()>,
}

/// Writes records until it is dropped.
pub async fn follow(bureau: Arc<Bureau>) {
    loop {
        tokio::time::sleep(WRITE).await;
        if let Err(error) = bureau.writes_records().await {
            tracing::warn!(error = format!("{:#}", anyhow::Error::from(error)), "could not record which cards were shown");
        }
    }
}

impl Bureau {
    /// Writes what waits to be written; nothing is done if nothing does.
    pub async fn writes_records(&self) -> Result<(), LibraryError> {
        let _one_at_a_time = self.records.writing.lock().await;
        // They wait on until they are written: a write may fail, and is dropped in the middle when the bot is asked to stop.
        let waiting = self.records.waiting.lock().expect("no holder panics").clone();
        if waiting.is_empty() {
            return Ok(());
        }
        let written = self.desk.library().store().write_down(&waiting).await;
        if written.is_ok() || waiting.len() > MOST {
            self.records.waiting.lock().expect("no holder panics").drain(..waiting.len());
        }
        if !written? {
            self.late.notify_one();
        }
        Ok(())
    }
}

impl Visit<'_> {
    /// Notes what was shown in a message.
    pub async fn records(&self, card: &Card, shown: &Shown, view: View, message: Option<u64>) {
        let now = Utc::now().timestamp();
        if let Some((token, hand)) = shown.held.clone() {
            self.notes_record(Record::Held { token, hand, until: now + ASKER_KEPT });
        }
        // What only one person sees can be changed by nobody a quarter of an hour later.
        let Some(channel) = self.channel.filter(|_| !view.private) else { return };
        let articles = card.names();
        if card.shows.is_none() && articles.is_empty() {
            return;
        }
        let Some(message) = self.which(message).await else { return };
        let posted = Posted { channel, message, words: self.words.code().to_owned() };
        let until = now + CARD_KEPT;
        let seen_in = self.guild.map_or(Scope::Everyone, Scope::Guild);
        if let Some(Shows { scope, article, version }) = card.shows.clone() {
            let (posted, asker, asker_until) = (posted.clone(), self.person, now + ASKER_KEPT);
            self.notes_record(Record::Shown { posted, scope, article, version, seen_in, asker, asker_until, until });
        }
        if !articles.is_empty() {
            self.notes_record(Record::Named { posted, scope: seen_in, articles, until });
        }
    }

    fn notes_record(&self, record: Record) {
        self.bureau.records.waiting.lock().expect("no holder panics").push(record);
    }

    async fn which(&self, message: Option<u64>) -> Option<u64> {
        match (message, &self.door) {
            (None, Door::Interaction(ticket)) => ticket.message(&self.bureau.wire).await,
            _ => message,
        }
    }
}
