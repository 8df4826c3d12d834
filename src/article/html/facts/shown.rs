//! What a page shows its readers about the article: heading, byline, date, correction notice.

use std::collections::HashSet;
use std::sync::LazyLock;

use chrono::NaiveDate;
use dom_query::{Document, NodeRef};
use regex::Regex;

use super::super::boxes::{self, Name};
use super::super::measure::{UNREAD, is_one_of, leads_away};
use super::super::spaces;
use super::names;
use super::near::Near;
use super::title::HEADLINE_WORDS;
use crate::article::{FindingKind, furniture, limits};

/// Words of the longest line that is read as a byline or a date.
const MOST_WORDS: usize = 25;

/// Words of the longest line near the headline that is read as a date: a headline may hold one too.
const DATE_WORDS: usize = 9;

/// Where authors stand, best first: markup that says so before names of classes.
const AUTHORS: &[&str] = &[
    "[itemprop=author] [itemprop=name]",
    "[itemprop=author]",
    "a[rel~=author]",
    "[rel~=author]",
    ".byline__name, .byline-name, .author-name, .author__name, .p-author",
    "[class*=byline] a, [class*=Byline] a",
    "[class*=author] a[href*=author], [class*=Author] a[href*=author]",
    "[data-testid*=byline], [data-component*=byline]",
    "[class*=byline], [class*=Byline]",
    "[class*=author]:not([class*=authority]), [class*=Author]:not([class*=Authority]), [class*=autor], [class*=auteur]",
    "[class*=signature], [class*=firma], [class*=verfasser], [class~=writer]",
];

/// Links whose addresses say that they lead to an author, in the languages of the lexicons.
const AUTHOR_LINKS: &str = "a[href*='/author'], a[href*='/autor'], a[href*='/auteur'], a[href*='/avtor'], a[href*='/journalist'], a[href*='/profile/'], a[href*='/redaktion/'], a[href*='/writer'], a[href*='/reporter']";

/// Where the day of publication stands, best first.
const DATES: &[&str] = &[
    "[itemprop=datePublished]",
    "time[pubdate]",
    "article header time",
    "[class*=publish] time, time[class*=publish], time.published, time.entry-date",
    "article time, main time",
    "header time[datetime]",
    "time",
    "[class*=publish], [class*=Publish], [class*=dateline], [class*=time], [class*=pubdate], [class*=timestamp], [class*=date], [class*=Date], [class*=datum], [class*=fecha], [class*=data-]",
];

/// What stands before the day of a change, in the languages of the lexicons.
static CHANGED: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?i)\b(?:updated|modified|aktualisiert|geändert|mis à jour|modifié|actualizad[ao]|modificad[ao]|atualizad[ao]|обновлено|изменено|correct(?:ion|ed)(?: was made)?)(?:\s+(?:on|at|am|um|le|à|el|a las|em|às|в))?\W*$";
    Regex::new(pattern).expect("the pattern is compiled in and tested")
});

/// How the line begins that names the author at the end of an article.
static SIGNED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:авторы?|текст|texte|text|texto|autora?|auteure?)\s*:\s*\p{Lu}").expect("the pattern is compiled in and tested")
});

/// Such lines of one page that are read.
const MOST_SIGNED: usize = 20;

/// Words of the longest label, as in `Last updated on`.
const LABEL_WORDS: usize = 3;

/// Pieces of text that a day is made of, at most.
const DAY_TEXTS: usize = 8;

/// Elements between a picture's own and what says who took it.
const PICTURE_LEVELS: usize = 5;

/// Nodes before a day among which its label is looked for.
const LABEL_NODES: usize = 8;

/// The article's heading: the first of the highest level in the article, else on the page.
pub fn heading(page: &Document) -> Option<String> {
    heading_node(page).map(|node| joined(&node))
}

/// The text of a heading whose parts, such as a kicker and the headline, may stand in elements of their own with no space between.
fn joined(heading: &NodeRef<'_>) -> String {
    let (mut whole, mut own) = (String::new(), String::new());
    for part in heading.descendants_it().filter(|n| n.is_text() && !n.parent().is_some_and(|p| is_one_of(&p, UNREAD))) {
        spaces::append(&mut whole, &part.text());
        // A link in it leads to the page's section, or to the site's front; a kicker stands before it.
        let other = |n: NodeRef<'_>| leads_away(&n) || matches!(boxes::name(&n), Some(Name::Meta | Name::Kicker));
        if !part.ancestors_it(None).take_while(|n| n.id != heading.id).any(other) {
            spaces::append(&mut own, &part.text());
        }
    }
    limits::cut(&spaces::fold(if spaces::words(&own) >= HEADLINE_WORDS { &own } else { &whole }))
}

pub(super) fn heading_node(page: &Document) -> Option<NodeRef<'_>> {
    let places = ["[itemprop=headline]", "article h1", "main h1", "h1"];
    let written = |node: &&NodeRef<'_>| !node.has_name("meta") && !spaces::fold(&node.text()).is_empty();
    places.iter().find_map(|place| page.select(place).nodes().iter().find(written).copied())
}

