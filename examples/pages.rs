//! Measures the reading of web pages: `cargo run --example pages -- FOLDER…`.
//!
//! Each FOLDER holds a folder for each page, as Mozilla's Readability keeps its own: `source.html` as the site sent it, `expected.html` as
//! a reader shows it and `expected-metadata.json` with its `title`, `byline` and `publishedTime`. Prints each page that falls short, worst
//! last, and the averages. A stated byline that is a date is not counted. F1 is over the words of headings and paragraphs, each as often as it occurs.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use dom_query::Document;
use serde::Deserialize;
use takeaway::article::{Draft, furniture, html};
use takeaway::language::words::fold;
use url::Url;

/// Below this, a page is printed.
const GOOD: f64 = 0.97;

/// Words of the longest name of a site that a stated title may carry.
const SITE_WORDS: usize = 6;

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Metadata {
    title: Option<String>,
    byline: Option<String>,
    published_time: Option<String>,
}

/// Right answers and questions asked.
#[derive(Default)]
struct Share(usize, usize);

impl Share {
    fn count(&mut self, right: bool) {
        self.0 += usize::from(right);
        self.1 += 1;
    }
}

impl std::fmt::Display for Share {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:.1}% of {}", 100.0 * self.0 as f64 / self.1.max(1) as f64, self.1)
    }
}

#[derive(Default)]
struct Totals {
    texts: Vec<f64>,
    /// Against what is left of the reader's text without captions, which are left out on purpose.
    sentences: Vec<f64>,
    refused: usize,
    titles: Share,
    bylines: Share,
    dates: Share,
}

fn main() -> Result<()> {
    let mut totals = Totals::default();
    let mut short = vec![];
    for folder in std::env::args().skip(1) {
        for page in pages(Path::new(&folder))? {
            short.extend(measure(&page, &mut totals)?);
        }
    }
    short.sort_by(|a, b| b.0.total_cmp(&a.0));
    short.iter().for_each(|(_, line)| println!("{line}"));
    let average = |values: &[f64]| values.iter().sum::<f64>() / values.len().max(1) as f64;
    println!("{} pages read, {} refused", totals.texts.len(), totals.refused);
    println!("text F1 {:.4}; {:.4} without captions", average(&totals.texts), average(&totals.sentences));
    println!("title right on {}, byline on {}, date on {}", totals.titles, totals.bylines, totals.dates);
    Ok(())
}

fn pages(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("cannot list `{}`", folder.display()))?;
    let mut pages: Vec<PathBuf> = entries.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    pages.retain(|page| page.join("source.html").is_file());
    pages.sort();
    Ok(pages)
}

/// Counts one page; a line about it if it falls short, with what to sort it by.
fn measure(page: &Path, totals: &mut Totals) -> Result<Option<(f64, String)>> {
    let text = |name: &str| std::fs::read(page.join(name)).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let name = page.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let stated: Metadata = text("expected-metadata.json").ok().map(|json| serde_json::from_str(&json)).transpose()?.unwrap_or_default();
    let address = Url::parse("http://fakehost/test/page.html")?;
    let draft = match html::read(&text("source.html")?, Some(&address)) {
        Ok(draft) => draft,
        Err(why) => {
            totals.refused += 1;
            return Ok(Some((2.0, format!("{name}: refused, {why}"))));
        }
    };
    let mut line = format!("{name}:");
    let mut share = 1.0;
    if let Ok(expected) = text("expected.html") {
        let found = words(&whole(&draft));
        share = f1(&words(&shown(&expected, "")), &found);
        let bare = f1(&words(&shown(&expected, "figcaption")), &found);
        totals.texts.push(share);
        totals.sentences.push(bare);
        line += &format!(" F1 {share:.3}, {bare:.3}");
    }
    let found = &draft.metadata;
    let fields = [
        (&stated.title, Some(found.title.clone()), &mut totals.titles, "title"),
        (&stated.byline, found.byline.clone(), &mut totals.bylines, "byline"),
        (&stated.published_time, found.published.map(|day| day.to_string()), &mut totals.dates, "date"),
    ];
    let mut wrong = false;
    for (stated, found, count, what) in fields {
        let Some(stated) = stated.as_deref().filter(|text| !text.trim().is_empty()) else { continue };
        let (stated, found) = (stated.trim(), found.unwrap_or_default());
        if what == "byline" && is_only_a_date(stated) {
            continue;
        }
        let right = match what {
            "date" => furniture::date(stated).map(|day| day.to_string()) == Some(found.clone()),
            "title" => is_title(stated, &found),
            _ => is_byline(stated, &found),
        };
        count.count(right);
        wrong |= !right;
        if !right {
            line += &format!(" · {what} `{found}` for `{stated}`");
        }
    }
    Ok((share < GOOD || wrong).then_some((share, line)))
}

/// Whether a title is the stated one, which may still carry the name of its site before or after it.
fn is_title(stated: &str, found: &str) -> bool {
    let (stated, found) = (words(stated), words(found));
    !found.is_empty() && (stated.starts_with(&found) || stated.ends_with(&found)) && stated.len() <= found.len() + SITE_WORDS
}

/// Whether a byline has words of the stated one alone, in any order. The stated one may still carry `By`, offices and a date, also with no
/// space before it: `by Ana Prell22 Dec 2016`.
fn is_byline(stated: &str, found: &str) -> bool {
    let (stated, found) = (words(stated), words(found));
    let whole = || stated.join(" ").contains(&found.join(" "));
    !found.is_empty() && (whole() || found.iter().all(|word| word == "and" || stated.contains(word)))
}

/// Whether a stated byline names nobody: readers that look for one by the names of classes take the date beside it.
fn is_only_a_date(stated: &str) -> bool {
    let by = words(stated).first().is_some_and(|word| word == "by");
    !by && furniture::date(stated).is_some()
}

fn whole(draft: &Draft) -> String {
    let lines = draft.sections.iter().flat_map(|section| section.heading.iter().chain(&section.paragraphs));
    lines.cloned().collect::<Vec<_>>().join("\n")
}

/// The text of a page without the elements that match; they may be none.
fn shown(html: &str, without: &str) -> String {
    let page = Document::from(html);
    if !without.is_empty() {
        page.select(without).remove();
    }
    let root = page.root();
    let texts = root.descendants_it().filter(|node| node.is_text());
    texts.map(|node| node.text().to_string()).collect::<Vec<_>>().join(" ")
}

fn words(text: &str) -> Vec<String> {
    fold(text).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn f1(expected: &[String], found: &[String]) -> f64 {
    let mut left: HashMap<&str, usize> = HashMap::new();
    expected.iter().for_each(|word| *left.entry(word).or_default() += 1);
    let common = found.iter().filter(|word| left.get_mut(word.as_str()).filter(|n| **n > 0).map(|n| *n -= 1).is_some()).count();
    if expected.len() + found.len() == 0 { 1.0 } else { 2.0 * common as f64 / (expected.len() + found.len()) as f64 }
}
