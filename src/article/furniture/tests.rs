//! Furniture and text that reads like it, line by line.

use super::*;
use crate::article::DraftSection;

#[track_caller]
fn check(paragraph: &str, expected: Option<FindingKind>) {
    let section = DraftSection { heading: None, paragraphs: vec![paragraph.to_owned()] };
    let mut draft = Draft { sections: vec![section], ..Draft::default() };
    clear(&mut draft);
    assert_eq!(draft.findings.first().map(|f| f.kind), expected, "{paragraph}");
}

#[test]
fn furniture_is_told_from_text() {
    check("By Ana Prell and Tom Oke", Some(FindingKind::Byline));
    check("By Monday the river had fallen again", None);
    check("Photo caption: The lighthouse in 1955.", Some(FindingKind::PhotoCredit));
    check("Image source, Getty Images", Some(FindingKind::PhotoCredit));
    check("Click here to subscribe to our WhatsApp channel.", Some(FindingKind::SignUp));
    check("Follow her on Twitter @lenamarsh.", Some(FindingKind::ShareBar));
    check("Follow the river on foot.", None);
    check("—With files from The Harbour Press", Some(FindingKind::Credits));
    check("This is a developing story.", Some(FindingKind::Credits));
    check("Quelle: dpa", Some(FindingKind::Credits));
    check("Source: the harbour board, which counts the ships of each day", None);
    check("March 19, 2025", Some(FindingKind::DateLine));
    check("Ana Prell, March 19, 2025", Some(FindingKind::DateLine));
    check("New Tavos, 19 March 2025", Some(FindingKind::DateLine));
    check("The great fire of 19 March 2025", None);
    check("19. März 2025", Some(FindingKind::DateLine));
    check("19 марта 2025 г.", Some(FindingKind::DateLine));
    check("Published: 4 de mayo de 2024, 10:30", Some(FindingKind::DateLine));
    check("Jan Holm / POOL / TASS", Some(FindingKind::PhotoCredit));
    check("Photo: Jan Holm", Some(FindingKind::PhotoCredit));
    check("Related article: The mayor leaves", Some(FindingKind::RelatedArticle));
    check("Читайте также: Мэр уходит", Some(FindingKind::RelatedArticle));
    check("Original url: <https://news.example/a>", Some(FindingKind::OriginalAddress));
    check("Correction: an earlier version gave a wrong date.", Some(FindingKind::Correction));
    for notice in [
        "CORRECTION (May 5, 2024): the toll is four crowns, not five.",
        "Corrections and Clarifications: the mayor was abroad.",
        "Editor's note: An earlier version of this story misstated the toll.",
        "This article was amended on 5 May 2024 to correct the toll.",
        "Rectificatif : le péage est de quatre couronnes, et non de cinq.",
        "Cet article a été corrigé le 5 mai : le péage est de quatre couronnes.",
        "Anmerkung der Redaktion: In einer früheren Version stand eine falsche Maut.",
        "Korrekturhinweis: Die Maut beträgt vier Kronen.",
        "Fe de errores: el peaje cuesta cuatro coronas.",
        "Esta noticia ha sido corregida: el peaje cuesta cuatro coronas.",
        "ERRAMOS: o pedágio custa quatro coroas.",
        "Esta reportagem foi corrigida: o pedágio custa quatro coroas.",
        "Уточнение: проезд стоит четыре кроны, а не пять.",
        "От редакции: в первоначальной версии статьи была указана другая цена.",
        "Correction le 15 octobre à 10\u{a0}heures\u{a0}: le péage est de quatre couronnes.",
        "(This June 17 story has been corrected to say that the toll is four crowns, in paragraph 8)",
        "This story was first published on May 4, 2024. It was updated on May 5, 2024, to correct the toll.",
        "Editor's note (5/5/2024): An earlier version of this story misstated the toll.",
        "This version corrects the name of the region to Tavos, not Tavor.",
        "Correcção: a portagem custa quatro coroas.",
        "Notícia corrigida às 10h30: a portagem custa quatro coroas.",
        "Transparenzhinweis: Die Maut beträgt vier Kronen.",
    ] {
        check(notice, Some(FindingKind::Correction));
    }
    check("The correction of the river bed took four years.", None);
    check("Correction fluid was invented by a secretary.", None);
    check("Hinweis: Die Brücke bleibt am Sonntag gesperrt.", None);
    check("Sign up for our morning letter", Some(FindingKind::SignUp));
    check("Related costs rose by a tenth.", None);
    check("Teilen sich Stadt und Land die Kosten?", None);
    check("Compartir piso ya es un lujo", None);
    check("Compartir en Facebook", Some(FindingKind::ShareBar));
    check("The harbour on Monday. Photo: Jan Holm/Getty Images", Some(FindingKind::PhotoCredit));
    check("A version of this article appears in print on March 4, 2024, Section A, Page 1.", Some(FindingKind::Credits));
    check("Нашли опечатку? Выделите её и нажмите Ctrl+Enter", Some(FindingKind::Credits));
    check("» Lea también: El alcalde dimite", Some(FindingKind::RelatedArticle));
    check("The source said nothing.", None);
    check("Post writer Ana Prell in Tavos contributed to this report.", Some(FindingKind::Credits));
    check("The rain contributed to this flood.", None);
    check("The storm is expected to reach the coast at the weekend.", None);
    check("Ana Prell contributed to this report. Reach the reporters at news@post.example.", Some(FindingKind::Credits));
    check("This story was produced with support from the Selm Fund.", Some(FindingKind::Credits));
    check("The Harbour Post | Friday, May 3, 2024 | Page 2 of 3", Some(FindingKind::Credits));
    check("WATCH | Drone video shows the flood", Some(FindingKind::RelatedArticle));
    for signature in
        ["c/ Lusa", "(dpa)", "dpa/epd", "rmlgv/cr", "MG", "(Ana Prell, 19.2.2025)", "* Com informações da Reuters", "Avec Belga"]
    {
        check(signature, Some(FindingKind::Credits));
    }
    for label in
        ["[Publicidad]", "- Werbung -", "Continuar a ler após a publicidade", "La suite après cette publicité", "Реклама, ООО «Пресса»"]
    {
        check(label, Some(FindingKind::Embed));
    }
    check("Únete a nuestro canal", Some(FindingKind::SignUp));
    check("Читайте «Вестник» в Telegram.", Some(FindingKind::SignUp));
    check("Follow the canal to the lighthouse of Selm.", None);
    check("Unterstützen Sie die Zeitung mit einem Beitrag Ihrer Wahl.", Some(FindingKind::SignUp));
    check("Saltar Recomendamos y continuar leyendo", Some(FindingKind::RelatedArticle));
    check("Have you seen the lynx? Email lynx@post.example", Some(FindingKind::SignUp));
    check("Have you seen the lynx? Nobody in Selm has since May.", None);
    check("Editor's note: Sign up for our science newsletter.", Some(FindingKind::SignUp));
    check("Seguir leyendo:", Some(FindingKind::RelatedArticle));
}

#[test]
fn a_line_that_announces_a_correction_goes_with_it() {
    let text = "The bridge over the gorge was closed on Wednesday, a month early, the operator said.";
    let notice = ["A correction was made on May 5, 2024:", "An earlier version of this article misstated the toll."];
    let paragraphs = [text, notice[0], notice[1]].map(str::to_owned).to_vec();
    let mut draft = Draft { sections: vec![DraftSection { heading: None, paragraphs }], ..Draft::default() };
    clear(&mut draft);
    assert_eq!(draft.sections[0].paragraphs, [text]);
    assert_eq!(draft.metadata.correction, Some(notice.join(" ")));
}

#[test]
fn a_line_that_says_when_the_text_was_updated_is_furniture_wherever_it_stands() {
    let text = "The bridge over the gorge was closed on Wednesday, a month early, the operator said.";
    let paragraphs = vec![text.to_owned(), "Updated at 18:30 on 4 May 2025.".to_owned(), "Updated rules came in 2025.".to_owned()];
    let mut draft = Draft { sections: vec![DraftSection { heading: None, paragraphs }], ..Draft::default() };
    clear(&mut draft);
    assert_eq!(draft.sections[0].paragraphs, [text, "Updated rules came in 2025."]);
}
