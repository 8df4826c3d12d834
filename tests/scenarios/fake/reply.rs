//! What came back to a person, and the wait for it.

use std::fmt;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use super::state::{Acknowledged, Id, Message, State};
use super::strict::list;
use super::{Discord, seen};

/// How long a press that was acknowledged with nothing may take to change something, and how long silence has to last.
pub const QUIET: Duration = Duration::from_millis(400);

/// A message that somebody can point at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Posted(pub(super) Id);

/// What a person saw when it was there; as text, exactly that.
#[derive(Clone, Debug)]
pub struct Reply {
    discord: Discord,
    pub(super) shown: Shown,
    text: String,
    took: Duration,
    deferred: bool,
}

/// What an answer consists of.
#[derive(Clone, Debug)]
pub enum Shown {
    Message(Id),
    /// A form, with the interaction that it answered.
    Form(Value, Id),
}

impl Reply {
    /// From the event to its final content, as Discord itself saw it.
    pub fn took(&self) -> Duration {
        self.took
    }

    /// Whether "thinking…" was shown first.
    pub fn was_deferred(&self) -> bool {
        self.deferred
    }

    /// What there is to see by now; read as much as the first time.
    pub fn now(&self) -> String {
        self.discord.with(|state| state.read(&self.shown))
    }

    /// Waits until what is to see contains `words`; every change up to then counts as read.
    pub async fn becomes(&self, words: &str) -> Result<Self> {
        let Shown::Message(id) = self.shown else { bail!("a form does not change") };
        let channel = self.discord.with(|state| state.messages[&id].channel);
        let look = |state: &mut State| {
            let text = state.read(&self.shown);
            text.contains(words).then_some(Ok(text))
        };
        let text = self.discord.until(channel, &format!("`{words}` to appear in:\n{}", self.text), look).await?;
        Ok(Self { text, ..self.clone() })
    }

    /// The `custom_id` behind a button or a select, for a story about forging one.
    pub fn custom_id(&self, label: &str) -> Result<String> {
        let Shown::Message(id) = self.shown else { bail!("a form has no buttons") };
        let part = self.discord.with(|state| component(&state.messages[&id], label).cloned());
        let part = part.with_context(|| format!("there is no `{label}` on:\n{}", self.text))?;
        Ok(part["custom_id"].as_str().unwrap_or_default().to_owned())
    }
}

impl fmt::Display for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl From<&Reply> for Posted {
    /// Panics for a form: nothing can point at one.
    fn from(reply: &Reply) -> Self {
        match reply.shown {
            Shown::Message(id) => Self(id),
            Shown::Form(..) => panic!("a form is no message"),
        }
    }
}

impl From<&Posted> for Posted {
    fn from(posted: &Posted) -> Self {
        *posted
    }
}

/// The button with this label, or the select with this placeholder or an option of this label.
pub fn component<'a>(message: &'a Message, label: &str) -> Option<&'a Value> {
    let offers = |part: &Value| list(part, "options").iter().any(|option| option["label"] == label || option["value"] == label);
    let mut parts = message.components.iter().flat_map(|row| list(row, "components"));
    parts.find(|part| seen::label(part) == label || part["label"] == label || part["placeholder"] == label || offers(part))
}

impl Discord {
    /// Waits for the final content that an interaction leads to; an error as soon as "The application did not respond".
    pub(super) async fn outcome(&self, interaction: Id, what: &str) -> Result<Reply> {
        let awaited = format!("an answer to {what}");
        let shown = self.until(interaction, &awaited, |state| {
            if state.has_given_up(interaction) {
                state.violation(format!("{what}: the application did not respond"));
                return Some(Err(anyhow::anyhow!("{what}: the application did not respond")));
            }
            state.shown_for(interaction).map(Ok)
        });
        let shown = shown.await?;
        Ok(self.with(|state| {
            let interaction = &state.interactions[&interaction];
            let took = interaction.visible.map_or(Duration::ZERO, |visible| visible - interaction.born);
            let deferred = interaction.acknowledged == Some(Acknowledged::Deferred);
            let text = state.read(&shown);
            Reply { discord: self.clone(), shown, text, took, deferred }
        }))
    }

    /// Waits for the bot's answer to a message, or with `None` for anything unread in the channel.
    pub(super) async fn answer_to(&self, channel: Id, asked: Option<Id>, person: Id) -> Result<Reply> {
        let look = |state: &mut State| {
            let bot = state.application.id;
            let fresh =
                |it: &&Message| it.channel == channel && it.author == bot && !it.deleted && it.changes > it.read && !it.is_loading();
            let mine = |it: &&Message| match asked {
                Some(asked) => it.interaction.is_none() && it.replies_to.map_or(it.id > asked, |answered| answered == asked),
                None => it.only_for.is_none_or(|only| only == person),
            };
            state.messages.values().filter(fresh).find(mine).map(|it| Ok((it.id, it.born)))
        };
        let (id, born) = self.until(channel, "the bot to say something", look).await?;
        let shown = Shown::Message(id);
        Ok(self.with(|state| {
            let took = asked.map_or(Duration::ZERO, |asked| born - state.messages[&asked].born);
            let text = state.read(&shown);
            Reply { discord: self.clone(), shown, text, took, deferred: false }
        }))
    }

    /// An error if the bot says anything in the channel within [`QUIET`].
    pub(super) async fn silence(&self, channel: Id) -> Result<()> {
        let end = Instant::now() + QUIET;
        let look = |state: &mut State| {
            let bot = state.application.id;
            let said = state.messages.values().find(|it| it.channel == channel && it.author == bot && it.changes > it.read);
            match said {
                Some(said) => Some(Err(anyhow::anyhow!("expected silence, but the bot said:\n{}", seen::message(state, said)))),
                None => (Instant::now() > end).then_some(Ok(())),
            }
        };
        self.until(channel, "silence", look).await
    }
}

impl State {
    /// The answer to an interaction, once it shows its final content.
    fn shown_for(&self, id: Id) -> Option<Shown> {
        let interaction = &self.interactions[&id];
        let original = interaction.original;
        let first = interaction.follow_ups.first().copied();
        match interaction.acknowledged.as_ref()? {
            Acknowledged::Message | Acknowledged::Updated => original.map(Shown::Message),
            Acknowledged::Modal(form) => Some(Shown::Form(form.clone(), id)),
            Acknowledged::Deferred => {
                let filled = original.filter(|original| !self.messages[original].is_loading() && !self.messages[original].deleted);
                filled.or(first).map(Shown::Message)
            }
            Acknowledged::DeferredUpdate => {
                let source = &self.messages[&original?];
                let changed = source.deleted || source.changes > interaction.source_changes;
                let quiet = interaction.acknowledged_at.is_some_and(|at| self.now() > at + QUIET);
                first.or((changed || quiet).then_some(source.id)).map(Shown::Message)
            }
            Acknowledged::Choices(_) => None,
        }
    }

    /// What there is to see, which from then on counts as read.
    fn read(&mut self, shown: &Shown) -> String {
        match shown {
            Shown::Form(form, _) => seen::form(form),
            Shown::Message(id) => {
                let message = self.messages.get_mut(id).expect("messages stay in the model");
                message.read = message.changes;
                seen::message(self, &self.messages[id])
            }
        }
    }
}
