//! The store: articles and their versions in SQLite.
//!
//! Portable SQL, so that PostgreSQL can follow. Each change raises the store's revision, which the segments follow.

use std::path::Path;
use std::time::Duration;

use chrono::Utc;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Row, Sqlite, Transaction};

use super::guilds::GuildLimits;
use super::{Arrival, Incoming, LibraryError, Origin, Scope};
use crate::article::Article;

mod address;
mod backup;
pub mod cards;
mod limits;
mod purge;
pub mod read;
pub mod readers;

/// How long closing waits for who still reads.
const CLOSING: Duration = Duration::from_secs(5);

/// How long a writer waits for another process.
const PATIENCE: Duration = Duration::from_secs(20);

/// The articles' database.
#[derive(Clone, Debug)]
pub struct Store {
    pool: SqlitePool,
    /// What a server may keep; `None` for as much as it likes.
    limits: Option<GuildLimits>,
}

/// An article as the store knows it, without its text.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// Its id in its library.
    pub id: String,
    /// Who brought it.
    pub origin: Origin,
    /// The file's name or the address.
    pub source: String,
    /// The fingerprint of the source's bytes.
    pub source_hash: String,
    /// Its current version.
    pub version: u32,
    /// No longer quoted.
    pub retired: bool,
}

impl Store {
    /// Opens `takeaway.db` in a data folder, made if it is not there.
    pub async fn open(folder: &Path) -> Result<Store, LibraryError> {
        std::fs::create_dir_all(folder).map_err(|source| LibraryError::Folder { folder: folder.to_owned(), source })?;
        let file = folder.join("takeaway.db");
        let options = SqliteConnectOptions::new()
            .filename(&file)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Normal)
            // What is purged is overwritten, not only forgotten.
            .pragma("secure_delete", "ON")
            .busy_timeout(PATIENCE);
        // SQLite waits for another writer, but not for one that makes the file or its tables at the same moment.
        let opening = folder.join("takeaway.db.lock");
        let opening = tokio::task::spawn_blocking(move || locked(&opening)).await.map_err(std::io::Error::from).and_then(|held| held);
        let _one_at_a_time = opening.map_err(|source| LibraryError::Folder { folder: folder.to_owned(), source })?;
        let pool = SqlitePoolOptions::new().max_connections(4).connect_with(options).await;
        Store::migrated(pool.map_err(|source| LibraryError::Open { file, source })?).await
    }

    /// A store that is gone with the process.
    pub async fn in_memory() -> Result<Store, LibraryError> {
        let options = SqliteConnectOptions::new().in_memory(true);
        // A second connection would be a second, empty store; and an idle one that is closed takes its store along.
        let pool = SqlitePoolOptions::new().max_connections(1).idle_timeout(None).max_lifetime(None);
        Store::migrated(pool.connect_with(options).await?).await
    }

    async fn migrated(pool: SqlitePool) -> Result<Store, LibraryError> {
        sqlx::migrate!("src/library/migrations").run(&pool).await?;
        Ok(Store { pool, limits: None })
    }

    /// Closes the connections. The last process that does leaves all that was written in `takeaway.db` itself.
    pub async fn close(&self) {
        // Whoever reads for longer ends with the process; nothing is lost by it.
        let _ = tokio::time::timeout(CLOSING, self.pool.close()).await;
    }

    /// The connections, for the tables of others.
    pub fn pool(&self) -> &SqlitePool {
        &self.pool
    }

    /// The revision of the last change to a library; 0 before the first.
    pub async fn revision(&self, scope: Scope) -> Result<i64, LibraryError> {
        let row = sqlx::query("SELECT COALESCE(MAX(revision), 0) FROM articles WHERE library = ?").bind(scope.key());
        Ok(row.fetch_one(&self.pool).await?.get(0))
    }

    /// The articles of a library that changed after a revision, retired ones included, by id.
    pub async fn changed_since(&self, scope: Scope, revision: i64) -> Result<Vec<Known>, LibraryError> {
        let rows = sqlx::query("SELECT * FROM articles WHERE library = ? AND revision > ? ORDER BY id").bind(scope.key()).bind(revision);
        Ok(rows.fetch_all(&self.pool).await?.iter().map(known).collect())
    }

    /// What is known of an article, retired or not.
    pub async fn known(&self, scope: Scope, id: &str) -> Result<Option<Known>, LibraryError> {
        let row = sqlx::query("SELECT * FROM articles WHERE library = ? AND id = ?").bind(scope.key()).bind(id);
        Ok(row.fetch_optional(&self.pool).await?.as_ref().map(known))
    }

    /// Adds or updates articles in one transaction. Answers in the order of `incoming`.
    pub async fn put(&self, scope: Scope, origin: Origin, incoming: &[Incoming]) -> Result<Vec<Arrival>, LibraryError> {
        let mut transaction = self.pool.begin_with("BEGIN IMMEDIATE").await?;
        let revision = raise(&mut transaction).await?;
        let mut arrivals = Vec::with_capacity(incoming.len());
        for article in incoming {
            arrivals.push(put_one(&mut transaction, scope, origin, revision, article).await?);
        }
        self.check_limits(&mut transaction, scope, &arrivals).await?;
        transaction.commit().await?;
        Ok(arrivals)
    }

    /// Retires the given articles that are not retired yet, in one transaction; how many that were.
    ///
    /// Refuses all of them if one was brought by an origin that is not in `origins`.
    pub async fn retire(&self, scope: Scope, origins: &[Origin], ids: &[String]) -> Result<usize, LibraryError> {
        let mut transaction = self.pool.begin_with("BEGIN IMMEDIATE").await?;
        let revision = raise(&mut transaction).await?;
        let mut retired = 0;
        for id in ids {
            let found = known_in(&mut transaction, scope, id).await?;
            let Some(found) = found.filter(|known| !known.retired) else { continue };
            if !origins.contains(&found.origin) {
                return Err(other_origin(&found));
            }
            let update = sqlx::query("UPDATE articles SET retired = 1, revision = ? WHERE library = ? AND id = ?");
            update.bind(revision).bind(scope.key()).bind(id).execute(&mut *transaction).await?;
            retired += 1;
        }
        transaction.commit().await?;
        Ok(retired)
    }

    /// What is known of all articles of a library that one origin brought, retired ones included, by source.
    pub async fn of_origin(&self, scope: Scope, origin: Origin) -> Result<Vec<Known>, LibraryError> {
        let rows =
            sqlx::query("SELECT * FROM articles WHERE library = ? AND origin = ? ORDER BY source").bind(scope.key()).bind(origin.name());
        Ok(rows.fetch_all(&self.pool).await?.iter().map(known).collect())
    }
}

