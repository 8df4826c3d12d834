//! How a person is answered: an interaction by its token, a message by a reply.

use poise::serenity_prelude as serenity;
use serde::Deserialize;
use serde_json::{Value, json};
use serenity::{
    ApplicationId, ChannelId, CreateAllowedMentions, CreateInteractionResponse, CreateInteractionResponseFollowup,
    CreateInteractionResponseMessage, CreateMessage, EditInteractionResponse, InteractionId, LightMethod, MessageId, MessageReference,
    Nonce, Route,
};

use super::render::Shown;
use super::wire::{Errand, Wire, WireError};

/// What a person came by.
pub enum Door<'a> {
    /// A command, a button or a select.
    Interaction(Ticket<'a>),
    /// A message that was meant for the bot.
    Message(Heard),
}

/// An interaction, to be answered once by its id and then by its token.
pub struct Ticket<'a> {
    /// Its id.
    pub id: InteractionId,
    /// The bot's application.
    pub application: ApplicationId,
    /// What proves that one may answer.
    pub token: &'a str,
    /// The answer takes the place of the message that the button is on.
    pub replaces: bool,
}

/// A message, to be replied to.
pub struct Heard {
    /// Where.
    pub channel: ChannelId,
    /// Which one.
    pub message: MessageId,
    /// Whose.
    pub person: u64,
    /// Nobody else reads what is said there.
    pub alone: bool,
    /// The bot may point at the message; without the permission to read what was said before, Discord refuses that.
    pub may_refer: bool,
}

/// What a person was shown while the answer was still being looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Announced {
    /// Nothing.
    Nothing,
    /// That the bot is thinking; seen by everyone.
    Publicly,
    /// The same, seen by who asked alone.
    Privately,
    /// Nothing that can be seen: the answer takes the place of a message.
    InPlace,
}

/// How an answer is to be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// By everyone; in the place of the message that the button is on, if that is what the door is for.
    Publicly,
    /// By who asked alone; in place as well.
    Privately,
    /// By who asked alone, and never in place of anything: a refusal or an apology.
    Aside,
}

impl Door<'_> {
    /// Tells Discord that an answer will come.
    pub async fn announces(&self, wire: &Wire, private: bool) -> Result<Announced, WireError> {
        match self {
            Door::Interaction(ticket) => {
                let flags = CreateInteractionResponseMessage::new().ephemeral(private);
                let defers = if ticket.replaces { CreateInteractionResponse::Acknowledge } else { CreateInteractionResponse::Defer(flags) };
                ticket.answers_first(wire, "announce an answer", &defers).await?;
                Ok(match (ticket.replaces, private) {
                    (true, _) => Announced::InPlace,
                    (false, true) => Announced::Privately,
                    (false, false) => Announced::Publicly,
                })
            }
            Door::Message(heard) => {
                let route = Route::ChannelTyping { channel_id: heard.channel };
                wire.sends(Errand::new("show that it is typing", LightMethod::Post, route), None::<&()>).await?;
                Ok(Announced::Nothing)
            }
        }
    }

    /// Shows the answer, once; yields the message that shows it, as far as Discord said which.
    pub async fn shows(&self, wire: &Wire, shown: &Shown, seen: Seen, announced: Announced) -> Result<Option<u64>, WireError> {
        let private = seen != Seen::Publicly;
        match self {
            Door::Interaction(ticket) => match announced {
                Announced::Nothing => ticket.answers(wire, shown, seen).await,
                Announced::InPlace if seen == Seen::Aside => ticket.whispers(wire, shown).await,
                Announced::Publicly if private => ticket.whispers_instead(wire, shown).await,
                Announced::Publicly | Announced::Privately | Announced::InPlace => ticket.fills_in(wire, shown).await,
            },
            Door::Message(heard) if private && !heard.alone => heard.whispers(wire, shown).await,
            Door::Message(heard) => heard.replies(wire, shown).await,
        }
    }
}

