//! What reaches the terminal: nothing that an article's text could steer it with, and nothing to a reader who has gone.

use std::io::Write as _;

use crate::newsroom::{Ended, Newsroom};

/// A window's title, a bell, and letters told to run backwards.
const STEERED: &str = "# The \u{1b}]0;pwned\u{7}kiln of Dorn\n\nThe kiln of Dorn burns \u{202e}yad\u{202c} and night\u{9b}2J for \u{1b}[31mnine\u{1b}[0m weeks.\n";

fn steers(c: char) -> bool {
    (c.is_control() && c != '\n') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[test]
fn an_article_does_not_steer_the_terminal() {
    let newsroom = Newsroom::new();
    let file = newsroom.file("kiln.md", STEERED).display().to_string();
    newsroom.runs(&["article", "add", &file]);
    for command in [
        &["article", "show", "kiln"][..],
        &["article", "list"],
        &["article", "add", "--dry-run", &file],
        &["ask", "How long does the kiln of Dorn burn?"],
        &["ask", "--json", "How long does the kiln of Dorn burn?"],
        &["ask", "--explain", "How long does the kiln of Dorn burn?"],
    ] {
        let ended = newsroom.runs(command);
        assert!(ended.said.contains("of Dorn") && !ended.said.contains(steers), "{command:?} {ended:?}");
    }
    let mut chat = newsroom.starts(&["chat"]);
    chat.stdin
        .take()
        .expect("its input is piped")
        .write_all(b"How long does the kiln of Dorn burn?\n/article show kiln\n")
        .expect("it listens");
    let chat = Ended::from(chat.wait_with_output().expect("it ends"));
    assert!(chat.said.contains("of Dorn") && !chat.said.contains(steers), "{chat:?}");
}

#[test]
fn what_another_program_reads_is_the_text_as_it_is_kept() {
    let newsroom = Newsroom::new();
    let file = newsroom.file("kiln.md", STEERED).display().to_string();
    newsroom.runs(&["article", "add", &file]);
    let answer = newsroom.asks("How long does the kiln of Dorn burn?");
    assert!(answer["quote"].as_str().is_some_and(|quote| quote.contains("\u{202e}yad\u{202c}")), "{answer:#}");
}

#[test]
fn a_message_does_not_steer_the_terminal() {
    let newsroom = Newsroom::new();
    let ended = newsroom.runs(&["article", "show", "\u{1b}]0;pwned\u{7}"]);
    assert!(ended.complained.contains("there is no article") && !ended.complained.contains(steers), "{ended:?}");
}

#[test]
fn a_reader_who_has_gone_is_no_error() {
    let newsroom = Newsroom::new();
    newsroom.runs(&["reindex"]);
    for arguments in [&["article", "list"][..], &["feed", "list"], &["feed", "refresh"], &["article", "show", "chess"]] {
        let (reader, writer) = std::io::pipe().expect("a pipe is made");
        drop(reader);
        let output = newsroom.command(arguments).stdout(writer).output().expect("the program starts");
        let ended = Ended::from(output);
        assert!(ended.code == Some(0) && ended.complained.is_empty(), "{arguments:?} {ended:?}");
    }
    let (reader, writer) = std::io::pipe().expect("a pipe is made");
    drop(reader);
    let ended = Ended::from(newsroom.command(&["article", "show", "nothing"]).stderr(writer).output().expect("the program starts"));
    assert_eq!(ended.code, Some(2), "who reads no complaints still hears of the failure");
}
