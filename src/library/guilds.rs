//! What servers keep besides articles, and what happens to all of it after the bot was removed from one.

use std::collections::HashMap;

use sqlx::Row;

use super::store::Store;
use super::{Library, LibraryError, Place, Scope};

/// How long what a server keeps outlives the bot's removal from it, in seconds.
pub const GRACE: i64 = 30 * 24 * 60 * 60;

/// The tables that hold something of a library, by its key.
const OF_A_LIBRARY: [&str; 11] = [
    "DELETE FROM paragraphs WHERE library = ?",
    "DELETE FROM versions WHERE library = ?",
    "DELETE FROM articles WHERE library = ?",
    "DELETE FROM feed_items WHERE library = ?",
    "DELETE FROM feeds WHERE library = ?",
    "DELETE FROM votes WHERE library = ?",
    "DELETE FROM cards WHERE library = ?",
    "DELETE FROM cards WHERE seen_in = ?",
    "DELETE FROM card_names WHERE library = ?",
    "DELETE FROM proposals WHERE library = ?",
    "DELETE FROM admin_log WHERE library = ?",
];

/// How much a server may keep in its library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GuildLimits {
    /// Articles that may be quoted.
    pub articles: usize,
    /// Bytes of text in all versions, those of retired articles included, and of each paragraph's heading.
    pub bytes: usize,
}

/// What a server has set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GuildSettings {
    /// The code of the bot's language there; `None` for each person's own.
    pub language: Option<String>,
    /// Whether commands are answered privately unless somebody asks otherwise.
    pub private: bool,
    /// The channels where mentions are answered; none for all.
    pub channels: Vec<u64>,
}

impl Store {
    /// What each server has set that has set anything.
    pub async fn guild_settings(&self) -> Result<HashMap<u64, GuildSettings>, LibraryError> {
        let rows = sqlx::query("SELECT * FROM guild_settings").fetch_all(self.pool()).await?;
        let settings = rows.iter().map(|row| {
            let channels = serde_json::from_str(row.get("channels")).unwrap_or_default();
            let set = GuildSettings { language: row.get("language"), private: row.get::<i64, _>("private") != 0, channels };
            (row.get::<i64, _>("guild").cast_unsigned(), set)
        });
        Ok(settings.collect())
    }

    /// Keeps what a server has set, in place of what it had.
    pub async fn set_guild(&self, guild: u64, set: &GuildSettings) -> Result<(), LibraryError> {
        let insert = sqlx::query(
            "INSERT INTO guild_settings (guild, language, private, channels) VALUES (?, ?, ?, ?) ON CONFLICT (guild) DO UPDATE SET \
             language = excluded.language, private = excluded.private, channels = excluded.channels",
        );
        let channels = serde_json::to_string(&set.channels).expect("numbers can be written");
        let insert = insert.bind(guild.cast_signed()).bind(&set.language).bind(i32::from(set.private)).bind(channels);
        insert.execute(self.pool()).await?;
        Ok(())
    }

    /// The servers that keep anything.
    pub async fn guilds(&self) -> Result<Vec<u64>, LibraryError> {
        let rows = sqlx::query(
            "SELECT library FROM articles UNION SELECT library FROM feeds UNION SELECT library FROM votes \
             UNION SELECT library FROM cards UNION SELECT seen_in FROM cards UNION SELECT library FROM card_names UNION SELECT library FROM proposals UNION SELECT library FROM admin_log",
        );
        let rows = rows.fetch_all(self.pool()).await?;
        let mut guilds: Vec<u64> = self.guild_settings().await?.into_keys().collect();
        guilds.extend(rows.iter().filter_map(|row| match Scope::named(row.get(0)) {
            Some(Scope::Guild(guild)) => Some(guild),
            _ => None,
        }));
        guilds.sort_unstable();
        guilds.dedup();
        Ok(guilds)
    }

    /// Notes that the bot is no longer in a server; the first time counts.
    pub async fn departs(&self, guild: u64, now: i64) -> Result<(), LibraryError> {
        let insert = sqlx::query("INSERT INTO departures (guild, departed) VALUES (?, ?) ON CONFLICT (guild) DO NOTHING");
        insert.bind(guild.cast_signed()).bind(now).execute(self.pool()).await?;
        Ok(())
    }

