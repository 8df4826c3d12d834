//! Reads plain text into a draft, and what all readers share.

use super::{Draft, DraftSection, FindingKind, ReadError, front_matter, furniture, limits};

/// Reads a text file: its first line is the title unless front matter gives one; empty lines part paragraphs.
pub fn read(bytes: &[u8]) -> Result<Draft, ReadError> {
    let front = front_matter::split(utf8(bytes)?)?;
    let mut blocks = blocks(front.rest).into_iter();
    let mut metadata = front.metadata;
    if metadata.title.is_empty() {
        metadata.title = blocks.next().unwrap_or_default();
    }
    let lead = DraftSection { heading: None, paragraphs: blocks.collect() };
    finish(Draft { id: front.id, metadata, sections: vec![lead], findings: vec![] })
}

fn blocks(text: &str) -> Vec<String> {
    let mut blocks = vec![String::new()];
    for line in text.lines().map(str::trim) {
        let last = blocks.last_mut().expect("it begins with one");
        match (line.is_empty(), last.is_empty()) {
            (true, false) => blocks.push(String::new()),
            (true, true) => {}
            (false, true) => last.push_str(line),
            (false, false) => {
                last.push(' ');
                last.push_str(line);
            }
        }
    }
    blocks.retain(|block| !block.is_empty());
    blocks
}

/// The text of a file without its byte order mark; refuses what is empty or not UTF-8.
pub fn utf8(bytes: &[u8]) -> Result<&str, ReadError> {
    let text = std::str::from_utf8(bytes)
        .map_err(|e| ReadError::NotUtf8 { line: 1 + bytes[..e.valid_up_to()].iter().filter(|b| **b == b'\n').count() })?;
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() { Err(ReadError::Empty) } else { Ok(text) }
}

/// What every reader of a file or page does last: takes the furniture out, keeps to the limits, checks that an article is left, and lists what is
/// missing.
pub fn finish(mut draft: Draft) -> Result<Draft, ReadError> {
    furniture::clear(&mut draft);
    limits::keep(&mut draft);
    if draft.metadata.title.trim().is_empty() {
        let first = draft.sections.iter().find_map(|s| s.heading.clone());
        draft.metadata.title = first.ok_or(ReadError::NoTitle)?;
    }
    if draft.sections.is_empty() {
        return Err(ReadError::NoText);
    }
    let missing = [
        (draft.metadata.outlet.is_none(), FindingKind::NoOutlet),
        (draft.metadata.byline.is_none(), FindingKind::NoByline),
        (draft.metadata.published.is_none(), FindingKind::NoDate),
        (draft.metadata.url.is_none() && draft.metadata.based_on.is_none(), FindingKind::NoAddress),
        (draft.metadata.language.is_unknown(), FindingKind::LanguageDetected),
    ];
    for (_, kind) in missing.into_iter().filter(|(missing, _)| *missing) {
        furniture::note(&mut draft, kind, "");
    }
    Ok(draft)
}
