//! How much a server may keep in its library.

use sqlx::{Row, Sqlite, Transaction};

use super::Store;
use crate::library::guilds::GuildLimits;
use crate::library::{Arrival, LibraryError, Scope};

impl Store {
    /// From now on no server may keep more than this.
    pub fn limit(&mut self, limits: GuildLimits) {
        self.limits = Some(limits);
    }

    /// What a server may keep; `None` for as much as it likes.
    pub fn limits(&self) -> Option<GuildLimits> {
        self.limits
    }

    /// Refuses arrivals after which a server would keep too much. What changes nothing is never refused.
    pub(super) async fn check_limits(
        &self,
        transaction: &mut Transaction<'_, Sqlite>,
        scope: Scope,
        arrivals: &[Arrival],
    ) -> Result<(), LibraryError> {
        let Some(limits) = self.limits.filter(|_| scope != Scope::Everyone) else { return Ok(()) };
        if arrivals.contains(&Arrival::Added) {
            let row = sqlx::query("SELECT COUNT(*) FROM articles WHERE library = ? AND retired = 0").bind(scope.key());
            let articles: i64 = row.fetch_one(&mut **transaction).await?.get(0);
            if usize::try_from(articles).is_ok_and(|articles| articles > limits.articles) {
                return Err(LibraryError::TooMany { most: limits.articles });
            }
        }
        if arrivals.iter().any(|arrival| *arrival != Arrival::Unchanged) {
            let row = sqlx::query("SELECT COALESCE(SUM(end_byte - first_byte), 0) FROM paragraphs WHERE library = ?").bind(scope.key());
            let bytes: i64 = row.fetch_one(&mut **transaction).await?.get(0);
            if usize::try_from(bytes).is_ok_and(|bytes| bytes > limits.bytes) {
                return Err(LibraryError::TooMuch { most: limits.bytes });
            }
        }
        Ok(())
    }
}
