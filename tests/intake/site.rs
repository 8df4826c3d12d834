//! A site on loopback that plays every trick, and a fetcher that may reach it.

use std::collections::HashMap;
use std::future::{Future, pending};
use std::io;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, Response, Uri};
use futures::StreamExt;
use takeaway::intake::guard::{Lookup, Waiting};
use takeaway::intake::{FetchSettings, Fetcher};

use tokio::sync::Notify;

use crate::PATIENCE;

/// A site that answers paths as it was told to, and counts what it was asked.
#[derive(Clone, Default)]
pub struct Site {
    answers: Arc<HashMap<&'static str, Answer>>,
    pub asked: Arc<AtomicUsize>,
    /// The paths that were asked for, with their queries.
    paths: Arc<Mutex<Vec<String>>>,
}

#[derive(Clone)]
pub enum Answer {
    /// Status, headers, body.
    Plain(u16, Vec<(&'static str, String)>, Vec<u8>),
    /// A body that never ends, of pieces of this size.
    Endless(usize),
    /// Headers, some bytes, and nothing more.
    Stalled,
    /// 304 to who knows the version, else this feed.
    Versioned(&'static str),
    /// Nothing, until somebody has been told that it was asked for and lets it go; then 404.
    Held(Arc<Gate>),
}

/// Holds an answer back while something else happens.
#[derive(Default)]
pub struct Gate {
    pub asked: Notify,
    pub opens: Notify,
}

pub fn html(text: &str) -> Answer {
    Answer::Plain(200, vec![("content-type", "text/html; charset=utf-8".into())], text.as_bytes().to_vec())
}

pub fn redirect(to: &str) -> Answer {
    Answer::Plain(302, vec![("location", to.into())], vec![])
}

async fn answer(State(site): State<Site>, uri: Uri, headers: HeaderMap) -> Response<Body> {
    site.asked.fetch_add(1, Ordering::SeqCst);
    site.paths.lock().expect("nobody panics over it").push(uri.to_string());
    let builder = Response::builder();
    let page = || Response::builder().header("content-type", "text/html");
    let response = match site.answers.get(uri.path()) {
        None => builder.status(404).body(Body::empty()),
        Some(Answer::Held(gate)) => {
            gate.asked.notify_one();
            gate.opens.notified().await;
            builder.status(404).body(Body::empty())
        }
        Some(Answer::Plain(status, given, body)) => {
            given.iter().fold(builder.status(*status), |b, (name, value)| b.header(*name, value)).body(Body::from(body.clone()))
        }
        Some(Answer::Endless(size)) => {
            let piece = Bytes::from(vec![b'a'; *size]);
            page().body(Body::from_stream(futures::stream::repeat_with(move || io::Result::Ok(piece.clone()))))
        }
        Some(Answer::Stalled) => {
            let start = futures::stream::iter([io::Result::Ok(Bytes::from_static(b"<html><p>And then"))]);
            page().body(Body::from_stream(start.chain(futures::stream::once(pending()))))
        }
        Some(Answer::Versioned(_)) if headers.get("if-none-match").is_some_and(|tag| tag == "\"v1\"") => {
            builder.status(304).body(Body::empty())
        }
        Some(Answer::Versioned(feed)) => {
            builder.header("content-type", "application/rss+xml").header("etag", "\"v1\"").body(Body::from(*feed))
        }
    };
    response.expect("a canned answer is well formed")
}

/// Names of the scenarios' own; everything else is unknown.
struct Names;

impl Lookup for Names {
    fn lookup(&self, host: &str) -> Waiting<io::Result<Vec<IpAddr>>> {
        let numbers: Vec<IpAddr> = match host {
            "news.example" | "inner.example" => vec![Ipv4Addr::LOCALHOST.into()],
            "mixed.example" => vec![Ipv4Addr::new(93, 184, 215, 14).into(), Ipv4Addr::new(10, 0, 0, 7).into()],
            "metadata.example" => vec![Ipv4Addr::new(169, 254, 169, 254).into()],
            _ => vec![],
        };
        Box::pin(async move { if numbers.is_empty() { Err(io::Error::other("no such name")) } else { Ok(numbers) } })
    }
}

pub struct World {
    pub site: Site,
    pub port: u16,
    pub fetcher: Fetcher,
}

impl World {
    /// Fetches a path of the site, or a whole address in which `PORT` is the site's.
    pub async fn fetches(&self, address: &str) -> String {
        match self.fetcher.page(&self.address(address)).await {
            Ok(page) => format!("{:?} {}", page.kind, page.text),
            Err(e) => e.to_string().replace(&self.port.to_string(), "PORT"),
        }
    }

    /// The paths that the site was asked for since this was last called, in order, robots.txt left out.
    pub fn asked(&self) -> Vec<String> {
        let mut paths = std::mem::take(&mut *self.site.paths.lock().expect("nobody panics over it"));
        paths.retain(|path| path != "/robots.txt");
        paths
    }

    pub fn address(&self, address: &str) -> String {
        let whole = if address.starts_with('/') { format!("http://news.example:PORT{address}") } else { address.to_owned() };
        whole.replace("PORT", &self.port.to_string())
    }
}

/// Plays a site that gives these answers to a fetcher that may reach it as `news.example` alone.
pub fn scenario<F: Future<Output = ()>>(answers: &[(&'static str, Answer)], story: impl FnOnce(World) -> F) {
    scenario_with(FetchSettings { timeout: Duration::from_secs(5), most_bytes: 100_000, ..FetchSettings::default() }, answers, story);
}

pub fn scenario_with<F: Future<Output = ()>>(
    mut settings: FetchSettings,
    answers: &[(&'static str, Answer)],
    story: impl FnOnce(World) -> F,
) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime starts");
    let told = async {
        let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("loopback has a free port");
        let port = listener.local_addr().expect("a bound listener has an address").port();
        settings.exceptions.push(format!("news.example:{port}"));
        let rewritten = answers.iter().map(|(path, answer)| (*path, with_port(answer, port)));
        let site = Site { answers: Arc::new(rewritten.collect()), ..Site::default() };
        let router = Router::new().fallback(answer).with_state(site.clone());
        let server = tokio::spawn(async move { axum::serve(listener, router).await });
        let fetcher = Fetcher::with_lookup(settings, Arc::new(Names)).expect("the settings are right");
        story(World { site, port, fetcher }).await;
        server.abort();
    };
    runtime.block_on(async { tokio::time::timeout(PATIENCE, told).await.expect("no fetch hangs") });
}

fn with_port(answer: &Answer, port: u16) -> Answer {
    let Answer::Plain(status, headers, body) = answer else { return answer.clone() };
    let headers = headers.iter().map(|(name, value)| (*name, value.replace("PORT", &port.to_string())));
    Answer::Plain(*status, headers.collect(), body.clone())
}

#[track_caller]
pub fn check(found: &str, parts: &[&str]) {
    assert!(parts.iter().all(|part| found.contains(part)), "{found}");
}
