//! What of a page stands beside the article: lists of other articles, comments, feet.

use std::collections::HashSet;

use dom_query::{Document, NodeId, NodeRef};

/// The elements of one page that stand beside the article. Each is looked at once: what is in one of them is beside the article too.
#[derive(Default)]
pub struct Beside {
    beside: HashSet<NodeId>,
    foot: HashSet<NodeId>,
}

impl Beside {
    /// Of one page.
    pub fn of(page: &Document) -> Beside {
        let mut found = Beside::default();
        for node in page.root().descendants_it().filter(NodeRef::is_element) {
            let parent = node.parent().map(|parent| parent.id);
            let within = |nodes: &HashSet<NodeId>| parent.is_some_and(|parent| nodes.contains(&parent));
            if node.has_name("footer") || within(&found.foot) {
                found.foot.insert(node.id);
            }
            // The body's classes name the page.
            if !node.has_name("body") && (within(&found.beside) || is_named(&node)) {
                found.beside.insert(node.id);
            }
        }
        found
    }

    /// Whether an element stands in a list of other articles, or in comments.
    pub fn holds(&self, node: &NodeRef<'_>) -> bool {
        self.beside.contains(&node.id)
    }

    /// Whether an element stands beside the article or at the foot of something.
    pub fn holds_or_ends(&self, node: &NodeRef<'_>) -> bool {
        self.holds(node) || self.foot.contains(&node.id)
    }
}

fn is_named(node: &NodeRef<'_>) -> bool {
    node.has_name("aside") || node.has_name("nav") || {
        let names = node.class().map(|class| class.to_ascii_lowercase()).unwrap_or_default();
        ["related", "comment", "sidebar", "recommend", "most-read", "popular"].iter().any(|word| names.contains(word))
    }
}
