//! `takeaway ask`.

use insta::assert_snapshot;

use crate::newsroom::Newsroom;

#[test]
fn a_first_question_builds_the_library_by_itself_and_is_answered_with_a_source() {
    let newsroom = Newsroom::new();
    let ended = newsroom.runs(&["ask", "How many captives will each side free?"]);
    assert_eq!(ended.code, Some(0), "{ended:?}");
    assert_snapshot!(ended.said, @r"
    Selm Courier · Ruth Vane
    Norland and Sudland agree to free captives

      │ Each side will free 65 captives, according to the Norland foreign office.

    The exchange · 19 July 2024 · version 1
    https://courier.example/2024/captives#:~:text=Each%20side%20will%20free,the%20Norland%20foreign%20office%2E
    ");
}

#[test]
fn words_after_the_command_are_one_question() {
    let newsroom = Newsroom::new();
    let ended = newsroom.runs(&["ask", "wounded", "sailors"]);
    assert!(ended.code == Some(0) && ended.said.contains("nine wounded sailors"), "{ended:?}");
}

#[test]
fn keywords_and_full_questions_find_the_same_sentence() {
    let newsroom = Newsroom::new();
    newsroom.quotes("How many stones did masons replace?", "replaced 412 stones");
    newsroom.quotes("railings", "replaced 412 stones");
    newsroom.quotes("Wie viel kostet der Umbau?", "1,2 Mio. Euro");
    newsroom.quotes("Сколько стоит билет?", "120 рублей");
    newsroom.quotes("¿Qué recibirán los agricultores?", "la mitad del agua");
    newsroom.quotes("A que horas abre a biblioteca?", "nove horas");
    newsroom.quotes("À quelle heure ouvre le marché ?", "7 heures");
}

#[test]
fn who_asks_about_the_talking_itself_finds_it() {
    let newsroom = Newsroom::new();
    let file = newsroom.file("talks.md", "# Two envoys in Selm\n\nThe envoys met in the harbour. Their chat took more than 90 minutes.\n");
    newsroom.runs(&["article", "add", &file.display().to_string()]);
    let ended = newsroom.runs(&["ask", "How long did they talk?", "--article", "talks"]);
    assert!(ended.code == Some(0) && ended.said.contains("more than 90 minutes"), "{ended:?}");
}

#[test]
fn a_word_that_is_grammar_in_another_language_of_the_library_still_tells_what_is_meant() {
    let newsroom = Newsroom::new();
    // "War" is "was" in German, and the newsroom has a German article.
    newsroom.article("norland.md", "# Norland since 1950\n\nThe drought in Norland ended in 1961. The war in Norland ended in 1954.\n");
    let ended = newsroom.runs(&["ask", "When did the war in Norland end?"]);
    assert!(ended.said.contains("│ The war in Norland ended in 1954."), "{ended:?}");
    let ended = newsroom.runs(&["ask", "norland war"]);
    assert!(ended.said.contains("│ The war in Norland ended in 1954."), "{ended:?}");
}

#[test]
fn who_is_a_person_also_where_every_noun_has_a_capital() {
    let newsroom = Newsroom::new();
    let text = "Die Mühle in Selm mahlt wieder. Eröffnet wurde die Mühle mit Kuchen und Blasmusik. Eröffnet wurde die Mühle von Lena Vogt.";
    newsroom.article("muehle.md", format!("# Neues von der Mühle\n\n{text}\n"));
    let ended = newsroom.runs(&["ask", "--json", "Wer hat die Mühle eröffnet?"]);
    assert!(ended.said.contains(r#""core": "Eröffnet wurde die Mühle von Lena Vogt.""#), "{ended:?}");
}

#[test]
fn what_something_costs_is_answered_with_a_sum() {
    let newsroom = Newsroom::new();
    let text = "The new bell of Selm hangs since May. The bell cost two workers a finger. The bell cost €9,400.";
    newsroom.article("bell.md", format!("# A bell for Selm\n\n{text}\n"));
    let ended = newsroom.runs(&["ask", "How much did the bell cost?"]);
    assert!(ended.said.contains("│ The bell cost €9,400."), "{ended:?}");
}

#[test]
fn a_question_may_give_the_day_that_the_newspaper_calls_tuesday() {
    let newsroom = Newsroom::new();
    for question in [
        "How many captives will each side free under the July 2024 agreement?",
        "How many captives will each side free after the call of 18 July 2024?",
    ] {
        let ended = newsroom.runs(&["ask", question]);
        assert!(ended.said.contains("│ Each side will free 65 captives") && !ended.said.contains("Closest"), "{question} {ended:?}");
    }
    let ended = newsroom.runs(&["ask", "How many captives will each side free under the April 2019 agreement?"]);
    assert!(!ended.said.contains("│ Each side") || ended.said.contains("Closest passage"), "of another year it is not sure: {ended:?}");
}

#[test]
fn what_a_sentence_announces_is_quoted_with_it() {
    let newsroom = Newsroom::empty();
    newsroom.article(
        "mill.md",
        "# Mill\n\nThe mill at Tavos opens twice a day:\n\nAt dawn and at noon. Visitors like the wheel. See the mill at Tavos here:\n",
    );
    let ended = newsroom.runs(&["ask", "How often does the mill at Tavos open?"]);
    assert!(ended.said.contains("│ The mill at Tavos opens twice a day:\n  │\n  │ At dawn and at noon.\n"), "{ended:?}");
    let ended = newsroom.runs(&["ask", "see the mill here"]);
    assert!(!ended.said.contains("│ See the mill"), "nothing follows it: {ended:?}");

    let list = "a barge that the wind has driven ashore, ".repeat(12);
    newsroom.article("quay.md", format!("# Quay\n\nThis is what lies at the quay of Orlan:\n\nThere is {list}and no more.\n"));
    let ended = newsroom.runs(&["ask", "What lies at the quay of Orlan?"]);
    assert!(!ended.said.contains("│ This is what lies"), "what follows is too long to be quoted with it: {ended:?}");
}

#[test]
fn a_quote_keeps_its_speaker() {
    let newsroom = Newsroom::new();
    newsroom.quotes("Will those who live in Selm pay a toll?", "The Harbour Board praised");
    newsroom.quotes("wounded sailors", "Norland foreign office");
    newsroom.quotes("¿Cuándo empezarán las obras?", "Elena Paz");
}

#[test]
fn what_no_article_covers_is_said_and_ends_with_one() {
    let newsroom = Newsroom::new();
    let ended = newsroom.runs(&["ask", "Who is the president of Brazil?"]);
    assert_eq!(ended.code, Some(1), "{ended:?}");
    assert!(ended.said.starts_with("The articles do not cover this."), "{ended:?}");
    assert_eq!(newsroom.asks("How tall is the Eiffel Tower?")["answer"], "not_covered");
}

#[test]
fn what_cannot_be_asked_ends_with_two_and_says_what_to_do() {
    let newsroom = Newsroom::new();
    assert_snapshot!(newsroom.runs(&["ask", "???"]).errors(&newsroom), @"takeaway: `???` holds no words; ask a question such as `who will be freed?`");
    assert_snapshot!(newsroom.runs(&["ask", "--article", "nothing", "toll"]).errors(&newsroom), @"takeaway: there is no article `nothing`; `takeaway article list` shows all");
    assert_eq!(newsroom.runs(&["ask", "???"]).code, Some(2));
}

#[test]
fn one_article_can_be_asked_alone() {
    let newsroom = Newsroom::new();
    let ended = newsroom.runs(&["ask", "--json", "--article", "chess", "What does the winner take home?"]);
    assert!(ended.said.contains("silver clock"), "{ended:?}");
    let other = newsroom.runs(&["ask", "--json", "--article", "chess", "How many stones were replaced?"]);
    assert!(!other.said.contains("412 stones"), "{other:?}");
}

#[test]
fn a_report_that_an_article_tells_of_is_not_the_article() {
    let newsroom = Newsroom::new();
    newsroom.article("poverty.md", "# Poverty grows\n\nThe institute of Dorn published a report on poverty on Monday.\n");
    newsroom.runs(&["reindex"]);
    newsroom.quotes("Who published the report on poverty?", "institute of Dorn");
    assert_eq!(newsroom.asks("Who wrote this report?")["answer"], "about");
}

#[test]
fn a_question_about_the_article_is_answered_from_its_metadata() {
    let newsroom = Newsroom::new();
    let ended = newsroom.runs(&["ask", "--article", "selm-bridge", "Who wrote this article?"]);
    assert_eq!(ended.code, Some(0));
    assert_snapshot!(ended.said, @r"
    Selm Courier
    Old bridge of Selm opens again

    About the article, not from its text

    Written by: Ana Prell

    https://courier.example/2024/selm-bridge
    ");
    assert_eq!(newsroom.asks("When was the article about the flood published?")["value"], "2024-03-03");
    let ended = newsroom.runs(&["ask", "--article", "selm-bridge", "Wer hat den Artikel geschrieben?"]);
    assert!(ended.said.contains("Written by: Ana Prell"), "{ended:?}");
}

#[test]
fn json_carries_the_quote_its_core_and_its_bytes() {
    let newsroom = Newsroom::new();
    let answer = newsroom.asks("How wide is the mirror?");
    assert_eq!(answer["answer"], "quoted");
    assert_eq!(answer["quote"], "The mirror is 1.8 m wide.");
    assert_eq!(answer["core"], answer["quote"]);
    assert_eq!(answer["citation"]["article"], "observatory");
    assert_eq!(answer["citation"]["version"], 1);
}

#[test]
fn an_installed_program_answers_from_the_article_that_comes_with_it() {
    let newsroom = Newsroom::empty();
    let ended = newsroom.runs(&["ask", "How many prisoners will each side free?"]);
    assert!(ended.code == Some(0) && ended.said.contains("175"), "{ended:?}");
    let ended = newsroom.runs(&["ask", "How long did the call last?"]);
    assert!(ended.code == Some(0) && ended.said.contains("for more than 90 minutes"), "{ended:?}");
}

#[test]
fn words_of_grammar_alone_ask_for_nothing() {
    let newsroom = Newsroom::empty();
    for typed in ["the", "what is it?", "and of the"] {
        let ended = newsroom.runs(&["ask", typed]);
        assert!(ended.code == Some(1) && ended.said.contains("do not cover this"), "{typed}: {ended:?}");
    }
}

#[test]
fn the_readme_s_examples_of_what_can_be_asked_are_answered_as_it_says() {
    let readme = include_str!("../../README.md");
    let newsroom = Newsroom::empty();
    let kinds = [("| a question, ", "quoted"), ("| a few words, ", "quoted"), ("| `who wrote this article?`", "about")];
    for (row, answered) in kinds {
        let row = readme.lines().find(|line| line.starts_with(row)).expect("the row is there");
        let typed = row.split('|').nth(1).expect("it has a first column");
        for question in typed.split('`').skip(1).step_by(2) {
            assert_eq!(newsroom.asks(question)["answer"], answered, "{question}");
        }
    }
}

#[test]
fn furniture_is_never_quoted() {
    let newsroom = Newsroom::new();
    for asked in ["Tom Ferry POOL", "Related article", "The mayor leaves", "Original url"] {
        let answer = newsroom.asks(asked);
        let quote = answer["quote"].as_str().unwrap_or_default();
        assert!(!["Ferry", "Related", "mayor leaves", "Original"].iter().any(|words| quote.contains(words)), "{answer:#}");
    }
}
