//! `takeaway article`.

use insta::assert_snapshot;

use crate::newsroom::Newsroom;

const PUMPKIN: &str =
    "# Pumpkin of Dorn\n\nBy Ruth Vane\n\nMay 4, 2024\n\nPhoto: Jan Holm\n\nThe pumpkin of Dorn weighs 93 kg this year.\n";

fn with_pumpkin(newsroom: &Newsroom) -> String {
    newsroom.file("pumpkin.md", PUMPKIN).display().to_string()
}

#[test]
fn an_article_is_added_shown_listed_and_removed() {
    let newsroom = Newsroom::new();
    let file = with_pumpkin(&newsroom);
    assert_eq!(newsroom.runs(&["article", "add", &file]).said, "`pumpkin` was added\n");
    assert_eq!(newsroom.runs(&["article", "add", &file]).said, "`pumpkin` is unchanged\n");
    assert!(newsroom.runs(&["article", "list"]).said.contains("Pumpkin of Dorn"));
    assert_snapshot!(newsroom.runs(&["article", "show", "pumpkin"]).said, @r"
    # Pumpkin of Dorn

    Written by: Ruth Vane
    Published: 4 May 2024
    Language: en
    Rights: short quotes only

    The pumpkin of Dorn weighs 93 kg this year.
    ");
    newsroom.quotes("How heavy is the pumpkin?", "93 kg");
    assert_eq!(newsroom.runs(&["article", "remove", "pumpkin"]).said, "`pumpkin` is no longer quoted; its versions are kept\n");
    assert_eq!(newsroom.runs(&["ask", "How heavy is the pumpkin?"]).code, Some(1));
    let kept = newsroom.runs(&["article", "show", "pumpkin"]).said;
    assert!(kept.starts_with("# Pumpkin of Dorn\n\nNo longer quoted; this is its last version.\n"), "{kept}");
}

#[test]
fn a_correction_makes_a_version_and_the_old_one_is_kept() {
    let newsroom = Newsroom::new();
    let file = with_pumpkin(&newsroom);
    newsroom.runs(&["article", "add", &file]);
    newsroom.file("pumpkin.md", PUMPKIN.replace("93 kg", "39 kg"));
    assert_eq!(newsroom.runs(&["article", "add", &file]).said, "`pumpkin` has a new version\n");
    newsroom.quotes("How heavy is the pumpkin?", "39 kg");
    let versions = newsroom.runs(&["article", "versions", "pumpkin"]).said;
    assert!(versions.contains("version 1 ·") && versions.contains("version 2 ·") && versions.contains(" UTC · Pumpkin"), "{versions}");
}

#[test]
fn what_the_operator_changed_is_in_the_log() {
    let newsroom = Newsroom::new();
    let file = with_pumpkin(&newsroom);
    assert!(newsroom.runs(&["article", "log"]).said.contains("Nothing was changed yet."));
    for arguments in [&["article", "add", &file][..], &["article", "add", &file], &["article", "remove", "pumpkin"]] {
        newsroom.runs(arguments);
    }
    let log = newsroom.runs(&["article", "log"]).said;
    let deeds: Vec<&str> = log.lines().filter(|line| line.contains("the operator")).filter_map(|line| line.rsplit(" · ").next()).collect();
    assert_eq!(deeds, ["removed pumpkin", "added pumpkin"], "{log}");
}

#[test]
fn what_was_changed_all_at_once_is_in_the_log_too() {
    let newsroom = Newsroom::new();
    let line = r#"{"id":"kiln","title":"Kiln","sections":[{"heading":null,"paragraphs":["The kiln of Dorn burns day and night."]}]}"#;
    let file = newsroom.file("wire.jsonl", line).display().to_string();
    for _ in 0..2 {
        newsroom.runs(&["reindex"]);
        newsroom.runs(&["import", &file]);
    }
    let log = newsroom.runs(&["article", "log"]).said;
    let deeds: Vec<&str> = log.lines().filter(|line| line.contains("the operator")).filter_map(|line| line.rsplit(" · ").next()).collect();
    assert_eq!(deeds, ["imported wire.jsonl", "built the index anew"], "what changed nothing is left out: {log}");
}

#[test]
fn a_dry_run_lists_what_was_found_and_changes_nothing() {
    let newsroom = Newsroom::new();
    let file = with_pumpkin(&newsroom);
    assert_snapshot!(newsroom.runs(&["article", "add", "--dry-run", &file]).said, @r"
    Title: Pumpkin of Dorn
    Byline: Ruth Vane
    Published: 2024-05-04
    Language: en
    Sections:
      (opening) (1 sentence)
        1. The pumpkin of Dorn weighs 93 kg this year.
    Findings:
      became the byline: By Ruth Vane
      became the date: May 4, 2024
      left out, a photo credit: Photo: Jan Holm
      no outlet is given
      no address is given
      no language is given; it was detected
    Questions that it answers:
      How many kg?

    It would be added as `pumpkin`.
    ");
    assert!(!newsroom.runs(&["article", "list"]).said.contains("Pumpkin"));
    newsroom.runs(&["article", "add", &file]);
    let again = newsroom.runs(&["article", "add", "--dry-run", &file]).said;
    assert!(again.contains("`pumpkin` is there already, from `pumpkin.md`: this would be its version 2."), "{again}");
}

#[test]
fn an_article_of_the_folder_cannot_be_changed_by_command() {
    let newsroom = Newsroom::new();
    newsroom.runs(&["reindex"]);
    let removed = newsroom.runs(&["article", "remove", "selm-bridge"]);
    assert_eq!(removed.code, Some(2));
    assert_snapshot!(removed.errors(&newsroom), @"takeaway: article `selm-bridge` comes from folder `selm-bridge.md`; change it there");
    let file = with_pumpkin(&newsroom);
    let taken = newsroom.runs(&["article", "add", "--id", "selm-bridge", &file]);
    assert!(taken.code == Some(2) && taken.complained.contains("selm-bridge.md"), "{taken:?}");
    newsroom.quotes("How many stones were replaced?", "412 stones");
}

#[test]
fn what_is_not_there_is_said() {
    let newsroom = Newsroom::new();
    for command in ["show", "remove", "versions"] {
        let ended = newsroom.runs(&["article", command, "nothing"]);
        assert!(ended.code == Some(2) && ended.complained.contains("there is no article `nothing`"), "{ended:?}");
    }
    let missing = newsroom.runs(&["article", "add", "missing.md"]);
    assert!(missing.code == Some(2) && missing.complained.contains("missing.md"), "{missing:?}");
}

#[test]
fn an_id_needs_letters_or_digits() {
    let newsroom = Newsroom::new();
    let file = with_pumpkin(&newsroom);
    let ended = newsroom.runs(&["article", "add", "--id", "!!", &file]);
    assert!(ended.code == Some(2) && ended.complained.contains("give one with `--id`"), "{ended:?}");
}

#[test]
fn files_of_other_kinds_are_refused() {
    let newsroom = Newsroom::new();
    let file = newsroom.file("table.pdf", "%PDF").display().to_string();
    assert_snapshot!(newsroom.runs(&["article", "add", &file]).errors(&newsroom), @"takeaway: `…/table.pdf` is a `.pdf` file; give Markdown (`.md`), HTML (`.html`) or text (`.txt`)");
}
