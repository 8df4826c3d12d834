//! What readers would get of an article that is not kept yet.

use std::sync::Arc;

use super::{Answer, Asker, Desk};
use crate::article::{Article, Finding, Metadata};
use crate::language::{Language, Word};
use crate::library::{Incoming, Library, LibraryError, Origin, Place, Scope};
use crate::search::{Question, Synonyms};

/// Questions that are shown.
const MOST_QUESTIONS: usize = 6;

/// Questions that are tried, so that a long article is previewed as fast as a short one.
const MOST_TRIED: usize = 24;

/// Sentences in which a number is looked for, for the same reason.
const MOST_READ: usize = 500;

/// How a number is asked for: the code of the language, what the thing that is counted ends with, and the words. The first that fits
/// counts; the ending tells most genders.
const HOW_MANY: &[(&str, &str, &str)] = &[
    ("de", "", "Wie viele"),
    ("en", "", "How many"),
    ("es", "as", "¿Cuántas"),
    ("es", "", "¿Cuántos"),
    ("fr", "", "Combien de"),
    ("it", "e", "Quante"),
    ("it", "", "Quanti"),
    ("nl", "", "Hoeveel"),
    ("pl", "", "Ile"),
    ("pt", "as", "Quantas"),
    ("pt", "", "Quantos"),
    ("ro", "e", "Câte"),
    ("ro", "", "Câți"),
    ("ru", "", "Сколько"),
    ("uk", "", "Скільки"),
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
    /// Of an article and what its reader found; `desk` is how a library is asked.
    pub async fn of(article: Article, findings: Vec<Finding>, desk: impl FnOnce(Arc<Library>) -> Desk) -> Result<Preview, LibraryError> {
        let section = |section: &crate::article::Section| {
            let sentences = article.paragraphs[section.paragraphs.clone()].iter().flat_map(|p| &p.sentences);
            PreviewedSection {
                heading: section.heading.clone(),
                sentences: sentences.map(|s| article.text[s.clone()].to_owned()).collect(),
            }
        };
        let (metadata, sections) = (article.metadata.clone(), article.sections.iter().map(section).collect());
        Ok(Preview { metadata, sections, findings, questions: questions(article, desk).await? })
    }
}

async fn questions(article: Article, desk: impl FnOnce(Arc<Library>) -> Desk) -> Result<Vec<String>, LibraryError> {
    let headings =
        article.sections.iter().filter_map(|s| Some(format!("{}?", s.heading.as_deref()?.trim_end_matches(['?', '!', '.', ':', ' ']))));
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

/// How many of what: a number and the content words after it, asked for in the article's language; [`MOST_TRIED`] at most.
fn counted(article: &Article) -> Vec<String> {
    let language = article.metadata.language;
    let asks = |things: &str| {
        let counted = things.split_whitespace().next().unwrap_or_default();
        let fits = |(code, ending, _): &&(&str, &str, &str)| *code == language.code() && counted.ends_with(ending);
        HOW_MANY.iter().find(fits).map(|(_, _, opening)| format!("{opening} {things}?"))
    };
    let mut questions: Vec<String> = vec![];
    for sentence in article.paragraphs.iter().flat_map(|p| &p.sentences).take(MOST_READ) {
        if questions.len() == MOST_TRIED {
            break;
        }
        let question = things(language, &article.text[sentence.clone()]).and_then(|things| asks(&things));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::markdown;

    /// How many questions an article suggests with numbers, which has so many sentences without one before so many with one.
    fn suggests(without: usize, with: usize) -> usize {
        let words = ["boats", "oars", "lamps", "bells"];
        let numbered = (0..with).map(|n| format!("They counted {n} {} {}.", words[n % 4], ["red", "old"][n / 4 % 2].repeat(n / 8 + 1)));
        let text: String = std::iter::repeat_n("The bay is deep.".to_owned(), without).chain(numbered).collect::<Vec<_>>().join("\n\n");
        let draft = markdown::read(format!("+++\nlanguage = \"en\"\n+++\n# The bay\n\n{text}").as_bytes()).expect("it is an article");
        counted(&Article::from_draft(&draft)).len()
    }

    #[test]
    fn what_is_counted_is_asked_for_in_its_gender() {
        for (language, text, question) in [
            ("es", "En la plaza había 23 personas y 12 perros.", "¿Cuántas personas?"),
            ("es", "En la plaza había 12 perros.", "¿Cuántos perros?"),
            ("pt", "Na praça havia 23 pessoas.", "Quantas pessoas?"),
        ] {
            let draft = markdown::read(format!("+++\nlanguage = \"{language}\"\n+++\n# T\n\n{text}").as_bytes()).expect("it is an article");
            assert_eq!(counted(&Article::from_draft(&draft)), [question]);
        }
    }

    #[test]
    fn a_long_article_suggests_no_more_questions_than_are_tried_and_is_not_read_to_its_end() {
        assert_eq!(suggests(0, 10), 10);
        assert_eq!(suggests(0, 200), MOST_TRIED);
        assert_eq!(suggests(MOST_READ - 5, 10), 5);
    }
}
