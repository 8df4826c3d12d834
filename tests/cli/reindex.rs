//! `takeaway reindex`.

use std::fs;

use insta::assert_snapshot;

use crate::newsroom::Newsroom;

#[test]
fn the_report_counts_what_changed() {
    let newsroom = Newsroom::new();
    assert_eq!(newsroom.runs(&["reindex"]).report(), "10 added, 0 updated, 0 retired, 0 unchanged, 0 failed");
    assert_eq!(newsroom.runs(&["reindex"]).report(), "0 added, 0 updated, 0 retired, 10 unchanged, 0 failed");
    newsroom.article("chess.md", "# Young player wins the Selm chess cup\n\nMira Sand won the cup with eight points from nine games.\n");
    newsroom.article("new.md", "# A new one\n\nThe ferry of Dorn sank in the harbour on Sunday night.\n");
    fs::remove_file(newsroom.articles().join("parom.md")).expect("it is there");
    assert_eq!(newsroom.runs(&["reindex"]).report(), "1 added, 1 updated, 1 retired, 8 unchanged, 0 failed");
    newsroom.quotes("Where did the ferry of Dorn sink?", "in the harbour");
    newsroom.quotes("How many points did Mira Sand win with?", "eight points from nine games");
    assert_eq!(newsroom.asks("Сколько стоит билет?")["answer"], "not_covered");
}

#[test]
fn an_article_whose_file_comes_back_is_quoted_again() {
    let newsroom = Newsroom::new();
    newsroom.runs(&["reindex"]);
    let text = fs::read(newsroom.articles().join("parom.md")).expect("it is there");
    fs::remove_file(newsroom.articles().join("parom.md")).expect("it is there");
    newsroom.runs(&["reindex"]);
    newsroom.article("parom.md", text);
    assert_eq!(newsroom.runs(&["reindex"]).report(), "1 added, 0 updated, 0 retired, 9 unchanged, 0 failed");
    newsroom.quotes("Сколько стоит билет?", "120 рублей");
}

