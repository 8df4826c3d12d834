//! The cards of answers: a quote with its citation, a field of an article's metadata, or that there is nothing to quote.

use super::{Card, Hand, Kind, Shows, Words, fragment};
use crate::answer::{Grade, Topic};
use crate::article::slug;
use crate::desk::mark::Mark;
use crate::desk::terms::Terms;
use crate::desk::{About, Answer, Quoted};
use crate::language::lexicon::Field;
use crate::library::Citation;

impl Card {
    /// The card of an answer.
    pub fn answer(answer: &Answer, words: &Words) -> Card {
        match answer {
            Answer::Quoted(quoted) => Card::quoted(quoted, words),
            Answer::Pointed(pointed) => Card::pointed(pointed, words),
            Answer::About(about) => Card::about(about, words),
            Answer::NotCovered { nearest } => {
                let key = if nearest.is_empty() { "not-covered" } else { "not-covered-topics" };
                Card { kind: Kind::NotCovered, topics: nearest.clone(), ..Card::notice(None, words.say(key)) }
            }
        }
    }

    /// What a section says first, or that nothing of it may be quoted.
    pub fn takeaway(answer: Option<&Answer>, words: &Words) -> Card {
        answer.map_or_else(|| Card::notice(None, words.say("topic-not-quoted")), |answer| Card::answer(answer, words))
    }

    pub(super) fn quoted(quoted: &Quoted, words: &Words) -> Card {
        let citation = quoted.quote.citation();
        let sure = quoted.grade == Grade::Sure;
        Card {
            kind: if sure { Kind::Sure } else { Kind::Close },
            author: author(citation.metadata.outlet.as_deref(), citation.metadata.byline.as_deref()),
            title: Some(citation.metadata.title.clone()),
            url: citation.metadata.url.as_deref().map(|url| fragment::link(url, quoted.quote.text())),
            lead: (!sure).then(|| words.say("close-lead")),
            quote: Some(quoted.quote.text().to_owned()),
            speaker: quoted.quote.speaker().map(|line| words.say_with("speaker", &[("line", line)])),
            body: quoted.rival.as_ref().map(|topic| words.say_with("rival", &[("topic", topic.label())])),
            based_on: based_on(citation, words),
            notices: notices(citation, &quoted.terms, words),
            footer: footer(citation, words),
            topics: rivals(quoted),
            pages: None,
            hand: Some(hand(quoted)),
            shows: Some(Shows { scope: citation.scope, article: citation.article.clone(), version: citation.version }),
            controls: None,
        }
    }

    /// The card of the quote that is closest to what a message says, or that there is none.
    pub fn source(answer: &Answer, words: &Words) -> Card {
        match answer {
            Answer::Quoted(quoted) => Card::quoted(quoted, words),
            Answer::Pointed(pointed) => Card::pointed(pointed, words),
            Answer::About(_) | Answer::NotCovered { .. } => Card { kind: Kind::NotCovered, ..Card::notice(None, words.say("no-source")) },
        }
    }

    fn about(about: &About, words: &Words) -> Card {
        let key = match about.field {
            Field::Byline => "about-byline",
            Field::Published => "about-published",
            Field::Outlet => "about-outlet",
            Field::Title => "about-title",
            Field::Address => "about-address",
        };
        let metadata = &about.article.metadata;
        let value = match about.field {
            Field::Published => metadata.published.map(|day| words.date(day)),
            _ => about.value.clone(),
        };
        Card {
            kind: Kind::About,
            author: metadata.outlet.clone(),
            title: Some(metadata.title.clone()),
            url: metadata.url.clone(),
            lead: Some(words.say("about-lead")),
            shows: Some(Shows { scope: about.article.scope, article: about.article.id.clone(), version: about.article.version }),
            ..Card::notice(None, value.map_or_else(|| words.say("about-unknown"), |value| words.say_with(key, &[("value", &value)])))
        }
    }
}

fn hand(quoted: &Quoted) -> Hand {
    let citation = quoted.quote.citation();
    let next = quoted.alternatives.iter().map(|cut| Mark::of(cut, Grade::Close));
    let marks = std::iter::once(Mark::of(&quoted.cut, quoted.grade)).chain(next).collect();
    Hand { marks, wide: false, superseded: citation.current > citation.version, shared: false }
}

/// Where another topic is about as good, both to choose from.
fn rivals(quoted: &Quoted) -> Vec<Topic> {
    let citation = quoted.quote.citation();
    let own = Topic {
        part: quoted.cut.part,
        article: citation.article.clone(),
        title: citation.metadata.title.clone(),
        section: citation.section.clone(),
        heading: citation.heading.clone(),
    };
    quoted.rival.iter().flat_map(|rival| [own.clone(), rival.clone()]).collect()
}

/// Outlet and byline; an outlet that signs its article itself is named once.
pub(super) fn author(outlet: Option<&str>, byline: Option<&str>) -> Option<String> {
    let byline = byline.filter(|byline| outlet.is_none_or(|outlet| slug(outlet) != slug(byline)));
    let parts: Vec<&str> = outlet.into_iter().chain(byline).collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

pub(super) fn based_on(citation: &Citation, words: &Words) -> Option<(String, Option<String>)> {
    let based_on = citation.metadata.based_on.as_ref()?;
    Some((words.say_with("facts-from", &[("name", &based_on.name)]), based_on.url.clone()))
}

/// That it is superseded, the correction, and what its outlet wants to stand beside it.
pub(super) fn notices(citation: &Citation, terms: &Terms, words: &Words) -> Vec<String> {
    let superseded = (citation.current > citation.version).then(|| words.say("superseded"));
    let licence = terms.licence.as_deref().map(|note| words.say_with("licence", &[("note", note)]));
    [superseded, citation.metadata.correction.clone(), terms.credit.clone(), licence].into_iter().flatten().collect()
}

pub(super) fn footer(citation: &Citation, words: &Words) -> Vec<String> {
    let metadata = &citation.metadata;
    let section = citation.heading.clone().unwrap_or_else(|| words.say("lead-section"));
    let published = metadata.published.map(|day| words.date(day));
    let corrected = metadata.corrected.map(|day| words.say_with("corrected", &[("date", &words.date(day))]));
    let version = words.say_with("version", &[("number", &citation.version.to_string())]);
    [Some(section), published, corrected, Some(version)].into_iter().flatten().collect()
}
