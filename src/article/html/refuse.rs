//! Refuses pages that are no article: the first lines of a paid one, a list of articles, next to no text.

use std::sync::LazyLock;

use dom_query::Document;
use regex::{Regex, RegexSet};
use serde::Deserialize;

use super::blocks::{Block, Walked};
use super::facts::Facts;
use super::left_out::hidden;
use super::measure::{UNREAD, is_one_of};
use super::spaces;
use crate::article::{Draft, FindingKind, NoArticle, ReadError};

/// An article has more words. Below, it is a picture with a line, a notice, or what is left when scripts have not run.
const FEWEST_WORDS: usize = 40;

/// Words of a paragraph of prose.
const PROSE_WORDS: usize = 12;

/// The free lines of a paid article are fewer, where the page says that it is paid.
const PAID_WORDS: usize = 180;

/// The free lines of a paid article are fewer, where only a phrase says so.
const STUB_WORDS: usize = 260;

/// Headings that are links, from which a page is a list.
const LISTED: usize = 5;

/// Words for each heading, its own included, below which a page shows things and tells nothing of them.
const BARE_WORDS: usize = 15;

#[derive(Deserialize)]
struct File {
    cut: Vec<String>,
    paid: Vec<String>,
}

static PHRASES: LazyLock<(Regex, RegexSet)> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("refuse.toml")).expect("the phrases are compiled in and tested");
    let cut = Regex::new(&file.cut.join("|")).expect("the phrases are compiled in and tested");
    (cut, RegexSet::new(file.paid).expect("the phrases are compiled in and tested"))
});

/// Refuses the free lines of an article that readers must pay for.
pub fn stub(page: &Document, draft: &Draft, facts: &Facts) -> Result<(), ReadError> {
    let words = words(draft);
    let stands_in_data = facts.free && facts.body.as_deref().is_some_and(|body| spaces::words(body) > PAID_WORDS && words > PAID_WORDS);
    if stands_in_data {
        return Ok(());
    }
    let (cut, paid) = &*PHRASES;
    let text = visible(page).to_lowercase();
    let says_so = words < STUB_WORDS && !facts.declared_free && paid.is_match(&text);
    let is_stub = cut.is_match(&text) || (!facts.free && words < PAID_WORDS) || says_so;
    if is_stub { Err(NoArticle::Paid { words }.into()) } else { Ok(()) }
}

/// Refuses a page that lists articles: headings that are links, or that stand for pictures, and little text between them.
pub fn listing(page: &Document, walked: &Walked, facts: &Facts) -> Result<(), ReadError> {
    let headings = walked.blocks.iter().filter(|b| b.level.is_some());
    let (headed, linked) = (headings.clone().count(), headings.filter(|b| b.linked >= 0.5).count());
    let mostly = linked >= LISTED && linked * 2 >= headed;
    let all: usize = walked.blocks.iter().map(|b| spaces::words(&b.text)).sum();
    let in_links: f64 = walked.blocks.iter().map(|b: &Block| b.linked * spaces::words(&b.text) as f64).sum();
    let mut links = page.select("a[href]").length();
    let prose = walked.blocks.iter().filter(|b| b.level.is_none() && b.linked < 0.5 && spaces::words(&b.text) >= 30).count();
    if facts.is_article {
        // An article may stand amid many links; a list rarely calls itself one.
        links /= 4;
    }
    let all_links = links >= 20 && in_links > 0.5 * all as f64 && prose < 3;
    let boxes = walked.left_out.iter().filter(|f| f.kind == FindingKind::RelatedArticle).count();
    let teasers =
        !facts.is_article && (mostly && prose < 2 * linked || linked + boxes >= LISTED && (prose < 3 || linked + boxes >= 2 * prose));
    // Formulas, pictures or products with their names above them.
    let bare = headed >= LISTED && all < BARE_WORDS * headed;
    if all_links || teasers || bare { Err(NoArticle::Listing.into()) } else { Ok(()) }
}

/// Refuses a page with next to no text, or without a title.
pub fn short(draft: &Draft) -> Result<(), ReadError> {
    let words = words(draft);
    let prose = draft.sections.iter().flat_map(|s| &s.paragraphs).any(|p| spaces::words(p) >= PROSE_WORDS);
    if words < FEWEST_WORDS || !prose {
        return Err(NoArticle::TooShort { words }.into());
    }
    let headed = !draft.metadata.title.is_empty() || draft.sections.iter().any(|s| s.heading.is_some());
    if headed { Ok(()) } else { Err(NoArticle::Untitled.into()) }
}

fn words(draft: &Draft) -> usize {
    draft.sections.iter().flat_map(|s| &s.paragraphs).map(|p| spaces::words(p)).sum()
}

/// All that a reader may see on the page, buttons included, but for the site's own head and foot: `Already a subscriber?` stands there
/// on every page.
fn visible(page: &Document) -> String {
    let mut text = String::new();
    // With each node, whether it stands in the article.
    let mut rest = vec![(page.root(), false)];
    while let Some((node, in_article)) = rest.pop() {
        if node.is_text() {
            text.push_str(&node.text());
            text.push(' ');
            continue;
        }
        let of_site = is_one_of(&node, &["nav", "header", "footer"]) && !in_article;
        // The whole page may be hidden until its scripts have run.
        if of_site || hidden(&node) && !is_one_of(&node, &["html", "body"]) {
            continue;
        }
        let in_article = in_article || is_one_of(&node, &["article", "main"]);
        let unread = !node.has_name("button") && is_one_of(&node, UNREAD);
        let children = node.children_it(true).filter(|child| !(unread && child.is_text()));
        rest.extend(children.map(|child| (child, in_article)));
    }
    spaces::fold(&text)
}
