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
    /// The library says no: see [`EditError::from`] for when.
    Library(LibraryError),
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
        match error {
            LibraryError::OtherOrigin { .. }
            | LibraryError::OtherId { .. }
            | LibraryError::Purged { .. }
            | LibraryError::TooMany { .. }
            | LibraryError::TooMuch { .. }
            | LibraryError::MostGone { .. } => EditError::Refused(Refusal::Library(error)),
            other => EditError::Ours(other.into()),
        }
    }
}
