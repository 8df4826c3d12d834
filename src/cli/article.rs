//! `takeaway article`: one article at a time.

use std::process::ExitCode;

use anyhow::{Context, Result, ensure};
use chrono::DateTime;
use clap::Subcommand;

use super::show::say;
use super::{Office, show};
use crate::article::Article;
use crate::article::changes::{self, Change};
use crate::card::newsroom::known;
use crate::card::{Card, Words};
use crate::desk::Desk;
use crate::desk::newsroom::Editor;
use crate::library::log::{Deed, OPERATOR};
use crate::library::{Library, Origin, Purge, Scope};

pub mod add;
pub mod preview;

/// Deeds that the log shows: all that a screen or two hold.
const LOGGED: u32 = 100;

/// What can be done with articles.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Add an article from a file or an address, or change it
    Add(add::Add),
    /// List what can be quoted
    List,
    /// Print an article as it is kept
    Show {
        /// Its id
        id: String,
    },
    /// Retire an article: it is kept, and no longer quoted
    Remove {
        /// Its id
        id: String,
    },
    /// List the versions of an article, and the sentences that changed from one to the next
    Versions {
        /// Its id
        id: String,
    },
    /// Show who changed what, and when; kept for a year
    Log,
    /// Delete the text of all versions of an article for good; it does not come back under its id or address
    Purge {
        /// Its id
        id: String,
    },
}

impl Command {
    /// Does it.
    pub async fn run(self, office: &Office) -> Result<ExitCode> {
        match self {
            Command::Add(add) => add.run(office).await?,
            Command::List => {
                let listed = office.library().await?.list(None).await?;
                say!("{}", show::card(&Card::articles(&listed, 0, usize::MAX, &Words::ENGLISH)));
            }
            Command::Show { id } => print(&*office.library().await?, &id).await?,
            Command::Remove { id } => {
                let library = office.library().await?;
                ensure!(library.retire(Scope::Everyone, &Origin::REMOVABLE, &id).await?, no_article(&id));
                noted(&library, Deed::Removed, &id).await?;
                say!("`{id}` is no longer quoted; its versions are kept");
            }
            Command::Versions { id } => versions(&*office.library().await?, &id).await?,
            Command::Log => {
                let entries = office.library().await?.store().log(Scope::Everyone).entries(LOGGED).await?;
                say!("{}", show::card(&Card::log(&entries, Editor::OPERATOR, &Words::ENGLISH)));
            }
            Command::Purge { id } => {
                let library = office.library().await?;
                let purge = library.purge(Scope::Everyone, &id).await?;
                ensure!(purge != Purge::NoArticle, no_article(&id));
                noted(&library, Deed::Purged, &id).await?;
                ensure!(purge == Purge::Gone, held(&id));
                say!("`{id}` was purged: the text of all its versions is deleted; the file or page that it came from is not");
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// Notes what the operator did.
pub async fn noted(library: &Library, deed: Deed, subject: &str) -> Result<()> {
    Ok(library.store().log(Scope::Everyone).note(OPERATOR, deed, subject).await?)
}

/// Fails where everyone's library has no article of this id.
pub async fn ensure_known(desk: &Desk, id: &str) -> Result<()> {
    ensure!(desk.articles(None).await?.iter().any(|article| article.id == id), no_article(id));
    Ok(())
}

fn no_article(id: &str) -> String {
    format!("there is no article `{id}`; `takeaway article list` shows all")
}

fn held(id: &str) -> String {
    format!(
        "`{id}` is quoted no more, but another process reads the store as it was before, so that the text is still in its files; \
         end that process and run `takeaway article purge {id}` again"
    )
}

async fn print(library: &Library, id: &str) -> Result<()> {
    let kept = library.store().known(Scope::Everyone, id).await?.with_context(|| no_article(id))?;
    let article = library.store().article(Scope::Everyone, id, kept.version).await?.with_context(|| no_article(id))?;
    say!("# {}\n", article.metadata.title);
    if kept.retired {
        say!("No longer quoted; this is its last version.");
    }
    for line in known(&article.metadata, &Words::ENGLISH) {
        say!("{line}");
    }
    for section in &article.sections {
        if let Some(heading) = &section.heading {
            say!("\n## {heading}");
        }
        for paragraph in &article.paragraphs[section.paragraphs.clone()] {
            say!("\n{}", &article.text[paragraph.span.clone()]);
        }
    }
    Ok(())
}

async fn versions(library: &Library, id: &str) -> Result<()> {
    let versions = library.store().versions(Scope::Everyone, id).await?;
    ensure!(!versions.is_empty(), no_article(id));
    let mut last: Option<Article> = None;
    for version in versions {
        let added = DateTime::parse_from_rfc3339(&version.added).map_or(version.added, |at| at.format("%Y-%m-%d %H:%M UTC").to_string());
        say!("version {} · {added} · {}", version.number, version.metadata.title);
        let article = library.store().article(Scope::Everyone, id, version.number).await?;
        if let (Some(last), Some(article)) = (&last, &article) {
            say!("{}", changed(last, article));
        }
        last = article;
    }
    Ok(())
}

/// The sentences that changed, one a line: `-` before what is gone, `+` before what is new.
fn changed(older: &Article, newer: &Article) -> String {
    let lines = changes::between(older, newer).into_iter().map(|change| match change {
        Change::Removed(text) => format!("  - {text}"),
        Change::Added(text) => format!("  + {text}"),
    });
    let lines: Vec<String> = lines.collect();
    if lines.is_empty() { "  no sentence changed; what is known about the article did".into() } else { lines.join("\n") }
}
