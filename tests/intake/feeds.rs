//! Feeds and the pages that they point to, read from a site that plays every trick.

use takeaway::intake::feed::{Conditional, FeedAnswer};

use crate::site::{Answer, check, html, scenario};

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
    let page = include_str!("../pages/portal-pt.html");
    scenario(&[("/a", html(page)), ("/empty", html("<p>Nothing here.</p>"))], async |world| {
        let draft = world.fetcher.article(&world.address("/a")).await.expect("it is an article");
        assert_eq!(draft.metadata.byline.as_deref(), Some("Teresa Vaz Moura and Rui Saldanha"));
        assert_eq!(draft.metadata.url, Some(world.address("/a")));
        let error = world.fetcher.article(&world.address("/empty")).await.expect_err("it has no text");
        check(&error.to_string(), &["/empty` has 2 words of text in which no article can be seen"]);
    });
}

#[test]
fn a_page_says_which_article_it_is_only_of_its_own_host() {
    let page = |address: &str| {
        let canonical = format!("<head><link rel=\"canonical\" href=\"{address}\">");
        html(&include_str!("../pages/portal-pt.html").replacen("<head>", &canonical, 1))
    };
    let pages = [
        ("/own", page("/article")),
        ("/www", page("https://www.news.example/article")),
        ("/host", page("http://example/article")),
        ("/part", page("http://ana.news.example/article")),
    ];
    scenario(&pages, async |world| {
        let identity = async |path: &str| world.fetcher.identified(&world.address(path)).await.expect("it is an article").1;
        assert_eq!(identity("/own").await, world.address("/article"));
        assert_eq!(identity("/www").await, "https://www.news.example/article");
        assert_eq!(identity("/host").await, world.address("/host"), "who is a guest there changes nothing of the host's");
        assert_eq!(identity("/part").await, world.address("/part"));
    });
}

#[test]
fn the_path_by_which_a_reader_came_makes_no_other_article() {
    let (found, canonical) = (html(include_str!("../pages/portal-pt.html")), "<head><link rel=canonical href=/b?utm_source=own>");
    let declared = html(&include_str!("../pages/portal-pt.html").replacen("<head>", canonical, 1));
    scenario(&[("/a", found), ("/b", declared)], async |world| {
        let read = async |path: &str| {
            let (draft, identity) = world.fetcher.identified(&world.address(path)).await.expect("it is an article");
            assert_eq!(draft.metadata.url.as_deref(), Some(&*identity), "{path}");
            identity
        };
        assert_eq!(read("/a?utm_source=post&utm_Medium=x&fbclid=1&gclid=2&mc_cid=3&mc_eid=4").await, world.address("/a"));
        assert_eq!(read("/a?id=7%20a&igshid=1&yclid=2&_openstat=3&page=2").await, world.address("/a?id=7%20a&page=2"));
        assert_eq!(read("/b?utm_source=post").await, world.address("/b?utm_source=own"));
    });
}

#[test]
fn a_page_that_gives_an_endless_address_is_kept_under_the_one_where_it_was_found() {
    let page = include_str!("../pages/portal-pt.html");
    let endless = format!("<link rel=\"canonical\" href=\"http://news.example/{}\">", "a".repeat(60_000));
    let page = page.replacen("<head>", &format!("<head>{endless}"), 1);
    assert!(page.contains("aaaa"), "the page has a head");
    scenario(&[("/a", html(&page))], async |world| {
        let (draft, address) = world.fetcher.identified(&world.address("/a")).await.expect("it is an article");
        assert_eq!((draft.metadata.url, address), (Some(world.address("/a")), world.address("/a")));
        let error = world.fetches(&format!("/{}", "a".repeat(3_000))).await;
        check(&error, &["aaa…` has more than 2000 bytes"]);
        assert!(error.len() < 500, "{error}");
    });
}
