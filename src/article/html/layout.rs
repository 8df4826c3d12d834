//! Chooses among a page's blocks those that are the article, and lays them out as sections.
//!
//! What was picked stays unless it is a link or furniture; what was dropped by mistake comes back if it stands among the picked
//! paragraphs, or looks like them, or the page's own `articleBody` holds it.

use std::collections::HashSet;

use dom_query::NodeId;

use super::blocks::Block;
use super::facts::{self, Facts};
use super::spaces;
use crate::article::{DraftSection, Finding, FindingKind, furniture};

mod core;
mod twice;

use core::Core;
use twice::Twice;

/// A paragraph with this share of its text in links points to other articles.
const LINKS: f64 = 0.8;

/// A line with this share of its text in links that begins as a pointer to another article is one.
const POINTER: f64 = 0.4;

/// Words from which a line before the text is its lead rather than a label.
const LEAD_WORDS: usize = 8;

/// Words from which a line is a paragraph of prose, as in [`furniture`].
const PROSE_WORDS: usize = 12;

/// Paragraphs at the end among which one may say who the author is.
const CLOSING: usize = 3;

/// Words of the longest of them.
const BIOGRAPHY_WORDS: usize = 60;

/// Words of the longest byline, with an office and a place.
const BYLINE_WORDS: usize = 14;

/// Words of the longest bold line that is read as a heading.
const HEADING_WORDS: usize = 12;

/// What became of a page's blocks.
pub struct Laid {
    /// The article.
    pub sections: Vec<DraftSection>,
    /// Labels that stood before it: bylines and dates may be among them.
    pub head: Vec<String>,
}

/// Lays the article's blocks out as sections; what is left out joins the findings.
pub fn lay(blocks: Vec<Block>, facts: &Facts, findings: &mut Vec<Finding>) -> Laid {
    let core = Core::of(&blocks, facts);
    let blocks = twice::once(blocks, findings);
    let (head, chosen) = choose(blocks, &core, facts, findings);
    Laid { sections: sections(&chosen, &core, facts, findings), head }
}

/// A heading in an element of its own among the paragraphs, as of a box of facts: below it the section before goes on.
struct Boxed {
    parent: Option<NodeId>,
    /// The section that goes on.
    before: usize,
    /// A paragraph of the box was there.
    begun: bool,
}

fn sections(chosen: &[Block], core: &Core, facts: &Facts, findings: &mut Vec<Finding>) -> Vec<DraftSection> {
    let mut sections = vec![DraftSection::default()];
    let mut twice = Twice::default();
    let mut closed: Option<u8> = None;
    let mut post = None;
    let mut begun = false;
    let (mut current, mut boxed) = (0, None);
    let title = spaces::key(&facts.title);
    for (at, block) in chosen.iter().enumerate() {
        let key = spaces::key(&block.text);
        let heading = !begun && block.level == Some(1) && facts.heading.as_deref().is_some_and(|heading| spaces::key(heading) == key);
        // A heading may hold a kicker before the title, or the site's name after it.
        let around = key.ends_with(&format!(" {title}")) || block.level == Some(1) && key.starts_with(&format!("{title} "));
        if heading || key == title || block.level.is_some() && !title.is_empty() && around {
            continue;
        }
        let next_post = begun && post.is_some() && block.post.is_some() && block.post != post;
        post = block.post;
        if let Some(level) = heading_level(block, begun, chosen.get(at + 1), core) {
            if closed.is_some_and(|outer| level > outer) {
                continue;
            }
            let furniture = furniture::kind(&block.text);
            // What is under the label of an advertisement may be the article again.
            closed = furniture.filter(|kind| *kind != FindingKind::Embed).map(|_| level);
            if furniture.is_some() {
                continue;
            }
            let heading = block.text.trim_matches(['-', '–', '—', ' ']).to_owned();
            boxed =
                (!core.is_among(block) && !core.is_placed(block)).then_some(Boxed { parent: block.parent, before: current, begun: false });
            sections.push(DraftSection { heading: Some(heading), paragraphs: vec![] });
            current = sections.len() - 1;
            begun = true;
            continue;
        }
        // Under `Related` come teasers, until a paragraph in the article's own shape goes on with it.
        if closed.is_some() && !(is_text(block) && core.is_alike(block)) {
            findings.push(Finding { kind: FindingKind::RelatedArticle, text: block.text.clone() });
            continue;
        }
        closed = None;
        if next_post {
            sections.push(DraftSection::default());
            current = sections.len() - 1;
        }
        if let Some(heading) = &mut boxed {
            heading.begun |= heading.parent == block.parent;
            if heading.begun && heading.parent != block.parent && core.is_among(block) {
                (current, boxed) = (heading.before, None);
            }
        }
        begun |= spaces::words(&block.text) >= PROSE_WORDS;
        if twice.repeats(block, chosen.get(at + 1)) {
            continue;
        }
        sections[current].paragraphs.push(block.text.clone());
    }
    sections
}

