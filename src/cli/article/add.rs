//! `takeaway article add`: one article, from a file or an address.

use std::path::Path;

use anyhow::{Context, Result, anyhow, ensure};
use clap::Args;

use super::{noted, preview};
use crate::article::{Article, Draft, is_web_address, slug};
use crate::cli::Office;
use crate::cli::show::say;
use crate::intake::Fetcher;
use crate::intake::upload::FileKind;
use crate::library::folder::fingerprint;
use crate::library::log::Deed;
use crate::library::{Arrival, AtAddress, Incoming, Library, Origin, Scope};

/// Adds an article, or changes it.
#[derive(Debug, Args)]
pub struct Add {
    /// A Markdown, HTML or text file, or an address that begins with https://
    #[arg(value_name = "FILE|ADDRESS")]
    place: String,
    /// Its id [default: the front matter's, else the file's name; the title's for an address]
    #[arg(long)]
    id: Option<String>,
    /// Print sections, sentences, findings and some questions it answers, and change nothing
    #[arg(long)]
    dry_run: bool,
}

impl Add {
    /// Reads it, and keeps it unless it is only looked at.
    pub async fn run(self, office: &Office) -> Result<()> {
        let id = self.id.as_deref().map(slug);
        ensure!(id.as_deref() != Some(""), "the id `{}` has no letters or digits; give one with `--id`", self.id.unwrap_or_default());
        if is_web_address(&self.place) {
            return self.address(office, id.as_deref()).await;
        }
        self.file(office, id).await
    }

    /// The page is fetched and read before the library is touched.
    async fn address(&self, office: &Office, id: Option<&str>) -> Result<()> {
        let (draft, address) = Fetcher::new(office.settings.intake.fetching())?.identified(&self.place).await?;
        if self.dry_run {
            say!("{}", preview::of(&draft, &office.settings).await?);
            return Ok(());
        }
        let article = Article::from_draft(&draft);
        let page = AtAddress { address: &address, origin: Origin::Address, id, same_as: None, article: &article };
        let library = office.library().await?;
        let (id, arrival) = library.put_at_address(Scope::Everyone, page).await?;
        kept(&library, &id, arrival).await?;
        say!("{}", told(&id, arrival));
        Ok(())
    }

    async fn file(&self, office: &Office, id: Option<String>) -> Result<()> {
        let file = Path::new(&self.place);
        let bytes = bytes(file, office.settings.library.max_article_bytes)?;
        let draft = read(file, &bytes)?;
        let stem = || file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let id = id.unwrap_or_else(|| slug(&draft.id.clone().unwrap_or_else(stem)));
        ensure!(!id.is_empty(), "`{}` has no letters or digits in its id; give one with `--id`", self.place);
        if self.dry_run {
            say!("{}\n\n{}", preview::of(&draft, &office.settings).await?, would(office, &id).await?);
            return Ok(());
        }
        let source = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let article = Article::from_draft(&draft);
        let incoming = Incoming { id: id.clone(), source, source_hash: fingerprint(&bytes), article };
        let library = office.library().await?;
        let arrivals = library.put(Scope::Everyone, Origin::Upload, &[incoming]).await?;
        kept(&library, &id, arrivals[0]).await?;
        say!("{}", told(&id, arrivals[0]));
        Ok(())
    }
}

/// What would become of a file that is only previewed; no store is made for it.
async fn would(office: &Office, id: &str) -> Result<String> {
    if !office.data.join("takeaway.db").exists() {
        return Ok(format!("It would be added as `{id}`."));
    }
    let known = office.unprepared().await?.store().known(Scope::Everyone, id).await?;
    Ok(match known {
        Some(known) => format!("`{id}` is there already, from `{}`: this would be its version {}.", known.source, known.version + 1),
        None => format!("It would be added as `{id}`."),
    })
}

/// Notes an arrival that changed something.
async fn kept(library: &Library, id: &str, arrival: Arrival) -> Result<()> {
    match arrival {
        Arrival::Added => noted(library, Deed::Added, id).await,
        Arrival::Updated => noted(library, Deed::Updated, id).await,
        Arrival::Unchanged => Ok(()),
    }
}

fn told(id: &str, arrival: Arrival) -> String {
    match arrival {
        Arrival::Added => format!("`{id}` was added"),
        Arrival::Updated => format!("`{id}` has a new version"),
        Arrival::Unchanged => format!("`{id}` is unchanged"),
    }
}

fn bytes(file: &Path, limit: usize) -> Result<Vec<u8>> {
    let shown = file.display();
    let known = std::fs::metadata(file)
        .with_context(|| format!("cannot read `{shown}`; check its path and that it may be read, or begin an address with `https://`"))?;
    ensure!(!known.is_dir(), "`{shown}` is a folder; give one file, or take the whole folder with `takeaway reindex {shown}`");
    let size = known.len();
    ensure!(
        size <= limit as u64,
        "`{shown}` has {size} bytes, more than the limit of {limit}; split it or raise `library.max_article_bytes`"
    );
    std::fs::read(file).with_context(|| format!("cannot read `{shown}`"))
}

fn read(file: &Path, bytes: &[u8]) -> Result<Draft> {
    let shown = file.display();
    let kind = FileKind::of(&file.to_string_lossy());
    let kind = kind.map_err(|other| anyhow!("`{shown}` is a `.{other}` file; give Markdown (`.md`), HTML (`.html`) or text (`.txt`)"))?;
    kind.read(bytes).map_err(|e| anyhow!("`{shown}`: {e}"))
}
