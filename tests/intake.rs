//! Scenarios of fetching, told against a site on loopback that plays every trick.

#[path = "intake/terminal.rs"]
mod terminal;

use std::collections::HashMap;
use std::future::{Future, pending};
use std::io;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, Response, Uri};
use futures::StreamExt;
use takeaway::intake::feed::{Conditional, FeedAnswer};
use takeaway::intake::feeds::Feeds;
use takeaway::intake::feeds::ledger::Subscription;
use takeaway::intake::guard::{Lookup, Waiting};
use takeaway::intake::{FetchSettings, Fetcher, PageKind};
use takeaway::library::{Library, Origin, Place, Scope};
use takeaway::search::Synonyms;

/// Longer than any scenario needs; a fetch that hangs fails here.
const PATIENCE: Duration = Duration::from_secs(20);

/// A site that answers paths as it was told to, and counts what it was asked.
#[derive(Clone, Default)]
struct Site {
    answers: Arc<HashMap<&'static str, Answer>>,
    asked: Arc<AtomicUsize>,
}

#[derive(Clone)]
enum Answer {
    /// Status, headers, body.
    Plain(u16, Vec<(&'static str, String)>, Vec<u8>),
    /// A body that never ends, of pieces of this size.
    Endless(usize),
    /// Headers, some bytes, and nothing more.
    Stalled,
    /// 304 to who knows the version, else this feed.
    Versioned(&'static str),
}

fn html(text: &str) -> Answer {
    Answer::Plain(200, vec![("content-type", "text/html; charset=utf-8".into())], text.as_bytes().to_vec())
}

fn redirect(to: &str) -> Answer {
    Answer::Plain(302, vec![("location", to.into())], vec![])
}

async fn answer(State(site): State<Site>, uri: Uri, headers: HeaderMap) -> Response<Body> {
    site.asked.fetch_add(1, Ordering::SeqCst);
    let builder = Response::builder();
    let page = || Response::builder().header("content-type", "text/html");
    let response = match site.answers.get(uri.path()) {
        None => builder.status(404).body(Body::empty()),
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

struct World {
    site: Site,
    port: u16,
    fetcher: Fetcher,
}

impl World {
    /// Fetches a path of the site, or a whole address in which `PORT` is the site's.
    async fn fetches(&self, address: &str) -> String {
        match self.fetcher.page(&self.address(address)).await {
            Ok(page) => format!("{:?} {}", page.kind, page.text),
            Err(e) => e.to_string().replace(&self.port.to_string(), "PORT"),
        }
    }

    fn address(&self, address: &str) -> String {
        let whole = if address.starts_with('/') { format!("http://news.example:PORT{address}") } else { address.to_owned() };
        whole.replace("PORT", &self.port.to_string())
    }
}

/// Plays a site that gives these answers to a fetcher that may reach it as `news.example` alone.
fn scenario<F: Future<Output = ()>>(answers: &[(&'static str, Answer)], story: impl FnOnce(World) -> F) {
    scenario_with(FetchSettings { timeout: Duration::from_secs(5), most_bytes: 100_000, ..FetchSettings::default() }, answers, story);
}

fn scenario_with<F: Future<Output = ()>>(mut settings: FetchSettings, answers: &[(&'static str, Answer)], story: impl FnOnce(World) -> F) {
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
fn check(found: &str, parts: &[&str]) {
    assert!(parts.iter().all(|part| found.contains(part)), "{found}");
}

#[test]
fn a_page_is_fetched_and_says_where_it_was_found() {
    let moved = ("/old", redirect("/new"));
    let page = Answer::Plain(200, vec![("content-type", "text/html".into()), ("etag", "\"7\"".into())], b"<p>Hello</p>".to_vec());
    scenario(
        &[moved, ("/new", page), ("/notes.md", Answer::Plain(200, vec![("content-type", "text/plain".into())], b"# Notes".to_vec()))],
        async |world| {
            let page = world.fetcher.page(&world.address("/old#part")).await.expect("it is there");
            assert_eq!(page.address.as_str(), world.address("/new"));
            assert_eq!((page.kind, &*page.text, page.etag.as_deref()), (PageKind::Html, "<p>Hello</p>", Some("\"7\"")));
            assert_eq!(world.fetches("/notes.md").await, "Markdown # Notes");
        },
    );
}

#[test]
fn a_redirect_into_the_own_network_is_refused() {
    let doors = [
        ("/number", redirect("http://127.0.0.1:PORT/secret")),
        ("/name", redirect("http://inner.example:PORT/secret")),
        ("/six", redirect("http://[::ffff:127.0.0.1]:PORT/secret")),
        ("/cloud", redirect("http://169.254.169.254/latest/meta-data")),
        ("/file", redirect("file:///etc/passwd")),
        ("/login", redirect("http://ana:pw@news.example:PORT/secret")),
        ("/secret", html("secret")),
    ];
    scenario(&doors, async |world| {
        for door in ["/number", "/name", "/six", "/cloud"] {
            check(&world.fetches(door).await, &["which is no public address", "list an exception in `intake.exceptions`"]);
        }
        check(&world.fetches("/file").await, &["`file:///etc/passwd` is neither http nor https"]);
        check(&world.fetches("/login").await, &["holds a user name or password"]);
    });
}

#[test]
fn a_name_that_resolves_to_a_private_address_is_refused_before_anything_is_sent() {
    scenario(&[("/", html("secret"))], async |world| {
        check(&world.fetches("http://inner.example:PORT/").await, &["`http://inner.example:PORT/` leads to 127.0.0.1"]);
        check(&world.fetches("http://mixed.example/").await, &["leads to 10.0.0.7"]);
        check(&world.fetches("http://metadata.example/").await, &["leads to 169.254.169.254"]);
        check(&world.fetches("http://news.example:1/").await, &["leads to 127.0.0.1"]);
        check(&world.fetches("http://localhost.unknown/").await, &["no such name", "try again later"]);
        check(&world.fetches("news").await, &["`news` is no web address"]);
        assert_eq!(world.site.asked.load(Ordering::SeqCst), 0);
    });
}

#[test]
fn redirects_end_after_five() {
    scenario(&[("/a", redirect("/b")), ("/b", redirect("/a")), ("/c", Answer::Plain(302, vec![], vec![]))], async |world| {
        check(&world.fetches("/a").await, &["/a` was redirected more than 5 times"]);
        check(&world.fetches("/c").await, &["/c` redirects to no address"]);
        assert!(world.site.asked.load(Ordering::SeqCst) < 10);
    });
}

#[test]
fn an_endless_body_is_cut_off() {
    scenario(&[("/", Answer::Endless(4096))], async |world| {
        check(&world.fetches("/").await, &["has more than 100000 bytes", "add the text by upload"]);
    });
}

#[test]
fn a_gzip_bomb_is_cut_off_by_its_size_when_unpacked() {
    let headers = vec![("content-type", "text/html".into()), ("content-encoding", "gzip".into())];
    let bomb = gzip_of_many(200_000);
    assert!(bomb.len() < 400_000);
    let settings = FetchSettings { most_bytes: 1_000_000, ..FetchSettings::default() };
    scenario_with(settings, &[("/", Answer::Plain(200, headers, bomb))], async |world| {
        check(&world.fetches("/").await, &["has more than 1000000 bytes"]);
    });
}

/// A gzip stream of one letter and so many repeats of 258 letters: 13 bits each, in a block of fixed codes (RFC 1951, 3.2.6).
fn gzip_of_many(repeats: usize) -> Vec<u8> {
    let mut bits: Vec<bool> = vec![true, true, false];
    let code = |bits: &mut Vec<bool>, value: u32, size: u32| (0..size).rev().for_each(|at| bits.push(value >> at & 1 == 1));
    code(&mut bits, 0x30 + u32::from(b'a'), 8);
    for _ in 0..repeats {
        code(&mut bits, 0b1100_0101, 8);
        code(&mut bits, 0, 5);
    }
    let bytes = bits.chunks(8).map(|eight| eight.iter().enumerate().fold(0_u8, |byte, (at, bit)| byte | u8::from(*bit) << at));
    [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255].into_iter().chain(bytes).collect()
}

#[test]
fn a_body_that_stalls_ends_with_the_time_for_the_whole_fetch() {
    let settings = FetchSettings { timeout: Duration::from_millis(300), ..FetchSettings::default() };
    scenario_with(settings, &[("/", Answer::Stalled)], async |world| {
        let start = Instant::now();
        check(&world.fetches("/").await, &["took longer than 0.3 s"]);
        assert!(start.elapsed() < Duration::from_secs(3));
    });
}

#[test]
fn a_wrong_charset_is_put_right_by_the_page_and_the_header_goes_first() {
    let cyrillic = |text: &str| encoding_rs::WINDOWS_1251.encode(text).0.into_owned();
    let page = |header: &str, body: Vec<u8>| Answer::Plain(200, vec![("content-type", header.into())], body);
    let pages = [
        ("/meta", page("text/html", cyrillic("<meta charset=windows-1251><p>Мэр</p>"))),
        ("/header", page("text/html; charset=\"windows-1251\"", cyrillic("<meta charset=utf-8><p>Мэр</p>"))),
        ("/broken", page("text/html; charset=utf-8", cyrillic("<p>Мэр</p>"))),
    ];
    scenario(&pages, async |world| {
        check(&world.fetches("/meta").await, &["Мэр"]);
        check(&world.fetches("/header").await, &["Мэр"]);
        check(&world.fetches("/broken").await, &["\u{fffd}"]);
    });
}

#[test]
fn an_answer_that_is_no_page_says_what_to_do() {
    let picture = Answer::Plain(200, vec![("content-type", "image/png".into())], vec![0; 9]);
    let answers = [
        ("/p", picture),
        ("/500", Answer::Plain(500, vec![], vec![])),
        ("/403", Answer::Plain(403, vec![], vec![])),
        ("/204", Answer::Plain(204, vec![], vec![])),
    ];
    scenario(&answers, async |world| {
        check(&world.fetches("/p").await, &["is `image/png`, not a page of text"]);
        check(&world.fetches("/500").await, &["answered 500 Internal Server Error; try again later"]);
        check(&world.fetches("/403").await, &["add the text by upload if you may quote it"]);
        check(&world.fetches("/none").await, &["answered 404 Not Found; check the address"]);
        check(&world.fetches("/204").await, &["give the address of an article"]);
    });
}

#[test]
fn robots_txt_is_asked_once_and_obeyed() {
    let rules = Answer::Plain(200, vec![], b"User-agent: *\nDisallow: /shut\n\nUser-agent: Takeaway\nDisallow: /private\n".to_vec());
    scenario(
        &[("/robots.txt", rules), ("/open", html("open")), ("/private/a", html("a")), ("/way", redirect("/private/a"))],
        async |world| {
            check(&world.fetches("/open").await, &["open"]);
            check(&world.fetches("/private/a").await, &["robots.txt", "asks bots not to fetch it"]);
            check(&world.fetches("/way").await, &["asks bots not to fetch it"]);
            assert_eq!(world.site.asked.load(Ordering::SeqCst), 3, "robots.txt, /open and /way");
        },
    );
}

#[test]
fn while_robots_txt_fails_nothing_is_fetched() {
    scenario(&[("/robots.txt", Answer::Plain(503, vec![], vec![])), ("/", html("a"))], async |world| {
        check(&world.fetches("/").await, &["the robots.txt of `news.example:PORT` could not be read (it answered 503", "try again later"]);
    });
}

#[test]
fn a_feed_is_read_once_and_then_unchanged() {
    let feed = "<rss version=\"2.0\"><channel><title>Wire</title><item><guid>n1</guid><link>/a</link><title>Bridge opens</title></item></channel></rss>";
    scenario(&[("/feed", Answer::Versioned(feed)), ("/page", html("<p>no feed</p>"))], async |world| {
        let address = world.address("/feed");
        let FeedAnswer::Changed { items, conditional } = world.fetcher.feed(&address, &Conditional::default()).await.expect("it is a feed")
        else {
            panic!("a feed that was never read has changed");
        };
        assert_eq!(items.iter().map(|i| (&*i.id, i.url.path(), &*i.title)).collect::<Vec<_>>(), [("n1", "/a", "Bridge opens")]);
        assert_eq!(conditional.etag.as_deref(), Some("\"v1\""));
        assert_eq!(world.fetcher.feed(&address, &conditional).await, Ok(FeedAnswer::Unchanged));
        let error = world.fetcher.feed(&world.address("/page"), &Conditional::default()).await.expect_err("it is a page");
        check(&error.to_string(), &["is no feed that can be read", "give the address of an RSS, Atom or JSON feed"]);
    });
}

#[test]
fn an_article_comes_with_the_address_where_it_was_found() {
    let page = include_str!("pages/portal-pt.html");
    scenario(&[("/a", html(page)), ("/empty", html("<p>Nothing here.</p>"))], async |world| {
        let draft = world.fetcher.article(&world.address("/a")).await.expect("it is an article");
        assert_eq!(draft.metadata.byline.as_deref(), Some("Teresa Vaz Moura and Rui Saldanha"));
        assert_eq!(draft.metadata.url, Some(world.address("/a")));
        let error = world.fetcher.article(&world.address("/empty")).await.expect_err("it has no text");
        check(&error.to_string(), &["/empty` has 2 words of text in which no article can be seen"]);
    });
}

#[test]
fn a_feed_is_read_when_it_is_due_and_less_often_while_it_fails() {
    let items = "<item><guid>n1</guid><link>/a</link></item><item><guid>n2</guid><link>/gone</link></item>";
    let feed = format!("<rss version=\"2.0\"><channel><title>Wire</title>{items}</channel></rss>");
    let feed = Answer::Plain(200, vec![("content-type", "application/rss+xml".into())], feed.into_bytes());
    scenario(&[("/feed", feed), ("/a", html(include_str!("pages/portal-pt.html")))], async |world| {
        let library = Arc::new(Library::open(Place::Memory, Synonyms::general()).await.expect("memory is free"));
        let hour = Duration::from_secs(3600);
        let feeds = Feeds::new(library.clone(), world.fetcher.clone(), Scope::Everyone, hour);
        let (good, bad) = (world.address("/feed"), world.address("/nothing"));
        for address in [&good, &bad] {
            feeds.ledger().note(&Subscription::to(address)).await.expect("the store works");
        }
        feeds.refresh_due().await.expect("the library works");
        let listed = library.list(None).await.expect("the library works");
        assert_eq!(
            listed.iter().map(|article| (article.origin, &article.source)).collect::<Vec<_>>(),
            [(Origin::Feed, &world.address("/a"))]
        );

        let wait = async |address: &str| {
            let feed = feeds.ledger().subscription(address).await.expect("the store works").expect("it is followed");
            (feed.failures, (feed.due - feed.checked) as f64 / 3600.0)
        };
        let ((fine, soon), (failures, later)) = (wait(&good).await, wait(&bad).await);
        assert!(fine == 0 && (0.9..=1.1).contains(&soon) && failures == 1 && (1.8..=2.2).contains(&later), "{soon} {failures} {later}");
        let asked = world.site.asked.load(Ordering::SeqCst);
        feeds.refresh_due().await.expect("the library works");
        assert_eq!(world.site.asked.load(Ordering::SeqCst), asked, "nothing is due");
    });
}
