//! What readers would get of an article that is not kept yet.

use std::sync::Arc;

use super::{Answer, Asker, Desk};
use crate::article::{Article, Draft, Finding, Metadata};
use crate::language::{Language, Word};
use crate::library::{Incoming, Library, LibraryError, Origin, Place, Scope};
use crate::search::{Question, Synonyms};

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

/// An article before it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// What is known about it.
    pub metadata: Metadata,
    /// Its sections, in order.
    pub sections: Vec<PreviewedSection>,
    /// What was left out or is missing.
    pub findings: Vec<Finding>,
    /// Questions that its headings and numbers suggest and that a library of this article alone answers with a quote.
    pub questions: Vec<String>,
}

/// A section of an article before it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewedSection {
    /// Its heading; `None` for the lead.
    pub heading: Option<String>,
    /// Its sentences, as written.
    pub sentences: Vec<String>,
}

impl Preview {
    /// Of a draft; `desk` is how a library is asked.
    pub async fn of(draft: &Draft, desk: impl FnOnce(Arc<Library>) -> Desk) -> Result<Preview, LibraryError> {
        let article = Article::from_draft(draft);
        let section = |section: &crate::article::Section| {
            let sentences = article.paragraphs[section.paragraphs.clone()].iter().flat_map(|p| &p.sentences);
            PreviewedSection {
                heading: section.heading.clone(),
                sentences: sentences.map(|s| article.text[s.clone()].to_owned()).collect(),
            }
        };
        let (metadata, sections) = (article.metadata.clone(), article.sections.iter().map(section).collect());
        Ok(Preview { metadata, sections, findings: draft.findings.clone(), questions: questions(article, desk).await? })
    }
}

async fn questions(article: Article, desk: impl FnOnce(Arc<Library>) -> Desk) -> Result<Vec<String>, LibraryError> {
    let headings = article.sections.iter().filter_map(|s| Some(format!("{}?", s.heading.as_deref()?)));
    let mut tried: Vec<String> = headings.take(MOST_TRIED / 2).collect();
    tried.extend(counted(&article));
    let library = Arc::new(Library::open(Place::Memory, Synonyms::general()).await?);
    let incoming = Incoming { id: "preview".into(), source: String::new(), source_hash: String::new(), article };
    library.put(Scope::Everyone, Origin::Upload, &[incoming]).await?;
    let desk = desk(library);
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
