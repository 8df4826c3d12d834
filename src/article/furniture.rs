//! Tells an article's text from the furniture that newspapers put around it: bylines, credits, related links, notices.
//!
//! The rules are patterns in `furniture.toml`, in the supported languages. What a rule takes is metadata or left out; it is never quoted.

use std::sync::LazyLock;

use regex::{Regex, RegexBuilder};
use serde::Deserialize;

use super::{Draft, DraftSection, Finding, FindingKind};

mod byline;
mod day;

pub use day::date;

/// Bytes that each pattern may remember of its matching, per thread: there are many patterns, and most fail at once.
const CACHE: usize = 1 << 15;

/// Words of the longest heading that is only a label.
const LABEL_WORDS: usize = 3;

/// Words of the longest line that announces a correction below it.
const ANNOUNCING_WORDS: usize = 12;

/// Words of the longest beginning of a pointer to another article.
const POINTER_WORDS: usize = 4;

/// Characters of a finding that are shown.
const SHOWN_CHARACTERS: usize = 120;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    rule: Vec<RuleFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleFile {
    kind: Kind,
    #[serde(default)]
    lead: bool,
    most_words: usize,
    patterns: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Byline,
    DateLine,
    OriginalAddress,
    RelatedArticle,
    Correction,
    PhotoCredit,
    SignUp,
    CookieNotice,
    ShareBar,
    Credits,
    Embed,
}

impl Kind {
    fn finding(self) -> FindingKind {
        match self {
            Kind::Byline => FindingKind::Byline,
            Kind::DateLine => FindingKind::DateLine,
            Kind::OriginalAddress => FindingKind::OriginalAddress,
            Kind::RelatedArticle => FindingKind::RelatedArticle,
            Kind::Correction => FindingKind::Correction,
            Kind::PhotoCredit => FindingKind::PhotoCredit,
            Kind::SignUp => FindingKind::SignUp,
            Kind::CookieNotice => FindingKind::CookieNotice,
            Kind::ShareBar => FindingKind::ShareBar,
            Kind::Credits => FindingKind::Credits,
            Kind::Embed => FindingKind::Embed,
        }
    }
}

struct Rule {
    kind: Kind,
    lead: bool,
    most_words: usize,
    patterns: Vec<Regex>,
}

static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("furniture.toml")).expect("the rules are compiled in and tested");
    let compile = |pattern: &String| {
        RegexBuilder::new(pattern).case_insensitive(true).dfa_size_limit(CACHE).build().expect("the patterns are compiled in and tested")
    };
    let rules = file.rule.into_iter();
    rules
        .map(|r| Rule { kind: r.kind, lead: r.lead, most_words: r.most_words, patterns: r.patterns.iter().map(compile).collect() })
        .collect()
});

/// Takes furniture out of a draft: into its metadata, where they lack it, or away. Each decision becomes a finding.
pub fn clear(draft: &mut Draft) {
    let mut in_text = false;
    let mut sections = std::mem::take(&mut draft.sections);
    for section in &mut sections {
        take_headed_correction(draft, section);
        join_announced_corrections(section);
        section.paragraphs.retain(|paragraph| {
            let furniture = recognise(paragraph, in_text).is_some_and(|(kind, value)| take(draft, kind, &value, paragraph));
            in_text |= !furniture && is_prose(paragraph);
            !furniture
        });
    }
    draft.sections = sections;
}

/// Takes the first paragraph under a heading such as `Correction`: the two together say what the one line says elsewhere.
fn take_headed_correction(draft: &mut Draft, section: &mut DraftSection) {
    let Some(heading) = section.heading.as_deref().filter(|heading| heading.split_whitespace().count() <= LABEL_WORDS) else { return };
    let Some(first) = section.paragraphs.first() else { return };
    let notice = format!("{}: {first}", heading.trim().trim_end_matches([':', ' ', '\u{a0}']));
    let is_notice = kind(&notice) == Some(FindingKind::Correction) && kind(first).is_none();
    if is_notice && take(draft, Kind::Correction, &notice, &notice) {
        section.paragraphs.remove(0);
    }
}

