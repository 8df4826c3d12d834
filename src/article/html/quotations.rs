//! Quotations that a page marks as such: in blocks of their own, with who is quoted, and in a line, whose marks the browser adds.

use dom_query::{Document, NodeRef};

use super::blocks::Block;
use super::spaces;
use crate::article::signature;
use crate::language::Language;

/// What quotations begin with, whatever the language.
const OPENING: &[char] = &['"', '“', '”', '„', '«', '»', '‘', '‚', '‹', '\''];

/// Words of the longest label before who is quoted: `A quotation from`.
const LABEL_WORDS: usize = 4;

/// Puts the quotation marks of the page's language round what stands in a `<q>`, as browsers show them, where the author wrote none.
pub fn mark(page: &Document) {
    let language = page.html_root().attr("lang").and_then(|tag| Language::parse(&tag)).unwrap_or_default();
    let (opening, closing) = match language.code() {
        "fr" | "ru" | "es" => ("«", "»"),
        "de" => ("„", "“"),
        _ => ("“", "”"),
    };
    // Those within others are left: a page may nest them hundreds deep.
    let outermost = |q: &&NodeRef<'_>| !q.ancestors_it(None).any(|n| n.has_name("q"));
    for quotation in page.select("q").nodes().iter().filter(outermost) {
        let texts: Vec<NodeRef<'_>> = quotation.descendants_it().filter(|n| n.is_text() && !n.text().trim().is_empty()).collect();
        let (Some(first), Some(last)) = (texts.first(), texts.last()) else { continue };
        let text = first.text();
        if text.trim_start().starts_with(OPENING) {
            continue;
        }
        let begin = text.len() - text.trim_start().len();
        first.set_text(format!("{}{opening}{}", &text[..begin], &text[begin..]));
        let text = last.text();
        let end = text.trim_end().len();
        last.set_text(format!("{}{closing}{}", &text[..end], &text[end..]));
    }
}

/// Keeps the blocks of a quotation in one with the last of them, if that names who is quoted: a `<cite>`, or a line behind a dash. One that a
/// colon announces is kept in one, too.
pub fn sign(blocks: &mut Vec<Block>, first: usize, quotation: &NodeRef<'_>) {
    let cite = quotation.descendants_it().filter(|node| node.has_name("cite")).last();
    let cited = cite.map(|cite| spaces::fold(&cite.text())).filter(|cited| !cited.is_empty());
    if blocks[first..].iter().any(|block| block.level.is_some()) {
        return;
    }
    let Some((last, quoted)) = blocks.get(first..).and_then(<[Block]>::split_last) else { return };
    let quoted = || quoted.iter().map(|block| block.text.as_str());
    let signed = match cited.as_deref().and_then(|cited| Some((last.text.strip_suffix(cited)?, cited))) {
        // `A quotation from` is no part of it.
        Some((before, cited)) if is_label(before) && quoted().next().is_some() => signature::joined(quoted(), cited),
        Some((before, cited)) => signature::joined(quoted().chain(Some(before.trim())).filter(|text| !text.is_empty()), cited),
        None if signature::opens(&last.text) => signature::joined(quoted(), &last.text),
        None => None,
    };
    let announced = || signature::is_announced(first.checked_sub(1).map(|before| blocks[before].text.as_str()));
    let whole = || quoted().chain([last.text.as_str()]).collect::<Vec<_>>().join(" ");
    if let Some(whole) = signed.or_else(|| announced().then(whole)) {
        blocks.truncate(first + 1);
        blocks[first].text = whole;
    }
}

/// Whether a few words lead up to who is quoted, and say nothing by themselves.
fn is_label(before: &str) -> bool {
    (1..=LABEL_WORDS).contains(&spaces::words(before)) && before.trim_end().ends_with(char::is_alphabetic)
}
