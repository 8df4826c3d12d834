//! What those who answer for a library can do with it: bring articles in, look at them, take them out. What they change is noted in
//! the library's log.
//!
//! Who may do it is not decided here: an [`Editor`] stands for somebody who may.

use std::sync::Arc;
use std::time::Duration;

use super::Desk;
use super::preview::Preview;
use super::topics;
use super::typed::Typed;
use crate::article::{Article, Draft, NoArticle, ReadError};
use crate::intake::error::FetchError;
use crate::intake::upload::FileKind;
use crate::intake::{Fetcher, IntakeError};
use crate::library::folder::fingerprint;
use crate::library::log::{Deed, Entry, OPERATOR};
use crate::library::{Library, LibraryError, Listed, Origin, Scope};
use crate::settings::Settings;

mod feeds;
mod proposal;
mod refusal;
mod reindexing;
#[cfg(test)]
mod tests;
mod versions;

pub use feeds::Followed;
pub use proposal::{Confirmed, Proposed};
pub use refusal::{EditError, Refusal};
pub use reindexing::{Progress, Reindexed};
pub use versions::Changed;

/// Deeds that the log shows at once.
const LOGGED: u32 = 15;

/// Somebody who may change a library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Editor {
    /// Their number at Discord, or [`OPERATOR`].
    pub person: u64,
    /// The library.
    pub scope: Scope,
}

impl Editor {
    /// The operator on the terminal, who acts on everyone's library.
    pub const OPERATOR: Editor = Editor { person: OPERATOR, scope: Scope::Everyone };
}

/// Where a draft comes from.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Source {
    /// A file.
    File {
        /// Its name.
        name: String,
        /// The fingerprint of its bytes.
        hash: String,
    },
    /// The address that says which article it is.
    Address(String),
}

/// The back room of the desk.
pub struct Newsroom {
    desk: Arc<Desk>,
    fetcher: Fetcher,
    most_bytes: usize,
    refresh: Duration,
}

impl Newsroom {
    /// Behind a desk. An error if the settings give no web client.
    pub fn new(desk: Arc<Desk>, settings: &Settings) -> Result<Newsroom, FetchError> {
        let fetcher = Fetcher::new(settings.intake.fetching())?;
        let refresh = Duration::from_secs(settings.intake.refresh_minutes * 60);
        Ok(Newsroom { desk, fetcher, most_bytes: settings.library.max_article_bytes, refresh })
    }

    fn library(&self) -> &Arc<Library> {
        self.desk.library()
    }

    /// The largest file that is read, in bytes.
    pub fn most_bytes(&self) -> usize {
        self.most_bytes
    }

    /// Reads the article at an address.
    pub async fn reads_address(&self, address: &str) -> Result<(Draft, Source), EditError> {
        match self.fetcher.identified(address).await {
            Ok((draft, address)) => Ok((draft, Source::Address(address))),
            Err(IntakeError::Fetch(error)) => Err(Refusal::Fetch(error).into()),
            Err(IntakeError::Read { source, .. }) => Err(Refusal::Read(source).into()),
        }
    }

    /// Reads a file of text by its name's ending.
    pub async fn reads_file(&self, name: &str, bytes: Vec<u8>) -> Result<(Draft, Source), EditError> {
        let kind = FileKind::of(name).map_err(Refusal::FileKind)?;
        if bytes.len() > self.most_bytes {
            return Err(Refusal::Read(ReadError::TooLarge { found: bytes.len(), limit: self.most_bytes }).into());
        }
        let source = Source::File { name: name.to_owned(), hash: fingerprint(&bytes) };
        // Reading takes up to a second; on a thread of its own it does not hold answers up.
        let read = tokio::task::spawn_blocking(move || kind.read(&bytes)).await;
        let read = read.unwrap_or_else(|_| Err(NoArticle::Unreadable.into()));
        Ok((read.map_err(Refusal::Read)?, source))
    }

