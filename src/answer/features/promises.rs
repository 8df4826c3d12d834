//! What each feature promises: of two sentences of one article, which has more of it.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{FEATURES, Scene};
use crate::answer::asked::Asked;
use crate::answer::{self, Options};
use crate::article::{Article, Draft, DraftSection, Metadata};
use crate::language::Language;
use crate::search::segments::Current;
use crate::search::{Question, Segments, Snapshot, Synonyms};

/// An article that shares some words with every case and answers none.
const OTHER: &str = "Harbour news | The quay | The old quay was painted green. Nobody saw the ferry that night.";

/// A feature, a question, an article as `title | heading | text`, the sentence that has more of it and the one that has less.
const PROMISES: &[(&str, &str, &str, &str, &str)] = &[
    ("coverage_spelling", "painted barges", "Boats | | They painted it. They paint it.", "painted", "paint it"),
    ("coverage_synonyms", "prisoners freed", "Boats | | The captives left. The barges left.", "captives", "barges"),
    ("coverage_alike", "normality boats", "Boats | | Normalised people came. Other people came.", "Normalised", "Other"),
    ("cue", "what is the currency of Tavos", "Tavos | | They pay in dollars. They pay in fish.", "dollars", "fish"),
    ("density", "mill fire", "Boats | | The mill fire. The mill stood by the long green river near town.", "fire", "river"),
    ("opens_with", "mill owner", "Boats | | The mill was sold. It was sold with all the land of the mill.", "The mill was", "It was"),
    ("coverage_in_article", "mill owner", "Mill | | A mill fell. The mill burnt. Its owner wept. The mill stood.", "owner", "fell"),
    ("ahead_in_passage", "mill owner fire", "Boats | | The mill owner fled the fire. The owner wept.", "fled", "wept"),
    ("title", "mill fire", "Mill | | The fire grew. | Other | The fire fell.", "", ""),
    ("title_share", "mill fire", "Mill | | The fire grew.", "", ""),
    ("title_match", "mill fire", "Mill | | The fire grew.", "", ""),
    ("title_phrase", "who owned the black mill", "Black mill | | The fire grew at the mill.", "", ""),
    ("title_of_few", "mill fire", "Mill | | The fire grew.", "", ""),
    ("with_title", "mill fire owner", "Mill | | The fire grew. The barge fell.", "grew", "fell"),
    (
        "in_article_context",
        "mill owner",
        "Boats | | The mill burnt. | Yard | The mill fell. An owner wept. It rained. The owner slept. It snowed. An owner ate.",
        "ate",
        "fell",
    ),
    ("context_loosely", "prisoners ate", "Boats | | The captives left. They ate. It rained. They ate soup.", "ate. I", "soup"),
    ("opening_only", "mill owner", "Boats | | The mill fell. It rained. The owner slept.", "slept", "rained"),
    ("passage_only", "mill owner", "Boats | | The owner wept. It rained. The mill owner slept.", "rained", "slept"),
    ("previous_names", "what did Orlan sell", "Boats | | The mayor met Orlan. A mill was sold. A quay was sold.", "A mill", "A quay"),
    (
        "pronoun_previous",
        "mill age",
        "Boats | | The mill stood. It had a great age. The mill stood. Its bricks had age.",
        "great",
        "bricks",
    ),
    ("rest", "mill owner", "Mill | | The owner wept. It rained.", "owner", "rained"),
    ("rest_loosely", "mill prisoners", "Mill | | The captives wept. It rained.", "captives", "rained"),
    ("rest_cues", "Tavos currency", "Tavos | | They pay in dollars. It rained.", "dollars", "rained"),
    ("subject_alone", "mill", "Mill | | A mill grinds. A mill burnt.", "grinds", "burnt"),
    ("about_subject", "mill age", "Mill | | It was of great age. Bricks were of great age.", "It was", "Bricks"),
    ("function_words", "what was under the mill", "Boats | | A cat was under the mill. Mill cats sleep.", "under", "sleep"),
    ("negation", "who did not sign", "Boats | | Ann did not sign. Bob did sign.", "Ann", "Bob"),
    (
        "near_answer",
        "when did the mill burn",
        "Boats | | The mill burnt in 1911. The mill by the long and very quiet river of the north burnt then and in 1911.",
        "in 1911. T",
        "quiet",
    ),
    ("asks_time", "when did the mill burn", "Boats | | The mill burnt in March. The mill burnt down.", "March", "down"),
    ("asks_place", "where is the mill", "Boats | | The mill stands in Tavos. The mill stands still.", "Tavos", "still"),
    ("asks_number", "how many mills burnt", "Boats | | There were 12 mills. There were mills.", "12", "were mills"),
    ("asks_number", "how much did the mill cost", "Boats | | The mill cost $5 then. The mill cost 5 lives.", "$5", "lives"),
    ("asks_number", "how much did the mill cost", "Boats | | The mill cost 5 euros. The mill cost 5 lives.", "euros", "lives"),
    ("asks_duration", "how long did the mill burn", "Boats | | The mill burnt for 12 days. The mill burnt down.", "12", "down"),
    ("asks_reason", "why did the mill burn", "Boats | | It burnt because of a lamp. The mill burnt down.", "lamp", "down"),
    ("asks_definition", "what is a mill", "Mill | | A mill is a machine. A mill burnt.", "machine", "burnt"),
    ("asks_unfilled", "when did the mill burn", "Boats | | The mill burnt in March. The mill burnt down.", "down", "March"),
    ("asks_unfilled", "who opened the mill", "Boats | | It was opened on Monday. It was opened by Ann.", "Monday", "Ann"),
    ("asks_uncounted", "how many mills burnt", "Boats | | In 1911 the mills burnt. There burnt 12 mills.", "1911", "12"),
    ("asks_uncounted", "how much did the mill cost", "Boats | | The mill cost 5 lives. The mill cost 5 euros.", "lives", "euros"),
    ("counted", "how many mills burnt", "Boats | | There were 12 black mills. The mills burnt 12 days.", "There", "days"),
    ("counted", "how long was the fire", "Boats | | It was a 12-day fire. The fire was long for 12 days.", "It", "The"),
    ("first_time", "when was Prell born", "Prell | | Prell was a miller. Prell slept.", "miller", "slept"),
    ("first_place", "where is Tavos", "Tavos | | Tavos is a town. Tavos slept.", "town", "slept"),
    ("heading", "prisoners", "Boats | Prisoners | They left.", "", ""),
    ("nowhere", "mill zeppelin", "Boats | | The mill stood.", "", ""),
    (
        "names_missing",
        "did Orlan leave Tavos",
        "Boats | | The mayor left Tavos and Orlan. | Other | The quay was left.",
        "The quay",
        "The mayor",
    ),
    ("passage_coverage", "mill owner", "Boats | | The mill fell. It rained. | Other | The mill and its owner.", "owner", "rained"),
    ("passage_rare", "mill zeppelin", "Boats | | The mill fell. | Other | The mill and a zeppelin.", "zeppelin", "The mill fell"),
    ("passage_loosely", "mill prisoners", "Boats | | The mill fell. | Other | A mill of captives.", "captives", "The mill fell"),
    ("passage_pairs", "black mill", "Boats | | A mill was black. | Other | A black mill fell.", "fell", "was black"),
    ("passage_density", "mill", "Boats | | The mill fell by the long green river. | Other | Mill by mill.", "Mill by", "river"),
    ("passage_length", "mill", "Boats | | The mill fell. | Other | The mill by the long green river.", "river", "fell"),
    ("passage_score", "mill", "Mill | | The mill mill stood.", "", ""),
    ("passage_rank", "mill", "Mill | | The mill stood.", "", ""),
    ("article_score", "mill quay", "Mill | | The mill stood by the quay. | Other | The mill quay.", "", ""),
    ("article_coverage", "mill quay", "Mill | | The mill stood. | Other | The quay fell.", "", ""),
    ("early_in_paragraph", "mill", "Mill | | The mill stood. The mill fell.", "stood", "fell"),
    ("lead", "mill", "Mill | | The mill stood. The mill fell.", "stood", "fell"),
    ("length", "mill", "Mill | | The mill stood by the very long river. The mill fell.", "river", "fell"),
    ("short", "mill", "Mill | | The mill fell. The mill stood by the very long river.", "fell", "river"),
    ("is_question", "mill", "Mill | | Did the mill fall? The mill fell.", "Did", "fell"),
    ("new_words", "mill", "Mill | | The mill ground wheat, oats and barley. The mill fell.", "wheat", "fell"),
];

