//! `takeaway chat`.

use std::io::{BufRead, BufReader, Write};
use std::process::Child;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use crate::newsroom::Newsroom;

/// How long an answer may take before the conversation is given up.
const PATIENCE: Duration = Duration::from_secs(30);

struct Chat {
    child: Child,
    lines: Receiver<String>,
}

impl Chat {
    fn with(newsroom: &Newsroom) -> Chat {
        let mut child = newsroom.starts(&["chat"]);
        let (send, lines) = channel();
        let out = BufReader::new(child.stdout.take().expect("its output is piped"));
        std::thread::spawn(move || out.lines().map_while(Result::ok).try_for_each(|line| send.send(line)));
        Chat { child, lines }
    }

    fn types(&mut self, line: &str) {
        writeln!(self.child.stdin.as_mut().expect("its input is piped"), "{line}").expect("it listens");
    }

    /// Types a line and reads up to the answer's end, which an unknown command marks.
    fn says(&mut self, line: &str) -> String {
        self.types(line);
        self.types("/end-of-answer");
        let mut said = vec![];
        loop {
            let line = self.lines.recv_timeout(PATIENCE).unwrap_or_else(|e| panic!("{e} after {said:#?}"));
            if line.starts_with("There is no command `/end-of-answer`") {
                // The list of commands follows, up to its last line.
                while !self.lines.recv_timeout(PATIENCE).expect("the list goes on").starts_with("A number chooses") {}
                return said.join("\n");
            }
            said.push(line);
        }
    }

    fn leaves(mut self) {
        self.types("/quit");
        assert!(self.child.wait().expect("it ends").success());
    }
}

#[test]
fn the_commands_of_discord_work_in_the_terminal() {
    let newsroom = Newsroom::new();
    let mut chat = Chat::with(&newsroom);
    assert!(chat.says("How many captives will each side free?").contains("65 captives"));
    assert!(chat.says("/ask How wide is the mirror?").contains("1.8 m wide"));
    assert!(chat.says("/articles").contains("Old bridge of Selm opens again"));
    assert!(chat.says("/takeaway Visitors").contains("25 visitors"));
    assert!(chat.says("/nothing").contains("There is no command `/nothing`"));
    assert!(chat.says("?!").contains("Ask me about the articles"));
    chat.leaves();
}

#[test]
fn a_number_chooses_a_topic_from_the_last_card() {
    let newsroom = Newsroom::new();
    let mut chat = Chat::with(&newsroom);
    chat.types("/takeaway");
    chat.types("2");
    let answer = chat.says("");
    assert!(answer.contains("│"), "a topic is quoted: {answer}");
    chat.leaves();
}

#[test]
fn an_article_that_another_process_adds_is_quoted_by_the_next_answer() {
    let newsroom = Newsroom::new();
    let mut chat = Chat::with(&newsroom);
    let question = "How heavy is the pumpkin of Dorn?";
    assert!(!chat.says(question).contains("93 kg"));
    let file = newsroom.file("pumpkin.md", "# Pumpkin of Dorn\n\nThe pumpkin of Dorn weighs 93 kg this year.\n");
    assert_eq!(newsroom.runs(&["article", "add", &file.display().to_string()]).code, Some(0));
    assert!(chat.says(question).contains("93 kg"), "the next question sees it");
    chat.leaves();
}

#[test]
fn the_operator_runs_everyones_library_in_the_conversation() {
    let newsroom = Newsroom::new();
    let mut chat = Chat::with(&newsroom);
    let file = newsroom.file("pumpkin.md", "# Pumpkin of Dorn\n\nThe pumpkin of Dorn weighs 93 kg this year.\n");
    let preview = chat.says(&format!("/article add {}", file.display()));
    assert!(preview.contains("Preview: Pumpkin of Dorn") && preview.ends_with("  1. Confirm   2. Cancel"), "{preview}");
    assert!(!chat.says("How heavy is the pumpkin of Dorn?").contains("93 kg"), "nothing is kept yet");
    let preview = chat.says(&format!("/article add {}", file.display()));
    assert!(preview.ends_with("  1. Confirm   2. Cancel"), "{preview}");
    assert!(chat.says("1").contains("was added as pumpkin"), "it is confirmed by its number");
    assert!(chat.says("How heavy is the pumpkin of Dorn?").contains("93 kg"), "it can be asked about");
    assert!(chat.says("/article list").contains("uploaded as pumpkin.md"));
    assert!(chat.says("/article show pumpkin").contains("Opening · 1 sentence"));
    assert!(
        chat.says("/article remove captives").contains("captives can be changed only the way it came: from the folder’s file captives.md.")
    );
    assert!(chat.says("/article add nowhere.md").contains("read `nowhere.md`"));
    assert!(chat.says("/reindex").contains("unchanged."));
    assert!(chat.says("/feed list").contains("No feed is followed."));
    chat.says("/article purge pumpkin");
    assert!(chat.says("2").contains("Cancelled. Nothing was changed."));
    assert!(chat.says("/article log").contains("the operator · added pumpkin"));
    chat.leaves();
}

