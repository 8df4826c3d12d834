//! From a preview to its confirmation: what was proposed waits in the store, and is done only if nothing changed in between.

use serde::{Deserialize, Serialize};

use super::{EditError, Editor, Newsroom, Refusal, Source};
use crate::article::{Article, Draft, DraftSection, Metadata, slug};
use crate::library::log::Deed;
use crate::library::store::Known;
use crate::library::{Arrival, AtAddress, Incoming, LibraryError, Origin, Purge, Scope};

/// What waits for its confirmation.
#[derive(Debug, Serialize, Deserialize)]
enum Proposal {
    Article { metadata: Box<Metadata>, sections: Vec<DraftSection>, source: Source, id: Option<String>, before: Option<Before> },
    Purge { id: String, before: Option<Before> },
}

/// An article as it was when the preview was shown.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Before {
    id: String,
    version: u32,
    retired: bool,
}

/// A proposal that was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposed {
    /// What confirms or cancels it.
    pub token: String,
    /// The id of the article that would get a new version; `None` for a new one.
    pub changes: Option<String>,
}

/// What a confirmation did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Confirmed {
    /// An article arrived.
    Kept {
        /// Its id.
        id: String,
        /// Its title.
        title: String,
        /// What that changed.
        arrival: Arrival,
    },
    /// An article's text is gone.
    Purged {
        /// Its id.
        id: String,
        /// But it stays in the store's files for now: see [`Purge::Held`].
        held: bool,
    },
}

impl Newsroom {
    /// Keeps a draft until it is confirmed. Refuses at once what a confirmation could not do.
    pub async fn proposes(&self, editor: Editor, draft: &Draft, source: Source) -> Result<Proposed, EditError> {
        let id = match &source {
            Source::File { name, .. } => Some(self.file_id(editor, draft, name).await?),
            Source::Address(_) => None,
        };
        let known = self.before(editor, &source, id.as_deref()).await?;
        let may_change = |known: &Known| match source {
            Source::File { .. } => matches!(known.origin, Origin::Upload | Origin::Bundled),
            Source::Address(_) => matches!(known.origin, Origin::Address | Origin::Feed | Origin::Bundled),
        };
        if let Some(other) = known.as_ref().filter(|known| !known.retired && !may_change(known)) {
            let (id, origin, source_name) = (other.id.clone(), other.origin.name(), other.source.clone());
            return Err(LibraryError::OtherOrigin { id, origin, source_name }.into());
        }
        if let Some(known) = &known
            && known.retired
            && self.library().store().is_purged(editor.scope, &known.id).await?
        {
            return Err(LibraryError::Purged { id: known.id.clone() }.into());
        }
        let changes = known.as_ref().filter(|known| !known.retired).map(|known| known.id.clone());
        if changes.is_none() {
            self.library().store().check_room(editor.scope).await?;
        }
        let (metadata, sections) = (Box::new(draft.metadata.clone()), draft.sections.clone());
        let proposal = Proposal::Article { metadata, sections, source, id, before: known.map(before) };
        Ok(Proposed { token: self.keeps(editor, &proposal).await?, changes })
    }

    /// Keeps the wish to delete an article's text for good until it is confirmed.
    pub async fn proposes_purge(&self, editor: Editor, id: &str) -> Result<Proposed, EditError> {
        let Some(known) = self.library().store().known(editor.scope, id).await? else { return Err(self.missing(editor, id).await?) };
        let proposal = Proposal::Purge { id: id.to_owned(), before: Some(before(known)) };
        Ok(Proposed { token: self.keeps(editor, &proposal).await?, changes: Some(id.to_owned()) })
    }

