//! The buttons of a card that shows a quote.
//!
//! An id proves who asked only if it is on the message that was pressed; who comes with another one is a stranger. What is shown is read
//! back by the desk for the guild where it was pressed, whatever the id says.

use chrono::Utc;
use poise::serenity_prelude as serenity;
use serenity::{ComponentInteraction, Permissions};

use super::bureau::Bureau;
use super::components::is_on_message;
use super::door::Door;
use super::visit::{Trouble, Visit};
use super::{hand, render};
use crate::card::{Act, Card, Hand, Reader};

/// Who presses a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    /// Who asked for the card.
    Asker,
    /// Somebody else.
    Other,
    /// Somebody who sends an id that is not on the message.
    Forger,
}

/// Answers who pressed one; `written` is what its id says that it acts on.
pub async fn pressed(bureau: &Bureau, pressed: &ComponentInteraction, act: Act, asker: u64, written: &str) {
    let by = match asker == pressed.user.id.get() {
        _ if !is_on_message(pressed) => By::Forger,
        true => By::Asker,
        false => By::Other,
    };
    let own = by == By::Asker;
    let visit = Visit::by_component(bureau, pressed, if own { asker } else { 0 }, own && act.turns());
    match act {
        Act::Delete => visit.deletes(pressed, own).await,
        Act::Up | Act::Down => {
            let visit = Visit { private: true, ..visit };
            visit.answers(visit.votes(act, written)).await;
        }
        Act::Share => {
            let visit = Visit { private: !own, ..visit };
            visit.answers(visit.shares(own, written)).await;
        }
        Act::Context | Act::Next | Act::Present | Act::Source => visit.answers(visit.turns(act, by, written)).await,
    }
}

impl Visit<'_> {
    /// Another quote, or more of the same.
    async fn turns(&self, act: Act, by: By, written: &str) -> Result<Card, Trouble> {
        let mut hand = self.hand(written).await?;
        // Whoever makes ids up does not decide what was given as the answer.
        hand.marks.iter_mut().for_each(|mark| mark.sure &= by != By::Forger);
        let card = self.turned(act, &hand).await?;
        Ok(if hand.shared && by == By::Asker { card.shared() } else { card })
    }

    /// The card of a private answer, for everyone.
    async fn shares(&self, own: bool, written: &str) -> Result<Card, Trouble> {
        if !own {
            return Err(Trouble::Asker(self.words.say("share-not-yours")));
        }
        let hand = self.hand(written).await?;
        Ok(self.turned(Act::Share, &hand).await?.shared())
    }

    async fn votes(&self, act: Act, written: &str) -> Result<Card, Trouble> {
        let hand = self.hand(written).await?;
        let ballot = act.ballot().expect("the buttons with thumbs cast votes");
        self.reader().votes(self.person, ballot, &hand).await?.ok_or_else(|| self.gone())
    }

    async fn turned(&self, act: Act, hand: &Hand) -> Result<Card, Trouble> {
        self.reader().turns(act, hand).await?.ok_or_else(|| self.gone())
    }

    fn reader(&self) -> Reader<'_> {
        Reader { desk: &self.bureau.desk, guild: self.guild, room: render::room(self.embeds), words: &self.words }
    }

    fn gone(&self) -> Trouble {
        Trouble::Asker(self.words.say("quote-gone"))
    }

    /// What an id acts on, from itself or from the store.
    async fn hand(&self, written: &str) -> Result<Hand, Trouble> {
        let too_old = || Trouble::Asker(self.words.say("button-too-old"));
        if !hand::is_name(written) {
            return hand::parse(written).ok_or_else(too_old);
        }
        self.bureau.writes_records().await?;
        let held = self.bureau.desk.library().store().held(written, Utc::now().timestamp()).await?;
        held.as_deref().and_then(hand::parse).ok_or_else(too_old)
    }

    /// Takes the card away for who asked, or who may manage messages there.
    async fn deletes(&self, pressed: &ComponentInteraction, own: bool) {
        let member = pressed.member.as_ref().and_then(|member| member.permissions).unwrap_or_default();
        let may = own || member.intersects(Permissions::MANAGE_MESSAGES | Permissions::ADMINISTRATOR);
        let Door::Interaction(ticket) = &self.door else { return };
        if !may {
            return self.answers(async { Err(Trouble::Asker(self.words.say("delete-not-yours"))) }).await;
        }
        if let Err(error) = ticket.takes_away(&self.bureau.wire).await {
            return self.apologises_aside(&error.into()).await;
        }
        let forgets = async {
            self.bureau.writes_records().await?;
            self.bureau.desk.library().store().forget_message(pressed.message.id.get()).await
        };
        if let Err(error) = forgets.await {
            self.notes_failure(&error.into());
        }
    }
}
