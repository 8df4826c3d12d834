//! What a page says about its article: JSON-LD first, then OpenGraph, then other `meta` elements, then what the page shows.

use chrono::NaiveDate;
use dom_query::Document;
use url::Url;

use super::spaces;
use crate::article::{Metadata, furniture};
use crate::language::Language;

mod address;
mod json_ld;
mod names;
mod near;
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
    /// The day it was last changed, if that is a later one.
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
    let data = json_ld::read(page);
    let tags = tags::Tags::of(page);
    let (shown_title, near) = (shown::heading(page), near::Near::of(page));
    let (page_title, site) = (page_title(page), tags.first(tags::OUTLET).filter(|name| !names::is_address(name)));
    let outlet =
        data.publisher.clone().map(|name| names::as_readers_know_it(name, site.as_deref())).filter(|name| !names::is_address(name));
    let mut outlet = outlet.or(site).or_else(|| shown::outlet(page)).or_else(|| title::outlet_after(&page_title, shown_title.as_deref()));
    let shows = |headline: &String| title::agrees(headline, &page_title, shown_title.as_deref());
    let tagged = tags.first(tags::TITLE);
    let headline = data.headline.clone().filter(shows).filter(|headline| {
        let confirmed = |shown: &&str| title::is_confirmed(shown, [tagged.as_deref(), Some(&page_title)]);
        shown_title.as_deref().filter(confirmed).is_none_or(|shown| title::says_the_same(headline, shown))
    });
    let mut said = headline.or(tagged).unwrap_or_else(|| page_title.clone());
    if outlet.is_none()
        && let Some((title, name)) = title::split(&page_title, |line| shown::says(page, line))
    {
        (said, outlet) = (if said == page_title { title } else { said }, Some(name));
    }
    if shown_title.is_none() && said == page_title {
        said = title::without_tail(&said).to_owned();
    }
    let title = title::choose(&said, shown_title.as_deref(), outlet.as_deref(), address);
    let authors = [data.authors.clone(), tags.all(tags::AUTHOR)];
    let byline =
        authors.iter().find_map(|names| names::join(names, outlet.as_deref())).or_else(|| shown::byline(page, &near, outlet.as_deref()));
    // A page that names nobody else is signed by its outlet.
    let byline = byline
        .or_else(|| authors.iter().find_map(|names| names::collective(names, outlet.as_deref())))
        .or_else(|| shown::byline(page, &near, None));
    let day = |said: Option<String>| said.as_deref().and_then(furniture::date);
    let published = day(data.published.clone()).or_else(|| day(tags.first(tags::PUBLISHED)));
    let published = published.or_else(|| shown::published(page, &near));
    let modified = day(data.modified.clone()).or_else(|| day(tags.first(tags::MODIFIED)));
    let languages = [page.html_root().attr("lang").map(String::from), data.language.clone(), tags.first(tags::LANGUAGE)];
    Facts {
        corrected: modified.filter(|modified| published.is_some_and(|published| *modified > published)),
        published,
        url: address::canonical(page, &data, &tags, address),
        language: languages.into_iter().flatten().find_map(|tag| Language::parse(&tag)).unwrap_or_default(),
        correction: shown::correction(page),
        body: data.body.as_deref().map(tags::plain_paragraphs),
        free: data.free != Some(false),
        declared_free: data.free == Some(true),
        heading: shown_title.filter(|shown| title::says_the_same(shown, &title)),
        is_article: data.is_article || !data.is_collection && tags.first(&["og:type"]).is_some_and(|kind| kind == "article"),
        title,
        outlet,
        byline,
    }
}

/// The day that the article's address holds, for a page that says none.
pub fn day_of_address(facts: &Facts, given: Option<&Url>) -> Option<NaiveDate> {
    let declared = facts.url.as_deref().and_then(|url| Url::parse(url).ok());
    declared.iter().chain(given).find_map(address::day)
}

/// A printed byline as `A, B and C`; `None` if it names nobody.
pub fn byline(printed: &str, outlet: Option<&str>) -> Option<String> {
    names::join(&[printed.to_owned()], outlet)
}

fn page_title(page: &Document) -> String {
    spaces::fold(&page.select_single("head title").text())
}
