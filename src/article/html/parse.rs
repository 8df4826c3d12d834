//! Parses a page, and gives up early on one that would exhaust time, memory or the stack.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use dom_query::{Document, NodeRef};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::{ParseOpts, parse_document, tree_builder::TreeBuilderOpts};

use crate::article::{NoArticle, ReadError};

/// Elements within one another. Browsers stop at 512; pages of newspapers stay under 60.
const MOST_LEVELS: usize = 300;

/// Elements, texts and comments. The longest live blogs have about 60,000.
const MOST_NODES: usize = 400_000;

/// Bytes between two looks at the growing tree: the parser can repeat open elements without end, so that few bytes make many nodes.
const PIECE: usize = 2048;

/// For parsing alone. Five megabytes take a tenth of it; the parser takes the square of the number of one element's attributes.
const MOST_TIME: Duration = Duration::from_secs(8);

/// The tree of a page; refuses one that nests or holds more than any article does.
pub fn page(html: &str) -> Result<Document, ReadError> {
    let tree_builder = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let mut parser = parse_document(Document::default(), ParseOpts { tree_builder, ..ParseOpts::default() });
    let (mut rest, start) = (html, Instant::now());
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(rest.floor_char_boundary(PIECE.min(rest.len())).max(1));
        rest = after;
        parser.process(StrTendril::from_slice(piece));
        let page = &parser.tokenizer.sink.sink;
        if page.tree.len() > MOST_NODES {
            return Err(NoArticle::TooManyElements { elements: MOST_NODES }.into());
        }
        if start.elapsed() > MOST_TIME {
            return Err(NoArticle::TooSlow { seconds: MOST_TIME.as_secs() }.into());
        }
        if levels_at_the_end(page) > MOST_LEVELS {
            return Err(NoArticle::Nested { levels: MOST_LEVELS }.into());
        }
    }
    let page = parser.finish();
    // The looks in between see the open elements alone; this one sees all.
    let mut levels = HashMap::new();
    for node in page.root().descendants_it() {
        let level = node.parent().and_then(|parent| levels.get(&parent.id)).copied().unwrap_or(0) + 1;
        if level > MOST_LEVELS {
            return Err(NoArticle::Nested { levels: MOST_LEVELS }.into());
        }
        levels.insert(node.id, level);
    }
    Ok(page)
}

fn levels_at_the_end(page: &Document) -> usize {
    let mut levels = 0;
    let mut node: Option<NodeRef<'_>> = page.root().last_child();
    while let Some(here) = node {
        levels += 1;
        node = here.last_child();
    }
    levels
}
