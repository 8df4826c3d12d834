//! Files that somebody hands over: Markdown, HTML or text, told apart by their names.

use std::path::Path;

use super::charset;
use crate::article::{Draft, ReadError, html, markdown, text};

/// What a file is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// `.md`, `.markdown`
    Markdown,
    /// `.html`, `.htm`
    Html,
    /// `.txt`, or no ending
    Text,
}

impl FileKind {
    /// By the name's ending; the ending if it is none of these.
    pub fn of(name: &str) -> Result<FileKind, String> {
        let ending = Path::new(name).extension().and_then(|ending| ending.to_str()).map(str::to_lowercase);
        match ending.as_deref() {
            Some("md" | "markdown") => Ok(FileKind::Markdown),
            Some("html" | "htm") => Ok(FileKind::Html),
            Some("txt") | None => Ok(FileKind::Text),
            Some(other) => Err(other.to_owned()),
        }
    }

    /// Reads a file of this kind.
    pub fn read(self, bytes: &[u8]) -> Result<Draft, ReadError> {
        match self {
            FileKind::Markdown => markdown::read(bytes),
            FileKind::Html => html::read(&charset::decode(bytes, None, true), None),
            FileKind::Text => text::read(bytes),
        }
    }
}
