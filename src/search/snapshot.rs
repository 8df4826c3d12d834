//! One committed state of the libraries that a question may see: everyone's and its guild's, with summed statistics.

use std::sync::Arc;

use tantivy::collector::TopDocs;
use tantivy::query::{Bm25StatisticsProvider, BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, Occur, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Searcher, TantivyError, Term as IndexTerm};

use super::question::{self, Analysis, Question};
use super::segments::{self, Fields, Segments};
use super::{Synonyms, spelling};
use crate::language::{Language, Word};

/// How many passages are looked at closely.
pub const CANDIDATES: usize = 28;

/// What a word in the title or the heading is worth beside one in the text.
const TITLE_BOOST: f32 = 0.6;
/// See [`TITLE_BOOST`].
const HEADING_BOOST: f32 = 0.4;
/// What a synonym is worth beside the word itself.
const SYNONYM_BOOST: f32 = 0.4;

/// What a content word is worth that every passage holds. In a small library a name may be in most passages and still tell sentences apart.
const COMMON_WORD: f32 = 0.15;

/// What a word is worth that opens a question, such as `long` in "how long": it says what kind of answer is asked for, which seldom
/// repeats it.
const OPENING_WORD: f32 = 0.05;

/// What is left of the worth of a word such as `called` or `place`, which any text holds: in a small library even it may be rare.
const LIGHT_WORD: f32 = 0.5;

/// The libraries that a question may see, as they were when it was asked.
pub struct Snapshot {
    parts: Vec<Searcher>,
    fields: Fields,
    languages: Vec<Language>,
    synonyms: Arc<Synonyms>,
    passages: u64,
}

/// One content word of a question, in the languages of the snapshot.
#[derive(Clone, Debug)]
pub struct Term {
    /// As typed, folded.
    pub surface: String,
    /// Begins with a capital letter as names do, other than by opening the question; never in a language whose nouns all have one.
    pub capital: bool,
    /// Is a number.
    pub number: bool,
    /// Carries grammar: weighs nothing unless there is nothing else.
    pub function: bool,
    /// Opens the question, such as `long` in "how long".
    pub opening: bool,
    /// Its stem in each language, in the order of [`Snapshot::languages`].
    pub stems: Vec<String>,
    /// Stems of words that may stand for it, each with its language.
    pub synonyms: Vec<(Language, Vec<String>)>,
    /// Stems of words that answers to it often say, each with its language.
    pub cues: Vec<(Language, Vec<String>)>,
    /// It was not in the vocabulary, and this word was taken for it.
    pub corrected: Option<String>,
    /// How many passages hold it.
    pub passages: u64,
    /// How much it tells: a small part for a word that is everywhere, 1 for one that is nowhere, by its inverse document frequency.
    pub weight: f32,
}

/// A passage that may answer, with its BM25 score.
pub struct Candidate {
    /// Which of the snapshot's libraries it is in: 0 for the first.
    pub part: usize,
    /// The BM25 score of the whole query.
    pub score: f32,
    /// The encoded [`super::Passage`].
    pub bytes: Vec<u8>,
}

impl Snapshot {
    /// Over the last commits of the given libraries.
    pub fn over(libraries: &[&Segments], synonyms: Arc<Synonyms>) -> Result<Snapshot, TantivyError> {
        let fields = libraries.first().expect("a question sees one library at least").fields();
        let parts: Vec<Searcher> = libraries.iter().map(|library| library.searcher()).collect();
        let languages = languages(&parts, fields.language)?;
        let passages = parts.iter().map(Searcher::num_docs).sum();
        Ok(Snapshot { parts, fields, languages, synonyms, passages })
    }

    /// The languages that the libraries hold, in the order of their codes.
    pub fn languages(&self) -> &[Language] {
        &self.languages
    }

    /// How many passages the libraries hold.
    pub fn passages(&self) -> u64 {
        self.passages
    }

    /// A question as each language of the snapshot reads it.
    pub fn analyse(&self, question: &Question) -> Vec<Analysis> {
        self.languages.iter().map(|language| question.analysed(*language)).collect()
    }

