//! `takeaway article`: one article at a time.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail, ensure};
use clap::Subcommand;

use super::{Office, show};
use crate::article::{self as reading, Draft, markdown, slug, text};
use crate::card::{Card, Words};
use crate::library::folder::fingerprint;
use crate::library::{Arrival, Incoming, Library, Origin, Scope};

/// What can be done with articles.
#[derive(Debug, Subcommand)]
pub enum Article {
    /// Add an article from a file (Markdown or text), or change it
    Add {
        /// The file
        file: PathBuf,
        /// Its id [default: the front matter's, else the file's name]
        #[arg(long)]
        id: Option<String>,
        /// Print sections and findings and change nothing
        #[arg(long)]
        dry_run: bool,
    },
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
            Article::Add { file, id, dry_run } => add(office, &file, id, dry_run).await?,
            Article::List => {
                let listed = office.library().await?.list(None).await?;
                println!("{}", show::card(&Card::articles(&listed, 0, usize::MAX, &Words::ENGLISH)));
            }
            Article::Show { id } => print(&*office.library().await?, &id).await?,
            Article::Remove { id } => {
                let library = office.library().await?;
                let origins = [Origin::Upload, Origin::Address, Origin::Feed, Origin::Import, Origin::Bundled];
                ensure!(library.retire(Scope::Everyone, &origins, &id).await?, no_article(&id));
                println!("`{id}` is no longer quoted; its versions are kept");
            }
            Article::Versions { id } => versions(&*office.library().await?, &id).await?,
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn no_article(id: &str) -> String {
    format!("there is no article `{id}`; `takeaway article list` shows all")
}

async fn add(office: &Office, file: &Path, id: Option<String>, dry_run: bool) -> Result<()> {
    let shown = file.display();
    let size = std::fs::metadata(file).with_context(|| format!("read `{shown}`"))?.len();
    let limit = office.settings.library.max_article_bytes;
    ensure!(
        size <= limit as u64,
        "`{shown}` has {size} bytes, more than the limit of {limit}; split it or raise `library.max_article_bytes`"
    );
    let bytes = std::fs::read(file).with_context(|| format!("read `{shown}`"))?;
    let draft = match file.extension().and_then(|e| e.to_str()) {
        Some("md" | "markdown") => markdown::read(&bytes),
        Some("txt") | None => text::read(&bytes),
        Some(other) => bail!("`{shown}` is a `.{other}` file; give Markdown (`.md`) or text (`.txt`)"),
    };
    let draft = draft.map_err(|e| anyhow::anyhow!("`{shown}`: {e}"))?;
    if dry_run {
        println!("{}", preview(&draft));
        return Ok(());
    }
    let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let id = slug(&id.or_else(|| draft.id.clone()).unwrap_or(stem));
    ensure!(!id.is_empty(), "`{shown}` has no letters or digits in its id; give one with `--id`");
    let source = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let article = reading::Article::from_draft(&draft);
    let incoming = Incoming { id: id.clone(), source, source_hash: fingerprint(&bytes), article };
    let arrivals = office.library().await?.put(Scope::Everyone, Origin::Upload, &[incoming]).await?;
    match arrivals[0] {
        Arrival::Added => println!("`{id}` was added"),
        Arrival::Updated => println!("`{id}` has a new version"),
        Arrival::Unchanged => println!("`{id}` is unchanged"),
    }
    Ok(())
}

/// What readers would get of a draft: metadata, sections with their sentences, findings.
pub fn preview(draft: &Draft) -> String {
    let article = reading::Article::from_draft(draft);
    let metadata = &article.metadata;
    let mut lines = vec![format!("Title: {}", metadata.title)];
    let fields = [
        ("Outlet", metadata.outlet.clone()),
        ("Byline", metadata.byline.clone()),
        ("Published", metadata.published.map(|d| d.to_string())),
    ];
    lines.extend(fields.into_iter().filter_map(|(name, value)| Some(format!("{name}: {}", value?))));
    lines.extend(metadata.url.iter().map(|url| format!("Address: {url}")));
    lines.push(format!("Language: {}", metadata.language));
    lines.push("Sections:".into());
    for section in &article.sections {
        let sentences: usize = article.paragraphs[section.paragraphs.clone()].iter().map(|p| p.sentences.len()).sum();
        let plural = if sentences == 1 { "" } else { "s" };
        lines.push(format!("  {} ({sentences} sentence{plural})", section.heading.as_deref().unwrap_or("(opening)")));
    }
    lines.push(if draft.findings.is_empty() { "Findings: none".into() } else { "Findings:".into() });
    lines.extend(draft.findings.iter().map(|finding| format!("  {}", finding.to_string().trim())));
    lines.join("\n")
}

async fn print(library: &Library, id: &str) -> Result<()> {
    let known = library.store().known(Scope::Everyone, id).await?.with_context(|| no_article(id))?;
    let article = library.store().article(Scope::Everyone, id, known.version).await?.with_context(|| no_article(id))?;
    println!("# {}", article.metadata.title);
    for section in &article.sections {
        if let Some(heading) = &section.heading {
            println!("\n## {heading}");
        }
        for paragraph in &article.paragraphs[section.paragraphs.clone()] {
            println!("\n{}", &article.text[paragraph.span.clone()]);
        }
    }
    Ok(())
}

async fn versions(library: &Library, id: &str) -> Result<()> {
    let versions = library.store().versions(Scope::Everyone, id).await?;
    ensure!(!versions.is_empty(), no_article(id));
    for version in versions {
        println!("version {} · {} · {}", version.number, version.added, version.metadata.title);
    }
    Ok(())
}
