//! The gateway face: a websocket for each shard, with Discord's opcodes and close codes.

use std::ops::ControlFlow;

use axum::extract::ws::{CloseFrame, Message as Packet, WebSocket, WebSocketUpgrade};
use axum::extract::{Query, State as Shared};
use axum::response::Response;
use serde_json::{Value, json};
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};

use super::Discord;
use super::state::{Event, Frame, Guild, Session, State};
use super::{payload, state::Id};

/// Every intent that there is; other bits are an error.
const INTENTS: u64 = 0x1_FFFF | 0b11 << 20 | 0b11 << 24;
/// The intents that have to be granted: members, presences, message content.
const PRIVILEGED: u64 = 1 << 1 | 1 << 8 | 1 << 15;
const MESSAGE_CONTENT: u64 = 1 << 15;

/// What ends a connection: a close code, or nothing to say because the other side went.
type Step = ControlFlow<Option<(u16, &'static str)>>;

/// Where `GET /gateway` points to.
pub async fn connect(Shared(discord): Shared<Discord>, Query(query): Query<Vec<(String, String)>>, upgrade: WebSocketUpgrade) -> Response {
    let version = query.iter().any(|(key, value)| key == "v" && value == "10");
    upgrade.on_upgrade(move |socket| async move { Connection::new(discord).run(socket, version).await })
}

/// One websocket, which becomes a session's by IDENTIFY or RESUME.
struct Connection {
    discord: Discord,
    wire: UnboundedSender<Frame>,
    frames: tokio::sync::mpsc::UnboundedReceiver<Frame>,
    session: Option<String>,
}

impl Connection {
    fn new(discord: Discord) -> Self {
        let (wire, frames) = unbounded_channel();
        Self { discord, wire, frames, session: None }
    }

    async fn run(mut self, mut socket: WebSocket, version: bool) {
        let interval = self.discord.with(|state| state.faults.heartbeat);
        let hello = json!({ "op": 10, "d": { "heartbeat_interval": interval.as_millis() as u64, "_trace": [] } });
        self.send(Frame::Text(hello.to_string()));
        if !version {
            self.send(Frame::Close(4012, "Invalid API version."));
        }
        loop {
            let step = tokio::select! {
                frame = self.frames.recv() => pass_on(&mut socket, frame.unwrap_or(Frame::Drop)).await,
                packet = socket.recv() => match packet {
                    Some(Ok(Packet::Text(text))) => self.hear(text.as_str()),
                    Some(Ok(Packet::Close(frame))) => self.leave(frame.map(|frame| frame.code)),
                    Some(Ok(_)) => ControlFlow::Continue(()),
                    None | Some(Err(_)) => self.leave(None),
                },
            };
            match step {
                ControlFlow::Continue(()) => {}
                ControlFlow::Break(None) => break,
                ControlFlow::Break(Some((code, reason))) => {
                    let what = format!("the gateway closes with {code}: {reason}");
                    self.discord.with(|state| state.violation(what));
                    self.send(Frame::Close(code, reason));
                }
            }
        }
        self.discord.with(|state| self.unplug(state));
    }

    fn hear(&mut self, text: &str) -> Step {
        let Ok(packet) = serde_json::from_str::<Value>(text) else { return close(4002, "Error while decoding payload.") };
        let data = &packet["d"];
        match packet["op"].as_u64() {
            Some(1) => self.heartbeat(),
            Some(2) if self.session.is_some() => close(4005, "Already authenticated."),
            Some(2) => self.identify(data),
            Some(6) => self.resume(data),
            _ if self.session.is_none() => close(4003, "Not authenticated."),
            // A presence: nobody in a story looks at it.
            Some(3) => ControlFlow::Continue(()),
            _ => close(4001, "Unknown opcode, or one that the fake does not model."),
        }
    }

    fn heartbeat(&self) -> Step {
        let deaf = self.discord.with(|state| {
            state.line.heartbeats += 1;
            state.faults.deaf
        });
        if !deaf {
            self.send(Frame::Text(json!({ "op": 11 }).to_string()));
        }
        ControlFlow::Continue(())
    }

    fn identify(&mut self, data: &Value) -> Step {
        let (Some(token), Some(intents), true) = (data["token"].as_str(), data["intents"].as_u64(), data["properties"].is_object()) else {
            return close(4002, "Error while decoding payload.");
        };
        let shard = |index: usize, or: u64| data["shard"][index].as_u64().unwrap_or(or);
        let shard = (shard(0, 0), shard(1, 1));
        let outcome = self.discord.with(|state| {
            let granted = if state.application.message_content { MESSAGE_CONTENT } else { 0 };
            match () {
                () if state.faults.closes_at_identify.is_some() => {
                    Err((state.faults.closes_at_identify.unwrap_or(0), "as the story wants it"))
                }
                () if !is_token(state, token) => Err((4004, "Authentication failed.")),
                () if shard.0 >= shard.1 => Err((4010, "Invalid shard.")),
                () if intents & !INTENTS != 0 => Err((4013, "Invalid intent(s).")),
                () if intents & PRIVILEGED & !granted != 0 => Err((4014, "Disallowed intent(s).")),
                () => Ok(begin(state, shard, intents, &self.wire)),
            }
        });
        match outcome {
            Ok(session) => self.session = Some(session),
            Err((code, reason)) if reason == "as the story wants it" => self.send(Frame::Close(code, reason)),
            Err((code, reason)) => return close(code, reason),
        }
        ControlFlow::Continue(())
    }

    fn resume(&mut self, data: &Value) -> Step {
        let (token, id) = (data["token"].as_str().unwrap_or_default(), data["session_id"].as_str().unwrap_or_default());
        let sequence = data["seq"].as_u64().unwrap_or(0);
        let discord = self.discord.clone();
        discord.with(|state| {
            if !is_token(state, token) {
                return close(4004, "Authentication failed.");
            }
            state.conversation.note("the bot resumes its session");
            let Some(session) = state.sessions.iter_mut().find(|session| session.id == id) else {
                self.send(Frame::Text(json!({ "op": 9, "d": false }).to_string()));
                return ControlFlow::Continue(());
            };
            if sequence > session.sequence {
                return close(4007, "Invalid seq.");
            }
            session.wire = Some(self.wire.clone());
            session.replay(sequence);
            session.tell("RESUMED", &json!({ "_trace": [] }));
            self.session = Some(id.to_owned());
            state.line.resumes += 1;
            state.ring(state.application.id);
            ControlFlow::Continue(())
        })
    }

    /// The bot hangs up: with 1000 or 1001 its session is over, otherwise it may resume.
    fn leave(&self, code: Option<u16>) -> Step {
        self.discord.with(|state| {
            state.conversation.note("the bot hangs up");
            if matches!(code, Some(1000 | 1001)) {
                state.sessions.retain(|session| Some(&session.id) != self.session.as_ref());
            }
        });
        ControlFlow::Break(None)
    }

    /// A session that was resumed elsewhere keeps its new wire.
    fn unplug(&self, state: &mut State) {
        if let Some(session) = self.mine(state) {
            session.wire = session.wire.take().filter(|wire| !wire.same_channel(&self.wire));
        }
    }

    fn mine<'a>(&self, state: &'a mut State) -> Option<&'a mut Session> {
        state.sessions.iter_mut().find(|session| Some(&session.id) == self.session.as_ref())
    }

    fn send(&self, frame: Frame) {
        self.wire.send(frame).expect("the connection holds the other end");
    }
}

