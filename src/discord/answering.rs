//! The one guard around every answer: when it is announced, what happens if it fails, who sees it.

use std::panic::AssertUnwindSafe;
use std::pin::{Pin, pin};
use std::time::Duration;

use anyhow::anyhow;
use serenity::FutureExt;
use tokio_util::sync::CancellationToken;

use super::door::{Announced, Door, Seen};
use super::render::{self, View};
use super::visit::{Trouble, Visit};
use super::wire::WireError;
use crate::card::Card;

/// The digits of a reference, which people read to one another.
const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// What comes to a card.
type Work<'a> = Pin<Box<dyn Future<Output = Result<Card, Trouble>> + Send + 'a>>;

/// What to show while work is going on.
type Steps<'a> = Option<&'a (dyn Fn() -> Card + Send + Sync)>;

/// How often an announcement says how far the work is; Discord allows five changes of a message in five seconds.
const STEP: Duration = Duration::from_secs(2);

impl Visit<'_> {
    /// Shows the card that the work comes to: at once where that is possible, else announced first, with the visibility that was
    /// asked for. If the work fails, the asker alone is told.
    pub async fn answers(&self, work: impl Future<Output = Result<Card, Trouble>> + Send) {
        // Boxed: as an argument it would be kept twice in every future on the way, for each of hundreds who ask at once.
        self.answers_with(Box::pin(work), None).await;
    }

    /// The same for work that takes long: what was announced says meanwhile how far it is.
    pub async fn answers_by_steps(
        &self,
        work: impl Future<Output = Result<Card, Trouble>> + Send,
        steps: &(dyn Fn() -> Card + Send + Sync),
    ) {
        self.answers_with(Box::pin(work), Some(steps)).await;
    }

    async fn answers_with(&self, work: Work<'_>, steps: Steps<'_>) {
        if let Err(wait) = self.bureau.limits.admits(self.person) {
            return self.asks_to_wait(wait).await;
        }
        let (outcome, announced) = self.in_time(work, steps).await;
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
    async fn in_time(&self, work: Work<'_>, steps: Steps<'_>) -> (Result<Card, Trouble>, Announced) {
        let mut work = pin!(AssertUnwindSafe(work).catch_unwind());
        let finished = |outcome: std::thread::Result<Result<Card, Trouble>>| {
            outcome.unwrap_or_else(|_| Err(Trouble::Ours(anyhow!("a handler panicked; the place was logged when it did"))))
        };
        tokio::select! {
            biased;
            outcome = &mut work => return (finished(outcome), Announced::Nothing),
            () = tokio::time::sleep(self.bureau.defer_after) => {}
        }
        let ended = CancellationToken::new();
        let work = async {
            let outcome = work.await;
            ended.cancel();
            outcome
        };
        let (announced, outcome) = tokio::join!(self.announces(steps, &ended), work);
        (finished(outcome), announced)
    }

    /// Announces the answer, and then says how far the work is until it has ended.
    async fn announces(&self, steps: Steps<'_>, ended: &CancellationToken) -> Announced {
        let announced = self.door.announces(&self.bureau.wire, self.private).await.unwrap_or_else(|error| {
            tracing::warn!(reference = self.reference(), error = chain(&error.into()), "could not announce an answer");
            Announced::Nothing
        });
        let Some(steps) = steps.filter(|_| announced != Announced::Nothing) else { return announced };
        let mut last = None;
        while !ended.is_cancelled() {
            let card = steps();
            if last.as_ref() != Some(&card) {
                if let Err(error) = self.shows(&card, Seen::Privately, announced).await {
                    tracing::debug!(error = chain(&error.into()), "could not say how far it is");
                }
                last = Some(card);
            }
            let _ = tokio::time::timeout(STEP, ended.cancelled()).await;
        }
        announced
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
