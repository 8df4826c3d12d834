//! `takeaway serve`: the bot on Discord, until it is asked to stop.

use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, Result};
use secrecy::SecretString;
use tokio_util::sync::CancellationToken;

use super::Office;
use crate::discord::Bot;
use crate::library::Scope;
use crate::library::follower::kept;
use crate::settings;

/// The bot's token, if the environment gives one.
pub fn token() -> Result<Option<SecretString>> {
    Ok(settings::token(|name| std::env::var(name).ok())?)
}

/// Runs the bot; ends well when it is interrupted or terminated.
pub async fn run(office: &Office) -> Result<ExitCode> {
    let token = token()?.context("there is no token; set DISCORD_TOKEN, or DISCORD_TOKEN_FILE to a file that holds it")?;
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    restarts_with_one_heap();
    keeps_quiet_about_words();
    let library = office.library().await?;
    let (followed, feeds) = (library.clone(), office.feeds(library.clone())?);
    let follower = tokio::spawn(kept("following the store", move || followed.clone().follow()));
    let feeds = tokio::spawn(kept("following the feeds", move || feeds.of(Scope::Everyone).follow()));
    let stop = CancellationToken::new();
    let interrupted = tokio::spawn(stops(stop.clone()));
    let ended = Bot::start(&office.settings, token, Arc::new(office.desk(library)), stop).await;
    follower.abort();
    feeds.abort();
    interrupted.abort();
    ended?;
    Ok(ExitCode::SUCCESS)
}

/// Starts the program anew in its own place, once, with one heap.
///
/// glibc gives each thread a heap and keeps in it what was freed: under load the bot takes a tenth more memory than it needs. How many
/// heaps there may be can only be told to a program as it starts. If that cannot be done, it runs with as many as it likes.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
fn restarts_with_one_heap() {
    use std::os::unix::process::CommandExt;
    const HEAPS: &str = "MALLOC_ARENA_MAX";
    let (Ok(program), None) = (std::env::current_exe(), std::env::var_os(HEAPS)) else { return };
    let mut arguments = std::env::args_os();
    let name = arguments.next().unwrap_or_else(|| program.clone().into());
    let error = std::process::Command::new(program).arg0(name).args(arguments).env(HEAPS, "1").exec();
    tracing::debug!(%error, "cannot start anew with one heap");
}

/// Cancels when the process is interrupted or terminated.
async fn stops(stop: CancellationToken) {
    super::stop::asked().await;
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
