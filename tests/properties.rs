//! What holds for any text: reading never panics, nothing is lost, every quote is what the article says.

use std::sync::Arc;

use proptest::prelude::*;
use takeaway::article::voice::{self, Voice};
use takeaway::article::{Article, Draft, DraftSection, Metadata, jsonl, markdown, text};
use takeaway::desk::{Asker, Desk};
use takeaway::language::Language;
use takeaway::library::{Incoming, Library, Origin, Place, Scope};
use takeaway::search::{Question, Synonyms};
use takeaway::settings::Settings;

/// Pieces that trip readers: marks, abbreviations, scripts, control characters.
const PIECES: &[&str] = &[
    "\"",
    "“",
    "”",
    "„",
    "«",
    "»",
    "‘",
    "’",
    "'",
    "—",
    "–",
    " - ",
    ". ",
    "? ",
    "! ",
    "… ",
    "...",
    ", ",
    ": ",
    "; ",
    "(",
    ")",
    "[",
    "]",
    "# ",
    "\n",
    "\n\n",
    "\n## ",
    "> ",
    "* ",
    "1. ",
    "`",
    "**",
    "_",
    "---\n",
    "+++\n",
    "<b>",
    "&amp;",
    "![x](y)",
    "http://a.example/b?c",
    "\u{0}",
    "\u{7}",
    "\u{200b}",
    "\u{202e}",
    "\u{feff}",
    "\u{301}",
    "U.S. ",
    "Dr. ",
    "p.m. ",
    "No. 5 ",
    "3.5 %",
    "z. B. ",
    "т.е. ",
    "said ",
    "he said",
    "She added ",
    "according to ",
    "them",
    "Tom Oke ",
    "so Müller",
    "sagte er",
    "a-t-elle ajouté",
    "сказал он",
    "dijo ",
    "disse ele",
    "停火协议",
    "停戦",
    "مرحبا",
    "नमस्ते",
    "한국어",
    "🙂",
    "é",
    "ß",
    "İ",
    "ﬁ",
    "½",
    "1,000",
    "word ",
    "another ",
    "Name ",
];

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![8 => prop::sample::select(PIECES).prop_map(str::to_owned), 1 => "\\PC{0,12}", 1 => any::<String>()]
}

fn any_text() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..60).prop_map(|pieces| pieces.concat())
}

fn any_language() -> impl Strategy<Value = Language> {
    let codes = ["und", "en", "ru", "fr", "de", "es", "pt", "it", "pl", "zh", "ja", "ar", "th", "he"];
    prop::sample::select(codes.to_vec()).prop_map(|code| Language::parse(code).expect("the code is in the table"))
}

/// A word that is neither furniture nor markup.
fn plain_words() -> impl Strategy<Value = String> {
    prop::collection::vec("[a-z]{3,9}", 14..30).prop_map(|words| words.join(" "))
}

fn of_paragraphs(language: Language, sections: Vec<Vec<String>>) -> Article {
    let sections = sections.into_iter().enumerate();
    let sections = sections.map(|(n, paragraphs)| DraftSection { heading: (n > 0).then(|| format!("Part {n}")), paragraphs }).collect();
    let metadata = Metadata { title: "A title".into(), language, ..Metadata::default() };
    Article::from_draft(&Draft { metadata, sections, ..Draft::default() })
}

fn spans(article: &Article) -> Vec<std::ops::Range<usize>> {
    article.paragraphs.iter().flat_map(|paragraph| paragraph.sentences.clone()).collect()
}