/// The feature's value in the sentence of `article` that holds `part`; any sentence if it is empty.
fn value(feature: &str, question: &str, article: &str, part: &str) -> f32 {
    let articles = [laid_out(article), laid_out(OTHER)];
    let snapshot = snapshot(&articles);
    let asked = Asked::of(&snapshot, &Question::parse(question).expect("it has words")).expect("memory can be read");
    let candidates = answer::candidates(&snapshot, &asked, Options::default()).expect("memory can be read");
    let pages = answer::pages(&asked, &candidates);
    let nth = FEATURES.iter().position(|f| f.name == feature).unwrap_or_else(|| panic!("`{feature}` is no feature"));
    for page in pages.iter().filter(|page| page.passage.article == "0") {
        for (at, sentence) in page.passage.sentences.iter().enumerate() {
            let text = &articles[0].text[sentence.span.start as usize..];
            let text = text.get(..(sentence.span.end - sentence.span.start) as usize + 2).unwrap_or(text);
            if text.contains(part) {
                return super::of(&Scene::of(&asked, page, at), &super::of_page(&asked, page))[nth];
            }
        }
    }
    panic!("`{feature}`: `{part}` is in no candidate for `{question}`");
}

/// The articles as a library, by their numbers from 0.
pub fn snapshot(articles: &[Article]) -> Snapshot {
    let segments = Segments::in_memory();
    let mut writer = segments.writer().expect("memory can be written").expect("nobody else writes");
    for (n, article) in articles.iter().enumerate() {
        writer.put(&Current { id: &n.to_string(), version: 1, article }).expect("memory can be written");
    }
    writer.commit(1).expect("memory can be written");
    segments.reload().expect("memory can be read");
    Snapshot::over(&[&segments], Arc::new(Synonyms::general())).expect("memory can be read")
}

