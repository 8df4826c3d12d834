//! One request to Discord: how it is sent, how long it may take, and when it is sent again.
//!
//! To Discord itself requests go through serenity's rate limiter. Where `discord.api` names another address there is none: there
//! this waits as long as it is told to, once.

use std::time::Duration;

use poise::serenity_prelude as serenity;
use secrecy::{ExposeSecret, SecretString};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serenity::{CreateAllowedMentions, Http, HttpBuilder, LightMethod, Request, Route};
use tokio::sync::Semaphore;

use crate::settings::DiscordSettings;

/// How long a connection may take.
const CONNECT: Duration = Duration::from_secs(5);

/// How long a whole request may take; an interaction's first answer is worthless after 3 s, other requests are not.
const WHOLE: Duration = Duration::from_secs(10);

/// The pause before a request is sent again that failed on the other side.
const PAUSE: Duration = Duration::from_millis(200);

/// The longest that a request waits when it is told to come back later; who asked is gone by then.
const PATIENCE: Duration = Duration::from_secs(2);

/// How many answers to interactions are on the way at once, each a socket of its own over HTTP/1.1.
const ANSWERS: usize = 48;

/// How many other requests are. One that waits for a rate limit holds its place, and an answer has no time to wait for it.
const OTHERS: usize = 16;

/// "Interaction has already been acknowledged."
const ACKNOWLEDGED: i64 = 40060;

/// The way to Discord.
pub struct Wire {
    http: Http,
    client: reqwest::Client,
    api: Option<String>,
    answers: Semaphore,
    others: Semaphore,
}

/// Why a request failed. Never holds an address: those of interactions carry their tokens.
#[derive(Debug, thiserror::Error)]
pub enum WireError {
    /// There was an answer, and it was no.
    #[error("Discord answered {status} to the attempt to {what}: {message} (code {code})")]
    Refused {
        /// What was tried.
        what: &'static str,
        /// The HTTP status.
        status: u16,
        /// Discord's own code, 0 without one.
        code: i64,
        /// What Discord says.
        message: String,
        /// When to come back, if it said so.
        retry_after: Option<Duration>,
    },
    /// There was no answer.
    #[error("could not reach Discord to {what}")]
    Unreachable {
        /// What was tried.
        what: &'static str,
        /// Why.
        source: reqwest::Error,
    },
    /// The answer or the request made no sense.
    #[error("could not {what}: {message}")]
    Other {
        /// What was tried.
        what: &'static str,
        /// Why.
        message: String,
    },
}

/// Method, route and purpose of a request.
#[derive(Clone)]
pub struct Errand<'a> {
    what: &'static str,
    method: LightMethod,
    route: Route<'a>,
    parameters: Option<(&'static str, &'static str)>,
}

impl<'a> Errand<'a> {
    /// `what` completes "could not …".
    pub fn new(what: &'static str, method: LightMethod, route: Route<'a>) -> Errand<'a> {
        Errand { what, method, route, parameters: None }
    }

    /// The same with a parameter.
    pub fn with(self, name: &'static str, value: &'static str) -> Errand<'a> {
        Errand { parameters: Some((name, value)), ..self }
    }
}

impl Wire {
    /// To Discord, or to what stands in its place.
    pub fn new(settings: &DiscordSettings, token: &SecretString) -> Result<Wire, WireError> {
        let api = Some(settings.api.trim_end_matches('/').to_owned()).filter(|api| !api.is_empty());
        let client = reqwest::Client::builder().connect_timeout(CONNECT).timeout(WHOLE);
        // What stands in Discord's place is near; a proxy on the way to the world is not meant for it.
        let client = if api.is_some() { client.no_proxy() } else { client };
        let client = client.build().map_err(|source| WireError::Unreachable { what: "prepare for requests", source })?;
        Ok(Wire {
            http: http(&client, api.as_deref(), token),
            client,
            api,
            answers: Semaphore::new(ANSWERS),
            others: Semaphore::new(OTHERS),
        })
    }

    /// The address in place of Discord's, if there is one.
    pub fn api(&self) -> Option<&str> {
        self.api.as_deref()
    }

    /// serenity's own face of the same way, for its client.
    pub fn serenity(&self, token: &SecretString) -> Http {
        http(&self.client, self.api(), token)
    }

    /// Sends something and reads the answer.
    pub async fn asks<T: DeserializeOwned>(&self, errand: Errand<'_>, body: Option<&impl Serialize>) -> Result<T, WireError> {
        let what = errand.what;
        let bytes = self.sends(errand, body).await?;
        serde_json::from_slice(&bytes).map_err(|e| WireError::Other { what, message: format!("the answer cannot be read: {e}") })
    }

