//! Messages and the files that hang on them.

use std::time::Instant;

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::{Event, Id, State};

/// `Message.flags`: only its person sees it.
pub const EPHEMERAL: u64 = 1 << 6;
/// `Message.flags`: "Takeaway is thinking…".
pub const LOADING: u64 = 1 << 7;

/// A message as everyone who may see it sees it.
#[derive(Clone, Debug)]
pub struct Message {
    pub id: Id,
    pub channel: Id,
    pub author: Id,
    pub content: String,
    pub embeds: Vec<Value>,
    pub components: Vec<Value>,
    pub files: Vec<Id>,
    pub flags: u64,
    pub replies_to: Option<Id>,
    /// What the bot holds against saying the same twice.
    pub nonce: Option<String>,
    /// Users that it pings, the author of what it replies to included unless that ping is off.
    pub mentions: Vec<Id>,
    pub mention_roles: Vec<Id>,
    pub mention_everyone: bool,
    /// The interaction that it answers.
    pub interaction: Option<Id>,
    /// The one person who sees it, if it is ephemeral.
    pub only_for: Option<Id>,
    pub born: Instant,
    pub edited: Option<DateTime<Utc>>,
    pub deleted: bool,
    /// How often what is visible changed, the first time included.
    pub changes: u32,
    /// Up to which change the story has read it.
    pub read: u32,
}

/// What a request says of a message; `None` leaves as it is.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub content: Option<String>,
    pub embeds: Option<Vec<Value>>,
    pub components: Option<Vec<Value>>,
    pub files: Option<Vec<Id>>,
    pub flags: u64,
    pub replies_to: Option<Id>,
    /// Set if it is to be enforced.
    pub nonce: Option<String>,
}

/// An uploaded file, served under `/attachments`.
#[derive(Clone, Debug)]
pub struct File {
    pub id: Id,
    pub channel: Id,
    pub name: String,
    pub bytes: Vec<u8>,
}

impl Draft {
    /// Reads a message's body; whoever calls has checked it against the limits.
    pub fn parse(body: &Value) -> Self {
        // Null means "nothing" in a new message and "remove" in an edit: an empty value says both.
        let list = |key| body.get(key).map(|value: &Value| value.as_array().cloned().unwrap_or_default());
        Self {
            content: body.get("content").map(|content| content.as_str().unwrap_or_default().to_owned()),
            embeds: list("embeds"),
            components: list("components"),
            files: list("attachments").filter(Vec::is_empty).map(|_| Vec::new()),
            flags: body["flags"].as_u64().unwrap_or_default(),
            replies_to: body["message_reference"]["message_id"].as_str().and_then(|id| id.parse().ok()),
            nonce: body["nonce"].as_str().filter(|_| body["enforce_nonce"] == true).map(ToOwned::to_owned),
        }
    }

    /// Plain words.
    pub fn text(content: &str) -> Self {
        Self { content: Some(content.to_owned()), ..Self::default() }
    }

    pub fn is_ephemeral(&self) -> bool {
        self.flags & EPHEMERAL != 0
    }
}

impl Message {
    pub fn is_loading(&self) -> bool {
        self.flags & LOADING != 0
    }

    /// Nothing that Discord would show; components alone are something.
    pub fn is_empty(&self) -> bool {
        let bare = self.embeds.is_empty() && self.components.is_empty() && self.files.is_empty();
        bare && self.content.trim().is_empty()
    }

    /// This message as it would be after `draft`.
    pub fn with(&self, draft: &Draft) -> Self {
        let mut next = self.clone();
        next.content = draft.content.clone().unwrap_or(next.content);
        next.embeds = draft.embeds.clone().unwrap_or(next.embeds);
        next.components = draft.components.clone().unwrap_or(next.components);
        next.files = draft.files.clone().unwrap_or(next.files);
        next.flags &= !LOADING;
        next
    }
}

impl State {
    /// A message of `author`, not in the model yet; see [`State::post`].
    pub fn compose(&mut self, author: Id, channel: Id, draft: &Draft) -> Message {
        let blank = Message {
            id: self.new_id(),
            channel,
            author,
            content: String::new(),
            embeds: Vec::new(),
            components: Vec::new(),
            files: Vec::new(),
            flags: draft.flags,
            replies_to: draft.replies_to,
            nonce: draft.nonce.clone(),
            mentions: Vec::new(),
            mention_roles: Vec::new(),
            mention_everyone: false,
            interaction: None,
            only_for: None,
            born: Instant::now(),
            edited: None,
            deleted: false,
            changes: 0,
            read: 0,
        };
        Message { flags: draft.flags, ..blank.with(draft) }
    }

    /// Puts a message where it can be seen, and tells the bot unless it is ephemeral.
    pub fn post(&mut self, mut message: Message) -> Id {
        let (id, channel) = (message.id, message.channel);
        message.changes = u32::from(!message.is_loading());
        if message.author != self.application.id {
            message.read = message.changes;
        }
        let ephemeral = message.only_for.is_some();
        self.messages.insert(id, message);
        self.note_message(id, "says");
        if !ephemeral {
            self.dispatch(&Event::MessageCreate(id));
        }
        self.ring(channel);
        id
    }

    /// Replaces a message by what it has become, and tells the bot unless it is ephemeral.
    pub fn amend(&mut self, next: Message) {
        let id = next.id;
        let (changes, filled) = (next.changes + 1, self.messages[&id].is_loading());
        let edited = if filled { None } else { Some(Utc::now()) };
        let ephemeral = next.only_for.is_some();
        self.messages.insert(id, Message { changes, edited, ..next });
        self.note_message(id, if filled { "then says" } else { "now says" });
        if !ephemeral {
            self.dispatch(&Event::MessageUpdate(id));
        }
        self.ring(self.messages[&id].channel);
    }

    /// Takes a message away; it stays in the model as deleted, so that a story can say so.
    pub fn delete(&mut self, id: Id) {
        let message = self.messages.get_mut(&id).expect("the message was looked up");
        message.deleted = true;
        message.read = message.changes;
        let (channel, ephemeral) = (message.channel, message.only_for.is_some());
        self.conversation.note(format!("message {id} is deleted"));
        if !ephemeral {
            self.dispatch(&Event::MessageDelete(id));
        }
        self.ring(channel);
    }

    /// What the bot showed and the story never read, as people would have seen it.
    pub fn unread(&self) -> Vec<String> {
        let bots = self.messages.values().filter(|message| message.author == self.application.id && !message.deleted);
        let unread = bots.filter(|message| message.changes > message.read || message.is_loading());
        unread.map(|message| super::super::seen::message(self, message)).collect()
    }

    fn note_message(&mut self, id: Id, verb: &str) {
        let message = &self.messages[&id];
        let line = format!("{} {verb}: {}", self.users[&message.author].name, super::super::seen::message(self, message));
        self.conversation.note(line);
    }
}
