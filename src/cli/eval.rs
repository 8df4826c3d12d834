//! `takeaway eval`: measures answers over questions whose answers are known.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, ensure};
use clap::{Args, ValueEnum};
use serde_json::json;

use super::show::say;
use super::{Office, show};
use crate::answer::{Grade, MOST_CUTS, Ranker};
use crate::article::Draft;
use crate::eval::set::{self, Expected};
use crate::eval::{Bench, Report, Said};

/// Questions, articles, and what to say of them.
#[derive(Debug, Args)]
pub struct Eval {
    /// One question a line: `{"question","expect":["…"],"speaker"?:["…"],"article"?}`
    questions: PathBuf,
    /// Ask a throw-away library of these articles: a folder of Markdown files or a JSON Lines file [default: your own library]
    #[arg(long, value_name = "DIR|FILE.jsonl")]
    articles: Option<PathBuf>,
    /// Write the ranked quotes of each question
    #[arg(long, value_name = "OUT.jsonl")]
    run: Option<PathBuf>,
    /// Print each miss with what was expected and what was said
    #[arg(long)]
    misses: bool,
    /// Leave articles out, so that their questions should find silence
    #[arg(long, requires = "articles", conflicts_with = "alone")]
    leave_out: Option<LeaveOut>,
    /// Make each article a library of its own, asked its own questions and as many of others
    #[arg(long, requires = "articles")]
    alone: bool,
    /// How sentences are ranked
    #[arg(long, default_value = "model")]
    ranker: Ranker,
    /// Fail if fewer are right first: 0 to 1
    #[arg(long, value_name = "SHARE", value_parser = share)]
    min_right: Option<f64>,
    /// Fail if more of all questions are answered wrongly: 0 to 1
    #[arg(long, value_name = "SHARE", value_parser = share)]
    max_wrong: Option<f64>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum LeaveOut {
    /// Every second article
    Half,
}

/// A library to ask, and what to ask it: each question with whether it is answerable there.
struct Session<'a> {
    articles: Vec<(String, Draft)>,
    questions: Vec<(&'a Expected, bool)>,
}

impl Eval {
    /// Measures and prints the report.
    pub async fn run(self, office: &Office) -> Result<ExitCode> {
        if let Some(out) = self.run.as_ref().and_then(|out| out.canonicalize().ok()) {
            let read = [Some(&self.questions), self.articles.as_ref()].into_iter().flatten();
            let same = read.into_iter().any(|file| file.canonicalize().is_ok_and(|file| file == out));
            ensure!(!same, "`{}` is read for this measurement; name another file with `--run`", out.display());
        }
        let questions = set::questions(&self.questions)?;
        let mut asking = Asking {
            eval: &self,
            report: Report::default(),
            run: self
                .run
                .as_ref()
                .map(|file| File::create(file).with_context(|| format!("cannot write `{}`", file.display())))
                .transpose()?
                .map(BufWriter::new),
            bar: show::bar("asking"),
        };
        asking.bar.set_length(questions.len() as u64);
        match &self.articles {
            None => {
                let bench = Bench::over(office.library().await?, &office.settings, self.ranker);
                asking.ask(&bench, questions.iter().map(|q| (q, q.answerable()))).await?;
            }
            Some(articles) => {
                let articles = set::articles(articles)?;
                for session in self.sessions(articles, &questions) {
                    let bench = Bench::of(&session.articles, office.synonyms()?, &office.settings, self.ranker).await?;
                    asking.ask(&bench, session.questions.into_iter()).await?;
                }
            }
        }
        asking.bar.finish_and_clear();
        if let Some(mut run) = asking.run {
            run.flush()?;
        }
        let report = asking.report;
        say!("{}", report.to_string().trim_end());
        let too_few = self.min_right.is_some_and(|least| report.right_first() < least);
        let too_wrong = self.max_wrong.is_some_and(|most| report.wrong() > most);
        Ok(if too_few || too_wrong { ExitCode::from(1) } else { ExitCode::SUCCESS })
    }

