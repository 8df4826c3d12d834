//! Finds the passages that may answer a question, in one snapshot of the index.
//!
//! A [`Passage`] is what the index holds: a section of an article, or a window of a long one, with its words prepared. A [`Snapshot`] is
//! one committed state of the libraries that a question may see. Which sentence answers is not decided here.

pub mod dateline;
pub mod passage;
pub mod question;
pub mod segments;
pub mod snapshot;
pub mod spelling;
pub mod synonyms;

pub use passage::Passage;
pub use question::Question;
pub use segments::Segments;
pub use snapshot::{Candidate, Snapshot, Term};
pub use synonyms::Synonyms;
