//! Sets of questions and the sentences that compete to answer them.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use anyhow::Result;
use takeaway::answer::asked::Asked;
use takeaway::answer::model::Model;
use takeaway::answer::{self, Options, Ranker};
use takeaway::article::{Article, slug};
use takeaway::eval::judge;
use takeaway::eval::set::{self, Expected};
use takeaway::search::segments::Current;
use takeaway::search::{Question, Segments, Snapshot, Synonyms};

/// How many folds the articles are held out in.
pub const FOLDS: usize = 5;

/// Articles and questions that belong together.
pub struct Set {
    /// Its name in reports.
    pub name: String,
    /// By id.
    pub articles: Vec<(String, Article)>,
    /// In order.
    pub questions: Vec<Expected>,
    /// What all its questions together weigh beside another set's.
    pub weight: f64,
    /// What a question weighs that the first sentence of an article answers, beside another of the set.
    pub opening_weight: f64,
}

/// One question and its candidates.
pub struct Example {
    /// Which fold its article is in.
    pub fold: usize,
    /// The features of each sentence.
    pub features: Vec<Vec<f32>>,
    /// Whether each sentence is right.
    pub right: Vec<bool>,
    /// Whether the question has an answer in the set.
    pub answerable: bool,
    /// What it weighs beside others of its set.
    pub weight: f64,
}

impl Set {
    /// Some of the invented files in a folder, as one library.
    pub fn invented(name: &str, folder: &Path, files: &[&str], weight: f64) -> Result<Set> {
        let mut set = Set { name: name.into(), articles: vec![], questions: vec![], weight, opening_weight: 1.0 };
        for file in files {
            set.articles.extend(articles(&folder.join(format!("{file}.articles.jsonl")))?);
            set.questions.extend(set::questions(&folder.join(format!("{file}.questions.jsonl")))?);
        }
        Ok(set)
    }

    /// A folder with `articles.jsonl` and `questions.jsonl`.
    pub fn folder(folder: &Path) -> Result<Set> {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let questions = set::questions(&folder.join("questions.jsonl"))?;
        Ok(Set { name, articles: articles(&folder.join("articles.jsonl"))?, questions, weight: 1.0, opening_weight: 1.0 })
    }

    /// The fold of a question: that of its article; questions about none are spread.
    pub fn fold(&self, question: &Expected) -> usize {
        let spread = || slug(&question.question).bytes().map(usize::from).sum();
        question.article.as_deref().and_then(|id| self.articles.iter().position(|(other, _)| other == id)).unwrap_or_else(spread) % FOLDS
    }

    /// A snapshot of those of its articles that are kept.
    pub fn library(&self, keep: impl Fn(usize) -> bool) -> Result<Library<'_>> {
        let segments = Segments::in_memory();
        let mut writer = segments.writer()?.expect("nobody else writes to an index in memory");
        let mut texts = HashMap::new();
        for (_, (id, article)) in self.articles.iter().enumerate().filter(|(n, _)| keep(*n)) {
            writer.put(&Current { id, version: 1, article })?;
            texts.insert(id.as_str(), article);
        }
        writer.commit(1)?;
        segments.reload()?;
        let snapshot = Snapshot::over(&[&segments], Arc::new(Synonyms::general()))?;
        Ok(Library { texts, snapshot })
    }
}

fn articles(file: &Path) -> Result<Vec<(String, Article)>> {
    Ok(set::articles(file)?.into_iter().map(|(id, draft)| (id, Article::from_draft(&draft))).collect())
}

/// Some articles of a set, indexed.
pub struct Library<'a> {
    texts: HashMap<&'a str, &'a Article>,
    /// Their index.
    pub snapshot: Snapshot,
}

impl Library<'_> {
    /// The question with its candidates; `None` if it has no words.
    pub fn example(&self, set: &Set, expected: &Expected) -> Result<Option<Example>> {
        let Some(question) = Question::parse(&expected.question) else { return Ok(None) };
        let asked = Asked::of(&self.snapshot, &question)?;
        let candidates = answer::candidates(&self.snapshot, &asked, Options::default())?;
        let pages = answer::pages(&asked, &candidates);
        // In an order that no earlier model has a say in, so that the same folders give the same file.
        let scored = answer::scored(&asked, &pages, Ranker::Bm25, &Model::default());
        let is_right = |s: &answer::Scored| {
            let passage = &pages[s.page].passage;
            let span = &passage.sentences[s.at].span;
            judge::holds(&self.texts[passage.article].text[span.start as usize..span.end as usize], &expected.expect)
        };
        let right: Vec<bool> = scored.iter().map(is_right).collect();
        let opens = |s: &answer::Scored| pages[s.page].passage.sentences[s.at].ordinal == 0;
        let by_opening = scored.iter().zip(&right).any(|(s, right)| *right && opens(s));
        let weight = if by_opening { set.opening_weight } else { 1.0 };
        let features = scored.into_iter().map(|s| s.features).collect();
        Ok(Some(Example { fold: set.fold(expected), features, right, answerable: expected.answerable(), weight }))
    }

    /// The signs of the best sentence under a model, and whether it is right; `None` where there is no candidate.
    pub fn signs(&self, expected: &Expected, model: &Model) -> Result<Option<(Vec<f32>, bool)>> {
        let Some(question) = Question::parse(&expected.question) else { return Ok(None) };
        let asked = Asked::of(&self.snapshot, &question)?;
        let candidates = answer::candidates(&self.snapshot, &asked, Options::default())?;
        let pages = answer::pages(&asked, &candidates);
        let scored = answer::scored(&asked, &pages, Ranker::Model, model);
        let Some(choice) = answer::choice(&asked, &pages, &scored) else { return Ok(None) };
        let span = &choice.page.passage.sentences[choice.at].span;
        let text = &self.texts[choice.page.passage.article].text[span.start as usize..span.end as usize];
        Ok(Some((answer::confidence::of(&choice), judge::holds(text, &expected.expect))))
    }
}
