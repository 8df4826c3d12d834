//! What readers would get of an article that is not kept yet, as text.

use anyhow::Result;

use crate::article::{Article, Draft, Metadata};
use crate::desk::Desk;
use crate::desk::preview::Preview;
use crate::settings::Settings;

/// Metadata, sections with their sentences, findings, and some questions that the article answers.
pub async fn of(draft: &Draft, settings: &Settings) -> Result<String> {
    let preview = Preview::of(Article::from_draft(draft), draft.findings.clone(), |library| Desk::new(library, settings)).await?;
    let mut lines = known(&preview.metadata);
    lines.push("Sections:".into());
    for section in &preview.sections {
        let heading = section.heading.as_deref().unwrap_or("(opening)");
        let count = section.sentences.len();
        let plural = if count == 1 { "" } else { "s" };
        lines.push(format!("  {heading} ({count} sentence{plural})"));
        lines.extend(section.sentences.iter().enumerate().map(|(n, sentence)| format!("    {}. {sentence}", n + 1)));
    }
    lines.push(if preview.findings.is_empty() { "Findings: none".into() } else { "Findings:".into() });
    lines.extend(preview.findings.iter().map(|finding| format!("  {}", finding.to_string().trim())));
    lines.push(if preview.questions.is_empty() {
        "Questions that it answers: none were found".into()
    } else {
        "Questions that it answers:".into()
    });
    lines.extend(preview.questions.iter().map(|question| format!("  {question}")));
    Ok(lines.join("\n"))
}

fn known(metadata: &Metadata) -> Vec<String> {
    let fields = [
        ("Title", Some(metadata.title.clone())),
        ("Outlet", metadata.outlet.clone()),
        ("Byline", metadata.byline.clone()),
        ("Published", metadata.published.map(|day| day.to_string())),
        ("Corrected", metadata.corrected.map(|day| day.to_string())),
        ("Address", metadata.url.clone()),
        ("Language", Some(metadata.language.to_string())),
    ];
    fields.into_iter().filter_map(|(name, value)| Some(format!("{name}: {}", value?))).collect()
}
