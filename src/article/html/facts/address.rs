//! An article's canonical address, and the day that some addresses hold.

use chrono::NaiveDate;
use dom_query::Document;
use url::Url;

use super::json_ld::Data;
use super::tags::Tags;

/// Second-level names under which countries register, as `co` in `news.co.uk`. A full list changes weekly; a miss only
/// makes the address of the fetch stand.
const SHARED: &[&str] = &["co", "com", "org", "net", "gov", "gob", "gouv", "ac", "edu", "in", "or", "ne"];

/// The address that a page declares for itself, else the one that it came from.
///
/// `rel=canonical` may name another site, for syndicated articles; JSON-LD and OpenGraph may not. The top of a site is no article.
pub fn canonical(page: &Document, data: &Data, tags: &Tags, given: Option<&Url>) -> Option<String> {
    let declared = page.select_single("link[rel~=canonical]").attr("href").map(String::from);
    let parse = |text: String| {
        let url = given.map_or_else(|| Url::parse(&text), |given| given.join(&text)).ok()?;
        (matches!(url.scheme(), "http" | "https") && url.has_host() && url.username().is_empty()).then_some(url)
    };
    let is_article = |url: &Url| given.is_none_or(|given| given.path() == "/" || url.path() != "/" || url.query().is_some());
    let same_site = |url: &Url| given.is_none_or(|given| site(given) == site(url));
    let others = [data.address.clone(), tags.first(&["og:url"])].into_iter().flatten().filter_map(parse);
    let declared = declared.and_then(parse).filter(is_article);
    let mut url = declared.or_else(|| others.filter(is_article).find(same_site)).or_else(|| given.cloned())?;
    url.set_fragment(None);
    Some(url.into())
}

/// The part of a host that is registered, as near as it can be told without a list of registries.
fn site(url: &Url) -> Option<String> {
    let host = url.host_str()?.trim_end_matches('.');
    if url.domain().is_none() {
        return Some(host.to_owned());
    }
    let labels: Vec<&str> = host.rsplit('.').collect();
    let shared = labels.len() > 2 && labels[0].len() == 2 && SHARED.contains(&labels[1]);
    let size = labels.len().min(if shared { 3 } else { 2 });
    Some(labels[..size].join("."))
}

/// The day in a path such as `/2024/03/04/bridge`.
pub fn day(address: &Url) -> Option<NaiveDate> {
    let numbers: Vec<Option<u32>> = address.path().split(['/', '-']).map(|part| part.parse().ok()).collect();
    numbers.windows(3).find_map(|window| match *window {
        [Some(year @ 1990..=2100), Some(month), Some(day)] => NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(head: &str, expected: &str) {
        let page = Document::from(format!("<html><head>{head}</head></html>"));
        let given = Url::parse("https://news.harbour.co.uk/a?utm=1#top").ok();
        let found = canonical(&page, &super::super::json_ld::read(&page, &[]), &Tags::of(&page), given.as_ref());
        assert_eq!(found.as_deref(), Some(expected), "{head}");
    }

    #[test]
    fn a_page_may_declare_its_own_address() {
        check("", "https://news.harbour.co.uk/a?utm=1");
        check("<link rel=canonical href=/b>", "https://news.harbour.co.uk/b");
        check("<link rel=canonical href='https://agency.example/b'>", "https://agency.example/b");
        check("<link rel=canonical href=/>", "https://news.harbour.co.uk/a?utm=1");
        check("<link rel=canonical href='javascript:alert(1)'>", "https://news.harbour.co.uk/a?utm=1");
        check("<meta property=og:url content='https://www.harbour.co.uk/c'>", "https://www.harbour.co.uk/c");
        check("<meta property=og:url content='https://other.co.uk/c'>", "https://news.harbour.co.uk/a?utm=1");
    }
}
