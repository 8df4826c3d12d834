//! Articles added on the terminal: from a site that changes, from files, and from where nothing may come.

use std::net::Ipv4Addr;
use std::process::Output;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::http::{StatusCode, Uri, header};
use tempfile::TempDir;
use tokio::process::Command;

use super::PATIENCE;

/// A site of one page, which an editor may change, and an operator's folder.
struct Newsroom {
    page: Arc<Mutex<String>>,
    port: u16,
    data: TempDir,
}

impl Newsroom {
    fn publishes(&self, cost: &str, canonical: &str) {
        *self.page.lock().expect("nobody panics over it") = page(cost, canonical);
    }

    fn address(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// What the program says, on either channel, and how it ended.
    async fn runs(&self, arguments: &[&str]) -> (Option<i32>, String) {
        self.runs_with(arguments, "[\"127.0.0.1\"]").await
    }

    async fn runs_with(&self, arguments: &[&str], exceptions: &str) -> (Option<i32>, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_takeaway"));
        command.arg("--data").arg(self.data.path()).args(arguments).current_dir(self.data.path());
        command.env_clear().env("TAKEAWAY_INTAKE_EXCEPTIONS", exceptions).kill_on_drop(true);
        let Output { status, stdout, stderr } = command.output().await.expect("the program starts");
        (status.code(), (String::from_utf8_lossy(&stdout) + String::from_utf8_lossy(&stderr)).replace(&self.port.to_string(), "PORT"))
    }

    #[track_caller]
    fn says((code, said): (Option<i32>, String), expected: i32, parts: &[&str]) {
        assert!(code == Some(expected) && parts.iter().all(|part| said.contains(part)), "{code:?} {said}");
    }
}

fn page(cost: &str, canonical: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=en><head><title>Lighthouse of Varn gets a new lamp</title>\
         <meta property=og:site_name content='Varn Gazette'><link rel=canonical href='{canonical}'></head><body><article>\
         <h1>Lighthouse of Varn gets a new lamp</h1><p>By Ana Prell</p>\
         <p>The lighthouse of Varn was fitted with a new lamp on Tuesday, after two years in which ships steered by a buoy.</p>\
         <p>The lamp cost {cost} crowns, and was paid for by the fishermen of the island, who had asked for it since the great storm.</p>\
         <h2>Keepers</h2>\
         <p>Three keepers will live on the rock from spring to autumn, and a boat will bring them bread, oil and letters every week.</p>\
         <p>\"Nobody should have to find the harbour by luck,\" said Jonas Merle, the harbour master, when the lamp was lit.</p>\
         </article></body></html>"
    )
}

