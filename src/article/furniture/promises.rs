//! What is a notice to the reader, and what only reads like one.

use super::kind;
use crate::article::FindingKind;

#[track_caller]
fn check(expected: Option<FindingKind>, lines: &[&str]) {
    for line in lines {
        assert_eq!(kind(line), expected, "{line}");
    }
}

#[test]
fn a_notice_that_corrects_the_text_is_told_from_prose() {
    check(
        Some(FindingKind::Correction),
        &[
            "Correction. The toll is four crowns, not five.",
            "Correction, 4 May 2024. The toll is four crowns.",
            "Corrected: The toll is four crowns.",
            "Corrected on May 4, 2024 to say that the toll is four crowns.",
            "Editor's note: This story has been updated to correct the toll.",
            "Editor’s note. The article wrongly said that the toll is five crowns.",
            "Editors’ note: The headline of this report was changed because of an error.",
            "Update, May 4, 2024: An earlier version of this article misstated the toll.",
            "UPDATE (4 May): The text has been corrected to give the right toll.",
            "A previous version of this story said that the toll is five crowns.",
            "An earlier version of this page gave the wrong toll.",
            "Because of an editing error, an earlier version of this article misstated the toll.",
            "Korrektur. Die Maut beträgt vier Kronen.",
            "Anmerkung: In einer früheren Version dieses Artikels stand eine falsche Maut.",
            "Anmerkung: In einer früheren Version hieß es, die Maut betrage fünf Kronen.",
            "Hinweis: In einer ersten Version des Textes war die Maut falsch angegeben.",
            "In einer früheren Fassung stand eine falsche Maut.",
            "NDLR : dans une précédente version, nous écrivions que le péage est de cinq couronnes.",
            "Une erreur s’est glissée dans une première version de cet article : le péage est de quatre couronnes.",
            "Une erreur s'est glissée dans notre article sur le pont.",
            "Rectificatif. Le péage est de quatre couronnes.",
            "Dans une version antérieure de cet article, le péage était faux.",
            "Nota: en la primera versión de este artículo se decía que el peaje cuesta cinco coronas.",
            "Nota: en la primera versión se decía que el peaje cuesta cinco coronas.",
            "Una versión anterior de esta noticia daba otro peaje.",
            "Corrección. El peaje cuesta cuatro coronas.",
            "Fe de errores. El peaje cuesta cuatro coronas.",
            "Diferentemente do que foi publicado, o pedágio custa quatro coroas.",
            "Diferentemente do que foi publicado anteriormente neste texto, o pedágio custa quatro coroas.",
            "Versão anterior deste texto dizia que o pedágio custa cinco coroas.",
            "Uma versão anterior desta reportagem dava outro pedágio.",
            "Correção. O pedágio custa quatro coroas.",
            "Исправление. Проезд стоит четыре кроны.",
            "В первой версии текста была указана другая цена.",
            "В предыдущей версии этой статьи цена была названа неверно.",
            "В предыдущей версии говорилось, что проезд стоит пять крон.",
        ],
    );
    check(
        None,
        &[
            "An earlier version of the plan cost nine million.",
            "The earlier version of the story was told by monks.",
            "A previous version of this bridge was made of wood.",
            "Correction fluid was new. It sold well.",
            "Corrections officers went on strike. The prison was closed.",
            "Corrected for inflation, the toll fell. It had been nine crowns.",
            "Update 4 of the program is out: it mends nine errors.",
            "Update, May 4: The mayor has resigned, and the bridge stays closed.",
            "Editor's note: The names of the children are not their own.",
            "In einer früheren Version des Plans kostete die Brücke neun Millionen.",
            "Hinweis: In einer früheren Version der Software fehlte die Funktion.",
            "Une erreur s'est glissée dans le décompte des voix, a dit le maire.",
            "Una versión anterior de la ley fijaba otro peaje.",
            "Nota: en la primera versión del plan el puente era de madera.",
            "Uma versão anterior do plano custava nove milhões.",
            "Diferentemente do que foi publicado em outros países, o plano custa nove milhões.",
            "В предыдущей версии закона проезд был дешевле.",
        ],
    );
}

#[test]
fn prose_that_reads_like_a_notice_stays() {
    check(
        None,
        &[
            "The court ruled on Tuesday that websites must ask users to accept cookies before they are stored.",
            "“We use cookies to count our readers,” said the head of the paper, who had to pay nine million.",
            "Das Gericht entschied, dass Nutzer Cookies zustimmen müssen.",
            "He founded the daily newsletter Dockside in 2011 and sold it to a bank for 3 million euros.",
            "“Our newsletter has nine readers,” she said, and laughed.",
            "Copyright law protects the design of the bridge for 70 years after the death of its architect.",
            "Copyright was at issue, the judge said.",
            "Reporting by doctors of such cases fell by 40 per cent in 2024.",
            "Reporting by The Harbour Post showed that the toll had doubled.",
            "Editing by hand takes twice as long, the study found.",
        ],
    );
    check(
        Some(FindingKind::CookieNotice),
        &[
            "We use cookies to improve your visit.",
            "We and our partners use cookies to improve your visit.",
            "By clicking “Accept all”, you agree to our use of cookies.",
            "This site uses cookies. If you go on, you accept them.",
            "Accept all cookies",
            "Avec votre accord, nous et nos partenaires utilisons des cookies pour mesurer notre audience.",
            "Diese Website verwendet Cookies. Bitte stimmen Sie zu.",
            "Este sitio utiliza cookies. Al continuar, acepta su uso.",
            "Este site usa cookies. Ao continuar, está a aceitar a nossa política.",
            "Мы используем файлы cookie. Оставаясь на сайте, вы соглашаетесь с этим.",
        ],
    );
    check(
        Some(FindingKind::SignUp),
        &[
            "The best of the week is in our newsletter.",
            "Get a free newsletter in your inbox.",
            "Lesen Sie mehr in unserem täglichen Newsletter.",
        ],
    );
    check(
        Some(FindingKind::Credits),
        &[
            "Copyright 2024 The Harbour Post. Not to be copied.",
            "Copyright © The Harbour Post",
            "Copyright The Harbour Post",
            "© 2024 The Harbour Post",
            "(Reporting by Ana Prell in Tavos and Tom Oke; additional reporting by Ida Lund; editing by Jan van der Holm)",
            "Reporting by Ana Prell; Editing by Tom Oke.",
            "Editing by TOM OKE",
        ],
    );
}
