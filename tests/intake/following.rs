//! Feeds that are followed: when they and their pages are read, and what is kept.

use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use takeaway::intake::feeds::Feeds;
use takeaway::intake::feeds::ledger::Subscription;
use takeaway::library::{Library, Origin, Place, Scope};
use takeaway::search::Synonyms;

use crate::site::{Answer, Gate, World, check, html, scenario};

/// A library in memory and the feeds that everyone's follows, read once in so many seconds.
async fn following(world: &World, every: u64) -> (Arc<Library>, Feeds) {
    let library = Arc::new(Library::open(Place::Memory, Synonyms::general()).await.expect("memory is free"));
    (library.clone(), Feeds::new(library, world.fetcher.clone(), Scope::Everyone, Duration::from_secs(every)))
}

#[test]
fn a_feed_is_read_when_it_is_due_and_less_often_while_it_fails() {
    let items = "<item><guid>n1</guid><link>/a</link></item><item><guid>n2</guid><link>/gone</link></item>";
    scenario(&[("/feed", rss(items)), ("/a", html(include_str!("../pages/portal-pt.html")))], async |world| {
        let (library, feeds) = following(&world, 3600).await;
        let (good, bad) = (world.address("/feed"), world.address("/nothing"));
        for address in [&good, &bad] {
            feeds.ledger().follow(&Subscription::to(address)).await.expect("the store works");
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

#[test]
fn a_site_that_asks_to_be_left_alone_is() {
    let in_five_hours = (chrono::Utc::now() + Duration::from_secs(5 * 3600)).to_rfc2822();
    for (asked, hours) in [("18000", 5.0), (&*in_five_hours, 5.0), ("99999999", 24.0), ("soon", 2.0)] {
        let busy = Answer::Plain(429, vec![("retry-after", asked.to_owned())], vec![]);
        scenario(&[("/feed", busy)], async |world| {
            let (_, feeds) = following(&world, 3600).await;
            feeds.ledger().follow(&Subscription::to(&world.address("/feed"))).await.expect("the store works");
            feeds.refresh_due().await.expect("the library works");
            let feed = followed(&feeds, &world.address("/feed")).await;
            let waits = (feed.due - feed.checked) as f64 / 3600.0;
            assert!((waits - hours).abs() < 0.25, "{asked}: {waits} hours");
        });
    }
}

#[test]
fn a_library_that_fails_over_a_page_does_not_keep_the_other_feeds_from_being_read() {
    let pages = html(include_str!("../pages/portal-pt.html"));
    let item = |path| rss(&format!("<item><guid>n1</guid><link>{path}</link></item>"));
    let two = rss("<item><guid>n1</guid><link>/a</link></item><item><guid>n2</guid><link>/b</link></item>");
    scenario(&[("/feed", two), ("/next", item("/b")), ("/a", pages.clone()), ("/b", pages)], async |world| {
        let (library, feeds) = following(&world, 3600).await;
        let (bad, good) = (world.address("/feed"), world.address("/next"));
        for address in [&bad, &good] {
            feeds.ledger().follow(&Subscription::to(address)).await.expect("the store works");
        }
        feeds.of(Scope::Guild(1)).ledger().follow(&Subscription::to(&good)).await.expect("the store works");
        damages(&library, &world.address("/a")).await;
        feeds.refresh_all_due().await.expect("the feeds can be listed");

        let failed = feeds.ledger().subscription(&bad).await.expect("the store works").expect("it is followed");
        check(failed.error.as_deref().unwrap_or_default(), &["unreadable for article `x`"]);
        assert!(failed.failures == 1 && failed.due > failed.checked, "{failed:?}");
        let fine = feeds.ledger().subscription(&good).await.expect("the store works").expect("it is followed");
        assert!(fine.checked > 0 && fine.error.is_none(), "{fine:?}");
        world.asked();
        assert!(feeds.refresh(&failed).await.is_err(), "the page that fails is read again");
        assert_eq!(world.asked(), ["/feed", "/b", "/a"], "after the others");
        assert_eq!(library.store().list(Scope::Guild(1)).await.expect("the library works").len(), 1);
    });
}

#[test]
fn the_feeds_of_every_library_are_read_but_not_those_of_servers_that_the_bot_left() {
    scenario(
        &[("/feed", rss("<item><guid>n1</guid><link>/a</link></item>")), ("/a", html(include_str!("../pages/portal-pt.html")))],
        async |world| {
            let (library, feeds) = following(&world, 3600).await;
            for scope in [Scope::Guild(1), Scope::Guild(2)] {
                feeds.of(scope).ledger().follow(&Subscription::to(&world.address("/feed"))).await.expect("the store works");
            }
            library.store().departs(2, 7).await.expect("the store works");
            feeds.refresh_all_due().await.expect("the library works");
            for (guild, articles) in [(None, 0), (Some(1), 1), (Some(2), 0)] {
                assert_eq!(library.list(guild).await.expect("the library works").len(), articles, "{guild:?}");
            }
        },
    );
}

#[test]
fn of_a_feed_without_dates_every_item_has_its_turn() {
    let items: String = (1..=60).map(|n| format!("<item><guid>n{n}</guid><link>/page?n={n}</link></item>")).collect();
    scenario(&[("/feed", rss(&items)), ("/page", html("<p>Nothing here.</p>"))], async |world| {
        let (_, feeds) = following(&world, 3600).await;
        feeds.ledger().follow(&Subscription::to(&world.address("/feed"))).await.expect("the store works");
        let first = asked_when_due(&world, &feeds).await;
        assert_eq!((first.len(), &*first[0], &*first[1], &*first[50]), (51, "/feed", "/page?n=1", "/page?n=50"));
        let second = asked_when_due(&world, &feeds).await;
        assert_eq!((second.len(), &*second[1], &*second[10]), (11, "/page?n=51", "/page?n=60"), "the others wait for their time");
        assert_eq!(asked_when_due(&world, &feeds).await, ["/feed"]);
    });
}

#[test]
fn a_page_that_will_never_be_had_is_asked_for_once_and_one_that_fails_again_when_its_time_comes() {
    let pages = ["/gone", "/picture", "/shut", "/broken"];
    let dated = |page| format!("<item><guid>{page}</guid><link>{page}</link><pubDate>Tue, 18 Mar 2025 10:00:00 GMT</pubDate></item>");
    let answers = [
        ("/feed", rss(&pages.map(dated).concat())),
        ("/robots.txt", Answer::Plain(200, vec![], b"User-agent: *\nDisallow: /shut".into())),
        ("/picture", Answer::Plain(200, vec![("content-type", "image/png".into())], vec![0])),
        ("/broken", Answer::Plain(500, vec![], vec![])),
    ];
    scenario(&answers, async |world| {
        for (every, again) in [(0, &["/feed", "/broken"][..]), (3600, &["/feed"])] {
            let (_, feeds) = following(&world, every).await;
            feeds.ledger().follow(&Subscription::to(&world.address("/feed"))).await.expect("the store works");
            assert_eq!(asked_when_due(&world, &feeds).await, ["/feed", "/gone", "/picture", "/broken"]);
            assert_eq!(asked_when_due(&world, &feeds).await, again);
            let read = feeds.refresh(&followed(&feeds, &world.address("/feed")).await).await.expect("the feed is there");
            assert_eq!(
                (world.asked(), read.failed.len()),
                (vec!["/feed".into(), "/broken".into()], 1),
                "whoever asks for it does not wait"
            );
        }
    });
}

/// What the site is asked for when its feed is due.
async fn asked_when_due(world: &World, feeds: &Feeds) -> Vec<String> {
    let feed = Subscription { due: 0, ..followed(feeds, &world.address("/feed")).await };
    feeds.ledger().note(&feed).await.expect("the store works");
    feeds.refresh_due().await.expect("the feeds can be listed");
    world.asked()
}

#[test]
fn a_feed_that_is_removed_while_it_is_read_does_not_come_back() {
    let items: String = (1..=3).map(|n| format!("<item><guid>n{n}</guid><link>/page?n={n}</link></item>")).collect();
    let gate = Arc::new(Gate::default());
    scenario(&[("/feed", rss(&items)), ("/page", Answer::Held(gate.clone()))], async |world| {
        let (library, feeds) = following(&world, 3600).await;
        let wire = world.address("/feed");
        feeds.ledger().follow(&Subscription::to(&wire)).await.expect("the store works");
        let feed = followed(&feeds, &wire).await;
        let removes = async {
            gate.asked.notified().await;
            assert!(feeds.ledger().remove(&wire).await.expect("the store works"));
            gate.opens.notify_one();
        };
        let (read, ()) = tokio::join!(feeds.refresh(&feed), removes);
        read.expect("the feed was there");
        assert_eq!(feeds.ledger().subscriptions().await.expect("the store works"), []);
        let items = sqlx::query("SELECT * FROM feed_items").fetch_all(library.store().pool()).await.expect("the store works");
        assert_eq!((items.len(), world.asked()), (0, vec!["/feed".into(), "/page?n=1".into()]), "what follows is left alone");
    });
}

#[test]
fn the_log_names_a_feed_that_fails_by_its_host_alone() {
    scenario(&[("/feed", Answer::Plain(500, vec![], vec![]))], async |world| {
        let (_, feeds) = following(&world, 3600).await;
        for path in ["/feed?key=hush", "/hush"] {
            feeds.ledger().follow(&Subscription::to(&world.address(path))).await.expect("the store works");
        }
        let log = Log::default();
        let written = log.clone();
        let subscriber = tracing_subscriber::fmt().with_ansi(false).with_writer(move || written.clone()).finish();
        let logging = tracing::subscriber::set_default(subscriber);
        feeds.refresh_due().await.expect("the feeds can be listed");
        drop(logging);
        let log = String::from_utf8(log.0.lock().expect("nobody panics over it").clone()).expect("the log is UTF-8");
        check(&log, &["a feed failed host=\"news.example\" kind=\"status 500\"", "kind=\"status 404\""]);
        assert!(!log.contains("hush"), "{log}");
    });
}

/// A feed as it is followed now.
async fn followed(feeds: &Feeds, address: &str) -> Subscription {
    feeds.ledger().subscription(address).await.expect("the store works").expect("it is followed")
}

/// A feed of these items.
fn rss(items: &str) -> Answer {
    let feed = format!("<rss version=\"2.0\"><channel><title>Wire</title>{items}</channel></rss>");
    Answer::Plain(200, vec![("content-type", "application/rss+xml".into())], feed.into())
}

/// Puts something unreadable into everyone's library in place of an article at an address; the index never asks for it.
async fn damages(library: &Library, address: &str) {
    let article = "INSERT INTO articles (library, id, origin, source, source_hash, version, retired, revision) \
                   VALUES ('everyone', 'x', 'upload', 'x.md', '', 1, 0, 0)";
    let version = "INSERT INTO versions (library, id, version, hash, metadata, added) VALUES ('everyone', 'x', 1, '', ?, '')";
    let version = sqlx::query(version).bind(format!("no metadata, but {address}"));
    for statement in [sqlx::query(article), version] {
        statement.execute(library.store().pool()).await.expect("the store takes anything");
    }
}

/// What was logged.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("nobody panics over it").write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
