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

    /// Refuses if a server has no room for another article.
    pub async fn check_room(&self, scope: Scope) -> Result<(), LibraryError> {
        let Some(limits) = self.limits.filter(|_| scope != Scope::Everyone) else { return Ok(()) };
        let mut transaction = self.pool().begin().await?;
        let (articles, bytes) = (quoted(&mut transaction, scope).await?, kept(&mut transaction, scope).await?);
        if articles >= limits.articles {
            return Err(LibraryError::TooMany { most: limits.articles });
        }
        if bytes >= limits.bytes {
            return Err(LibraryError::TooMuch { most: limits.bytes });
        }
        Ok(())
    }

    /// Refuses arrivals after which a server would keep too much. What changes nothing is never refused.
    pub(super) async fn check_limits(
        &self,
        transaction: &mut Transaction<'_, Sqlite>,
        scope: Scope,
        arrivals: &[Arrival],
    ) -> Result<(), LibraryError> {
        let Some(limits) = self.limits.filter(|_| scope != Scope::Everyone) else { return Ok(()) };
        if arrivals.contains(&Arrival::Added) && quoted(transaction, scope).await? > limits.articles {
            return Err(LibraryError::TooMany { most: limits.articles });
        }
        let changed = arrivals.iter().any(|arrival| *arrival != Arrival::Unchanged);
        if changed && kept(transaction, scope).await? > limits.bytes {
            return Err(LibraryError::TooMuch { most: limits.bytes });
        }
        Ok(())
    }
}

/// How many articles of a library may be quoted.
async fn quoted(transaction: &mut Transaction<'_, Sqlite>, scope: Scope) -> Result<usize, LibraryError> {
    let row = sqlx::query("SELECT COUNT(*) FROM articles WHERE library = ? AND retired = 0").bind(scope.key());
    Ok(usize::try_from(row.fetch_one(&mut **transaction).await?.get::<i64, _>(0)).unwrap_or_default())
}

/// How many bytes a library keeps: see [`GuildLimits::bytes`].
async fn kept(transaction: &mut Transaction<'_, Sqlite>, scope: Scope) -> Result<usize, LibraryError> {
    let sums = [
        "SELECT COALESCE(SUM(end_byte - first_byte + COALESCE(OCTET_LENGTH(heading), 0)), 0) FROM paragraphs WHERE library = ?",
        "SELECT COALESCE(SUM(OCTET_LENGTH(metadata)), 0) FROM versions WHERE library = ?",
    ];
    let mut bytes = 0;
    for sum in sums {
        bytes += sqlx::query(sum).bind(scope.key()).fetch_one(&mut **transaction).await?.get::<i64, _>(0);
    }
    Ok(usize::try_from(bytes).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, markdown};
    use crate::library::{Incoming, Origin};

    /// A heading is kept with each paragraph of its section; what that takes was once not counted.
    #[tokio::test]
    async fn headings_count_as_often_as_they_are_kept() {
        let mut store = Store::in_memory().await.expect("a store opens in memory");
        let article = |heading: String| {
            let source = format!("# Bridge\n\n## {heading}\n\n{}", "It is closed.\n\n".repeat(10));
            Article::from_draft(&markdown::read(source.as_bytes()).expect("it is an article"))
        };
        let metadata = serde_json::to_string(&article(String::new()).metadata).expect("it is plain data");
        let most = 1_000 + metadata.len();
        store.limit(GuildLimits { articles: 9, bytes: most });
        let arrives = |heading: String| {
            let article = article(heading);
            [Incoming { id: "bridge".into(), source: "bridge.md".into(), source_hash: String::new(), article }]
        };
        let long = store.put(Scope::Guild(1), Origin::Upload, &arrives("é".repeat(50))).await;
        assert!(matches!(long, Err(LibraryError::TooMuch { most: told }) if told == most), "{long:?}");
        let short = store.put(Scope::Guild(1), Origin::Upload, &arrives("é".repeat(40))).await;
        assert_eq!(short.expect("it is 930 bytes and its metadata"), [Arrival::Added]);
    }
}
