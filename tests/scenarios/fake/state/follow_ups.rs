//! What comes after the first answer, by the interaction's token.

use std::time::Duration;

use super::super::strict::Refusal;
use super::{Draft, Id, State};

/// How long an interaction's token lives; Discord's limit.
const TOKEN: Duration = Duration::from_secs(15 * 60);

/// Follow-ups of a user-installed app in a guild without the bot; Discord's limit.
const FOLLOW_UPS_AWAY: usize = 5;

impl State {
    /// The interaction of a webhook's token, as long as it may be used.
    pub fn by_token(&self, application: Id, token: &str) -> Result<Id, Refusal> {
        let unknown = || Refusal::new(404, 10015, "Unknown Webhook");
        if application != self.application.id {
            return Err(unknown());
        }
        let found = self.interactions.values().find(|interaction| interaction.token == token);
        let interaction = found.ok_or_else(|| Refusal::new(401, 50027, "Invalid Webhook Token"))?;
        if self.now() > interaction.born + TOKEN {
            return Err(Refusal::new(401, 50027, "Invalid Webhook Token").because("used after 15 minutes"));
        }
        if interaction.acknowledged.is_none() {
            return Err(unknown().because("a follow-up before the first answer"));
        }
        Ok(interaction.id)
    }

    /// A follow-up; the first one after a deferral fills the deferred answer.
    pub fn follow_up(&mut self, id: Id, draft: &Draft) -> Result<Id, Refusal> {
        let interaction = &self.interactions[&id];
        let waits = |original: &Id| self.messages[original].is_loading() && !self.messages[original].deleted;
        if let Some(original) = interaction.original.filter(waits) {
            self.change_for(id, original, draft)?;
            return Ok(original);
        }
        let away = interaction.what.place.guild.is_some_and(|guild| !self.bot_is_in(guild));
        if away && interaction.follow_ups.len() >= FOLLOW_UPS_AWAY {
            return Err(Refusal::new(400, 40094, "This interaction has reached the limit of 5 follow up messages"));
        }
        let message = self.answer(id, draft, false)?;
        let now = self.now();
        let interaction = self.interactions.get_mut(&id).expect("the interaction was looked up");
        interaction.follow_ups.push(message);
        interaction.visible.get_or_insert(now);
        self.ring(id);
        Ok(message)
    }

    /// The message that a webhook's path names: `@original` or an id, among those of this interaction.
    pub fn webhook_message(&self, id: Id, name: &str) -> Result<Id, Refusal> {
        let interaction = &self.interactions[&id];
        let named = name.parse().ok().filter(|named| interaction.follow_ups.contains(named) || interaction.original == Some(*named));
        let found = if name == "@original" { interaction.original } else { named };
        found.filter(|message| !self.messages[message].deleted).ok_or_else(Refusal::unknown_message)
    }

    /// An edit by the interaction's token.
    pub fn change_for(&mut self, id: Id, message: Id, draft: &Draft) -> Result<(), Refusal> {
        self.check_permissions(id, draft)?;
        self.change(message, draft)?;
        let now = self.now();
        self.interactions.get_mut(&id).expect("the interaction was looked up").visible.get_or_insert(now);
        self.ring(id);
        Ok(())
    }

    /// Changes a message of the bot's, unless that would leave it empty.
    pub fn change(&mut self, message: Id, draft: &Draft) -> Result<(), Refusal> {
        let next = self.messages[&message].with(draft);
        if next.is_empty() {
            return Err(Refusal::empty_message());
        }
        self.amend(next);
        Ok(())
    }
}
