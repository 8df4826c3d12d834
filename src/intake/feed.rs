//! Feeds: what stands in one, and when to look again. RSS, Atom and JSON Feed.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::time::Duration;

use chrono::{DateTime, Utc};
use feed_rs::model::Entry;
use url::Url;

use super::charset;
use super::error::FetchError;
use super::guard::MOST_ADDRESS;

/// The longest wait before a feed that fails is tried again.
pub const LONGEST_WAIT: Duration = Duration::from_secs(24 * 60 * 60);

/// A wait varies by this part of it either way, so that feeds added together are not fetched together.
const JITTER: f64 = 0.1;

/// Items of one feed that are read; the first ones are the newest.
const MOST_ITEMS: usize = 500;

/// Which version of a feed is known, as its site names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conditional {
    /// The version's name.
    pub etag: Option<String>,
    /// The time of its last change.
    pub last_modified: Option<String>,
}

/// What a feed answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FeedAnswer {
    /// It is as it was.
    Unchanged,
    /// What it holds now.
    Changed {
        /// In the feed's order, each once.
        items: Vec<FeedItem>,
        /// What to ask with next time.
        conditional: Conditional,
    },
}

/// One article that a feed points to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedItem {
    /// The feed's own identity for it.
    pub id: String,
    /// Where it can be read, http or https.
    pub url: Url,
    /// Its headline; empty if the feed gives none.
    pub title: String,
    /// When it was changed, else published.
    pub updated: Option<DateTime<Utc>>,
}

/// Reads a feed. Items without a web address that may be fetched are left out.
pub fn items(body: &[u8], header: Option<&str>, address: &Url) -> Result<Vec<FeedItem>, FetchError> {
    // The header's charset holds over the XML declaration's (RFC 7303), which the parser believes; but many servers call all UTF-8.
    let told = header.filter(|label| !label.eq_ignore_ascii_case("utf-8") || std::str::from_utf8(body).is_ok());
    let decoded = told.map(|label| undeclared(charset::decode(body, Some(label), false)));
    let body = decoded.as_ref().map_or(body, String::as_bytes);
    let parser = feed_rs::parser::Builder::new().base_uri(Some(address.as_str())).build();
    let feed = parser.parse(body).map_err(|e| FetchError::NotAFeed { address: address.to_string(), why: e.to_string() })?;
    let mut seen = HashSet::new();
    let items = feed.entries.into_iter().take(MOST_ITEMS).filter_map(|entry| item(entry, address));
    Ok(items.filter(|item| seen.insert(item.id.clone())).collect())
}

fn item(entry: Entry, base: &Url) -> Option<FeedItem> {
    let alternate = entry.links.iter().find(|link| link.rel.as_deref().is_none_or(|rel| rel == "alternate"));
    let link = alternate.or(entry.links.first()).map_or(entry.id.as_str(), |link| link.href.as_str());
    let url = base.join(link.trim()).ok().filter(|url| matches!(url.scheme(), "http" | "https") && url.as_str().len() <= MOST_ADDRESS)?;
    let title = entry.title.map(|title| title.content.split_whitespace().collect::<Vec<_>>().join(" ")).unwrap_or_default();
    let id = if entry.id.is_empty() || entry.id.len() > MOST_ADDRESS { url.to_string() } else { entry.id };
    Some(FeedItem { id, url, title, updated: entry.updated.or(entry.published) })
}

/// A decoded feed without its XML declaration, which no longer tells the truth.
fn undeclared(text: String) -> String {
    match text.trim_start().strip_prefix("<?xml").and_then(|rest| rest.split_once("?>")) {
        Some((_, rest)) => rest.trim_start().to_owned(),
        None => text,
    }
}

/// How long to wait before a feed is fetched again: `every` while it answers, twice as long after each failure in a row, at most a
/// day; a tenth more or less, fixed by `seed`, such as the feed's address and the time of its last fetch.
pub fn next_refresh(failures: u32, every: Duration, seed: impl Hash) -> Duration {
    let wait = every.saturating_mul(2_u32.saturating_pow(failures.min(20))).min(LONGEST_WAIT.max(every));
    let mut hasher = DefaultHasher::new();
    seed.hash(&mut hasher);
    let part = (hasher.finish() % 2001) as f64 / 1000.0 - 1.0;
    wait.mul_f64(1.0 + JITTER * part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(body: &str, expected: &[(&str, &str, &str)]) {
        let address = Url::parse("https://wire.example/feeds/all").expect("it is an address");
        let items = items(body.as_bytes(), None, &address).expect("it is a feed");
        let found: Vec<_> = items.iter().map(|i| (i.id.as_str(), i.url.as_str(), i.title.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn feeds_of_three_kinds_are_read() {
        check(
            r#"<rss version="2.0"><channel><title>Wire</title><item><guid isPermaLink="false">n1</guid><link>https://wire.example/a</link><title>Bridge &amp; tunnel</title><pubDate>Tue, 18 Mar 2025 10:00:00 GMT</pubDate></item>
            <item><guid isPermaLink="false">n1</guid><link>https://wire.example/a</link></item><item><guid>n2</guid><link>javascript:alert(1)</link></item></channel></rss>"#,
            &[("n1", "https://wire.example/a", "Bridge & tunnel")],
        );
        check(
            r#"<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><id>w</id><updated>2025-03-18T10:00:00Z</updated><entry><id>urn:n1</id><title>Bridge</title><updated>2025-03-18T10:00:00Z</updated><link rel="self" href="/self"/><link rel="alternate" href="/a"/></entry></feed>"#,
            &[("urn:n1", "https://wire.example/a", "Bridge")],
        );
        check(
            r#"{"version":"https://jsonfeed.org/version/1.1","title":"Wire","items":[{"id":"n1","url":"https://wire.example/a","title":"Bridge","content_text":"x"}]}"#,
            &[("n1", "https://wire.example/a", "Bridge")],
        );
    }

    #[test]
    fn a_feed_that_fails_is_tried_less_and_less_often() {
        let every = Duration::from_secs(900);
        let waits: Vec<u64> = (0..12).map(|failures| next_refresh(failures, every, "wire").as_secs()).collect();
        assert!((810..=990).contains(&waits[0]) && waits[1] > waits[0] * 3 / 2, "{waits:?}");
        assert!(waits.iter().all(|wait| *wait <= 95_040) && waits[11] > 77_000, "{waits:?}");
        assert_eq!(next_refresh(0, every, "wire"), next_refresh(0, every, "wire"));
        assert_ne!(next_refresh(0, every, "wire"), next_refresh(0, every, "post"));
    }
}
