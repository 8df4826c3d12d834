//! `takeaway ask`: one question, one answer, an exit code.

use std::process::ExitCode;

use anyhow::{Result, ensure};
use clap::Args;
use serde_json::{Value, json};

use super::article::ensure_known;
use super::show::say;
use super::{Office, show};
use crate::answer::confidence::SIGNS;
use crate::answer::features::FEATURES;
use crate::answer::model::Model;
use crate::card::{Card, Words};
use crate::desk::{Answer, Asker, Desk};
use crate::library::Citation;
use crate::search::Question;

/// How many sentences `--explain` shows.
const EXPLAINED: usize = 3;

/// One question.
#[derive(Debug, Args)]
pub struct Ask {
    /// The question, or a few words
    #[arg(required = true)]
    question: Vec<String>,
    /// Only this article, by its id
    #[arg(long, value_name = "ID")]
    article: Option<String>,
    /// Print the answer as JSON
    #[arg(long)]
    json: bool,
    /// Print what spoke for the best three sentences
    #[arg(long, conflicts_with = "json")]
    explain: bool,
}

impl Ask {
    /// Answers it.
    pub async fn run(self, office: &Office) -> Result<ExitCode> {
        let typed = self.question.join(" ");
        let question = Question::parse(&typed);
        ensure!(question.is_some(), "`{typed}` holds no words; ask a question such as `who will be freed?`");
        let question = question.expect("it was just checked");
        let desk = office.desk(office.library().await?);
        if let Some(id) = &self.article {
            ensure_known(&desk, id).await?;
        }
        let asker = Asker { guild: None, article: self.article.as_deref() };
        let answer = desk.ask(asker, &question).await?;
        if self.json {
            say!("{}", show::json(&as_json(&answer)));
        } else {
            say!("{}", show::card(&Card::answer(&answer, &Words::ENGLISH)));
        }
        if self.explain {
            explain(&desk, asker, &question).await?;
        }
        Ok(if matches!(answer, Answer::NotCovered { .. }) { ExitCode::from(1) } else { ExitCode::SUCCESS })
    }
}

fn as_json(answer: &Answer) -> Value {
    match answer {
        Answer::Quoted(quoted) => json!({
            "answer": "quoted",
            "grade": quoted.grade,
            "confidence": quoted.confidence,
            "quote": quoted.quote.text(),
            "core": quoted.quote.core(),
            "speaker": quoted.quote.speaker(),
            "citation": citation(quoted.quote.citation()),
        }),
        Answer::Pointed(pointed) => json!({
            "answer": "pointed",
            "grade": pointed.grade,
            "citation": citation(&pointed.citation),
        }),
        Answer::About(about) => json!({
            "answer": "about",
            "field": about.field,
            "value": about.value,
            "article": about.article.id,
            "title": about.article.metadata.title,
        }),
        Answer::NotCovered { nearest } => json!({ "answer": "not_covered", "nearest": nearest }),
    }
}

fn citation(citation: &Citation) -> Value {
    let metadata = &citation.metadata;
    json!({
        "article": citation.article,
        "version": citation.version,
        "title": metadata.title,
        "outlet": metadata.outlet,
        "byline": metadata.byline,
        "published": metadata.published,
        "corrected": metadata.corrected,
        "url": metadata.url,
        "based_on": metadata.based_on,
        "section": citation.heading,
        "bytes": [citation.span.start, citation.span.end],
    })
}

/// Prints the features of the best sentences and what each contributed to its score.
async fn explain(desk: &Desk, asker: Asker<'_>, question: &Question) -> Result<()> {
    let model = Model::fitted();
    let snapshot = desk.library().snapshot(asker.guild).await?;
    let ranking = desk.rank(asker, snapshot, question).await?;
    for (n, (cut, features)) in ranking.cuts.iter().zip(&ranking.explained).take(EXPLAINED).enumerate() {
        let core = desk.library().quote(asker.guild, cut).await?.map(|quote| quote.core().to_owned());
        say!("\n{}. score {:.2}  {}", n + 1, cut.score, core.unwrap_or_default());
        let names = FEATURES.iter().map(|f| f.name);
        table(names.zip(features.iter().copied()).zip(&model.ranking).map(|((name, value), weight)| (name, value, weight * value)))?;
    }
    say!("\nconfidence {:.3}", ranking.confidence);
    let names = SIGNS.iter().map(|s| s.name);
    table(names.zip(ranking.signs.iter().copied()).zip(&model.confidence).map(|((name, value), weight)| (name, value, weight * value)))?;
    Ok(())
}

/// Rows that contributed something, the largest first.
fn table<'a>(rows: impl Iterator<Item = (&'a str, f32, f32)>) -> Result<()> {
    let mut rows: Vec<_> = rows.filter(|(_, _, contributed)| contributed.abs() >= 0.005).collect();
    rows.sort_by(|a, b| b.2.abs().total_cmp(&a.2.abs()));
    for (name, value, contributed) in rows {
        say!("   {contributed:+7.2}  {name} {value:.2}");
    }
    Ok(())
}