    fn sessions<'a>(&self, articles: Vec<(String, Draft)>, questions: &'a [Expected]) -> Vec<Session<'a>> {
        if self.alone {
            return articles.into_iter().map(|article| alone(article, questions)).collect();
        }
        let left_out = |n: usize| self.leave_out.is_some() && n % 2 == 1;
        let kept: Vec<(String, Draft)> = articles.into_iter().enumerate().filter(|(n, _)| !left_out(*n)).map(|(_, a)| a).collect();
        let there = |q: &Expected| q.article.as_ref().is_none_or(|id| kept.iter().any(|(other, _)| other == id));
        let questions = questions.iter().map(|q| (q, q.answerable() && there(q))).collect();
        vec![Session { articles: kept, questions }]
    }
}

/// One article, its own questions, and as many spread over the others.
fn alone(article: (String, Draft), questions: &[Expected]) -> Session<'_> {
    let own = |q: &&Expected| q.article.as_deref() == Some(article.0.as_str());
    let mine: Vec<&Expected> = questions.iter().filter(own).collect();
    let others: Vec<&Expected> = questions.iter().filter(|q| !own(q)).collect();
    let step = (others.len() / mine.len().max(1)).max(1);
    let others = others.into_iter().step_by(step).take(mine.len()).map(|q| (q, false));
    let questions = mine.iter().map(|q| (*q, q.answerable())).chain(others).collect();
    Session { articles: vec![article], questions }
}

struct Asking<'a> {
    eval: &'a Eval,
    report: Report,
    run: Option<BufWriter<File>>,
    bar: indicatif::ProgressBar,
}

impl Asking<'_> {
    async fn ask(&mut self, bench: &Bench, questions: impl Iterator<Item = (&Expected, bool)>) -> Result<()> {
        let most = if self.run.is_some() { MOST_CUTS } else { 1 };
        for (expected, answerable) in questions {
            let said = bench.ask(expected, answerable, most).await?;
            self.bar.inc(1);
            if self.eval.misses && is_miss(&said) {
                say!("{}", miss(expected, &said));
            }
            if let Some(run) = &mut self.run {
                writeln!(run, "{}", line(expected, &said))?;
            }
            self.report.add(&said);
        }
        Ok(())
    }
}

fn is_miss(said: &Said) -> bool {
    let answered = said.grade > Grade::NotCovered;
    if said.answerable { !(answered && said.right) || said.speaker_kept == Some(false) } else { answered }
}

fn miss(expected: &Expected, said: &Said) -> String {
    let wanted = if said.answerable { expected.expect.join(" | ") } else { "silence".into() };
    let what = if said.answerable && said.right && said.speaker_kept == Some(false) { "speaker lost" } else { "miss" };
    let shown = said.quotes.first().map_or_else(String::new, |quote| quote.text().replace('\n', " "));
    let grade = if said.about { "about the article".into() } else { format!("{:?} {:.2}", said.grade, said.confidence) };
    format!(
        "{what} {}: {}\n  expected: {wanted}\n  said: {grade}: {shown}\n",
        expected.id.as_deref().unwrap_or_default(),
        expected.question
    )
}

fn line(expected: &Expected, said: &Said) -> String {
    let ranked = said.quotes.iter().map(|quote| {
        let mut row = json!({
            "article": quote.citation().article,
            "passage": quote.paragraph(),
            "core": quote.core(),
            "quote": quote.text(),
        });
        if let Some(speaker) = quote.speaker() {
            row["speaker"] = speaker.into();
        }
        row
    });
    let ranked: Vec<_> = ranked.collect();
    json!({ "qid": expected.id, "ranked": ranked, "abstained": said.grade == Grade::NotCovered, "score": said.confidence }).to_string()
}

/// A part of the questions; one that no run can meet, or that none can miss, checks nothing.
fn share(typed: &str) -> Result<f64, String> {
    typed.parse().ok().filter(|share| (0.0..=1.0).contains(share)).ok_or_else(|| "it is a share, from 0 to 1, such as 0.9".into())
}
