//! Asks a site's robots.txt before anything else is fetched from it. Each site is asked once in the life of the process.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use texting_robots::Robot;
use url::Url;

use super::error::FetchError;
use super::fetch::Inner;

/// Bytes of a robots.txt that are read; RFC 9309 asks for at least 500 KiB.
const MOST_BYTES: usize = 512 * 1024;

/// Sites whose rules are remembered. Beyond, all are forgotten and asked again.
const MOST_SITES: usize = 2_000;

/// The rules of the sites that were asked.
pub struct Robots {
    /// The name that rules are looked up by.
    agent: String,
    /// By scheme, host and port; `None` for a site without rules.
    sites: Mutex<HashMap<String, Option<Arc<Robot>>>>,
}

impl Robots {
    /// No rules yet. The name in rules is the first word of the user agent, without its version.
    pub fn new(user_agent: &str) -> Robots {
        let agent = user_agent.split(['/', ' ']).next().unwrap_or_default().to_owned();
        Robots { agent, sites: Mutex::default() }
    }

    /// Whether an address may be fetched.
    ///
    /// A site that answers 4xx has no rules; while it answers 5xx or not at all, nothing of it may be fetched (RFC 9309, 2.3.1).
    pub async fn ask(&self, inner: &Inner, address: &Url) -> Result<(), FetchError> {
        let site = address.origin().ascii_serialization();
        let known = self.sites.lock().unwrap_or_else(PoisonError::into_inner).get(&site).cloned();
        let rules = match known {
            Some(rules) => rules,
            None => {
                let rules = self.fetch(inner, address).await?;
                let mut sites = self.sites.lock().unwrap_or_else(PoisonError::into_inner);
                if sites.len() >= MOST_SITES {
                    sites.clear();
                }
                sites.insert(site, rules.clone());
                rules
            }
        };
        match rules {
            Some(rules) if !rules.allowed(address.as_str()) => Err(FetchError::Robots { address: address.to_string() }),
            _ => Ok(()),
        }
    }

    async fn fetch(&self, inner: &Inner, address: &Url) -> Result<Option<Arc<Robot>>, FetchError> {
        let host = address[url::Position::BeforeHost..url::Position::AfterPort].to_owned();
        let unknown = |why: String| FetchError::RobotsUnknown { host: host.clone(), why };
        let file = address.join("/robots.txt").map_err(|e| unknown(e.to_string()))?;
        let (status, body) = match inner.robots_txt(file, MOST_BYTES).await {
            Err(FetchError::Connection { why, .. }) => return Err(unknown(why)),
            Err(FetchError::Refused { refusal, .. }) => return Err(FetchError::Refused { address: address.to_string(), refusal }),
            // Beyond five redirects a site has no rules (RFC 9309, 2.3.1.2).
            Err(FetchError::Redirects { .. } | FetchError::NoRedirect { .. }) => return Ok(None),
            other => other?,
        };
        if status.is_server_error() || status.as_u16() == 429 {
            return Err(unknown(format!("it answered {status}")));
        }
        if !status.is_success() {
            return Ok(None);
        }
        Robot::new(&self.agent, &body).map(|rules| Some(Arc::new(rules))).map_err(|e| unknown(e.to_string()))
    }
}
