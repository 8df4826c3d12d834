//! Servers that the bot comes to and is removed from: what one keeps is deleted 30 days after the bot has left it.

use std::collections::HashSet;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::Utc;
use poise::serenity_prelude as serenity;
use serenity::{Ready, ShardId};
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use super::bureau::Bureau;
use crate::library::LibraryError;

/// How often it is looked whether something is to be deleted.
const SWEEP: Duration = Duration::from_secs(60 * 60);

/// Which shards have been told what servers they are in: a departure that was noted may be over without anyone having heard of it.
#[derive(Default)]
pub struct Census {
    counted: Mutex<HashSet<u32>>,
    complete: watch::Sender<bool>,
}

impl Census {
    /// Comes true once all shards know their servers, and stays so.
    async fn is_complete(&self) {
        // The sender is a field beside it: it is not dropped meanwhile.
        let _ = self.complete.subscribe().wait_for(|complete| *complete).await;
    }

    /// A shard of so many knows its servers.
    fn counts(&self, shard: ShardId, all: u32) {
        let mut counted = self.counted.lock().expect("no holder panics");
        counted.insert(shard.0);
        if counted.len() >= all as usize {
            self.complete.send_replace(true);
        }
    }
}

/// The bot is in a server.
pub async fn arrived(bureau: &Bureau, guild: u64) {
    logged(bureau.desk.library().store().is_back(guild).await, "could not note that the bot is in a server");
}

/// The bot was removed from a server. One that only has an outage is not meant.
pub async fn left(bureau: &Bureau, guild: u64) {
    logged(bureau.desk.library().store().departs(guild, Utc::now().timestamp()).await, "could not note that the bot left a server");
}

/// Notes which servers the bot came to or left while it was away, of those that this shard is told of.
pub async fn compared(bureau: &Bureau, ready: &Ready) {
    let here: HashSet<u64> = ready.guilds.iter().map(|guild| guild.id.get()).collect();
    let (shard, all) = ready.shard.map_or((ShardId(0), 1), |shard| (shard.id, shard.total.max(1)));
    let guilds = match bureau.desk.library().store().guilds().await {
        Ok(guilds) => guilds,
        Err(error) => return logged(Err(error), "could not list the servers that keep something"),
    };
    // Discord's formula.
    for guild in guilds.into_iter().filter(|guild| (guild >> 22) % u64::from(all) == u64::from(shard.0)) {
        if here.contains(&guild) { arrived(bureau, guild).await } else { left(bureau, guild).await }
    }
    bureau.census.counts(shard, all);
}

/// Deletes what is due as soon as the bot knows which servers it is in, and every hour until `closing`.
pub async fn sweeps(bureau: Arc<Bureau>, closing: CancellationToken) {
    tokio::select! {
        () = closing.cancelled() => return,
        () = bureau.census.is_complete() => {}
    }
    loop {
        match bureau.desk.library().forget_departed(Utc::now().timestamp()).await {
            Ok(forgotten) => {
                for guild in forgotten {
                    bureau.rules.forget(guild);
                    tracing::info!(guild, "deleted what a server kept that the bot left 30 days ago");
                }
            }
            Err(error) => logged(Err(error), "could not delete what servers kept that the bot left"),
        }
        tokio::select! {
            () = closing.cancelled() => return,
            () = tokio::time::sleep(SWEEP) => {}
        }
    }
}

fn logged(outcome: Result<(), LibraryError>, what: &str) {
    if let Err(error) = outcome {
        tracing::warn!(error = format!("{:#}", anyhow::Error::from(error)), "{what}");
    }
}
