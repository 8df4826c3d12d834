//! Scenarios of fetching, told against a site on loopback that plays every trick.

#[path = "intake/feeds.rs"]
mod feeds;
#[path = "intake/following.rs"]
mod following;
#[path = "intake/newsroom.rs"]
mod newsroom;
#[path = "intake/site.rs"]
mod site;
#[path = "intake/terminal.rs"]
mod terminal;

use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use takeaway::intake::{FetchSettings, PageKind};

use site::{Answer, check, html, redirect, scenario, scenario_with};

/// Longer than any scenario needs; a fetch that hangs fails here.
const PATIENCE: Duration = Duration::from_secs(20);

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
fn a_robots_txt_of_thousands_of_expressions_is_not_compiled_and_nothing_is_fetched() {
    let rules = |number| format!("User-agent: *\n{}", "Disallow: /*a$\n".repeat(number)).into_bytes();
    let settings = || FetchSettings { timeout: PATIENCE, ..FetchSettings::default() };
    scenario_with(settings(), &[("/robots.txt", Answer::Plain(200, vec![], rules(30_000))), ("/", html("a"))], async |world| {
        check(&world.fetches("/").await, &["could not be read (it has more than 500 rules with `$`)"]);
    });
    scenario_with(settings(), &[("/robots.txt", Answer::Plain(200, vec![], rules(500))), ("/", html("a"))], async |world| {
        check(&world.fetches("/").await, &["Html a"]);
        check(&world.fetches("/a").await, &["asks bots not to fetch it"]);
    });
}

#[test]
fn while_robots_txt_fails_nothing_is_fetched() {
    scenario(&[("/robots.txt", Answer::Plain(503, vec![], vec![])), ("/", html("a"))], async |world| {
        check(&world.fetches("/").await, &["the robots.txt of `news.example:PORT` could not be read (it answered 503", "try again later"]);
    });
}
