//! The metadata block at the head of a Markdown or text file: TOML between `+++` or YAML between `---`.

use chrono::NaiveDate;
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::{BasedOn, Fault, Metadata, ReadError, Rights};
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

/// A day, quoted or as TOML's own date, or what was written in its place.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Day {
    Toml(toml::value::Datetime),
    Text(String),
    Whole(i64),
    Decimal(f64),
    Truth(bool),
    Other(IgnoredAny),
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

/// Splits a file into its metadata and the rest; without a block, all of it is the rest. Empty lines may stand before TOML's fence.
pub fn split(text: &str) -> Result<FrontMatter<'_>, ReadError> {
    let begins = text.len() - text.trim_start().len();
    let (blank, block) = text.split_at(if text[begins..].starts_with("+++") { begins } else { 0 });
    split_at_once(block).map_err(|error| match error {
        ReadError::FrontMatter { line, fault } => ReadError::FrontMatter { line: line + blank.matches('\n').count(), fault },
        other => other,
    })
}

fn split_at_once(text: &str) -> Result<FrontMatter<'_>, ReadError> {
    for (fence, parse) in [("+++", parse_toml as fn(&str) -> Result<Block, ReadError>), ("---", parse_yaml)] {
        let Some(rest) = text.strip_prefix(fence).and_then(after_line_end) else { continue };
        let Some((block, rest)) = closed(rest, fence) else {
            // A Markdown file may begin with a rule; TOML's fence means nothing else.
            if fence == "---" {
                continue;
            }
            return Err(ReadError::FrontMatter { line: 1, fault: Fault::Unclosed { fence } });
        };
        let parsed = parse(block)?;
        let id = parsed.id.clone();
        let metadata = metadata(parsed).map_err(|Wrong { key, fault }| ReadError::FrontMatter { line: 2 + line_of(block, key), fault })?;
        return Ok(FrontMatter { id, metadata, rest });
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
        ReadError::FrontMatter { line: 2 + before.matches('\n').count(), fault: fault("TOML", e.message()) }
    })
}

fn parse_yaml(block: &str) -> Result<Block, ReadError> {
    if block.trim().is_empty() {
        return Ok(Block::default());
    }
    serde_saphyr::from_str(block).map_err(|e| {
        let line = e.location().map_or(1, |at| usize::try_from(at.line()).unwrap_or(1));
        ReadError::FrontMatter { line: 1 + line, fault: fault("YAML", without_place(&e.to_string())) }
    })
}

/// A parser's first line without the place in the block that it begins with: the line of the file is given apart.
fn without_place(message: &str) -> &str {
    let first = message.lines().next().unwrap_or_default();
    let first = first.strip_prefix("error: ").unwrap_or(first);
    let placed = first.strip_prefix("line ").and_then(|rest| rest.split_once(": "));
    placed.map_or(first, |(_, message)| message)
}

/// What a parser's message is about. Both parsers get the words for an unknown field from `serde`, which writes its name between backticks.
fn fault(format: &'static str, message: &str) -> Fault {
    let name = message.strip_prefix("unknown field `").and_then(|rest| rest.split_once('`'));
    let message = message.to_owned();
    match name {
        Some((name, _)) => Fault::UnknownField { name: name.to_owned(), message },
        None => Fault::Syntax { format, message },
    }
}

/// A field whose value cannot be used.
struct Wrong {
    key: &'static str,
    fault: Fault,
}

/// Which line of a block gives a field, counted from 0.
fn line_of(block: &str, key: &str) -> usize {
    block.lines().position(|line| line.trim_start().starts_with(key)).unwrap_or_default()
}

fn metadata(block: Block) -> Result<Metadata, Wrong> {
    let language = language(block.language.as_deref()).map_err(|fault| Wrong { key: "language", fault })?;
    let based_on = block.based_on.as_ref().and_then(|based_on| based_on.url.as_deref());
    for (key, field, url) in [("url", "url", block.url.as_deref()), ("based_on", "based_on.url", based_on)] {
        address(field, url).map_err(|fault| Wrong { key, fault })?;
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

/// The language of a tag that a file gives; unknown if it gives none.
pub fn language(tag: Option<&str>) -> Result<Language, Fault> {
    tag.map_or(Ok(Language::UNKNOWN), |tag| Language::parse(tag).ok_or_else(|| Fault::Language(tag.to_owned())))
}

/// Refuses what a file gives as an address and no reader's browser opens as a page.
pub fn address(field: &'static str, url: Option<&str>) -> Result<(), Fault> {
    url.filter(|url| !super::is_web_address(url)).map_or(Ok(()), |url| Err(Fault::Address { field, found: url.to_owned() }))
}

fn day(key: &'static str, value: Option<Day>) -> Result<Option<NaiveDate>, Wrong> {
    let text = match value {
        None => return Ok(None),
        Some(Day::Toml(date)) => date.to_string(),
        Some(Day::Text(text)) => text,
        Some(Day::Whole(number)) => number.to_string(),
        Some(Day::Decimal(number)) => number.to_string(),
        Some(Day::Truth(truth)) => truth.to_string(),
        Some(Day::Other(_)) => "…".to_owned(),
    };
    let day = super::furniture::date(&text);
    day.map(Some).ok_or(Wrong { key, fault: Fault::Day { field: key, found: text } })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refuses(file: &str, reason: &str) {
        assert_eq!(split(file).map(|front| front.metadata).expect_err("a field of it is wrong").to_string(), reason);
    }

    /// What came in place of a day was once told in the words of the parser's own types.
    #[test]
    fn a_value_that_cannot_be_used_is_named_with_its_line() {
        refuses("+++\ntitle = 'Bridge'\npublished = 5\n+++\n", "line 3: front matter: `published` is `5`; give a day such as 2025-03-19");
        refuses("+++\npublished = true\n+++\n", "line 2: front matter: `published` is `true`; give a day such as 2025-03-19");
        refuses("---\ncorrected: 2025\n---\n", "line 2: front matter: `corrected` is `2025`; give a day such as 2025-03-19");
        refuses("---\ncorrected: [a]\n---\n", "line 2: front matter: `corrected` is `…`; give a day such as 2025-03-19");
        refuses("+++\nlanguage = 'englsh'\n+++\n", "line 2: front matter: `language` is `englsh`; give a code such as `en`");
        let address = "is `javascript:a`; give an http or https address or leave it out";
        refuses("+++\nurl = 'javascript:a'\n+++\n", &format!("line 2: front matter: `url` {address}"));
        refuses(
            "+++\nbased_on = { name = 'AFP', url = 'javascript:a' }\n+++\n",
            &format!("line 2: front matter: `based_on.url` {address}"),
        );
    }
}
