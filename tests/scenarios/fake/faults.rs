//! What goes wrong on demand; each verb is something that the real Discord does.

use std::collections::{HashMap, VecDeque};
use std::time::{Duration, Instant};

use anyhow::Result;
use serde_json::json;
use serenity::model::Permissions;
use tokio::sync::watch;

use super::Discord;
use super::state::{Event, Frame, Line};

/// How often Discord asks for a heartbeat.
const HEARTBEAT: Duration = Duration::from_millis(41_250);

/// What will go wrong, and how the fake counts requests.
#[derive(Debug)]
pub struct Faults {
    pub next: VecDeque<Fault>,
    /// Whether answers are held back.
    pub held: watch::Sender<bool>,
    /// How many requests were kept waiting by that.
    pub waiting: usize,
    pub heartbeat: Duration,
    /// Whether heartbeats get no answer.
    pub deaf: bool,
    /// Whether events lack what can be left out.
    pub terse: bool,
    /// Commands that an admin offers to everyone in the server's settings, whatever they ask for by default.
    pub offered_to_all: Vec<String>,
    /// Whether `GET /gateway` and `GET /gateway/bot` are not there.
    pub without_gateway: bool,
    /// The code that every IDENTIFY is answered with.
    pub closes_at_identify: Option<u16>,
    /// Whether no commands are taken.
    pub refuses_commands: bool,
    /// How many requests of one bucket in how long.
    pub allowance: (u32, Duration),
    pub answers_of_429: u32,
    windows: HashMap<String, (Instant, u32)>,
}

/// What happens to the next request.
#[derive(Clone, Copy, Debug)]
pub enum Fault {
    /// Nothing goes wrong with it, but with one after it.
    Pass,
    /// It is answered with this status and does nothing.
    Status(u16),
    /// It is answered with 429 and does nothing.
    Limit(Duration),
    /// The connection breaks and it does nothing.
    Drop,
    /// It does what it does, and the connection breaks before the answer.
    LoseAnswer,
}

/// Where a bucket stands after a request.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    pub limit: u32,
    pub remaining: u32,
    pub reset_after: Duration,
    pub exceeded: bool,
}

impl Default for Faults {
    fn default() -> Self {
        Self {
            next: VecDeque::new(),
            held: watch::Sender::new(false),
            waiting: 0,
            heartbeat: HEARTBEAT,
            deaf: false,
            terse: false,
            offered_to_all: Vec::new(),
            without_gateway: false,
            closes_at_identify: None,
            refuses_commands: false,
            allowance: (10_000, Duration::from_secs(1)),
            answers_of_429: 0,
            windows: HashMap::new(),
        }
    }
}

impl Faults {
    /// Counts a request against its bucket.
    pub fn count(&mut self, bucket: &str) -> Standing {
        let ((limit, length), now) = (self.allowance, Instant::now());
        let (began, used) = self.windows.entry(bucket.to_owned()).or_insert((now, 0));
        if now.duration_since(*began) >= length {
            (*began, *used) = (now, 0);
        }
        let exceeded = *used >= limit;
        *used += u32::from(!exceeded);
        Standing { limit, remaining: limit - *used, reset_after: length.saturating_sub(now.duration_since(*began)), exceeded }
    }
}

impl Discord {
    /// The connection to the gateway breaks without a close frame; the session can be resumed.
    pub fn drops_the_gateway(&self) {
        self.to_the_bot("drops the gateway", &Frame::Drop);
    }

    /// The gateway closes with one of Discord's codes, such as 4000.
    pub fn closes_the_gateway(&self, code: u16) {
        self.to_the_bot("closes the gateway", &Frame::Close(code, "as the story wants it"));
    }

    /// The gateway asks the bot to connect again and resume.
    pub fn asks_to_reconnect(&self) {
        self.to_the_bot("asks to reconnect", &Frame::Text(json!({ "op": 7, "d": null }).to_string()));
    }

    /// The session is over; the bot has to identify anew, and what happens in between is lost to it.
    pub fn invalidates_the_session(&self) {
        self.to_the_bot("invalidates the session", &Frame::Text(json!({ "op": 9, "d": false }).to_string()));
        self.with(|state| state.sessions.clear());
    }

    /// Heartbeats get no answer any more.
    pub fn stops_answering_heartbeats(&self) {
        self.with(|state| state.faults.deaf = true);
    }

    /// From now on events hold the least that makes sense, as those of a server in Discord's place may.
    pub fn tells_the_least(&self) {
        self.with(|state| state.faults.terse = true);
    }

    /// From the next connection on, a heartbeat is due this often.
    pub fn wants_heartbeats_every(&self, interval: Duration) {
        self.with(|state| state.faults.heartbeat = interval);
    }

    /// The next request gets this status and does nothing; more calls, more requests.
    pub fn answers_next_with(&self, status: u16) {
        self.goes_wrong(Fault::Status(status));
    }

    /// The next request is answered as it should be, whatever is said of those after it.
    pub fn lets_the_next_pass(&self) {
        self.goes_wrong(Fault::Pass);
    }

