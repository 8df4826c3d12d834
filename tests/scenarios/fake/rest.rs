//! The REST face: every request of the bot, read, checked, answered.
//!
//! [`routes`] is the list of what is modelled. This file does what is the same for all of them: faults, authorization, the body,
//! rate-limit headers, the conversation.

mod answers;
mod read;
mod routes;

use std::panic::resume_unwind;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::body::Body;
use axum::extract::{Path, Request, State as Shared};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use self::read::{Asked, read};
use super::Discord;
use super::faults::{Fault, Standing};
use super::openapi;
use super::payload::message;
use super::state::{Id, State};
use super::strict::Refusal;

/// A status and a body, or none.
pub type Answer = Result<(u16, Value), Refusal>;

/// What goes back to the bot.
struct Told {
    status: u16,
    body: Value,
    retry_after: Option<Duration>,
}

/// Answers everything that is neither the gateway nor a file.
pub async fn serve(Shared(discord): Shared<Discord>, request: Request) -> Response {
    let asked = match read(request).await {
        Ok(asked) => asked,
        Err(refusal) => return discord.with(|state| refused(state, "an unreadable request", &refusal)).into_response(),
    };
    discord.passes_the_gate().await;
    let (fault, standing) = discord.with(|state| {
        let about_gateway = asked.path.first().is_some_and(|first| first == "gateway");
        let fault = if about_gateway { None } else { state.faults.next.pop_front() };
        (fault, state.faults.count(&asked.bucket()))
    });
    if matches!(fault, Some(Fault::Drop)) {
        break_off(&discord, &asked, "the connection breaks");
    }
    let told = discord.with(|state| match fault {
        Some(Fault::Status(status)) => failed(state, &asked, status),
        Some(Fault::Limit(after)) => limited(state, &asked, after),
        _ if standing.exceeded => limited(state, &asked, standing.reset_after),
        _ => answered(state, &asked),
    });
    describe(&discord, &asked, &told);
    if matches!(fault, Some(Fault::LoseAnswer)) {
        discord.with(|state| state.excuse(&asked.path));
        break_off(&discord, &asked, "the answer is lost");
    }
    let mut response = told.into_response();
    standing.write(response.headers_mut(), &asked.bucket());
    response
}