/// Reads `title | heading | text | heading | text …`.
pub fn laid_out(article: &str) -> Article {
    let mut parts = article.split('|').map(str::trim);
    let title = parts.next().expect("an article has a title").to_owned();
    let parts: Vec<&str> = parts.collect();
    let section =
        |pair: &[&str]| DraftSection { heading: Some(pair[0].to_owned()).filter(|h| !h.is_empty()), paragraphs: vec![pair[1].to_owned()] };
    let metadata = Metadata { title, language: Language::ENGLISH, ..Metadata::default() };
    Article::from_draft(&Draft { metadata, sections: parts.chunks_exact(2).map(section).collect(), ..Draft::default() })
}

/// What is wrong with a promise; `None` if it is kept.
fn broken(feature: &str, question: &str, article: &str, more: &str, less: &str) -> Option<String> {
    let with = value(feature, question, article, more);
    if less.is_empty() {
        return (with <= 0.0).then(|| format!("`{feature}` is {with} for `{question}` in `{article}`"));
    }
    let without = value(feature, question, article, less);
    (with <= without).then(|| format!("`{feature}` for `{question}`: `{more}` has {with}, `{less}` has {without}"))
}

#[test]
fn every_feature_keeps_its_promise() {
    let broken: Vec<String> = PROMISES.iter().filter_map(|(f, q, a, more, less)| broken(f, q, a, more, less)).collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn every_feature_has_a_promise() {
    let promised: BTreeSet<&str> = PROMISES.iter().map(|promise| promise.0).collect();
    let features: BTreeSet<&str> = FEATURES.iter().map(|feature| feature.name).collect();
    assert_eq!(promised, features);
}