/// A file that no other process holds locked, until it is dropped.
fn locked(path: &Path) -> std::io::Result<std::fs::File> {
    let file = std::fs::File::options().create(true).append(true).open(path)?;
    file.lock()?;
    Ok(file)
}

fn known(row: &sqlx::sqlite::SqliteRow) -> Known {
    Known {
        id: row.get("id"),
        origin: Origin::named(row.get("origin")),
        source: row.get("source"),
        source_hash: row.get("source_hash"),
        version: number(row, "version"),
        retired: row.get::<i64, _>("retired") != 0,
    }
}

fn number(row: &sqlx::sqlite::SqliteRow, column: &str) -> u32 {
    u32::try_from(row.get::<i64, _>(column)).unwrap_or_default()
}

fn parsed<T: serde::de::DeserializeOwned>(json: &str, id: &str) -> Result<T, LibraryError> {
    serde_json::from_str(json).map_err(|e| LibraryError::Damaged { id: id.to_owned(), message: e.to_string() })
}

fn other_origin(known: &Known) -> LibraryError {
    LibraryError::OtherOrigin { id: known.id.clone(), origin: known.origin.name(), source_name: known.source.clone() }
}

async fn raise(transaction: &mut Transaction<'_, Sqlite>) -> Result<i64, LibraryError> {
    sqlx::query("UPDATE revision SET value = value + 1").execute(&mut **transaction).await?;
    Ok(sqlx::query("SELECT value FROM revision").fetch_one(&mut **transaction).await?.get(0))
}

