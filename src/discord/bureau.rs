//! What every answer of the bot needs.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Notify;

use super::connect::BotError;
use super::guilds::Census;
use super::limits::Limits;
use super::records::Records;
use super::rules::Rules;
use super::uploads::Uploads;
use super::wire::Wire;
use crate::desk::Desk;
use crate::desk::newsroom::Newsroom;
use crate::settings::Settings;

/// The bot's bureau at Discord.
pub struct Bureau {
    /// What can be asked for.
    pub desk: Arc<Desk>,
    /// The way to Discord.
    pub wire: Wire,
    /// How often a person may ask.
    pub limits: Limits,
    /// What can be done with a library.
    pub newsroom: Newsroom,
    /// The way to attached files.
    pub uploads: Uploads,
    /// What servers have set.
    pub rules: Rules,
    /// Whether it is known which servers the bot is in.
    pub census: Census,
    /// Who may change everyone's library: the application's owners and those whom the settings name.
    pub owners: HashSet<u64>,
    /// Answers that take longer are announced first.
    pub defer_after: Duration,
    /// Who runs the bot, for `/help`; may be empty.
    pub run_by: String,
    /// Whether to log what people ask.
    pub logs_questions: bool,
    /// What is written down of cards.
    pub records: Records,
    /// Rung when a card was recorded of an article that is purged by then.
    pub late: Notify,
}

impl Bureau {
    /// By the settings, and by what servers have set.
    pub async fn new(settings: &Settings, desk: Arc<Desk>, wire: Wire, owners: HashSet<u64>) -> Result<Arc<Bureau>, BotError> {
        let discord = &settings.discord;
        let set = desk.library().store().guild_settings().await?;
        Ok(Arc::new(Bureau {
            newsroom: Newsroom::new(desk.clone(), settings)?,
            uploads: Uploads::new(settings)?,
            rules: Rules::new(set),
            census: Census::default(),
            desk,
            wire,
            limits: Limits::new(discord.questions_per_minute),
            owners: owners.into_iter().chain(discord.owners.iter().copied()).collect(),
            defer_after: Duration::from_millis(discord.defer_after_ms),
            run_by: discord.run_by.clone(),
            logs_questions: settings.log.questions,
            records: Records::default(),
            late: Notify::new(),
        }))
    }
}