/// Makes one paragraph of a line that announces a correction and of the notice itself: `A correction was made on May 5:`.
fn join_announced_corrections(section: &mut DraftSection) {
    let mut joined: Vec<String> = vec![];
    for paragraph in std::mem::take(&mut section.paragraphs) {
        let announces = |line: &&mut String| line.ends_with(':') && line.split_whitespace().count() <= ANNOUNCING_WORDS;
        let notice = joined.last_mut().filter(announces).map(|line| (format!("{line} {paragraph}"), line));
        match notice.filter(|(notice, line)| {
            kind(notice) == Some(FindingKind::Correction) && kind(line).is_none_or(|kind| kind == FindingKind::Correction)
        }) {
            Some((notice, line)) => *line = notice,
            None => joined.push(paragraph),
        }
    }
    section.paragraphs = joined;
}

/// Adds a finding with its words shortened for display.
pub fn note(draft: &mut Draft, kind: FindingKind, words: &str) {
    let mut text: String = words.chars().take(SHOWN_CHARACTERS).collect();
    if text.len() < words.len() {
        text.push('…');
    }
    draft.findings.push(Finding { kind, text });
}

/// What kind of furniture a line is by its words, wherever it stands; `None` for text, bylines and date lines.
pub fn kind(line: &str) -> Option<FindingKind> {
    recognise(line, true).map(|(kind, _)| kind.finding())
}

/// Whether a line begins as a pointer to another article does, as `Read also`, whatever comes next.
pub fn points_away(line: &str) -> bool {
    let line = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = line.split_whitespace().take(POINTER_WORDS).collect();
    (1..=words.len()).any(|n| kind(&format!("{}:", words[..n].join(" ").trim_end_matches([':', ' ']))) == Some(FindingKind::RelatedArticle))
}

/// A paragraph of the text proper, after which no byline or date line comes.
fn is_prose(paragraph: &str) -> bool {
    paragraph.split_whitespace().count() > 12
}

fn recognise(paragraph: &str, in_text: bool) -> Option<(Kind, String)> {
    // French sets its colons behind spaces that do not break.
    let spaced = paragraph.trim().replace(['\u{a0}', '\u{202f}'], " ");
    let paragraph = spaced.as_str();
    let words = paragraph.split_whitespace().count();
    let rules = RULES.iter().filter(|rule| words <= rule.most_words && !(rule.lead && in_text));
    for rule in rules {
        if let Some(found) = rule.patterns.iter().find_map(|pattern| pattern.captures(paragraph)) {
            let value = found.name("value").map_or(paragraph, |value| value.as_str());
            return Some((rule.kind, value.trim().to_owned()));
        }
    }
    None
}

/// Puts one piece of furniture where it belongs; false if it turns out to be text.
fn take(draft: &mut Draft, kind: Kind, value: &str, paragraph: &str) -> bool {
    let metadata = &mut draft.metadata;
    match kind {
        Kind::Byline => {
            let Some((names, day)) = byline::read(value) else { return false };
            metadata.byline.get_or_insert_with(|| names.to_owned());
            metadata.published = metadata.published.or(day);
        }
        Kind::DateLine => {
            let Some(date) = date(value) else { return false };
            metadata.published.get_or_insert(date);
            metadata.byline = metadata.byline.take().or_else(|| byline_in(value));
        }
        Kind::OriginalAddress => _ = metadata.url.get_or_insert_with(|| value.to_owned()),
        Kind::Correction => _ = metadata.correction.get_or_insert_with(|| value.to_owned()),
        _ => {}
    }
    note(draft, kind.finding(), paragraph);
    true
}

/// Who signs within a line that says the day: `May 4, 2024 by Ana Prell`.
fn byline_in(line: &str) -> Option<String> {
    let from = line.match_indices(' ').map(|(at, space)| &line[at + space.len()..]);
    let mut bylines = from.filter_map(|rest| recognise(rest, false).filter(|(kind, _)| *kind == Kind::Byline));
    bylines.find_map(|(_, value)| byline::read(&value).map(|(names, _)| names.to_owned()))
}

#[cfg(test)]
mod promises;

#[cfg(test)]
mod tests;