    /// Returns once all requests were made of which something is said.
    pub async fn meets_all_faults(&self) -> Result<()> {
        let application = self.with(|state| state.application.id);
        self.until(application, "requests that go wrong", |state| state.faults.next.is_empty().then_some(Ok(()))).await
    }

    /// The next request gets 429 with this `retry_after` and does nothing.
    pub fn limits_next(&self, retry_after: Duration) {
        self.goes_wrong(Fault::Limit(retry_after));
    }

    /// The next request's connection breaks, and it does nothing.
    pub fn drops_next(&self) {
        self.goes_wrong(Fault::Drop);
    }

    /// The next request does its work, but its answer never arrives.
    pub fn loses_next_answer(&self) {
        self.goes_wrong(Fault::LoseAnswer);
    }

    /// From now on no request gets an answer, nor does anything, until answers are let go.
    pub fn holds_answers(&self) {
        self.with(|state| state.faults.held.send_replace(true));
    }

    /// Requests are answered again, those that waited first.
    pub fn lets_answers_go(&self) {
        self.with(|state| state.faults.held.send_replace(false));
    }

    /// How many requests have been kept waiting so far.
    pub fn kept_waiting(&self) -> usize {
        self.with(|state| state.faults.waiting)
    }

    /// From now on a bucket takes this many requests in this time.
    pub fn allows_only(&self, requests: u32, each: Duration) {
        self.with(|state| state.faults.allowance = (requests, each));
    }

    /// What stands in Discord's place does not know the gateway's address.
    pub fn hides_the_gateway(&self) {
        self.with(|state| state.faults.without_gateway = true);
    }

    /// The gateway lets nobody in, with one of Discord's codes.
    pub fn closes_at_identify(&self, code: u16) {
        self.with(|state| state.faults.closes_at_identify = Some(code));
    }

    /// Commands are refused, whatever they are.
    pub fn refuses_commands(&self) {
        self.with(|state| state.faults.refuses_commands = true);
    }

    /// How many requests were answered with 429.
    pub fn answers_of_429(&self) -> u32 {
        self.with(|state| state.faults.answers_of_429)
    }

    /// How often something was refused with one of Discord's own codes.
    pub fn refusals_of(&self, code: u32) -> usize {
        self.with(|state| state.refusals.iter().filter(|refused| **refused == code).count())
    }

    /// Discord's clock jumps forward: tokens grow old.
    pub fn lets_pass(&self, time: Duration) {
        self.with(|state| state.skew += time);
    }

    /// A guild's thread is archived: nothing in it can be changed.
    pub fn archives(&self, guild: &str, thread: &str) -> Result<()> {
        self.with(|state| {
            let thread = state.channel_named(state.guild_named(guild), thread)?;
            state.archive(thread, true);
            Ok(())
        })
    }

    /// Somebody opens an archived thread again.
    pub fn opens_again(&self, guild: &str, thread: &str) -> Result<()> {
        self.with(|state| {
            let thread = state.channel_named(state.guild_named(guild), thread)?;
            state.archive(thread, false);
            Ok(())
        })
    }

    /// A guild's channel takes these permissions from the bot, and no others that it took before.
    pub fn takes_from_the_bot(&self, guild: &str, channel: &str, permissions: Permissions) -> Result<()> {
        self.with(|state| {
            let channel = state.channel_named(state.guild_named(guild), channel)?;
            state.overwrite_for_bot(channel, Permissions::empty(), permissions);
            Ok(())
        })
    }

    /// Somebody loses every role that they have in a guild.
    pub fn demotes(&self, guild: &str, person: &str) {
        self.with(|state| {
            let (guild, person) = (state.guild_named(guild), state.user_named(person));
            let members = &mut state.guilds.get_mut(&guild).expect("the guild was looked up").members;
            members.get_mut(&person).expect("everyone is in every guild").roles.clear();
        });
    }

    /// The server's admins offer a command to everyone, whatever permission it asks for by default.
    pub fn offers_to_everyone(&self, command: &str) {
        self.with(|state| state.faults.offered_to_all.push(command.to_owned()));
    }

    /// The portal grants the Message Content intent.
    pub fn grants_message_content(&self) {
        self.with(|state| state.application.message_content = true);
    }

    /// The bot is invited to a guild of the scene.
    pub fn invites_the_bot_to(&self, guild: &str) {
        self.with(|state| state.bot_joins(state.guild_named(guild)));
    }

    /// The bot is thrown out of a guild of the scene.
    pub fn throws_the_bot_out_of(&self, guild: &str) {
        self.with(|state| state.bot_leaves(state.guild_named(guild)));
    }

    /// A guild of the scene cannot be reached for a while, which nobody chose.
    pub fn has_an_outage_in(&self, guild: &str) {
        self.with(|state| state.dispatch(&Event::GuildOutage(state.guild_named(guild))));
    }

    /// What the bot has done on the gateway so far.
    pub fn line(&self) -> Line {
        self.with(|state| state.line)
    }

    fn goes_wrong(&self, fault: Fault) {
        self.with(|state| state.faults.next.push_back(fault));
    }

    fn to_the_bot(&self, what: &str, frame: &Frame) {
        self.with(|state| {
            state.conversation.note(format!("Discord {what}"));
            for session in &state.sessions {
                session.send(frame.clone());
            }
        });
    }
}
