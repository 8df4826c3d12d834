use super::*;

#[test]
fn every_compiled_in_lexicon_parses() {
    for (language, lexicon) in LEXICONS.iter() {
        assert!(lexicon.function.len() > 50, "{language} has too few function words");
    }
}

#[test]
fn words_of_any_text_are_known_in_all_their_forms() {
    let is_light = |code: &str, word: &str| {
        let language = Language::parse(code).expect("it is in the table");
        language.lexicon().is_light(&language.words(word)[0].stem)
    };
    for (code, word) in [("en", "taking"), ("en", "took"), ("fr", "utilisait"), ("de", "nutzte"), ("es", "encontraron"), ("pt", "utilizou")]
    {
        assert!(is_light(code, word), "`{word}`");
    }
    assert!(!is_light("en", "prisoners") && !is_light("de", "nutria"));
}

#[test]
fn what_a_question_with_elided_words_asks_for_is_known() {
    let ask = |code: &str, question: &str| {
        let language = Language::parse(code).expect("it is in the table");
        let words = language.words(question);
        let surfaces: Vec<&str> = words.iter().map(|word| word.surface.as_str()).collect();
        let named = words.iter().filter(|word| !word.function).map(|word| word.surface.clone()).collect::<Vec<_>>().join(" ");
        (language.lexicon().asks(&surfaces).map(|(ask, _)| ask), named)
    };
    assert_eq!(ask("fr", "C’est quoi, le moulin ?"), (Some(Ask::Definition), "moulin".into()));
    assert_eq!(ask("fr", "Qu'est-ce que le moulin ?"), (Some(Ask::Definition), "moulin".into()));
    assert_eq!(ask("it", "Cos'è il mulino?"), (Some(Ask::Definition), "mulino".into()));
}
