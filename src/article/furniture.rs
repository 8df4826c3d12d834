//! Tells an article's text from the furniture that newspapers put around it: bylines, credits, related links, notices.
//!
//! The rules are patterns in `furniture.toml`, in the supported languages. What a rule takes is metadata or left out; it is never quoted.

use std::sync::LazyLock;

use regex::{Regex, RegexBuilder};
use serde::Deserialize;

use super::{Draft, DraftSection, Finding, FindingKind};

mod byline;
mod day;

pub use day::date;

/// Bytes that each pattern may remember of its matching, per thread: there are many patterns, and most fail at once.
const CACHE: usize = 1 << 16;

/// Words of the longest heading that is only a label.
const LABEL_WORDS: usize = 3;

/// Words of the longest line that announces a correction below it.
const ANNOUNCING_WORDS: usize = 12;

/// Words of the longest beginning of a pointer to another article.
const POINTER_WORDS: usize = 4;

/// Characters of a finding that are shown.
const SHOWN_CHARACTERS: usize = 120;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    rule: Vec<RuleFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleFile {
    kind: Kind,
    #[serde(default)]
    lead: bool,
    most_words: usize,
    patterns: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Byline,
    DateLine,
    OriginalAddress,
    RelatedArticle,
    Correction,
    PhotoCredit,
    SignUp,
    CookieNotice,
    ShareBar,
    Credits,
    Embed,
}

impl Kind {
    fn finding(self) -> FindingKind {
        match self {
            Kind::Byline => FindingKind::Byline,
            Kind::DateLine => FindingKind::DateLine,
            Kind::OriginalAddress => FindingKind::OriginalAddress,
            Kind::RelatedArticle => FindingKind::RelatedArticle,
            Kind::Correction => FindingKind::Correction,
            Kind::PhotoCredit => FindingKind::PhotoCredit,
            Kind::SignUp => FindingKind::SignUp,
            Kind::CookieNotice => FindingKind::CookieNotice,
            Kind::ShareBar => FindingKind::ShareBar,
            Kind::Credits => FindingKind::Credits,
            Kind::Embed => FindingKind::Embed,
        }
    }
}

struct Rule {
    kind: Kind,
    lead: bool,
    most_words: usize,
    patterns: Vec<Regex>,
}

static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("furniture.toml")).expect("the rules are compiled in and tested");
    let compile = |pattern: &String| {
        RegexBuilder::new(pattern).case_insensitive(true).dfa_size_limit(CACHE).build().expect("the patterns are compiled in and tested")
    };
    let rules = file.rule.into_iter();
    rules
        .map(|r| Rule { kind: r.kind, lead: r.lead, most_words: r.most_words, patterns: r.patterns.iter().map(compile).collect() })
        .collect()
});

/// Takes furniture out of a draft: into its metadata, where they lack it, or away. Each decision becomes a finding.
pub fn clear(draft: &mut Draft) {
    let mut in_text = false;
    let mut sections = std::mem::take(&mut draft.sections);
    for section in &mut sections {
        take_headed_correction(draft, section);
        join_announced_corrections(section);
        section.paragraphs.retain(|paragraph| {
            let furniture = recognise(paragraph, in_text).is_some_and(|(kind, value)| take(draft, kind, &value, paragraph));
            in_text |= !furniture && is_prose(paragraph);
            !furniture
        });
    }
    draft.sections = sections;
}

/// Takes the first paragraph under a heading such as `Correction`: the two together say what the one line says elsewhere.
fn take_headed_correction(draft: &mut Draft, section: &mut DraftSection) {
    let Some(heading) = section.heading.as_deref().filter(|heading| heading.split_whitespace().count() <= LABEL_WORDS) else { return };
    let Some(first) = section.paragraphs.first() else { return };
    let notice = format!("{}: {first}", heading.trim().trim_end_matches([':', ' ', '\u{a0}']));
    let is_notice = kind(&notice) == Some(FindingKind::Correction) && kind(first).is_none();
    if is_notice && take(draft, Kind::Correction, &notice, &notice) {
        section.paragraphs.remove(0);
    }
}

