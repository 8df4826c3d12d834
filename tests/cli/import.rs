//! `takeaway import`.

use std::io::Write as _;
use std::time::Duration;

use crate::newsroom::Newsroom;

fn line(id: &str, text: &str) -> String {
    serde_json::json!({ "id": id, "title": format!("About {id}"), "sections": [{ "heading": null, "paragraphs": [text] }] }).to_string()
}

#[test]
fn lines_that_are_no_articles_are_named_and_the_others_go_on() {
    let newsroom = Newsroom::new();
    let lines = [
        line("kiln", "The kiln of Dorn burns day and night."),
        "{\"id\": \"broken\"".into(),
        String::new(),
        line("empty", "  "),
        line("crane", "The crane of Dorn lifts twelve tonnes."),
        line("!!", "It has no letters in its id."),
    ];
    let file = newsroom.file("articles.jsonl", lines.join("\n")).display().to_string();
    let ended = newsroom.runs(&["import", &file]);
    assert_eq!(ended.code, Some(2));
    assert_eq!(ended.report(), "2 added, 0 updated, 0 unchanged, 3 failed");
    for number in ["line 2 ", "line 4 ", "line 6 "] {
        assert!(ended.complained.contains(number), "{ended:?}");
    }
    newsroom.quotes("How much does the crane of Dorn lift?", "twelve tonnes");
}

#[test]
fn of_a_file_that_fails_in_every_line_only_the_first_lines_are_named() {
    let newsroom = Newsroom::new();
    let file = newsroom.file("articles.csv", "id;title;text\n".repeat(5000)).display().to_string();
    let ended = newsroom.runs(&["import", &file]);
    assert_eq!(ended.report(), "0 added, 0 updated, 0 unchanged, 5000 failed");
    assert!(ended.complained.contains("line 20 ") && !ended.complained.contains("line 21 "), "{ended:?}");
    assert!(ended.complained.ends_with("import the file again, which leaves alone what it added\n"), "{ended:?}");
}

#[test]
fn a_line_that_is_not_utf8_is_named_and_the_others_go_on() {
    let newsroom = Newsroom::new();
    let mut bytes = line("kiln", "The kiln of Dorn burns day and night.").into_bytes();
    bytes.extend(b"\n{\"id\": \"caf\xe9\"}\n");
    bytes.extend(line("crane", "The crane of Dorn lifts twelve tonnes.").into_bytes());
    let file = newsroom.file("articles.jsonl", bytes).display().to_string();
    let ended = newsroom.runs(&["import", &file]);
    assert_eq!(ended.report(), "2 added, 0 updated, 0 unchanged, 1 failed", "{ended:?}");
    assert!(ended.complained.contains("line 2 "), "{ended:?}");
}

#[test]
fn a_second_import_changes_nothing_and_a_corrected_line_one_article() {
    let newsroom = Newsroom::new();
    let kiln = line("kiln", "The kiln of Dorn burns day and night.");
    let file = newsroom.file("articles.jsonl", format!("{kiln}\n{}", line("crane", "It lifts two."))).display().to_string();
    assert_eq!(newsroom.runs(&["import", &file]).report(), "2 added, 0 updated, 0 unchanged, 0 failed");
    assert_eq!(newsroom.runs(&["import", &file]).report(), "0 added, 0 updated, 2 unchanged, 0 failed");
    newsroom.file("articles.jsonl", format!("{kiln}\n{}", line("crane", "It lifts three.")));
    assert_eq!(newsroom.runs(&["import", &file]).report(), "0 added, 1 updated, 1 unchanged, 0 failed");
}

#[test]
fn an_article_of_the_folder_is_not_overwritten() {
    let newsroom = Newsroom::new();
    newsroom.runs(&["reindex"]);
    let lines = format!("{}\n{}", line("kiln", "The kiln of Dorn burns."), line("selm-bridge", "The bridge is gone."));
    let file = newsroom.file("articles.jsonl", lines).display().to_string();
    let ended = newsroom.runs(&["import", &file]);
    assert_eq!(ended.report(), "1 added, 0 updated, 0 unchanged, 1 failed");
    assert!(ended.complained.contains("selm-bridge.md"), "{ended:?}");
    newsroom.quotes("How many stones were replaced?", "412 stones");
}

/// What a process leaves to others, as `proc(5)` tells it.
#[cfg(target_os = "linux")]
fn niceness(process: u32) -> i32 {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).expect("it runs");
    let behind_the_name = &stat[stat.rfind(')').expect("the name is in brackets") + 2..];
    behind_the_name.split(' ').nth(16).expect("the nineteenth field").parse().expect("a number")
}

#[test]
#[cfg(target_os = "linux")]
fn while_an_import_runs_questions_are_answered_from_what_was_there() {
    let newsroom = Newsroom::new();
    newsroom.runs(&["reindex"]);
    let mut importing = newsroom.starts(&["import", "/dev/stdin"]);
    let mut lines = importing.stdin.take().expect("its input is piped");
    let mill = line("mill", "The mill of Dorn grinds four hundred sacks a day.");
    writeln!(lines, "{mill}").expect("it reads");
    for n in 0..250 {
        writeln!(lines, "{}", line(&format!("kiln-{n}"), "The kiln burns day and night.")).expect("it reads");
    }
    let is_stored = |_| {
        std::thread::sleep(Duration::from_millis(20));
        newsroom.runs(&["article", "list"]).said.contains("About mill")
    };
    assert!((0..200).any(is_stored), "the first articles are stored");

    newsroom.quotes("How wide is the mirror?", "1.8 m wide");
    assert_eq!(niceness(importing.id()), 10, "who answers goes first");
    let early = newsroom.runs(&["ask", "How many sacks does the mill of Dorn grind?"]);
    assert_eq!(early.code, Some(1), "{early:?}");

    drop(lines);
    assert!(importing.wait().expect("it ends").success());
    newsroom.quotes("How many sacks does the mill of Dorn grind?", "four hundred sacks");
}

#[test]
fn ids_that_are_kept_as_one_are_refused_and_a_line_without_an_end_is_passed_over() {
    let newsroom = Newsroom::new();
    let endless = "x".repeat(20_000_000);
    let lines =
        [line("c++", "The kiln of Dorn burns day and night."), line("c#", "It lifts two."), endless, line("crane", "It lifts ten.")];
    let file = newsroom.file("articles.jsonl", lines.join("\n")).display().to_string();
    let ended = newsroom.runs(&["import", &file]);
    assert_eq!(ended.report(), "2 added, 0 updated, 0 unchanged, 2 failed", "{ended:?}");
    assert!(ended.complained.contains("has the `id` `c#`, which is kept as `c` as line 1's is"), "{ended:?}");
}

#[test]
#[cfg(target_os = "linux")]
fn an_import_that_is_stopped_is_in_the_log_with_what_it_brought() {
    let newsroom = Newsroom::new();
    newsroom.runs(&["reindex"]);
    let mut importing = newsroom.starts(&["import", "/dev/stdin"]);
    let mut lines = importing.stdin.take().expect("its input is piped");
    for n in 0..250 {
        writeln!(lines, "{}", line(&format!("kiln-{n}"), "The kiln burns day and night.")).expect("it reads");
    }
    let is_noted = |_| {
        std::thread::sleep(Duration::from_millis(20));
        newsroom.runs(&["article", "log"]).said.contains("imported stdin")
    };
    assert!((0..200).any(is_noted), "the first articles are stored and noted");
    importing.kill().expect("it runs");
    importing.wait().expect("it ends");
    newsroom.quotes("When does the kiln burn?", "day and night");
}
