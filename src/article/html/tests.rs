use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};
use url::Url;

use super::read;
use crate::article::{Draft, ReadError};

/// What must come out of a page of `tests/pages`; beside the page as `.expected.toml`.
#[derive(Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
struct Expected {
    /// Part of the reason, for a page that is refused.
    refused: Option<String>,
    title: String,
    byline: Option<String>,
    outlet: Option<String>,
    published: Option<String>,
    corrected: Option<String>,
    url: Option<String>,
    language: String,
    correction: Option<String>,
    headings: Vec<String>,
    paragraphs: Vec<String>,
    /// Kinds of the findings, sorted, each once.
    left_out: Vec<String>,
}

#[track_caller]
fn check(page: &Path) {
    let text = |path: &Path| fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let expected: Expected =
        toml::from_str(&text(&page.with_extension("expected.toml"))).unwrap_or_else(|e| panic!("{}: {e}", page.display()));
    let address = Url::parse("https://www.outlet.example/2001/02/03/page.html").ok();
    let found = match read(&text(page), address.as_ref()) {
        Ok(draft) => seen(draft),
        Err(ReadError::NotAnArticle(why)) => {
            let part = expected.refused.clone().filter(|part| why.to_string().contains(part)).unwrap_or_else(|| why.to_string());
            Expected { refused: Some(part), ..Expected::default() }
        }
        Err(other) => panic!("{}: {other}", page.display()),
    };
    let shown = toml::to_string(&found).expect("expectations are plain data");
    assert!(found == expected, "{} now gives\n{shown}", page.display());
}

fn seen(draft: Draft) -> Expected {
    let metadata = draft.metadata;
    let (headings, paragraphs): (Vec<_>, Vec<_>) = draft.sections.into_iter().map(|s| (s.heading, s.paragraphs)).unzip();
    let kinds = draft.findings.iter().map(|f| serde_json::to_value(f.kind).expect("a kind is a word"));
    let mut left_out: Vec<String> = kinds.filter_map(|kind| kind.as_str().map(str::to_owned)).collect();
    left_out.sort();
    left_out.dedup();
    Expected {
        refused: None,
        title: metadata.title,
        byline: metadata.byline,
        outlet: metadata.outlet,
        published: metadata.published.map(|day| day.to_string()),
        corrected: metadata.corrected.map(|day| day.to_string()),
        url: metadata.url,
        language: metadata.language.code().to_owned(),
        correction: metadata.correction,
        headings: headings.into_iter().flatten().collect(),
        paragraphs: paragraphs.into_iter().flatten().collect(),
        left_out,
    }
}

#[test]
fn pages_of_many_builds_are_read_as_their_readers_see_them() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let entries = fs::read_dir(folder).expect("the pages are part of the source");
    let mut pages: Vec<_> =
        entries.map(|e| e.expect("the folder can be listed").path()).filter(|p| p.extension().is_some_and(|e| e == "html")).collect();
    pages.sort();
    assert!(pages.len() >= 14);
    pages.iter().for_each(|page| check(page));
}

/// A page that is made to exhaust its reader is refused or read. Each took minutes, gigabytes or the stack once.
fn survives(html: &str) {
    let _ = read(html, None);
}

#[test]
fn hostile_pages_neither_crash_nor_stall() {
    let prose = "<p>The bridge over the gorge was closed on Wednesday, a month early, after engineers had found ice between its panes.</p>";
    let many = |piece: &str, times: usize| piece.repeat(times);
    let numbered = |open: &str, times: usize| (0..times).map(|n| open.replace('#', &n.to_string())).collect::<String>();
    let deep = read(&many("<div>", 100_000), None);
    assert!(matches!(&deep, Err(ReadError::NotAnArticle(why)) if why.to_string().contains("nests more than 300 elements")), "{deep:?}");
    survives(&(many("<div>", 250) + &many(prose, 20)));
    survives(&many("<span><b><i>", 50_000));
    survives(&numbered("<p><b id=#>", 20_000));
    survives(&numbered("<p><a href=#><font size=#>", 20_000));
    survives(&many("<table><tr><td>", 20_000));
    survives(&many("<svg><g>", 20_000));
    survives(&many("<template>", 20_000));
    survives(&many("</p></br>", 10_000));
    survives(&many("<p>a<br><br>", 5_000));
    survives(&many("<li><ul>", 20_000));
    survives(&format!("<div {}>{prose}</div>", numbered(" a#=1", 5_000)));
    // Each of these took minutes to be written out by html5ever: the square of a text's length.
    survives(&many("&amp", 50_000));
    survives(&many("«a » b ", 30_000));
    survives(&many("\u{fffd}\0<!--", 10_000));
    survives(&format!("<script type=application/ld+json>{}</script>{prose}", many("[", 200_000)));
    survives(&format!("<title>a{}</title><h1>a</h1>{prose}", many(" - a", 50_000)));
    survives(&format!("<title>a{}</title><meta property=og:site_name content=a><h1>b</h1>{prose}", many(" - a", 50_000)));
    survives(&format!("<h1>{}</h1>{}", many("ice ", 100_000), many(prose, 500)));
    let authors =
        serde_json::json!({"@type": "NewsArticle", "author": (0..40_000).map(|n| format!("Ana {}", letters(n))).collect::<Vec<_>>()});
    survives(&format!("<script type=application/ld+json>{authors}</script>{prose}"));
    survives(&format!("<meta name='{}' content='{}'>{prose}", many("author ", 100_000), many("Ana ", 50_000)));
    survives(&format!("<h1>a</h1>{}<div class='{}'>{}", prose, many("x", 2_000_000), many("<time>a</time><i class=author></i>", 3_000)));
    survives(&format!("<h1>a</h1>{}{}{}", many("<div>", 250), many("x", 200_000), many("<i></i>", 1_000)));
    survives(&format!("<p>{}</p>", many("x", 500_000)));
    survives(&many(prose, 3_000));
}