    /// Does what was proposed, once, if the article is as it was then.
    pub async fn confirms(&self, editor: Editor, token: &str) -> Result<Confirmed, EditError> {
        match self.reads(editor, token).await? {
            Proposal::Article { metadata, sections, source, id, before } => {
                let title = metadata.title.clone();
                let draft = Draft { id: None, metadata: *metadata, sections, findings: vec![] };
                // Until it is laid out, which may be refused for a while, it can be confirmed again.
                let article = self.library().lays_out(draft).await?;
                self.takes(editor, token).await?;
                self.check(self.before(editor, &source, id.as_deref()).await?, before)?;
                let (id, arrival) = self.adds(editor, article, source, id).await?;
                let deed = if arrival == Arrival::Added { Deed::Added } else { Deed::Updated };
                if arrival != Arrival::Unchanged {
                    self.notes(editor, deed, &id).await?;
                }
                Ok(Confirmed::Kept { id, title, arrival })
            }
            Proposal::Purge { id, before } => {
                self.takes(editor, token).await?;
                self.check(self.library().store().known(editor.scope, &id).await?, before)?;
                let purge = self.library().purge(editor.scope, &id).await?;
                self.notes(editor, Deed::Purged, &id).await?;
                Ok(Confirmed::Purged { id, held: purge == Purge::Held })
            }
        }
    }

    /// Forgets what was proposed.
    pub async fn cancels(&self, editor: Editor, token: &str) -> Result<(), EditError> {
        self.takes(editor, token).await
    }

    async fn adds(&self, editor: Editor, article: Article, source: Source, id: Option<String>) -> Result<(String, Arrival), LibraryError> {
        match source {
            Source::Address(address) => {
                let page = AtAddress { address: &address, origin: Origin::Address, id: None, same_as: None, article: &article };
                self.library().put_at_address(editor.scope, page).await
            }
            Source::File { name, hash } => {
                let id = id.expect("a file is proposed with an id");
                let incoming = Incoming { id: id.clone(), source: name, source_hash: hash, article };
                let arrivals = self.library().put(editor.scope, Origin::Upload, &[incoming]).await?;
                Ok((id, arrivals[0]))
            }
        }
    }

    async fn keeps(&self, editor: Editor, proposal: &Proposal) -> Result<String, LibraryError> {
        let json = serde_json::to_string(proposal).expect("a proposal is plain data");
        self.library().store().proposals(editor.scope, editor.person).keep(&json).await
    }

    async fn takes(&self, editor: Editor, token: &str) -> Result<(), EditError> {
        let taken = self.library().store().proposals(editor.scope, editor.person).take(token).await?;
        if taken { Ok(()) } else { Err(Refusal::Gone.into()) }
    }

    async fn reads(&self, editor: Editor, token: &str) -> Result<Proposal, EditError> {
        let kept = self.library().store().proposals(editor.scope, editor.person).read(token).await?;
        // One that another version kept is as good as gone.
        kept.and_then(|json| serde_json::from_str(&json).ok()).ok_or_else(|| Refusal::Gone.into())
    }

    fn check(&self, now: Option<Known>, then: Option<Before>) -> Result<(), EditError> {
        let now = now.map(before);
        if now == then {
            return Ok(());
        }
        let id = now.or(then).map(|before| before.id).unwrap_or_default();
        Err(Refusal::Changed(id).into())
    }

    /// The article that the source would change, retired or not.
    async fn before(&self, editor: Editor, source: &Source, id: Option<&str>) -> Result<Option<Known>, LibraryError> {
        let store = self.library().store();
        match (source, id) {
            (Source::Address(address), _) => store.at_address(editor.scope, address).await,
            (Source::File { .. }, Some(id)) => store.known(editor.scope, id).await,
            (Source::File { .. }, None) => Ok(None),
        }
    }

    /// The id of a file's article: its front matter's, else its name's. In a server's library another one if everyone's has it, so
    /// that one id means one article to those who see both.
    async fn file_id(&self, editor: Editor, draft: &Draft, name: &str) -> Result<String, EditError> {
        let stem = std::path::Path::new(name).file_stem().unwrap_or_default().to_string_lossy();
        let wanted = slug(draft.id.as_deref().unwrap_or(&stem));
        if wanted.is_empty() {
            return Err(Refusal::NoId.into());
        }
        let mut id = wanted.clone();
        let mut number = 2;
        while editor.scope != Scope::Everyone && self.library().store().known(Scope::Everyone, &id).await?.is_some() {
            id = format!("{wanted}-{number}");
            number += 1;
        }
        Ok(id)
    }
}

fn before(known: Known) -> Before {
    Before { id: known.id, version: known.version, retired: known.retired }
}
