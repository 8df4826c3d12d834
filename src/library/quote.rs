//! Quotes: the words of a cut, read back from the store, with their citation.

use std::ops::Range;

use super::store::read::Stored;
use super::{LibraryError, Scope, Store};
use crate::answer::Cut;
use crate::article::{Metadata, PARAGRAPH_BREAK};
use crate::language::words::count;

/// Words that an article says, byte for byte. Only the library makes one.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    text: String,
    core: Range<usize>,
    paragraph: String,
    passage: String,
    speaker: Option<String>,
    citation: Citation,
}

/// Where a quote comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Citation {
    /// Whose library.
    pub scope: Scope,
    /// The article's id.
    pub article: String,
    /// The version that is quoted.
    pub version: u32,
    /// The article's current version.
    pub current: u32,
    /// What was known about that version.
    pub metadata: Metadata,
    /// The section's id.
    pub section: String,
    /// The section's heading; none for the lead.
    pub heading: Option<String>,
    /// The bytes that are quoted.
    pub span: Range<usize>,
}

impl Quote {
    /// The words: one to three neighbouring sentences, or as much around them as was asked for; paragraphs are parted by an empty line.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The sentence that was ranked best.
    pub fn core(&self) -> &str {
        &self.text[self.core.clone()]
    }

    /// The paragraph that the core stands in.
    pub fn paragraph(&self) -> &str {
        &self.paragraph
    }

    /// All paragraphs that the quote touches, whole.
    pub fn passage(&self) -> &str {
        &self.passage
    }

    /// The line that names the speaker, where the words do not.
    pub fn speaker(&self) -> Option<&str> {
        self.speaker.as_deref()
    }

    /// Where it comes from.
    pub fn citation(&self) -> &Citation {
        &self.citation
    }

    /// How many words are shown, the speaker line included.
    pub fn words(&self) -> usize {
        count(&self.text) + self.speaker().map_or(0, count)
    }
}

/// Reads a cut back; `None` on any doubt.
pub(super) async fn read(store: &Store, scope: Scope, cut: &Cut) -> Result<Option<Quote>, LibraryError> {
    let Some(known) = store.known(scope, &cut.article).await?.filter(|known| !known.retired) else { return Ok(None) };
    let Some(metadata) = store.metadata(scope, &cut.article, cut.version).await? else { return Ok(None) };
    let paragraphs = store.paragraphs(scope, &cut.article, cut.version, cut.span.clone()).await?;
    let Some(text) = words(&paragraphs, &cut.span) else { return Ok(None) };
    let speaker = match &cut.speaker {
        None => None,
        Some(bytes) => {
            let line = store.paragraphs(scope, &cut.article, cut.version, bytes.clone()).await?;
            let Some(line) = slice(&line, bytes) else { return Ok(None) };
            Some(line)
        }
    };
    let within = |range: &Range<usize>| range.start >= cut.span.start && range.end <= cut.span.end;
    if !within(&cut.core) {
        return Ok(None);
    }
    let core = cut.core.start - cut.span.start..cut.core.end - cut.span.start;
    if text.get(core.clone()).is_none() {
        return Ok(None);
    }
    let holds_core = |p: &&Stored| p.paragraph.span.start <= cut.core.start && cut.core.end <= p.paragraph.span.end;
    let paragraph = paragraphs.iter().find(holds_core).map(|p| p.text.clone()).unwrap_or_default();
    let passage = paragraphs.iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join(PARAGRAPH_BREAK);
    let heading = paragraphs[0].heading.clone();
    let citation = Citation {
        scope,
        article: cut.article.clone(),
        version: cut.version,
        current: known.version,
        metadata,
        section: paragraphs[0].section.clone(),
        heading,
        span: cut.span.clone(),
    };
    Ok(Some(Quote { text, core, paragraph, passage, speaker, citation }))
}

/// The words of a span that begins and ends with sentences of one section.
fn words(paragraphs: &[Stored], span: &Range<usize>) -> Option<String> {
    let first = paragraphs.first()?;
    let one_section = paragraphs.iter().all(|p| p.section == first.section);
    let mut sentences = paragraphs.iter().flat_map(|p| &p.paragraph.sentences);
    let begins = sentences.clone().any(|s| s.start == span.start);
    let ends = sentences.any(|s| s.end == span.end);
    (one_section && begins && ends).then(|| slice(paragraphs, span)).flatten()
}

/// Bytes of the article's text, out of the paragraphs that they overlap.
fn slice(paragraphs: &[Stored], span: &Range<usize>) -> Option<String> {
    let first = paragraphs.first()?.paragraph.span.start;
    let joined = paragraphs.iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join(PARAGRAPH_BREAK);
    joined.get(span.start.checked_sub(first)?..span.end.checked_sub(first)?).map(str::to_owned)
}
