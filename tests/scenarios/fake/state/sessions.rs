//! The bot's sessions on the gateway: what each was told, so that it can be told again after a RESUME.

use serde_json::{Value, json};
use tokio::sync::mpsc::UnboundedSender;

use super::super::payload;
use super::{Id, State};

/// Something that the bot may want to know, by what it is about.
#[derive(Clone, Copy, Debug)]
pub enum Event {
    GuildCreate(Id),
    GuildDelete(Id),
    /// A guild that cannot be reached for a while; nobody left it.
    GuildOutage(Id),
    ChannelUpdate(Id),
    ThreadCreate(Id),
    ThreadUpdate(Id),
    MessageCreate(Id),
    MessageUpdate(Id),
    MessageDelete(Id),
    Interaction(Id),
}

/// What goes over the wire to the bot.
#[derive(Clone, Debug)]
pub enum Frame {
    Text(String),
    /// A close frame with one of Discord's codes.
    Close(u16, &'static str),
    /// The line goes dead without a word.
    Drop,
}

/// What the bot has done on the gateway since the beginning, over all its connections.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Line {
    pub identifies: u32,
    pub resumes: u32,
    pub heartbeats: u32,
}

/// One shard's session; it outlives its connection until it is invalidated.
#[derive(Debug)]
pub struct Session {
    pub id: String,
    /// This shard's number and how many there are.
    pub shard: (u64, u64),
    pub intents: u64,
    pub sequence: u64,
    pub backlog: Vec<(u64, String)>,
    pub wire: Option<UnboundedSender<Frame>>,
}

impl Session {
    /// Whether somebody listens.
    pub fn is_connected(&self) -> bool {
        self.wire.as_ref().is_some_and(|wire| !wire.is_closed())
    }

    /// A dispatch with the next sequence number; kept for a RESUME, sent if somebody listens.
    pub fn tell(&mut self, name: &str, data: &Value) {
        self.sequence += 1;
        let frame = json!({ "op": 0, "t": name, "s": self.sequence, "d": data }).to_string();
        self.backlog.push((self.sequence, frame.clone()));
        self.send(Frame::Text(frame));
    }

    /// A frame that is not kept; lost if nobody listens.
    pub fn send(&self, frame: Frame) {
        if let Some(wire) = &self.wire {
            // A receiver that is gone is a connection that broke: that is what the backlog is for.
            let _ = wire.send(frame);
        }
    }

    /// Everything after `sequence`, again.
    pub fn replay(&self, sequence: u64) {
        for (_, frame) in self.backlog.iter().filter(|(number, _)| *number > sequence) {
            self.send(Frame::Text(frame.clone()));
        }
    }
}

impl State {
    /// Tells each session what its intents let it know.
    pub fn dispatch(&mut self, event: &Event) {
        let guild = self.guild_of(event);
        let told: Vec<_> = self
            .sessions
            .iter()
            .enumerate()
            // Discord's formula; direct messages go to shard 0.
            .filter(|(_, session)| guild.map_or(0, |guild| (guild >> 22) % session.shard.1) == session.shard.0)
            .filter_map(|(index, session)| Some((index, payload::event(self, event, session.intents)?)))
            .collect();
        for (index, (name, data)) in told {
            self.sessions[index].tell(name, &data);
        }
    }

    fn guild_of(&self, event: &Event) -> Option<Id> {
        match *event {
            Event::GuildCreate(id) | Event::GuildDelete(id) | Event::GuildOutage(id) => Some(id),
            Event::ChannelUpdate(id) | Event::ThreadCreate(id) | Event::ThreadUpdate(id) => self.channels[&id].guild,
            Event::MessageCreate(id) | Event::MessageUpdate(id) | Event::MessageDelete(id) => {
                self.channels[&self.messages[&id].channel].guild
            }
            Event::Interaction(id) => self.interactions[&id].what.place.guild,
        }
    }
}