#[test]
fn a_conversation_ends_with_its_input() {
    let newsroom = Newsroom::new();
    let mut chat = Chat::with(&newsroom);
    drop(chat.child.stdin.take());
    assert!(chat.child.wait().expect("it ends").success());
}

#[test]
fn the_buttons_of_a_card_are_numbers() {
    let newsroom = Newsroom::new();
    let mut chat = Chat::with(&newsroom);
    let answer = chat.says("How many captives will each side free?");
    assert!(answer.ends_with("  1. Context   2. Next match   3. 👍   4. 👎"), "{answer}");
    let none = chat.says("7");
    assert!(none.contains("Nothing on the last card has the number 7"), "{none}");
    let thanks = chat.says("3");
    assert!(thanks.contains("this quote helped"), "{thanks}");
    let unknown = newsroom.runs(&["votes", "--article", "nosuch"]);
    assert!(unknown.code == Some(2) && unknown.complained.contains("there is no article `nosuch`"), "{unknown:?}");
    let votes = newsroom.runs(&["votes"]).said;
    assert!(votes.contains("+1 -0  captives · version 1") && votes.contains("65 captives"), "{votes}");
    let wide = chat.says("1");
    assert!(wide.contains("65 captives") && !wide.contains("Context"), "{wide}");
    let next = chat.says("1");
    assert!(next.contains("Closest passage") && !next.contains("65 captives"), "{next}");
    chat.leaves();
}

#[test]
fn what_is_kept_of_the_operator_is_told_and_deleted() {
    let newsroom = Newsroom::new();
    let mut chat = Chat::with(&newsroom);
    assert!(chat.says("/privacy").contains("Votes on quotes: none"));
    chat.says("How many captives will each side free?");
    chat.says("3");
    let kept = chat.says("/privacy show");
    assert!(kept.contains("Votes on quotes: 1"), "{kept}");
    assert!(chat.says("/privacy delete").contains("Deleted: votes: 1"));
    assert!(!newsroom.runs(&["votes"]).said.contains("+1"), "nothing counts any more");
    chat.leaves();
}

#[test]
fn the_menu_of_a_message_and_the_commands_of_servers_have_their_say_in_the_terminal() {
    let newsroom = Newsroom::new();
    let mut chat = Chat::with(&newsroom);
    assert!(chat.says("/source The mirror is 1.8 m wide").contains("1.8 m wide"));
    assert!(chat.says("/settings").contains("takeaway config check"));
    assert!(chat.says("/doctor").contains("takeaway config check"));
    chat.leaves();
}

#[test]
fn bytes_of_another_encoding_do_not_end_a_conversation() {
    let newsroom = Newsroom::new();
    let mut chat = Chat::with(&newsroom);
    chat.child.stdin.as_mut().expect("its input is piped").write_all(b"\xff\xfe the mirror\n").expect("it listens");
    assert!(chat.says("How wide is the mirror?").contains("1.8 m wide"));
    chat.leaves();
}

#[test]
fn segments_that_are_deleted_under_a_conversation_are_built_again() {
    let newsroom = Newsroom::new();
    let mut chat = Chat::with(&newsroom);
    assert!(chat.says("How many captives will each side free?").contains("65 captives"));
    std::fs::remove_dir_all(newsroom.data().join("segments")).expect("they are there");
    let file = newsroom.file("pumpkin.md", "# Pumpkin of Dorn\n\nThe pumpkin of Dorn weighs 93 kg this year.\n");
    chat.says(&format!("/article add {}", file.display()));
    assert!(chat.says("1").contains("was added as pumpkin"));
    assert!(chat.says("How heavy is the pumpkin of Dorn?").contains("93 kg"));
    assert!(chat.says("How many captives will each side free?").contains("65 captives"));
    chat.leaves();
}
