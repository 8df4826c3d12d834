//! One fetch: under the guard at every step, to the end of redirects, within one span of time and a number of bytes.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use reqwest::header::{
    CONTENT_ENCODING, CONTENT_TYPE, ETAG, HeaderMap, HeaderName, IF_MODIFIED_SINCE, IF_NONE_MATCH, LAST_MODIFIED, LOCATION, RETRY_AFTER,
};
use reqwest::{Client, Response, StatusCode, redirect};
use url::Url;

use super::FetchSettings;
use super::error::FetchError;
use super::feed::{Conditional, LONGEST_WAIT};
use super::guard::{self, Exceptions, Lookup, Refusal, Resolver};
use super::robots::Robots;

/// Characters of an address that is too long, in messages.
const MOST_SHOWN: usize = 80;

/// What a fetch is for.
pub struct Purpose {
    /// As error messages call it.
    wanted: &'static str,
    /// Content types that are taken, without parameters.
    types: &'static [&'static str],
}

/// Pages of text.
pub const PAGES: Purpose =
    Purpose { wanted: "a page of text", types: &["text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/x-markdown"] };

/// Feeds, under all the types that sites give them.
pub const FEEDS: Purpose = Purpose {
    wanted: "a feed",
    types: &[
        "application/rss+xml",
        "application/atom+xml",
        "application/feed+json",
        "application/json",
        "application/xml",
        "text/xml",
        "application/rdf+xml",
        "text/plain",
        "text/html",
        "text/rss+xml",
        "text/atom+xml",
    ],
};

/// Files of text that somebody uploaded, under the types that hosts guess for them.
pub const UPLOADS: Purpose = Purpose {
    wanted: "a file of text",
    types: &["text/plain", "text/markdown", "text/x-markdown", "text/html", "application/xhtml+xml", "application/octet-stream"],
};

/// What came of a fetch.
pub struct Fetched {
    /// After redirects.
    pub address: Url,
    /// Decompressed.
    pub body: Vec<u8>,
    /// The site says that nothing has changed; there is no body.
    pub unchanged: bool,
    headers: HeaderMap,
}

impl Fetched {
    /// The content type without its parameters, in lower case; empty if none was given.
    pub fn kind(&self) -> String {
        kind(&self.headers)
    }

    /// The charset that the content type names.
    pub fn charset(&self) -> Option<&str> {
        let parameters = header(&self.headers, &CONTENT_TYPE)?.split(';').skip(1);
        parameters
            .filter_map(|p| p.split_once('='))
            .find(|(name, _)| name.trim().eq_ignore_ascii_case("charset"))
            .map(|(_, value)| value.trim().trim_matches(['"', '\'']))
    }

    /// The version, as the site names it.
    pub fn etag(&self) -> Option<String> {
        header(&self.headers, &ETAG).map(str::to_owned)
    }

    /// The time of the last change, as the site gives it.
    pub fn last_modified(&self) -> Option<String> {
        header(&self.headers, &LAST_MODIFIED).map(str::to_owned)
    }
}

/// What clones of a fetcher share.
pub struct Inner {
    settings: FetchSettings,
    exceptions: Exceptions,
    guarded: Client,
    /// For hosts that are excepted by name.
    excepted: Client,
    robots: Robots,
}

impl Inner {
    /// Makes the clients.
    pub fn new(settings: FetchSettings, lookup: Arc<dyn Lookup>) -> Result<Inner, FetchError> {
        let exceptions = Exceptions::parse(&settings.exceptions).map_err(FetchError::Exception)?;
        let client = |exceptions: Option<Exceptions>| {
            let resolver = Resolver { lookup: lookup.clone(), exceptions };
            let client = Client::builder().user_agent(&settings.user_agent).redirect(redirect::Policy::none()).no_proxy().referer(false);
            client.dns_resolver(Arc::new(resolver)).build().map_err(|e| FetchError::Client(e.to_string()))
        };
        Ok(Inner {
            guarded: client(Some(exceptions.clone()))?,
            excepted: client(None)?,
            robots: Robots::new(&settings.user_agent),
            exceptions,
            settings,
        })
    }

    /// Fetches an address for a purpose, `last` telling which version is known; robots.txt is respected at every step.
    pub async fn fetch(&self, address: &str, purpose: &Purpose, last: Option<&Conditional>) -> Result<Fetched, FetchError> {
        let late = || FetchError::Timeout { address: address.to_owned(), limit: self.settings.timeout };
        let fetch = async {
            let start = Url::parse(address.trim()).map_err(|_| FetchError::NoAddress(address.to_owned()))?;
            let (address, response) = self.follow(start, last, true).await?;
            self.take(address, response, purpose).await
        };
        tokio::time::timeout(self.settings.timeout, fetch).await.map_err(|_| late())?
    }

    /// Fetches a file that its owner handed over by this address; no robots.txt is asked, for nobody is crawled.
    pub async fn fetch_upload(&self, address: &str) -> Result<Fetched, FetchError> {
        let late = || FetchError::Timeout { address: address.to_owned(), limit: self.settings.timeout };
        let fetch = async {
            let start = Url::parse(address).map_err(|_| FetchError::NoAddress(address.to_owned()))?;
            let (address, response) = self.follow(start, None, false).await?;
            self.take(address, response, &UPLOADS).await
        };
        tokio::time::timeout(self.settings.timeout, fetch).await.map_err(|_| late())?
    }

