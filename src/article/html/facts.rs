//! What a page says about its article: JSON-LD first, then OpenGraph, then other `meta` elements, then what the page shows.

use std::cell::LazyCell;

use chrono::NaiveDate;
use dom_query::Document;
use url::Url;

use super::spaces;
use crate::article::{Metadata, furniture, limits};
use crate::language::Language;

mod address;
mod beside;
mod json_ld;
mod names;
mod near;
mod plain;
mod shown;
mod tags;
mod title;

/// What is known of a page's article before its text is read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// The headline; empty if the page gives none.
    pub title: String,
    /// The heading that the page shows, if it says the headline, be it in other words.
    pub heading: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Who wrote it, as `A, B and C`.
    pub byline: Option<String>,
    /// The day it was published; the day in its address is not yet considered.
    pub published: Option<NaiveDate>,
    /// The day it was last changed, if that is a later one: that of the correction, if there is a notice of one.
    pub corrected: Option<NaiveDate>,
    /// Its canonical address.
    pub url: Option<String>,
    /// Its language; unknown if the page does not say.
    pub language: Language,
    /// The correction notice, if it stands outside the text.
    pub correction: Option<String>,
    /// The whole text, where the page gives it as data.
    pub body: Option<String>,
    /// False where the page says that readers must pay.
    pub free: bool,
    /// True where the page says that they need not.
    pub declared_free: bool,
    /// Whether the page calls itself an article rather than a list or a site.
    pub is_article: bool,
}

impl Facts {
    /// As the metadata of a draft.
    pub fn metadata(&self) -> Metadata {
        Metadata {
            title: self.title.clone(),
            outlet: self.outlet.clone(),
            byline: self.byline.clone(),
            published: self.published,
            corrected: self.corrected,
            url: self.url.clone(),
            language: self.language,
            correction: self.correction.clone(),
            ..Metadata::default()
        }
    }
}

/// Reads what a page says about its article.
pub fn of(page: &Document, address: Option<&Url>) -> Facts {
    let sources = Sources::of(page);
    let Sources { data, tags, .. } = &sources;
    let (said, outlet) = sources.headline_and_outlet();
    let title = title::choose(&said, sources.shown_title.as_deref(), outlet.as_deref(), address);
    let published = sources.day(&data.published, tags::PUBLISHED).or_else(|| shown::published(page, &sources.near));
    let published = published.map(|day| shown::as_readers_see_it(day, page, &sources.near));
    let modified = sources.day(&data.modified, tags::MODIFIED);
    let languages = [page.html_root().attr("lang").map(String::from), data.language.clone(), tags.first(tags::LANGUAGE)];
    Facts {
        corrected: modified.filter(|modified| published.is_some_and(|published| *modified > published)),
        published,
        url: address::canonical(page, data, tags, address),
        language: languages.into_iter().flatten().find_map(|tag| Language::parse(&tag)).unwrap_or_default(),
        correction: shown::correction(page, &sources.near),
        body: data.body.as_deref().map(plain::paragraphs),
        free: data.free != Some(false),
        declared_free: data.free == Some(true),
        is_article: data.is_article || !data.is_collection && tags.first(&["og:type"]).is_some_and(|kind| kind == "article"),
        byline: sources.byline(outlet.as_deref()),
        heading: sources.shown_title.filter(|shown| title::says_the_same(shown, &title)),
        title,
        outlet,
    }
}

/// Where a page says things.
struct Sources<'p> {
    page: &'p Document,
    data: json_ld::Data,
    tags: tags::Tags,
    near: near::Near,
    page_title: String,
    shown_title: Option<String>,
}

impl Sources<'_> {
    fn of(page: &Document) -> Sources<'_> {
        let page_title = limits::cut(&spaces::fold(&page.select_single("head title").text()));
        let (tags, shown_title) = (tags::Tags::of(page), shown::heading(page));
        let tagged = tags.first(tags::TITLE).unwrap_or_default();
        let titles = [shown_title.as_deref().unwrap_or_default(), &tagged, &page_title, title::without_tail(&page_title)];
        let data = json_ld::read(page, &titles);
        Sources { page, data, tags, near: near::Near::of(page), page_title, shown_title }
    }

    /// What the page calls its article, which may still carry the outlet's name, and the outlet.
    fn headline_and_outlet(&self) -> (String, Option<String>) {
        let Sources { data, page_title, .. } = self;
        let shown_title = self.shown_title.as_deref();
        let site = self.tags.first(tags::OUTLET).filter(|name| !names::is_address(name));
        let publisher = data.publisher.clone().map(|name| names::as_readers_know_it(name, site.as_deref()));
        let outlet = publisher.filter(|name| !names::is_address(name)).or(site).or_else(|| shown::outlet(self.page));
        let outlet = outlet.or_else(|| title::outlet_after(page_title, shown_title));
        let tagged = self.tags.first(tags::TITLE);
        let headline = data.headline.clone().filter(|headline| title::agrees(headline, page_title, shown_title));
        let headline = headline.filter(|headline| {
            let confirmed = |shown: &&str| title::is_confirmed(shown, [tagged.as_deref(), Some(page_title)]);
            shown_title.filter(confirmed).is_none_or(|shown| title::says_the_same(headline, shown))
        });
        let said = headline.or(tagged).unwrap_or_else(|| page_title.clone());
        let texts = LazyCell::new(|| shown::texts(self.page));
        let split = || title::split(page_title, |line| texts.contains(&spaces::key(line)));
        if let Some((title, name)) = outlet.is_none().then(split).flatten() {
            return (if said == *page_title { title } else { said }, Some(name));
        }
        let unconfirmed = shown_title.is_none() && said == *page_title;
        (if unconfirmed { title::without_tail(&said).to_owned() } else { said }, outlet)
    }

    /// Who wrote it. A page that names nobody else is signed by its outlet.
    fn byline(&self, outlet: Option<&str>) -> Option<String> {
        let authors = [self.data.authors.clone(), self.tags.all(tags::AUTHOR)];
        let named = authors.iter().find_map(|names| names::join(names, outlet));
        let named = named.map(|named| shown::all_of(&named, self.page, &self.near, outlet).unwrap_or(named));
        named
            .or_else(|| shown::byline(self.page, &self.near, outlet))
            .or_else(|| shown::signed(self.page, &self.near, outlet))
            .or_else(|| authors.iter().find_map(|names| names::collective(names, outlet)))
            .or_else(|| shown::byline(self.page, &self.near, None))
    }

    fn day(&self, said: &Option<String>, names: &[&str]) -> Option<NaiveDate> {
        let day = |said: &str| furniture::date(said);
        said.as_deref().and_then(day).or_else(|| self.tags.first(names).as_deref().and_then(day))
    }
}

/// The day that the article's address holds, for a page that says none.
pub fn day_of_address(facts: &Facts, given: Option<&Url>) -> Option<NaiveDate> {
    let declared = facts.url.as_deref().and_then(|url| Url::parse(url).ok());
    declared.iter().chain(given).find_map(address::day)
}

/// Whether a line says that names follow: `By Ana Prell`.
pub fn introduces(line: &str) -> bool {
    names::introduces(line)
}

/// A printed byline as `A, B and C`; `None` if it names nobody.
pub fn byline(printed: &str, outlet: Option<&str>) -> Option<String> {
    names::join(&[printed.to_owned()], outlet)
}
