//! A strict Discord on loopback: REST under `/api/v10`, the gateway and uploaded files on one port.
//!
//! One model, [`state`], and faces that only translate: [`rest`] and [`gateway`] for the bot, [`persona`] for people, [`tls`] for
//! a client that insists on `https://discord.com`. [`strict`] and [`openapi`] refuse what Discord refuses; every refusal that is
//! the bot's own doing is kept as a violation, which fails the scenario. [`faults`] are what goes wrong on demand.
//!
//! It leaves out voice, private and locked threads, reactions, audit logs and every route that the bot has no business with: those answer 501 and are
//! violations. It names no bot and uses nothing of a test harness, so that a load generator can include it as well.

pub mod conversation;
pub mod faults;
pub mod gateway;
pub mod openapi;
pub mod payload;
pub mod persona;
pub mod reply;
pub mod rest;
pub mod seen;
pub mod state;
pub mod strict;
pub mod tls;

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use axum::Router;
use axum::routing::{any, get};
use tokio::net::TcpListener;

use self::state::{Id, State};

/// How long a person waits for anything before the story fails; Discord itself gives up on a first answer after 3 s.
const PATIENCE: Duration = Duration::from_secs(10);

/// How often something that depends on the clock alone is looked at again.
const TICK: Duration = Duration::from_millis(25);

/// A running fake Discord; a clone is the same one. It ends with the runtime that it was opened on.
#[derive(Clone, Debug)]
pub struct Discord {
    address: SocketAddr,
    state: Arc<Mutex<State>>,
}

impl Discord {
    /// Opens on a free loopback port, with the guilds and people that [`state::scene`] lists.
    pub async fn opens() -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await.context("cannot bind a loopback port")?;
        let address = listener.local_addr()?;
        let discord = Self { address, state: Arc::new(Mutex::new(State::new(format!("http://{address}")))) };
        let app = discord.router();
        tokio::spawn(async move { axum::serve(listener, app).await });
        Ok(discord)
    }

    /// What the bot's setting `discord.api` is to be: `http://127.0.0.1:PORT`, without `/api/v10`.
    pub fn address(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The one token that this Discord accepts.
    pub fn token(&self) -> String {
        self.with(|state| state.application.token.clone())
    }

    /// The id of a person, of a guild or of its channel (`Newsroom/general`), as text; for settings that name them.
    ///
    /// Panics on a name that the scene does not have.
    pub fn id_of(&self, name: &str) -> String {
        self.with(|state| {
            let channel = |(guild, channel)| state.channel_named(state.guild_named(guild), channel);
            let found = name.split_once('/').map(channel).transpose().unwrap_or_else(|error| panic!("{error}"));
            let guild = || state.guilds.values().find(|guild| guild.name == name).map(|guild| guild.id);
            found.or_else(guild).unwrap_or_else(|| state.user_named(name)).to_string()
        })
    }

    /// Returns once the bot has identified, registered at least one command and can be talked to.
    pub async fn hears_the_bot(&self) -> Result<()> {
        let application = self.with(|state| state.application.id);
        let there = |state: &mut State| {
            let connected = state.sessions.iter().any(state::Session::is_connected);
            (connected && !state.commands.is_empty()).then_some(Ok(()))
        };
        self.until(application, "the bot to connect and to register its commands", there).await
    }

    /// Takes the violations that contain `words` back, where provoking them was the story's point; an error if there is none.
    pub fn forgives(&self, words: &str) -> Result<()> {
        self.with(|state| {
            let before = state.violations.len();
            state.violations.retain(|violation| !violation.contains(words));
            if state.violations.len() == before {
                bail!("no violation contains `{words}`, only {:#?}", state.violations);
            }
            Ok(())
        })
    }

    /// What everyone said and did so far, for the report of a failure.
    pub fn conversation(&self) -> String {
        self.with(|state| state.conversation.to_string())
    }

    /// The id and token of the interaction that came last, for whoever answers in the bot's place.
    pub fn newest_interaction(&self) -> Option<(String, String)> {
        self.with(|state| state.interactions.values().last().map(|it| (it.id.to_string(), it.token.clone())))
    }

    /// Returns once the interaction that came last is acknowledged and to be answered later.
    pub async fn sees_it_thinking(&self) -> Result<()> {
        let application = self.with(|state| state.application.id);
        let thinks = |state: &mut State| {
            let acknowledged = state.interactions.values().last()?.acknowledged.as_ref()?;
            matches!(acknowledged, state::Acknowledged::Deferred | state::Acknowledged::DeferredUpdate).then_some(Ok(()))
        };
        self.until(application, "the bot to think", thinks).await
    }

    /// Returns once so many presses were acknowledged with nothing, to be answered later.
    pub async fn sees_updates_announced(&self, number: usize) -> Result<()> {
        let application = self.with(|state| state.application.id);
        let announced = |state: &mut State| {
            let announced = |it: &&state::Interaction| it.acknowledged == Some(state::Acknowledged::DeferredUpdate);
            (state.interactions.values().filter(announced).count() >= number).then_some(Ok(()))
        };
        self.until(application, "presses to be acknowledged", announced).await
    }

    /// The file that an interaction brought last, as it was told of it; waits for one.
    pub async fn newest_attachment(&self) -> Result<serde_json::Value> {
        let application = self.with(|state| state.application.id);
        let look = |state: &mut State| {
            let resolved = &state.interactions.values().last()?.what.data["resolved"]["attachments"];
            Some(Ok(resolved.as_object()?.values().next()?.clone()))
        };
        self.until(application, "a file", look).await
    }

    /// An error if anything the bot showed was never read by the story, or if Discord had to refuse something.
    pub fn checks_the_end(&self) -> Result<()> {
        self.with(|state| {
            let unread = state.unread();
            if !unread.is_empty() {
                bail!("the story never read:\n{}", unread.join("\n"));
            }
            if !state.violations.is_empty() {
                bail!("Discord refuses this:\n- {}", state.violations.join("\n- "));
            }
            Ok(())
        })
    }

    fn router(&self) -> Router {
        Router::new()
            .route("/", get(gateway::connect))
            .route("/attachments/{channel}/{file}/{name}", get(rest::download))
            .fallback(any(rest::serve))
            .with_state(self.clone())
    }

    /// Looks at or changes the model; never held over an `.await`.
    fn with<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        change(&mut self.state.lock().expect("nothing panics while it holds the model"))
    }

    /// Waits until `look` finds something, woken whenever the bell of `about` rings, at most [`PATIENCE`].
    async fn until<T>(&self, about: Id, what: &str, mut look: impl FnMut(&mut State) -> Option<Result<T>>) -> Result<T> {
        let end = Instant::now() + PATIENCE;
        let bell = self.with(|state| state.bell(about));
        loop {
            let rung = bell.notified();
            if let Some(found) = self.with(&mut look) {
                return found;
            }
            if Instant::now() > end {
                bail!("waited {PATIENCE:?} in vain for {what}");
            }
            // A timeout is no failure here: some things come true by the passing of time alone.
            let _ = tokio::time::timeout(TICK, rung).await;
        }
    }
}
