//! What somebody was shown and has neither confirmed nor cancelled: bounded in number, and gone after a day.

use chrono::Utc;
use sqlx::Row;
use sqlx::sqlite::SqlitePool;

use super::folder::fingerprint;
use super::store::Store;
use super::{LibraryError, Scope};

/// How long a proposal waits, in seconds.
const KEPT: i64 = 24 * 60 * 60;

/// Proposals of one person that wait at the same time; an older one gives way.
const MOST_OF_ONE: u32 = 5;

/// Proposals that wait at the same time. Each may hold an article of the largest size.
const MOST: u32 = 100;

/// The proposals of one person to one library.
pub struct Proposals<'a> {
    pool: &'a SqlitePool,
    scope: Scope,
    person: u64,
}

impl Store {
    /// What a person proposed to a library.
    pub fn proposals(&self, scope: Scope, person: u64) -> Proposals<'_> {
        Proposals { pool: self.pool(), scope, person }
    }
}

impl Proposals<'_> {
    /// Keeps a proposal; the token that it can be taken by, 24 letters and digits.
    pub async fn keep(&self, proposal: &str) -> Result<String, LibraryError> {
        let now = Utc::now();
        let nanoseconds = now.timestamp_nanos_opt().unwrap_or_default();
        let token = fingerprint(format!("{}/{nanoseconds}/{proposal}", self.person).as_bytes())[..24].to_owned();
        let insert = sqlx::query("INSERT INTO proposals (token, library, person, proposal, until) VALUES (?, ?, ?, ?, ?)");
        let insert = insert.bind(&token).bind(self.scope.key()).bind(self.person.cast_signed()).bind(proposal);
        insert.bind(now.timestamp() + KEPT).execute(self.pool).await?;
        sqlx::query("DELETE FROM proposals WHERE until < ?").bind(now.timestamp()).execute(self.pool).await?;
        let older = sqlx::query(
            "DELETE FROM proposals WHERE person = ? AND token NOT IN \
             (SELECT token FROM proposals WHERE person = ? ORDER BY until DESC, token = ? DESC LIMIT ?)",
        );
        let person = self.person.cast_signed();
        older.bind(person).bind(person).bind(&token).bind(MOST_OF_ONE).execute(self.pool).await?;
        let older = sqlx::query(
            "DELETE FROM proposals WHERE token NOT IN (SELECT token FROM proposals ORDER BY until DESC, token = ? DESC LIMIT ?)",
        );
        older.bind(&token).bind(MOST).execute(self.pool).await?;
        Ok(token)
    }

    /// A proposal; `None` if it is not this person's, not for this library, or gone.
    pub async fn read(&self, token: &str) -> Result<Option<String>, LibraryError> {
        let row = sqlx::query("SELECT proposal FROM proposals WHERE token = ? AND library = ? AND person = ? AND until >= ?");
        let row = row.bind(token).bind(self.scope.key()).bind(self.person.cast_signed()).bind(Utc::now().timestamp());
        Ok(row.fetch_optional(self.pool).await?.map(|row| row.get("proposal")))
    }

    /// Takes a proposal, once; false where [`Proposals::read`] finds none.
    pub async fn take(&self, token: &str) -> Result<bool, LibraryError> {
        let delete = sqlx::query("DELETE FROM proposals WHERE token = ? AND library = ? AND person = ? AND until >= ?");
        let delete = delete.bind(token).bind(self.scope.key()).bind(self.person.cast_signed()).bind(Utc::now().timestamp());
        Ok(delete.execute(self.pool).await?.rows_affected() > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_proposal_is_taken_once_by_its_person_for_its_library_and_old_ones_give_way() {
        let store = Store::in_memory().await.expect("it opens");
        let mine = store.proposals(Scope::Guild(1), 7);
        let first = mine.keep("first").await.expect("it is kept");
        for other in [store.proposals(Scope::Guild(2), 7), store.proposals(Scope::Everyone, 7), store.proposals(Scope::Guild(1), 8)] {
            assert_eq!(other.read(&first).await.expect("the store answers"), None);
            assert!(!other.take(&first).await.expect("the store answers"));
        }
        assert_eq!(mine.read(&first).await.expect("the store answers").as_deref(), Some("first"));
        assert!(mine.take(&first).await.expect("the store answers"));
        assert!(!mine.take(&first).await.expect("the store answers"));
        assert_eq!(mine.read(&first).await.expect("the store answers"), None);
        let mut tokens = vec![];
        for n in 0..MOST_OF_ONE + 3 {
            tokens.push(mine.keep(&format!("number {n}")).await.expect("it is kept"));
        }
        let mut left = 0;
        for token in &tokens {
            left += u32::from(mine.take(token).await.expect("the store answers"));
        }
        assert_eq!(left, MOST_OF_ONE);
        let old = mine.keep("old").await.expect("it is kept");
        sqlx::query("UPDATE proposals SET until = 1").execute(store.pool()).await.expect("the store answers");
        assert!(!mine.take(&old).await.expect("the store answers"));
    }
}
