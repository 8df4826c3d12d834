//! Articles added on the terminal: from a site that changes, from files, and from where nothing may come.

use super::newsroom::{Newsroom, page, story};

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
fn what_came_as_a_file_and_was_purged_does_not_come_back_by_its_address() {
    story(async |room| {
        let lamp = room.address("/lamp");
        std::fs::write(room.data.path().join("saved.html"), page("4,100", &lamp)).expect("there is room");
        Newsroom::says(room.runs(&["article", "add", "saved.html"]).await, 0, &["`saved` was added"]);
        Newsroom::says(room.runs(&["article", "purge", "saved"]).await, 0, &["`saved` was purged"]);
        Newsroom::says(room.runs(&["article", "add", &lamp]).await, 2, &["article `saved` was purged and does not come back"]);
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
        Newsroom::says(room.runs(&["feed", "list"]).await, 0, &["1 article", "failed once: `http://127.0.0.1:PORT/feed` answered 500"]);
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