async fn known_in(transaction: &mut Transaction<'_, Sqlite>, scope: Scope, id: &str) -> Result<Option<Known>, LibraryError> {
    let row = sqlx::query("SELECT * FROM articles WHERE library = ? AND id = ?").bind(scope.key()).bind(id);
    Ok(row.fetch_optional(&mut **transaction).await?.as_ref().map(known))
}

async fn put_one(
    transaction: &mut Transaction<'_, Sqlite>,
    scope: Scope,
    origin: Origin,
    revision: i64,
    incoming: &Incoming,
) -> Result<Arrival, LibraryError> {
    let known = known_in(transaction, scope, &incoming.id).await?;
    // A file takes the place of the article that came with the program.
    let may_change = |known: &Known| known.origin == origin || known.origin == Origin::Bundled || known.retired;
    if let Some(known) = known.as_ref().filter(|known| !may_change(known)) {
        return Err(other_origin(known));
    }
    let hash = incoming.article.hash();
    let last = sqlx::query("SELECT version, hash FROM versions WHERE library = ? AND id = ? ORDER BY version DESC LIMIT 1");
    let last = last.bind(scope.key()).bind(&incoming.id).fetch_optional(&mut **transaction).await?;
    if known.is_some() && last.is_none() {
        return Err(LibraryError::Purged { id: incoming.id.clone() });
    }
    let (last, same) = last.map_or((0, false), |row| (row.get::<i64, _>("version"), row.get::<&str, _>("hash") == hash));
    let arrival = match &known {
        Some(known) if same && !known.retired => Arrival::Unchanged,
        Some(known) if !known.retired => Arrival::Updated,
        _ => Arrival::Added,
    };
    let version = if same { last } else { last + 1 };
    if !same {
        write_version(transaction, scope, &incoming.id, version, &incoming.article, &hash).await?;
    }
    let revision = if arrival == Arrival::Unchanged { None } else { Some(revision) };
    sqlx::query(
        "INSERT INTO articles (library, id, origin, source, source_hash, version, retired, revision) VALUES (?, ?, ?, ?, ?, ?, 0, COALESCE(?, 0)) \
         ON CONFLICT (library, id) DO UPDATE SET origin = excluded.origin, source = excluded.source, source_hash = excluded.source_hash, \
         version = excluded.version, retired = 0, revision = CASE WHEN excluded.revision > 0 THEN excluded.revision ELSE articles.revision END",
    )
    .bind(scope.key())
    .bind(&incoming.id)
    .bind(origin.name())
    .bind(&incoming.source)
    .bind(&incoming.source_hash)
    .bind(version)
    .bind(revision)
    .execute(&mut **transaction)
    .await?;
    Ok(arrival)
}

async fn write_version(
    transaction: &mut Transaction<'_, Sqlite>,
    scope: Scope,
    id: &str,
    version: i64,
    article: &Article,
    hash: &str,
) -> Result<(), LibraryError> {
    let metadata = serde_json::to_string(&article.metadata).expect("metadata are plain data");
    let insert = sqlx::query("INSERT INTO versions (library, id, version, hash, metadata, added) VALUES (?, ?, ?, ?, ?, ?)");
    let insert = insert.bind(scope.key()).bind(id).bind(version).bind(hash).bind(metadata).bind(Utc::now().to_rfc3339());
    insert.execute(&mut **transaction).await?;
    for section in &article.sections {
        for paragraph in &article.paragraphs[section.paragraphs.clone()] {
            let sentences: Vec<(usize, usize)> = paragraph.sentences.iter().map(|s| (s.start, s.end)).collect();
            let insert = sqlx::query(
                "INSERT INTO paragraphs (library, id, version, first_byte, end_byte, section, heading, text, sentences) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            );
            insert
                .bind(scope.key())
                .bind(id)
                .bind(version)
                .bind(paragraph.span.start as i64)
                .bind(paragraph.span.end as i64)
                .bind(&section.id)
                .bind(&section.heading)
                .bind(&article.text[paragraph.span.clone()])
                .bind(serde_json::to_string(&sentences).expect("numbers can be written"))
                .execute(&mut **transaction)
                .await?;
        }
    }
    Ok(())
}
