//! What stands on a page besides the paragraphs of its article: boxes, quotations, marks, names, days.

use super::{PROSE, article, holds, page, paragraphs};

#[test]
fn what_stands_between_two_paragraphs_does_not_make_one_of_them() {
    let said = [
        "The bridge over the gorge was closed on Wednesday, a month early, after engineers had found ice between its panes.",
        "\"It will open again in April, and nobody was hurt when the first guests were led away,\" the operator said on Thursday.",
        "The toll of the bridge is four crowns a day, and children pay half of it in the winter.",
    ];
    for between in
        ["<div class=ad>Advertisement</div>", "<figure><img></figure>", "<img src=a.jpg>", "<script>1</script>", "<span class=br></span>"]
    {
        let draft = page("", &format!("<article><h1>The bridge is closed</h1><div>{}</div></article>", said.join(between)));
        assert_eq!(paragraphs(&draft), said, "{between}");
    }
    let draft = article("en", "<p>The toll of the new bridge is <img src=a.png> four crowns a day from the first of May.</p>");
    holds(&draft, "The toll of the new bridge is four crowns a day from the first of May.");
}

#[test]
fn marks_of_notes_and_words_that_nobody_sees_are_no_text() {
    for mark in [
        "<a href='#note-1'>1</a>",
        "<sup>[1]</sup>",
        "<a href='#n' role=doc-noteref>*</a>",
        "<span style='position:absolute;clip:rect(0, 0, 0, 0)'>, opens new tab</span>",
        "<span class=u-hide-visually>, opens new tab</span>",
        "<span class=ad>Advertisement</span>",
    ] {
        let draft = article("en", &format!("<p>The toll of the bridge is four crowns a day{mark} from the first of May.</p>"));
        holds(&draft, "The toll of the bridge is four crowns a day from the first of May.");
    }
    let draft = article("en", "<p>The bridge is 20 m<sup>2</sup> larger than the old one, the engineers of Tavos said.</p>");
    holds(&draft, "The bridge is 20 m² larger than the old one, the engineers of Tavos said.");
}

#[test]
fn what_is_drawn_out_of_the_text_is_not_said_twice() {
    let said = "<p>\"We buried the piano first,\" said Ana Prell, who moved in May, \"and then the house.\"</p>";
    let large = "We buried the piano first and then the house";
    for drawn in [format!("<blockquote class=article__quote>“{large}”</blockquote>"), format!("<div class=quote><p>{large}</p></div>")]
    {
        let draft = article("en", &format!("{drawn}{said}"));
        assert!(!paragraphs(&draft).iter().any(|paragraph| paragraph.contains("first and then")), "{:?}", paragraphs(&draft));
    }
    let own = "<blockquote>The house of the piano is closed to all for the whole of May.</blockquote>";
    holds(&article("en", own), "The house of the piano is closed to all for the whole of May.");
}

#[test]
fn a_text_that_a_page_holds_for_machines_too_is_read_once() {
    let sentences = [
        "The bridge has forty panes of glass, each as long as a bus.",
        "Guests pay four crowns a day, children half of it.",
        "The operator counts a thousand of them in an hour.",
    ];
    let (whole, parts) = (format!("{} ", sentences.join(" ")).repeat(5), sentences.map(|s| format!("<p>{s} {s} {s} {s} {s}</p>")).concat());
    let body = format!(
        "<article><h1>The bridge is closed</h1><div itemscope><div itemprop=articleBody>{}</div></div>{parts}</article>",
        sentences.map(|s| format!("{s} {s} {s} {s} {s} ")).concat()
    );
    let draft = page("", &body);
    assert!(paragraphs(&draft).iter().all(|paragraph| paragraph.len() < whole.len() / 2), "{:?}", paragraphs(&draft));
    assert_eq!(paragraphs(&draft).len(), 3, "{:?}", paragraphs(&draft));
}

#[test]
fn a_list_of_the_article_stays_whatever_its_class() {
    let list = "<ul class=c-article__list><li class=article__list-item>On Monday the bridge is closed to all.</li><li class=article__list-item>On Tuesday it is open again.</li></ul>";
    holds(&article("en", list), "On Monday the bridge is closed to all.");
    let points =
        "<div class=context-widget><ul data-testid=Summary><li>The toll of the bridge rises to four crowns in May.</li></ul></div>";
    holds(&article("en", points), "The toll of the bridge rises to four crowns in May.");
}

#[test]
fn the_paragraph_below_an_advertisement_stays() {
    for label in ["Реклама", "Publicidad", "Anzeige"] {
        let draft = article("en", &format!("<div class=x><span>{label}</span></div><p>The raw ore goes to the builders.</p>"));
        holds(&draft, "The raw ore goes to the builders.");
    }
}