    /// Fetches a robots.txt: its status and the first bytes of it.
    pub async fn robots_txt(&self, address: Url, most: usize) -> Result<(StatusCode, Vec<u8>), FetchError> {
        let (address, mut response) = Box::pin(self.follow(address, None, false)).await?;
        let mut body = vec![];
        while body.len() < most
            && let Some(piece) = response.chunk().await.map_err(|e| broken(&address, &e))?
        {
            body.extend_from_slice(&piece);
        }
        body.truncate(most);
        Ok((response.status(), body))
    }

    async fn follow(&self, start: Url, last: Option<&Conditional>, ask_robots: bool) -> Result<(Url, Response), FetchError> {
        let mut address = start.clone();
        for _ in 0..=self.settings.most_redirects {
            address.set_fragment(None);
            guard::judge(&address, &self.exceptions).map_err(|refusal| FetchError::Refused { address: shown(&address), refusal })?;
            if ask_robots {
                self.robots.ask(self, &address).await?;
            }
            let response = self.get(&address, last).await?;
            if !response.status().is_redirection() || response.status() == StatusCode::NOT_MODIFIED {
                return Ok((address, response));
            }
            let next = header(response.headers(), &LOCATION).and_then(|location| address.join(location).ok());
            address = next.ok_or(FetchError::NoRedirect { address: address.into() })?;
        }
        Err(FetchError::Redirects { address: start.into(), most: self.settings.most_redirects })
    }

    async fn get(&self, address: &Url, last: Option<&Conditional>) -> Result<Response, FetchError> {
        let client = if self.exceptions.name(address) { &self.excepted } else { &self.guarded };
        let mut request = client.get(address.clone());
        let known = last.into_iter().flat_map(|last| [(IF_NONE_MATCH, &last.etag), (IF_MODIFIED_SINCE, &last.last_modified)]);
        for (name, value) in known.filter_map(|(name, value)| Some((name, value.as_ref()?))) {
            request = request.header(name, value);
        }
        request.send().await.map_err(|e| broken(address, &e))
    }

    async fn take(&self, address: Url, mut response: Response, purpose: &Purpose) -> Result<Fetched, FetchError> {
        let (status, headers, most) = (response.status(), response.headers().clone(), self.settings.most_bytes);
        if status == StatusCode::NOT_MODIFIED {
            return Ok(Fetched { address, body: vec![], unchanged: true, headers });
        }
        if status != StatusCode::OK {
            return Err(FetchError::Status { address: address.into(), status, wait: retry_after(&headers) });
        }
        let found = kind(&headers);
        if !found.is_empty() && !purpose.types.contains(&&*found) {
            return Err(FetchError::ContentType { found, wanted: purpose.wanted, address: address.into() });
        }
        // The client has undone what it asked for; anything else was not asked for.
        if let Some(coding) = header(&headers, &CONTENT_ENCODING).filter(|coding| !coding.eq_ignore_ascii_case("identity")) {
            return Err(FetchError::ContentType { found: format!("{found} in {coding}"), wanted: purpose.wanted, address: address.into() });
        }
        let mut body = vec![];
        while let Some(piece) = response.chunk().await.map_err(|e| broken(&address, &e))? {
            if body.len() + piece.len() > most {
                return Err(FetchError::TooLarge { address: address.into(), most });
            }
            body.extend_from_slice(&piece);
        }
        Ok(Fetched { address, body, unchanged: false, headers })
    }
}

/// An address as messages show it: of one that is too long, the beginning.
fn shown(address: &Url) -> String {
    let address = address.as_str();
    if address.len() > guard::MOST_ADDRESS {
        return format!("{}…", address.chars().take(MOST_SHOWN).collect::<String>());
    }
    address.to_owned()
}

fn header<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

/// How long a site asks to be left alone, in seconds or until a time (RFC 9110, 10.2.3); as long as a failing feed is left alone at most.
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let asked = header(headers, &RETRY_AFTER)?.trim();
    let until = || (DateTime::parse_from_rfc2822(asked).ok()?.to_utc() - Utc::now()).to_std().ok();
    asked.parse().ok().map(Duration::from_secs).or_else(until).map(|wait| wait.min(LONGEST_WAIT))
}

fn kind(headers: &HeaderMap) -> String {
    header(headers, &CONTENT_TYPE).unwrap_or_default().split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// What a failed connection means: the guard's refusal, or the innermost cause.
fn broken(address: &Url, error: &reqwest::Error) -> FetchError {
    let mut cause: &(dyn std::error::Error + 'static) = error;
    loop {
        if let Some(refusal) = cause.downcast_ref::<Refusal>() {
            return FetchError::Refused { address: address.to_string(), refusal: *refusal };
        }
        let Some(next) = cause.source() else { break };
        cause = next;
    }
    FetchError::Connection { address: address.to_string(), why: cause.to_string() }
}
