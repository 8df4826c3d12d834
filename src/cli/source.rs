//! `takeaway reindex` and `takeaway import`: many articles at once.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result};
use clap::Args;

use super::article::noted;
use super::show::say;
use super::{Office, show};
use crate::article::{Article, jsonl, slug};
use crate::library::folder::fingerprint;
use crate::library::log::Deed;
use crate::library::{Arrival, Incoming, Library, LibraryError, Origin, Scope};

/// How many of the lines that fail are named: a file of another format fails in every line.
const MOST_NAMED: usize = 20;

/// How many articles an import holds in memory at once.
const BATCH: usize = 200;

/// Brings the library up to the article folder.
#[derive(Debug, Args)]
pub struct Reindex {
    /// The folder of Markdown files [default: `articles` in the data folder]
    folder: Option<PathBuf>,
    /// Retire articles even if most of the folder is gone
    #[arg(long)]
    force: bool,
}

impl Reindex {
    /// Does it and prints the report.
    pub async fn run(self, office: &Office) -> Result<ExitCode> {
        let library = office.unprepared().await?;
        let folder = self.folder.unwrap_or_else(|| office.data.join("articles"));
        let bar = show::bar("reading");
        let report = library
            .reindex(&folder, office.settings.library.max_article_bytes, self.force, |read, all| {
                bar.set_length(all as u64);
                bar.set_position(read as u64);
            })
            .await?;
        bar.finish_and_clear();
        if report.added + report.updated + report.retired > 0 {
            noted(&library, Deed::Reindexed, &Scope::Everyone.key()).await?;
        }
        for (file, reason) in &report.failed {
            show::complain(&format!("`{}` {reason}", file.display()));
        }
        say!(
            "{} added, {} updated, {} retired, {} unchanged, {} failed in {:.2} s",
            report.added,
            report.updated,
            report.retired,
            report.unchanged,
            report.failed.len(),
            report.took.as_secs_f64()
        );
        Ok(if report.failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(2) })
    }
}

/// Adds articles from a JSON Lines file.
#[derive(Debug, Args)]
pub struct Import {
    /// One article a line: `{"id","title","sections":[{"heading","paragraphs":[…]}],…}`
    file: PathBuf,
}

impl Import {
    /// Does it and prints the report.
    pub async fn run(self, office: &Office) -> Result<ExitCode> {
        let library = office.unprepared().await?;
        let began = Instant::now();
        let file = File::open(&self.file)
            .with_context(|| format!("cannot open `{}`; check its path and that it may be read", self.file.display()))?;
        let bar = show::bar("importing");
        bar.set_length(file.metadata().map_or(0, |m| m.len()));
        let name = self.file.file_name().unwrap_or_default().to_string_lossy();
        let change = library.begin(Scope::Everyone).await?;
        let mut done = Done::default();
        let mut batch = vec![];
        let mut ids = HashMap::new();
        let (mut reader, most) = (BufReader::new(file), office.settings.library.max_article_bytes);
        for n in 1.. {
            let line = line(&mut reader, most).with_context(|| format!("cannot read line {n} of `{}`", self.file.display()))?;
            let Some((line, read)) = line else { break };
            bar.inc(read);
            if line.trim_ascii().is_empty() {
                continue;
            }
            match incoming(&line, most).and_then(|article| own_id(article, &mut ids, n)) {
                Ok(article) => batch.push(article),
                Err(reason) => done.fail(&format!("line {n} of `{}` {reason}", self.file.display())),
            }
            if batch.len() == BATCH {
                done.store(&library, &name, std::mem::take(&mut batch)).await?;
            }
        }
        done.store(&library, &name, batch).await?;
        bar.set_message("indexing");
        change.finish().await?;
        bar.finish_and_clear();
        say!(
            "{} added, {} updated, {} unchanged, {} failed in {:.2} s",
            done.added,
            done.updated,
            done.unchanged,
            done.failed,
            began.elapsed().as_secs_f64()
        );
        Ok(if done.failed == 0 { ExitCode::SUCCESS } else { ExitCode::from(2) })
    }
}