impl Ticket<'_> {
    async fn answers(&self, wire: &Wire, shown: &Shown, seen: Seen) -> Result<Option<u64>, WireError> {
        let replaces = self.replaces && seen != Seen::Aside;
        let message = CreateInteractionResponseMessage::new().allowed_mentions(nobody()).components(shown.rows.clone());
        let message = if seen != Seen::Publicly && !replaces { message.ephemeral(true) } else { message };
        let message = message.content(shown.content.clone().unwrap_or_default()).embeds(shown.embed.iter().cloned().collect());
        let first = if replaces { CreateInteractionResponse::UpdateMessage(message) } else { CreateInteractionResponse::Message(message) };
        self.answers_first(wire, "answer", &first).await
    }

    async fn answers_first(&self, wire: &Wire, what: &'static str, first: &CreateInteractionResponse) -> Result<Option<u64>, WireError> {
        let route = Route::InteractionResponse { interaction_id: self.id, token: self.token };
        let errand = Errand::new(what, LightMethod::Post, route);
        let tells = matches!(first, CreateInteractionResponse::Message(_) | CreateInteractionResponse::UpdateMessage(_));
        // The answer to the answer names its message, so that nothing has to be asked for afterwards.
        let errand = if tells { errand.with("with_response", "true") } else { errand };
        wire.sends(errand, Some(first)).await.map(|told| message(&told))
    }

    /// Which message the answer is, where Discord did not say so at once.
    pub async fn message(&self, wire: &Wire) -> Option<u64> {
        wire.sends(self.original("look an answer up", LightMethod::Get), None::<&()>).await.ok().and_then(|told| message(&told))
    }

    /// Takes the message away that the button is on.
    pub async fn takes_away(&self, wire: &Wire) -> Result<(), WireError> {
        self.answers_first(wire, "take a card away", &CreateInteractionResponse::Acknowledge).await?;
        match wire.sends(self.original("take a card away", LightMethod::Delete), None::<&()>).await {
            // Somebody else was faster.
            Err(gone) if gone.status() == Some(404) => Ok(()),
            taken => taken.map(drop),
        }
    }

    async fn fills_in(&self, wire: &Wire, shown: &Shown) -> Result<Option<u64>, WireError> {
        let message = EditInteractionResponse::new().allowed_mentions(nobody()).components(shown.rows.clone());
        let message = message.content(shown.content.clone().unwrap_or_default()).embeds(shown.embed.iter().cloned().collect());
        wire.sends(self.original("fill in an answer", LightMethod::Patch), Some(&message)).await.map(|told| self::message(&told))
    }

    /// What was announced to everyone is for one person after all: it goes, and they get a message of their own.
    async fn whispers_instead(&self, wire: &Wire, shown: &Shown) -> Result<Option<u64>, WireError> {
        if wire.sends(self.original("take an announcement back", LightMethod::Delete), None::<&()>).await.is_err() {
            return self.fills_in(wire, shown).await;
        }
        self.whispers(wire, shown).await
    }

    /// One more message, for who asked alone.
    async fn whispers(&self, wire: &Wire, shown: &Shown) -> Result<Option<u64>, WireError> {
        let message = CreateInteractionResponseFollowup::new().allowed_mentions(nobody()).ephemeral(true).components(shown.rows.clone());
        let message = message.content(shown.content.clone().unwrap_or_default()).embeds(shown.embed.iter().cloned().collect());
        let route = Route::WebhookFollowupMessages { application_id: self.application, token: self.token };
        wire.sends(Errand::new("answer privately", LightMethod::Post, route), Some(&message)).await.map(|told| self::message(&told))
    }

    fn original(&self, what: &'static str, method: LightMethod) -> Errand<'_> {
        let route = Route::WebhookOriginalInteractionResponse { application_id: self.application, token: self.token };
        Errand::new(what, method, route)
    }
}

impl Heard {
    async fn replies(&self, wire: &Wire, shown: &Shown) -> Result<Option<u64>, WireError> {
        let message = self.message(shown);
        // A question that was deleted meanwhile is answered without pointing at it.
        let question = MessageReference::from((self.channel, self.message)).fail_if_not_exists(false);
        let message = if self.may_refer { message.reference_message(question) } else { message };
        self.says(wire, self.channel, &message).await
    }

    /// In the person's direct messages; nothing if they take none from here.
    async fn whispers(&self, wire: &Wire, shown: &Shown) -> Result<Option<u64>, WireError> {
        #[derive(Deserialize)]
        struct Private {
            id: ChannelId,
        }
        let errand = Errand::new("open direct messages", LightMethod::Post, Route::UserMeDmChannels);
        let private: Private = wire.asks(errand, Some(&json!({ "recipient_id": self.person.to_string() }))).await?;
        match self.says(wire, private.id, &self.message(shown)).await {
            Err(error) if error.status() == Some(403) => Ok(None),
            said => said,
        }
    }

    /// With a nonce that Discord holds against others, so that a second attempt says nothing twice.
    fn message(&self, shown: &Shown) -> CreateMessage {
        let message = CreateMessage::new().allowed_mentions(nobody()).components(shown.rows.clone());
        let message = message.nonce(Nonce::String(self.message.to_string())).enforce_nonce(true);
        message.content(shown.content.clone().unwrap_or_default()).embeds(shown.embed.iter().cloned().collect())
    }

    async fn says(&self, wire: &Wire, channel: ChannelId, message: &CreateMessage) -> Result<Option<u64>, WireError> {
        let route = Route::ChannelMessages { channel_id: channel };
        wire.sends(Errand::new("reply", LightMethod::Post, route), Some(message)).await.map(|told| self::message(&told))
    }
}

/// The number of the message that an answer of Discord's tells: by itself, or as what a callback led to.
fn message(told: &[u8]) -> Option<u64> {
    let told: Value = serde_json::from_slice(told).ok()?;
    let message = if told["resource"].is_object() { &told["resource"]["message"] } else { &told };
    message["id"].as_str()?.parse().ok()
}

/// Nobody is pinged, whatever a text holds.
fn nobody() -> CreateAllowedMentions {
    CreateAllowedMentions::new()
}
