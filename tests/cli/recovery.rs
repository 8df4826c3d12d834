//! What survives: segments that are gone or damaged, processes that are killed, processes that write at the same time.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::newsroom::{Newsroom, copy_folder};

/// Rebuilding says so in one line.
const REBUILT: &str = "building it again from the store";

fn segments(newsroom: &Newsroom) -> PathBuf {
    newsroom.data().join("segments/everyone")
}

/// The files of a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).expect("it is there").map(|entry| entry.expect("an entry").path()).collect()
}

/// Asserts that the next question is answered, after one line that says that the index was built again.
#[track_caller]
fn rebuilds(newsroom: &Newsroom) {
    let ended = newsroom.runs(&["ask", "How wide is the mirror?"]);
    assert!(ended.code == Some(0) && ended.said.contains("1.8 m wide"), "{ended:?}");
    assert_eq!(ended.complained.lines().count(), 1, "{ended:?}");
    assert!(ended.complained.contains(REBUILT), "{ended:?}");
    let again = newsroom.runs(&["ask", "How wide is the mirror?"]);
    assert!(again.code == Some(0) && again.complained.is_empty(), "{again:?}");
}

#[test]
fn segments_that_were_deleted_are_built_again() {
    let newsroom = Newsroom::new();
    newsroom.runs(&["reindex"]);
    fs::remove_dir_all(newsroom.data().join("segments")).expect("they are there");
    rebuilds(&newsroom);
}

#[test]
fn what_a_process_left_that_was_killed_before_its_commit_stops_nobody() {
    let newsroom = Newsroom::new();
    newsroom.runs(&["reindex"]);
    let before = newsroom.path("before");
    copy_folder(&segments(&newsroom), &before);
    let gate = newsroom.articles().join("observatory.md");
    let text = fs::read_to_string(&gate).expect("it is one of the newsroom's").replace("1.8 m", "1.9 m");
    newsroom.article("observatory.md", text);
    newsroom.runs(&["reindex"]);
    let is_deletion = |file: &PathBuf| file.extension().is_some_and(|kind| kind == "del");
    assert!(files(&segments(&newsroom)).iter().any(is_deletion), "what was replaced is marked as deleted");
    // All but the commit itself was written.
    for file in files(&before).into_iter().filter(|file| !file.ends_with(".managed.json")) {
        fs::copy(&file, segments(&newsroom).join(file.file_name().expect("a file has a name"))).expect("it can be copied");
    }
    let ended = newsroom.runs(&["ask", "How wide is the mirror?"]);
    assert!(ended.code == Some(0) && ended.said.contains("1.9 m wide") && ended.complained.is_empty(), "{ended:?}");
}

#[test]
fn segments_of_which_any_file_is_damaged_are_built_again() {
    let newsroom = Newsroom::new();
    newsroom.runs(&["reindex"]);
    let good = newsroom.path("good");
    copy_folder(&segments(&newsroom), &good);
    for file in files(&good) {
        let name = file.file_name().expect("a file has a name");
        let shown = name.to_string_lossy();
        if shown.starts_with('.') && shown != ".managed.json" {
            continue;
        }
        for damage in [&b""[..], &b"no index at all"[..]] {
            fs::write(segments(&newsroom).join(name), damage).expect("it is written");
            let ended = newsroom.runs(&["ask", "How wide is the mirror?"]);
            assert!(ended.code == Some(0) && ended.said.contains("1.8 m wide"), "{shown}: {ended:?}");
            assert!(ended.complained.lines().count() <= 1, "{shown}: {ended:?}");
            fs::remove_dir_all(segments(&newsroom)).expect("they are there");
            copy_folder(&good, &segments(&newsroom));
        }
    }
}

#[test]
fn segments_of_another_layout_are_built_again() {
    let newsroom = Newsroom::new();
    newsroom.runs(&["reindex"]);
    let meta = segments(&newsroom).join("meta.json");
    let text = fs::read_to_string(&meta).expect("it is there");
    let start = text.find("\"payload\":").expect("a commit has a payload");
    fs::write(&meta, format!("{}\"payload\": \"999:1\"}}", &text[..start])).expect("it is written");
    rebuilds(&newsroom);
    fs::write(&meta, text.replace("\"surface\"", "\"another\"")).expect("it is written");
    rebuilds(&newsroom);
}

#[test]
fn a_store_that_is_ahead_of_its_segments_is_followed() {
    let newsroom = Newsroom::new();
    newsroom.runs(&["reindex"]);
    copy_folder(&segments(&newsroom), &newsroom.path("older"));
    newsroom.article("new.md", "# A new one\n\nThe ferry of Dorn sank in the harbour on Sunday night.\n");
    fs::remove_file(newsroom.articles().join("chess.md")).expect("it is there");
    newsroom.runs(&["reindex"]);
    fs::remove_dir_all(segments(&newsroom)).expect("they are there");
    copy_folder(&newsroom.path("older"), &segments(&newsroom));
    newsroom.quotes("Where did the ferry of Dorn sink?", "in the harbour");
    assert_ne!(newsroom.asks("What does the winner of the chess cup take home?")["citation"]["article"], "chess");
}

