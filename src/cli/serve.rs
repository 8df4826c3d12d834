//! `takeaway serve`: the bot on Discord, until it is asked to stop.

use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, Result};
use secrecy::SecretString;
use tokio_util::sync::CancellationToken;

use super::Office;
use crate::discord::Bot;
use crate::settings;

/// The bot's token, if the environment gives one.
pub fn token() -> Result<Option<SecretString>> {
    Ok(settings::token(|name| std::env::var(name).ok())?)
}

/// Runs the bot; ends well when it is interrupted or terminated.
pub async fn run(office: &Office) -> Result<ExitCode> {
    let token = token()?.context("there is no token; set DISCORD_TOKEN, or DISCORD_TOKEN_FILE to a file that holds it")?;
    keeps_quiet_about_words();
    let library = office.library().await?;
    let follower = tokio::spawn(library.clone().follow());
    let feeds = tokio::spawn(office.feeds(library.clone())?.follow());
    let stop = CancellationToken::new();
    let interrupted = tokio::spawn(stops(stop.clone()));
    let ended = Bot::start(&office.settings, token, Arc::new(office.desk(library)), stop).await;
    follower.abort();
    feeds.abort();
    interrupted.abort();
    ended?;
    Ok(ExitCode::SUCCESS)
}

/// Cancels when the process is interrupted or terminated.
async fn stops(stop: CancellationToken) {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut terminated = signal(SignalKind::terminate()).expect("the runtime takes signals");
        tokio::select! {
            _ = tokio::signal::ctrl_c() => {}
            _ = terminated.recv() => {}
        }
    }
    #[cfg(not(unix))]
    let _ = tokio::signal::ctrl_c().await;
    tracing::info!("stopping: finishing what is in flight");
    stop.cancel();
}

/// A panic's message may hold what somebody asked; the log gets its place alone.
fn keeps_quiet_about_words() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string);
        tracing::error!(place = place.unwrap_or_else(|| "unknown".into()), "a handler panicked");
    }));
}
