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
    for (code, word) in [("de", "genannt"), ("de", "gelegen"), ("fr", "connu"), ("es", "tiene"), ("ru", "пошёл"), ("ro", "luat")] {
        assert!(is_light(code, word), "`{word}`");
    }
    assert!(!is_light("en", "prisoners") && !is_light("de", "nutria"));
}

#[test]
fn an_irregular_form_is_searched_as_its_base() {
    let check = |code: &str, text: &str| {
        let language = Language::parse(code).expect("it is in the table");
        let words = language.words(text);
        for word in &words {
            assert_eq!(word.stem, words[0].stem, "`{}` is not searched as `{}`", word.surface, words[0].surface);
        }
    };
    check("en", "write wrote written");
    check("de", "gehen geht ging gingen gegangen");
    check("de", "angreifen griff angegriffen angegriffenen");
    check("de", "vorschlagen vorgeschlagen vorzuschlagen");
    check("de", "fordern fordert forderte gefordert");
    check("de", "Ministerium Ministerien");
    check("fr", "naître naquit né nées");
    check("fr", "recevoir reçoit reçut reçue");
    check("fr", "détruire détruisent détruite");
    check("es", "morir muere murió murieron muerto");
    check("es", "proponer propuso propondrá propuesto");
    check("pt", "eleger eleito eleja");
    check("pt", "propor propõe propôs proposto");
    check("ru", "уйти уйдет ушел ушёл ушли ушедшего");
    check("ru", "запретить запрещен запрещённая");
    check("ru", "рынок рынка рынков");
    check("it", "uccidere uccise uccisa");
    check("nl", "verkopen verkocht verkochten");
    check("pl", "znaleźć znalazł znaleziono znajdzie");
    check("ro", "ucide ucis uciși ucişi");
    check("uk", "померти помер помре");
}

#[test]
fn no_irregular_form_is_a_function_word_or_a_base() {
    for (language, lexicon) in LEXICONS.iter() {
        for (form, base) in &lexicon.bases {
            assert!(!lexicon.is_function(form), "{language}: `{form}` of `{base}`");
            assert!(lexicon.base_of(base).is_none(), "{language}: `{base}` of `{form}`");
            assert_ne!(stem(*language, form), stem(*language, base), "{language}: `{form}` of `{base}` is regular");
        }
    }
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