    /// The words of a question with what the libraries know of them, in order. Languages may differ in what they take for a word; the
    /// first language's reading gives the positions.
    pub fn terms(&self, analyses: &[Analysis]) -> Result<Vec<Term>, TantivyError> {
        let Some(first) = analyses.first() else { return Ok(vec![]) };
        let reading = |word: &Word| analyses.iter().map(|a| a.words.iter().position(|w| w.span.start == word.span.start)).collect();
        let readings: Vec<Vec<Option<usize>>> = first.words.iter().map(reading).collect();
        let asking = question::asking(analyses);
        let named = |readings: &Vec<Option<usize>>| asking.iter().all(|n| readings[*n].is_none_or(|at| analyses[*n].names(at)));
        // Where nothing else is named, as in "how long did they talk", the asking itself is meant.
        let framed = readings.iter().any(named);
        let mut terms = Vec::with_capacity(first.words.len());
        for ((at, word), readings) in first.words.iter().enumerate().zip(&readings) {
            let stem = |(a, at): (&Analysis, &Option<usize>)| at.map_or_else(|| word.stem.clone(), |at| a.words[at].stem.clone());
            let is_grammar = |a: &Analysis, at: usize| a.words[at].function || framed && a.is_frame(at);
            let names = asking.iter().any(|n| !analyses[*n].language.capitalises_nouns());
            let mut term = Term {
                surface: word.surface.clone(),
                capital: word.capital && at > 0 && names,
                number: word.number,
                function: asking.iter().all(|n| readings[*n].map_or(word.function, |at| is_grammar(&analyses[*n], at))),
                stems: analyses.iter().zip(readings).map(stem).collect(),
                synonyms: Self::found_for(analyses, readings, |language, stems| self.synonyms.of(language, stems)),
                cues: Self::found_for(analyses, readings, |language, stems| self.synonyms.cues(language, stems)),
                opening: asking.iter().any(|n| readings[*n].is_some_and(|at| analyses[*n].opening.contains(&at))),
                corrected: None,
                passages: 0,
                weight: 0.0,
            };
            self.weigh(&mut term)?;
            terms.push(term);
        }
        Ok(terms)
    }

