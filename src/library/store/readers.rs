//! What is kept of readers: their votes, which message shows which article, and what buttons have no room for. Never a question.

use sqlx::{Row, Sqlite, Transaction};

use super::{Store, number};
use crate::library::{LibraryError, Scope};

/// What a person says of a quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ballot {
    /// It helped.
    Up,
    /// It did not.
    Down,
}

impl Ballot {
    fn value(self) -> i64 {
        match self {
            Ballot::Up => 1,
            Ballot::Down => -1,
        }
    }
}

/// Which quote a vote is on.
#[derive(Clone, Copy, Debug)]
pub struct QuoteKey<'a> {
    /// Whose library.
    pub scope: Scope,
    /// The article's id.
    pub article: &'a str,
    /// Its version.
    pub version: u32,
    /// The first byte of the quote's core.
    pub core: usize,
}

/// What became of a vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voted {
    /// It counts, in place of another if there was one.
    Cast,
    /// It was there, and is taken back.
    Withdrawn,
}

/// How many voted on a quote.
#[derive(Clone, Debug)]
pub struct Counted {
    /// The library's name.
    pub library: String,
    /// The article's id.
    pub article: String,
    /// Its version.
    pub version: u32,
    /// The first byte of the quote's core.
    pub core: usize,
    /// How many it helped.
    pub up: usize,
    /// How many it did not.
    pub down: usize,
}

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
        /// Who asked.
        asker: u64,
        /// When who asked is forgotten.
        asker_until: i64,
        /// When the message is.
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

/// What is kept of one person; times in seconds since 1970.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Votes.
    pub votes: usize,
    /// When the last of them is gone; 0 if there is none.
    pub votes_until: i64,
    /// Cards that they asked for.
    pub cards: usize,
    /// When the last of them is no longer theirs; 0 if there is none.
    pub cards_until: i64,
}

impl Store {
    /// Casts a person's vote on a quote, or takes it back if it is the one that is there.
    pub async fn vote(&self, person: u64, on: QuoteKey<'_>, ballot: Ballot, until: i64) -> Result<Voted, LibraryError> {
        let mut transaction = self.pool().begin_with("BEGIN IMMEDIATE").await?;
        let same = "DELETE FROM votes WHERE person = ? AND library = ? AND article = ? AND version = ? AND core = ? AND ballot = ?";
        let same = sqlx::query(same).bind(signed(person)).bind(on.scope.key()).bind(on.article).bind(on.version).bind(on.core as i64);
        let withdrawn = same.bind(ballot.value()).execute(&mut *transaction).await?.rows_affected() > 0;
        if !withdrawn {
            let cast = "INSERT INTO votes (person, library, article, version, core, ballot, until) VALUES (?, ?, ?, ?, ?, ?, ?) \
                        ON CONFLICT (person, library, article, version, core) DO UPDATE SET ballot = excluded.ballot, until = excluded.until";
            let cast = sqlx::query(cast).bind(signed(person)).bind(on.scope.key()).bind(on.article).bind(on.version).bind(on.core as i64);
            cast.bind(ballot.value()).bind(until).execute(&mut *transaction).await?;
        }
        transaction.commit().await?;
        Ok(if withdrawn { Voted::Withdrawn } else { Voted::Cast })
    }

