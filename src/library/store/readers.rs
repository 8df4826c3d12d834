//! What is kept of readers: their votes, and which cards they asked for. Never a question.

use sqlx::Row;

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
    /// Previews that they neither confirmed nor cancelled.
    pub previews: usize,
    /// When the last of them is gone; 0 if there is none.
    pub previews_until: i64,
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

    /// What is kept of a person.
    pub async fn kept_of(&self, person: u64) -> Result<Kept, LibraryError> {
        let count = async |query: &'static str| -> Result<(usize, i64), LibraryError> {
            let row = sqlx::query(query).bind(signed(person)).fetch_one(self.pool()).await?;
            Ok((usize::try_from(row.get::<i64, _>(0)).unwrap_or_default(), row.get(1)))
        };
        let (votes, votes_until) = count("SELECT COUNT(*), COALESCE(MAX(until), 0) FROM votes WHERE person = ?").await?;
        let (cards, cards_until) = count("SELECT COUNT(*), COALESCE(MAX(asker_until), 0) FROM cards WHERE asker = ?").await?;
        let (previews, previews_until) = count("SELECT COUNT(*), COALESCE(MAX(until), 0) FROM proposals WHERE person = ?").await?;
        Ok(Kept { votes, votes_until, cards, cards_until, previews, previews_until })
    }

    /// Deletes a person's votes and previews, and that it was they who asked for a card; what there was before.
    pub async fn forget_person(&self, person: u64) -> Result<Kept, LibraryError> {
        let kept = self.kept_of(person).await?;
        for forget in [
            "DELETE FROM votes WHERE person = ?",
            "DELETE FROM proposals WHERE person = ?",
            "UPDATE cards SET asker = NULL WHERE asker = ?",
        ] {
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
            "DELETE FROM card_names WHERE until <= ?",
            "UPDATE cards SET asker = NULL WHERE asker_until <= ? AND asker IS NOT NULL",
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

/// Discord's numbers use 63 bits.
pub(super) fn signed(number: u64) -> i64 {
    number as i64
}

/// See [`signed`].
pub(super) fn unsigned(number: i64) -> u64 {
    number as u64
}