    /// Sends something; the answer's bytes, none where the first attempt had already done it.
    pub async fn sends(&self, errand: Errand<'_>, body: Option<&impl Serialize>) -> Result<Vec<u8>, WireError> {
        let body = body.map(|body| serde_json::to_vec(body).expect("what is sent is plain data"));
        let places = if matches!(errand.route, Route::InteractionResponse { .. }) { &self.answers } else { &self.others };
        let _place = places.acquire().await.expect("it is never closed");
        let failed = match self.once(&errand, body.clone()).await {
            Ok(bytes) => return Ok(bytes),
            Err(failed) => failed,
        };
        let Some(pause) = failed.pause() else { return Err(failed) };
        tracing::debug!(error = %failed, ?pause, "sending again");
        tokio::time::sleep(pause).await;
        match self.once(&errand, body).await {
            Err(WireError::Refused { code: ACKNOWLEDGED, .. }) => Ok(vec![]),
            outcome => outcome,
        }
    }

    async fn once(&self, errand: &Errand<'_>, body: Option<Vec<u8>>) -> Result<Vec<u8>, WireError> {
        let what = errand.what;
        let parameters = errand.parameters.map(|(name, value)| vec![(name, value.to_owned())]);
        let request = Request::new(errand.route, errand.method).params(parameters).body(body);
        let unreachable = |e: reqwest::Error| WireError::Unreachable { what, source: e.without_url() };
        let response = match self.api() {
            None => self.http.request(request).await.map_err(|e| of_serenity(what, e))?,
            Some(api) => {
                let built = request.build(&self.client, self.http.token(), Some(api)).map_err(|e| of_serenity(what, e))?;
                built.send().await.map_err(unreachable)?
            }
        };
        let status = response.status();
        let header = response.headers().get("retry-after").and_then(|value| value.to_str().ok()?.parse().ok());
        let bytes = response.bytes().await.map_err(unreachable)?;
        if status.is_success() {
            return Ok(bytes.into());
        }
        Err(refused(what, status.as_u16(), header, &bytes))
    }
}

impl WireError {
    /// The HTTP status of a refusal.
    pub fn status(&self) -> Option<u16> {
        match self {
            WireError::Refused { status, .. } => Some(*status),
            _ => None,
        }
    }

    /// How long to wait before the one other attempt; `None` if it would be no use.
    fn pause(&self) -> Option<Duration> {
        match self {
            WireError::Refused { status: 429, retry_after, .. } => retry_after.filter(|wait| *wait <= PATIENCE),
            WireError::Refused { status: 500.., .. } => Some(PAUSE),
            WireError::Unreachable { source, .. } if !source.is_timeout() => Some(PAUSE),
            _ => None,
        }
    }
}

fn http(client: &reqwest::Client, api: Option<&str>, token: &SecretString) -> Http {
    let builder = HttpBuilder::new(token.expose_secret()).client(client.clone()).default_allowed_mentions(CreateAllowedMentions::new());
    match api {
        Some(api) => builder.proxy(api).ratelimiter_disabled(true).build(),
        None => builder.build(),
    }
}

fn refused(what: &'static str, status: u16, header: Option<f64>, bytes: &[u8]) -> WireError {
    let said: serde_json::Value = serde_json::from_slice(bytes).unwrap_or_default();
    let message = said["message"].as_str().unwrap_or("no reason given").to_owned();
    // The header counts whole seconds, the body is exact.
    let retry_after = said["retry_after"].as_f64().or(header).and_then(|wait| Duration::try_from_secs_f64(wait).ok());
    WireError::Refused { what, status, code: said["code"].as_i64().unwrap_or(0), message, retry_after }
}

fn of_serenity(what: &'static str, error: serenity::Error) -> WireError {
    match error {
        serenity::Error::Http(serenity::HttpError::UnsuccessfulRequest(response)) => WireError::Refused {
            what,
            status: response.status_code.as_u16(),
            code: response.error.code as i64,
            message: response.error.message,
            retry_after: None,
        },
        serenity::Error::Http(serenity::HttpError::Request(source)) => WireError::Unreachable { what, source: source.without_url() },
        serenity::Error::Http(serenity::HttpError::InvalidHeader(_)) => WireError::Refused {
            what,
            status: 401,
            code: 0,
            message: "the token holds characters that no token has".into(),
            retry_after: None,
        },
        other => WireError::Other { what, message: other.to_string() },
    }
}
