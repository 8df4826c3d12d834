//! Sets to measure with: articles and questions as JSON Lines.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;

use crate::article::{Draft, jsonl, markdown};

/// A question whose answer is known. Fields beside these are its writer's notes.
#[derive(Clone, Debug, Deserialize)]
pub struct Expected {
    /// Its name in reports.
    pub id: Option<String>,
    /// What is asked.
    pub question: String,
    /// Texts of which the right sentence holds one; empty if silence is right.
    pub expect: Vec<String>,
    /// Names of which one must stand in the quote or its speaker line.
    #[serde(default)]
    pub speaker: Vec<String>,
    /// The article that it is about; for reports alone.
    pub article: Option<String>,
}

impl Expected {
    /// Whether some sentence answers it.
    pub fn answerable(&self) -> bool {
        !self.expect.is_empty()
    }
}

/// The questions of a file, in order.
pub fn questions(file: &Path) -> Result<Vec<Expected>> {
    let text = fs::read_to_string(file)
        .with_context(|| format!("cannot read the questions in `{}`; check its path and that it may be read", file.display()))?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let parse = |(n, line): (usize, &str)| {
        serde_json::from_str::<Expected>(line).with_context(|| format!("line {} of `{}` is no question", n + 1, file.display()))
    };
    let mut questions: Vec<Expected> = lines.map(parse).collect::<Result<_>>()?;
    ensure!(!questions.is_empty(), "`{}` holds no questions; write one a line: `{{\"question\",\"expect\":[…]}}`", file.display());
    for (n, question) in questions.iter_mut().enumerate() {
        question.id.get_or_insert_with(|| (n + 1).to_string());
    }
    Ok(questions)
}

/// The articles of a `.jsonl` file or of the Markdown files of a folder, in the order of their names, each with its id.
pub fn articles(from: &Path) -> Result<Vec<(String, Draft)>> {
    if from.is_dir() { of_folder(from) } else { of_file(from) }
}

fn of_file(file: &Path) -> Result<Vec<(String, Draft)>> {
    let text = fs::read_to_string(file).with_context(|| format!("cannot read the articles in `{}`", file.display()))?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let read = |(n, line): (usize, &str)| {
        let draft = jsonl::read(line).with_context(|| format!("line {} of `{}`", n + 1, file.display()))?;
        Ok((draft.id.clone().unwrap_or_default(), draft))
    };
    lines.map(read).collect()
}

fn of_folder(folder: &Path) -> Result<Vec<(String, Draft)>> {
    let entries = fs::read_dir(folder).with_context(|| format!("list the articles in `{}`", folder.display()))?;
    let mut files: Vec<_> = entries.filter_map(|entry| entry.ok().map(|e| e.path())).collect();
    files.retain(|file| file.extension().is_some_and(|e| e == "md"));
    files.sort();
    if files.is_empty() {
        bail!("`{}` holds no Markdown file; give a folder of `.md` files or a `.jsonl` file", folder.display());
    }
    let read = |file: std::path::PathBuf| {
        let bytes = fs::read(&file).with_context(|| format!("read `{}`", file.display()))?;
        let draft = markdown::read(&bytes).with_context(|| format!("`{}`", file.display()))?;
        let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Ok((draft.id.clone().unwrap_or(stem), draft))
    };
    files.into_iter().map(read).collect()
}
