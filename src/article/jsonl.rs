//! Reads articles as JSON Lines: one object a line, as `takeaway import` and `takeaway eval` take them.

use chrono::NaiveDate;
use serde::Deserialize;

use super::{Draft, DraftSection, Fault, Metadata, ReadError, Rights, front_matter, limits};

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
    // Some programs begin a file with a byte order mark.
    let line = line.strip_prefix('\u{feff}').unwrap_or(line);
    let line: Line =
        serde_json::from_str(line).map_err(|e| ReadError::Record(e.to_string().replace(" at line 1 column ", " at column ")))?;
    if line.title.trim().is_empty() {
        return Err(ReadError::NoTitle);
    }
    if line.sections.iter().flat_map(|s| &s.paragraphs).all(|p| p.trim().is_empty()) {
        return Err(ReadError::NoText);
    }
    let wrong = |fault: Fault| ReadError::Record(fault.to_string());
    let language = front_matter::language(line.language.as_deref()).map_err(wrong)?;
    front_matter::address("url", line.url.as_deref()).map_err(wrong)?;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refuses(field: &str, reason: &str) {
        let line = format!(r#"{{"id":"a","title":"Bridge","sections":[{{"heading":null,"paragraphs":["It is closed."]}}],{field}}}"#);
        assert_eq!(read(&line).expect_err("a field of it is wrong").to_string(), reason);
    }

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_first_line() {
        let line = "\u{feff}{\"id\":\"a\",\"title\":\"Mill\",\"sections\":[{\"heading\":null,\"paragraphs\":[\"It burnt.\"]}]}";
        assert_eq!(read(line).expect("it is an article").metadata.title, "Mill");
    }

    /// An address was once taken as it stood, and a language that nobody knows for none.
    #[test]
    fn an_address_or_a_language_that_cannot_be_used_is_refused() {
        refuses(
            r#""url":"javascript:alert(1)""#,
            "is not an article: `url` is `javascript:alert(1)`; give an http or https address or leave it out",
        );
        refuses(r#""language":"englsh""#, "is not an article: `language` is `englsh`; give a code such as `en`");
    }
}
