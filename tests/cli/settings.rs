//! Settings, completions and the program's own help.

use insta::assert_snapshot;

use crate::newsroom::{Ended, Newsroom};

#[test]
fn valid_settings_are_said_to_be_valid() {
    let newsroom = Newsroom::empty();
    let ended = newsroom.runs(&["config", "check"]);
    assert!(ended.code == Some(0) && ended.said.starts_with("The settings are valid"), "{ended:?}");
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