    /// What readers would get of a draft.
    pub async fn previews(&self, draft: &Draft) -> Result<Preview, EditError> {
        let article = self.library().lays_out(draft.clone()).await?;
        Ok(Preview::of(article, draft.findings.clone(), |library| self.desk.over(library)).await?)
    }

    /// The editor's own articles, newest first.
    pub async fn lists(&self, editor: Editor) -> Result<Arc<Vec<Listed>>, LibraryError> {
        self.library().list_of(editor.scope).await
    }

    /// The editor's own articles whose id begins with what was typed, else those whose title it may mean, best first.
    pub async fn suggests(&self, editor: Editor, typed: &str, most: usize) -> Result<Vec<Listed>, LibraryError> {
        Ok(self.suggested(self.lists(editor).await?, typed, most).await)
    }

    /// The same, and behind them those that were removed and are still kept.
    pub async fn suggests_kept(&self, editor: Editor, typed: &str, most: usize) -> Result<Vec<Listed>, LibraryError> {
        let mut found = self.suggests(editor, typed, most).await?;
        let retired = Arc::new(self.library().store().retired(editor.scope).await?);
        found.extend(self.suggested(retired, typed, most - found.len()).await);
        Ok(found)
    }

    async fn suggested(&self, listed: Arc<Vec<Listed>>, typed: &str, most: usize) -> Vec<Listed> {
        let typed = typed.trim().to_owned();
        let search = move || {
            let (begun, others): (Vec<&Listed>, Vec<&Listed>) = listed.iter().partition(|listed| listed.id.starts_with(&typed));
            let mut found: Vec<Listed> = begun.into_iter().take(most).cloned().collect();
            found.extend(topics::titled(others.into_iter(), &Typed::new(&typed), most - found.len()));
            found
        };
        self.desk.beside(search).await
    }

    /// An article of the editor's own library, by its id, and whether it is still quoted.
    pub async fn shows(&self, editor: Editor, id: &str) -> Result<(Listed, Article, bool), EditError> {
        let named = |listed: &&Listed| listed.id == id;
        let quoted = self.lists(editor).await?.iter().find(named).cloned();
        let is_quoted = quoted.is_some();
        let listed = match quoted {
            None => self.library().store().retired(editor.scope).await?.iter().find(named).cloned(),
            quoted => quoted,
        };
        let Some(listed) = listed else { return Err(self.missing(editor, id).await?) };
        let article = self.library().store().article(editor.scope, id, listed.version).await?;
        Ok((listed, article.ok_or_else(|| Refusal::NoArticle(id.to_owned()))?, is_quoted))
    }

    /// Retires an article: it is kept, and no longer quoted.
    pub async fn removes(&self, editor: Editor, id: &str) -> Result<(), EditError> {
        if !self.library().retire(editor.scope, &Origin::REMOVABLE, id).await? {
            return Err(self.missing(editor, id).await?);
        }
        Ok(self.notes(editor, Deed::Removed, id).await?)
    }

    /// The last deeds in the editor's library, newest first.
    pub async fn logged(&self, editor: Editor) -> Result<Vec<Entry>, LibraryError> {
        self.library().store().log(editor.scope).entries(LOGGED).await
    }

    /// Notes what an editor did.
    pub async fn notes(&self, editor: Editor, deed: Deed, subject: &str) -> Result<(), LibraryError> {
        self.library().store().log(editor.scope).note(editor.person, deed, subject).await
    }

    /// Why there is no such article in the editor's library: everyone's is not theirs to change.
    async fn missing(&self, editor: Editor, id: &str) -> Result<EditError, LibraryError> {
        let everyones = editor.scope != Scope::Everyone && self.library().store().known(Scope::Everyone, id).await?.is_some();
        let refusal = if everyones { Refusal::Everyones(id.to_owned()) } else { Refusal::NoArticle(id.to_owned()) };
        Ok(refusal.into())
    }
}
