//! An answer as a card: what a person is shown, in their language, whoever shows it.
//!
//! A card holds words and addresses, never markup: Discord and the terminal each write it in their own way. Quotes stay as written.

use crate::answer::{Grade, Topic};
use crate::article::slug;
use crate::desk::mark::Mark;
use crate::desk::terms::Terms;
use crate::desk::{About, Answer, Quoted};
use crate::language::lexicon::Field;
use crate::library::{Citation, Listed, Scope};

pub mod fragment;
pub mod hand;
pub mod newsroom;
mod pointed;
mod privacy;
pub mod words;

pub use hand::{Act, Audience, Hand, Reader};
pub use newsroom::Controls;
pub use words::Words;

/// What a card is, which decides how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A quote that answers.
    Sure,
    /// A quote that may not answer.
    Close,
    /// A field of an article's metadata.
    About,
    /// Nothing to quote.
    NotCovered,
    /// A list, help, or a notice.
    Notice,
}

/// What a person is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// What it is.
    pub kind: Kind,
    /// Outlet and agency.
    pub author: Option<String>,
    /// The article's title, or the card's own.
    pub title: Option<String>,
    /// Where the title leads.
    pub url: Option<String>,
    /// A line before the quote: that it may not answer, what it is about.
    pub lead: Option<String>,
    /// The quote, byte for byte.
    pub quote: Option<String>,
    /// The line that names the speaker.
    pub speaker: Option<String>,
    /// The bot's own text, where there is no quote.
    pub body: Option<String>,
    /// Whose facts the article retells: name and plain address.
    pub based_on: Option<(String, Option<String>)>,
    /// A notice that belongs to the quote: that it is superseded, a correction.
    pub notices: Vec<String>,
    /// Section, byline, dates, version.
    pub footer: Vec<String>,
    /// Topics to choose from.
    pub topics: Vec<Topic>,
    /// Which part of a list this is.
    pub pages: Option<Pages>,
    /// What its buttons act on, where it shows a quote.
    pub hand: Option<Hand>,
    /// The article that it shows something of.
    pub shows: Option<Shows>,
    /// What an editor can do with it.
    pub controls: Option<Controls>,
}

/// An article's version, of which a card shows something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shows {
    /// Whose library.
    pub scope: Scope,
    /// The article's id.
    pub article: String,
    /// Its version.
    pub version: u32,
}

/// One page of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pages {
    /// Which, from 0.
    pub page: usize,
    /// Of how many.
    pub all: usize,
}

impl Card {
    /// A card of the bot's own words.
    pub fn notice(title: Option<String>, body: String) -> Card {
        Card {
            kind: Kind::Notice,
            author: None,
            title,
            url: None,
            lead: None,
            quote: None,
            speaker: None,
            body: Some(body),
            based_on: None,
            notices: vec![],
            footer: vec![],
            topics: vec![],
            pages: None,
            hand: None,
            shows: None,
            controls: None,
        }
    }

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

