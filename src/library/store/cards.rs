//! What is written down of cards: which message shows or names which article, and what buttons have no room for.

use sqlx::{Row, Sqlite, Transaction};

use super::Store;
use super::readers::{signed, unsigned};
use crate::library::{LibraryError, Scope};

/// A message that shows an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posted {
    /// Its channel.
    pub channel: u64,
    /// The message.
    pub message: u64,
    /// The code of the language of the bot's words on it.
    pub words: String,
}

/// A message that shows or names an article that was purged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfPurged {
    /// The message.
    pub posted: Posted,
    /// Whether it shows words of it; it only names it, if not.
    pub shown: bool,
}

/// What is written down of a card; times in seconds since 1970.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    /// Which article a message shows, in place of what it showed before.
    Shown {
        /// The message.
        posted: Posted,
        /// Whose library.
        scope: Scope,
        /// The article's id.
        article: String,
        /// Its version.
        version: u32,
        /// The library that was seen beside everyone's where it was shown.
        seen_in: Scope,
        /// Who asked.
        asker: u64,
        /// When who asked is forgotten.
        asker_until: i64,
        /// When the message is.
        until: i64,
    },
    /// Which articles a message names besides, in place of those that it named before.
    Named {
        /// The message.
        posted: Posted,
        /// The library that was seen beside everyone's.
        scope: Scope,
        /// The articles' ids.
        articles: Vec<String>,
        /// When the message is forgotten.
        until: i64,
    },
    /// What the buttons of a card need.
    Held {
        /// Its name.
        token: String,
        /// What they need.
        hand: String,
        /// When it is gone.
        until: i64,
    },
}

impl Store {
    /// Writes records down, all in one transaction; false if an article that is shown was purged meanwhile.
    pub async fn write_down(&self, records: &[Record]) -> Result<bool, LibraryError> {
        let mut transaction = self.pool().begin_with("BEGIN IMMEDIATE").await?;
        let mut all_there = true;
        for record in records {
            all_there &= write_one(&mut transaction, record).await?;
        }
        transaction.commit().await?;
        Ok(all_there)
    }

    /// Forgets a message.
    pub async fn forget_message(&self, message: u64) -> Result<(), LibraryError> {
        for forget in ["DELETE FROM cards WHERE message = ?", "DELETE FROM card_names WHERE message = ?"] {
            sqlx::query(forget).bind(signed(message)).execute(self.pool()).await?;
        }
        Ok(())
    }

    /// The messages that show or name articles which were purged.
    pub async fn of_purged(&self) -> Result<Vec<OfPurged>, LibraryError> {
        let rows = sqlx::query(
            "WITH purged AS (SELECT a.library, a.id FROM articles a WHERE a.retired = 1 \
             AND NOT EXISTS (SELECT 1 FROM versions v WHERE v.library = a.library AND v.id = a.id)) \
             SELECT channel, message, words, MAX(shown) AS shown FROM ( \
             SELECT c.channel, c.message, c.words, 1 AS shown FROM cards c JOIN purged p ON p.library = c.library AND p.id = c.article \
             UNION ALL SELECT n.channel, n.message, n.words, 0 AS shown FROM card_names n \
             JOIN purged p ON p.library IN ('everyone', n.library) AND p.id = n.article) AS messages \
             GROUP BY channel, message, words ORDER BY message",
        );
        let of_purged = |row: &sqlx::sqlite::SqliteRow| {
            let (channel, message) = (unsigned(row.get("channel")), unsigned(row.get("message")));
            OfPurged { posted: Posted { channel, message, words: row.get("words") }, shown: row.get::<i64, _>("shown") != 0 }
        };
        Ok(rows.fetch_all(self.pool()).await?.iter().map(of_purged).collect())
    }

    /// What the buttons of a card need; `None` once it has expired.
    pub async fn held(&self, token: &str, now: i64) -> Result<Option<String>, LibraryError> {
        let row = sqlx::query("SELECT hand FROM hands WHERE token = ? AND until > ?").bind(token).bind(now);
        Ok(row.fetch_optional(self.pool()).await?.map(|row| row.get(0)))
    }
}

/// Writes a record down; false if the article that is shown was purged.
async fn write_one(transaction: &mut Transaction<'_, Sqlite>, record: &Record) -> Result<bool, LibraryError> {
    match record {
        Record::Held { token, hand, until } => {
            let insert = "INSERT INTO hands (token, hand, until) VALUES (?, ?, ?) ON CONFLICT (token) DO UPDATE SET until = excluded.until";
            sqlx::query(insert).bind(token).bind(hand).bind(until).execute(&mut **transaction).await?;
            Ok(true)
        }
        Record::Named { posted, scope, articles, until } => write_names(transaction, posted, *scope, (articles, *until)).await,
        Record::Shown { posted, scope, article, version, seen_in, asker, asker_until, until } => {
            forget_names(transaction, posted.message).await?;
            let insert = "INSERT INTO cards (channel, message, library, article, version, words, seen_in, until, asker, asker_until) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) \
                          ON CONFLICT (message) DO UPDATE SET library = excluded.library, article = excluded.article, version = excluded.version, \
                          words = excluded.words, seen_in = excluded.seen_in, until = excluded.until, asker = excluded.asker, asker_until = excluded.asker_until";
            let insert = sqlx::query(insert).bind(signed(posted.channel)).bind(signed(posted.message)).bind(scope.key()).bind(article);
            let insert = insert.bind(version).bind(&posted.words).bind(seen_in.key()).bind(until).bind(signed(*asker)).bind(asker_until);
            insert.execute(&mut **transaction).await?;
            let there = sqlx::query("SELECT COUNT(*) FROM versions WHERE library = ? AND id = ? AND version = ?");
            let there = there.bind(scope.key()).bind(article).bind(version).fetch_one(&mut **transaction).await?;
            Ok(there.get::<i64, _>(0) > 0)
        }
    }
}

/// Writes down what a message names; false if one of them was purged.
async fn write_names(
    transaction: &mut Transaction<'_, Sqlite>,
    posted: &Posted,
    scope: Scope,
    (articles, until): (&[String], i64),
) -> Result<bool, LibraryError> {
    forget_names(transaction, posted.message).await?;
    let mut all_there = true;
    for article in articles {
        let insert = "INSERT INTO card_names (channel, message, library, article, words, until) VALUES (?, ?, ?, ?, ?, ?)";
        let insert = sqlx::query(insert).bind(signed(posted.channel)).bind(signed(posted.message)).bind(scope.key()).bind(article);
        insert.bind(&posted.words).bind(until).execute(&mut **transaction).await?;
        let there = sqlx::query("SELECT COUNT(*) FROM versions WHERE library IN ('everyone', ?) AND id = ?");
        let there = there.bind(scope.key()).bind(article).fetch_one(&mut **transaction).await?;
        all_there &= there.get::<i64, _>(0) > 0;
    }
    Ok(all_there)
}

async fn forget_names(transaction: &mut Transaction<'_, Sqlite>, message: u64) -> Result<(), LibraryError> {
    sqlx::query("DELETE FROM card_names WHERE message = ?").bind(signed(message)).execute(&mut **transaction).await?;
    Ok(())
}
