//! What of a page stands beside the article: lists of other articles, comments, feet.

use std::collections::HashSet;

use dom_query::{Document, NodeId, NodeRef};

use super::super::boxes::{self, Name};
use super::super::measure::{Measures, leads_away};
use super::super::spaces;
use super::names;
use super::title::HEADLINE_WORDS;

/// Characters of the longest teaser of another article, its summary included.
const TEASER_CHARACTERS: usize = 400;

/// Characters that may stand beside a link that is a headline: a day, a section. More is a sentence that holds a link.
const BESIDE_CHARACTERS: usize = 40;

/// The elements of one page that stand beside the article. Each is looked at once: what is in one of them is beside the article too.
#[derive(Default)]
pub struct Beside {
    beside: HashSet<NodeId>,
    foot: HashSet<NodeId>,
}

impl Beside {
    /// Of one page, whose headline is nowhere beside the article.
    pub fn of(page: &Document, heading: Option<&NodeRef<'_>>) -> Beside {
        let mut found = Beside::default();
        let around: Vec<NodeRef<'_>> = heading.iter().flat_map(|h| h.ancestors_it(None).chain([**h])).collect();
        let own: HashSet<NodeId> = around.iter().map(|n| n.id).collect();
        let measures = Measures::of(page, &HashSet::new());
        let length = around.iter().filter(|n| n.has_name("article")).map(|article| measures.at(article).all).max();
        let teasers = teasers(page, &measures);
        // A comment, or a post; the article itself is longer.
        let shorter = |node: &NodeRef<'_>| node.has_name("article") && length.is_some_and(|length| measures.at(node).all <= length);
        let masthead =
            |node: &NodeRef<'_>| heading.is_some() && node.has_name("header") && node.parent().is_some_and(|p| p.has_name("body"));
        let other = |node: &NodeRef<'_>| is_named(node) || teasers.contains(&node.id) || shorter(node) || masthead(node);
        for node in page.root().descendants_it().filter(NodeRef::is_element) {
            let parent = node.parent().map(|parent| parent.id);
            let within = |nodes: &HashSet<NodeId>| parent.is_some_and(|parent| nodes.contains(&parent));
            if node.has_name("footer") || within(&found.foot) {
                found.foot.insert(node.id);
            }
            // The body's classes name the page.
            if !node.has_name("body") && !own.contains(&node.id) && (within(&found.beside) || other(&node)) {
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
        ["related", "comment", "sidebar", "recommend", "most-read", "popular", "ticker"].iter().any(|word| names.contains(word))
            || boxes::name(node) == Some(Name::Comments)
    }
}

/// The small elements in which a day stands beside a link that is a headline.
fn teasers(page: &Document, measures: &Measures) -> HashSet<NodeId> {
    let nodes: Vec<NodeRef<'_>> = page.root().descendants_it().filter(NodeRef::is_element).collect();
    let (mut dated, mut titled) = (HashSet::new(), HashSet::new());
    for node in nodes.iter().rev().filter(|n| measures.at(n).all <= TEASER_CHARACTERS) {
        let is_dated = node.has_name("time") || dated.contains(&node.id);
        let is_titled = is_headline(node, measures) || titled.contains(&node.id);
        for (holders, holds) in [(&mut dated, is_dated), (&mut titled, is_titled && boxes::name(node) != Some(Name::Meta))] {
            if holds {
                holders.insert(node.id);
                holders.extend(node.parent().map(|parent| parent.id));
            }
        }
    }
    let small = nodes.iter().filter(|n| measures.at(n).all <= TEASER_CHARACTERS).map(|n| n.id);
    small.filter(|id| dated.contains(id) && titled.contains(id)).collect()
}

/// Whether an element is a link of some words that are neither names nor part of a sentence.
fn is_headline(link: &NodeRef<'_>, measures: &Measures) -> bool {
    let Some(parent) = link.parent().filter(|_| leads_away(link)) else { return false };
    let undated = link.descendants_it().filter(|n| n.is_text() && !n.parent().is_some_and(|p| p.has_name("time")));
    let text = undated.map(|n| spaces::fold(&n.text())).collect::<Vec<_>>().join(" ");
    let alone = measures.at(&parent).all <= measures.at(link).all + BESIDE_CHARACTERS;
    alone && spaces::words(&text) >= HEADLINE_WORDS && names::join(&[text], None).is_none()
}
