//! `takeaway votes`: which quotes helped readers, and which did not.

use std::process::ExitCode;

use anyhow::Result;
use clap::Args;

use super::Office;
use super::article::ensure_known;
use super::show::say;

/// The quotes with votes.
#[derive(Debug, Args)]
pub struct Votes {
    /// Only this article, by its id
    #[arg(long, value_name = "ID")]
    article: Option<String>,
}

impl Votes {
    /// Lists them, those that helped least first.
    pub async fn run(self, office: &Office) -> Result<ExitCode> {
        let desk = office.desk(office.library().await?);
        let mut tallies = desk.tallies().await?;
        tallies.retain(|tally| self.article.as_ref().is_none_or(|id| *id == tally.article));
        if tallies.is_empty() {
            if let Some(id) = &self.article {
                ensure_known(&desk, id).await?;
            }
            say!("Nobody voted on a quote yet.");
        }
        for tally in &tallies {
            let quote = tally.quote.as_ref().map_or("(no longer quoted)", |quote| quote.core());
            let library = if tally.library == "everyone" { String::new() } else { format!(" · {}", tally.library) };
            say!("{:+} -{}  {} · version {}{library}\n  │ {quote}", tally.up, tally.down, tally.article, tally.version);
        }
        Ok(ExitCode::SUCCESS)
    }
}
