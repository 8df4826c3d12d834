//! The bot: slash commands, mentions, direct messages, the message menu and buttons. Parses, asks the desk, renders.
//!
//! | Room | Its one job |
//! |---|---|
//! | `connect` | what has to hold before the bot goes online: a good token, a gateway, a client |
//! | `relay` | completes what a gateway leaves out that stands in Discord's place |
//! | `wire` | one request to Discord: how long it may take and when it is sent again |
//! | `dispatch` | hands each event to whoever answers it, and counts what is in flight |
//! | `commands` | the commands as Discord shows them and as they are answered |
//! | `mentions` | messages that are meant for the bot |
//! | `components`, `press`, `hand` | buttons and selects, and what their ids carry |
//! | `quotes` | the buttons of a quote |
//! | `records`, `withdrawals` | which message shows what, and what happens to it when its article is purged |
//! | `visit`, `door` | who asks where, and how to answer them |
//! | `authority`, `session` | who may change a library, and somebody who does |
//! | `editing`, `uploads`, `doctor` | buttons on editors' cards, files that they attach, what is missing in a channel |
//! | `rules`, `guilds` | what servers have set, and what becomes of it when the bot leaves one |
//! | `answering` | the one guard around every answer: its time, its failures, its visibility |
//! | `limits` | how often a person may ask |
//! | `render` | a card as an embed or as plain text, within Discord's limits |
//!
//! Nothing here searches, ranks or words anything: that is done by [`crate::desk`] and [`crate::card`].

use std::sync::Arc;
use std::time::Duration;

use secrecy::SecretString;
use tokio::task::JoinHandle;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::desk::Desk;
use crate::library::follower::kept;
use crate::settings::Settings;

mod answering;
mod authority;
mod bureau;
mod commands;
mod components;
mod connect;
mod dispatch;
mod doctor;
mod door;
mod editing;
mod guilds;
mod hand;
mod limits;
mod mentions;
mod press;
mod quotes;
mod records;
mod relay;
mod render;
mod rules;
mod session;
mod uploads;
mod visit;
mod wire;
mod withdrawals;

pub use connect::BotError;

use bureau::Bureau;
use dispatch::Dispatch;

/// What is in flight gets this long to be finished when the bot is asked to stop.
const LAST_ANSWERS: Duration = Duration::from_millis(9_500);

/// What was noted of the last answers gets this long to be written.
const LAST_RECORDS: Duration = Duration::from_millis(400);

/// How long the first shard may take to be welcomed.
const WELCOME: Duration = Duration::from_secs(20);

/// The bot on Discord.
pub struct Bot;

impl Bot {
    /// Connects, registers the commands and answers until `stop` is cancelled; then finishes what is in flight and leaves.
    ///
    /// An error if Discord cannot be reached, refuses the token or an intent, or closes the connection for good.
    pub async fn start(settings: &Settings, token: SecretString, desk: Arc<Desk>, stop: CancellationToken) -> Result<(), BotError> {
        let wire = wire::Wire::new(&settings.discord, &token)?;
        let owners = connect::owners(&wire).await?;
        let gateway = connect::gateway(&wire, &settings.discord).await?;
        let relay = connect::relay(&gateway).await?;
        let bureau = Bureau::new(settings, desk, wire, owners).await?;
        let (work, closing) = (TaskTracker::new(), stop.child_token());
        let sweeper = (bureau.clone(), closing.clone());
        work.spawn(kept("deleting what servers kept that the bot left", move || guilds::sweeps(sweeper.0.clone(), sweeper.1.clone())));
        let (dispatch, mut welcome) = Dispatch::new(bureau.clone(), work.clone(), closing.clone());
        let mut client = connect::client(&bureau.wire, &token, relay.as_ref(), dispatch).await?;
        let (withdrawing, recording) = (bureau.clone(), bureau.clone());
        let followers = [
            tokio::spawn(kept("withdrawing the cards of purged articles", move || withdrawals::follow(withdrawing.clone()))),
            tokio::spawn(kept("recording which cards were shown", move || records::follow(recording.clone()))),
        ];
        let shards = client.shard_manager.clone();
        let count = connect::shards(&bureau.wire).await;
        let ended = tokio::select! {
            ended = client.start_shards(count) => Err(connect::ended(ended)),
            refused = connect::welcomed(&mut welcome, WELCOME, &gateway) => Err(refused),
            () = stop.cancelled() => Ok(()),
        };
        closing.cancel();
        work.close();
        followers.iter().for_each(JoinHandle::abort);
        // The gateway closes while the last answers are written, so that nothing new comes in; both may hang.
        let leaves = async {
            tokio::join!(work.wait(), shards.shutdown_all());
            if let Some(relay) = &relay {
                relay.ended().await;
            }
        };
        let _ = timeout(LAST_ANSWERS, leaves).await;
        let _ = timeout(LAST_RECORDS, bureau.writes_records()).await;
        ended
    }
}
