//! Tells from an element's own names (`class`, `id`, …) that it is no text of the article: captions, related links, sign-up boxes.
//!
//! Names are words of markup, not of a language; they are listed in `boxes.toml`.

use std::collections::HashMap;
use std::sync::LazyLock;

use dom_query::NodeRef;
use serde::Deserialize;

use super::measure::is_one_of;
use crate::article::{FindingKind, slug};

/// What an element says it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Name {
    /// A picture's caption.
    Caption,
    /// Who took the picture.
    PhotoCredit,
    /// Pointers to other articles, topics and pages.
    Related,
    /// An invitation to sign up, subscribe or give.
    SignUp,
    /// A notice about cookies.
    Cookie,
    /// Buttons to share or follow.
    Share,
    /// An embedded post, a widget, a gallery, an advertisement.
    Embed,
    /// Byline and dates; read for the metadata.
    Meta,
    /// A word or two over the headline or before the lead: `Report`.
    Kicker,
    /// Who wrote the article, at some length, and legal lines.
    Credits,
    /// What readers wrote.
    Comments,
    /// For other eyes: screen readers, printers.
    Hidden,
    /// The summary under the headline: text, whatever stands around it.
    Lead,
}

impl Name {
    /// The finding to list; `None` for what was read elsewhere or nobody misses.
    pub fn finding(self) -> Option<FindingKind> {
        match self {
            Name::Caption => Some(FindingKind::Caption),
            Name::PhotoCredit => Some(FindingKind::PhotoCredit),
            Name::Related => Some(FindingKind::RelatedArticle),
            Name::SignUp => Some(FindingKind::SignUp),
            Name::Cookie => Some(FindingKind::CookieNotice),
            Name::Share => Some(FindingKind::ShareBar),
            Name::Embed => Some(FindingKind::Embed),
            Name::Credits => Some(FindingKind::Credits),
            Name::Meta | Name::Kicker | Name::Comments | Name::Hidden | Name::Lead => None,
        }
    }
}

/// Parts of the longest `id` that names a box.
const NAME_PARTS: usize = 4;

#[derive(Deserialize)]
struct File {
    names: Vec<Names>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Names {
    kind: Name,
    words: Vec<String>,
}

static NAMES: LazyLock<HashMap<String, Name>> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("boxes.toml")).expect("the names are compiled in and tested");
    file.names.into_iter().flat_map(|n| n.words.into_iter().map(move |word| (word, n.kind))).collect()
});

/// Attributes that newspapers name their boxes by.
const NAMING: &[&str] = &[
    "class",
    "id",
    "role",
    "data-component",
    "data-testid",
    "data-test-id",
    "data-qa",
    "data-type",
    "data-module",
    "data-name",
    "data-gu-name",
    "data-spacefinder-role",
    "data-area",
    "data-region",
    "data-dtm-region",
    "aria-labelledby",
    "itemprop",
];

/// What an element says it is; `None` if it says nothing that is known.
pub fn name(node: &NodeRef<'_>) -> Option<Name> {
    let element = node.element_ref()?;
    let mut found = None;
    for attribute in element.attrs.iter().filter(|a| NAMING.contains(&&*a.name.local)) {
        for name in attribute.value.split_ascii_whitespace() {
            match known(name) {
                Some(_) if &*attribute.name.local == "id" && is_slug(name, node) => {}
                Some(Name::Lead) => return Some(Name::Lead),
                other => found = found.or(other),
            }
        }
    }
    found
}

/// Whether an element calls itself a quotation.
pub fn is_quotation(node: &NodeRef<'_>) -> bool {
    const NAMES: &[&str] = &["quote", "quotation", "blockquote", "zitat", "citation", "cita", "citacao"];
    node.class().is_some_and(|class| class.split_ascii_whitespace().any(|name| parts(name).iter().any(|part| NAMES.contains(&&**part))))
}

/// Whether an `id` is only made from the words of a heading, for links into the page: `sharing-the-river`.
fn is_slug(id: &str, node: &NodeRef<'_>) -> bool {
    const HEADINGS: &[&str] = &["h1", "h2", "h3", "h4", "h5", "h6"];
    let names_heading = |heading: NodeRef<'_>| slug(&heading.text()) == slug(id);
    is_one_of(node, HEADINGS)
        || parts(id).len() > NAME_PARTS
        || node.descendants_it().find(|n| is_one_of(n, HEADINGS)).is_some_and(names_heading)
}

/// Looks a name such as `article-shareBar__list` up by its parts, neighbours together first.
fn known(name: &str) -> Option<Name> {
    // Utility classes (`md:hidden`, `[&_p]:mb-4`) name a look, not a part.
    if name.contains([':', '[']) {
        return None;
    }
    let parts = parts(name);
    let together = |size: usize| parts.windows(size).find_map(|window| NAMES.get(&window.join("-"))).copied();
    let compound = || parts.iter().any(|part| part.ends_with("caption")).then_some(Name::Caption);
    (1..=3).rev().find_map(together).or_else(compound)
}

fn parts(name: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut small = false;
    for c in name.chars() {
        if !c.is_alphanumeric() || (c.is_uppercase() && small) {
            parts.push(String::new());
        }
        if c.is_alphanumeric() {
            parts.last_mut().expect("it begins with one").extend(c.to_lowercase());
        }
        small = c.is_lowercase();
    }
    parts.retain(|part| !part.is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, expected: Option<Name>) {
        assert_eq!(known(name), expected, "{name}");
    }

    #[test]
    fn names_are_known_by_their_parts() {
        check("article-shareBar__list", Some(Name::Share));
        check("ssrcss-1a2-RelatedLinks", Some(Name::Related));
        check("wp-caption-text", Some(Name::Caption));
        check("post__read-more", Some(Name::Related));
        check("thumbcaption", Some(Name::Caption));
        check("article-body", None);
        check("md:hidden", None);
        check("adaptive", None);
        check("article__standfirst", Some(Name::Lead));
    }
}
