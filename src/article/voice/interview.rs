//! Tells an interview: what is answered in it is somebody's words, though nothing beside them says whose.
//!
//! Questions that a paper asks and answers itself look the same, but nobody speaks of themselves in their answers.

use super::Article;
use crate::language::lexicon::speech::plain;
use crate::language::quotations;

/// So many questions with an answer are no interview yet.
const FEW: usize = 2;

/// Words of the longest question.
const QUESTION_WORDS: usize = 80;

/// For each paragraph of an article, whether it is a question or an answer of an interview.
pub fn turns(article: &Article) -> Vec<bool> {
    let turns = questions_and_answers(article);
    let count = turns.iter().flatten().max().map_or(0, |last| last + 1);
    let mut personal = vec![false; count];
    for (paragraph, turn) in turns.iter().enumerate().filter_map(|(paragraph, turn)| Some((paragraph, (*turn)?))) {
        personal[turn] |= speaks_of_oneself(article, paragraph);
    }
    let personal = personal.into_iter().filter(|personal| *personal).count();
    let letters = article.paragraphs.iter().map(|paragraph| is_lettered(&article.text[paragraph.span.clone()]));
    let is_interview = personal > FEW && 2 * personal >= count;
    letters.zip(turns).map(|(lettered, turn)| lettered || is_interview && turn.is_some()).collect()
}

/// For each paragraph, of which question it is or which it answers, from 0; `None` before the first question. A heading may ask too.
fn questions_and_answers(article: &Article) -> Vec<Option<usize>> {
    let mut turns = vec![];
    let mut asked: Option<usize> = None;
    let mut answered = true;
    for section in &article.sections {
        let headed = section.heading.as_deref().is_some_and(asks);
        for (at, paragraph) in section.paragraphs.clone().enumerate() {
            let asks = headed && at == 0 || asks(&article.text[article.paragraphs[paragraph].span.clone()]);
            // Two paragraphs that ask are one question.
            if asks && answered {
                asked = Some(asked.map_or(0, |turn| turn + 1));
            }
            answered = !asks || headed && at == 0;
            turns.push(asked);
        }
    }
    turns
}

/// Whether a paragraph or heading is a question, and no line of a dialogue.
fn asks(text: &str) -> bool {
    let dialogue = text.starts_with(['—', '–', '-', '"', '“', '„', '«', '»', '‘']);
    text.ends_with(['?', '？', '؟']) && !dialogue && text.split_whitespace().count() <= QUESTION_WORDS
}

/// Whether a paragraph says `I` outside of quotation marks.
fn speaks_of_oneself(article: &Article, paragraph: usize) -> bool {
    let text = &article.text[article.paragraphs[paragraph].span.clone()];
    let language = article.metadata.language;
    let oneself = &language.lexicon().speech().oneself;
    let quoted = quotations::read(text).spans;
    let says = |word: &crate::language::Word| oneself.has(&plain(&text[word.span.clone()]));
    !asks(text) && language.words(text).iter().any(|word| says(word) && !quoted.iter().any(|span| span.contains(&word.span.start)))
}

/// Whether a paragraph is a question or an answer behind a letter that names nobody: `A: No.`
fn is_lettered(paragraph: &str) -> bool {
    let mut letters = paragraph.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next() == Some(':') && letters.next().is_some_and(char::is_whitespace)
}