    /// What `look` finds for the words that begin at a place of the question, in each language.
    fn found_for<'a>(
        analyses: &[Analysis],
        readings: &[Option<usize>],
        look: impl Fn(Language, &[&str]) -> Vec<&'a [String]>,
    ) -> Vec<(Language, Vec<String>)> {
        let mut found = vec![];
        for (analysis, at) in analyses.iter().zip(readings) {
            let Some(at) = at else { continue };
            let stems: Vec<&str> = analysis.words[*at..].iter().take(3).map(|w| w.stem.as_str()).collect();
            found.extend(look(analysis.language, &stems).into_iter().map(|stems| (analysis.language, stems.to_vec())));
        }
        found
    }

    /// Looks a word up in the libraries; one that is not there is taken for the nearest that is.
    fn weigh(&self, term: &mut Term) -> Result<(), TantivyError> {
        term.passages = self.passages_with(&term.stems)?;
        if term.passages == 0 && !term.function {
            let parts: Vec<&Searcher> = self.parts.iter().collect();
            if let Some(word) = spelling::nearest(&parts, self.fields.surface, &term.surface)? {
                term.stems = self.languages.iter().map(|l| l.words(&word).pop().map_or_else(|| word.clone(), |w| w.stem)).collect();
                term.passages = self.passages_with(&term.stems)?;
                term.corrected = Some(word);
            }
        }
        let rarity = inverse_document_frequency(term.passages, self.passages) / inverse_document_frequency(0, self.passages);
        let is_light = self.languages.iter().zip(&term.stems).any(|(language, stem)| language.lexicon().is_light(stem));
        let worth = if is_light { LIGHT_WORD } else { 1.0 };
        term.weight = worth * if term.opening { OPENING_WORD } else { COMMON_WORD + (1.0 - COMMON_WORD) * rarity };
        Ok(())
    }

    fn passages_with(&self, stems: &[String]) -> Result<u64, TantivyError> {
        let mut most = 0;
        for stem in stems {
            let mut with = 0;
            for field in [self.fields.body, self.fields.title, self.fields.heading, self.fields.dateline] {
                with = with.max(self.doc_freq(&IndexTerm::from_field_text(field, stem))?);
            }
            most = most.max(with);
        }
        Ok(most)
    }

    /// The passages that hold most of what the terms ask for, best first by BM25; equal scores by article and place.
    ///
    /// `plain` searches the text alone and for the words alone, without titles, headings and synonyms.
    pub fn candidates(&self, terms: &[Term], article: Option<&str>, plain: bool) -> Result<Vec<Candidate>, TantivyError> {
        let Some(query) = self.query(terms, article, plain) else { return Ok(vec![]) };
        let mut found = vec![];
        for (part, searcher) in self.parts.iter().enumerate() {
            let collector = TopDocs::with_limit(CANDIDATES).order_by_score();
            for (score, address) in searcher.search_with_statistics_provider(&*query, &collector, self)? {
                let bytes = segments::stored(&self.fields, &searcher.doc(address)?);
                found.push(Candidate { part, score, bytes });
            }
        }
        found.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.bytes.cmp(&b.bytes)));
        found.truncate(CANDIDATES);
        Ok(found)
    }

    fn query(&self, terms: &[Term], article: Option<&str>, plain: bool) -> Option<Box<dyn Query>> {
        let content: Vec<&Term> = terms.iter().filter(|t| !t.function).collect();
        let searched = if content.is_empty() { terms.iter().collect() } else { content };
        let clauses: Vec<(Occur, Box<dyn Query>)> = searched
            .iter()
            .filter_map(|term| if plain { self.plain_clause(term) } else { self.clause(term) })
            .map(|clause| (Occur::Should, clause))
            .collect();
        if clauses.is_empty() {
            return None;
        }
        let words: Box<dyn Query> = Box::new(BooleanQuery::new(clauses));
        let Some(article) = article else { return Some(words) };
        let only = TermQuery::new(IndexTerm::from_field_text(self.fields.article, article), IndexRecordOption::Basic);
        let only: Box<dyn Query> = Box::new(ConstScoreQuery::new(Box::new(only), 0.0));
        Some(Box::new(BooleanQuery::new(vec![(Occur::Must, words), (Occur::Must, only)])))
    }

    /// One word in text, title and heading, or what may stand for it: whichever fits a passage best.
    fn clause(&self, term: &Term) -> Option<Box<dyn Query>> {
        let mut stems = term.stems.clone();
        stems.sort_unstable();
        stems.dedup();
        let mut alternatives: Vec<Box<dyn Query>> = stems.iter().map(|stem| self.anywhere(stem, 1.0)).collect();
        // A phrase is found by its rarest word; whether the rest stands beside it is for the ranking to see.
        let rarest = |stems: &Vec<String>| stems.iter().max_by_key(|s| s.chars().count()).cloned();
        let mut others: Vec<String> = term.synonyms.iter().filter_map(|(_, stems)| rarest(stems)).filter(|s| !stems.contains(s)).collect();
        others.sort_unstable();
        others.dedup();
        alternatives.extend(others.iter().map(|stem| self.anywhere(stem, SYNONYM_BOOST)));
        (!alternatives.is_empty()).then(|| -> Box<dyn Query> { Box::new(DisjunctionMaxQuery::new(alternatives)) })
    }

    fn plain_clause(&self, term: &Term) -> Option<Box<dyn Query>> {
        let mut stems = term.stems.clone();
        stems.sort_unstable();
        stems.dedup();
        let in_body = |stem: &String| -> Box<dyn Query> {
            Box::new(TermQuery::new(IndexTerm::from_field_text(self.fields.body, stem), IndexRecordOption::WithFreqs))
        };
        Some(Box::new(DisjunctionMaxQuery::new(stems.iter().map(in_body).collect())))
    }

    fn anywhere(&self, stem: &str, boost: f32) -> Box<dyn Query> {
        let fields = [(self.fields.body, 1.0), (self.fields.title, TITLE_BOOST), (self.fields.heading, HEADING_BOOST)];
        let in_field = |(field, worth): (Field, f32)| -> (Occur, Box<dyn Query>) {
            let term = TermQuery::new(IndexTerm::from_field_text(field, stem), IndexRecordOption::WithFreqs);
            (Occur::Should, Box::new(BoostQuery::new(Box::new(term), worth * boost)))
        };
        Box::new(BooleanQuery::new(fields.into_iter().map(in_field).collect()))
    }
}

impl Bm25StatisticsProvider for Snapshot {
    fn total_num_tokens(&self, field: Field) -> tantivy::Result<u64> {
        self.parts.iter().map(|part| part.total_num_tokens(field)).sum()
    }

    fn total_num_docs(&self) -> tantivy::Result<u64> {
        self.parts.iter().map(Bm25StatisticsProvider::total_num_docs).sum()
    }

    fn doc_freq(&self, term: &IndexTerm) -> tantivy::Result<u64> {
        self.parts.iter().map(|part| Bm25StatisticsProvider::doc_freq(part, term)).sum()
    }
}

/// As in BM25: ln(1 + (N − n + ½) / (n + ½)), Robertson and Zaragoza 2009, made positive by the 1.
pub fn inverse_document_frequency(with: u64, all: u64) -> f32 {
    let (with, all) = (with.min(all) as f32, all as f32);
    (1.0 + (all - with + 0.5) / (with + 0.5)).ln()
}

fn languages(parts: &[Searcher], field: Field) -> Result<Vec<Language>, TantivyError> {
    let mut languages = vec![];
    for segment in parts.iter().flat_map(Searcher::segment_readers) {
        let index = segment.inverted_index(field)?;
        let mut codes = index.terms().stream()?;
        while codes.advance() {
            languages.extend(std::str::from_utf8(codes.key()).ok().and_then(Language::parse));
        }
    }
    languages.sort_unstable();
    languages.dedup();
    Ok(languages)
}
