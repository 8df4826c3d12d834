//! What the operator settled with each outlet: `[[outlets]]` in the settings.

use serde::Deserialize;
use url::Url;

use crate::article::{Metadata, Rights};

/// See `outlets` in the file.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct OutletSettings {
    /// As its articles give it, without regard to case; or empty.
    pub name: String,
    /// The host of its articles' addresses, which stands for those below it; or empty.
    pub host: String,
    /// In place of what its articles say.
    pub rights: Option<Rights>,
    /// In words of a card.
    pub max_quoted_words: Option<usize>,
    /// A line for each card, or empty.
    pub credit: String,
    /// Under which licence it may be quoted, or empty.
    pub licence: String,
}

impl OutletSettings {
    /// Whether an article is of this outlet.
    ///
    /// Where a host is given, an article that has an address is told by it alone: a page may call itself what it likes.
    pub fn published(&self, metadata: &Metadata) -> bool {
        let address = metadata.url.as_deref().and_then(|url| Url::parse(url).ok());
        match address.as_ref().and_then(Url::host_str) {
            Some(host) if !self.host.is_empty() => is_below(host, &self.host),
            _ => !self.name.is_empty() && metadata.outlet.as_deref().is_some_and(|outlet| is_same(outlet, &self.name)),
        }
    }

    /// What is wrong with it; `None` if nothing is.
    pub fn fault(&self) -> Option<String> {
        let OutletSettings { name, host, .. } = self;
        if name.trim().is_empty() && host.is_empty() {
            return Some("has neither `name` nor `host`".into());
        }
        if !host.is_empty() && !is_host(host) {
            return Some(format!("has the host `{host}`; give a bare host such as `news.example`"));
        }
        (self.max_quoted_words == Some(0)).then(|| format!("allows no words of `{name}{host}`; leave its articles out instead"))
    }
}

fn is_host(text: &str) -> bool {
    Url::parse(&format!("https://{text}/")).is_ok_and(|url| url.host_str() == Some(&text.to_lowercase()))
}

fn is_below(host: &str, given: &str) -> bool {
    let (host, given) = (host.to_lowercase(), given.to_lowercase());
    host == given || host.ends_with(&format!(".{given}"))
}

fn is_same(outlet: &str, name: &str) -> bool {
    outlet.trim().to_lowercase() == name.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, host: &str, outlet: &str, url: Option<&str>, expected: bool) {
        let settings = OutletSettings { name: name.into(), host: host.into(), ..OutletSettings::default() };
        let metadata = Metadata { outlet: Some(outlet.into()), url: url.map(str::to_owned), ..Metadata::default() };
        assert_eq!(settings.published(&metadata), expected, "{name} {host} {outlet} {url:?}");
    }

    #[test]
    fn an_outlet_is_known_by_its_host_and_without_one_by_its_name() {
        let page = Some("https://www.harbourpost.example/bridge");
        check("The Harbour Post", "", "the harbour post", None, true);
        check("The Harbour Post", "", "The Hill Post", page, false);
        check("", "harbourpost.example", "", page, true);
        check("", "post.example", "", page, false);
        check("The Harbour Post", "harbourpost.example", "The Harbour Post", Some("https://copies.example/bridge"), false);
        check("The Harbour Post", "harbourpost.example", "The Harbour Post", None, true);
    }
}
