//! A candidate passage as the ranking sees it: for each of its sentences, which words of the question it holds.

use super::asked::{Asked, Hit};
use crate::language::Lexicon;
use crate::search::Passage;
use crate::search::dateline;
use crate::search::passage::Token;
use crate::search::snapshot::inverse_document_frequency;

/// What the candidates of one article hold together.
#[derive(Clone, Default)]
pub struct InArticle {
    /// The part of all candidates' scores that they have; 0 to 1.
    pub score: f32,
    /// The content words that they hold, with title and headings: a bit each.
    pub words: u64,
    /// What the title and, where it is among them, the opening paragraph hold of the question.
    pub lead: Vec<Hit>,
    /// For each content word, how rare it is among their sentences: its inverse document frequency there.
    pub rarity: Vec<f32>,
}

impl InArticle {
    /// Of the candidates of the article of `page`, where all candidates have the BM25 score `total`.
    pub fn of(page: &Page<'_>, pages: &[Page<'_>], words: usize, total: f32) -> InArticle {
        let beside: Vec<&Page<'_>> = pages.iter().filter(|other| page.is_beside(other)).collect();
        let sentences = || beside.iter().flat_map(|other| &other.sentences);
        let all = sentences().count() as u64;
        let holding = |n: usize| sentences().filter(|hits| hits[n].is_word()).count() as u64;
        InArticle {
            score: beside.iter().map(|other| other.score).sum::<f32>() / total.max(f32::MIN_POSITIVE),
            words: (0..words).filter(|n| beside.iter().any(|other| other.holds(*n))).fold(0, |words, n| words | 1 << n),
            lead: beside.iter().fold(vec![Hit::None; words], |lead, other| with(lead, &other.lead())),
            rarity: (0..words).map(|n| inverse_document_frequency(holding(n), all)).collect(),
        }
    }
}

/// A candidate passage with its hits.
pub struct Page<'a> {
    /// Which of the snapshot's libraries it is in.
    pub part: usize,
    /// The passage.
    pub passage: Passage<'a>,
    /// The lexicon of its language.
    pub lexicon: &'static Lexicon,
    /// Its language's place in the snapshot.
    pub language: usize,
    /// Its BM25 score over the best candidate's; 0 to 1.
    pub score: f32,
    /// Its place among the candidates, from 0.
    pub rank: usize,
    /// What the title and the article's day hold of the question.
    pub title: Vec<Hit>,
    /// What the heading holds of it.
    pub heading: Vec<Hit>,
    /// What each sentence holds of it.
    pub sentences: Vec<Vec<Hit>>,
    /// For each sentence and each of its words, which of the question's words it is; see [`Asked::held`].
    pub held: Vec<Vec<u64>>,
    /// The part of the title's content words that the question holds.
    pub title_share: f32,
    /// What the passage holds of it, title and heading apart.
    pub whole: Vec<Hit>,
    /// The weight of the question's words that each sentence holds; 0 to 1.
    pub coverage: Vec<f32>,
    /// What it has in common with the other candidates of its article.
    pub article: InArticle,
}

impl<'a> Page<'a> {
    /// Reads a passage against a question.
    pub fn of(asked: &Asked, passage: Passage<'a>, part: usize, rank: usize, score: f32) -> Page<'a> {
        let language = asked.analyses.iter().position(|a| a.language == passage.language).unwrap_or(0);
        let held: Vec<Vec<u64>> = passage.sentences.iter().map(|s| asked.held(language, &s.words)).collect();
        let sentences: Vec<Vec<Hit>> = passage.sentences.iter().zip(&held).map(|(s, held)| asked.hits(language, &s.words, held)).collect();
        let coverage = sentences.iter().map(|hits| asked.share(|n| hits[n].is_word())).collect();
        let in_title = asked.held(language, &passage.title_words);
        let in_heading = asked.held(language, &passage.heading_words);
        let content = passage.title_words.iter().zip(&in_title).filter(|(word, _)| !word.function);
        let (in_question, all) = content.fold((0, 0), |(held, all), (_, bits)| (held + usize::from(*bits != 0), all + 1));
        let title_share = in_question as f32 / all.max(1) as f32;
        let whole = sentences.iter().fold(vec![Hit::None; asked.content.len()], |whole, hits| with(whole, hits));
        Page {
            part,
            lexicon: passage.language.lexicon(),
            language,
            score,
            rank,
            title: with(asked.hits(language, &passage.title_words, &in_title), &dated(asked, language, &passage.dateline)),
            heading: asked.hits(language, &passage.heading_words, &in_heading),
            sentences,
            held,
            title_share,
            whole,
            coverage,
            article: InArticle::default(),
            passage,
        }
    }

    /// Whether the passage, its title or its heading holds a content word.
    pub fn holds(&self, n: usize) -> bool {
        [&self.whole, &self.title, &self.heading].iter().any(|hits| hits[n].is_word())
    }

    /// Whether anything in the passage, its title or its heading is a content word or stands for it.
    pub fn tells(&self, n: usize) -> bool {
        [&self.whole, &self.title, &self.heading].iter().any(|hits| hits[n] > Hit::Cue)
    }

    /// Whether a candidate of its article holds a content word, or anything in this one is it or stands for it.
    pub fn article_tells(&self, n: usize) -> bool {
        self.article.words & (1 << n) != 0 || self.tells(n)
    }

    /// What the title holds and, if the passage has it, the article's opening paragraph.
    fn lead(&self) -> Vec<Hit> {
        let opening = self.passage.sentences.iter().zip(&self.sentences).filter(|(sentence, _)| sentence.paragraph == 0);
        opening.fold(self.title.clone(), |lead, (_, hits)| with(lead, hits))
    }

    /// Whether another page is of the same article.
    pub fn is_beside(&self, other: &Page<'_>) -> bool {
        other.part == self.part && other.passage.article == self.passage.article
    }
}

/// What the day of an article holds of the question; days of the month only where its month is named too.
fn dated(asked: &Asked, language: usize, dateline: &[Token<'_>]) -> Vec<Hit> {
    let held = asked.held(language, dateline);
    let month = dateline.iter().zip(&held).any(|(word, held)| !word.number && *held != 0);
    let meant = dateline.iter().zip(&held).filter(|(word, _)| month || !dateline::is_day(word.surface));
    let meant = meant.fold(0, |bits, (_, held)| bits | held);
    // What was taken for a typing error may have been another word.
    let names = |n: usize| meant & (1 << asked.content[n]) != 0 && asked.word(n).corrected.is_none();
    (0..asked.content.len()).map(|n| if names(n) { Hit::Stem } else { Hit::None }).collect()
}

/// The better of two hits for each word.
fn with(hits: Vec<Hit>, others: &[Hit]) -> Vec<Hit> {
    hits.into_iter().zip(others).map(|(a, b)| if *b > a { *b } else { a }).collect()
}
