//! Articles: one published text each, with its sections, sentences and what is known about it.
//!
//! Readers ([`markdown`], [`html`], [`text`], [`jsonl`]) make a [`Draft`]; [`Article::from_draft`] lays it out. What was left out on
//! the way, and why, is a [`Finding`]. Nothing here touches a disk, a network or an index.

use std::ops::Range;

use sha2::{Digest, Sha256};

use crate::language::Language;

pub mod changes;
mod draft;
mod error;
pub mod front_matter;
pub mod furniture;
pub mod html;
mod ids;
pub mod jsonl;
pub mod limits;
pub mod markdown;
mod metadata;
mod signature;
pub mod text;
pub mod voice;

pub use draft::{Draft, DraftSection, Finding, FindingKind};
pub use error::{Fault, NoArticle, ReadError};
pub use metadata::{BasedOn, Metadata, Rights};

/// What stands between two paragraphs in the text of an article.
pub const PARAGRAPH_BREAK: &str = "\n\n";

/// A section of a laid-out article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Stable within its article: made from the heading.
    pub id: String,
    /// The heading, none for the lead.
    pub heading: Option<String>,
    /// Which of the article's paragraphs it holds.
    pub paragraphs: Range<usize>,
}

/// A paragraph of a laid-out article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Bytes in [`Article::text`].
    pub span: Range<usize>,
    /// Bytes in [`Article::text`] of its sentences, in order.
    pub sentences: Vec<Range<usize>>,
}

/// One version of one published text, laid out: sections hold paragraphs, paragraphs hold sentences, all over one text.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    /// What is known about it.
    pub metadata: Metadata,
    /// Its paragraphs, joined by [`PARAGRAPH_BREAK`].
    pub text: String,
    /// In order; at least one.
    pub sections: Vec<Section>,
    /// In order; at least one.
    pub paragraphs: Vec<Paragraph>,
}

impl Article {
    /// Lays out a draft: joins its paragraphs into one text and finds its sentences.
    ///
    /// The language is detected from the whole text unless the draft gives one. Empty paragraphs and sections disappear.
    pub fn from_draft(draft: &Draft) -> Article {
        let mut metadata = draft.metadata.clone();
        if metadata.language.is_unknown() {
            let whole: Vec<&str> = draft.sections.iter().flat_map(|s| &s.paragraphs).map(String::as_str).collect();
            metadata.language = Language::detect(&whole.join(PARAGRAPH_BREAK));
        }
        let mut article = Article { metadata, text: String::new(), sections: vec![], paragraphs: vec![] };
        let mut ids = ids::SectionIds::default();
        for section in &draft.sections {
            article.push_section(section, &mut ids);
        }
        article
    }

    fn push_section(&mut self, section: &DraftSection, ids: &mut ids::SectionIds) {
        let first = self.paragraphs.len();
        for paragraph in section.paragraphs.iter().map(|p| p.trim()).filter(|p| !p.is_empty()) {
            if !self.text.is_empty() {
                self.text.push_str(PARAGRAPH_BREAK);
            }
            let start = self.text.len();
            self.text.push_str(paragraph);
            let sentences = self.metadata.language.sentences(paragraph);
            let sentences = sentences.into_iter().map(|s| s.start + start..s.end + start).collect();
            self.paragraphs.push(Paragraph { span: start..self.text.len(), sentences });
        }
        if self.paragraphs.len() == first {
            return;
        }
        let id = ids.take(section.heading.as_deref());
        let heading = section.heading.clone().filter(|h| !h.trim().is_empty());
        self.sections.push(Section { id, heading, paragraphs: first..self.paragraphs.len() });
    }

    /// A fingerprint of all that readers can see: text, headings and metadata. Equal for equal articles, in hexadecimal.
    pub fn hash(&self) -> String {
        let mut hash = Sha256::new();
        hash.update(serde_json::to_string(&self.metadata).expect("metadata are plain data"));
        for section in &self.sections {
            hash.update([0]);
            hash.update(section.heading.as_deref().unwrap_or_default());
            for paragraph in &self.paragraphs[section.paragraphs.clone()] {
                hash.update([1]);
                hash.update(&self.text[paragraph.span.clone()]);
            }
        }
        format!("{:x}", hash.finalize())
    }
}

/// Letters and digits in lower case, joined by hyphens: `'Cessation' of Ukraine aid` becomes `cessation-of-ukraine-aid`.
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.extend(word.chars().flat_map(char::to_lowercase));
    }
    slug.chars().take(80).collect::<String>().trim_end_matches('-').to_owned()
}

/// Whether a text is an http or https address with a host.
pub fn is_web_address(text: &str) -> bool {
    url::Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
}