#[test]
fn who_took_the_picture_did_not_write_the_article() {
    let picture = "<figure><img><figcaption><p class=photo_author>Фото: Иван Гром</p></figcaption></figure><p><span>Автор фото, </span>Getty Images</p>";
    let draft = page(
        "",
        &format!("<article><h1>The bridge is closed</h1>{picture}{PROSE}{PROSE}<p class=x_credit>Автор: Анна Прелль</p></article>"),
    );
    assert_eq!(draft.metadata.byline.as_deref(), Some("Анна Прелль"));
}

#[test]
fn all_who_are_named_below_the_headline_wrote_the_article() {
    let data = r#"<script type="application/ld+json">{"@type":"NewsArticle","headline":"The bridge is closed","author":{"name":"Ana Prell"}}</script>"#;
    let names = "<h4 class=article-author-name><a href=/author/ana>Ana Prell</a>, <a href=/author/tom>Tom Oke</a></h4>";
    let draft = page(data, &format!("<article><h1>The bridge is closed</h1>{names}{PROSE}{PROSE}</article>"));
    assert_eq!(draft.metadata.byline.as_deref(), Some("Ana Prell and Tom Oke"));
}

#[test]
fn a_kicker_is_no_part_of_the_headline() {
    let heading = "<h1><span class=seitenkopf__topline>Drought in Tamarela</span> <span class=headline--text>The bridge is closed until May</span></h1>";
    let draft = crate::article::html::read(
        &format!(
            "<title>The bridge is closed until May | Post</title><meta property=og:title content='Drought in Tamarela: The bridge is closed until May'><body><article>{heading}{PROSE}{PROSE}</article>"
        ),
        None,
    );
    assert_eq!(draft.expect("it is an article").metadata.title, "The bridge is closed until May");
}

#[test]
fn what_a_newsroom_says_of_itself_at_the_end_is_left_out() {
    let data = r#"<script type="application/ld+json">{"@type":"NewsArticle","headline":"The bridge is closed","author":{"name":"Ana Prell"}}</script>"#;
    for end in [
        "<hr><p><em>If you have documents on bridges, you can reach the newsroom of the Post in Tavos.</em></p>",
        "<p><em>Ana Prell covers the bridges of the valley for the Post. Reach her at the office in Tavos.</em></p>",
    ] {
        let draft = page(data, &format!("<article><h1>The bridge is closed</h1>{PROSE}{PROSE}{end}</article>"));
        assert!(paragraphs(&draft).iter().all(|paragraph| !paragraph.contains("each")), "{:?}", paragraphs(&draft));
    }
}

#[test]
fn what_readers_open_is_read_too() {
    for opens in ["details", "amp-accordion"] {
        let answer = format!(
            "<{opens}><section><h3>Who may cross the bridge?</h3><p>All who pay four crowns may cross it in summer.</p></section></{opens}>"
        );
        holds(&article("en", &answer), "All who pay four crowns may cross it in summer.");
    }
}

#[test]
fn a_box_of_facts_ends_where_its_element_does() {
    let facts = "<div class=t-box><h4>The toll</h4><p>It is four crowns a day for all who cross the bridge.</p></div>";
    let draft = page(
        "",
        &format!(
            "<article><h1>The bridge is closed</h1>{PROSE}{PROSE}{facts}<p>The mayor of Tavos crossed it on foot in May.</p>{PROSE}</article>"
        ),
    );
    let toll = draft.sections.iter().find(|section| section.heading.as_deref() == Some("The toll")).expect("it is a section");
    assert_eq!(toll.paragraphs, ["It is four crowns a day for all who cross the bridge."]);
    assert!(draft.sections[0].paragraphs.contains(&"The mayor of Tavos crossed it on foot in May.".to_owned()), "{:?}", draft.sections);
}

#[test]
fn what_nobody_sees_does_not_make_an_article_a_paid_one() {
    for hidden in ["<div style='display:none'>", "<div hidden>", "<div aria-hidden=true>"] {
        holds(
            &article(
                "es",
                &format!(
                    "{hidden}<p>Esta noticia es solo para suscriptores.</p></div><p>El puente mide cien metros, dijo la alcaldesa.</p>"
                ),
            ),
            "El puente mide cien metros, dijo la alcaldesa.",
        );
    }
}

#[test]
fn a_year_above_a_paragraph_stays_with_it() {
    let draft = article("en", "<p><b>1836</b></p><p>The first bridge of the valley was built by the monks of Selm.</p>");
    assert!(draft.sections.iter().any(|section| section.heading.as_deref() == Some("1836")), "{:?}", draft.sections);
}

