//! What stands near the headline of a page, among which its byline and date are.

use std::collections::HashSet;

use dom_query::{Document, NodeId, NodeRef};

use super::super::measure::{UNREAD, is_one_of};
use super::super::spaces;
use super::beside::Beside;
use super::{names, shown};

/// Words of the longest line that may be a byline.
const LINE_WORDS: usize = 14;

/// Bytes of it: one word may be as long as the page, and is counted again with each part that comes after it.
const LINE_BYTES: usize = 2_000;

/// Words after the headline in which its byline and date stand: a summary, a caption and the names of buttons come between.
const NEAR_WORDS: usize = 150;

/// Nodes after the headline that are looked at, and parts of each. Pages have a few hundred there.
const MOST_NODES: usize = 1_000;

/// The elements after the headline.
#[derive(Default)]
pub struct Near {
    /// Those that do not stand beside the article.
    pub nodes: HashSet<NodeId>,
    /// Their short texts; an element around others has a line too, so that `By` and a name in two elements are one.
    pub lines: Vec<String>,
    /// What of the page stands beside the article.
    pub beside: Beside,
}

impl Near {
    /// For one page; empty without a headline.
    pub fn of(page: &Document) -> Near {
        let heading = shown::heading_node(page);
        let mut near = Near { beside: Beside::of(page, heading.as_ref()), ..Near::default() };
        let Some(heading) = heading else { return near };
        let (root, mut seen) = (page.root(), 0);
        for node in root.descendants_it().skip_while(|n| n.id != heading.id).skip(1).take(MOST_NODES) {
            if seen >= NEAR_WORDS {
                break;
            }
            if node.is_text() {
                seen += spaces::words(&node.text());
            } else if node.is_element() && !near.beside.holds(&node) && !is_one_of(&node, UNREAD) {
                near.nodes.insert(node.id);
                near.lines.extend(line(&node).map(|line| match near.lines.last() {
                    // A name may stand in an element of its own.
                    Some(before) if names::only_introduces(before) && !names::only_introduces(&line) => format!("{before} {line}"),
                    _ => line,
                }));
            }
        }
        near
    }
}

/// The text of an element, its parts apart; `None` if it is empty or long.
fn line(node: &NodeRef<'_>) -> Option<String> {
    let mut line = String::new();
    for (at, part) in node.descendants_it().enumerate() {
        if part.is_text() && !part.parent().is_some_and(|p| is_one_of(&p, UNREAD)) {
            line.push(' ');
            line.push_str(&part.text());
        }
        if at >= MOST_NODES || line.len() > LINE_BYTES || spaces::words(&line) > LINE_WORDS {
            return None;
        }
    }
    Some(spaces::fold(&line)).filter(|line| !line.is_empty())
}
