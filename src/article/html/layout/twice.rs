//! What a page carries in two places.

use std::collections::{HashMap, HashSet};

use dom_query::NodeId;

use super::LEAD_WORDS;
use crate::article::html::blocks::Block;
use crate::article::html::spaces;
use crate::article::{Finding, FindingKind, signature};

/// Paragraphs at the beginning that may be the lead.
const LEADS: usize = 2;

/// Words from which a block may hold all of the article.
const WHOLE_WORDS: usize = 120;

/// The part of such a block that other blocks say too.
const SAID_TOO: f64 = 0.6;

/// Quotations, and blocks of such length, that are compared with the others; articles have a few.
const MOST_COMPARED: usize = 40;

/// Bytes of such a block times blocks that are looked for in it.
const MOST_BYTES: usize = 20_000_000;

/// Words of the shortest quotation that is drawn out of the text, and of what may stand between its parts there: `she said`.
const DRAWN_WORDS: usize = 5;

/// Words of the longest line that says who is quoted.
const SIGNATURE_WORDS: usize = 8;

/// See [`DRAWN_WORDS`].
const BETWEEN_WORDS: usize = 12;

/// The blocks without those that say again what others do: captions under a second picture, all of the article in one block for
/// machines, and what is drawn out of the text to be set large.
pub fn once(blocks: Vec<Block>, findings: &mut Vec<Finding>) -> Vec<Block> {
    let keys: Vec<String> = blocks.iter().map(|block| spaces::key(&block.text)).collect();
    let long = (0..blocks.len()).filter(|at| blocks[*at].level.is_none() && spaces::words(&blocks[*at].text) >= WHOLE_WORDS);
    let wholes: HashSet<usize> = long.take(MOST_COMPARED).filter(|at| is_whole(*at, &blocks, &keys)).collect();
    let (blocks, keys): (Vec<Block>, Vec<String>) =
        blocks.into_iter().zip(keys).enumerate().filter(|(at, _)| !wholes.contains(at)).map(|(_, block)| block).unzip();
    let captions = findings.iter().filter(|finding| finding.kind == FindingKind::Caption);
    let captions: HashSet<String> = captions.map(|finding| spaces::key(&finding.text)).collect();
    let may_be_again = |at: &usize| spaces::words(&blocks[*at].text) >= DRAWN_WORDS;
    let marked = |at: &usize| blocks[*at].quoted || is_all_quoted(&blocks[*at].text);
    let quotations = (0..blocks.len()).filter(|at| marked(at) && blocks[*at].level.is_none() && may_be_again(at));
    let mut drawn: HashSet<usize> = quotations.take(MOST_COMPARED).filter(|at| is_drawn(*at, &blocks, &keys)).collect();
    // Who is quoted stands in a line of its own below.
    let signs = |at: &usize| {
        let beside = |next: &&Block| next.quoted || next.parent == blocks[*at].parent && !next.marked;
        let line = |next: &Block| spaces::words(&next.text) <= SIGNATURE_WORDS && !spaces::ends_a_sentence(&next.text);
        blocks.get(at + 1).filter(beside).is_some_and(line)
    };
    drawn.extend(drawn.clone().iter().filter(|at| signs(at)).map(|at| at + 1));
    let said: HashSet<usize> = (0..blocks.len()).filter(|at| captions.contains(&keys[*at]) && may_be_again(at)).collect();
    let mut kept = vec![];
    for (at, block) in blocks.into_iter().enumerate() {
        if drawn.contains(&at) {
            findings.push(Finding { kind: FindingKind::Embed, text: block.text });
        } else if said.contains(&at) {
            findings.push(Finding { kind: FindingKind::Caption, text: block.text });
        } else {
            kept.push(block);
        }
    }
    kept
}

/// Whether a text is one quotation and nothing else.
fn is_all_quoted(text: &str) -> bool {
    let opens = text.starts_with(['"', '“', '„', '«', '‘']);
    opens && text.ends_with(['"', '”', '“', '»', '’']) && text.matches(['"', '“', '”', '„', '«', '»']).count() <= 2
}

/// Whether a quotation's words stand in a paragraph that is none: in order and nearly together, or all together where nothing but its marks
/// says that it is one.
fn is_drawn(at: usize, blocks: &[Block], keys: &[String]) -> bool {
    let quoted = spaces::key(signature::unsigned(&blocks[at].text));
    if !blocks[at].quoted {
        let longer = |(block, key): (&Block, &String)| block.level.is_none() && key.len() > quoted.len() && key.contains(&quoted);
        return blocks.iter().zip(keys).any(longer);
    }
    let words: Vec<&str> = quoted.split(' ').collect();
    let others = blocks.iter().zip(keys).filter(|(block, key)| !block.quoted && block.level.is_none() && key.len() > quoted.len());
    others.into_iter().any(|(_, key)| {
        let said: Vec<&str> = key.split(' ').collect();
        let from = |first: usize| {
            let window = &said[first..said.len().min(first + words.len() + BETWEEN_WORDS)];
            let mut rest = window.iter();
            words.iter().all(|word| rest.any(|said| said == word))
        };
        (0..said.len()).filter(|first| said[*first] == words[0]).any(from)
    })
}

/// Whether a block holds most of what other blocks say.
fn is_whole(at: usize, blocks: &[Block], keys: &[String]) -> bool {
    if keys[at].len() * blocks.len() > MOST_BYTES {
        return false;
    }
    let is_said = |other: &usize| {
        let block = &blocks[*other];
        *other != at && block.level.is_none() && spaces::words(&block.text) >= LEAD_WORDS && keys[at].contains(&keys[*other])
    };
    let said: Vec<usize> = (0..blocks.len()).filter(is_said).map(|other| spaces::words(&blocks[other].text)).collect();
    said.len() > 2 && said.iter().sum::<usize>() as f64 >= SAID_TOO * spaces::words(&blocks[at].text) as f64
}

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
