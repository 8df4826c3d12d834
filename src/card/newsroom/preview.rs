//! The preview of an article: what readers would get, before anything is kept.

use super::{Controls, beginning, known, library};
use crate::article::{Finding, FindingKind};
use crate::card::{Card, Words};
use crate::desk::newsroom::{Editor, Proposed};
use crate::desk::preview::{Preview, PreviewedSection};

/// Sections that are shown.
const MOST_SECTIONS: usize = 8;

/// Findings that are shown.
const MOST_FINDINGS: usize = 8;

impl Card {
    /// A preview, to be confirmed or cancelled.
    pub fn preview(preview: &Preview, proposed: &Proposed, editor: Editor, words: &Words) -> Card {
        let next = match &proposed.changes {
            None => words.say_with("preview-new", &[("library", &library(editor.scope, words))]),
            Some(id) => words.say_with("preview-changes", &[("id", id)]),
        };
        let parts =
            [known(&preview.metadata, words).join("\n"), sections(preview, words), findings(preview, words), questions(preview, words)];
        let title = words.say_with("preview-title", &[("title", &preview.metadata.title)]);
        Card {
            lead: Some(next),
            controls: Some(Controls::Proposal(proposed.token.clone())),
            ..Card::notice(Some(title), parts.join("\n\n"))
        }
    }
}

/// A section by its heading, with the number of its sentences.
pub fn section_line(heading: Option<&str>, sentences: usize, words: &Words) -> String {
    let heading = heading.map_or_else(|| words.say("lead-section"), beginning);
    format!("{heading} · {}", words.count("sentences-counted", "sentences", sentences))
}

fn sections(preview: &Preview, words: &Words) -> String {
    let section = |section: &PreviewedSection| {
        let first = section.sentences.first().map(|sentence| format!("\n{}", beginning(sentence))).unwrap_or_default();
        format!("{}{first}", section_line(section.heading.as_deref(), section.sentences.len(), words))
    };
    let mut lines: Vec<String> = preview.sections.iter().take(MOST_SECTIONS).map(section).collect();
    let more = preview.sections.len().saturating_sub(MOST_SECTIONS);
    lines.extend((more > 0).then(|| words.count("preview-more-sections", "sections", more)));
    lines.join("\n")
}

fn findings(preview: &Preview, words: &Words) -> String {
    if preview.findings.is_empty() {
        return words.say("preview-no-findings");
    }
    let mut lines = vec![words.say("preview-findings")];
    lines.extend(preview.findings.iter().take(MOST_FINDINGS).map(|finding| finding_line(finding, words)));
    let more = preview.findings.len().saturating_sub(MOST_FINDINGS);
    lines.extend((more > 0).then(|| words.count("preview-more-findings", "findings", more)));
    lines.join("\n")
}

fn finding_line(finding: &Finding, words: &Words) -> String {
    let key = match finding.kind {
        FindingKind::Byline => "finding-byline",
        FindingKind::DateLine => "finding-date-line",
        FindingKind::OriginalAddress => "finding-original-address",
        FindingKind::Correction => "finding-correction",
        FindingKind::PhotoCredit => "finding-photo-credit",
        FindingKind::Caption => "finding-caption",
        FindingKind::RelatedArticle => "finding-related-article",
        FindingKind::SignUp => "finding-sign-up",
        FindingKind::CookieNotice => "finding-cookie-notice",
        FindingKind::ShareBar => "finding-share-bar",
        FindingKind::Credits => "finding-credits",
        FindingKind::Embed => "finding-embed",
        FindingKind::StruckOut => "finding-struck-out",
        FindingKind::NoOutlet => "finding-no-outlet",
        FindingKind::NoByline => "finding-no-byline",
        FindingKind::NoDate => "finding-no-date",
        FindingKind::NoAddress => "finding-no-address",
        FindingKind::LanguageDetected => "finding-language-detected",
    };
    let said = words.say(key);
    let text = beginning(finding.text.trim());
    if text.is_empty() { said } else { format!("{said}: {text}") }
}

fn questions(preview: &Preview, words: &Words) -> String {
    if preview.questions.is_empty() {
        return words.say("preview-no-questions");
    }
    std::iter::once(words.say("preview-questions"))
        .chain(preview.questions.iter().map(|question| beginning(question)))
        .collect::<Vec<_>>()
        .join("\n")
}