#[test]
fn files_that_cannot_be_read_are_named_with_their_line_and_the_others_go_on() {
    let newsroom = Newsroom::new();
    newsroom.article("a-empty.md", "  \n");
    newsroom.article("b-latin.md", b"# Title\n\nCaf\xe9 of Selm.\n");
    newsroom.article("c-toml.md", "+++\ntitle = \"A title\"\noutlet = \n+++\n\nText of it.\n");
    newsroom.article("d-yaml.md", "---\ntitle: A title\nkind: unknown\n---\n\nText of it.\n");
    newsroom.article("e-bare.md", "# Only a title\n");
    newsroom.article("f-large.md", "word ".repeat(500_000));
    newsroom.article("g-open.md", "+++\ntitle = \"A title\"\n\nText of it.\n");
    newsroom.article("h-untitled.md", "Only text without any title or heading.\n");
    newsroom.article("i-same.md", "+++\nid = \"captives\"\ntitle = \"Same id\"\n+++\n\nText of it.\n");
    newsroom.article("j-day.md", "+++\ntitle = \"A day\"\npublished = \"soon\"\n+++\n\nText of it.\n");
    let ended = newsroom.runs(&["reindex"]);
    assert_eq!(ended.code, Some(2));
    assert_eq!(ended.report(), "10 added, 0 updated, 0 retired, 0 unchanged, 10 failed");
    assert_snapshot!(ended.errors(&newsroom), @r"
    takeaway: `…/data/articles/a-empty.md` is empty; write a title and some text
    takeaway: `…/data/articles/b-latin.md` line 3 is not UTF-8; save the file as UTF-8
    takeaway: `…/data/articles/c-toml.md` line 3: front matter: string values must be quoted, expected literal string
    takeaway: `…/data/articles/d-yaml.md` line 3: front matter: unknown field `kind`, expected one of id, title, outlet, byline, published, corrected, url, language, rights, based_on, correction
    takeaway: `…/data/articles/e-bare.md` has no text besides its headings and metadata; add paragraphs
    takeaway: `…/data/articles/f-large.md` has 2500000 bytes, more than the limit of 2000000; split it or raise `library.max_article_bytes`
    takeaway: `…/data/articles/g-open.md` line 1: front matter: `+++` is not closed by another `+++`
    takeaway: `…/data/articles/h-untitled.md` has no title; add `title` to the front matter or a first heading
    takeaway: `…/data/articles/i-same.md` has the id `captives` of `captives.md`; give it another `id`
    takeaway: `…/data/articles/j-day.md` line 3: front matter: `published` is `soon`; give a day such as 2025-03-19
    ");
    newsroom.quotes("How wide is the mirror?", "1.8 m wide");
}

#[test]
fn an_id_stays_with_the_file_that_had_it_first() {
    let newsroom = Newsroom::new();
    newsroom.runs(&["reindex"]);
    newsroom.article("another.md", "+++\nid = \"captives\"\ntitle = \"Same id\"\n+++\n\nText of it.\n");
    for _ in 0..2 {
        let ended = newsroom.runs(&["reindex"]);
        assert_eq!(ended.report(), "0 added, 0 updated, 0 retired, 10 unchanged, 1 failed");
        assert!(ended.complained.contains("another.md` has the id `captives` of `captives.md`"), "{ended:?}");
    }
    newsroom.quotes("How many captives will each side free?", "65 captives");
}

#[test]
fn a_file_that_takes_another_id_leaves_no_second_article_behind() {
    let newsroom = Newsroom::new();
    newsroom.runs(&["reindex"]);
    let text = fs::read_to_string(newsroom.articles().join("captives.md")).expect("it is there");
    newsroom.article("captives.md", text.replace("id: captives", "id: exchange"));
    assert_eq!(newsroom.runs(&["reindex"]).report(), "1 added, 0 updated, 1 retired, 9 unchanged, 0 failed");
    assert_eq!(newsroom.asks("How many captives will each side free?")["citation"]["article"], "exchange");
}

#[test]
fn a_file_that_breaks_keeps_its_article_as_it_was() {
    let newsroom = Newsroom::new();
    newsroom.runs(&["reindex"]);
    newsroom.article("observatory.md", "+++\ntitle = \n+++\n");
    assert_eq!(newsroom.runs(&["reindex"]).report(), "0 added, 0 updated, 0 retired, 9 unchanged, 1 failed");
    newsroom.quotes("How wide is the mirror?", "1.8 m wide");
}

#[test]
fn a_missing_folder_or_one_that_is_mostly_gone_changes_nothing() {
    let newsroom = Newsroom::new();
    newsroom.runs(&["reindex"]);
    fs::rename(newsroom.articles(), newsroom.path("elsewhere")).expect("it is moved");
    let ended = newsroom.runs(&["reindex"]);
    assert_eq!(ended.code, Some(2));
    assert_snapshot!(ended.errors(&newsroom), @"takeaway: cannot read the article folder `…/data/articles`; nothing was changed; make it, or name another: `takeaway reindex FOLDER`: No such file or directory (os error 2)");
    fs::create_dir(newsroom.articles()).expect("it is made");
    assert_snapshot!(newsroom.runs(&["reindex"]).errors(&newsroom), @"takeaway: 10 of 10 articles are gone from `…/data/articles`; nothing was changed; if that is meant, run `takeaway reindex --force`");
    newsroom.quotes("How wide is the mirror?", "1.8 m wide");
    assert_eq!(newsroom.runs(&["reindex", "--force"]).report(), "0 added, 0 updated, 10 retired, 0 unchanged, 0 failed");
    assert_eq!(newsroom.runs(&["ask", "How wide is the mirror?"]).code, Some(1));
}

#[test]
fn half_a_folder_may_go() {
    let newsroom = Newsroom::new();
    newsroom.runs(&["reindex"]);
    for name in ["chess", "parom", "presa", "marche", "muehle"] {
        fs::remove_file(newsroom.articles().join(format!("{name}.md"))).expect("it is there");
    }
    assert_eq!(newsroom.runs(&["reindex"]).report(), "0 added, 0 updated, 5 retired, 5 unchanged, 0 failed");
}

#[test]
fn a_file_that_is_renamed_and_keeps_its_id_keeps_its_article() {
    let newsroom = Newsroom::new();
    newsroom.runs(&["reindex"]);
    fs::rename(newsroom.articles().join("captives.md"), newsroom.articles().join("exchange.md")).expect("it is renamed");
    assert_eq!(newsroom.runs(&["reindex"]).report(), "0 added, 0 updated, 0 retired, 10 unchanged, 0 failed");
    assert!(newsroom.runs(&["article", "remove", "captives"]).complained.contains("exchange.md"));
}

#[test]
fn a_file_that_once_gave_itself_another_id_takes_its_article_along() {
    let newsroom = Newsroom::new();
    let ferry = |id: &str| format!("+++\nid = \"{id}\"\n+++\n# The ferry\n\nThe ferry of Dorn sank in the harbour on Sunday night.\n");
    newsroom.article("ferry.md", ferry("zebra"));
    newsroom.runs(&["reindex"]);
    newsroom.article("ferry.md", ferry("alpha"));
    assert_eq!(newsroom.runs(&["reindex"]).report(), "1 added, 0 updated, 1 retired, 10 unchanged, 0 failed");
    assert_eq!(newsroom.runs(&["reindex"]).report(), "0 added, 0 updated, 0 retired, 11 unchanged, 0 failed");
    fs::remove_file(newsroom.articles().join("ferry.md")).expect("it is there");
    assert_eq!(newsroom.runs(&["reindex"]).report(), "0 added, 0 updated, 1 retired, 10 unchanged, 0 failed");
    assert_eq!(newsroom.asks("Where did the ferry of Dorn sink?")["answer"], "not_covered");
}

#[test]
fn front_matter_may_stand_behind_empty_lines() {
    let newsroom = Newsroom::new();
    newsroom.article("ferry.md", "\n\n+++\ntitle = \"The ferry\"\n+++\n\nThe ferry of Dorn sank in the harbour on Sunday night.\n");
    newsroom.runs(&["reindex"]);
    assert_eq!(newsroom.asks("Where did the ferry of Dorn sink?")["citation"]["title"], "The ferry");
}
