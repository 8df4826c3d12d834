//! Why an editor's wish is not done: what they can mend, and what is ours.

use crate::article::ReadError;
use crate::intake::error::FetchError;
use crate::library::LibraryError;

/// What an editor can mend.
#[derive(Debug)]
pub enum Refusal {
    /// Neither an address nor a file was given, or both.
    OneOf,
    /// The address could not be fetched.
    Fetch(FetchError),
    /// What was fetched or handed over is no article.
    Read(ReadError),
    /// The file is of another kind, with this ending.
    FileKind(String),
    /// Neither the file's name nor its front matter gives an id.
    NoId,
    /// The library has no article of this id.
    NoArticle(String),
    /// The article of this id is in everyone's library, which is not the editor's.
    Everyones(String),
    /// The proposal was confirmed, cancelled, has expired or is somebody else's.
    Gone,
    /// The article of this id was changed or removed since the preview.
    Changed(String),
    /// No such feed is followed.
    NoFeed(String),
    /// The library follows as many feeds as it may.
    TooManyFeeds(usize),
    /// Another origin brought the article of this id.
    OtherOrigin {
        /// The article's id.
        id: String,
        /// Who brought it.
        origin: &'static str,
        /// The file's name or the address.
        source: String,
    },
    /// The article of this id was deleted for good.
    Purged(String),
    /// The library may hold so many articles, and does.
    TooMany(usize),
    /// The library may hold so many bytes of text, and would hold more.
    TooMuch(usize),
    /// The text takes longer than so many seconds to be laid out or compared.
    TooSlow(u64),
    /// Most of the folder's files are gone, which is taken for a mistake.
    MostGone {
        /// Files that are gone.
        gone: usize,
        /// Files that there were.
        known: usize,
    },
}

/// Why an editor's wish is not done.
#[derive(Debug)]
pub enum EditError {
    /// The editor can mend it.
    Refused(Refusal),
    /// It is ours.
    Ours(anyhow::Error),
}

impl From<Refusal> for EditError {
    fn from(refusal: Refusal) -> EditError {
        EditError::Refused(refusal)
    }
}

impl From<LibraryError> for EditError {
    fn from(error: LibraryError) -> EditError {
        let refusal = match error {
            LibraryError::OtherOrigin { id, origin, source_name: source } => Refusal::OtherOrigin { id, origin, source },
            LibraryError::OtherId { id, .. } => Refusal::Changed(id),
            LibraryError::Purged { id } => Refusal::Purged(id),
            LibraryError::TooMany { most } => Refusal::TooMany(most),
            LibraryError::TooMuch { most } => Refusal::TooMuch(most),
            LibraryError::TooSlow { seconds } => Refusal::TooSlow(seconds),
            LibraryError::MostGone { gone, known, .. } => Refusal::MostGone { gone, known },
            other => return EditError::Ours(other.into()),
        };
        EditError::Refused(refusal)
    }
}