/// A feed of the page; its item is dated by what the page says. Without a page, the site is broken.
fn feed(page: &str) -> (StatusCode, [(header::HeaderName, &'static str); 1], String) {
    let kind = [(header::CONTENT_TYPE, "application/rss+xml")];
    if page.is_empty() {
        return (StatusCode::INTERNAL_SERVER_ERROR, kind, String::new());
    }
    let minute = page.bytes().map(u32::from).sum::<u32>() % 60;
    let items = format!(
        "<item><guid isPermaLink=\"false\">lamp</guid><link>/lamp</link><title>Lamp</title>\
         <pubDate>Tue, 18 Mar 2025 10:{minute:02}:00 GMT</pubDate></item>"
    );
    (StatusCode::OK, kind, format!("<rss version=\"2.0\"><channel><title>Varn Gazette</title>{items}</channel></rss>"))
}

fn story(told: impl AsyncFnOnce(Newsroom)) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime starts");
    let all = async {
        let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("loopback has a free port");
        let port = listener.local_addr().expect("a bound listener has an address").port();
        let page = Arc::new(Mutex::new(page("4,100", "/lamp")));
        let shown = page.clone();
        let answer = async move |uri: Uri| match uri.path() {
            "/feed" => feed(&shown.lock().expect("nobody panics over it")),
            "/lamp" | "/lamp/amp" | "/copy" => {
                let page = shown.lock().expect("nobody panics over it").clone();
                (StatusCode::OK, [(header::CONTENT_TYPE, "text/html")], page)
            }
            _ => (StatusCode::NOT_FOUND, [(header::CONTENT_TYPE, "text/html")], String::new()),
        };
        let server = tokio::spawn(async move { axum::serve(listener, Router::new().fallback(answer)).await });
        told(Newsroom { page, port, data: TempDir::new().expect("there is room") }).await;
        server.abort();
    };
    runtime.block_on(async { tokio::time::timeout(PATIENCE * 3, all).await.expect("no command hangs") });
}

const ASKED: [&str; 2] = ["ask", "what did the new lamp of the lighthouse cost?"];

#[test]
fn an_article_is_added_by_address_and_a_changed_page_is_a_new_version_of_it() {
    story(async |room| {
        let (lamp, amp) = (room.address("/lamp"), room.address("/lamp/amp"));
        Newsroom::says(room.runs(&["article", "add", &lamp]).await, 0, &["`lighthouse-of-varn-gets-a-new-lamp` was added"]);
        Newsroom::says(room.runs(&ASKED).await, 0, &["cost 4,100 crowns", "Varn Gazette", "http://127.0.0.1:PORT/lamp"]);
        Newsroom::says(room.runs(&["article", "add", &amp]).await, 0, &["`lighthouse-of-varn-gets-a-new-lamp` is unchanged"]);
        room.publishes("5,300", "/lamp");
        Newsroom::says(room.runs(&["article", "add", &amp]).await, 0, &["`lighthouse-of-varn-gets-a-new-lamp` has a new version"]);
        Newsroom::says(room.runs(&ASKED).await, 0, &["cost 5,300 crowns"]);
        room.publishes("5,300", "/copy");
        let copy = room.address("/copy");
        Newsroom::says(room.runs(&["article", "add", &copy]).await, 0, &["`lighthouse-of-varn-gets-a-new-lamp-2` was added"]);
        Newsroom::says(
            room.runs(&["article", "add", &copy, "--id", "copy"]).await,
            2,
            &["/copy` is kept as `lighthouse-of-varn-gets-a-new-lamp-2`; leave the id out to change it"],
        );
    });
}

#[test]
fn a_page_that_claims_the_address_of_another_site_changes_nothing_there() {
    story(async |room| {
        Newsroom::says(room.runs(&["article", "add", &room.address("/lamp"), "--id", "lamp"]).await, 0, &["`lamp` was added"]);
        room.publishes("9,900", &room.address("/lamp"));
        let elsewhere = room.address("/copy").replace("127.0.0.1", "localhost");
        let added = room.runs_with(&["article", "add", &elsewhere, "--id", "claim"], &format!("[\"localhost:{}\"]", room.port)).await;
        Newsroom::says(added, 0, &["`claim` was added"]);
        let (_, shown) = room.runs(&["article", "show", "lamp"]).await;
        assert!(shown.contains("4,100 crowns"), "{shown}");
    });
}

#[test]
fn a_refused_address_leaves_everything_as_it_was() {
    story(async |room| {
        let lamp = room.address("/lamp");
        Newsroom::says(room.runs(&["article", "add", &lamp, "--id", "lamp"]).await, 0, &["`lamp` was added"]);
        let before = room.runs(&["article", "list"]).await;
        room.publishes("9,900", "/lamp");
        Newsroom::says(room.runs_with(&["article", "add", &lamp], "[]").await, 2, &["is no public address", "`intake.exceptions`"]);
        Newsroom::says(room.runs(&["article", "add", &room.address("/gone")]).await, 2, &["answered 404 Not Found; check the address"]);
        *room.page.lock().expect("nobody panics over it") = "<p>Nothing here.</p>".into();
        Newsroom::says(room.runs(&["article", "add", &lamp]).await, 2, &["in which no article can be seen"]);
        assert_eq!(room.runs(&["article", "list"]).await, before);
        Newsroom::says(room.runs(&ASKED).await, 0, &["cost 4,100 crowns"]);
    });
}

#[test]
fn a_preview_shows_what_readers_would_get_and_keeps_nothing() {
    story(async |room| {
        let seen = room.runs(&["article", "add", &room.address("/lamp"), "--dry-run"]).await;
        let parts = ["Byline: Ana Prell", "Keepers (2 sentences)", "    1. Three keepers", "Questions that it answers:", "  Keepers?"];
        Newsroom::says(seen, 0, &parts);
        let (_, listed) = room.runs(&["article", "list"]).await;
        assert!(!listed.contains("Lighthouse"), "{listed}");
    });
}

#[test]
fn a_page_that_was_saved_is_added_as_a_file() {
    story(async |room| {
        std::fs::write(room.data.path().join("lamp.html"), page("4,100", "https://gazette.varn.example/lamp")).expect("there is room");
        Newsroom::says(room.runs(&["article", "add", "lamp.html"]).await, 0, &["`lamp` was added"]);
        Newsroom::says(room.runs(&ASKED).await, 0, &["cost 4,100 crowns", "https://gazette.varn.example/lamp"]);
        Newsroom::says(room.runs(&["article", "add", "lamp.pdf"]).await, 2, &["read `lamp.pdf`"]);
    });
}

#[test]
fn the_versions_of_an_article_show_the_sentences_that_changed() {
    story(async |room| {
        let lamp = room.address("/lamp");
        Newsroom::says(room.runs(&["article", "add", &lamp, "--id", "lamp"]).await, 0, &[]);
        room.publishes("5,300", "/lamp");
        Newsroom::says(room.runs(&["article", "add", &lamp]).await, 0, &["`lamp` has a new version"]);
        let (_, said) = room.runs(&["article", "versions", "lamp"]).await;
        let lines: Vec<&str> = said.lines().map(|line| line.split(" · ").next().unwrap_or_default()).collect();
        let bought = "and was paid for by the fishermen of the island, who had asked for it since the great storm.";
        let changed = [format!("  - The lamp cost 4,100 crowns, {bought}"), format!("  + The lamp cost 5,300 crowns, {bought}")];
        assert_eq!(lines, ["version 1", "version 2", &changed[0], &changed[1]]);
    });
}

#[test]
fn a_purged_article_is_gone_from_every_file_and_nothing_brings_it_back() {
    story(async |room| {
        let lamp = room.address("/lamp");
        let articles = room.data.path().join("articles");
        std::fs::create_dir(&articles).expect("there is room");
        std::fs::write(articles.join("ferry.md"), "# Ferry\n\nThe ferry to Varn sails on Monday. Children go free.")
            .expect("there is room");
        std::fs::write(articles.join("eels.md"), "# Eels\n\nThe quarrelsome eels of Varn were counted by a widow.").expect("there is room");
        Newsroom::says(room.runs(&["reindex", "articles"]).await, 0, &["2 added"]);
        Newsroom::says(room.runs(&["article", "add", &lamp, "--id", "lamp"]).await, 0, &[]);
        room.publishes("5,300", "/lamp");
        Newsroom::says(room.runs(&["article", "add", &lamp]).await, 0, &[]);
        assert!(!room.files_that_hold("4,100 crowns").is_empty() && !room.files_that_hold("quarrelsome").is_empty());

        Newsroom::says(room.runs(&["article", "purge", "lamp"]).await, 0, &["`lamp` was purged"]);
        Newsroom::says(room.runs(&["article", "purge", "eels"]).await, 0, &["`eels` was purged"]);
        std::fs::remove_file(articles.join("eels.md")).expect("it is there");
        for words in ["4,100 crowns", "5,300 crowns", "fishermen", "quarrelsome"] {
            assert_eq!(room.files_that_hold(words), Vec::<String>::new(), "{words}");
        }
        assert_eq!(room.segments_with_deletions(), 0);
        Newsroom::says(room.runs(&["ask", "when does the ferry to Varn sail?"]).await, 0, &["sails on Monday"]);

        Newsroom::says(room.runs(&["article", "add", &lamp]).await, 2, &["article `lamp` was purged and does not come back"]);
        std::fs::write(articles.join("eels.md"), "# Eels\n\nThe quarrelsome eels of Varn were counted by a widow.").expect("there is room");
        Newsroom::says(room.runs(&["reindex", "articles"]).await, 2, &["of an article that was purged; delete the file"]);
        Newsroom::says(room.runs(&["article", "purge", "lump"]).await, 2, &["there is no article `lump`"]);
    });
}

#[test]
fn a_purge_is_not_called_done_while_another_process_holds_the_text() {
    story(async |room| {
        let lamp = room.address("/lamp");
        Newsroom::says(room.runs(&["article", "add", &lamp, "--id", "lamp"]).await, 0, &[]);
        let other = sqlx::SqlitePool::connect(&room.data.path().join("takeaway.db").display().to_string()).await.expect("it is there");
        let mut reads = other.begin().await.expect("it can be read");
        sqlx::query("SELECT text FROM paragraphs").fetch_all(&mut *reads).await.expect("it can be read");

        let parts = ["another process", "`takeaway article purge lamp` again"];
        Newsroom::says(room.runs(&["article", "purge", "lamp"]).await, 2, &parts);
        Newsroom::says(room.runs(&ASKED).await, 1, &[]);
        assert!(!room.files_that_hold("4,100 crowns").is_empty(), "what is said is true");
        let (_, log) = room.runs(&["article", "log"]).await;
        assert!(log.contains("deleted lamp for good"), "{log}");

        drop(reads);
        other.close().await;
        Newsroom::says(room.runs(&["article", "purge", "lamp"]).await, 0, &["`lamp` was purged"]);
        assert_eq!(room.files_that_hold("4,100 crowns"), Vec::<String>::new());
    });
}

#[test]
fn a_feed_brings_articles_and_their_new_versions_and_a_failure_loses_nothing() {
    story(async |room| {
        let wire = room.address("/feed");
        Newsroom::says(room.runs(&["feed", "list"]).await, 0, &["no feed is followed"]);
        Newsroom::says(room.runs(&["feed", "add", &wire]).await, 0, &["1 added, 0 updated, 0 failed"]);
        Newsroom::says(room.runs(&ASKED).await, 0, &["cost 4,100 crowns"]);
        Newsroom::says(room.runs(&["feed", "refresh"]).await, 0, &["0 added, 0 updated, 0 failed"]);
        room.publishes("5,300", "/elsewhere");
        Newsroom::says(room.runs(&["feed", "refresh", &wire]).await, 0, &["0 added, 1 updated, 0 failed"]);
        Newsroom::says(room.runs(&ASKED).await, 0, &["cost 5,300 crowns"]);

        room.page.lock().expect("nobody panics over it").clear();
        Newsroom::says(room.runs(&["feed", "refresh"]).await, 2, &["/feed` answered 500 Internal Server Error; try again later"]);
        Newsroom::says(
            room.runs(&["feed", "list"]).await,
            0,
            &["1 articles", "failed 1 times in a row: `http://127.0.0.1:PORT/feed` answered 500"],
        );
        Newsroom::says(room.runs(&ASKED).await, 0, &["cost 5,300 crowns"]);

        room.publishes("6,700", "/elsewhere");
        Newsroom::says(room.runs(&["article", "remove", "lighthouse-of-varn-gets-a-new-lamp"]).await, 0, &["no longer quoted"]);
        Newsroom::says(room.runs(&["feed", "refresh"]).await, 0, &["0 added, 0 updated, 0 failed"]);
        Newsroom::says(room.runs(&["article", "log"]).await, 0, &["the operator · read http://127.0.0.1:PORT/feed"]);
        Newsroom::says(room.runs(&["feed", "remove", &wire]).await, 0, &["no longer followed"]);
        Newsroom::says(room.runs(&["feed", "refresh", &wire]).await, 2, &["no feed `http://127.0.0.1:PORT/feed` is followed"]);
    });
}

#[test]
fn nothing_is_kept_of_an_address_that_gives_no_feed() {
    story(async |room| {
        Newsroom::says(room.runs(&["feed", "add", &room.address("/lamp")]).await, 2, &["is no feed that can be read"]);
        Newsroom::says(room.runs(&["feed", "list"]).await, 0, &["no feed is followed"]);
    });
}

impl Newsroom {
    /// Files of the data folder in which some words stand as they are.
    fn files_that_hold(&self, words: &str) -> Vec<String> {
        let mut folders = vec![self.data.path().to_owned()];
        let mut found = vec![];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).expect("it can be listed") {
                let path = entry.expect("it can be listed").path();
                if path.is_dir() {
                    folders.push(path);
                } else if std::fs::read(&path).expect("it can be read").windows(words.len()).any(|bytes| bytes == words.as_bytes()) {
                    found.push(path.display().to_string());
                }
            }
        }
        found
    }

    /// Segments of the index that still hold passages which were deleted from them, and those that are no longer used.
    fn segments_with_deletions(&self) -> usize {
        let folder = self.data.path().join("segments/everyone");
        let meta: serde_json::Value =
            serde_json::from_slice(&std::fs::read(folder.join("meta.json")).expect("there is an index")).expect("it is JSON");
        let segments = meta["segments"].as_array().expect("segments are listed");
        let used: Vec<String> = segments.iter().map(|s| s["segment_id"].as_str().expect("a segment has an id").replace('-', "")).collect();
        let stored = std::fs::read_dir(folder).expect("it can be listed").filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let unused = stored.filter(|file| file.ends_with(".store") && !used.iter().any(|id| file.starts_with(id.as_str()))).count();
        segments.iter().filter(|segment| !segment["deletes"].is_null()).count() + unused
    }
}