/// The level of a block that is a heading by its element or its look; `None` for a paragraph.
fn heading_level(block: &Block, begun: bool, next: Option<&Block>, core: &Core) -> Option<u8> {
    let words = spaces::words(&block.text);
    if let Some(level) = block.level {
        // A summary under the headline is often marked as a heading.
        let summary = !begun && words >= LEAD_WORDS && (level <= 2 || block.lead) || words > 40;
        return (!summary).then_some(level);
    }
    if block.table.is_some() {
        return None;
    }
    let before_text = next.is_some_and(|next| next.level.is_none() && spaces::words(&next.text) > words);
    let dashed = block.text.starts_with(['-', '–', '—']) && block.text.ends_with(['-', '–', '—']) && words > 2;
    let open = !block.text.ends_with(['.', ',', ';', '!', '"', '”', '»', ':']) && !block.quoted;
    let unlike = !block.marked && words <= LEAD_WORDS && !core.is_alike(block);
    let apart = words <= HEADING_WORDS && before_text && block.linked < 0.5;
    (begun && apart && (dashed || (open && (block.bold || unlike)))).then_some(6)
}

fn choose(blocks: Vec<Block>, core: &Core, facts: &Facts, findings: &mut Vec<Finding>) -> (Vec<String>, Vec<Block>) {
    let is_core = |b: &Block| is_text(b) && !is_date_line(b) && (core.is_alike(b) || core.is_among(b));
    let first = blocks.iter().position(is_core).unwrap_or(0);
    let last = blocks.iter().rposition(is_core).unwrap_or(usize::MAX);
    let authors: Vec<&str> = facts.byline.iter().flat_map(|names| names.split(", ")).flat_map(|names| names.split(" and ")).collect();
    let title = spaces::key(&facts.title);
    let heading = facts.heading.as_deref().map(spaces::key).unwrap_or_default();
    let names = |key: String| key.ends_with(&title) || key == heading;
    let titled = blocks.iter().position(|b| b.level.is_some() && names(spaces::key(&b.text)));
    // A table's header says nothing without its rows, and they nothing without it.
    let is_article: Vec<bool> = (0..blocks.len()).map(|at| core.is_article(&blocks[at], at < first, at > last)).collect();
    let closing = closing_note(&blocks);
    let tables: HashSet<NodeId> = (0..blocks.len()).filter(|&at| is_article[at]).filter_map(|at| blocks[at].table).collect();
    // So does one item of a list without the others.
    let lists: HashSet<NodeId> =
        (0..blocks.len()).filter(|&at| blocks[at].item && is_article[at]).filter_map(|at| blocks[at].parent).collect();
    let (mut head, mut chosen, mut left) = (vec![], vec![], HashSet::new());
    for at in 0..blocks.len() {
        let block = &blocks[at];
        let pointer = block.linked >= POINTER && block.level.is_none() && furniture::points_away(&block.text);
        let tabled = block.table.is_some_and(|table| tables.contains(&table));
        let kept = tabled || heads_text(&blocks[at..]) || core.is_linked_sentence(block) || core.is_listed(block);
        let linked = block.linked >= LINKS && !kept;
        if at >= closing && furniture::kind(&block.text) != Some(FindingKind::Correction) {
            findings.push(Finding { kind: FindingKind::Credits, text: block.text.clone() });
            continue;
        }
        if pointer || linked {
            let names_author = spaces::words(&block.text) <= PROSE_WORDS && authors.iter().any(|author| block.text.contains(author));
            if (block.picked || (first..=last).contains(&at)) && spaces::words(&block.text) > 2 && !names_author {
                findings.push(Finding { kind: FindingKind::RelatedArticle, text: block.text.clone() });
            }
        } else if authors.iter().any(|author| signs(block, author)) {
            findings.push(Finding { kind: FindingKind::Byline, text: block.text.clone() });
        } else if authors.iter().any(|author| {
            let ends = at >= last && core.is_alone(block) && block.text.starts_with(author);
            ends || block.text == **author || last.saturating_sub(at) < CLOSING && introduces(block, author)
        }) {
            findings.push(Finding { kind: FindingKind::Credits, text: block.text.clone() });
        } else if tabled
            || block.table.is_none() && is_article[at]
            || block.item && block.parent.is_some_and(|parent| lists.contains(&parent))
            || at < first && titled.is_some_and(|title| at > title) && is_lead(block)
        {
            chosen.push(block.clone());
        } else if let Some(table) = block.table {
            if left.insert(table) {
                findings.push(Finding { kind: FindingKind::Embed, text: block.text.clone() });
            }
        } else if at < first {
            head.push(block.text.clone());
        }
    }
    (head, chosen)
}

