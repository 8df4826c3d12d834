//! How long a title, a heading and the other lines that stand around a text may be, and how many sections it may have.
//!
//! Each heading is kept again with every paragraph of its section, and each title with every passage: a file of a few kilobytes would
//! fill a disk. Nothing is refused for it: what is too long to be a heading is a paragraph, and is read as one.

use super::{Draft, DraftSection, Metadata};

/// Characters of the longest title, outlet, byline or correction notice. The longest headlines have some 300.
pub const MOST_LINE: usize = 1_000;

/// Bytes of an address: more than any article's has, and less than what SQLite compares with `LIKE` (50,000).
pub const MOST_ADDRESS: usize = 2_000;

/// Characters of the longest heading; a longer one is a paragraph that was marked as a heading.
pub const MOST_HEADING: usize = 300;

/// Sections of one article: more than the longest live blogs have posts. The rest of the text belongs to the last one.
pub const MOST_SECTIONS: usize = 5_000;

/// Brings a draft under the limits without losing a word of its text. Sections without a paragraph go.
pub fn keep(draft: &mut Draft) {
    let title = cut(&draft.metadata.title);
    if title != draft.metadata.title {
        let whole = std::mem::replace(&mut draft.metadata.title, title);
        draft.sections.insert(0, DraftSection { heading: None, paragraphs: vec![whole] });
    }
    let Metadata { outlet, byline, correction, based_on, url, .. } = &mut draft.metadata;
    let (source, source_url) = based_on.as_mut().map(|source| (&mut source.name, &mut source.url)).unzip();
    for line in [outlet, byline, correction].into_iter().flatten().chain(source) {
        *line = cut(line);
    }
    for address in [url].into_iter().chain(source_url) {
        address.take_if(|address| address.len() > MOST_ADDRESS);
    }
    for section in &mut draft.sections {
        demote(section, |heading| is_longer(heading, MOST_HEADING));
    }
    draft.sections.retain(|section| !section.paragraphs.is_empty());
    for mut section in draft.sections.split_off(draft.sections.len().min(MOST_SECTIONS)) {
        demote(&mut section, |_| true);
        draft.sections.last_mut().expect("there are more than none").paragraphs.append(&mut section.paragraphs);
    }
}

/// A line as it is if it has up to [`MOST_LINE`] characters, else its first words and an ellipsis.
pub fn cut(line: &str) -> String {
    let Some((most, _)) = line.char_indices().nth(MOST_LINE) else { return line.to_owned() };
    let kept = line[..most].rsplit_once(char::is_whitespace).map_or(&line[..most], |(words, _)| words);
    // Room for the mark itself, in a text without spaces.
    let kept = kept.char_indices().nth(MOST_LINE - 1).map_or(kept, |(at, _)| &kept[..at]);
    format!("{}…", kept.trim_end())
}

/// Makes the heading the first paragraph, if it is one that `is_paragraph` means.
fn demote(section: &mut DraftSection, is_paragraph: impl Fn(&str) -> bool) {
    if let Some(heading) = section.heading.take_if(|heading| is_paragraph(heading)) {
        section.paragraphs.insert(0, heading);
    }
}

fn is_longer(text: &str, most: usize) -> bool {
    text.char_indices().nth(most).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, html, jsonl, markdown, text};

    const PROSE: &str = "The bridge over the gorge was closed on Wednesday, a month early, after engineers had found ice between its panes, and it \
                         will not open again before April, the operator said on Thursday, when the first guests left the hotels of the valley.";

    /// All readers keep the words of a line that is too long, whatever it was marked as, and none as a heading.
    #[track_caller]
    fn check(draft: Draft, long: &str) {
        let kept = draft.sections.iter().flat_map(|section| &section.paragraphs).any(|paragraph| paragraph.trim() == long.trim());
        assert!(kept, "{:?}", draft.sections.iter().map(|section| section.paragraphs.len()).collect::<Vec<_>>());
        assert!(draft.sections.iter().flat_map(|section| &section.heading).all(|heading| !is_longer(heading, MOST_HEADING)));
        assert!(!is_longer(&draft.metadata.title, MOST_LINE) && !draft.metadata.title.is_empty());
    }

    #[test]
    fn a_heading_or_title_that_is_too_long_to_be_one_is_a_paragraph() {
        let long = "ice between panes ".repeat(6_000);
        let long = long.trim();
        check(markdown::read(format!("# Bridge\n\n{PROSE}\n\n## {long}\n\n{PROSE}").as_bytes()).expect("it is an article"), long);
        check(markdown::read(format!("# {long}\n\n{PROSE}").as_bytes()).expect("it is an article"), long);
        check(text::read(format!("{long}\n\n{PROSE}").as_bytes()).expect("it is an article"), long);
        let line = |title: &str, heading: &str| {
            serde_json::json!({"id": "a", "title": title, "sections": [{"heading": heading, "paragraphs": [PROSE]}]}).to_string()
        };
        check(jsonl::read(&line("Bridge", long)).expect("it is an article"), long);
        check(jsonl::read(&line(long, "Ice")).expect("it is an article"), long);
        let page = format!("<title>Bridge</title><article><h1>Bridge</h1><p>{PROSE}</p><h2>{long}</h2><p>{PROSE} {PROSE}</p></article>");
        check(html::read(&page, None).expect("it is an article"), long);
    }

    #[test]
    fn the_text_of_sections_without_end_belongs_to_the_last_that_is_kept() {
        let source = "## a\n\nb\n\n".repeat(MOST_SECTIONS + 1);
        let article = Article::from_draft(&markdown::read(format!("# Bridge\n\n{source}").as_bytes()).expect("it is an article"));
        assert_eq!((article.sections.len(), article.paragraphs.len()), (MOST_SECTIONS, MOST_SECTIONS + 2));
    }

    #[test]
    fn a_line_is_cut_at_a_word() {
        assert_eq!(cut("as it is"), "as it is");
        assert_eq!(cut(&"ice ".repeat(300)), "ice ".repeat(250).trim_end().to_owned() + "…");
        assert_eq!(cut(&"冰".repeat(2_000)), "冰".repeat(MOST_LINE - 1) + "…");
    }
}
