//! Chooses among a page's blocks those that are the article, and lays them out as sections.
//!
//! What was picked stays unless it is a link or furniture; what was dropped by mistake comes back if it stands among the picked
//! paragraphs, or looks like them, or the page's own `articleBody` holds it.

use std::collections::{HashMap, HashSet};

use dom_query::NodeId;

use super::blocks::Block;
use super::facts::Facts;
use super::spaces;
use crate::article::{DraftSection, Finding, FindingKind, furniture};

/// A paragraph with this share of its text in links points to other articles.
const LINKS: f64 = 0.8;

/// Words from which a line before the text is its lead rather than a label.
const LEAD_WORDS: usize = 8;

/// Words from which a line is a paragraph of prose, as in [`furniture`].
const PROSE_WORDS: usize = 12;

/// Words of the longest bold line that is read as a heading.
const HEADING_WORDS: usize = 12;

/// Share of the text from which an element or a shape is one that the article is written in.
const CORE: f64 = 0.12;

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
    let (head, chosen) = choose(blocks, &core, facts, findings);
    Laid { sections: sections(&chosen, &core, facts, findings), head }
}

fn sections(chosen: &[Block], core: &Core, facts: &Facts, findings: &mut Vec<Finding>) -> Vec<DraftSection> {
    let mut sections = vec![DraftSection::default()];
    let mut seen: HashMap<String, Option<NodeId>> = HashMap::new();
    let mut closed: Option<u8> = None;
    let mut post = None;
    let mut begun = false;
    for (at, block) in chosen.iter().enumerate() {
        if spaces::key(&block.text) == spaces::key(&facts.title) {
            continue;
        }
        let next_post = begun && post.is_some() && block.post.is_some() && block.post != post;
        post = block.post;
        if let Some(level) = heading_level(block, begun, chosen.get(at + 1), core) {
            if closed.is_some_and(|outer| level > outer) {
                continue;
            }
            closed = furniture::kind(&block.text).map(|_| level);
            if closed.is_some() {
                continue;
            }
            let heading = block.text.trim_matches(['-', '–', '—', ' ']).to_owned();
            sections.push(DraftSection { heading: Some(heading), paragraphs: vec![] });
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
        }
        begun |= spaces::words(&block.text) >= PROSE_WORDS;
        // A page may carry its lead in two places; what an author wrote twice in a row stays.
        let again = seen.get(&spaces::key(&block.text)).is_some_and(|place| *place != block.parent);
        if spaces::words(&block.text) < LEAD_WORDS || !again {
            seen.insert(spaces::key(&block.text), block.parent);
            sections.last_mut().expect("it begins with the lead").paragraphs.push(block.text.clone());
        }
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
    let before_text = next.is_some_and(|next| next.level.is_none() && spaces::words(&next.text) > words);
    let dashed = block.text.starts_with(['-', '–', '—']) && block.text.ends_with(['-', '–', '—']) && words > 2;
    let open = !block.text.ends_with(['.', ',', ';', '!', '"', '”', '»', ':']);
    let unlike = !block.marked && words <= LEAD_WORDS && !core.is_alike(block);
    let apart = words <= HEADING_WORDS && before_text && block.linked < 0.5;
    (begun && apart && (dashed || (open && (block.bold || unlike)))).then_some(6)
}

fn choose(blocks: Vec<Block>, core: &Core, facts: &Facts, findings: &mut Vec<Finding>) -> (Vec<String>, Vec<Block>) {
    let is_core = |b: &Block| is_text(b) && (core.is_alike(b) || core.is_among(b));
    let first = blocks.iter().position(is_core).unwrap_or(0);
    let last = blocks.iter().rposition(is_core).unwrap_or(usize::MAX);
    let authors: Vec<&str> = facts.byline.iter().flat_map(|names| names.split(", ")).flat_map(|names| names.split(" and ")).collect();
    let (mut head, mut chosen) = (vec![], vec![]);
    for at in 0..blocks.len() {
        let block = &blocks[at];
        if block.linked >= LINKS && !heads_text(&blocks[at..]) && !core.is_linked_sentence(block) {
            let names_author = spaces::words(&block.text) <= PROSE_WORDS && authors.iter().any(|author| block.text.contains(author));
            if (block.picked || (first..=last).contains(&at)) && spaces::words(&block.text) > 2 && !names_author {
                findings.push(Finding { kind: FindingKind::RelatedArticle, text: block.text.clone() });
            }
        } else if authors
            .iter()
            .any(|author| block.text == **author || at >= last && core.is_alone(block) && block.text.starts_with(author))
        {
            findings.push(Finding { kind: FindingKind::Credits, text: block.text.clone() });
        } else if core.is_article(block, at < first, at > last) {
            chosen.push(block.clone());
        } else if at < first {
            head.push(block.text.clone());
        }
    }
    (head, chosen)
}

fn is_text(block: &Block) -> bool {
    block.picked && block.level.is_none() && block.linked < LINKS && spaces::words(&block.text) >= LEAD_WORDS
}

/// Whether the first block is a linked heading over a picked paragraph, as in live blogs.
fn heads_text(blocks: &[Block]) -> bool {
    let follows = |next: &Block| next.level.is_none() && next.picked && next.linked < LINKS;
    blocks[0].level.is_some() && blocks.get(1).is_some_and(follows)
}

/// What the picked paragraphs have in common: the elements and shapes that hold much of their text.
struct Core {
    body: String,
    parents: HashSet<NodeId>,
    shapes: HashSet<u64>,
    places: HashSet<u64>,
    /// Shapes of more than one paragraph.
    repeated: HashSet<u64>,
}

impl Core {
    fn of(blocks: &[Block], facts: &Facts) -> Core {
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
        let enough = |words: usize| words as f64 >= CORE * all as f64;
        Core {
            body: facts.body.as_deref().map(spaces::key).unwrap_or_default(),
            parents: parents.into_iter().filter(|(_, words)| enough(*words)).map(|(parent, _)| parent).collect(),
            shapes: shapes.into_iter().filter(|(_, words)| enough(*words)).map(|(shape, _)| shape).collect(),
            places: places.into_iter().filter(|(_, words)| enough(*words)).map(|(place, _)| place).collect(),
            repeated,
        }
    }

    fn is_among(&self, block: &Block) -> bool {
        block.parent.is_some_and(|parent| self.parents.contains(&parent))
    }

    fn is_alike(&self, block: &Block) -> bool {
        self.shapes.contains(&block.shape)
    }

    /// Whether a block is a sentence of the article that happens to be a link; pointers to other articles are headlines.
    fn is_linked_sentence(&self, block: &Block) -> bool {
        let whole = block.text.ends_with(['.', '!', '。']) && spaces::words(&block.text) >= LEAD_WORDS;
        whole && block.picked && block.marked && self.is_alike(block) && self.is_among(block)
    }

    /// Whether no other paragraph looks like a block.
    fn is_alone(&self, block: &Block) -> bool {
        !self.repeated.contains(&block.shape)
    }

    /// Whether a block is the article's; `before` its first paragraph and `after` its last, more must speak for it.
    fn is_article(&self, block: &Block, before: bool, after: bool) -> bool {
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
        let here = self.places.contains(&block.place);
        let dated = words <= PROSE_WORDS && !block.marked && !whole && furniture::date(&block.text).is_some();
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
