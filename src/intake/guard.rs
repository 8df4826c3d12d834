//! Which addresses may be reached: public ones, and the exceptions of the settings.
//!
//! A name is judged by every address that it resolves to, at the moment of connecting, so that it cannot resolve to one address
//! for the check and to another for the connection.

use std::error::Error;
use std::future::Future;
use std::io;
use std::net::{IpAddr, SocketAddr, ToSocketAddrs};
use std::pin::Pin;
use std::sync::{Arc, LazyLock};

use ipnet::IpNet;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use url::{Host, Url};

/// Networks that are not the public internet: IANA's special-purpose registries, multicast, and the prefixes that carry an IPv4
/// address within an IPv6 one, which would reach around the other entries.
const CLOSED: &[&str] = &[
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.0.0.0/24",
    "192.0.2.0/24",
    "192.31.196.0/24",
    "192.52.193.0/24",
    "192.88.99.0/24",
    "192.168.0.0/16",
    "192.175.48.0/24",
    "198.18.0.0/15",
    "198.51.100.0/24",
    "203.0.113.0/24",
    "224.0.0.0/4",
    "240.0.0.0/4",
    // The metadata service of a cloud that stands on a public-looking address.
    "168.63.129.16/32",
];

/// Of IPv6 only `2000::/3` is given out; within it, these are not public.
const CLOSED_6: &[&str] = &["2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20"];

static NETS: LazyLock<(Vec<IpNet>, Vec<IpNet>)> = LazyLock::new(|| {
    let parse = |nets: &[&str]| nets.iter().map(|net| net.parse().expect("the networks are compiled in and tested")).collect();
    (parse(CLOSED), parse(CLOSED_6))
});

/// Whether an address is one that anybody on the internet can reach.
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(_) => !NETS.0.iter().any(|net| net.contains(&address)),
        IpAddr::V6(six) => six.segments()[0] & 0xe000 == 0x2000 && !NETS.1.iter().any(|net| net.contains(&address)),
    }
}

/// A future that may cross threads.
pub type Waiting<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// Looks the addresses of a host's name up.
pub trait Lookup: Send + Sync + 'static {
    /// All addresses of the name; an error if there is none.
    fn lookup(&self, host: &str) -> Waiting<io::Result<Vec<IpAddr>>>;
}

/// Looks names up as every program of the system does.
pub struct SystemLookup;

impl Lookup for SystemLookup {
    fn lookup(&self, host: &str) -> Waiting<io::Result<Vec<IpAddr>>> {
        let host = host.to_owned();
        Box::pin(async move {
            let found =
                tokio::task::spawn_blocking(move || (host.as_str(), 0).to_socket_addrs().map(|found| found.map(|a| a.ip()).collect()));
            found.await.map_err(io::Error::other)?
        })
    }
}

/// Places that may be reached although they are not public.
#[derive(Clone, Debug, Default)]
pub struct Exceptions {
    nets: Vec<IpNet>,
    /// Host, in lower case, and port.
    hosts: Vec<(String, u16)>,
}

impl Exceptions {
    /// Parses networks, single addresses and `host:port`; the error is the entry that is none of these.
    pub fn parse(entries: &[String]) -> Result<Exceptions, String> {
        let mut exceptions = Exceptions::default();
        for entry in entries.iter().map(|entry| entry.trim()) {
            if let Ok(net) = entry.parse::<IpNet>() {
                exceptions.nets.push(net);
            } else if let Ok(address) = entry.parse::<IpAddr>() {
                exceptions.nets.push(address.into());
            } else {
                let (host, port) = entry.rsplit_once(':').and_then(|(host, port)| Some((host, port.parse().ok()?))).ok_or(entry)?;
                let host = Host::parse(host).map_err(|_| entry)?;
                exceptions.hosts.push((host.to_string(), port));
            }
        }
        Ok(exceptions)
    }

    /// Whether an address may be reached on any port.
    pub fn allow(&self, address: IpAddr) -> bool {
        is_public(address) || self.nets.iter().any(|net| net.contains(&address))
    }

    /// Whether the host and port of an address are excepted by name, so that it may resolve to anything.
    pub fn name(&self, address: &Url) -> bool {
        let host = address.host_str().unwrap_or_default().trim_end_matches('.');
        self.hosts.iter().any(|(name, port)| name == host && Some(*port) == address.port_or_known_default())
    }
}

pub use crate::article::limits::MOST_ADDRESS;

