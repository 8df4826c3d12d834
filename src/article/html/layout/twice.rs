//! What a page carries in two places.

use std::collections::HashMap;

use dom_query::NodeId;

use super::LEAD_WORDS;
use crate::article::html::blocks::Block;
use crate::article::html::spaces;

/// Paragraphs at the beginning that may be the lead.
const LEADS: usize = 2;

/// Tells what a page carries in two places, its lead or all of its text, from what an author wrote twice: one line like a refrain.
#[derive(Default)]
pub struct Twice {
    /// Which paragraph said it first, and in which element.
    seen: HashMap<String, (usize, Option<NodeId>)>,
    last: bool,
}

impl Twice {
    /// Whether a paragraph, with the one after it, stood elsewhere on the page.
    pub fn repeats(&mut self, block: &Block, next: Option<&Block>) -> bool {
        let said = |block: &Block| {
            let first = self.seen.get(&spaces::key(&block.text)).filter(|(_, place)| *place != block.parent);
            first.filter(|_| spaces::words(&block.text) >= LEAD_WORDS).map(|(at, _)| *at)
        };
        let again = said(block).is_some_and(|at| at < LEADS || self.last || next.is_some_and(|next| said(next).is_some()));
        self.last = again;
        if !again {
            let at = self.seen.len();
            self.seen.entry(spaces::key(&block.text)).or_insert((at, block.parent));
        }
        again
    }
}