/// The names of a byline on the page: where its markup says that authors stand, else in a line near the headline that begins with `By`.
pub fn byline(page: &Document, near: &Near, outlet: Option<&str>) -> Option<String> {
    let introduced: Vec<String> = near.lines.iter().filter(|line| names::introduces(line)).cloned().collect();
    let marked = || AUTHORS.iter().flat_map(|place| best_first(page, place, near)).flat_map(|node| lines(&node));
    let offices = || introduced.iter().cloned().chain(marked()).filter(|line| names::is_office(line)).collect::<Vec<_>>();
    marked_byline(page, near, outlet)
        .or_else(|| introduced.iter().find_map(|line| names::join(std::slice::from_ref(line), outlet)))
        .or_else(|| linked(page, AUTHOR_LINKS, near, outlet))
        .or_else(|| names::collective(&offices(), outlet))
}

/// The names in the last line of an article that begins as a byline does: `Автор: Илья Серов`.
pub fn signed(page: &Document, near: &Near, outlet: Option<&str>) -> Option<String> {
    let root = page.root();
    let texts = root.descendants_it().filter(|n| n.is_text() && SIGNED.is_match(n.text().trim_start()));
    let lines = texts.filter_map(|text| text.parent()).filter(|n| !near.beside.holds(n) && !is_in_a_figure(n) && !is_one_of(n, UNREAD));
    let lines: Vec<String> =
        lines.map(|n| spaces::fold(&n.text())).filter(|line| spaces::words(line) <= DATE_WORDS).take(MOST_SIGNED).collect();
    lines.iter().filter_map(|line| names::join(std::slice::from_ref(line), outlet)).find(|names| names.contains(char::is_whitespace))
}

/// All the names of links to authors near the headline, where those that are known are among them and others too.
pub fn all_of(known: &str, page: &Document, near: &Near, outlet: Option<&str>) -> Option<String> {
    let named = linked(page, &format!("a[rel~=author], {AUTHOR_LINKS}"), near, outlet)?;
    let words = |names: &str| format!(" {} ", spaces::key(names));
    (named != known && !known.contains(" and ") && words(&named).contains(&words(known))).then_some(named)
}

/// The names of two words or more in such links near the headline.
fn linked(page: &Document, links: &str, near: &Near, outlet: Option<&str>) -> Option<String> {
    let links = page.select(links);
    let names = links.nodes().iter().filter(|n| near.nodes.contains(&n.id)).map(|n| spaces::fold(&n.text()));
    names::join(&names.filter(|name| name.contains(char::is_whitespace)).collect::<Vec<_>>(), outlet)
}

fn marked_byline(page: &Document, near: &Near, outlet: Option<&str>) -> Option<String> {
    AUTHORS.iter().find_map(|place| {
        let lines = few_lines(&best_first(page, place, near))?;
        // A class may mean anything: one word is believed only of an agency, or where the markup says that it is the author.
        let sure = place.contains("itemprop") || place.contains("rel");
        let fits = |line: &&String| sure || line.contains(char::is_whitespace) || names::is_agency(line);
        let lines: Vec<String> = lines.iter().filter(fits).cloned().collect();
        names::join(&lines, outlet)
    })
}

/// The lines of all the nodes; `None` if they are too many words for a byline.
fn few_lines(nodes: &[NodeRef<'_>]) -> Option<Vec<String>> {
    let (mut all, mut words) = (vec![], 0);
    // One node may stand in another, and that in a third, each with all the text of the page.
    for line in nodes.iter().flat_map(lines) {
        words += spaces::words(&line);
        if words > 2 * MOST_WORDS {
            return None;
        }
        all.push(line);
    }
    Some(all)
}

/// The nodes of a place: those near the headline if there are any, as every teaser has an author and a day too.
fn best_first<'a>(page: &'a Document, place: &str, near: &Near) -> Vec<NodeRef<'a>> {
    let apart = |n: &&NodeRef<'a>| !near.beside.holds_or_ends(n) && !is_of_a_picture(n);
    let nodes: Vec<NodeRef<'a>> = page.select(place).nodes().iter().filter(apart).copied().collect();
    let nearest: Vec<NodeRef<'a>> = nodes.iter().filter(|n| near.nodes.contains(&n.id)).copied().collect();
    if nearest.is_empty() { nodes } else { nearest }
}

/// Whether an element stands with a picture, or says that it does.
fn is_of_a_picture(node: &NodeRef<'_>) -> bool {
    is_in_a_figure(node) || matches!(boxes::name(node), Some(Name::PhotoCredit | Name::Caption))
}

fn is_in_a_figure(node: &NodeRef<'_>) -> bool {
    let pictured = |n: &NodeRef<'_>| is_one_of(n, &["figure", "figcaption"]);
    pictured(node) || node.ancestors_it(Some(PICTURE_LEVELS)).any(|n| pictured(&n))
}

