//! Reads a web page into a draft: the article's text as sections, what is known about it, and what was left out.
//!
//! `dom_smoothie` finds the words of the article; what it drops or keeps by mistake is mended by a walk of our own over the page
//! that it was given. A page that is no article is refused with the reason. Nothing here fetches anything.

use url::Url;

use super::{Draft, DraftSection, ReadError, furniture, text};

mod blocks;
mod boxes;
mod facts;
mod layout;
mod left_out;
mod line;
mod measure;
mod parse;
mod pick;
mod quotations;
mod refuse;
mod spaces;

/// A page must give less than this share of the words of its own `articleBody` before that is taken in place of it.
const MUCH_LESS: f64 = 0.6;

/// Reads a page. `address` is where it came from: relative links are resolved against it, and it is the article's address unless
/// the page declares a better one.
///
/// [`ReadError::NotAnArticle`] for too little text, the first lines of a paid article, a list of articles, and for what no
/// newspaper publishes: elements nested or numbered beyond any page.
pub fn read(html: &str, address: Option<&Url>) -> Result<Draft, ReadError> {
    let page = parse::page(html)?;
    quotations::mark(&page);
    let facts = facts::of(&page, address);
    let picked = pick::pick(&page, facts.heading.as_deref().unwrap_or(&facts.title));
    let walked = blocks::walk(&page, &picked);
    let listing = refuse::listing(&page, &walked, &facts);
    let mut draft = Draft { metadata: facts.metadata(), ..Draft::default() };
    let laid = layout::lay(walked.blocks, &facts, &mut draft.findings);
    draft.sections = laid.sections;
    read_head(&mut draft, laid.head);
    draft.findings.extend(walked.left_out);
    // What a page sells is not taken from its data.
    if let Some(body) = facts.body.as_deref().filter(|body| facts.free && much_less(&draft.sections, body)) {
        let paragraphs = body.lines().map(spaces::fold).filter(|p| !p.is_empty()).collect();
        draft.sections = vec![DraftSection { heading: None, paragraphs }];
    }
    furniture::clear(&mut draft);
    let paragraphs: Vec<&str> = draft.sections.iter().flat_map(|s| &s.paragraphs).map(String::as_str).collect();
    draft.metadata.language = draft.metadata.language.confirmed_by(&paragraphs.join(" "));
    draft.metadata.published = draft.metadata.published.or_else(|| facts::day_of_address(&facts, address));
    // Pages change for many reasons; only some say that it was for a mistake.
    if draft.metadata.correction.is_none() {
        draft.metadata.corrected = None;
    }
    refuse::stub(&page, &draft, &facts)?;
    listing?;
    refuse::short(&draft)?;
    text::finish(draft)
}

/// Reads the labels over an article as a newspaper prints them: `By Ana Prell`, `4 March 2024`.
fn read_head(draft: &mut Draft, labels: Vec<String>) {
    let outlet = draft.metadata.outlet.clone();
    let known = draft.metadata.byline.is_some();
    let mut head =
        Draft { metadata: draft.metadata.clone(), sections: vec![DraftSection { heading: None, paragraphs: labels }], ..Draft::default() };
    furniture::clear(&mut head);
    if !known {
        head.metadata.byline = head.metadata.byline.and_then(|names| facts::byline(&names, outlet.as_deref()));
    }
    draft.metadata = head.metadata;
    draft.findings.extend(head.findings);
}

fn much_less(sections: &[DraftSection], body: &str) -> bool {
    let found: usize = sections.iter().flat_map(|s| &s.paragraphs).map(|p| spaces::words(p)).sum();
    (found as f64) < MUCH_LESS * spaces::words(body) as f64
}

#[cfg(test)]
mod promises;
#[cfg(test)]
mod tests;