/// A file that somebody uploaded, under the type that its attachment has; nothing of another channel or name.
pub async fn download(Shared(discord): Shared<Discord>, Path((channel, file, name)): Path<(Id, Id, String)>) -> Response {
    let found = discord.with(|state| {
        let file = state.files.get(&file).filter(|file| file.channel == channel && file.name == name)?;
        state.conversation.note(format!("the bot downloads {}", file.name));
        Some((message::content_type(&file.name), file.bytes.clone()))
    });
    match found {
        Some((kind, bytes)) => ([(CONTENT_TYPE, kind)], bytes).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

impl Discord {
    /// Waits as long as answers are held back.
    async fn passes_the_gate(&self) {
        let mut held = self.with(|state| {
            state.faults.waiting += usize::from(*state.faults.held.borrow());
            state.faults.held.subscribe()
        });
        // The model ends with the runtime, and with it whoever waits here.
        let _ = held.wait_for(|held| !held).await;
    }
}

impl Standing {
    fn write(&self, headers: &mut HeaderMap, bucket: &str) {
        let reset = SystemTime::now() + self.reset_after;
        let reset = reset.duration_since(UNIX_EPOCH).expect("it is after 1970").as_secs_f64();
        let written = [
            ("x-ratelimit-limit", self.limit.to_string()),
            ("x-ratelimit-remaining", self.remaining.to_string()),
            ("x-ratelimit-reset", format!("{reset:.3}")),
            ("x-ratelimit-reset-after", format!("{:.3}", self.reset_after.as_secs_f64())),
            ("x-ratelimit-bucket", format!("{:x}", bucket.len() * 7919)),
        ];
        for (name, value) in written {
            headers.insert(name, value.parse().expect("digits are a header"));
        }
    }
}

fn answered(state: &mut State, asked: &Asked) -> Told {
    match authorized(state, asked).and_then(|()| routes::route(state, asked)) {
        Ok((status, body)) => {
            state.conversation.note(format!("the bot: {} → {status}", asked.label()));
            Told { status, body, retry_after: None }
        }
        Err(refusal) => refused(state, &asked.label(), &refusal),
    }
}

/// Holds what was asked and what was told against Discord's description; what was refused has been blamed already.
fn describe(discord: &Discord, asked: &Asked, told: &Told) {
    let Some(description) = openapi::description() else { return };
    let mut faults = Vec::new();
    if told.status < 300 || told.status >= 500 {
        let mine = description.faults(&asked.method, &asked.path, &asked.body);
        faults.extend(mine.iter().map(|fault| format!("{}: {fault}", asked.label())));
    }
    if told.status < 300 {
        let own = description.faults_of_answer(&asked.method, &asked.path, told.status, &told.body);
        faults.extend(own.iter().map(|fault| format!("the fake's own answer to {}: {fault}", asked.label())));
    }
    discord.with(|state| faults.into_iter().for_each(|fault| state.violation(fault)));
}

/// The bot's token, except where the path carries an interaction's.
fn authorized(state: &State, asked: &Asked) -> Result<(), Refusal> {
    let open = matches!(asked.path.first().map(String::as_str), Some("interactions" | "webhooks" | "gateway"));
    let bare = asked.path == ["gateway"] || (open && asked.path[0] != "gateway");
    match &asked.authorization {
        Some(given) if *given == format!("Bot {}", state.application.token) => Ok(()),
        None if bare => Ok(()),
        _ => Err(Refusal::new(401, 0, "401: Unauthorized").because("wrong token")),
    }
}

fn refused(state: &mut State, label: &str, refusal: &Refusal) -> Told {
    state.refusals.push(refusal.code);
    state.conversation.note(format!("the bot: {label} → {refusal}"));
    if refusal.blame {
        state.violation(format!("{label} → {refusal}"));
    }
    Told { status: refusal.status, body: refusal.body(), retry_after: None }
}

fn failed(state: &mut State, asked: &Asked, status: u16) -> Told {
    state.conversation.note(format!("the bot: {} → {status}, as the story wants it", asked.label()));
    let message = StatusCode::from_u16(status).ok().and_then(|status| status.canonical_reason()).unwrap_or("Error");
    Told { status, body: json!({ "message": format!("{status}: {message}"), "code": 0 }), retry_after: None }
}

fn limited(state: &mut State, asked: &Asked, after: Duration) -> Told {
    state.faults.answers_of_429 += 1;
    state.conversation.note(format!("the bot: {} → 429, again after {after:?}", asked.label()));
    let body = json!({ "message": "You are being rate limited.", "retry_after": after.as_secs_f64(), "global": false });
    Told { status: 429, body, retry_after: Some(after) }
}

impl IntoResponse for Told {
    fn into_response(self) -> Response {
        let mut response = Response::builder().status(self.status);
        if let Some(after) = self.retry_after {
            // Discord's header counts whole seconds; the body is exact.
            let seconds = after.as_secs_f64().ceil().to_string();
            response = response.header("retry-after", seconds).header("x-ratelimit-scope", "user");
        }
        let body = if self.body.is_null() { Body::empty() } else { Body::from(self.body.to_string()) };
        response.header("content-type", "application/json").body(body).expect("the model answers with statuses that exist")
    }
}

fn break_off(discord: &Discord, asked: &Asked, how: &str) {
    discord.with(|state| state.conversation.note(format!("the bot: {} → {how}", asked.label())));
    // Unwinding is how a handler makes the server close the connection without an answer; unlike a panic it says nothing.
    resume_unwind(Box::new(how.to_owned()))
}