/// The next line without its end, and how many bytes were read for it; of one that is too long, enough to be refused. `None` at the end.
fn line(reader: &mut impl BufRead, most: usize) -> std::io::Result<Option<(Vec<u8>, u64)>> {
    let mut line = vec![];
    let mut read = reader.by_ref().take(most as u64 + 2).read_until(b'\n', &mut line)? as u64;
    if read == 0 {
        return Ok(None);
    }
    if line.pop_if(|last| *last == b'\n').is_none() {
        read += reader.skip_until(b'\n')? as u64;
    }
    Ok(Some((line, read)))
}

/// Refuses an article whose id another of the file has, though it is written otherwise: `c++` and `c#` are both `c`.
fn own_id(read: (String, Incoming), ids: &mut HashMap<String, (String, usize)>, line: usize) -> Result<Incoming, String> {
    let (written, article) = read;
    let (first, at) = ids.entry(article.id.clone()).or_insert_with(|| (written.clone(), line));
    if *first == written {
        return Ok(article);
    }
    Err(format!("has the `id` `{written}`, which is kept as `{}` as line {at}'s is; give it another", article.id))
}

/// An article with its id as it is written.
fn incoming(line: &[u8], most_bytes: usize) -> Result<(String, Incoming), String> {
    if line.len() > most_bytes {
        return Err(crate::article::ReadError::TooLarge { found: line.len(), limit: most_bytes }.to_string());
    }
    let line = std::str::from_utf8(line).map_err(|_| "is not UTF-8; save the file as UTF-8")?;
    let draft = jsonl::read(line).map_err(|e| e.to_string())?;
    let written = draft.id.clone().unwrap_or_default();
    let id = slug(&written);
    if id.is_empty() {
        return Err("has an `id` without letters or digits".into());
    }
    let source = draft.metadata.url.clone().unwrap_or_else(|| id.clone());
    let source_hash = fingerprint(line.as_bytes());
    Ok((written, Incoming { id, source, source_hash, article: Article::from_draft(&draft) }))
}

#[derive(Default)]
struct Done {
    added: usize,
    updated: usize,
    unchanged: usize,
    failed: usize,
}

impl Done {
    /// Counts what failed, and names it unless many were named already.
    fn fail(&mut self, what: &str) {
        self.failed += 1;
        if self.failed <= MOST_NAMED {
            show::complain(what);
        } else if self.failed == MOST_NAMED + 1 {
            show::complain("more lines failed; mend these first and import the file again, which leaves alone what it added");
        }
    }

    /// Keeps some articles of a file. The first that changes something is noted at once: an import that is stopped has changed something too.
    async fn store(&mut self, library: &Library, file: &str, batch: Vec<Incoming>) -> Result<()> {
        let changed = self.added + self.updated > 0;
        self.put(library, batch).await?;
        if !changed && self.added + self.updated > 0 {
            noted(library, Deed::Imported, file).await?;
        }
        Ok(())
    }

    /// One transaction; if an article in it belongs to another origin or was purged, each goes by itself.
    async fn put(&mut self, library: &Library, batch: Vec<Incoming>) -> Result<()> {
        let arrivals = match library.store().put(Scope::Everyone, Origin::Import, &batch).await {
            Err(LibraryError::OtherOrigin { .. } | LibraryError::Purged { .. }) => {
                for one in batch {
                    match library.store().put(Scope::Everyone, Origin::Import, std::slice::from_ref(&one)).await {
                        Err(other @ (LibraryError::OtherOrigin { .. } | LibraryError::Purged { .. })) => {
                            self.fail(&other.to_string());
                        }
                        arrivals => self.count(&arrivals?),
                    }
                }
                return Ok(());
            }
            arrivals => arrivals?,
        };
        self.count(&arrivals);
        Ok(())
    }

    fn count(&mut self, arrivals: &[Arrival]) {
        for arrival in arrivals {
            match arrival {
                Arrival::Added => self.added += 1,
                Arrival::Updated => self.updated += 1,
                Arrival::Unchanged => self.unchanged += 1,
            }
        }
    }
}