/// Where the note begins that newsrooms put behind a rule at the end, in italics; the number of blocks if there is none.
fn closing_note(blocks: &[Block]) -> usize {
    let italic = blocks.iter().rev().take_while(|block| block.italic && block.level.is_none()).count();
    let first = blocks.len() - italic;
    (first..blocks.len()).find(|at| blocks[*at].parted).unwrap_or(blocks.len())
}

fn is_text(block: &Block) -> bool {
    block.picked && block.level.is_none() && block.table.is_none() && block.linked < LINKS && spaces::words(&block.text) >= LEAD_WORDS
}

/// Whether a block is a line with a day rather than a sentence: `4 May 2024, 3 minutes to read`.
fn is_date_line(block: &Block) -> bool {
    let line = block.level.is_none() && spaces::words(&block.text) <= PROSE_WORDS && !spaces::ends_a_sentence(&block.text);
    line && furniture::date(&block.text).is_some()
}

/// Whether a block says of an author who they are: `Ana Prell covers the harbour for the Post.`
fn introduces(block: &Block, author: &str) -> bool {
    let named = block.text.strip_prefix(author).is_some_and(|rest| rest.starts_with(' '));
    named && author.contains(' ') && spaces::words(&block.text) <= BIOGRAPHY_WORDS
}

/// Whether a block is a byline that names an author, whatever stands behind the name: `par Ana Prell, envoyée spéciale à Tavos`.
fn signs(block: &Block, author: &str) -> bool {
    let line = spaces::words(&block.text) <= BYLINE_WORDS && !spaces::ends_a_sentence(&block.text);
    line && facts::introduces(&block.text) && block.text.contains(author)
}

/// Whether a block under the title reads as the article's lead: a sentence of some length, whatever its element.
fn is_lead(block: &Block) -> bool {
    let prose = spaces::words(&block.text) >= PROSE_WORDS && spaces::ends_a_sentence(&block.text);
    prose && !block.foot && block.linked < 0.5 && furniture::kind(&block.text).is_none()
}

/// Whether the first block is a linked heading over a picked paragraph, as in live blogs.
fn heads_text(blocks: &[Block]) -> bool {
    let follows = |next: &Block| next.level.is_none() && next.picked && next.linked < LINKS;
    blocks[0].level.is_some() && blocks.get(1).is_some_and(follows)
}
