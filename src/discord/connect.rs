//! What has to hold before the bot goes online, and what it means when Discord ends it.

use std::collections::HashSet;
use std::time::Duration;

use poise::serenity_prelude as serenity;
use secrecy::SecretString;
use serde::Deserialize;
use serde_json::Value;
use serenity::{Client, ClientBuilder, GatewayError, GatewayIntents, LightMethod, Route};
use tokio::sync::mpsc::Receiver;
use url::Url;

use super::dispatch::{Dispatch, News};
use super::relay::Relay;
use super::wire::{Errand, Wire, WireError};
use crate::intake::error::FetchError;
use crate::library::LibraryError;
use crate::settings::DiscordSettings;

/// What the bot hears: enough for commands, mentions and direct messages; none of it is privileged.
const INTENTS: GatewayIntents = GatewayIntents::GUILDS.union(GatewayIntents::GUILD_MESSAGES).union(GatewayIntents::DIRECT_MESSAGES);

/// Why the bot cannot run.
#[derive(Debug, thiserror::Error)]
pub enum BotError {
    /// Discord does not know the token.
    #[error("Discord refuses the bot's token; copy it anew from the application's page (Bot, Reset Token) into DISCORD_TOKEN")]
    Token,
    /// Discord refuses an intent.
    #[error("Discord refuses the bot's intents; the bot needs no privileged one, so check what stands between it and Discord")]
    Intents,
    /// Discord does not answer.
    #[error("cannot reach Discord; check the network and `discord.api`")]
    Unreachable(#[source] WireError),
    /// REST answers and the gateway does not.
    #[error("cannot connect to Discord's gateway at `{0}`; check the network, `discord.api` and `discord.gateway`")]
    Gateway(String),
    /// `discord.api` is set and gives no gateway.
    #[error(
        "`discord.api` is set, but gives no gateway's address, and `discord.gateway` is empty; set it, so that the bot does not go to Discord's own"
    )]
    NoGateway(#[source] WireError),
    /// There is no port to listen on for serenity.
    #[error("cannot open a port on this machine to relay the gateway")]
    Relay(#[source] std::io::Error),
    /// The commands cannot be registered.
    #[error("cannot register the bot's commands")]
    Register(#[source] WireError),
    /// What servers have set cannot be read.
    #[error("cannot read what servers have set")]
    Library(#[from] LibraryError),
    /// No web client can be made for articles and files.
    #[error(transparent)]
    Fetching(#[from] FetchError),
    /// The connection ended for good.
    #[error("the connection to Discord ended: {0}")]
    Ended(String),
}

impl From<WireError> for BotError {
    fn from(error: WireError) -> BotError {
        match error.status() {
            Some(401) => BotError::Token,
            _ => BotError::Unreachable(error),
        }
    }
}

/// Who owns the application; this is also the first that Discord hears of the token.
pub async fn owners(wire: &Wire) -> Result<HashSet<u64>, BotError> {
    let errand = Errand::new("look the application up", LightMethod::Get, Route::Oauth2ApplicationCurrent);
    let application: Value = match wire.asks(errand, None::<&()>).await {
        Ok(application) => application,
        // A server in Discord's place need not know who owns what; the token is checked again by the gateway.
        Err(error @ WireError::Refused { status: 403.., .. }) if wire.api().is_some() => {
            tracing::warn!(error = %error, "nobody is known to own the application");
            return Ok(HashSet::new());
        }
        Err(error) => return Err(error.into()),
    };
    let owner = &application["owner"]["id"];
    let accepted = |member: &&Value| member["membership_state"] == 2;
    let may = |member: &&Value| matches!(member["role"].as_str(), Some("admin" | "developer"));
    let team = application["team"]["members"].as_array().into_iter().flatten().filter(accepted).filter(may);
    let ids = team.map(|member| &member["user"]["id"]).chain([owner, &application["team"]["owner_user_id"]]);
    Ok(ids.filter_map(|id| id.as_str()?.parse().ok()).collect())
}

/// The gateway's address; `None` for Discord's own, which serenity finds by itself.
pub async fn gateway(wire: &Wire, settings: &DiscordSettings) -> Result<Option<String>, BotError> {
    #[derive(Deserialize)]
    struct Gateway {
        url: String,
    }
    if !settings.gateway.is_empty() {
        return Ok(Some(settings.gateway.clone()));
    }
    if wire.api().is_none() {
        return Ok(None);
    }
    let asks = async |route| wire.asks::<Gateway>(Errand::new("ask for the gateway's address", LightMethod::Get, route), None::<&()>).await;
    let first = asks(Route::Gateway).await;
    // A server in Discord's place may have only one of the two.
    let found =
        if first.as_ref().is_err_and(|error| error.status() == Some(404)) { asks(Route::GatewayBot).await.or(first) } else { first };
    match found {
        Ok(gateway) => Ok(Some(gateway.url)),
        Err(error) if error.status() == Some(401) => Err(BotError::Token),
        Err(error) => Err(BotError::NoGateway(error)),
    }
}

/// A relay to a gateway that is not Discord's own.
pub async fn relay(gateway: &Option<String>) -> Result<Option<Relay>, BotError> {
    let Some(gateway) = gateway else { return Ok(None) };
    let address = Url::parse(gateway).map_err(|_| BotError::Gateway(gateway.clone()))?;
    Relay::to(address).await.map(Some).map_err(BotError::Relay)
}

/// How many shards Discord wants; 1 where it does not say.
pub async fn shards(wire: &Wire) -> u32 {
    #[derive(Deserialize)]
    struct Gateway {
        shards: u32,
    }
    let errand = Errand::new("ask how many shards there are to be", LightMethod::Get, Route::GatewayBot);
    wire.asks::<Gateway>(errand, None::<&()>).await.map_or(1, |gateway| gateway.shards.max(1))
}

/// serenity's client, with as little in its caches as the bot needs to know what it may do in a channel.
pub async fn client(wire: &Wire, token: &SecretString, relay: Option<&Relay>, dispatch: Dispatch) -> Result<Client, BotError> {
    let mut kept = ::serenity::cache::Settings::default();
    (kept.max_messages, kept.cache_users) = (0, false);
    let builder = ClientBuilder::new_with_http(wire.serenity(token), INTENTS).cache_settings(kept).framework(dispatch);
    let client = builder.await.map_err(|error| BotError::Ended(error.to_string()))?;
    if let Some(relay) = relay {
        *client.ws_url.lock().await = relay.address().to_owned();
    }
    Ok(client)
}

/// Comes true only if Discord does not welcome the bot in time or its commands cannot be registered.
pub async fn welcomed(news: &mut Receiver<News>, patience: Duration, gateway: &Option<String>) -> BotError {
    match tokio::time::timeout(patience, news.recv()).await {
        Ok(Some(News::Welcome)) => {}
        Ok(Some(News::Refused(error))) => return error,
        Ok(None) | Err(_) => return BotError::Gateway(gateway.clone().unwrap_or_else(|| "gateway.discord.gg".into())),
    }
    std::future::pending().await
}

/// What it means that serenity's client ended.
pub fn ended(ended: serenity::Result<()>) -> BotError {
    match ended {
        Err(serenity::Error::Gateway(GatewayError::InvalidAuthentication | GatewayError::NoAuthentication)) => BotError::Token,
        Err(serenity::Error::Gateway(GatewayError::DisallowedGatewayIntents | GatewayError::InvalidGatewayIntents)) => BotError::Intents,
        Err(error) => BotError::Ended(error.to_string()),
        Ok(()) => BotError::Ended("no shard is left".into()),
    }
}