fn is_token(state: &State, token: &str) -> bool {
    token.strip_prefix("Bot ").unwrap_or(token) == state.application.token
}

/// A new session: READY, then each guild of its shard.
fn begin(state: &mut State, shard: (u64, u64), intents: u64, wire: &UnboundedSender<Frame>) -> String {
    let id = format!("{:032x}", state.new_id());
    state.conversation.note(format!("the bot identifies with intents {intents:#b}"));
    state.line.identifies += 1;
    // One shard has one session: an old one gives way.
    state.sessions.retain(|session| session.shard != shard);
    let mut session = Session { id: id.clone(), shard, intents, sequence: 0, backlog: Vec::new(), wire: Some(wire.clone()) };
    let of_shard = |guild: &&Guild| state.bot_is_in(guild.id) && (guild.id >> 22) % shard.1 == shard.0;
    let guilds: Vec<Id> = state.guilds.values().filter(of_shard).map(|guild| guild.id).collect();
    session.tell("READY", &ready(state, &session, &guilds));
    for guild in guilds {
        if let Some((name, data)) = payload::event(state, &Event::GuildCreate(guild), intents) {
            session.tell(name, &data);
        }
    }
    state.sessions.push(session);
    state.ring(state.application.id);
    id
}

fn ready(state: &State, session: &Session, guilds: &[Id]) -> Value {
    let flags = u64::from(state.application.message_content) << 19;
    json!({
        "v": 10, "user": payload::current_user(state), "user_settings": {}, "session_id": session.id, "session_type": "normal",
        "guilds": guilds.iter().map(|id| json!({ "id": id.to_string(), "unavailable": true })).collect::<Vec<_>>(),
        "resume_gateway_url": state.address.replacen("http", "ws", 1), "shard": [session.shard.0, session.shard.1],
        "application": { "id": state.application.id.to_string(), "flags": flags }, "private_channels": [], "presences": [],
        "relationships": [], "geo_ordered_rtc_regions": [], "auth": {}, "_trace": [],
    })
}

fn close(code: u16, reason: &'static str) -> Step {
    ControlFlow::Break(Some((code, reason)))
}

async fn pass_on(socket: &mut WebSocket, frame: Frame) -> Step {
    let sent = match frame {
        Frame::Text(text) => socket.send(Packet::Text(text.into())).await,
        Frame::Close(code, reason) => {
            // Whether it arrives or not, the connection is over.
            let _ = socket.send(Packet::Close(Some(CloseFrame { code, reason: reason.into() }))).await;
            return ControlFlow::Break(None);
        }
        Frame::Drop => return ControlFlow::Break(None),
    };
    if sent.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(None) }
}