/// A name for each number.
fn letters(number: usize) -> String {
    number.to_string().bytes().map(|digit| char::from(b'A' + digit - b'0')).collect()
}

/// Data in a page's head once became a tree of its own, without the limits of the page's: this page took gigabytes.
#[test]
fn data_on_a_page_may_hold_any_markup() {
    let prose = "<p>The bridge over the gorge was closed on Wednesday, a month early, after engineers had found ice between its panes.</p>";
    let markup: String = (0..15_000).map(|n| format!("<p><b id={n}>")).collect();
    let attributes: String = (0..100_000).map(|n| format!(" a{n}=1")).collect();
    let references = "&amp;lt;".repeat(50_000);
    for hostile in [&markup, &format!("<b{attributes}>"), &format!("<{attributes}"), &references] {
        let data = serde_json::json!({"@type": "NewsArticle", "headline": hostile, "articleBody": hostile, "author": hostile});
        let script = format!("<script type=application/ld+json>{}</script>", data.to_string().replace("</", "<\\/"));
        let page = format!("<title>The bridge</title><meta name=author content=\"{hostile}\">{script}{}", prose.repeat(5));
        let draft = read(&page, None).expect("what its data hold makes it no less an article");
        assert_eq!(draft.metadata.title, "The bridge");
    }
}

#[track_caller]
fn refuses(body: &str, part: &str) {
    let read = read(&format!("<title>A page</title><body>{body}</body>"), None);
    assert!(matches!(&read, Err(ReadError::NotAnArticle(why)) if why.to_string().contains(part)), "{read:?}");
}

#[test]
fn a_note_above_the_line_changes_no_number() {
    let prose = "The bridge over the gorge was closed on Wednesday, a month early, after engineers had found ice between its panes.";
    let noted = "It opens in 2026<sup><a href='#note1'>1</a></sup>, the operator said, and its deck is 400 m<sup>2</sup> large since 2019<sup>3</sup>.";
    let draft =
        read(&format!("<article><h1>Bridge</h1><p>{prose}</p><p>{noted}</p><p>{prose}</p></article>"), None).expect("it is an article");
    let read = draft.sections[0].paragraphs[1].as_str();
    assert_eq!(read, "It opens in 2026, the operator said, and its deck is 400 m² large since 2019³.");
}

#[test]
fn what_is_no_article_is_refused_with_the_reason() {
    let start = "<p>The bridge over the gorge was closed on Wednesday, a month early, after engineers had found ice between its panes. It will open again in April, the operator said on Thursday, and nobody was hurt.</p><p>Hotels in the valley had sold rooms for the holidays.</p>";
    for phrase in [
        "Subscribe to continue reading",
        "Abonnez-vous pour lire la suite",
        "Jetzt weiterlesen mit Plus",
        "Suscríbete para seguir leyendo",
        "Exclusivo para assinantes",
        "Материал доступен только подписчикам",
    ] {
        refuses(&format!("{start}<div class=wall>{phrase}</div>"), "the rest is for subscribers");
    }
    let site = "<header><p>Already a subscriber? <a href=/in>Log in</a></p></header>";
    let read = |page: String| read(&page, None);
    let free = format!("<title>The bridge is closed</title>{site}<main>{start}</main>");
    assert!(read(free).is_ok(), "what the head of a site says to everyone makes no stub");
    let declared =
        r#"<script type="application/ld+json">{"@type":"NewsArticle","headline":"The bridge","isAccessibleForFree":"True"}</script>"#;
    let free = format!("<title>The bridge is closed</title>{declared}{start}<p>Subscribe to continue reading others.</p>");
    assert!(read(free).is_ok(), "nor does an invitation below an article that its page calls free");
    refuses("<p>Please turn on JavaScript to read this page.</p>", "in which no article can be seen");
    let links: String = (0..60).map(|n| format!("<li><a href=/{n}>What happened in the valley on day {n} of the flood</a></li>")).collect();
    refuses(&format!("<main><ul>{links}</ul></main>"), "lists articles");
    let lead = "The valley was under water for the fourth day, and nobody could say when the road to the city would be open again, the mayor said on Monday.";
    let teaser = |n: usize| {
        format!("<div><a href=/{n}><h2>Day {n} of the flood in the valley</h2></a><p>{}</p></div>", if n < 4 { lead } else { "More." })
    };
    let collection = r#"<script type="application/ld+json">{"@type":"CollectionPage","name":"Flood"}</script><meta property="og:type" content="article">"#;
    refuses(&format!("{collection}<main>{}</main>", (1..12).map(teaser).collect::<String>()), "lists articles");
}
