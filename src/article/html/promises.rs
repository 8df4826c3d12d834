//! What small pages promise their readers, one thing each.

use crate::article::{Draft, FindingKind, furniture};
use crate::language::Language;

mod parts;

/// Enough for an article.
const PROSE: &str = "<p>The bridge over the gorge was closed on Wednesday, a month early, after engineers had found ice between its panes.</p>\
                     <p>It will open again in April, the operator said on Thursday, and nobody was hurt when the first guests were led away.</p>";

#[track_caller]
fn page(head: &str, body: &str) -> Draft {
    super::read(&format!("<title>The bridge is closed</title>{head}<body>{body}"), None).expect("it is an article")
}

/// An article whose body holds the markup between two paragraphs.
#[track_caller]
fn article(language: &str, markup: &str) -> Draft {
    let body = format!("<article><h1>The bridge is closed</h1>{PROSE}{markup}{PROSE}</article>");
    super::read(&format!("<html lang={language}><title>The bridge is closed</title><body>{body}"), None).expect("it is an article")
}

fn paragraphs(draft: &Draft) -> Vec<&str> {
    draft.sections.iter().flat_map(|section| &section.paragraphs).map(String::as_str).collect()
}

#[track_caller]
fn holds(draft: &Draft, expected: &str) {
    assert!(paragraphs(draft).contains(&expected), "{:?}", paragraphs(draft));
}

#[test]
fn a_page_is_in_the_language_of_its_text_whatever_it_declares() {
    for declared in ["en", "de", "ru"] {
        assert_eq!(article(declared, "").metadata.language, Language::ENGLISH, "{declared}");
    }
}

#[test]
fn what_is_struck_out_is_not_quoted() {
    for name in ["del", "s", "strike"] {
        let draft = article("en", &format!("<p>The toll of the bridge is <{name}>five</{name}> four crowns from the first of May.</p>"));
        holds(&draft, "The toll of the bridge is four crowns from the first of May.");
        let noted = draft.findings.iter().any(|finding| finding.kind == FindingKind::StruckOut && finding.text == "five");
        assert!(noted, "{:?}", draft.findings);
    }
}

#[test]
fn words_that_a_page_marks_as_quoted_keep_their_quotation_marks() {
    let check = |language: &str, expected: &str| {
        let draft = article(
            language,
            "<p>At the gorge <b>the mayor</b> said<br><q>it will open again in spring</q>, and <q>“we all” hope</q>.</p>",
        );
        holds(&draft, expected);
    };
    check("en", "At the gorge the mayor said “it will open again in spring”, and “we all” hope.");
    check("de-AT", "At the gorge the mayor said „it will open again in spring“, and “we all” hope.");
    check("fr", "At the gorge the mayor said «it will open again in spring», and “we all” hope.");
    check("ru", "At the gorge the mayor said «it will open again in spring», and “we all” hope.");
    check("und", "At the gorge the mayor said “it will open again in spring”, and “we all” hope.");
}

#[test]
fn a_change_is_a_correction_only_where_the_page_admits_one() {
    let head = "<meta property=article:published_time content=2024-05-04><meta property=article:modified_time content=2024-05-06>";
    let corrected = |notice: &str| {
        let metadata = page(head, &format!("<article><h1>The bridge is closed</h1>{PROSE}{PROSE}{notice}</article>")).metadata;
        metadata.corrected.map(|day| day.to_string())
    };
    assert_eq!(corrected(""), None);
    assert_eq!(corrected("<p>Correction: The bridge is closed, not the road.</p>").as_deref(), Some("2024-05-06"));
}

#[track_caller]
fn published(before: &str, under: &str, after: &str, expected: Option<&str>) {
    let body =
        format!("{before}<main><article><header><h1>The bridge is closed</h1>{under}</header>{PROSE}{PROSE}</article>{after}</main>");
    let found = page("", &body).metadata.published.map(|day| day.to_string());
    assert_eq!(found.as_deref(), expected, "{before}{under}{after}");
}

