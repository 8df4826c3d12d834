//! How much text stands in each element of a page, how much of it in links, and how much of it was picked.

use std::collections::{HashMap, HashSet};

use dom_query::{Document, NodeId, NodeRef};

/// Elements whose text is no text of the page.
pub const UNREAD: &[&str] =
    &["script", "style", "noscript", "template", "svg", "math", "head", "title", "select", "option", "textarea", "button"];

/// The text of one element, in characters other than white space.
#[derive(Clone, Copy, Debug, Default)]
pub struct Measure {
    /// All of it.
    pub all: usize,
    /// What stands in links that lead away from the page.
    pub linked: usize,
    /// What was picked as text of the article.
    pub picked: usize,
}

/// The measures of every element of a page.
#[derive(Debug, Default)]
pub struct Measures(HashMap<NodeId, Measure>);

impl Measures {
    /// Measures a page once, from its leaves up.
    pub fn of(page: &Document, picked: &HashSet<NodeId>) -> Measures {
        let mut measures: HashMap<NodeId, Measure> = HashMap::new();
        let nodes: Vec<NodeRef<'_>> = page.root().descendants_it().collect();
        for node in nodes.iter().rev() {
            let mut here = measures.get(&node.id).copied().unwrap_or_default();
            if node.is_text() {
                here.all = node.text().chars().filter(|c| !c.is_whitespace()).count();
                here.picked = if picked.contains(&node.id) { here.all } else { 0 };
            } else if is_one_of(node, UNREAD) {
                here = Measure::default();
            } else if leads_away(node) {
                here.linked = here.all;
            }
            measures.insert(node.id, here);
            if let Some(parent) = node.parent() {
                let parent = measures.entry(parent.id).or_default();
                parent.all += here.all;
                parent.linked += here.linked;
                parent.picked += here.picked;
            }
        }
        Measures(measures)
    }

    /// The measure of one node; nothing for one that was not there.
    pub fn at(&self, node: &NodeRef<'_>) -> Measure {
        self.0.get(&node.id).copied().unwrap_or_default()
    }
}

/// Whether an element is a link to another page; one to a place in a page is how live blogs head their posts.
pub fn leads_away(node: &NodeRef<'_>) -> bool {
    node.has_name("a") && node.attr("href").is_some_and(|href| !href.contains('#') && !href.starts_with('?'))
}

/// Whether a node is an element of one of these names.
pub fn is_one_of(node: &NodeRef<'_>, names: &[&str]) -> bool {
    node.qual_name_ref().is_some_and(|name| names.contains(&&*name.local))
}
