//! Says which elements of a page are left out with all that is in them: captions, boxes, tables of others, what nobody sees.

use std::collections::HashSet;

use dom_query::{Document, NodeId, NodeRef};

use super::boxes::{self, Name};
use super::measure::{Measure, UNREAD, is_one_of, leads_away};
use super::pick::Picked;
use super::spaces;
use crate::article::FindingKind;

/// An element with this share of the picked text is the article, whatever it is called.
const DOMINANT: f64 = 0.4;

/// Characters of the longest pointer to another article, its summary included.
const TEASER_CHARACTERS: usize = 400;

/// Characters of the longest line that is taken for a caption because it stands with a picture.
const CAPTION_CHARACTERS: usize = 200;

/// Characters of the longest label in a line, as of an advertisement.
const LABEL_CHARACTERS: usize = 24;

/// Bytes of the shortest text beside which an element is a part of the line.
const TEXT_BYTES: usize = 40;

/// Words of the longest cell of a table of data.
const CELL_WORDS: usize = 40;

/// Characters of a finding that are kept.
const SHOWN_CHARACTERS: usize = 120;

/// Elements that begin and end a line.
pub const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Elements that are no text, whatever stands in them.
const EMBEDS: &[&str] = &["iframe", "object", "embed", "video", "audio", "canvas", "map"];

/// Elements whose text the author has taken back.
const STRUCK_OUT: &[&str] = &["del", "s", "strike"];

/// What becomes of an element.
pub enum Fate {
    /// It is read.
    Read,
    /// It is left out without a word: read elsewhere, or missed by nobody.
    Skip,
    /// It is left out, and listed.
    Note(FindingKind),
}

/// Judges elements by their names, never the article itself.
pub struct Judge<'p> {
    picked: &'p Picked,
    /// The body and the elements around it.
    around: HashSet<NodeId>,
}

