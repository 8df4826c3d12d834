//! The metadata block at the head of a Markdown or text file: TOML between `+++` or YAML between `---`.

use chrono::NaiveDate;
use serde::Deserialize;

use super::{BasedOn, Metadata, ReadError, Rights};
use crate::language::Language;

/// The block as written, before it becomes [`Metadata`]. Unknown keys are refused, so that a typing error is seen.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Block {
    id: Option<String>,
    title: Option<String>,
    outlet: Option<String>,
    byline: Option<String>,
    published: Option<Day>,
    corrected: Option<Day>,
    url: Option<String>,
    language: Option<String>,
    rights: Rights,
    based_on: Option<BasedOn>,
    correction: Option<String>,
}

/// A day, quoted or as TOML's own date.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Day {
    Toml(toml::value::Datetime),
    Text(String),
}

/// What a file begins with.
pub struct FrontMatter<'a> {
    /// The identity that the file gives itself.
    pub id: Option<String>,
    /// The fields that were given.
    pub metadata: Metadata,
    /// The file after the block.
    pub rest: &'a str,
}

/// Splits a file into its metadata and the rest; without a block, all of it is the rest.
pub fn split(text: &str) -> Result<FrontMatter<'_>, ReadError> {
    for (fence, parse) in [("+++", parse_toml as fn(&str) -> Result<Block, ReadError>), ("---", parse_yaml)] {
        let Some(rest) = text.strip_prefix(fence).and_then(after_line_end) else { continue };
        let Some((block, rest)) = closed(rest, fence) else {
            // A Markdown file may begin with a rule; TOML's fence means nothing else.
            if fence == "---" {
                continue;
            }
            return Err(ReadError::FrontMatter { line: 1, message: format!("`{fence}` is not closed by another `{fence}`") });
        };
        let block = parse(block)?;
        return Ok(FrontMatter { id: block.id.clone(), metadata: metadata(block)?, rest });
    }
    Ok(FrontMatter { id: None, metadata: Metadata::default(), rest: text })
}

fn after_line_end(text: &str) -> Option<&str> {
    text.trim_start_matches([' ', '\t', '\r']).strip_prefix('\n')
}

fn closed<'a>(text: &'a str, fence: &str) -> Option<(&'a str, &'a str)> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.trim_end() == fence {
            return Some((&text[..at], &text[at + line.len()..]));
        }
        at += line.len();
    }
    None
}

fn parse_toml(block: &str) -> Result<Block, ReadError> {
    toml::from_str(block).map_err(|e| {
        let before = e.span().map_or("", |span| &block[..span.start.min(block.len())]);
        ReadError::FrontMatter { line: 2 + before.matches('\n').count(), message: e.message().to_owned() }
    })
}

fn parse_yaml(block: &str) -> Result<Block, ReadError> {
    if block.trim().is_empty() {
        return Ok(Block::default());
    }
    serde_saphyr::from_str(block).map_err(|e| {
        let line = e.location().map_or(1, |at| usize::try_from(at.line()).unwrap_or(1));
        let message = e.to_string();
        ReadError::FrontMatter { line: 1 + line, message: message.lines().next().unwrap_or_default().to_owned() }
    })
}

fn metadata(block: Block) -> Result<Metadata, ReadError> {
    let wrong = |message: String| ReadError::FrontMatter { line: 1, message };
    let language = match block.language.as_deref() {
        None => Language::UNKNOWN,
        Some(tag) => Language::parse(tag).ok_or_else(|| wrong(format!("`language` is `{tag}`; give a code such as `en`")))?,
    };
    if let Some(url) = block.url.as_deref().filter(|url| !super::is_web_address(url)) {
        return Err(wrong(format!("`url` is `{url}`; give an http or https address or leave it out")));
    }
    Ok(Metadata {
        title: block.title.unwrap_or_default(),
        outlet: block.outlet,
        byline: block.byline,
        published: day("published", block.published)?,
        corrected: day("corrected", block.corrected)?,
        url: block.url,
        language,
        rights: block.rights,
        based_on: block.based_on,
        correction: block.correction,
    })
}

fn day(key: &str, value: Option<Day>) -> Result<Option<NaiveDate>, ReadError> {
    let text = match value {
        None => return Ok(None),
        Some(Day::Toml(date)) => date.to_string(),
        Some(Day::Text(text)) => text,
    };
    let day = super::furniture::date(&text);
    day.map(Some).ok_or_else(|| ReadError::FrontMatter { line: 1, message: format!("`{key}` is `{text}`; give a day such as 2025-03-19") })
}
