//! Articles that came from an address: the address, not the id, says which article it is.

use sqlx::{Row, Sqlite, Transaction};

use super::{Store, known, known_in, other_origin, parsed, put_one, raise};
use crate::article::{Metadata, slug};
use crate::library::store::Known;
use crate::library::{Arrival, AtAddress, Incoming, LibraryError, Origin, Scope};

/// Origins whose sources are addresses.
pub(super) const BY_ADDRESS: [Origin; 2] = [Origin::Address, Origin::Feed];

/// Origins whose articles a page may change.
const MAY_CHANGE: [Origin; 3] = [Origin::Address, Origin::Feed, Origin::Bundled];

impl Store {
    /// Adds the article at an address in one transaction, or a new version of it if that address is known; answers its id too.
    ///
    /// Refuses an article of that address that came another way, and a wanted id that another article has.
    pub async fn put_at_address(&self, scope: Scope, page: AtAddress<'_>) -> Result<(String, Arrival), LibraryError> {
        let mut transaction = self.pool.begin_with("BEGIN IMMEDIATE").await?;
        let known = earlier(&mut transaction, scope, page).await?;
        // An address that a feed brought may be added by hand, and the other way round; it stays with whoever brought it first.
        let origin = known.as_ref().map(|known| known.origin).filter(|origin| BY_ADDRESS.contains(origin)).unwrap_or(page.origin);
        let id = match known {
            // What somebody took out is not for a feed to bring back.
            Some(known) if known.retired && page.origin == Origin::Feed => return Ok((known.id, Arrival::Unchanged)),
            Some(known) if !known.retired && !MAY_CHANGE.contains(&known.origin) => return Err(other_origin(&known)),
            Some(known) if page.id.is_some_and(|id| id != known.id) => {
                return Err(LibraryError::OtherId { address: page.address.to_owned(), id: known.id });
            }
            Some(known) => known.id,
            None => new_id(&mut transaction, scope, page).await?,
        };
        let revision = raise(&mut transaction).await?;
        let (source, source_hash) = (page.address.to_owned(), page.article.hash());
        let incoming = Incoming { id, source, source_hash, article: page.article.clone() };
        let arrival = put_one(&mut transaction, scope, origin, revision, &incoming).await?;
        self.check_limits(&mut transaction, scope, &[arrival]).await?;
        transaction.commit().await?;
        Ok((incoming.id, arrival))
    }

    /// The article that an address stands for, retired or not; `None` if there is none yet.
    pub async fn at_address(&self, scope: Scope, address: &str) -> Result<Option<Known>, LibraryError> {
        let mut transaction = self.pool.begin().await?;
        of_address(&mut transaction, scope, address).await
    }
}

/// The article that is at the page's address, else the one that a feed last named so.
async fn earlier(transaction: &mut Transaction<'_, Sqlite>, scope: Scope, page: AtAddress<'_>) -> Result<Option<Known>, LibraryError> {
    if let Some(known) = of_address(transaction, scope, page.address).await? {
        return Ok(Some(known));
    }
    let Some(id) = page.same_as else { return Ok(None) };
    Ok(known_in(transaction, scope, id).await?.filter(|known| BY_ADDRESS.contains(&known.origin)))
}

/// The article that came from an address, else the one that says that it stands there; retired ones last.
async fn of_address(transaction: &mut Transaction<'_, Sqlite>, scope: Scope, address: &str) -> Result<Option<Known>, LibraryError> {
    let row = sqlx::query("SELECT * FROM articles WHERE library = ? AND origin IN (?, ?) AND source = ?");
    let row = row
        .bind(scope.key())
        .bind(Origin::Address.name())
        .bind(Origin::Feed.name())
        .bind(address)
        .fetch_optional(&mut **transaction)
        .await?;
    if let Some(row) = row {
        return Ok(Some(known(&row)));
    }
    let rows = sqlx::query(
        "SELECT a.*, v.metadata FROM articles a JOIN versions v ON v.library = a.library AND v.id = a.id AND v.version = a.version \
         WHERE a.library = ? AND v.metadata LIKE ? ORDER BY a.retired",
    );
    // An address stands in the metadata as it is: only those that hold it are read.
    for row in rows.bind(scope.key()).bind(format!("%{address}%")).fetch_all(&mut **transaction).await? {
        let known = known(&row);
        let metadata: Metadata = parsed(row.get("metadata"), &known.id)?;
        if metadata.url.as_deref() == Some(address) {
            return Ok(Some(known));
        }
    }
    Ok(None)
}

/// The wanted id if no article has it, else a free one from the title or the end of the address.
async fn new_id(transaction: &mut Transaction<'_, Sqlite>, scope: Scope, page: AtAddress<'_>) -> Result<String, LibraryError> {
    if let Some(id) = page.id {
        return match known_in(transaction, scope, id).await? {
            Some(known) => Err(other_origin(&known)),
            None => Ok(id.to_owned()),
        };
    }
    let end = page.address.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let stems = [slug(&page.article.metadata.title), slug(end), "article".to_owned()];
    let stem = stems.into_iter().find(|stem| !stem.is_empty()).expect("the last is not empty");
    let mut id = stem.clone();
    let mut number = 2;
    while is_taken(transaction, scope, &id).await? {
        id = format!("{stem}-{number}");
        number += 1;
    }
    Ok(id)
}

/// Whether an id means an article already: in a server's library also one of everyone's, for its readers see both.
async fn is_taken(transaction: &mut Transaction<'_, Sqlite>, scope: Scope, id: &str) -> Result<bool, LibraryError> {
    let own = known_in(transaction, scope, id).await?.is_some();
    Ok(own || known_in(transaction, Scope::Everyone, id).await?.is_some())
}