/// Makes one paragraph of a line that announces a correction and of the notice itself: `A correction was made on May 5:`.
fn join_announced_corrections(section: &mut DraftSection) {
    let mut joined: Vec<String> = vec![];
    for paragraph in std::mem::take(&mut section.paragraphs) {
        let announces = |line: &&mut String| line.ends_with(':') && line.split_whitespace().count() <= ANNOUNCING_WORDS;
        let notice = joined.last_mut().filter(announces).map(|line| (format!("{line} {paragraph}"), line));
        match notice.filter(|(notice, line)| {
            kind(notice) == Some(FindingKind::Correction) && kind(line).is_none_or(|kind| kind == FindingKind::Correction)
        }) {
            Some((notice, line)) => *line = notice,
            None => joined.push(paragraph),
        }
    }
    section.paragraphs = joined;
}

/// Adds a finding with its words shortened for display.
pub fn note(draft: &mut Draft, kind: FindingKind, words: &str) {
    let mut text: String = words.chars().take(SHOWN_CHARACTERS).collect();
    if text.len() < words.len() {
        text.push('…');
    }
    draft.findings.push(Finding { kind, text });
}

/// What kind of furniture a line is by its words, wherever it stands; `None` for text, bylines and date lines.
pub fn kind(line: &str) -> Option<FindingKind> {
    recognise(line, true).map(|(kind, _)| kind.finding())
}

/// Whether a line begins as a pointer to another article does, as `Read also`, whatever comes next.
pub fn points_away(line: &str) -> bool {
    let line = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = line.split_whitespace().take(POINTER_WORDS).collect();
    (1..=words.len()).any(|n| kind(&format!("{}:", words[..n].join(" ").trim_end_matches([':', ' ']))) == Some(FindingKind::RelatedArticle))
}

/// A paragraph of the text proper, after which no byline or date line comes.
fn is_prose(paragraph: &str) -> bool {
    paragraph.split_whitespace().count() > 12
}

fn recognise(paragraph: &str, in_text: bool) -> Option<(Kind, String)> {
    // French sets its colons behind spaces that do not break.
    let spaced = paragraph.trim().replace(['\u{a0}', '\u{202f}'], " ");
    let paragraph = spaced.as_str();
    let words = paragraph.split_whitespace().count();
    let rules = RULES.iter().filter(|rule| words <= rule.most_words && !(rule.lead && in_text));
    for rule in rules {
        if let Some(found) = rule.patterns.iter().find_map(|pattern| pattern.captures(paragraph)) {
            let value = found.name("value").map_or(paragraph, |value| value.as_str());
            return Some((rule.kind, value.trim().to_owned()));
        }
    }
    None
}

/// Puts one piece of furniture where it belongs; false if it turns out to be text.
fn take(draft: &mut Draft, kind: Kind, value: &str, paragraph: &str) -> bool {
    let metadata = &mut draft.metadata;
    match kind {
        Kind::Byline => {
            let Some((names, day)) = byline::read(value) else { return false };
            metadata.byline.get_or_insert_with(|| names.to_owned());
            metadata.published = metadata.published.or(day);
        }
        Kind::DateLine => {
            let Some(date) = date(value) else { return false };
            metadata.published.get_or_insert(date);
            metadata.byline = metadata.byline.take().or_else(|| byline_in(value));
        }
        Kind::OriginalAddress => _ = metadata.url.get_or_insert_with(|| value.to_owned()),
        Kind::Correction => _ = metadata.correction.get_or_insert_with(|| value.to_owned()),
        _ => {}
    }
    note(draft, kind.finding(), paragraph);
    true
}

/// Who signs within a line that says the day: `May 4, 2024 by Ana Prell`.
fn byline_in(line: &str) -> Option<String> {
    let from = line.match_indices(' ').map(|(at, space)| &line[at + space.len()..]);
    let mut bylines = from.filter_map(|rest| recognise(rest, false).filter(|(kind, _)| *kind == Kind::Byline));
    bylines.find_map(|(_, value)| byline::read(&value).map(|(names, _)| names.to_owned()))
}

#[cfg(test)]
mod promises;

#[cfg(test)]
mod tests {
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
}