/// The lines of an element: its pieces of text, each by itself, but a name that is cut by a line's end is whole.
fn lines(node: &NodeRef<'_>) -> Vec<String> {
    if let Some(content) = node.attr("content") {
        return vec![spaces::fold(&content)];
    }
    let texts = node
        .descendants()
        .into_iter()
        .filter(|n| n.is_text() && !n.parent().is_some_and(|p| is_one_of(&p, &["button", "time", "address", "script", "style"])));
    texts.map(|n| spaces::fold(&n.text())).filter(|line| line.chars().any(char::is_alphabetic)).collect()
}

/// The keys of all texts of the page, each of which may be a line that the page's title holds too.
pub fn texts(page: &Document) -> HashSet<String> {
    let in_title = |n: &NodeRef<'_>| n.parent().is_some_and(|p| is_one_of(&p, &["title", "script", "style"]));
    let texts = page.root().descendants().into_iter().filter(|n| n.is_text() && !in_title(n));
    texts.map(|n| spaces::key(&n.text())).collect()
}

/// The outlet as microdata name it.
pub fn outlet(page: &Document) -> Option<String> {
    let node = page.select_single("[itemprop=publisher] [itemprop=name]");
    let said = node.attr("content").unwrap_or_else(|| node.text());
    Some(spaces::fold(&said)).filter(|name| !name.is_empty())
}

/// The day of publication on the page: where its markup says so, else in a line near the headline.
pub fn published(page: &Document, near: &Near) -> Option<NaiveDate> {
    let tells = |line: &&String| spaces::words(line) <= DATE_WORDS || names::introduces(line);
    marked_day(page, near).or_else(|| near.lines.iter().filter(tells).find_map(|line| furniture::date(line)))
}

/// The day as the page shows it where its markup says it in another time zone: the day before or after.
pub fn as_readers_see_it(day: NaiveDate, page: &Document, near: &Near) -> NaiveDate {
    let times = page.select("time[datetime]");
    let shown = |time: &NodeRef<'_>| {
        let said = time.attr("datetime").as_deref().and_then(furniture::date).filter(|said| *said == day)?;
        let texts: Vec<String> = time.descendants_it().filter(NodeRef::is_text).take(DAY_TEXTS).map(|n| n.text().to_string()).collect();
        furniture::date(&spaces::fold(&texts.join(" "))).filter(|shown| (*shown - said).num_days().abs() == 1)
    };
    times.nodes().iter().filter(|time| near.nodes.contains(&time.id)).find_map(shown).unwrap_or(day)
}

fn marked_day(page: &Document, near: &Near) -> Option<NaiveDate> {
    let day = |node: &NodeRef<'_>| {
        let said = ["datetime", "content"].into_iter().filter_map(|name| node.attr(name)).map(String::from);
        let text = spaces::fold(&node.text());
        let shown = (spaces::words(&text) <= MOST_WORDS).then_some(text);
        said.chain(shown).find_map(|said| furniture::date(&said))
    };
    let nodes = || DATES.iter().flat_map(|place| best_first(page, place, near));
    nodes().filter(|node| !is_of_change(node)).find_map(|node| day(&node)).or_else(|| nodes().find_map(|node| day(&node)))
}

/// Whether a day is labelled as that of a change: by its markup, in the first words of its own element or in the text before it.
fn is_of_change(node: &NodeRef<'_>) -> bool {
    let said = |name: &str, value: &str| node.attr(name).is_some_and(|said| said.trim() == value);
    let own = spaces::fold(&node.text());
    let words: Vec<&str> = own.split(' ').take(LABEL_WORDS).collect();
    let begins = (1..=words.len()).any(|n| CHANGED.is_match(&words[..n].join(" ")));
    said("itemprop", "dateModified")
        || said("class", "updated")
        || begins
        || text_before(node).is_some_and(|label| CHANGED.is_match(&label))
}

/// The text before an element, if it is among the last few nodes.
fn text_before(node: &NodeRef<'_>) -> Option<String> {
    let mut here = *node;
    for _ in 0..LABEL_NODES {
        here = match here.prev_sibling() {
            Some(before) => std::iter::successors(Some(before), NodeRef::last_child).last()?,
            None => here.parent()?,
        };
        if here.is_text() && here.text().contains(char::is_alphanumeric) {
            return Some(spaces::fold(&here.text()));
        }
    }
    None
}

/// A correction notice in an element of that name, which may stand outside the article's text.
pub fn correction(page: &Document, near: &Near) -> Option<String> {
    let marked = page.select("[class*=correction], [class*=Correction], [id*=correction], [class*=erratum], [class*=corrig]");
    let texts = marked.nodes().iter().filter(|n| !near.beside.holds_or_ends(n)).map(|n| spaces::fold(&n.text()));
    let fits = |text: &String| furniture::kind(text) == Some(FindingKind::Correction);
    texts.filter(|text| (4..=120).contains(&spaces::words(text))).find(fits)
}
