//! What readers would get of an article that is not kept yet.

use std::sync::Arc;

use anyhow::Result;

use crate::article::{Article, Draft};
use crate::desk::{Answer, Asker, Desk};
use crate::language::{Language, Word};
use crate::library::{Incoming, Library, Origin, Place, Scope};
use crate::search::{Question, Synonyms};
use crate::settings::Settings;

/// Questions that are shown.
const MOST_QUESTIONS: usize = 6;

/// Questions that are tried, so that a long article is previewed as fast as a short one.
const MOST_TRIED: usize = 24;

/// How a number is asked for, by the code of the language.
const HOW_MANY: &[(&str, &str)] = &[
    ("de", "Wie viele"),
    ("en", "How many"),
    ("es", "¿Cuántos"),
    ("fr", "Combien de"),
    ("it", "Quanti"),
    ("nl", "Hoeveel"),
    ("pl", "Ile"),
    ("pt", "Quantos"),
    ("ro", "Câți"),
    ("ru", "Сколько"),
    ("uk", "Скільки"),
];

/// Metadata, sections with their sentences, findings, and some questions that the article answers.
pub async fn of(draft: &Draft, settings: &Settings) -> Result<String> {
    let article = Article::from_draft(draft);
    let mut lines = known(&article);
    lines.push("Sections:".into());
    for section in &article.sections {
        let sentences = article.paragraphs[section.paragraphs.clone()].iter().flat_map(|p| &p.sentences);
        let heading = section.heading.as_deref().unwrap_or("(opening)");
        let count = sentences.clone().count();
        let plural = if count == 1 { "" } else { "s" };
        lines.push(format!("  {heading} ({count} sentence{plural})"));
        lines.extend(sentences.enumerate().map(|(n, sentence)| format!("    {}. {}", n + 1, &article.text[sentence.clone()])));
    }
    lines.push(if draft.findings.is_empty() { "Findings: none".into() } else { "Findings:".into() });
    lines.extend(draft.findings.iter().map(|finding| format!("  {}", finding.to_string().trim())));
    let questions = questions(article, settings).await?;
    lines.push(if questions.is_empty() {
        "Questions that it answers: none were found".into()
    } else {
        "Questions that it answers:".into()
    });
    lines.extend(questions.iter().map(|question| format!("  {question}")));
    Ok(lines.join("\n"))
}

fn known(article: &Article) -> Vec<String> {
    let metadata = &article.metadata;
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

/// Of the questions that its headings and numbers suggest, those that a library of this article alone answers with a quote.
async fn questions(article: Article, settings: &Settings) -> Result<Vec<String>> {
    let headings = article.sections.iter().filter_map(|s| Some(format!("{}?", s.heading.as_deref()?)));
    let mut tried: Vec<String> = headings.take(MOST_TRIED / 2).collect();
    tried.extend(counted(&article));
    let library = Arc::new(Library::open(Place::Memory, Synonyms::general()).await?);
    let incoming = Incoming { id: "preview".into(), source: String::new(), source_hash: String::new(), article };
    library.put(Scope::Everyone, Origin::Upload, &[incoming]).await?;
    let desk = Desk::new(library, settings);
    let mut answered = vec![];
    for typed in tried.into_iter().take(MOST_TRIED) {
        let Some(question) = Question::parse(&typed) else { continue };
        if answered.len() < MOST_QUESTIONS && matches!(desk.ask(Asker::default(), &question).await?, Answer::Quoted(_)) {
            answered.push(typed);
        }
    }
    Ok(answered)
}

/// How many of what: a number and the content words after it, asked for in the article's language.
fn counted(article: &Article) -> Vec<String> {
    let language = article.metadata.language;
    let Some((_, opening)) = HOW_MANY.iter().find(|(code, _)| *code == language.code()) else { return vec![] };
    let mut questions: Vec<String> = vec![];
    for sentence in article.paragraphs.iter().flat_map(|p| &p.sentences) {
        let question = things(language, &article.text[sentence.clone()]).map(|things| format!("{opening} {things}?"));
        questions.extend(question.filter(|question| !questions.contains(question)));
    }
    questions
}

/// The words after a sentence's first number, up to three and as far as they carry content; `None` after the day of a date.
fn things(language: Language, sentence: &str) -> Option<String> {
    let words = language.words(sentence);
    let number = words.iter().position(|word| word.number)?;
    let after: Vec<&Word> = words[number + 1..].iter().take_while(|word| !word.function && !word.number).take(3).collect();
    let (first, last) = (after.first()?, after.last()?);
    let neighbours = sentence[words[number].span.end..first.span.start].trim().is_empty();
    let date = language.lexicon().fills("months", &first.surface);
    (neighbours && !date).then(|| sentence[first.span.start..last.span.end].to_owned())
}
