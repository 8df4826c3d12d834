//! What may be shown of an outlet's articles, as the operator settled with it.

use insta::assert_snapshot;

use crate::newsroom::Newsroom;

const FERRY: &str = "+++\ntitle = \"Ferry to Dorn\"\noutlet = \"The Harbour Post\"\nurl = \"https://www.harbourpost.example/ferry\"\n+++\n\n\
    The ferry to Dorn costs nine crowns from May, said Ruth Vane, who runs the harbour.\n\n## The boat\n\n\
    The boat was built in 1931. It carries forty people. Its bell was cast from an anchor.\n";

/// The card of an answer under these settings, in the language of the terminal.
fn asked(settings: &str, question: &str) -> String {
    let newsroom = Newsroom::empty();
    newsroom.article("ferry.md", FERRY);
    let file = newsroom.file("takeaway.toml", settings).display().to_string();
    let ended = newsroom.runs(&["--config", &file, "ask", question]);
    assert_eq!(ended.code, Some(0), "{ended:?}");
    ended.said
}

#[test]
fn an_outlet_has_its_credit_and_licence_on_each_card() {
    let settings =
        "[[outlets]]\nhost = \"harbourpost.example\"\nrights = \"licensed\"\ncredit = \"© The Harbour Post\"\nlicence = \"HP-12\"\n";
    assert_snapshot!(asked(settings, "How much does the ferry to Dorn cost?"), @r"
    The Harbour Post
    Ferry to Dorn

      │ The ferry to Dorn costs nine crowns from May, said Ruth Vane, who runs the harbour.

    © The Harbour Post

    Licence: HP-12

    Opening · version 1
    https://www.harbourpost.example/ferry#:~:text=The%20ferry%20to%20Dorn,who%20runs%20the%20harbour%2E
    ");
}

#[test]
fn what_cannot_keep_its_speaker_under_the_cap_is_only_pointed_to() {
    let settings = "[[outlets]]\nname = \"the harbour post\"\nmax_quoted_words = 8\ncredit = \"© The Harbour Post\"\n";
    assert_snapshot!(asked(settings, "How much does the ferry to Dorn cost?"), @r"
    The Harbour Post
    Ferry to Dorn

    This passage is too long to be quoted; follow the link to read it.

    © The Harbour Post

    Opening · version 1
    https://www.harbourpost.example/ferry
    ");
    assert!(asked(settings, "When was the boat built?").contains("│ The boat was built in 1931."), "less than that may be shown");
}

#[test]
fn of_two_neighbours_that_may_both_answer_a_cap_leaves_the_better() {
    let newsroom = Newsroom::empty();
    let text = "Visitors like the wheel. The north door of the mill opens at dawn. The south door of the mill opens at noon.";
    newsroom.article("mill.md", format!("+++\ntitle = \"Mill\"\noutlet = \"The Harbour Post\"\n+++\n\n{text}\n"));
    let file = newsroom.file("takeaway.toml", "[[outlets]]\nname = \"The Harbour Post\"\nmax_quoted_words = 12\n").display().to_string();
    let question = "When does the door of the mill open?";
    let both = newsroom.runs(&["ask", question]).said;
    assert!(both.contains("│ The north door of the mill opens at dawn. The south door of the mill opens at noon.\n"), "{both}");
    let capped = newsroom.runs(&["--config", &file, "ask", question]).said;
    assert!(capped.contains("│ The north door of the mill opens at dawn.\n"), "{capped}");
}

#[test]
fn an_answer_that_is_only_pointed_to_gives_none_of_its_words_as_json() {
    let newsroom = Newsroom::empty();
    newsroom.article("ferry.md", FERRY);
    let file = newsroom.file("takeaway.toml", "[[outlets]]\nname = \"The Harbour Post\"\nmax_quoted_words = 8\n").display().to_string();
    let said = newsroom.runs(&["--config", &file, "ask", "--json", "How much does the ferry to Dorn cost?"]).said;
    assert!(said.contains("\"pointed\"") && said.contains("harbourpost.example/ferry") && !said.contains("crowns"), "{said}");
}

#[test]
fn an_entry_that_fits_no_outlet_is_refused_with_its_fault() {
    let newsroom = Newsroom::empty();
    for (entry, part) in [
        ("credit = \"©\"", "has neither `name` nor `host`"),
        ("host = \"https://harbourpost.example/\"", "give a bare host such as `news.example`"),
        ("name = \"The Harbour Post\"\nmax_quoted_words = 0", "allows no words of `The Harbour Post`"),
        ("name = \"The Harbour Post\"\nright = \"own\"", "unknown field `right`"),
    ] {
        let file = newsroom.file("takeaway.toml", format!("[[outlets]]\n{entry}\n")).display().to_string();
        let ended = newsroom.runs(&["--config", &file, "config", "check"]);
        assert!(ended.code == Some(2) && ended.complained.contains(part), "{entry}: {ended:?}");
    }
}
