//! Walks a page and cuts it into blocks: headings and paragraphs of plain text, each with what speaks for and against it.
//!
//! Captions, boxes and the like are left out here, as [`super::left_out`] says. Which blocks are the article is for
//! [`super::layout`] to say.

use std::hash::{DefaultHasher, Hash, Hasher};

use dom_query::{Document, NodeId, NodeRef};

use super::boxes::{self, Name};
use super::left_out::{self, BLOCKS, Fate, Judge};
use super::line::Line;
use super::measure::{is_one_of, leads_away};
use super::pick::Picked;
use super::{quotations, spaces};
use crate::article::{Finding, FindingKind};

/// Findings of one page; a page with more is full of boxes, and nobody reads on.
const MOST_FINDINGS: usize = 80;

/// A heading or paragraph of the page.
#[derive(Clone, Debug)]
pub struct Block {
    /// Of a heading, 1 to 6.
    pub level: Option<u8>,
    /// Plain text, white space folded.
    pub text: String,
    /// Whether most of it was picked as text of the article.
    pub picked: bool,
    /// Share of it that stands in links away from the page, 0 to 1.
    pub linked: f64,
    /// Whether all of it is bold.
    pub bold: bool,
    /// Whether an element around it calls itself the article's lead.
    pub lead: bool,
    /// Whether it is a paragraph by its element, not by accident.
    pub marked: bool,
    /// Whether all of it is italic.
    pub italic: bool,
    /// Whether it stands in a block of quotation.
    pub quoted: bool,
    /// Whether a line or a row of marks parts it from what stands before.
    pub parted: bool,
    /// Whether it is an item of a list.
    pub item: bool,
    /// The table of data that it is a row of.
    pub table: Option<NodeId>,
    /// Whether it stands at the foot of the article.
    pub foot: bool,
    /// Equal for blocks of the same element names and classes, up to the first class above.
    pub shape: u64,
    /// Equal for blocks under elements of the same name and class.
    pub place: u64,
    /// The element in which its element stands.
    pub parent: Option<NodeId>,
    /// The `article` within the body that it belongs to: one post of a live blog.
    pub post: Option<NodeId>,
}

/// What a walk found.
pub struct Walked {
    /// In the order of the page.
    pub blocks: Vec<Block>,
    /// What was left out.
    pub left_out: Vec<Finding>,
}

/// Walks a page: blocks within the article's body, cookie notices and sign-up boxes all over it.
pub fn walk(page: &Document, picked: &Picked) -> Walked {
    let mut walker = Walker {
        picked,
        judge: Judge::of(page, picked),
        blocks: vec![],
        left_out: vec![],
        line: Line::default(),
        here: Here::default(),
        parted: false,
    };
    if let Some(body) = page.body() {
        walker.element(&body);
    }
    walker.end_block();
    Walked { blocks: walker.blocks, left_out: walker.left_out }
}

/// What stands between the cells of a table's row.
const CELLS: &str = " | ";

const MARKED: &[&str] = &["p", "pre", "tr", "li", "blockquote", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6"];

/// Where in the page the walk is.
#[derive(Clone, Copy, Default)]
struct Here {
    inside: bool,
    level: Option<u8>,
    link: bool,
    bold: bool,
    italic: bool,
    lead: bool,
    marked: bool,
    item: bool,
    data: Option<NodeId>,
    row: bool,
    foot: bool,
    quoted: bool,
    raised: bool,
    shape: u64,
    place: u64,
    parent: Option<NodeId>,
    post: Option<NodeId>,
}

struct Walker<'p> {
    picked: &'p Picked,
    judge: Judge<'p>,
    blocks: Vec<Block>,
    left_out: Vec<Finding>,
    line: Line,
    here: Here,
    /// A row of marks or a rule stood last.
    parted: bool,
}