#[test]
fn the_line_of_the_day_is_no_lead() {
    let line = "<p><time>14 avr. 2025 à 07:00</time><span>•</span><span>Temps de lecture</span> <span>3 min</span></p>";
    let draft = page("", &format!("<article><h1>The bridge is closed</h1>{line}{PROSE}{PROSE}</article>"));
    assert!(!paragraphs(&draft).iter().any(|paragraph| paragraph.contains("lecture")), "{:?}", paragraphs(&draft));
}

#[test]
fn who_is_quoted_is_named_without_what_leads_up_to_the_name() {
    let quotation = "<blockquote><p>The bridge was our whole life, and now it is a wall.</p><footer><span>Une citation de</span> <cite>Ana Prell</cite></footer></blockquote>";
    holds(&article("en", quotation), "The bridge was our whole life, and now it is a wall. ― Ana Prell");
}

#[test]
fn the_mark_beside_a_heading_and_the_mark_at_the_end_are_no_text() {
    let draft = article("en", "<h2 id=x>The warehouse<a href='#x'>#</a></h2><p>It stands at the quay of Selm, and has no roof. ■</p>");
    assert!(draft.sections.iter().any(|section| section.heading.as_deref() == Some("The warehouse")), "{:?}", draft.sections);
    holds(&draft, "It stands at the quay of Selm, and has no roof.");
}

#[test]
fn a_quotation_without_a_name_of_its_own_is_not_said_twice_and_its_speaker_heads_nothing() {
    let large = "<div class=css-e8><div>“It is on page 31.”</div><div>Ana Prell, Harbour Board</div></div>";
    let draft = article("en", &format!("{large}<p>The board knew. “It is on page 31,” Ana Prell of the Harbour Board said.</p>"));
    assert!(!paragraphs(&draft).contains(&"“It is on page 31.”"), "{:?}", paragraphs(&draft));
    assert!(draft.sections.iter().all(|section| section.heading.is_none()), "{:?}", draft.sections);
}

#[test]
fn the_day_is_the_one_that_readers_see() {
    let time = "<time datetime='2024-08-18T17:12:45.000Z'>Mon 19 Aug 2024 at 3:12am</time>";
    let draft = page("", &format!("<article><h1>The bridge is closed</h1>{time}{PROSE}{PROSE}</article>"));
    assert_eq!(draft.metadata.published.map(|day| day.to_string()).as_deref(), Some("2024-08-19"));
}

#[test]
fn a_lead_under_a_headline_that_the_page_calls_by_less_stays() {
    let head = "<meta property=og:title content='The bridge is closed over winter'>";
    let body = format!(
        "<div class=page><div><h1>The bridge is closed over winter, the operator of Tavos says</h1><h2 class=standfirst>Ice was found between its panes by the engineers of the valley.</h2></div><div class=body>{PROSE}{PROSE}</div></div>"
    );
    holds(&page(head, &body), "Ice was found between its panes by the engineers of the valley.");
}

#[test]
fn a_dateline_in_the_line_of_a_paragraph_is_part_of_it() {
    let body = "<div><span class=dateline>TAVOS, April 3 (Wire) - </span>The bridge over the gorge was closed on Wednesday, a month early, the operator said.</div>".repeat(2);
    let draft = page("", &format!("<article><h1>The bridge is closed</h1>{body}{PROSE}</article>"));
    assert!(paragraphs(&draft)[0].starts_with("TAVOS, April 3"), "{:?}", paragraphs(&draft));
}

#[test]
fn a_word_over_the_lead_is_no_part_of_it() {
    for label in ["<span class=article__kicker>Report</span>", "<strong>Transport</strong> "] {
        let draft = article("en", &format!("<p>{label}The first guests crossed the bridge at noon on Friday, in the rain.</p>"));
        assert!(paragraphs(&draft).iter().any(|p| p.ends_with("The first guests crossed the bridge at noon on Friday, in the rain.")));
    }
    let draft = article("en", "<p><strong>Transport</strong>The first guests crossed the bridge at noon on Friday, in the rain.</p>");
    holds(&draft, "Transport The first guests crossed the bridge at noon on Friday, in the rain.");
    let draft = article("en", "<p>The i<b>Phone</b> of the mayor of Tavos lies in the gorge, the operator said.</p>");
    holds(&draft, "The iPhone of the mayor of Tavos lies in the gorge, the operator said.");
}

#[test]
fn a_page_that_waits_for_its_scripts_is_read() {
    let page = format!(
        "<title>The bridge is closed</title><body style='visibility:hidden'><article><h1>The bridge is closed</h1>{PROSE}{PROSE}</article>"
    );
    assert_eq!(paragraphs(&crate::article::html::read(&page, None).expect("it is an article")).len(), 4);
}
