//! Articles: one published text each, with its sections, sentences and what is known about it.
//!
//! Readers ([`markdown`], [`html`], [`text`], [`jsonl`]) make a [`Draft`]; [`Article::from_draft`] lays it out. What was left out on
//! the way, and why, is a [`Finding`]. Nothing here touches a disk, a network or an index.

use std::ops::Range;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::language::Language;

pub mod changes;
pub mod front_matter;
pub mod furniture;
pub mod html;
pub mod jsonl;
pub mod markdown;
pub mod text;
pub mod voice;

/// What stands between two paragraphs in the text of an article.
pub const PARAGRAPH_BREAK: &str = "\n\n";

/// How much of an article may be shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Rights {
    /// Written by the operator: whole sections may be shown.
    Own,
    /// Licensed to the operator: whole sections may be shown.
    Licensed,
    /// In the public domain: whole sections may be shown.
    Public,
    /// Quoted under the right of quotation: a few words a card.
    #[default]
    Quote,
}

impl Rights {
    /// Whether whole sections may be shown.
    pub fn whole_sections(self) -> bool {
        self != Rights::Quote
    }
}

/// The text whose facts an article retells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BasedOn {
    /// Who published the facts, as shown: `AFP in The Moscow Times`.
    pub name: String,
    /// Where they can be read.
    pub url: Option<String>,
}

/// What is known about an article besides its text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Metadata {
    /// The headline.
    pub title: String,
    /// Who published it.
    pub outlet: Option<String>,
    /// Who wrote it: people or an agency, as printed.
    pub byline: Option<String>,
    /// The day it was published.
    pub published: Option<NaiveDate>,
    /// The day it was last corrected.
    pub corrected: Option<NaiveDate>,
    /// Its canonical address, http or https.
    pub url: Option<String>,
    /// The language of its text.
    pub language: Language,
    /// How much of it may be shown.
    pub rights: Rights,
    /// The text whose facts it retells.
    pub based_on: Option<BasedOn>,
    /// The correction notice that it carries, as printed.
    pub correction: Option<String>,
}

/// A heading, or none for the lead, and its paragraphs, before they are laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DraftSection {
    /// The heading, if there is one.
    pub heading: Option<String>,
    /// Plain text, typography as the author wrote it.
    pub paragraphs: Vec<String>,
}

/// What a reader made of a source.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// The identity that the source gives itself.
    pub id: Option<String>,
    /// What is known about the article.
    pub metadata: Metadata,
    /// Its text.
    pub sections: Vec<DraftSection>,
    /// What was left out or is missing.
    pub findings: Vec<Finding>,
}

/// One decision of a reader, for an editor to check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What it is about.
    pub kind: FindingKind,
    /// The words concerned, shortened for display; empty for what is missing.
    pub text: String,
}

/// What a [`Finding`] is about: furniture that became metadata or was left out, or a field that nothing gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FindingKind {
    /// Became the byline.
    Byline,
    /// Became the date of publication.
    DateLine,
    /// Became the address.
    OriginalAddress,
    /// Became the correction notice.
    Correction,
    /// Left out: who took the picture.
    PhotoCredit,
    /// Left out: a picture's caption.
    Caption,
    /// Left out: a pointer to another article.
    RelatedArticle,
    /// Left out: an invitation to sign up or subscribe.
    SignUp,
    /// Left out: a notice about cookies or consent.
    CookieNotice,
    /// Left out: buttons to share or follow.
    ShareBar,
    /// Left out: credits and legal lines.
    Credits,
    /// Left out: a table, an embedded post, code.
    Embed,
    /// No outlet is given.
    NoOutlet,
    /// No byline is given.
    NoByline,
    /// No date of publication is given.
    NoDate,
    /// No address is given.
    NoAddress,
    /// The language was not given; it was detected.
    LanguageDetected,
}

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
        for section in &draft.sections {
            article.push_section(section);
        }
        article
    }

    fn push_section(&mut self, section: &DraftSection) {
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
        let id = self.free_section_id(section.heading.as_deref());
        let heading = section.heading.clone().filter(|h| !h.trim().is_empty());
        self.sections.push(Section { id, heading, paragraphs: first..self.paragraphs.len() });
    }

    fn free_section_id(&self, heading: Option<&str>) -> String {
        let stem = heading.map(slug).filter(|s| !s.is_empty()).unwrap_or_else(|| "lead".into());
        let taken = |id: &str| self.sections.iter().any(|s| s.id == id);
        if !taken(&stem) {
            return stem;
        }
        (2..).map(|n| format!("{stem}-{n}")).find(|id| !taken(id)).expect("some number is free")
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

    /// The section that holds a paragraph.
    pub fn section_of(&self, paragraph: usize) -> &Section {
        self.sections.iter().find(|s| s.paragraphs.contains(&paragraph)).expect("every paragraph is in a section")
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

/// Why a source could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// Nothing but white space.
    #[error("is empty; write a title and some text")]
    Empty,
    /// Metadata, but no sentence.
    #[error("has no text besides its headings and metadata; add paragraphs")]
    NoText,
    /// No title and no heading.
    #[error("has no title; add `title` to the front matter or a first heading")]
    NoTitle,
    /// Bytes that are no UTF-8.
    #[error("line {line} is not UTF-8; save the file as UTF-8")]
    NotUtf8 {
        /// Counted from 1.
        line: usize,
    },
    /// Longer than allowed.
    #[error("has {found} bytes, more than the limit of {limit}; split it or raise `library.max_article_bytes`")]
    TooLarge {
        /// In bytes.
        found: usize,
        /// In bytes.
        limit: usize,
    },
    /// Front matter that cannot be parsed.
    #[error("line {line}: front matter: {message}")]
    FrontMatter {
        /// Counted from 1.
        line: usize,
        /// What the parser says.
        message: String,
    },
    /// A page that is no article, or only its first lines.
    #[error("{0}")]
    NotAnArticle(String),
}

/// Whether a text is an http or https address with a host.
pub fn is_web_address(text: &str) -> bool {
    url::Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
}

impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (what, missing) = match self.kind {
            FindingKind::Byline => ("became the byline", false),
            FindingKind::DateLine => ("became the date", false),
            FindingKind::OriginalAddress => ("became the address", false),
            FindingKind::Correction => ("became the correction notice", false),
            FindingKind::PhotoCredit => ("left out, a photo credit", false),
            FindingKind::Caption => ("left out, a caption", false),
            FindingKind::RelatedArticle => ("left out, a related article", false),
            FindingKind::SignUp => ("left out, an invitation to sign up", false),
            FindingKind::CookieNotice => ("left out, a cookie notice", false),
            FindingKind::ShareBar => ("left out, a share bar", false),
            FindingKind::Credits => ("left out, credits", false),
            FindingKind::Embed => ("left out, a table, a picture or code", false),
            FindingKind::NoOutlet => ("no outlet is given", true),
            FindingKind::NoByline => ("no byline is given", true),
            FindingKind::NoDate => ("no date is given", true),
            FindingKind::NoAddress => ("no address is given", true),
            FindingKind::LanguageDetected => ("no language is given; it was detected", true),
        };
        if missing { f.write_str(what) } else { write!(f, "{what}: {}", self.text) }
    }
}
