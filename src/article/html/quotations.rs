//! Quotations that stand in blocks of their own, with who is quoted.

use dom_query::NodeRef;

use super::blocks::Block;
use super::spaces;
use crate::article::signature;

/// Keeps the blocks of a quotation in one with the last of them, if that names who is quoted: a `<cite>`, or a line behind a dash.
pub fn sign(blocks: &mut Vec<Block>, first: usize, quotation: &NodeRef<'_>) {
    let cite = quotation.descendants_it().filter(|node| node.has_name("cite")).last();
    let cited = cite.map(|cite| spaces::fold(&cite.text())).filter(|cited| !cited.is_empty());
    if blocks[first..].iter().any(|block| block.level.is_some()) {
        return;
    }
    let Some((last, quoted)) = blocks.get(first..).and_then(<[Block]>::split_last) else { return };
    let quoted = || quoted.iter().map(|block| block.text.as_str());
    let signed = match cited.as_deref().and_then(|cited| Some((last.text.strip_suffix(cited)?, cited))) {
        Some((before, cited)) => signature::joined(quoted().chain(Some(before.trim())).filter(|text| !text.is_empty()), cited),
        None if signature::opens(&last.text) => signature::joined(quoted(), &last.text),
        None => None,
    };
    if let Some(signed) = signed {
        blocks.truncate(first + 1);
        blocks[first].text = signed;
    }
}