    /// The votes on each quote, by article.
    pub async fn votes(&self) -> Result<Vec<Counted>, LibraryError> {
        let rows = sqlx::query(
            "SELECT library, article, version, core, SUM(CASE WHEN ballot > 0 THEN 1 ELSE 0 END) AS up, SUM(CASE WHEN ballot < 0 THEN 1 ELSE 0 END) AS down \
             FROM votes GROUP BY library, article, version, core ORDER BY library, article, version, core",
        );
        let count = |row: &sqlx::sqlite::SqliteRow, column: &str| usize::try_from(row.get::<i64, _>(column)).unwrap_or_default();
        let counted = |row: &sqlx::sqlite::SqliteRow| Counted {
            library: row.get("library"),
            article: row.get("article"),
            version: number(row, "version"),
            core: count(row, "core"),
            up: count(row, "up"),
            down: count(row, "down"),
        };
        Ok(rows.fetch_all(self.pool()).await?.iter().map(counted).collect())
    }

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
        sqlx::query("DELETE FROM cards WHERE message = ?").bind(signed(message)).execute(self.pool()).await?;
        Ok(())
    }

    /// The messages that show articles which were purged.
    pub async fn of_purged(&self) -> Result<Vec<Posted>, LibraryError> {
        let rows = sqlx::query(
            "SELECT c.channel, c.message, c.words FROM cards c JOIN articles a ON a.library = c.library AND a.id = c.article \
             WHERE a.retired = 1 AND NOT EXISTS (SELECT 1 FROM versions v WHERE v.library = c.library AND v.id = c.article) ORDER BY c.message",
        );
        let posted = |row: &sqlx::sqlite::SqliteRow| Posted {
            channel: unsigned(row.get("channel")),
            message: unsigned(row.get("message")),
            words: row.get("words"),
        };
        Ok(rows.fetch_all(self.pool()).await?.iter().map(posted).collect())
    }

    /// What the buttons of a card need; `None` once it has expired.
    pub async fn held(&self, token: &str, now: i64) -> Result<Option<String>, LibraryError> {
        let row = sqlx::query("SELECT hand FROM hands WHERE token = ? AND until > ?").bind(token).bind(now);
        Ok(row.fetch_optional(self.pool()).await?.map(|row| row.get(0)))
    }

    /// What is kept of a person.
    pub async fn kept_of(&self, person: u64) -> Result<Kept, LibraryError> {
        let count = async |query: &'static str| -> Result<(usize, i64), LibraryError> {
            let row = sqlx::query(query).bind(signed(person)).fetch_one(self.pool()).await?;
            Ok((usize::try_from(row.get::<i64, _>(0)).unwrap_or_default(), row.get(1)))
        };
        let (votes, votes_until) = count("SELECT COUNT(*), COALESCE(MAX(until), 0) FROM votes WHERE person = ?").await?;
        let (cards, cards_until) = count("SELECT COUNT(*), COALESCE(MAX(asker_until), 0) FROM cards WHERE asker = ?").await?;
        Ok(Kept { votes, votes_until, cards, cards_until })
    }

    /// Deletes a person's votes, and that it was they who asked for a card; what there was before.
    pub async fn forget_person(&self, person: u64) -> Result<Kept, LibraryError> {
        let kept = self.kept_of(person).await?;
        for forget in ["DELETE FROM votes WHERE person = ?", "UPDATE cards SET asker = NULL WHERE asker = ?"] {
            sqlx::query(forget).bind(signed(person)).execute(self.pool()).await?;
        }
        Ok(kept)
    }

    /// Deletes what was kept long enough.
    pub async fn sweep(&self, now: i64) -> Result<(), LibraryError> {
        let all = [
            "DELETE FROM votes WHERE until <= ?",
            "DELETE FROM hands WHERE until <= ?",
            "DELETE FROM cards WHERE until <= ?",
            "UPDATE cards SET asker = NULL WHERE asker_until <= ?",
            "DELETE FROM admin_log WHERE until <= ?",
            "DELETE FROM proposals WHERE until <= ?",
        ];
        for expired in all {
            sqlx::query(expired).bind(now).execute(self.pool()).await?;
        }
        Ok(())
    }

    /// The revision of the last change to any library.
    pub async fn last_revision(&self) -> Result<i64, LibraryError> {
        Ok(sqlx::query("SELECT COALESCE(MAX(value), 0) FROM revision").fetch_one(self.pool()).await?.get(0))
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
        Record::Shown { posted, scope, article, version, asker, asker_until, until } => {
            let insert = "INSERT INTO cards (channel, message, library, article, version, words, until, asker, asker_until) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) \
                          ON CONFLICT (message) DO UPDATE SET library = excluded.library, article = excluded.article, version = excluded.version, \
                          words = excluded.words, until = excluded.until, asker = excluded.asker, asker_until = excluded.asker_until";
            let insert = sqlx::query(insert).bind(signed(posted.channel)).bind(signed(posted.message)).bind(scope.key()).bind(article);
            let insert = insert.bind(version).bind(&posted.words).bind(until).bind(signed(*asker)).bind(asker_until);
            insert.execute(&mut **transaction).await?;
            let there = sqlx::query("SELECT COUNT(*) FROM versions WHERE library = ? AND id = ? AND version = ?");
            let there = there.bind(scope.key()).bind(article).bind(version).fetch_one(&mut **transaction).await?;
            Ok(there.get::<i64, _>(0) > 0)
        }
    }
}

/// Discord's numbers use 63 bits.
fn signed(number: u64) -> i64 {
    number as i64
}

fn unsigned(number: i64) -> u64 {
    number as u64
}
