//! Brings articles in from addresses and feeds, under a guard: no page can make the bot reach into its own network, read without
//! end or wait without end.
//!
//! What is fetched is read by [`crate::article`] and kept by [`crate::library`].

use std::sync::Arc;
use std::time::Duration;

use url::Url;

use crate::article::{Draft, NoArticle, ReadError, html, markdown, text};

pub mod charset;
pub mod error;
pub mod feed;
pub mod feeds;
pub mod fetch;
pub mod guard;
pub mod robots;
pub mod upload;

use error::FetchError;

/// Parameters of an address that say by which way a reader came, and nothing of the article; besides all that begin with `utm_`.
const TRACKING: &[&str] = &["fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "yclid", "_openstat"];

/// How and how long the bot fetches.
#[derive(Clone, Debug)]
pub struct FetchSettings {
    /// Networks (`10.0.0.0/8`, `127.0.0.1`) and `host:port` pairs that may be reached although they are not public.
    pub exceptions: Vec<String>,
    /// For a whole fetch: names, redirects, robots.txt and body.
    pub timeout: Duration,
    /// Of a body, decompressed.
    pub most_bytes: usize,
    /// Redirects that are followed.
    pub most_redirects: usize,
    /// How the bot introduces itself to sites and to their robots.txt.
    pub user_agent: String,
}

impl Default for FetchSettings {
    fn default() -> Self {
        FetchSettings {
            exceptions: vec![],
            timeout: Duration::from_secs(10),
            most_bytes: 5_000_000,
            most_redirects: 5,
            user_agent: concat!("Takeaway/", env!("CARGO_PKG_VERSION"), " (a bot that quotes news articles with their source)").to_owned(),
        }
    }
}

/// A fetched page, decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Where it was found, after redirects.
    pub address: Url,
    /// What it is written in.
    pub kind: PageKind,
    /// Its text.
    pub text: String,
    /// Its version, as the site names it.
    pub etag: Option<String>,
    /// When it was changed, as the site says.
    pub last_modified: Option<String>,
}

/// What a page is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageKind {
    /// HTML or XHTML.
    Html,
    /// Markdown.
    Markdown,
    /// Plain text.
    Text,
}

/// Why no article came from an address.
#[derive(Debug, thiserror::Error)]
pub enum IntakeError {
    /// It could not be fetched.
    #[error(transparent)]
    Fetch(#[from] FetchError),
    /// It was fetched, and is no article.
    #[error("`{address}` {source}")]
    Read {
        /// Where it was found, after redirects.
        address: Url,
        /// What is wrong with it.
        source: ReadError,
    },
}

/// Fetches pages and feeds. Cheap to clone; clones share connections and what is known of each site's robots.txt.
#[derive(Clone)]
pub struct Fetcher {
    inner: Arc<fetch::Inner>,
}

impl Fetcher {
    /// A fetcher that looks names up as the system does.
    pub fn new(settings: FetchSettings) -> Result<Fetcher, FetchError> {
        Fetcher::with_lookup(settings, Arc::new(guard::SystemLookup))
    }

    /// A fetcher that looks names up in another way.
    pub fn with_lookup(settings: FetchSettings, lookup: Arc<dyn guard::Lookup>) -> Result<Fetcher, FetchError> {
        Ok(Fetcher { inner: Arc::new(fetch::Inner::new(settings, lookup)?) })
    }

    /// Fetches a page of text.
    pub async fn page(&self, address: &str) -> Result<Page, FetchError> {
        let fetched = self.inner.fetch(address, &fetch::PAGES, None).await?;
        let kind = match &*fetched.kind() {
            "text/plain" if fetched.address.path().ends_with(".md") => PageKind::Markdown,
            "text/markdown" | "text/x-markdown" => PageKind::Markdown,
            "text/plain" => PageKind::Text,
            _ => PageKind::Html,
        };
        let text = charset::decode(&fetched.body, fetched.charset(), kind == PageKind::Html);
        let (etag, last_modified) = (fetched.etag(), fetched.last_modified());
        Ok(Page { address: fetched.address, kind, text, etag, last_modified })
    }

    /// Fetches a page and reads the article on it. Its address is the page's own, else where it was found.
    pub async fn article(&self, address: &str) -> Result<Draft, IntakeError> {
        self.identified(address).await.map(|(draft, _)| draft)
    }

    /// Fetches a page and reads the article on it, with the address that says which article it is: the page's own if that is of
    /// the host where it was found, else where it was found. A host cannot change what is quoted of another.
    pub async fn identified(&self, address: &str) -> Result<(Draft, String), IntakeError> {
        let mut page = self.page(address).await?;
        page.address = untracked(page.address);
        let found = page.address.clone();
        // Reading takes up to some seconds; on a thread of its own it does not hold answers up.
        let read = tokio::task::spawn_blocking(move || match page.kind {
            PageKind::Html => html::read(&page.text, Some(&page.address)),
            PageKind::Markdown => markdown::read(page.text.as_bytes()),
            PageKind::Text => text::read(page.text.as_bytes()),
        });
        let read = read.await.unwrap_or_else(|_| Err(NoArticle::Unreadable.into()));
        let mut draft = read.map_err(|source| IntakeError::Read { address: found.clone(), source })?;
        let declared = draft.metadata.url.take().filter(|url| url.len() <= guard::MOST_ADDRESS);
        let own = &*draft.metadata.url.insert(declared.unwrap_or_else(|| found.to_string()));
        let identity = if same_host(own, &found) { own.clone() } else { found.into() };
        draft.findings.retain(|finding| finding.kind != crate::article::FindingKind::NoAddress);
        Ok((draft, identity))
    }

    /// Fetches a file that somebody handed over by this address.
    pub async fn upload(&self, address: &str) -> Result<Vec<u8>, FetchError> {
        Ok(self.inner.fetch_upload(address).await?.body)
    }

    /// Fetches a feed, unless it is as it was when `last` was noted.
    pub async fn feed(&self, address: &str, last: &feed::Conditional) -> Result<feed::FeedAnswer, FetchError> {
        let fetched = self.inner.fetch(address, &fetch::FEEDS, Some(last)).await?;
        if fetched.unchanged {
            return Ok(feed::FeedAnswer::Unchanged);
        }
        let conditional = feed::Conditional { etag: fetched.etag(), last_modified: fetched.last_modified() };
        let items = feed::items(&fetched.body, fetched.charset(), &fetched.address)?;
        Ok(feed::FeedAnswer::Changed { items, conditional })
    }
}

/// An address without its parameters of tracking; the others stay as they are written.
fn untracked(mut address: Url) -> Url {
    let tracks = |parameter: &&str| {
        let name = parameter.split('=').next().unwrap_or_default().to_ascii_lowercase();
        name.starts_with("utm_") || TRACKING.contains(&&*name)
    };
    let Some(query) = address.query().filter(|query| query.split('&').any(|parameter| tracks(&parameter))) else { return address };
    let kept = query.split('&').filter(|parameter| !tracks(parameter)).collect::<Vec<_>>().join("&");
    address.set_query(Some(&*kept).filter(|kept| !kept.is_empty()));
    address
}

/// Whether an address is of the host of a page, with or without `www.`. A host's parts may belong to others: `ana.blogs.example`.
fn same_host(address: &str, page: &Url) -> bool {
    let Ok(address) = Url::parse(address) else { return false };
    let bare = |url: &Url| url.host_str().map(|host| host.strip_prefix("www.").unwrap_or(host).to_owned());
    bare(&address).is_some() && bare(&address) == bare(page)
}