impl Walker<'_> {
    fn element(&mut self, node: &NodeRef<'_>) {
        if node.has_name("br") {
            self.line.breaks += usize::from(!self.here.row);
            self.line.text.push(' ');
            return;
        }
        match self.judge.fate(node, self.here.inside, self.here.marked) {
            Fate::Read => {}
            Fate::Skip => return self.passes(node),
            Fate::Note(kind) => {
                self.note(kind, node);
                return self.passes(node);
            }
        }
        let before = self.here;
        // A row of a table is one line, whatever stands in its cells.
        let is_block = is_one_of(node, BLOCKS) && !self.here.row;
        if self.here.row && is_one_of(node, BLOCKS) {
            self.line.between = Some(if is_one_of(node, &["td", "th"]) { CELLS } else { self.line.between.unwrap_or(" ") });
        }
        if is_block {
            self.end_block();
            self.enter(node);
            self.parted |= node.has_name("hr");
        }
        let first = self.blocks.len();
        self.here.quoted |= node.has_name("blockquote") || boxes::is_quotation(node) && !self.judge.dominates(node);
        self.here.raised |= node.has_name("sup");
        self.here.inside |= node.id == self.picked.body;
        self.here.link |= leads_away(node);
        self.here.bold |= is_one_of(node, &["b", "strong"]);
        self.here.italic |= is_one_of(node, &["i", "em"]);
        for child in node.children_it(false) {
            if child.is_text() {
                self.text(&child)
            } else if child.is_element() {
                self.element(&child)
            }
        }
        if is_block {
            self.end_block();
        }
        self.line.cut |= self.line.all > 0 && self.judge.is_empty(node);
        if node.has_name("blockquote") && !before.quoted {
            quotations::sign(&mut self.blocks, first, node);
        }
        self.here = before;
    }

    /// Passes something that is left out; text on both sides of it is no one line.
    fn passes(&mut self, node: &NodeRef<'_>) {
        self.line.cut = true;
        if is_one_of(node, BLOCKS) && !self.here.row {
            self.line.breaks = self.line.breaks.max(1);
            self.line.text.push(' ');
        }
    }

    fn enter(&mut self, node: &NodeRef<'_>) {
        let name = node.node_name().unwrap_or_default();
        let level = name.strip_prefix('h').and_then(|n| n.parse().ok()).filter(|n| (1..=6).contains(n));
        self.here.level = level.or(self.here.level);
        self.here.marked = is_one_of(node, MARKED) || self.here.level.is_some();
        self.here.lead |= boxes::name(node) == Some(Name::Lead) && !self.judge.dominates(node);
        self.here.item = node.has_name("li");
        if node.has_name("table") && self.judge.is_data(node) {
            self.here.data = self.here.data.or(Some(node.id));
        }
        self.here.row = self.here.data.is_some() && node.has_name("tr");
        self.here.foot |= node.has_name("footer");
        (self.here.shape, self.here.place) = looks(node);
        self.here.parent = node.parent().map(|parent| parent.id);
        self.here.post = if node.has_name("article") { Some(node.id) } else { self.here.post };
    }

    fn text(&mut self, node: &NodeRef<'_>) {
        let text = node.text();
        // A number above the line must not become part of the one before it.
        let text: String = if self.here.raised { text.chars().map(raised).collect() } else { text.into() };
        let size = text.chars().filter(|c| !c.is_whitespace()).count();
        let broken = || self.line.breaks == 1 && self.here.level.is_none() && self.line.is_whole(&text);
        if size > 0 && (self.line.breaks > 1 || broken() || self.line.is_parted(&text)) {
            self.end_block();
        }
        if size > 0 {
            (self.line.breaks, self.line.cut) = (0, false);
        }
        let line = &mut self.line;
        if let Some(between) = line.between.take_if(|_| size > 0).filter(|_| line.all > 0) {
            line.text.push_str(between);
        }
        if self.here.level.is_some() || line.opens() {
            spaces::append(&mut line.text, &text);
        } else {
            line.text.push_str(&text);
        }
        line.all += size;
        line.picked += if self.picked.texts.contains(&node.id) { size } else { 0 };
        line.linked += if self.here.link { size } else { 0 };
        line.bold += if self.here.bold { size } else { 0 };
        line.italic += if self.here.italic { size } else { 0 };
    }

    fn end_block(&mut self) {
        let line = std::mem::take(&mut self.line);
        // What weeklies set at the end of an article.
        let text = spaces::fold(&line.text).trim_end_matches(['■', '◼', '∎', '❖', ' ']).to_owned();
        // Rows of asterisks, times and numbers of pages, but for those that a table's header says the meaning of.
        let year = line.bold == line.all && text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
        let wordless =
            self.here.level.is_none() && !year && !text.contains(if self.here.row { char::is_alphanumeric } else { char::is_alphabetic });
        if line.all == 0 || wordless || !self.here.inside {
            self.parted |= line.all > 0 && wordless;
            return;
        }
        let share = |part: usize| part as f64 / line.all as f64;
        let here = self.here;
        self.blocks.push(Block {
            level: here.level,
            text,
            picked: share(line.picked) >= 0.5,
            linked: share(line.linked),
            bold: line.bold == line.all,
            italic: line.italic == line.all,
            quoted: here.quoted,
            parted: std::mem::take(&mut self.parted),
            lead: here.lead,
            marked: here.marked,
            item: here.item,
            table: here.data.filter(|_| here.row),
            foot: here.foot,
            shape: here.shape,
            place: here.place,
            parent: here.parent,
            post: here.post,
        });
    }

    fn note(&mut self, kind: FindingKind, node: &NodeRef<'_>) {
        let everywhere = matches!(kind, FindingKind::CookieNotice | FindingKind::SignUp | FindingKind::ShareBar);
        let text = left_out::shown(node);
        if (self.here.inside || everywhere) && !text.is_empty() && self.left_out.len() < MOST_FINDINGS {
            self.left_out.push(Finding { kind, text });
        }
    }
}

/// The shape and the place of a block's element: the names and classes up to the first class above it, and that class alone.
fn looks(node: &NodeRef<'_>) -> (u64, u64) {
    let (mut shape, mut place) = (DefaultHasher::new(), DefaultHasher::new());
    for here in std::iter::once(*node).chain(node.ancestors_it(Some(3))) {
        let looks = (here.node_name().unwrap_or_default().to_string(), here.class().unwrap_or_default().to_string());
        looks.hash(&mut shape);
        if !looks.1.is_empty() && here.id != node.id {
            looks.hash(&mut place);
            break;
        }
    }
    (shape.finish(), place.finish())
}

/// A digit above the line; other letters stay as they are.
fn raised(letter: char) -> char {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    letter.to_digit(10).and_then(|digit| DIGITS.get(usize::try_from(digit).ok()?)).copied().unwrap_or(letter)
}
