//! The unit that the index holds: a section, or a window of a long one, with its words prepared for ranking.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::dateline;
use crate::article::voice::{self, Voice};
use crate::article::{Article, Section};
use crate::language::words::count;
use crate::language::{Language, Word};

/// A window ends with the first paragraph that brings it to this many words: the length at which paragraphs of an encyclopaedia stay
/// whole and short newspaper sections are one passage.
const WINDOW_WORDS: usize = 90;

/// A passage of an article, as it is stored in the index. Borrows its words from the stored bytes.
#[derive(Debug, Serialize, Deserialize)]
pub struct Passage<'a> {
    /// The article's id in its library.
    pub article: &'a str,
    /// The article's version.
    pub version: u32,
    /// The article's language.
    pub language: Language,
    /// The article's title.
    pub title: &'a str,
    /// The section's id.
    pub section: &'a str,
    /// The section's heading.
    pub heading: Option<&'a str>,
    /// The words of the title.
    #[serde(borrow)]
    pub title_words: Vec<Token<'a>>,
    /// The words of the heading.
    #[serde(borrow)]
    pub heading_words: Vec<Token<'a>>,
    /// By what words its day may be meant; see [`dateline::words`].
    #[serde(borrow)]
    pub dateline: Vec<Token<'a>>,
    /// In order.
    #[serde(borrow)]
    pub sentences: Vec<Sentence<'a>>,
}

/// A sentence of a passage.
#[derive(Debug, Serialize, Deserialize)]
pub struct Sentence<'a> {
    /// Bytes in the article's text.
    pub span: Range<u32>,
    /// Its place among the article's sentences, from 0.
    pub ordinal: u32,
    /// Its place among its paragraph's sentences, from 0.
    pub in_paragraph: u32,
    /// The paragraph's place in the article, from 0.
    pub paragraph: u32,
    /// What it needs to keep its speaker.
    pub voice: Voice,
    /// Its words, in order.
    #[serde(borrow)]
    pub words: Vec<Token<'a>>,
    /// Ends as a question.
    pub asks: bool,
    /// Ends with a colon: the next sentence is what it announces.
    pub announces: bool,
}

/// A word of a passage.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Token<'a> {
    /// See [`Word::surface`].
    pub surface: &'a str,
    /// See [`Word::stem`].
    pub stem: &'a str,
    /// See [`Word::capital`].
    pub capital: bool,
    /// See [`Word::number`].
    pub number: bool,
    /// See [`Word::money`].
    pub money: bool,
    /// See [`Word::function`].
    pub function: bool,
}

impl<'a> Token<'a> {
    fn of(word: &'a Word) -> Token<'a> {
        let Word { surface, stem, capital, number, money, function, .. } = word;
        Token { surface, stem, capital: *capital, number: *number, money: *money, function: *function }
    }
}

impl<'a> Passage<'a> {
    /// Reads a passage from its stored bytes; `None` if they are of another layout.
    pub fn decode(bytes: &'a [u8]) -> Option<Passage<'a>> {
        postcard::from_bytes(bytes).ok()
    }

    /// The bytes to store.
    pub fn encode(&self) -> Vec<u8> {
        postcard::to_stdvec(self).expect("a passage is plain data in memory")
    }
}

/// Prepares the passages of an article, in order, and hands each to `take` with its bytes in the article.
pub fn each(id: &str, version: u32, article: &Article, mut take: impl FnMut(&Passage<'_>)) {
    let language = article.metadata.language;
    let voices = voice::of(article);
    let words = Words::of(article);
    let title = language.words(&article.metadata.title);
    let dateline = article.metadata.published.map(|day| dateline::words(language, day)).unwrap_or_default();
    for section in &article.sections {
        let heading = section.heading.as_deref().map(|h| language.words(h)).unwrap_or_default();
        for window in windows(article, section) {
            let sentences = words.sentences(window, &voices);
            take(&Passage {
                article: id,
                version,
                language,
                title: &article.metadata.title,
                section: &section.id,
                heading: section.heading.as_deref(),
                title_words: title.iter().map(Token::of).collect(),
                heading_words: heading.iter().map(Token::of).collect(),
                dateline: dateline.iter().map(Token::of).collect(),
                sentences,
            });
        }
    }
}

/// Cuts a section between paragraphs, but not behind a colon; a short rest stays with the window before it.
fn windows(article: &Article, section: &Section) -> Vec<Range<usize>> {
    let text = |at: usize| &article.text[article.paragraphs[at].span.clone()];
    let words = |at: usize| count(text(at));
    let mut windows: Vec<Range<usize>> = vec![];
    let mut start = section.paragraphs.start;
    let mut held = 0;
    for at in section.paragraphs.clone() {
        held += words(at);
        if held >= WINDOW_WORDS && !announces(text(at)) {
            windows.push(start..at + 1);
            (start, held) = (at + 1, 0);
        }
    }
    match windows.last_mut() {
        Some(last) if held > 0 && held < WINDOW_WORDS / 3 => last.end = section.paragraphs.end,
        _ if held > 0 => windows.push(start..section.paragraphs.end),
        _ => {}
    }
    windows
}

/// The words of every sentence of an article.
struct Words<'a> {
    article: &'a Article,
    /// By paragraph, then by sentence.
    words: Vec<Vec<Vec<Word>>>,
    /// For each paragraph, how many sentences stand before it.
    before: Vec<usize>,
}

impl<'a> Words<'a> {
    fn of(article: &'a Article) -> Words<'a> {
        let language = article.metadata.language;
        let of_paragraph = |p: &crate::article::Paragraph| p.sentences.iter().map(|s| language.words(&article.text[s.clone()])).collect();
        let counted = article.paragraphs.iter().scan(0, |before, p| Some(std::mem::replace(before, *before + p.sentences.len())));
        Words { article, words: article.paragraphs.iter().map(of_paragraph).collect(), before: counted.collect() }
    }

    fn sentences(&self, paragraphs: Range<usize>, voices: &[Voice]) -> Vec<Sentence<'_>> {
        let mut ordinal = self.before.get(paragraphs.start).copied().unwrap_or_default();
        let mut sentences = vec![];
        for at in paragraphs {
            let spans = &self.article.paragraphs[at].sentences;
            for (n, (span, words)) in spans.iter().zip(&self.words[at]).enumerate() {
                sentences.push(Sentence {
                    span: small(span.start)..small(span.end),
                    ordinal: small(ordinal),
                    in_paragraph: small(n),
                    paragraph: small(at),
                    voice: voices[ordinal].clone(),
                    words: words.iter().map(Token::of).collect(),
                    asks: self.article.text[span.clone()].trim_end_matches(['"', '”', '»', '“']).ends_with(['?', '？']),
                    announces: announces(&self.article.text[span.clone()]),
                });
                ordinal += 1;
            }
        }
        sentences
    }
}

/// Whether a text ends with a colon, so that what it promises follows.
fn announces(text: &str) -> bool {
    text.ends_with([':', '：'])
}

fn small(number: usize) -> u32 {
    u32::try_from(number).expect("articles are limited to a few megabytes")
}
