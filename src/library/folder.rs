//! The operator's folder of Markdown files, synchronised by `reindex`, and the article that comes with the program.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use sha2::{Digest, Sha256};

use super::store::Known;
use super::{Arrival, Incoming, Library, LibraryError, Origin, Scope};
use crate::article::{Article, ReadError, markdown, slug};

/// The article that comes with the program.
const BUNDLED: (&str, &str) = ("trump-putin-call-2025-03-18", include_str!("../../index/articles/trump-putin-call-2025-03-18.md"));

/// A folder of which more than this part is gone was moved or emptied by mistake, more likely than not.
const MOST_GONE: f64 = 0.5;

/// What a synchronisation did.
#[derive(Debug, Default)]
pub struct Report {
    /// How many files are new.
    pub added: usize,
    /// How many have a new version.
    pub updated: usize,
    /// How many articles lost their file.
    pub retired: usize,
    /// How many are as they were.
    pub unchanged: usize,
    /// Files that could not be read, with the reason; their articles stay as they were.
    pub failed: Vec<(PathBuf, String)>,
    /// How long it took.
    pub took: Duration,
}

impl Report {
    fn count(&mut self, arrival: Arrival) {
        match arrival {
            Arrival::Added => self.added += 1,
            Arrival::Updated => self.updated += 1,
            Arrival::Unchanged => self.unchanged += 1,
        }
    }
}

impl Library {
    /// Makes the library ready for a first question: the folder is read if it never was, else there is the bundled article.
    pub async fn prepare(&self, most_bytes: usize) -> Result<Option<Report>, LibraryError> {
        let scope = Scope::Everyone;
        if self.store.revision(scope).await? > 0 {
            return Ok(None);
        }
        let folder = self.folder().map(|data| data.join("articles")).filter(|folder| folder.is_dir());
        match folder {
            Some(folder) => self.reindex(&folder, most_bytes, false, |_, _| {}).await.map(Some),
            None => self.bundle().await.map(|()| None),
        }
    }

    async fn bundle(&self) -> Result<(), LibraryError> {
        let draft = markdown::read(BUNDLED.1.as_bytes()).expect("the bundled article is compiled in and tested");
        let article = Article::from_draft(&draft);
        let source_hash = fingerprint(BUNDLED.1.as_bytes());
        let incoming = Incoming { id: BUNDLED.0.into(), source: "the program".into(), source_hash, article };
        self.put(Scope::Everyone, Origin::Bundled, &[incoming]).await.map(drop)
    }

    /// Makes everyone's library hold what a folder holds. `progress` hears how many files of how many were read.
    pub async fn reindex(
        &self,
        folder: &Path,
        most_bytes: usize,
        force: bool,
        progress: impl Fn(usize, usize),
    ) -> Result<Report, LibraryError> {
        let began = Instant::now();
        let mut known: HashMap<String, Known> = HashMap::new();
        for origin in [Origin::Bundled, Origin::Folder] {
            // A file that once gave itself another id is the source of that retired one too.
            let live = self.store.of_origin(Scope::Everyone, origin).await?.into_iter().filter(|k| !k.retired);
            known.extend(live.map(|k| (k.source.clone(), k)));
        }
        let files = files(folder)?;
        let mut report = Report::default();
        let mut incoming = vec![];
        let mut seen: HashSet<String> = HashSet::new();
        // Which file holds which id.
        let mut owners: HashMap<String, String> = HashMap::new();
        for (n, file) in files.iter().enumerate() {
            progress(n, files.len());
            let source = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let before = known.get(&source);
            match read(file, most_bytes, before) {
                Ok(Some(article)) => incoming.push(article),
                other => {
                    owners.extend(before.map(|known| (known.id.clone(), source.clone())));
                    match other {
                        Err(reason) => report.failed.push((file.clone(), reason)),
                        Ok(_) => report.unchanged += 1,
                    }
                }
            }
            seen.insert(source);
        }
        progress(files.len(), files.len());
        self.refuse_taken(&mut incoming, owners, &mut report, folder).await?;
        report.failed.sort();
        let live: Vec<&Known> = known.values().collect();
        let kept: HashSet<&str> = incoming.iter().map(|i| i.id.as_str()).collect();
        let gone: Vec<String> =
            live.iter().filter(|k| !seen.contains(&k.source) && !kept.contains(k.id.as_str())).map(|k| k.id.clone()).collect();
        if !force && live.len() > 1 && gone.len() as f64 > MOST_GONE * live.len() as f64 {
            return Err(LibraryError::MostGone { gone: gone.len(), known: live.len(), folder: folder.to_owned() });
        }
        // A file that gives itself another id leaves the old one without a file.
        let ids: HashMap<&str, &str> = incoming.iter().map(|i| (i.source.as_str(), i.id.as_str())).collect();
        let renamed = |k: &&&Known| ids.get(k.source.as_str()).is_some_and(|id| *id != k.id) && !kept.contains(k.id.as_str());
        let renamed: Vec<String> = live.iter().filter(renamed).map(|k| k.id.clone()).collect();
        let gone = [gone, renamed].concat();
        if incoming.is_empty() && gone.is_empty() {
            self.catch_up(Scope::Everyone).await?;
        } else {
            let change = self.begin(Scope::Everyone).await?;
            if !incoming.is_empty() {
                self.store.put(Scope::Everyone, Origin::Folder, &incoming).await?.into_iter().for_each(|arrival| report.count(arrival));
            }
            if !gone.is_empty() {
                report.retired = self.store.retire(Scope::Everyone, &[Origin::Folder, Origin::Bundled], &gone).await?;
            }
            change.finish().await?;
        }
        report.took = began.elapsed();
        Ok(report)
    }

