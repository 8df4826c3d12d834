//! What Discord remembers: people, places, messages, commands, interactions and the bot's sessions.
//!
//! Everything that happens goes through its methods, whichever face it came by; each notes it in the conversation and rings the
//! bell of what it is about.

mod commands;
mod follow_ups;
mod interactions;
mod messages;
mod people;
mod places;
pub mod scene;
mod sessions;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::Notify;

pub use self::commands::Command;
pub use self::interactions::{Acknowledged, Beginning, First, Interaction, Kind, Place};
pub use self::messages::{Draft, File, Message};
pub use self::people::{Application, Member, Role, User};
pub use self::places::{Channel, ChannelKind, Guild, Overwrite, Thread};
pub use self::sessions::{Event, Frame, Line, Session};
use super::conversation::Conversation;
use super::faults::Faults;

/// A snowflake: milliseconds since 2015 above 22 bits.
pub type Id = u64;

/// The first millisecond of 2015, where Discord's snowflakes begin.
const DISCORD_EPOCH: u64 = 1_420_070_400_000;

/// The model; the only place where anything is remembered.
#[derive(Debug)]
pub struct State {
    pub address: String,
    pub application: Application,
    pub users: BTreeMap<Id, User>,
    pub guilds: BTreeMap<Id, Guild>,
    pub channels: BTreeMap<Id, Channel>,
    pub messages: BTreeMap<Id, Message>,
    pub files: BTreeMap<Id, File>,
    pub commands: Vec<Command>,
    pub interactions: BTreeMap<Id, Interaction>,
    pub sessions: Vec<Session>,
    pub line: Line,
    pub faults: Faults,
    pub violations: Vec<String>,
    /// The codes of all that was refused.
    pub refusals: Vec<u32>,
    pub conversation: Conversation,
    pub(super) skew: Duration,
    bells: HashMap<Id, Arc<Notify>>,
    last_id: Id,
}

impl State {
    /// The scene, before the bot is there.
    pub fn new(address: String) -> Self {
        let mut state = Self {
            address,
            application: Application::default(),
            users: BTreeMap::new(),
            guilds: BTreeMap::new(),
            channels: BTreeMap::new(),
            messages: BTreeMap::new(),
            files: BTreeMap::new(),
            commands: Vec::new(),
            interactions: BTreeMap::new(),
            sessions: Vec::new(),
            line: Line::default(),
            faults: Faults::default(),
            violations: Vec::new(),
            refusals: Vec::new(),
            conversation: Conversation::default(),
            skew: Duration::ZERO,
            bells: HashMap::new(),
            last_id: 0,
        };
        scene::set(&mut state);
        state
    }

    /// A snowflake of now, larger than every one before.
    pub fn new_id(&mut self) -> Id {
        let milliseconds = u64::try_from(chrono::Utc::now().timestamp_millis()).expect("it is after 1970");
        self.last_id = ((milliseconds - DISCORD_EPOCH) << 22).max(self.last_id + 1);
        self.last_id
    }

    /// Discord's clock, which a story may put forward.
    pub fn now(&self) -> Instant {
        Instant::now() + self.skew
    }

    /// What to wait on for changes to an interaction, a channel or (by the application's id) the bot's sessions and commands.
    pub fn bell(&mut self, about: Id) -> Arc<Notify> {
        self.bells.entry(about).or_default().clone()
    }

    /// Wakes who waits for changes to `about`.
    pub fn ring(&self, about: Id) {
        if let Some(bell) = self.bells.get(&about) {
            bell.notify_waiters();
        }
    }

    /// Notes something that the bot did and Discord refuses.
    pub fn violation(&mut self, what: impl Into<String>) {
        let what = what.into();
        self.conversation.note(format!("VIOLATION: {what}"));
        self.violations.push(what);
    }

    /// The people and the bot, by the name that stories use.
    ///
    /// Panics on a name that the scene does not have: that is a mistake in the story.
    pub fn user_named(&self, name: &str) -> Id {
        self.users.values().find(|user| user.name == name).unwrap_or_else(|| panic!("there is no `{name}`")).id
    }
}
