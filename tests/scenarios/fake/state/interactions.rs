//! Interactions: what a person did, how long the bot may take, and what it did about it.

use std::time::{Duration, Instant};

use serde_json::Value;

use super::messages::{EPHEMERAL, LOADING};
use super::{Draft, Event, Id, Message, State};

use super::super::strict::Refusal;

/// How long the first answer may take; Discord's limit.
const FIRST_ANSWER: Duration = Duration::from_secs(3);

/// The interactions that people cause, with Discord's numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Command = 2,
    Component = 3,
    Autocomplete = 4,
    Modal = 5,
}

/// Where a person acts, and whether by an app that they installed for themselves.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    pub channel: Id,
    pub guild: Option<Id>,
    pub user_installed: bool,
}

/// What a person is about to do.
#[derive(Clone, Debug)]
pub struct Beginning {
    pub kind: Kind,
    pub person: Id,
    pub place: Place,
    /// The payload's `data`.
    pub data: Value,
    /// The message that a component or a modal belongs to.
    pub source: Option<Id>,
}

/// How the bot wants to answer first.
#[derive(Clone, Debug)]
pub enum First {
    Message(Draft),
    Defer(Draft),
    DeferUpdate,
    Update(Draft),
    Choices(Vec<Value>),
    /// The form as it was sent.
    Modal(Value),
}

/// How the bot answered first.
#[derive(Clone, Debug, PartialEq)]
pub enum Acknowledged {
    /// With a message, the original, at once.
    Message,
    /// With "thinking…", which the original is until it is filled.
    Deferred,
    /// With nothing; the source may change later.
    DeferredUpdate,
    /// By changing the source.
    Updated,
    /// With choices for what is being typed.
    Choices(Vec<Value>),
    /// With a form.
    Modal(Value),
}

/// Something that a person did and the bot has to answer.
#[derive(Clone, Debug)]
pub struct Interaction {
    pub id: Id,
    pub token: String,
    pub what: Beginning,
    pub born: Instant,
    pub acknowledged: Option<Acknowledged>,
    pub acknowledged_at: Option<Instant>,
    /// What `@original` is: the answer, or the source that was updated.
    pub original: Option<Id>,
    pub follow_ups: Vec<Id>,
    /// When the final content became visible for the first time.
    pub visible: Option<Instant>,
    /// The source's [`Message::changes`] when the person acted.
    pub source_changes: u32,
    /// Discord lost its own answer, so that the bot cannot know and may ask again.
    pub excused: bool,
}

impl State {
    /// A person acts; the bot is told.
    pub fn begin(&mut self, what: Beginning) -> Id {
        let id = self.new_id();
        let token = format!("aW50ZXJhY3Rpb246{id}{:0>64x}", id.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let source_changes = what.source.map_or(0, |source| self.messages[&source].changes);
        let interaction = Interaction {
            id,
            token,
            what,
            born: self.now(),
            acknowledged: None,
            acknowledged_at: None,
            original: None,
            follow_ups: Vec::new(),
            visible: None,
            source_changes,
            excused: false,
        };
        self.interactions.insert(id, interaction);
        self.dispatch(&Event::Interaction(id));
        id
    }

    /// Whether the person has seen "The application did not respond" by now.
    pub fn has_given_up(&self, interaction: Id) -> bool {
        let interaction = &self.interactions[&interaction];
        interaction.acknowledged.is_none() && self.now() > interaction.born + FIRST_ANSWER
    }

    /// The first answer; yields the message that it made or changed.
    pub fn acknowledge(&mut self, id: Id, token: &str, first: First) -> Result<Option<Id>, Refusal> {
        let now = self.now();
        let known = self.interactions.get(&id).filter(|interaction| interaction.token == token);
        let interaction = known.ok_or_else(|| Refusal::new(404, 10062, "Unknown interaction"))?;
        if interaction.acknowledged.is_some() {
            let refusal = Refusal::new(400, 40060, "Interaction has already been acknowledged.");
            return Err(if interaction.excused { refusal.without_blame() } else { refusal });
        }
        if now > interaction.born + FIRST_ANSWER {
            return Err(Refusal::new(404, 10062, "Unknown interaction").because("answered after 3 s"));
        }
        let (kind, source) = (interaction.what.kind, interaction.what.source);
        let typing = kind == Kind::Autocomplete;
        let (acknowledged, original) = match (first, source) {
            (First::Message(draft), _) if !typing => (Acknowledged::Message, Some(self.answer(id, &draft, false)?)),
            (First::Defer(draft), _) if !typing => (Acknowledged::Deferred, Some(self.answer(id, &draft, true)?)),
            (First::DeferUpdate, Some(_)) => (Acknowledged::DeferredUpdate, source),
            (First::Update(draft), Some(source)) => {
                self.check_permissions(id, &draft)?;
                self.change(source, &draft)?;
                (Acknowledged::Updated, Some(source))
            }
            (First::Choices(choices), _) if typing => (Acknowledged::Choices(choices), None),
            (First::Modal(form), _) if !typing && kind != Kind::Modal => (Acknowledged::Modal(form), None),
            _ => return Err(Refusal::field("type", "BASE_TYPE_CHOICES", format!("That is no answer to a {kind:?}."))),
        };
        let settled = !matches!(acknowledged, Acknowledged::Deferred | Acknowledged::DeferredUpdate);
        let interaction = self.interactions.get_mut(&id).expect("found above");
        interaction.original = original;
        interaction.acknowledged = Some(acknowledged);
        interaction.acknowledged_at = Some(now);
        interaction.visible = settled.then_some(now);
        self.ring(id);
        Ok(original)
    }

    /// Notes that the answer to a request about an interaction was lost, so that asking again is no fault.
    pub fn excuse(&mut self, path: &[String]) {
        let id = path.get(1).and_then(|id| id.parse().ok()).unwrap_or(0);
        if let Some(interaction) = self.interactions.get_mut(&id) {
            interaction.excused = true;
        }
    }

    /// Whether the bot is a member there, not only brought along by a person.
    pub fn bot_is_in(&self, guild: Id) -> bool {
        self.guilds[&guild].members.contains_key(&self.application.id)
    }

    /// A new message of the bot's that belongs to an interaction.
    pub(super) fn answer(&mut self, id: Id, draft: &Draft, deferred: bool) -> Result<Id, Refusal> {
        self.check_permissions(id, draft)?;
        let what = self.interactions[&id].what.clone();
        let mut message = self.compose(self.application.id, what.place.channel, draft);
        if !deferred && message.is_empty() {
            return Err(Refusal::empty_message());
        }
        if draft.is_ephemeral() {
            message.only_for = Some(what.person);
            message.flags |= EPHEMERAL;
        }
        message.flags |= if deferred { LOADING } else { 0 };
        message.interaction = Some(id);
        Ok(self.post(Message { replies_to: what.source, ..message }))
    }

    /// A refusal if the bot may not send such a message there.
    pub(super) fn check_permissions(&self, id: Id, draft: &Draft) -> Result<(), Refusal> {
        let what = &self.interactions[&id].what;
        Refusal::unless_allowed(self.app_permissions(what.person, what.place.channel), draft)
    }
}