/// Why an address may not be fetched, before anything is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// More than [`MOST_ADDRESS`].
    #[error("has more than {MOST_ADDRESS} bytes")]
    TooLong,
    /// Neither http nor https.
    #[error("is neither http nor https")]
    Scheme,
    /// A name or password in the address.
    #[error("holds a user name or password")]
    Credentials,
    /// No host.
    #[error("has no host")]
    NoHost,
    /// An address that is not public.
    #[error("leads to {0}, which is no public address")]
    NotPublic(IpAddr),
}

/// Judges an address by itself: length, scheme, credentials, and its host if that is a number.
pub fn judge(address: &Url, exceptions: &Exceptions) -> Result<(), Refusal> {
    if address.as_str().len() > MOST_ADDRESS {
        return Err(Refusal::TooLong);
    }
    if !matches!(address.scheme(), "http" | "https") {
        return Err(Refusal::Scheme);
    }
    if !address.username().is_empty() || address.password().is_some() {
        return Err(Refusal::Credentials);
    }
    let number = match address.host().ok_or(Refusal::NoHost)? {
        Host::Ipv4(number) => IpAddr::V4(number),
        Host::Ipv6(number) => IpAddr::V6(number),
        Host::Domain(_) => return Ok(()),
    };
    if exceptions.allow(number) || exceptions.name(address) { Ok(()) } else { Err(Refusal::NotPublic(number)) }
}

/// Resolves names for connections, and refuses a name if any of its addresses may not be reached.
pub struct Resolver {
    /// Looks names up.
    pub lookup: Arc<dyn Lookup>,
    /// What may be reached besides public addresses; `None` for a resolver of names that are excepted themselves.
    pub exceptions: Option<Exceptions>,
}

impl Resolve for Resolver {
    fn resolve(&self, name: Name) -> Resolving {
        let (found, exceptions) = (self.lookup.lookup(name.as_str()), self.exceptions.clone());
        Box::pin(async move {
            let found = found.await?;
            let closed = |address: &&IpAddr| exceptions.as_ref().is_some_and(|exceptions| !exceptions.allow(**address));
            if let Some(address) = found.iter().find(closed) {
                return Err(Box::new(Refusal::NotPublic(*address)) as Box<dyn Error + Send + Sync>);
            }
            let addresses: Addrs = Box::new(found.into_iter().map(|address| SocketAddr::new(address, 0)));
            Ok(addresses)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(address: &str, refused: bool) {
        let exceptions =
            Exceptions::parse(&["10.1.0.0/16".into(), "127.0.0.1:8080".into(), "wire.example:8443".into()]).expect("they are exceptions");
        let url = Url::parse(address).expect("it is an address");
        assert_eq!(judge(&url, &exceptions).is_err(), refused, "{address} is {url}");
    }

    #[test]
    fn only_public_numbers_may_be_reached() {
        for address in [
            "ftp://news.example/",
            "file:///etc/passwd",
            "http://ana:pw@news.example/",
            "http://127.0.0.1/",
            "http://127.0.0.1:8081/",
            "http://0x7f.1/",
            "http://2130706433/",
            "http://0177.0.0.1/",
            "http://0/",
            "http://10.2.3.4/",
            "http://172.20.0.1/",
            "http://192.168.1.1/",
            "http://169.254.169.254/latest/meta-data",
            "http://100.64.0.1/",
            "http://100.100.100.200/",
            "http://192.0.2.7/",
            "http://198.18.0.1/",
            "http://198.51.100.1/",
            "http://203.0.113.9/",
            "http://224.0.0.1/",
            "http://255.255.255.255/",
            "http://[::1]/",
            "http://[::]/",
            "http://[::ffff:127.0.0.1]/",
            "http://[::127.0.0.1]/",
            "http://[64:ff9b::7f00:1]/",
            "http://[64:ff9b:1::7f00:1]/",
            "http://[2002:7f00:1::]/",
            "http://[2001:0:1::1]/",
            "http://[fc00::1]/",
            "http://[fd00:ec2::254]/",
            "http://[fe80::1]/",
            "http://[fec0::1]/",
            "http://[ff02::1]/",
            "http://[2001:db8::1]/",
            "http://[100::1]/",
            "http://[3fff::1]/",
            "http://[5f00::1]/",
        ] {
            check(address, true);
        }
        for address in [
            "http://93.184.215.14/",
            "https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/",
            "http://10.1.2.3/",
            "http://127.0.0.1:8080/a",
            "https://news.example/",
            "https://wire.example:8443/",
        ] {
            check(address, false);
        }
    }

    #[test]
    fn an_exception_that_is_none_is_named() {
        assert_eq!(Exceptions::parse(&["10.0.0.0/8".into(), "some where".into()]).err().as_deref(), Some("some where"));
    }
}