    /// Takes out files whose identity belongs to another file or another origin.
    async fn refuse_taken(
        &self,
        incoming: &mut Vec<Incoming>,
        mut owners: HashMap<String, String>,
        report: &mut Report,
        folder: &Path,
    ) -> Result<(), LibraryError> {
        let mut kept = vec![];
        for article in incoming.drain(..) {
            let file = folder.join(&article.source);
            if let Some(owner) = owners.get(&article.id) {
                report.failed.push((file, format!("has the id `{}` of `{owner}`; give it another `id`", article.id)));
                continue;
            }
            owners.insert(article.id.clone(), article.source.clone());
            if self.store.is_purged(Scope::Everyone, &article.id).await? {
                report.failed.push((file, format!("has the id `{}` of an article that was purged; delete the file", article.id)));
                continue;
            }
            let known = self.store.known(Scope::Everyone, &article.id).await?;
            match known.filter(|k| !k.retired && !matches!(k.origin, Origin::Folder | Origin::Bundled)) {
                Some(other) => report.failed.push((
                    file,
                    format!(
                        "has the id `{}` of an article that came from {} `{}`; give it another `id`",
                        article.id,
                        other.origin.name(),
                        other.source
                    ),
                )),
                None => kept.push(article),
            }
        }
        *incoming = kept;
        Ok(())
    }
}

/// The Markdown files of a folder, by name.
fn files(folder: &Path) -> Result<Vec<PathBuf>, LibraryError> {
    let failed = |source| LibraryError::Source { folder: folder.to_owned(), source };
    let mut files = vec![];
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.extension().is_some_and(|e| e == "md") && path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Reads a file; `None` if it has the fingerprint that is known.
fn read(file: &Path, most_bytes: usize, known: Option<&Known>) -> Result<Option<Incoming>, String> {
    let size = std::fs::metadata(file).map_err(|e| format!("cannot be read: {e}"))?.len();
    let size = usize::try_from(size).unwrap_or(usize::MAX);
    if size > most_bytes {
        return Err(ReadError::TooLarge { found: size, limit: most_bytes }.to_string());
    }
    let bytes = std::fs::read(file).map_err(|e| format!("cannot be read: {e}"))?;
    let source_hash = fingerprint(&bytes);
    if known.is_some_and(|known| known.source_hash == source_hash) {
        return Ok(None);
    }
    let draft = markdown::read(&bytes).map_err(|e| e.to_string())?;
    let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let id = draft.id.as_deref().map(slug).filter(|id| !id.is_empty()).unwrap_or(stem);
    let source = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(Some(Incoming { id, source, source_hash, article: Article::from_draft(&draft) }))
}

/// The fingerprint of some bytes, in hexadecimal.
pub fn fingerprint(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}