    /// Notes that the bot is in a server.
    pub async fn is_back(&self, guild: u64) -> Result<(), LibraryError> {
        // It is in nearly all of them whenever it starts, and reading holds nobody up.
        let left = sqlx::query("SELECT 1 FROM departures WHERE guild = ?").bind(guild.cast_signed());
        if left.fetch_optional(self.pool()).await?.is_some() {
            sqlx::query("DELETE FROM departures WHERE guild = ?").bind(guild.cast_signed()).execute(self.pool()).await?;
        }
        Ok(())
    }

    /// The servers that the bot is no longer in, if it left them before a time.
    pub async fn departed(&self, before: i64) -> Result<Vec<u64>, LibraryError> {
        let rows = sqlx::query("SELECT guild FROM departures WHERE departed < ? ORDER BY guild").bind(before);
        Ok(rows.fetch_all(self.pool()).await?.iter().map(|row| row.get::<i64, _>(0).cast_unsigned()).collect())
    }

    /// Deletes all that a server keeps in the store, but that the bot left it: see [`Library::forget_departed`]. False, and nothing, if the
    /// bot did not leave it before a time or is back by now.
    async fn delete_guild(&self, guild: u64, before: i64) -> Result<bool, LibraryError> {
        let mut transaction = self.pool().begin_with("BEGIN IMMEDIATE").await?;
        let left = sqlx::query("SELECT 1 FROM departures WHERE guild = ? AND departed < ?").bind(guild.cast_signed()).bind(before);
        if left.fetch_optional(&mut *transaction).await?.is_none() {
            return Ok(false);
        }
        for delete in OF_A_LIBRARY {
            sqlx::query(delete).bind(Scope::Guild(guild).key()).execute(&mut *transaction).await?;
        }
        let settings = sqlx::query("DELETE FROM guild_settings WHERE guild = ?").bind(guild.cast_signed());
        settings.execute(&mut *transaction).await?;
        transaction.commit().await?;
        if !self.empty_log_of_writes().await? {
            tracing::warn!(
                guild,
                "what a server kept is deleted, but another process reads the store as it was before: until it ends and something is purged, the old pages stay in the files"
            );
        }
        Ok(true)
    }
}

impl Library {
    /// Deletes all that servers keep which the bot left longer ago than [`GRACE`]; which these are.
    pub async fn forget_departed(&self, now: i64) -> Result<Vec<u64>, LibraryError> {
        let mut deleted = vec![];
        for guild in self.store.departed(now - GRACE).await? {
            if self.store.delete_guild(guild, now - GRACE).await? {
                self.drop_segments(Scope::Guild(guild)).await?;
                // Last, so that what was stopped on the way is done again.
                self.store.is_back(guild).await?;
                deleted.push(guild);
            }
        }
        Ok(deleted)
    }

    /// Deletes the segments of a library that is no more.
    async fn drop_segments(&self, scope: Scope) -> Result<(), LibraryError> {
        let _one_at_a_time = self.changing.lock().await;
        self.open.lock().expect("no holder panics").remove(&scope);
        self.forget(scope);
        let Place::Folder(data) = &self.place else { return Ok(()) };
        super::sync::remove(&data.join("segments").join(scope.key()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_server_that_the_bot_came_back_to_after_it_was_looked_up_is_not_deleted() {
        let store = Store::in_memory().await.expect("it opens");
        let kept = GuildSettings { private: true, ..GuildSettings::default() };
        store.set_guild(7, &kept).await.expect("it is kept");
        store.departs(7, 1).await.expect("it is noted");
        assert_eq!(store.departed(2).await.expect("it is looked up"), [7]);
        store.is_back(7).await.expect("it is noted");
        assert!(!store.delete_guild(7, 2).await.expect("the store answers"));
        assert_eq!(store.guild_settings().await.expect("they are read").get(&7), Some(&kept));
        store.departs(7, 3).await.expect("it is noted");
        assert!(!store.delete_guild(7, 2).await.expect("the store answers"), "the new departure counts");
        assert!(store.delete_guild(7, 4).await.expect("the store answers"));
        assert!(store.guild_settings().await.expect("they are read").is_empty());
    }
}