impl<'p> Judge<'p> {
    /// For one page.
    pub fn of(page: &Document, picked: &'p Picked) -> Judge<'p> {
        let body = page.tree.get(&picked.body);
        let around = body.iter().flat_map(|body| body.ancestors_it(None)).map(|n| n.id).chain([picked.body]).collect();
        Judge { picked, around }
    }

    /// What becomes of an element; `inside` the article's body, `marked` within a paragraph.
    pub fn fate(&self, node: &NodeRef<'_>, inside: bool, marked: bool) -> Fate {
        if is_one_of(node, UNREAD) {
            return Fate::Skip;
        }
        // A page that shows itself only when its scripts have run is an article all the same.
        if self.around.contains(&node.id) || self.dominates(node) {
            return Fate::Read;
        }
        if hidden(node) {
            return Fate::Skip;
        }
        if is_one_of(node, STRUCK_OUT) {
            return Fate::Note(FindingKind::StruckOut);
        }
        let in_line = !is_one_of(node, BLOCKS) && (marked || stands_in_text(node));
        let all = self.picked.measures.at(node).all;
        match boxes::name(node) {
            Some(Name::Kicker) if in_line => Fate::Skip,
            Some(Name::Embed) if in_line && all <= LABEL_CHARACTERS => Fate::Skip,
            Some(Name::Embed | Name::Meta) if !in_line && inside && holds_lead(node) => Fate::Read,
            Some(Name::Lead) if node.has_name("aside") => Fate::Read,
            Some(Name::Meta | Name::Related | Name::Embed | Name::Comments | Name::SignUp | Name::Cookie | Name::Credits) if in_line => {
                Fate::Read
            }
            Some(Name::Embed) if node.descendants_it().any(|n| n.has_name("figcaption")) => Fate::Note(FindingKind::Caption),
            Some(Name::Lead) | None => self.by_element(node, inside, marked),
            Some(name) => name.finding().map_or(Fate::Skip, Fate::Note),
        }
    }

    fn by_element(&self, node: &NodeRef<'_>, inside: bool, marked: bool) -> Fate {
        let holds = |names: &[&str]| node.descendants_it().any(|n| is_one_of(&n, names));
        let pictures = ["img", "picture", "figcaption", "amp-img", "video"];
        match &*node.node_name().unwrap_or_default() {
            name if EMBEDS.contains(&name) || name.starts_with("amp-") && name != "amp-accordion" => Fate::Note(FindingKind::Embed),
            "nav" | "dialog" => Fate::Skip,
            // A link to a note.
            "sup" if node.descendants_it().any(|n| n.attr("href").is_some_and(|href| href.contains('#'))) => Fate::Skip,
            "sup" | "a" if is_note_mark(node) => Fate::Skip,
            "time" if !marked => Fate::Skip,
            "form" | "fieldset" => Fate::Note(FindingKind::SignUp),
            "div" | "section" if inside && self.asks_for_an_address(node) => Fate::Note(FindingKind::SignUp),
            "div" | "section" if inside && self.is_captioned(node) => Fate::Note(FindingKind::Caption),
            "aside" => Fate::Note(FindingKind::RelatedArticle),
            "figcaption" => Fate::Note(FindingKind::Caption),
            "pre" if !self.is_picked(node) => Fate::Note(FindingKind::Embed),
            "figure" if holds(&["table"]) && self.is_picked(node) => Fate::Read,
            "figure" if holds(&["table"]) => Fate::Note(FindingKind::Embed),
            "figure" if holds(&pictures) || !holds(&["blockquote", "p"]) => Fate::Note(FindingKind::Caption),
            "table" if inside && self.is_captioned(node) => Fate::Note(FindingKind::Caption),
            "table" if !self.is_layout(node) && !self.is_data(node) => Fate::Note(FindingKind::Embed),
            "li" | "article" | "div" | "section" if inside && self.is_teaser(node) => Fate::Note(FindingKind::RelatedArticle),
            // The next article of a page that never ends.
            "article" if inside && holds(&["h1"]) => Fate::Note(FindingKind::RelatedArticle),
            _ => Fate::Read,
        }
    }

    /// Whether an element holds so much of the picked text that it is the article, whatever it is called.
    pub fn dominates(&self, node: &NodeRef<'_>) -> bool {
        let picked = self.picked.measures.at(node).picked;
        self.picked.total > 0 && picked as f64 >= DOMINANT * self.picked.total as f64
    }

    /// Whether an element holds no text.
    pub fn is_empty(&self, node: &NodeRef<'_>) -> bool {
        self.picked.measures.at(node).all == 0 && !node.has_name("wbr")
    }

    /// Whether an element is a few words around a field for an e-mail address.
    fn asks_for_an_address(&self, node: &NodeRef<'_>) -> bool {
        let is_mail = |n: &NodeRef<'_>| n.has_name("input") && n.attr("type").is_some_and(|kind| kind.eq_ignore_ascii_case("email"));
        self.picked.measures.at(node).all <= TEASER_CHARACTERS && node.descendants_it().any(|n| is_mail(&n))
    }

    /// Whether an element is a picture and a line under it, whatever the line is called.
    fn is_captioned(&self, node: &NodeRef<'_>) -> bool {
        let all = self.picked.measures.at(node).all;
        let picture = || node.descendants_it().any(|n| is_one_of(&n, &["img", "picture", "amp-img"]));
        let more = || node.descendants_it().any(|n| is_one_of(&n, &["h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "br"]));
        let written = |n: &NodeRef<'_>| n.is_text() && !n.text().trim().is_empty();
        let block = |n: NodeRef<'_>| n.ancestors_it(None).find(|a| is_one_of(a, BLOCKS)).map(|a| a.id);
        let lines = || node.descendants_it().filter(written).map(block).collect::<HashSet<_>>().len();
        (1..=CAPTION_CHARACTERS).contains(&all) && picture() && !more() && lines() == 1
    }

    /// Whether an element is a heading that leads away and a few words under it.
    fn is_teaser(&self, node: &NodeRef<'_>) -> bool {
        let linked = |heading: &NodeRef<'_>| {
            let Measure { all, linked, .. } = self.picked.measures.at(heading);
            let within = || heading.ancestors_it(Some(3)).any(|n| leads_away(&n));
            all > 0 && (linked * 10 > all * 8 || within())
        };
        let few = self.picked.measures.at(node).all <= TEASER_CHARACTERS;
        few && node.descendants_it().find(|n| is_one_of(n, &["h2", "h3", "h4", "h5"])).is_some_and(|heading| linked(&heading))
    }

    /// Whether most of an element was picked as text of the article.
    fn is_picked(&self, node: &NodeRef<'_>) -> bool {
        let Measure { all, picked, .. } = self.picked.measures.at(node);
        picked * 2 > all
    }

    /// Whether a table only places what stands in it: another table, one cell a row, or a cell that reads like a paragraph of the article.
    fn is_layout(&self, table: &NodeRef<'_>) -> bool {
        let long = |cell: &NodeRef<'_>| is_one_of(cell, &["td", "th"]) && spaces::words(&cell.text()) > CELL_WORDS;
        let places = || table.descendants_it().any(|n| n.has_name("table") || long(&n)) || rows(table) == 0;
        self.is_picked(table) && places()
    }

    /// Whether a table is one of the article's own, of rows that say something in several cells, and no list of links.
    pub fn is_data(&self, table: &NodeRef<'_>) -> bool {
        let Measure { all, linked, .. } = self.picked.measures.at(table);
        table.has_name("table") && self.is_picked(table) && linked * 2 < all && rows(table) > 1 && !self.is_layout(table)
    }
}

/// Whether an element stands amid text of its parent's own, as in a paragraph that is a `div`.
fn stands_in_text(node: &NodeRef<'_>) -> bool {
    let beside = [node.prev_sibling(), node.next_sibling()];
    beside.into_iter().flatten().any(|n| n.is_text() && n.text().trim().len() >= TEXT_BYTES)
}

/// Whether the article's lead, called so, stands in an element.
fn holds_lead(node: &NodeRef<'_>) -> bool {
    node.descendants_it().any(|n| n.is_element() && boxes::name(&n) == Some(Name::Lead))
}

/// Whether an element is a mark that leads into the page: a note's number, asterisk or dagger, or the sign beside a heading.
fn is_note_mark(node: &NodeRef<'_>) -> bool {
    let text = spaces::fold(&node.text());
    let bracketed = text.starts_with('[') && text.ends_with(']');
    let mark = text.trim_matches(['[', ']', '(', ')']);
    let is_mark = !mark.is_empty()
        && (mark.chars().all(|c| c.is_ascii_digit()) && mark.len() <= 3
            || mark.chars().all(|c| matches!(c, '*' | '†' | '‡' | '#' | '¶' | '§' | '🔗')));
    let leads = node.attr("href").is_some_and(|href| href.starts_with('#')) || node.attr("role").as_deref() == Some("doc-noteref");
    is_mark && (leads || node.has_name("sup") && bracketed)
}

/// The rows of a table that have several cells.
fn rows(table: &NodeRef<'_>) -> usize {
    let cells = |row: &NodeRef<'_>| row.children_it(false).filter(|n| is_one_of(n, &["td", "th"])).count();
    table.descendants_it().filter(|n| n.has_name("tr") && cells(n) > 1).count()
}

/// The folded text of an element as a reader sees it, shortened for display; for a frame, its title.
pub fn shown(node: &NodeRef<'_>) -> String {
    let mut text = String::new();
    for part in node.descendants_it().filter(|n| n.is_text() && !n.parent().is_some_and(|p| is_one_of(&p, UNREAD))) {
        text.push_str(&part.text());
        text.push(' ');
    }
    let text = Some(spaces::fold(&text)).filter(|text| !text.is_empty());
    let text = text.or_else(|| node.attr("title").map(|title| spaces::fold(&title))).unwrap_or_default();
    let shown: String = text.chars().take(SHOWN_CHARACTERS).collect();
    if shown.len() < text.len() { shown + "…" } else { shown }
}

/// Whether nobody sees an element, or only those who have the page read to them.
pub fn hidden(node: &NodeRef<'_>) -> bool {
    const UNSEEN: &[&str] = &[
        "display:none",
        "visibility:hidden",
        "clip:rect(0",
        "clip:rect(1px",
        "clip-path:inset(50%",
        "clip-path:inset(100%",
        "left:-999",
        "text-indent:-999",
    ];
    let style = node.attr("style").map(|style| style.to_ascii_lowercase().replace(' ', "")).unwrap_or_default();
    let tiny = ["width:1px", "height:1px", "overflow:hidden"].iter().all(|part| style.contains(part));
    let unseen = UNSEEN.iter().any(|unseen| style.contains(unseen)) || tiny;
    unseen || node.has_attr("hidden") || node.attr("aria-hidden").as_deref() == Some("true")
}