/// No file of past failures: a failing case becomes a case of its module.
fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn no_text_makes_a_reader_panic(source in any_text(), language in any_language()) {
        let _ = (text::read(source.as_bytes()), jsonl::read(&source));
        if let Ok(draft) = markdown::read(source.as_bytes()) {
            voice::of(&Article::from_draft(&draft));
        }
        let article = of_paragraphs(language, vec![vec![source.clone()], vec![source]]);
        prop_assert_eq!(voice::of(&article).len(), spans(&article).len());
    }

    #[test]
    fn no_bytes_make_a_reader_panic(source in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = (text::read(&source), markdown::read(&source));
    }

    #[test]
    fn sentences_hold_all_text_in_order(paragraph in any_text(), language in any_language()) {
        let solid = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let sentences = language.sentences(&paragraph);
        let held: String = sentences.iter().map(|span| solid(&paragraph[span.clone()])).collect();
        prop_assert_eq!(held, solid(&paragraph));
        prop_assert!(sentences.windows(2).all(|pair| pair[0].end <= pair[1].start));
    }

    #[test]
    fn words_stand_where_they_say(text in any_text(), language in any_language()) {
        for word in language.words(&text) {
            prop_assert!(text.get(word.span.clone()).is_some_and(|written| !written.is_empty()));
        }
    }

    #[test]
    fn no_question_makes_the_desk_panic(typed in any_text()) {
        if let Some(question) = Question::parse(&typed) {
            prop_assert!(!question.text().trim().is_empty());
        }
    }

    #[test]
    fn what_a_sentence_needs_holds_it_and_stays_in_its_section(
        sections in prop::collection::vec(prop::collection::vec(any_text(), 1..4), 1..4),
        language in any_language(),
    ) {
        let article = of_paragraphs(language, sections);
        let within_one_section = |span: &std::ops::Range<usize>| article.sections.iter().any(|section| {
            let paragraphs = &article.paragraphs[section.paragraphs.clone()];
            paragraphs[0].span.start <= span.start && span.end <= paragraphs[paragraphs.len() - 1].span.end
        });
        for (sentence, voice) in spans(&article).iter().zip(voice::of(&article)) {
            match voice {
                Voice::Within(span) => {
                    prop_assert!(span.start <= sentence.start && sentence.end <= span.end && within_one_section(&span));
                    prop_assert!(article.text.get(span).is_some());
                }
                Voice::Line(line) => prop_assert!(article.text.get(line).is_some_and(|line| !line.trim().is_empty())),
                Voice::Itself | Voice::Nobody => {}
            }
        }
    }

    #[test]
    fn markdown_loses_no_text(paragraphs in prop::collection::vec((0..6usize, plain_words()), 1..8)) {
        let mut source = String::from("# The title of it\n\n");
        for (form, words) in &paragraphs {
            let (first, rest) = words.split_once(' ').expect("there are many words");
            source += &match form {
                0 => format!("{words}\n\n"),
                1 => format!("> {words}\n\n"),
                2 => format!("* {words}\n* {words}\n\n"),
                3 => format!("**{first}** _{rest}_\n\n"),
                4 => format!("## {first}\n\n{}\n\n", rest.replacen(' ', "\n", 3)),
                _ => format!("[{first}](https://a.example/) {rest} `code`\n\n"),
            };
        }
        let draft = markdown::read(source.as_bytes()).expect("it has a title and text");
        let text: Vec<String> = draft.sections.into_iter().flat_map(|s| s.heading.into_iter().chain(s.paragraphs)).collect();
        let read = text.join(" ");
        for (_, words) in &paragraphs {
            prop_assert!(read.contains(words.as_str()), "`{words}` is not in `{read}`");
        }
    }
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn every_quote_is_what_the_article_says(
        sections in prop::collection::vec(prop::collection::vec(any_text(), 1..4), 1..4),
        language in any_language(),
        asked in any_text(),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime starts");
        runtime.block_on(quotes_hold(of_paragraphs(language, sections), &asked))?;
    }
}

/// Asks an article some questions and compares what leaves the library with what is stored.
async fn quotes_hold(article: Article, asked: &str) -> Result<(), TestCaseError> {
    if article.paragraphs.is_empty() {
        return Ok(());
    }
    let library = Arc::new(Library::open(Place::Memory, Synonyms::general()).await.expect("a library opens in memory"));
    let incoming = Incoming { id: "it".into(), source: "it".into(), source_hash: String::new(), article };
    library.put(Scope::Everyone, Origin::Upload, &[incoming]).await.expect("it is stored");
    let stored = library.store().article(Scope::Everyone, "it", 1).await.expect("it is read").expect("it is there");
    let desk = Desk::new(library.clone(), &Settings::load(None, []).expect("the defaults are valid"));
    for question in [asked, "who said another word about the name"].into_iter().filter_map(Question::parse) {
        let snapshot = library.snapshot(None).await.expect("there is a snapshot");
        let ranking = desk.rank(Asker::default(), snapshot, &question).await.expect("it is ranked");
        for cut in &ranking.cuts {
            let quote = library.quote(None, cut).await.expect("it is read back").expect("a fresh cut is there");
            let span = quote.citation().span.clone();
            prop_assert_eq!(quote.text(), &stored.text[span.clone()]);
            prop_assert!(quote.text().contains(quote.core()));
            prop_assert!(spans(&stored).iter().any(|s| s.start == span.start) && spans(&stored).iter().any(|s| s.end == span.end));
            prop_assert!(quote.speaker().is_none_or(|line| stored.text.contains(line)));
        }
    }
    Ok(())
}
