//! The `meta` elements of a page: OpenGraph, Dublin Core, Parse.ly, Sailthru and the older names.

use dom_query::Document;

use super::names::{is_address, without_address};
use super::plain;

/// Names under which a title is given, best first.
pub const TITLE: &[&str] =
    &["og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "headline", "title"];
/// Names under which the outlet is given.
pub const OUTLET: &[&str] =
    &["og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher", "dcterms.publisher", "publisher", "cre"];
/// Names under which authors are given.
pub const AUTHOR: &[&str] = &[
    "article:author",
    "og:article:author",
    "dc.creator",
    "dcterms.creator",
    "author",
    "byl",
    "parsely-author",
    "sailthru.author",
    "article.author",
    "dc.contributor",
];
/// Names under which the day of publication is given.
pub const PUBLISHED: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "article:published",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dc.date.created",
    "dcterms.date",
    "dcterms.created",
    "dcterms.issued",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "article.published",
    "cxenseparse:recs:publishtime",
    "displaydate",
    "mediator_published_time",
];
/// Names under which the day of the last change is given.
pub const MODIFIED: &[&str] = &[
    "article:modified_time",
    "og:article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "lastmod",
    "article.updated",
];
/// Names under which the language is given.
pub const LANGUAGE: &[&str] = &["og:locale", "content-language", "dc.language", "dcterms.language", "language"];

/// Names that one element goes by at the most; a copy of its value is kept for each.
const MOST_NAMES: usize = 8;

/// The `meta` elements of one page, in its order.
pub struct Tags(Vec<(String, String)>);

impl Tags {
    /// Reads them all.
    pub fn of(page: &Document) -> Tags {
        let mut tags = vec![];
        for meta in page.select("meta[content]").nodes() {
            let value = plain::line(&meta.attr_or("content", ""));
            let keys: Vec<_> = ["property", "name", "itemprop", "http-equiv"].into_iter().filter_map(|key| meta.attr(key)).collect();
            // One element may go by several names.
            for key in keys.iter().flat_map(|keys| keys.split_whitespace()).take(MOST_NAMES).filter(|_| !value.is_empty()) {
                // Dublin Core is written `dc.title`, `dc:title` and `dcterm:title`.
                let key = key.to_ascii_lowercase().replace("dc:", "dc.").replace("dcterm:", "dcterms.").replace("dcterms:", "dcterms.");
                tags.push((key, value.clone()));
            }
        }
        Tags(tags)
    }

    /// The value of the first of these names that is given.
    pub fn first(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| self.named(name).next()).map(str::to_owned)
    }

    /// All values of the first of these names that gives something besides an address.
    pub fn all(&self, names: &[&str]) -> Vec<String> {
        let values =
            |name: &&str| self.named(name).filter(|value| !is_address(&without_address(value))).map(str::to_owned).collect::<Vec<_>>();
        names.iter().map(values).find(|values| !values.is_empty()).unwrap_or_default()
    }

    fn named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}
