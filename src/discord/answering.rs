//! The one guard around every answer: when it is announced, what happens if it fails, who sees it.

use std::panic::AssertUnwindSafe;
use std::pin::{Pin, pin};
use std::time::Duration;

use anyhow::anyhow;
use serenity::FutureExt;

use super::door::{Announced, Door, Seen};
use super::render::{self, View};
use super::visit::{Trouble, Visit};
use super::wire::WireError;
use crate::card::Card;

/// The digits of a reference, which people read to one another.
const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// What comes to a card.
type Work<'a> = Pin<Box<dyn Future<Output = Result<Card, Trouble>> + Send + 'a>>;

impl Visit<'_> {
    /// Shows the card that the work comes to: at once where that is possible, else announced first, with the visibility that was
    /// asked for. If the work fails, the asker alone is told.
    pub async fn answers(&self, work: impl Future<Output = Result<Card, Trouble>> + Send) {
        // Boxed: as an argument it would be kept twice in every future on the way, for each of hundreds who ask at once.
        self.answers_with(Box::pin(work)).await;
    }

    async fn answers_with(&self, work: Work<'_>) {
        if let Err(wait) = self.bureau.limits.admits(self.person) {
            return self.asks_to_wait(wait).await;
        }
        let (outcome, announced) = self.in_time(work).await;
        let (card, seen) = match outcome {
            Ok(card) if self.private => (card, Seen::Privately),
            Ok(card) => (card, Seen::Publicly),
            Err(Trouble::Asker(said)) => (Card::notice(None, said), Seen::Aside),
            Err(Trouble::Ours(error)) => (self.apologises(&error), Seen::Aside),
        };
        match self.shows(&card, seen, announced).await {
            // What Discord refuses to show may be the card itself; the apology is plain.
            Err(error @ WireError::Refused { status: 400, .. }) => {
                let apology = self.apologises(&error.into());
                let _ = self.shows(&apology, Seen::Aside, announced).await;
            }
            Err(error) => self.notes_failure(&error.into()),
            Ok(()) => {}
        }
    }

    /// The work's outcome, and what was announced meanwhile. A panic is an outcome.
    async fn in_time(&self, work: Work<'_>) -> (Result<Card, Trouble>, Announced) {
        let mut work = pin!(AssertUnwindSafe(work).catch_unwind());
        let finished = |outcome: std::thread::Result<Result<Card, Trouble>>| {
            outcome.unwrap_or_else(|_| Err(Trouble::Ours(anyhow!("a handler panicked; the place was logged when it did"))))
        };
        tokio::select! {
            biased;
            outcome = &mut work => return (finished(outcome), Announced::Nothing),
            () = tokio::time::sleep(self.bureau.defer_after) => {}
        }
        let (announced, outcome) = tokio::join!(self.door.announces(&self.bureau.wire, self.private), work);
        let announced = announced.unwrap_or_else(|error| {
            tracing::warn!(reference = self.reference(), error = chain(&error.into()), "could not announce an answer");
            Announced::Nothing
        });
        (finished(outcome), announced)
    }

    async fn shows(&self, card: &Card, seen: Seen, announced: Announced) -> Result<(), WireError> {
        let view = View { embeds: self.embeds, asker: self.person, private: seen != Seen::Publicly };
        let shown = render::card(card, view, &self.words);
        let message = self.door.shows(&self.bureau.wire, &shown, seen, announced).await?;
        self.records(card, &shown, view, message).await;
        Ok(())
    }

    async fn asks_to_wait(&self, wait: Duration) {
        let in_public = matches!(&self.door, Door::Message(heard) if !heard.alone);
        if in_public && !self.bureau.limits.may_tell(self.person) {
            return;
        }
        let seconds = wait.as_secs_f64().ceil().max(1.0) as usize;
        let notice = Card::notice(None, self.words.count("too-many", "seconds", seconds));
        if let Err(error) = self.shows(&notice, Seen::Aside, Announced::Nothing).await {
            self.notes_failure(&error.into());
        }
    }

    /// Apologises for what was begun and not finished.
    pub async fn apologises_aside(&self, error: &anyhow::Error) {
        let apology = self.apologises(error);
        // If this does not arrive either, what went wrong is in the log already.
        let _ = self.shows(&apology, Seen::Aside, Announced::InPlace).await;
    }

    /// Logs what went wrong, once, and words it for who asked.
    fn apologises(&self, error: &anyhow::Error) -> Card {
        self.notes_failure(error);
        Card::notice(None, self.words.say_with("apology", &[("reference", &self.reference())]))
    }

    pub(super) fn notes_failure(&self, error: &anyhow::Error) {
        tracing::error!(reference = self.reference(), error = chain(error), "could not answer");
    }

    /// Names this request in the log and in the apology: the last of the number that Discord gave it.
    fn reference(&self) -> String {
        (0..7).rev().map(|place| char::from(DIGITS[(self.number >> (12 + 5 * place)) as usize % 32])).collect()
    }
}

fn chain(error: &anyhow::Error) -> String {
    format!("{error:#}")
}
