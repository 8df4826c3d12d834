//! Reads articles as JSON Lines: one object a line, as `takeaway import` and `takeaway eval` take them.

use chrono::NaiveDate;
use serde::Deserialize;

use super::{Draft, DraftSection, Metadata, ReadError, Rights, limits};
use crate::language::Language;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    id: String,
    title: String,
    url: Option<String>,
    outlet: Option<String>,
    byline: Option<String>,
    published: Option<NaiveDate>,
    corrected: Option<NaiveDate>,
    language: Option<String>,
    #[serde(default)]
    rights: Rights,
    sections: Vec<DraftSection>,
}

/// Reads one line; the error says what is wrong with it, not where it is.
pub fn read(line: &str) -> Result<Draft, ReadError> {
    let line: Line = serde_json::from_str(line).map_err(|e| ReadError::Record(e.to_string()))?;
    if line.title.trim().is_empty() {
        return Err(ReadError::NoTitle);
    }
    if line.sections.iter().flat_map(|s| &s.paragraphs).all(|p| p.trim().is_empty()) {
        return Err(ReadError::NoText);
    }
    let language = line.language.as_deref().and_then(Language::parse).unwrap_or_default();
    let metadata = Metadata {
        title: line.title,
        outlet: line.outlet,
        byline: line.byline,
        published: line.published,
        corrected: line.corrected,
        url: line.url,
        language,
        rights: line.rights,
        ..Metadata::default()
    };
    let mut draft = Draft { id: Some(line.id), metadata, sections: line.sections, findings: vec![] };
    limits::keep(&mut draft);
    Ok(draft)
}