    fn quoted(quoted: &Quoted, words: &Words) -> Card {
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

    /// The ids of the articles that it names as topics, besides the one that it shows something of; each once.
    pub fn names(&self) -> Vec<String> {
        let shown = self.shows.as_ref().map(|shows| &shows.article);
        let mut named: Vec<String> = self.topics.iter().map(|topic| topic.article.clone()).filter(|id| Some(id) != shown).collect();
        named.sort_unstable();
        named.dedup();
        named
    }

    /// The same as somebody shows it to everyone.
    pub fn shared(mut self) -> Card {
        self.hand.iter_mut().for_each(|hand| hand.shared = true);
        self
    }

    /// The same with other quotes to come, its own first.
    fn with_marks(mut self, marks: Vec<Mark>) -> Card {
        if let Some(hand) = &mut self.hand {
            hand.marks = marks;
        }
        self
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

    /// The list of what can be quoted; `page` counts from 0, `size` articles a page. A page beyond the last is the last.
    pub fn articles(listed: &[Listed], page: usize, size: usize, words: &Words) -> Card {
        if listed.is_empty() {
            return Card::notice(Some(words.say("articles-title")), words.say("articles-none"));
        }
        let all = listed.len().div_ceil(size);
        let page = page.min(all - 1);
        let lines: Vec<String> = listed.iter().skip(page * size).take(size).map(|article| line(article, words)).collect();
        let pages = (all > 1).then_some(Pages { page, all });
        Card { pages, ..Card::notice(Some(words.say("articles-title")), lines.join("\n\n")) }
    }

    /// How to ask, what is quoted, who runs the bot (nobody named if empty); `commands` are each a usage and what it does.
    pub fn help(commands: &[(String, String)], articles: usize, run_by: &str, words: &Words) -> Card {
        let commands: Vec<String> = commands.iter().map(|(usage, what)| format!("{usage}\n{what}")).collect();
        let quoted = words.count("help-quoted", "articles", articles);
        let runs = if run_by.is_empty() { words.say("help-run-by-nobody") } else { words.say_with("help-run-by", &[("name", run_by)]) };
        let parts = [words.say("how-to-ask"), commands.join("\n"), words.say("help-mention"), quoted, runs];
        Card::notice(Some(words.say("help-title")), parts.join("\n\n"))
    }

    /// The topics of an article, to choose from.
    pub fn topics(article: &Listed, words: &Words) -> Card {
        let topics: Vec<Topic> = crate::desk::topics::topics_of(article).collect();
        let title = words.say_with("topics-title", &[("title", &article.metadata.title)]);
        let shows = Some(Shows { scope: article.scope, article: article.id.clone(), version: article.version });
        Card { topics, shows, ..Card::notice(Some(title), words.say("topics-choose")) }
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
        article: citation.article.clone(),
        title: citation.metadata.title.clone(),
        section: citation.section.clone(),
        heading: citation.heading.clone(),
    };
    quoted.rival.iter().flat_map(|rival| [own.clone(), rival.clone()]).collect()
}

/// Outlet and byline; an outlet that signs its article itself is named once.
fn author(outlet: Option<&str>, byline: Option<&str>) -> Option<String> {
    let byline = byline.filter(|byline| outlet.is_none_or(|outlet| slug(outlet) != slug(byline)));
    let parts: Vec<&str> = outlet.into_iter().chain(byline).collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

fn based_on(citation: &Citation, words: &Words) -> Option<(String, Option<String>)> {
    let based_on = citation.metadata.based_on.as_ref()?;
    Some((words.say_with("facts-from", &[("name", &based_on.name)]), based_on.url.clone()))
}

/// That it is superseded, the correction, and what its outlet wants to stand beside it.
fn notices(citation: &Citation, terms: &Terms, words: &Words) -> Vec<String> {
    let superseded = (citation.current > citation.version).then(|| words.say("superseded"));
    let licence = terms.licence.as_deref().map(|note| words.say_with("licence", &[("note", note)]));
    [superseded, citation.metadata.correction.clone(), terms.credit.clone(), licence].into_iter().flatten().collect()
}

fn footer(citation: &Citation, words: &Words) -> Vec<String> {
    let metadata = &citation.metadata;
    let section = citation.heading.clone().unwrap_or_else(|| words.say("lead-section"));
    let published = metadata.published.map(|day| words.date(day));
    let corrected = metadata.corrected.map(|day| words.say_with("corrected", &[("date", &words.date(day))]));
    let version = words.say_with("version", &[("number", &citation.version.to_string())]);
    [Some(section), published, corrected, Some(version)].into_iter().flatten().collect()
}

/// An article in the list: title, id, outlet, date, sections, version.
fn line(article: &Listed, words: &Words) -> String {
    let metadata = &article.metadata;
    let sections = words.count("articles-line", "sections", article.sections.len());
    let version = words.say_with("version", &[("number", &article.version.to_string())]);
    let facts =
        [metadata.outlet.clone(), metadata.published.map(|day| words.date(day)), Some(sections), Some(version), Some(article.id.clone())];
    format!("{}\n{}", metadata.title, facts.into_iter().flatten().collect::<Vec<_>>().join(" · "))
}
