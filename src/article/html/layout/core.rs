//! What the paragraphs of an article have in common, by which those that were dropped by mistake are known.

use std::collections::{HashMap, HashSet};

use dom_query::NodeId;

use super::{LEAD_WORDS, LINKS, PROSE_WORDS, is_date_line, is_text};
use crate::article::html::blocks::Block;
use crate::article::html::facts::Facts;
use crate::article::html::spaces;
use crate::article::{FindingKind, furniture};

/// Share of the text from which an element or a shape is one that the article is written in.
const CORE: f64 = 0.12;

/// Bytes of the page's own `articleBody` times blocks that are looked for in it, each by itself. The longest live blogs stay below a quarter.
const MOST_COMPARED: usize = 2_000_000_000;

/// What the picked paragraphs have in common: the elements and shapes that hold much of their text.
pub struct Core {
    body: String,
    parents: HashSet<NodeId>,
    shapes: HashSet<u64>,
    places: HashSet<u64>,
    /// Shapes of more than one paragraph.
    repeated: HashSet<u64>,
    /// Lists most of whose items are no links.
    lists: HashSet<NodeId>,
}

impl Core {
    /// Of the blocks of one page.
    pub fn of(blocks: &[Block], facts: &Facts) -> Core {
        let (mut parents, mut shapes, mut all) = (HashMap::new(), HashMap::new(), 0);
        let mut places = HashMap::new();
        let (mut once, mut repeated) = (HashSet::new(), HashSet::new());
        for block in blocks.iter().filter(|b| is_text(b)) {
            let words = spaces::words(&block.text);
            all += words;
            if !once.insert(block.shape) {
                repeated.insert(block.shape);
            }
            *shapes.entry(block.shape).or_insert(0) += words;
            *places.entry(block.place).or_insert(0) += words;
            if let Some(parent) = block.parent {
                *parents.entry(parent).or_insert(0) += words;
            }
        }
        let mut lists: HashMap<NodeId, (usize, usize)> = HashMap::new();
        for block in blocks.iter().filter(|b| b.item) {
            if let Some((linked, all)) = block.parent.map(|parent| lists.entry(parent).or_default()) {
                *linked += usize::from(block.linked >= LINKS);
                *all += 1;
            }
        }
        let enough = |words: usize| words as f64 >= CORE * all as f64;
        Core {
            body: facts.body.as_deref().map(spaces::key).filter(|body| body.len() * blocks.len() <= MOST_COMPARED).unwrap_or_default(),
            parents: parents.into_iter().filter(|(_, words)| enough(*words)).map(|(parent, _)| parent).collect(),
            shapes: shapes.into_iter().filter(|(_, words)| enough(*words)).map(|(shape, _)| shape).collect(),
            places: places.into_iter().filter(|(_, words)| enough(*words)).map(|(place, _)| place).collect(),
            repeated,
            lists: lists.into_iter().filter(|(_, (linked, all))| linked * 2 < *all).map(|(list, _)| list).collect(),
        }
    }

    /// Whether a block is an item of a list of the article, which may be a link while the others are not.
    pub fn is_listed(&self, block: &Block) -> bool {
        block.item && block.picked && block.parent.is_some_and(|parent| self.lists.contains(&parent))
    }

    /// Whether a block stands in an element that holds much of the text.
    pub fn is_among(&self, block: &Block) -> bool {
        block.parent.is_some_and(|parent| self.parents.contains(&parent))
    }

    /// Whether a block stands in an element of the name and class of those that hold much of the text.
    pub fn is_placed(&self, block: &Block) -> bool {
        self.places.contains(&block.place)
    }

    /// Whether a block looks as much of the text does.
    pub fn is_alike(&self, block: &Block) -> bool {
        self.shapes.contains(&block.shape)
    }

    /// Whether a block is a sentence of the article that happens to be a link; pointers to other articles are headlines.
    pub fn is_linked_sentence(&self, block: &Block) -> bool {
        let whole = block.text.ends_with(['.', '!', '。']) && spaces::words(&block.text) >= LEAD_WORDS;
        whole && block.picked && block.marked && self.is_alike(block) && self.is_among(block)
    }

    /// Whether no other paragraph looks like a block.
    pub fn is_alone(&self, block: &Block) -> bool {
        !self.repeated.contains(&block.shape)
    }

    /// Whether a block is the article's; `before` its first paragraph and `after` its last, more must speak for it.
    pub fn is_article(&self, block: &Block, before: bool, after: bool) -> bool {
        let words = spaces::words(&block.text);
        if furniture::kind(&block.text) == Some(FindingKind::Correction) {
            return true;
        }
        if block.foot {
            return false;
        }
        if words >= 5 && self.body.contains(&spaces::key(&block.text)) {
            return true;
        }
        let akin = self.is_alike(block) || (self.is_among(block) && block.marked);
        let whole = spaces::ends_a_sentence(&block.text);
        let here = self.is_placed(block);
        let dated = (before || !block.marked) && is_date_line(block);
        let prose = block.marked && block.linked < 0.5 && words >= LEAD_WORDS;
        if dated {
            return false;
        }
        match (before, after) {
            (true, _) if block.picked => words >= LEAD_WORDS || (whole && words > 2) || block.level.is_some_and(|level| level > 1),
            (true, _) => {
                words >= LEAD_WORDS
                    && block.linked < 0.5
                    && (block.lead || akin || block.level == Some(2) || (block.marked && words >= PROSE_WORDS))
            }
            (_, true) if block.picked => akin || block.level.is_some() || (whole && words > if block.marked { 2 } else { LEAD_WORDS }),
            (_, true) => whole && words > 2 && (akin && prose || block.marked && block.linked < 0.5 && (self.is_alike(block) || here)),
            _ if block.picked => true,
            _ => block.level.is_some() || akin || (here && block.marked) || (prose && words >= PROSE_WORDS && whole),
        }
    }
}