#[test]
fn the_day_of_another_story_is_not_the_articles() {
    let own = "<p>By Ana Prell <time datetime=2024-05-04>4 May 2024</time></p>";
    let other = "<time datetime=2025-01-02>2 January 2025</time>";
    let masthead = format!("<header>{other}</header>");
    published(&masthead, own, "", Some("2024-05-04"));
    for box_ in [
        format!("<div class=news-ticker>{other} Storm over the coast</div>"),
        format!("<div><a href=/storm>{other} Storm hits the coast of Selm</a></div>"),
        format!("<ul><li><a href=/storm>Storm hits the coast of Selm</a> {other}</li></ul>"),
        format!("<noscript><a href=/storm>Storm hits the coast of Selm</a></noscript><div class=news-ticker>{other}</div>"),
        format!("<div><h3><a href=/storm>Storm hits the coast of Selm</a></h3>{other}</div>"),
        format!("<section id=comments><p>Tom Oke {other}</p><p>I was there.</p></section>"),
        format!("<article><p>Tom Oke {other}</p><p>I was there.</p></article>"),
    ] {
        published(&box_, own, "", Some("2024-05-04"));
        published(&box_, "", "", None);
        published("", "", &box_, None);
    }
    let boxed = format!("<div class=more><a href=/storm>Storm hits the coast of Selm</a> {other}</div>");
    published("", &boxed, "", None);
    published("", "<p><a href=/a>By Ana Prell and Tom Oke-Lund</a> <time datetime=2024-05-04>4 May</time></p>", "", Some("2024-05-04"));
}

#[test]
fn the_day_of_an_update_is_not_that_of_the_publication() {
    for label in ["Updated", "Last updated on", "Aktualisiert am", "Mis à jour le", "Actualizado:", "Atualizado em", "Обновлено"]
    {
        let updated = format!("<span>{label}</span> <time datetime=2024-05-06>6.5.2024</time>");
        let both = format!("<p>{updated} · <time datetime=2024-05-04>4.5.2024</time></p>");
        published("", &both, "", Some("2024-05-04"));
        published("", &format!("<p><time datetime=2024-05-06>{label} 6.5.2024</time> <time>2024-05-04</time></p>"), "", Some("2024-05-04"));
    }
}

#[test]
fn the_data_under_the_pages_own_headline_are_believed() {
    let data = |headline: &str, author: &str| {
        format!(r#"{{"@type":"NewsArticle","headline":"{headline}","author":"{author}","datePublished":"2024-05-04"}}"#)
    };
    let several = format!("[{},{}]", data("The river is closed", "Tom Oke"), data("The Bridge is closed", "Ana Prell"));
    let head = format!("<script type=application/ld+json>{several}</script>");
    let found = page(&head, &format!("<article><h1>The bridge is closed</h1>{PROSE}{PROSE}</article>"));
    assert_eq!(found.metadata.byline.as_deref(), Some("Ana Prell"));
}

#[test]
fn a_table_keeps_its_rows_of_numbers_or_goes_as_a_whole() {
    let table =
        "<table><tr><th>Year</th><th>Days closed</th></tr><tr><td>2022</td><td>14</td></tr><tr><td>2023</td><td>31</td></tr></table>";
    for (before, after) in [(PROSE, PROSE), ("", PROSE), (PROSE, "")] {
        let draft = page("", &format!("<article><h1>The bridge is closed</h1>{before}{table}{after}{after}</article>"));
        let rows: Vec<&str> = paragraphs(&draft).into_iter().filter(|line| line.contains(" | ")).collect();
        let noted = draft.findings.iter().any(|finding| finding.kind == FindingKind::Embed);
        assert!(rows == ["Year | Days closed", "2022 | 14", "2023 | 31"] || rows.is_empty() && noted, "{rows:?} {:?}", draft.findings);
    }
    holds(&article("en", table), "2022 | 14");
}

#[test]
fn a_notice_in_the_text_becomes_the_correction() {
    let notice = "A previous version of this story said that the road is closed.";
    let draft = article("en", &format!("<p>{notice}</p>"));
    assert_eq!((draft.metadata.correction.as_deref(), furniture::kind(notice)), (Some(notice), Some(FindingKind::Correction)));
    assert!(!paragraphs(&draft).contains(&notice));
}
