//! `takeaway article`: one article at a time.

use std::process::ExitCode;

use anyhow::{Context, Result, ensure};
use clap::Subcommand;

use super::show::say;
use super::{Office, show};
use crate::card::{Card, Words};
use crate::library::{Library, Origin, Scope};

pub mod add;
pub mod preview;

/// What can be done with articles.
#[derive(Debug, Subcommand)]
pub enum Article {
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
    /// List the versions of an article
    Versions {
        /// Its id
        id: String,
    },
}

impl Article {
    /// Does it.
    pub async fn run(self, office: &Office) -> Result<ExitCode> {
        match self {
            Article::Add(add) => add.run(office).await?,
            Article::List => {
                let listed = office.library().await?.list(None).await?;
                say!("{}", show::card(&Card::articles(&listed, 0, usize::MAX, &Words::ENGLISH)));
            }
            Article::Show { id } => print(&*office.library().await?, &id).await?,
            Article::Remove { id } => {
                let library = office.library().await?;
                let origins = [Origin::Upload, Origin::Address, Origin::Feed, Origin::Import, Origin::Bundled];
                ensure!(library.retire(Scope::Everyone, &origins, &id).await?, no_article(&id));
                say!("`{id}` is no longer quoted; its versions are kept");
            }
            Article::Versions { id } => versions(&*office.library().await?, &id).await?,
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn no_article(id: &str) -> String {
    format!("there is no article `{id}`; `takeaway article list` shows all")
}

async fn print(library: &Library, id: &str) -> Result<()> {
    let known = library.store().known(Scope::Everyone, id).await?.with_context(|| no_article(id))?;
    let article = library.store().article(Scope::Everyone, id, known.version).await?.with_context(|| no_article(id))?;
    say!("# {}", article.metadata.title);
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
    for version in versions {
        say!("version {} · {} · {}", version.number, version.added, version.metadata.title);
    }
    Ok(())
}