#[test]
fn a_reindex_that_is_killed_again_and_again_does_no_harm() {
    let newsroom = Newsroom::new();
    for n in 0..150 {
        let first = format!("# Report {n}\n\nThe keeper of lighthouse {n} counted {} ships in the storm of May.\n\n", n + 1000);
        let rest = "Nothing else was seen from the tower that night.\n\n".repeat(20);
        newsroom.article(&format!("report-{n}.md"), first + &rest);
    }
    for wait in [20, 60, 120, 200, 320, 500, 800] {
        let mut child = newsroom.starts(&["reindex"]);
        std::thread::sleep(Duration::from_millis(wait));
        // It may have ended by itself.
        drop(child.kill());
        child.wait().expect("it ends");
    }
    let ended = newsroom.runs(&["ask", "--json", "How wide is the mirror?"]);
    assert!(ended.code == Some(0) && ended.said.contains("1.8 m wide"), "{ended:?}");
    let report = newsroom.runs(&["reindex"]);
    assert!(report.code == Some(0) && report.report().ends_with(" 0 failed"), "{report:?}");
    assert_eq!(newsroom.runs(&["reindex"]).report(), "0 added, 0 updated, 0 retired, 160 unchanged, 0 failed");
    newsroom.quotes("How many ships did the keeper of lighthouse 149 count?", "counted 1149 ships");
}

#[test]
fn processes_that_write_and_ask_at_the_same_time_all_succeed() {
    let newsroom = Newsroom::new();
    newsroom.runs(&["reindex"]);
    let add = |n: u32| {
        let file = newsroom.file(&format!("extra-{n}.md"), format!("# Extra {n}\n\nThe mill number {n} grinds {} sacks a day.\n", n + 40));
        newsroom.starts(&["article", "add", &file.display().to_string()])
    };
    let mut children: Vec<_> = (0..4).map(add).collect();
    children.extend((0..3).map(|_| newsroom.starts(&["ask", "How wide is the mirror?"])));
    children.push(newsroom.starts(&["reindex"]));
    for child in children {
        let output = child.wait_with_output().expect("it ends");
        assert!(output.status.success(), "{output:?}");
    }
    for n in 0..4 {
        newsroom.quotes(&format!("How many sacks does mill number {n} grind?"), &format!("grinds {} sacks", n + 40));
    }
}

#[test]
fn first_questions_at_the_same_time_all_succeed() {
    let newsroom = Newsroom::new();
    let children: Vec<_> = (0..8).map(|_| newsroom.starts(&["ask", "How wide is the mirror?"])).collect();
    for child in children {
        let output = child.wait_with_output().expect("it ends");
        assert!(output.status.success(), "{output:?}");
    }
}

/// An article that no folder would bring back.
const FERRY: &str = "# Ferry to Dorn\n\nA ticket for the ferry to Dorn costs nine crowns.\n";

/// Asserts that a data folder with nothing but this file as its store knows of the ferry.
#[track_caller]
fn restores(store: &std::path::Path) {
    let other = Newsroom::empty();
    fs::create_dir_all(other.data()).expect("it can be made");
    fs::copy(store, other.data().join("takeaway.db")).expect("it can be copied");
    let ended = other.runs(&["ask", "What does a ticket for the ferry cost?"]);
    assert!(ended.code == Some(0) && ended.said.contains("nine crowns"), "{ended:?}");
}

#[test]
fn when_no_program_runs_the_store_is_all_in_its_file() {
    let newsroom = Newsroom::empty();
    let file = newsroom.file("ferry.md", FERRY).display().to_string();
    newsroom.runs(&["article", "add", &file]);
    restores(&newsroom.data().join("takeaway.db"));
    assert!(!newsroom.data().join("takeaway.db-wal").exists(), "nothing is left beside it");
}

#[test]
fn a_backup_is_made_while_the_program_runs_and_overwrites_nothing() {
    let newsroom = Newsroom::empty();
    let file = newsroom.file("ferry.md", FERRY).display().to_string();
    let mut chat = newsroom.starts(&["chat"]);
    newsroom.runs(&["article", "add", &file]);
    let copy = newsroom.path("copy.db");
    let name = copy.display().to_string();
    let made = newsroom.runs(&["backup", &name]);
    assert!(made.code == Some(0) && made.said.contains(&name), "{made:?}");
    restores(&copy);
    let again = newsroom.runs(&["backup", &name]);
    assert!(again.code == Some(2) && again.complained.contains("is there already; name another file"), "{again:?}");
    chat.kill().expect("it runs");
    chat.wait().expect("it ends");
}
