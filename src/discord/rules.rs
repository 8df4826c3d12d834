//! What servers have set, held in memory so that no answer waits for it. The store keeps it.

use std::collections::HashMap;
use std::sync::RwLock;

use poise::serenity_prelude as serenity;
use serenity::{CommandInteraction, GuildId};
use tokio::sync::{Mutex, MutexGuard};

use crate::card::Words;
use crate::library::guilds::GuildSettings;

/// The settings of all servers.
pub struct Rules {
    set: RwLock<HashMap<u64, GuildSettings>>,
    /// Held by who changes one, from reading what is set until it is kept.
    changing: Mutex<()>,
}

impl Rules {
    /// As the store has them.
    pub fn new(set: HashMap<u64, GuildSettings>) -> Rules {
        Rules { set: RwLock::new(set), changing: Mutex::default() }
    }

    /// What a server has set; the defaults for one that has set nothing, and for private chats.
    pub fn of(&self, guild: Option<u64>) -> GuildSettings {
        let set = self.set.read().expect("no holder panics");
        guild.and_then(|guild| set.get(&guild).cloned()).unwrap_or_default()
    }

    /// Waits until nobody else changes what is set; nobody does as long as this is held.
    pub async fn changing(&self) -> MutexGuard<'_, ()> {
        self.changing.lock().await
    }

    /// From now on a server has set this.
    pub fn put(&self, guild: u64, set: GuildSettings) {
        self.set.write().expect("no holder panics").insert(guild, set);
    }

    /// A server's settings are gone.
    pub fn forget(&self, guild: u64) {
        self.set.write().expect("no holder panics").remove(&guild);
    }

    /// The bot's words where somebody with this locale asks.
    pub fn words(&self, guild: Option<u64>, locale: &str) -> Words {
        Words::of(self.of(guild).language.as_deref().unwrap_or(locale))
    }

    /// Whether a command is answered privately where its asker did not say.
    pub fn private(&self, command: &CommandInteraction) -> bool {
        self.of(command.guild_id.map(GuildId::get)).private
    }

    /// Whether mentions are answered in a channel, or in a thread of one.
    pub fn hears(&self, guild: Option<u64>, channel: u64, parent: Option<u64>) -> bool {
        let channels = self.of(guild).channels;
        channels.is_empty() || channels.contains(&channel) || parent.is_some_and(|parent| channels.contains(&parent))
    }
}
