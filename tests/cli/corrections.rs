//! A correction reaches what is quoted at once, and its notice stands on the card.

use crate::newsroom::Newsroom;

/// An article in each of the six languages with its notice, and a question about what was corrected.
const TOLLS: [(&str, &str, &str, &str); 6] = [
    (
        "en",
        "The toll of the Selm bridge is # crowns from May.",
        "Correction: an earlier version gave a wrong toll.",
        "What is the toll of the Selm bridge?",
    ),
    (
        "ru",
        "Проезд по мосту в Зельме стоит # крон с мая.",
        "Уточнение: ранее была указана другая цена.",
        "Сколько стоит проезд по мосту в Зельме?",
    ),
    (
        "fr",
        "Le péage du pont de Selm coûte # couronnes dès mai.",
        "Rectificatif : le péage était inexact.",
        "Combien coûte le péage du pont de Selm ?",
    ),
    (
        "de",
        "Die Maut der Brücke von Selm beträgt # Kronen ab Mai.",
        "Korrektur: Die Maut war falsch angegeben.",
        "Wie hoch ist die Maut der Brücke von Selm?",
    ),
    (
        "es",
        "El peaje del puente de Selm cuesta # coronas desde mayo.",
        "Corrección: el peaje era erróneo.",
        "¿Cuánto cuesta el peaje del puente de Selm?",
    ),
    (
        "pt",
        "O pedágio da ponte de Selm custa # coroas desde maio.",
        "Correção: o pedágio estava errado.",
        "Quanto custa o pedágio da ponte de Selm?",
    ),
];

fn article(language: &str, text: &str, notice: &str) -> String {
    format!("+++\ntitle = \"Selm\"\nlanguage = \"{language}\"\n+++\n\n{text}\n\n{notice}\n")
}

#[test]
fn a_correction_changes_what_is_quoted_at_once_and_stands_on_the_card_in_every_language() {
    for (language, text, notice, question) in TOLLS {
        let newsroom = Newsroom::empty();
        newsroom.article("toll.md", article(language, &text.replace('#', "5"), ""));
        assert!(newsroom.runs(&["ask", question]).said.contains(&text.replace('#', "5")), "{language}");
        newsroom.article("toll.md", article(language, &text.replace('#', "4"), notice));
        assert_eq!(newsroom.runs(&["reindex"]).report(), "0 added, 1 updated, 0 retired, 0 unchanged, 0 failed");
        let card = newsroom.runs(&["ask", question]).said;
        assert!(
            card.contains(&format!("│ {}", text.replace('#', "4"))) && card.contains(&format!("\n\n{notice}\n\n")),
            "{language} {card}"
        );
        assert!(newsroom.runs(&["ask", notice]).said.lines().all(|line| !line.contains(&format!("│ {notice}"))), "it is never quoted");
    }
}

#[test]
fn a_notice_under_a_heading_is_a_notice_too() {
    let newsroom = Newsroom::empty();
    newsroom.article("toll.md", article("en", TOLLS[0].1, "## Correction\n\nThe toll was misprinted."));
    let card = newsroom.runs(&["ask", TOLLS[0].3]).said;
    assert!(card.contains("\n\nCorrection: The toll was misprinted.\n\n"), "{card}");
}
