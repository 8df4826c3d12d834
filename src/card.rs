//! An answer as a card: what a person is shown, in their language, whoever shows it.
//!
//! A card holds words and addresses, never markup: Discord and the terminal each write it in their own way. Quotes stay as written.

use crate::answer::Topic;
use crate::desk::mark::Mark;
use crate::library::{Listed, Scope};

mod answering;
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

    /// The same without marks that turn the direction of reading: what names an article must not change how the words around it read.
    /// The quote stays as written.
    pub fn unturned(&self) -> Card {
        let plain = |text: &String| text.replace(turns_reading, "");
        let topic = |topic: &Topic| Topic { title: plain(&topic.title), heading: topic.heading.as_ref().map(plain), ..topic.clone() };
        Card {
            author: self.author.as_ref().map(plain),
            title: self.title.as_ref().map(plain),
            lead: self.lead.as_ref().map(plain),
            speaker: self.speaker.as_ref().map(plain),
            body: self.body.as_ref().map(plain),
            based_on: self.based_on.as_ref().map(|(name, url)| (plain(name), url.clone())),
            notices: self.notices.iter().map(plain).collect(),
            footer: self.footer.iter().map(plain).collect(),
            topics: self.topics.iter().map(topic).collect(),
            ..self.clone()
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

/// Whether a letter is one of the marks of Unicode by which what follows runs the other way (UAX 9, 2.1 to 2.5).
pub fn turns_reading(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
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
