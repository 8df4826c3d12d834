//! Picks the words of the article: `dom_smoothie` chooses them, and the element of the page that holds them all is its body.

use std::collections::HashSet;

use dom_query::{Document, NodeId, NodeRef};
use dom_smoothie::{Config, Readability};

use super::measure::{Measures, is_one_of};
use super::spaces;

/// Share of the picked text that the body must hold; the rest is a stray line elsewhere on the page.
const NEARLY_ALL: f64 = 0.97;

/// Bytes of a text that no paragraph has.
const LONG_TEXT: usize = 10_000;

/// Bytes of an attribute that names nothing: data, addresses of pictures.
const LONG_ATTRIBUTE: usize = 1_000;

/// Characters of the shortest text that is taken in place of what was picked: some forty words.
const FEW_CHARACTERS: usize = 200;

/// What was picked on a page.
pub struct Picked {
    /// The texts of the article, as nodes of the page.
    pub texts: HashSet<NodeId>,
    /// The element that holds the article; the page's root if none does.
    pub body: NodeId,
    /// How much text stands where.
    pub measures: Measures,
    /// Picked characters in all.
    pub total: usize,
}

/// Picks the article of a page.
pub fn pick(page: &Document, title: &str) -> Picked {
    let mut texts = readable(page);
    let mut measures = Measures::of(page, &texts);
    if let Some(marked) = titled_article(page, title, &measures).or_else(|| marked_body(page, title, &measures)) {
        // The page itself says what its article is, and other words were picked.
        texts = marked.descendants_it().filter(|n| n.is_text()).map(|n| n.id).collect();
        measures = Measures::of(page, &texts);
    }
    let total = measures.at(&page.root()).picked;
    let body = widen(smallest_holder(page, &measures, total), title, &measures);
    Picked { texts, body: body.id, measures, total }
}

/// The texts that `dom_smoothie` keeps. It works on a copy, whose nodes keep their numbers.
fn readable(page: &Document) -> HashSet<NodeId> {
    let config = Config { disable_json_ld: true, ..Config::default() };
    let copy = page.clone();
    soften(&copy);
    let Ok(mut readability) = Readability::with_document(copy, None, Some(config)) else { return HashSet::new() };
    if readability.parse().is_err() {
        return HashSet::new();
    }
    let kept = readability.doc.select_single("#readability-page-1");
    kept.nodes().iter().flat_map(|n| n.descendants()).filter(|n| n.is_text()).map(|n| n.id).collect()
}

/// Makes a copy cheap to write out, which `dom_smoothie` does at its end: html5ever 0.40 takes the square of a text's length for text
/// full of characters that it escapes, and for the first letter of what may be a no-break space. Only numbers of nodes are wanted.
fn soften(copy: &Document) {
    for node in copy.root().descendants() {
        if node.is_text() && node.text().len() > LONG_TEXT {
            let harmless = |c: char| if matches!(c, '&' | '<' | '>' | '\u{80}'..='\u{bf}') { 'x' } else { c };
            node.set_text(node.text().chars().map(harmless).collect::<String>());
        }
        for attribute in node.attrs().iter().filter(|a| a.value.len() > LONG_ATTRIBUTE) {
            node.remove_attr(&attribute.name.local);
        }
    }
}

/// The element that calls itself the article's body, if it holds as much text as was picked and little of that was picked in it.
fn marked_body<'a>(page: &'a Document, title: &str, measures: &Measures) -> Option<NodeRef<'a>> {
    let picked = measures.at(&page.root()).picked;
    let marked = page
        .select("[itemprop=articleBody], [itemprop=reviewBody], article [class*=article-body], article [class*=article__body], article");
    let unlinked = |node: &NodeRef<'_>| measures.at(node).all - measures.at(node).linked;
    let title = spaces::key(title);
    let another = |node: &NodeRef<'_>| node.descendants_it().any(|n| n.has_name("h1") && spaces::key(&n.text()) != title);
    let largest = marked.nodes().iter().copied().filter(|node| !another(node)).max_by_key(unlinked)?;
    let wrong = unlinked(&largest) >= picked.max(FEW_CHARACTERS) && measures.at(&largest).picked * 3 < picked.max(1);
    wrong.then_some(largest)
}

/// The article under the page's own title, if some of another one was picked: pages that never end carry the next articles too.
fn titled_article<'a>(page: &'a Document, title: &str, measures: &Measures) -> Option<NodeRef<'a>> {
    let (title, picked) = (spaces::key(title), measures.at(&page.root()).picked);
    let headings = page.select("article h1");
    let heading = headings.nodes().iter().copied().find(|h| spaces::key(&h.text()) == title)?;
    let article = heading.ancestors_it(None).find(|n| n.has_name("article"))?;
    let here = measures.at(&article);
    let others = headings.nodes().iter().any(|h| h.ancestors_it(None).all(|n| n.id != article.id));
    (others && here.all - here.linked >= FEW_CHARACTERS && here.picked * 10 < picked * 9).then_some(article)
}

fn smallest_holder<'a>(page: &'a Document, measures: &Measures, total: usize) -> NodeRef<'a> {
    let enough = |node: &NodeRef<'_>| node.is_element() && measures.at(node).picked as f64 >= NEARLY_ALL * total as f64;
    let mut holder = page.body().unwrap_or_else(|| page.root());
    while let Some(smaller) = holder.children_it(false).find(|child| total > 0 && enough(child)) {
        holder = smaller;
    }
    holder
}

/// From the smallest element that holds the picked text to the article around it, where its lead and its other parts may stand.
fn widen<'a>(holder: NodeRef<'a>, title: &str, measures: &Measures) -> NodeRef<'a> {
    let above: Vec<NodeRef<'a>> =
        std::iter::once(holder).chain(holder.ancestors_it(None)).take_while(|n| !is_one_of(n, &["body", "html"])).collect();
    let is_article = |n: &&NodeRef<'a>| n.has_name("article") || n.attr("itemtype").is_some_and(|t| t.ends_with("Article"));
    let is_main = |n: &&NodeRef<'a>| n.has_name("main") || n.attr("role").as_deref() == Some("main");
    let holds_title = |n: &&NodeRef<'a>| holds_heading(n, title);
    // An article within an article is one post of a live blog, or a box.
    let article = above.iter().rfind(is_article).filter(|n| measures.at(n).picked * 4 > measures.at(n).all);
    let wide =
        article.filter(|n| holds_title(n)).or_else(|| above.iter().find(is_main)).or(article).or_else(|| above.iter().find(holds_title));
    wide.copied().unwrap_or(holder)
}

fn holds_heading(node: &NodeRef<'_>, title: &str) -> bool {
    let title = spaces::key(title);
    !title.is_empty() && node.descendants_it().any(|n| is_one_of(&n, &["h1", "h2"]) && spaces::key(&n.text()) == title)
}
