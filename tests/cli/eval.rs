//! `takeaway eval`.

use crate::newsroom::{Ended, Newsroom};

const QUESTIONS: &str = r#"{"id":"mirror","question":"How wide is the mirror?","expect":["1.8 m wide"],"article":"observatory"}
{"id":"captives","question":"How many captives will each side free?","expect":["65 captives"],"speaker":["Norland"],"article":"captives"}
{"id":"brazil","question":"Who is the president of Brazil?","expect":[],"note":"of another matter"}
{"id":"wrong","question":"How many stones were replaced?","expect":["nothing of the kind"],"article":"selm-bridge"}
"#;

fn measures(newsroom: &Newsroom, more: &[&str]) -> Ended {
    let questions = newsroom.file("questions.jsonl", QUESTIONS).display().to_string();
    let articles = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/articles");
    newsroom.runs(&[&["eval", &questions, "--articles", articles], more].concat())
}

#[test]
fn an_evaluation_prints_its_numbers_and_touches_nothing() {
    let newsroom = Newsroom::empty();
    let ended = measures(&newsroom, &[]);
    assert_eq!(ended.code, Some(0), "{ended:?}");
    assert!(ended.said.contains("right first"), "{ended:?}");
    assert!(!newsroom.data().exists(), "the operator's data folder is untouched");
}

#[test]
fn too_few_right_answers_fail_it() {
    let newsroom = Newsroom::empty();
    assert_eq!(measures(&newsroom, &["--min-right", "0.6"]).code, Some(0));
    assert_eq!(measures(&newsroom, &["--min-right", "0.7"]).code, Some(1));
}

#[test]
fn a_goal_that_is_no_share_is_refused() {
    let newsroom = Newsroom::empty();
    for goal in ["--min-right=7", "--min-right=NaN", "--max-wrong=-1", "--max-wrong=many"] {
        let ended = measures(&newsroom, &[goal]);
        assert!(ended.code == Some(2) && ended.complained.contains("from 0 to 1"), "{goal}: {ended:?}");
    }
}

#[test]
fn misses_show_what_was_expected_and_what_was_said() {
    let newsroom = Newsroom::empty();
    let said = measures(&newsroom, &["--misses"]).said;
    assert!(said.contains("miss wrong: How many stones were replaced?\n  expected: nothing of the kind\n  said: "), "{said}");
    assert!(!said.contains("miss mirror"), "{said}");
}

#[test]
fn a_run_holds_the_ranked_quotes_of_each_question() {
    let newsroom = Newsroom::empty();
    let file = newsroom.path("run.jsonl");
    measures(&newsroom, &["--run", &file.display().to_string()]);
    let text = std::fs::read_to_string(&file).expect("it is written");
    let rows: Vec<serde_json::Value> = text.lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect();
    assert_eq!(rows.iter().map(|row| row["qid"].as_str().expect("a name")).collect::<Vec<_>>(), ["mirror", "captives", "brazil", "wrong"]);
    let best = &rows[0]["ranked"][0];
    assert_eq!(best["article"], "observatory");
    assert_eq!(best["core"], "The mirror is 1.8 m wide.");
    assert!(best["passage"].as_str().expect("a text").contains("ground by hand"));
    assert_eq!(rows[0]["abstained"], false);
    assert_eq!(rows[2]["abstained"], true);
}

#[test]
fn articles_can_be_left_out_or_stand_alone() {
    let newsroom = Newsroom::empty();
    assert_eq!(measures(&newsroom, &["--leave-out", "half"]).code, Some(0));
    assert_eq!(measures(&newsroom, &["--alone"]).code, Some(0));
    assert_eq!(measures(&newsroom, &["--alone", "--leave-out", "half"]).code, Some(2));
}

#[test]
fn a_line_that_is_no_question_is_named() {
    let newsroom = Newsroom::empty();
    let questions = newsroom.file("questions.jsonl", "{\"question\":\"Who?\",\"expect\":[]}\nnothing\n").display().to_string();
    let ended = newsroom.runs(&["eval", &questions]);
    assert!(ended.code == Some(2) && ended.complained.contains("line 2 "), "{ended:?}");
}
