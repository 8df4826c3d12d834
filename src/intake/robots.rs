//! Asks a site's robots.txt before anything else is fetched from it, and again a day later.
//!
//! Rules are remembered as the text that the site sent: compiled, they take up to four hundred times its room.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use texting_robots::Robot;
use url::Url;

use super::error::FetchError;
use super::fetch::Inner;

/// Bytes of a robots.txt that are read; RFC 9309 asks for at least 500 KiB.
const MOST_BYTES: usize = 512 * 1024;

/// Rules with `$`, each of which is compiled into an expression of some kilobytes. Sites have a few dozen.
const MOST_ENDINGS: usize = 500;

/// How long rules are believed (RFC 9309, 2.4).
const BELIEVED: Duration = Duration::from_secs(24 * 60 * 60);

/// Bytes of rules that are remembered. Beyond, all are forgotten and asked again.
const MOST_KEPT: usize = 16 * 1024 * 1024;

/// What remembering a site takes besides its name and its rules, about.
const OF_A_SITE: usize = 128;

/// The rules of the sites that were asked.
pub struct Robots {
    /// The name that rules are looked up by.
    agent: String,
    sites: Mutex<Sites>,
}

/// A robots.txt as it was sent; empty for a site without rules.
type Rules = Arc<[u8]>;

#[derive(Default)]
struct Sites {
    /// By scheme, host and port, with the time of the fetch.
    rules: HashMap<String, (Rules, Instant)>,
    /// What they take.
    bytes: usize,
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
        let known = self.sites().known(&site, Instant::now());
        let rules = match known {
            Some(rules) => rules,
            None => {
                let rules = fetch(inner, address).await?;
                self.sites().keep(site, rules.clone(), Instant::now());
                rules
            }
        };
        if rules.is_empty() {
            return Ok(());
        }
        let (agent, asked) = (self.agent.clone(), address.to_string());
        // Compiling hundreds of rules takes a while; on a thread of its own it does not hold answers up.
        let allowed = tokio::task::spawn_blocking(move || Robot::new(&agent, &rules).map(|rules| rules.allowed(&asked)));
        match allowed.await.map_err(anyhow::Error::from).and_then(|allowed| allowed) {
            Ok(true) => Ok(()),
            Ok(false) => Err(FetchError::Robots { address: address.to_string() }),
            Err(error) => Err(unknown(address, error.to_string())),
        }
    }

    fn sites(&self) -> std::sync::MutexGuard<'_, Sites> {
        self.sites.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Sites {
    /// The rules of a site, unless they are no longer believed.
    fn known(&self, site: &str, now: Instant) -> Option<Rules> {
        let (rules, fetched) = self.rules.get(site)?;
        (now.duration_since(*fetched) < BELIEVED).then(|| rules.clone())
    }

    fn keep(&mut self, site: String, rules: Rules, now: Instant) {
        let size = |site: &str, rules: &Rules| site.len() + rules.len() + OF_A_SITE;
        if let Some((last, _)) = self.rules.remove(&site) {
            self.bytes -= size(&site, &last);
        }
        if self.bytes + size(&site, &rules) > MOST_KEPT {
            *self = Sites::default();
        }
        self.bytes += size(&site, &rules);
        self.rules.insert(site, (rules, now));
    }
}

async fn fetch(inner: &Inner, address: &Url) -> Result<Rules, FetchError> {
    let file = address.join("/robots.txt").map_err(|e| unknown(address, e.to_string()))?;
    let (status, body) = match inner.robots_txt(file, MOST_BYTES).await {
        Err(FetchError::Connection { why, .. }) => return Err(unknown(address, why)),
        Err(FetchError::Refused { refusal, .. }) => return Err(FetchError::Refused { address: address.to_string(), refusal }),
        // Beyond five redirects a site has no rules (RFC 9309, 2.3.1.2).
        Err(FetchError::Redirects { .. } | FetchError::NoRedirect { .. }) => return Ok(Rules::default()),
        other => other?,
    };
    if status.is_server_error() || status.as_u16() == 429 {
        return Err(unknown(address, format!("it answered {status}")));
    }
    if !status.is_success() {
        return Ok(Rules::default());
    }
    if body.split(|byte| matches!(byte, b'\n' | b'\r' | 0)).filter(|line| line.contains(&b'$')).count() > MOST_ENDINGS {
        return Err(unknown(address, format!("it has more than {MOST_ENDINGS} rules with `$`")));
    }
    Ok(body.into())
}

fn unknown(address: &Url, why: String) -> FetchError {
    let host = address[url::Position::BeforeHost..url::Position::AfterPort].to_owned();
    FetchError::RobotsUnknown { host, why }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_believed_for_a_day() {
        let (mut sites, fetched) = (Sites::default(), Instant::now());
        sites.keep("https://wire.example".into(), Rules::default(), fetched);
        assert!(sites.known("https://wire.example", fetched + BELIEVED - Duration::from_secs(1)).is_some());
        assert!(sites.known("https://wire.example", fetched + BELIEVED).is_none(), "they are asked for anew");
        assert!(sites.known("https://post.example", fetched).is_none());
    }

    #[test]
    fn no_more_rules_are_remembered_than_there_is_room_for() {
        let (mut sites, now) = (Sites::default(), Instant::now());
        for site in 0..100 {
            sites.keep(format!("https://wire.example:{site}"), vec![b'#'; MOST_BYTES].into(), now);
            let held: usize = sites.rules.values().map(|(rules, _)| rules.len()).sum();
            assert!(held <= MOST_KEPT && sites.known(&format!("https://wire.example:{site}"), now).is_some(), "{held} bytes");
        }
        for _ in 0..100 {
            sites.keep("https://wire.example:99".into(), Rules::default(), now);
        }
        assert_eq!(sites.bytes, sites.rules.iter().map(|(site, (rules, _))| site.len() + rules.len() + OF_A_SITE).sum::<usize>());
    }
}
