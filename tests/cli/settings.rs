//! Settings, completions and the program's own help.

use insta::assert_snapshot;

use crate::newsroom::{Ended, Newsroom};

#[test]
fn valid_settings_are_said_to_be_valid() {
    let newsroom = Newsroom::empty();
    let ended = newsroom.runs(&["config", "check"]);
    assert!(ended.code == Some(0) && ended.said.starts_with("The settings are valid: the defaults; data in"), "{ended:?}");
    let mut command = newsroom.command(&["config", "check"]);
    let ended = Ended::from(command.env("TAKEAWAY_ANSWER_SURE", "0.7").output().expect("it runs"));
    assert!(ended.said.contains("the defaults and the environment"), "{ended:?}");
}

#[test]
fn a_list_of_synonyms_that_is_not_there_is_told_by_the_check() {
    let newsroom = Newsroom::empty();
    let file = newsroom.file("takeaway.toml", "[library]\nsynonyms = \"nosuch.toml\"\n").display().to_string();
    let ended = newsroom.runs(&["--config", &file, "config", "check"]);
    assert!(ended.code == Some(2) && ended.complained.contains("nosuch.toml"), "{ended:?}");
}

#[test]
fn a_wrong_key_is_refused_by_its_name() {
    let newsroom = Newsroom::empty();
    let file = newsroom.file("takeaway.toml", "[answer]\nshure = 0.9\n").display().to_string();
    let ended = newsroom.runs(&["--config", &file, "config", "check"]);
    assert_eq!(ended.code, Some(2));
    assert_snapshot!(ended.errors(&newsroom), @"takeaway: `…/takeaway.toml`: unknown field `shure`, expected one of `sure`, `close`, `max_quoted_words`, in `answer`; `config/takeaway.toml` lists every setting with its default");
}

#[test]
fn the_environment_overrides_the_file() {
    let newsroom = Newsroom::new();
    let mut command = newsroom.command(&["ask", "How wide is the mirror?"]);
    let ended = Ended::from(command.env("TAKEAWAY_ANSWER_SURE", "1.0").env("TAKEAWAY_ANSWER_CLOSE", "1.0").output().expect("it runs"));
    assert_eq!(ended.code, Some(1), "nothing is that sure: {ended:?}");
    let mut command = newsroom.command(&["config", "check"]);
    let ended = Ended::from(command.env("TAKEAWAY_ANSWER_SHURE", "1.0").output().expect("it runs"));
    assert!(ended.code == Some(2) && ended.complained.contains("TAKEAWAY_ANSWER_SHURE"), "{ended:?}");
}

#[test]
fn completions_are_printed_for_each_shell() {
    let newsroom = Newsroom::empty();
    for shell in ["bash", "zsh", "fish"] {
        let ended = newsroom.runs(&["completions", shell]);
        assert!(ended.code == Some(0) && ended.said.contains("reindex"), "{shell}: {ended:?}");
    }
}

#[test]
fn a_wrong_command_ends_with_two() {
    let newsroom = Newsroom::empty();
    assert_eq!(newsroom.runs(&["nothing"]).code, Some(2));
    assert_eq!(newsroom.runs(&["ask"]).code, Some(2));
}

#[test]
fn a_script_that_nobody_reads_to_its_end_is_no_error() {
    let newsroom = Newsroom::empty();
    for arguments in [&["completions", "bash"][..], &["--help"], &[]] {
        let mut child = newsroom.starts(arguments);
        drop(child.stdout.take());
        let ended = Ended::from(child.wait_with_output().expect("it ends"));
        assert!(ended.code == Some(0) && ended.complained.is_empty(), "{arguments:?}: {ended:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said_to_be_one() {
    let newsroom = Newsroom::new();
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("Linux has it");
    let ended = Ended::from(newsroom.command(&["ask", "How wide is the mirror?"]).stdout(full).output().expect("it runs"));
    assert_eq!(ended.code, Some(2));
    assert_snapshot!(ended.errors(&newsroom), @"takeaway: cannot print the answer; check the disk or the program that reads it: No space left on device (os error 28)");
}

#[test]
fn what_cannot_be_read_is_named() {
    let newsroom = Newsroom::empty();
    let folder = newsroom.data().display().to_string();
    std::fs::create_dir_all(&folder).expect("it is made");
    let empty = newsroom.file("empty.jsonl", "").display().to_string();
    let fails = |arguments: &[&str]| {
        let ended = newsroom.runs(arguments);
        assert_eq!(ended.code, Some(2), "{arguments:?}: {ended:?}");
        ended.errors(&newsroom)
    };
    assert_snapshot!(fails(&["article", "add", "nothing.md"]), @"takeaway: cannot read `nothing.md`; check its path and that it may be read, or begin an address with `https://`: No such file or directory (os error 2)");
    assert_snapshot!(fails(&["import", "nothing.jsonl"]), @"takeaway: cannot open `nothing.jsonl`; check its path and that it may be read: No such file or directory (os error 2)");
    assert_snapshot!(fails(&["eval", "nothing.jsonl"]), @"takeaway: cannot read the questions in `nothing.jsonl`; check its path and that it may be read: No such file or directory (os error 2)");
    assert!(fails(&["article", "add", &folder]).contains("is a folder; give one file"));
    assert!(fails(&["eval", &empty]).contains("holds no questions"));
}
