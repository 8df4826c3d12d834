//! Tells an interview: what is answered in it is somebody's words, though nothing beside them says whose.
//!
//! Questions that a paper asks and answers itself look the same, but nobody speaks of themselves in their answers.

use super::Article;
use crate::language::lexicon::Speech;
use crate::language::lexicon::speech::plain;
use crate::language::{Word, quotations};

/// So many questions with an answer are no interview yet.
const FEW: usize = 2;

/// Words of the longest question.
const QUESTION_WORDS: usize = 80;

/// For each paragraph of an article, whether it is a question or an answer of an interview. The words are those of each sentence, placed in
/// its paragraph.
pub fn turns(article: &Article, words: &[Vec<Word>]) -> Vec<bool> {
    let turns = questions_and_answers(article);
    let speech = article.metadata.language.lexicon().speech();
    let texts = || article.paragraphs.iter().map(|paragraph| &article.text[paragraph.span.clone()]);
    let count = turns.iter().flatten().max().map_or(0, |last| last + 1);
    let mut personal = vec![false; count];
    let mut rest = words;
    for ((paragraph, text), turn) in article.paragraphs.iter().zip(texts()).zip(&turns) {
        let (words, after) = rest.split_at(paragraph.sentences.len());
        rest = after;
        if let Some(turn) = turn {
            personal[*turn] |= speaks_of_oneself(speech, text, words);
        }
    }
    let personal = personal.into_iter().filter(|personal| *personal).count();
    let is_interview = personal > FEW && 2 * personal >= count;
    texts().zip(turns).map(|(text, turn)| is_lettered(text) || is_interview && turn.is_some()).collect()
}

/// For each paragraph, of which question it is or which it answers, from 0; `None` before the first question. A heading may ask too.
fn questions_and_answers(article: &Article) -> Vec<Option<usize>> {
    let mut turns = vec![];
    let mut asked: Option<usize> = None;
    let mut answered = true;
    let mut read = |asks: bool| {
        // Two in a row that ask are one question.
        if asks && answered {
            asked = Some(asked.map_or(0, |turn| turn + 1));
        }
        answered = !asks;
        asked
    };
    for section in &article.sections {
        if section.heading.as_deref().is_some_and(asks) {
            read(true);
        }
        turns.extend(section.paragraphs.clone().map(|at| read(asks(&article.text[article.paragraphs[at].span.clone()]))));
    }
    turns
}

/// Whether a paragraph or heading is a question, and no line of a dialogue.
fn asks(text: &str) -> bool {
    let dialogue = text.starts_with(['—', '–', '-', '"', '“', '„', '«', '»', '‘']);
    text.ends_with(['?', '？', '؟']) && !dialogue && text.split_whitespace().count() <= QUESTION_WORDS
}

/// Whether a paragraph says `I` outside of quotation marks.
fn speaks_of_oneself(speech: &Speech, text: &str, words: &[Vec<Word>]) -> bool {
    let quoted = quotations::read(text).spans;
    let says = |word: &&Word| speech.oneself.has(&plain(&text[word.span.clone()]));
    !asks(text) && words.iter().flatten().filter(says).any(|word| !quoted.iter().any(|span| span.contains(&word.span.start)))
}

/// Whether a paragraph is a question or an answer behind a letter that names nobody: `A: No.`
fn is_lettered(paragraph: &str) -> bool {
    let mut letters = paragraph.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next() == Some(':') && letters.next().is_some_and(char::is_whitespace)
}
