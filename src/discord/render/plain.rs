//! A card as text: all of it where embeds may not be, else what goes into the embed's description.

use super::blocks::{Block, Gap, NEEDED, fitted, length};
use super::markdown::{address, escaped, inline, link, quoted};
use super::rows::shortened;
use crate::card::{Card, Kind, Words};

/// Discord's limit on a message, in characters.
const MESSAGE: usize = 2000;

/// Which parts have no place of their own.
#[derive(Clone, Copy)]
pub struct Parts {
    /// Outlet and agency.
    pub author: bool,
    /// The title.
    pub title: bool,
    /// The address in the open.
    pub url: bool,
    /// Section, dates, version.
    pub footer: bool,
}

/// The text of a card that is no embed, below a line that is markup already.
pub fn of(card: &Card, above: Option<&str>, words: &Words) -> String {
    let above = above.map(|above| format!("{above}\n")).unwrap_or_default();
    let text = parts(card, Parts { author: true, title: true, url: true, footer: true }, MESSAGE - length(&above), words);
    above + &text
}

/// The parts of a card as one text of at most `most` characters. A quote that does not fit as a whole is not shown at all.
pub fn parts(card: &Card, with: Parts, most: usize, words: &Words) -> String {
    if let Some(text) = fitted(blocks(card, with, words), most) {
        return text;
    }
    let with_body = |body: String| Card { body: Some(body), ..card.clone() };
    let too_long = words.say(if card.url.is_some() { "quote-too-long" } else { "quote-too-long-alone" });
    let short = match (&card.quote, &card.body) {
        (Some(_), _) => vec![Card { quote: None, speaker: None, lead: None, ..with_body(too_long.clone()) }],
        (None, body) => cuts(body.as_deref().unwrap_or_default(), most, words).into_iter().map(with_body).collect(),
    };
    short.into_iter().find_map(|card| fitted(blocks(&card, with, words), most)).unwrap_or(too_long)
}

/// A text without more and more of its last lines, and how many those are; at last only the beginning of its first.
fn cuts(body: &str, most: usize, words: &Words) -> Vec<String> {
    let lines: Vec<&str> = body.lines().collect();
    let left = |from: usize| lines[from..].iter().filter(|line| !line.is_empty()).count();
    let cut = |kept: usize| format!("{}\n{}", lines[..kept].join("\n").trim_end(), words.count("lines-more", "lines", left(kept)));
    let first = shortened(lines.first().copied().unwrap_or_default(), most / 2);
    let ends = lines.iter().scan(0, |end, line| {
        *end += length(line) + 1;
        Some(*end)
    });
    let most_lines = ends.take_while(|end| *end <= most).count().min(lines.len().saturating_sub(1));
    (1..=most_lines).rev().map(cut).chain([first]).collect()
}

/// Section, dates, version and page, in one line.
pub fn footer(card: &Card, words: &Words) -> String {
    let page = card.pages.map(|pages| {
        let (page, all) = ((pages.page + 1).to_string(), pages.all.to_string());
        words.say_with("page", &[("page", &page), ("all", &all)])
    });
    card.footer.iter().cloned().chain(page).collect::<Vec<_>>().join(" · ")
}

fn blocks(card: &Card, with: Parts, words: &Words) -> Vec<Block> {
    let block = |text: String, worth: u8, gap: Gap| Block { text, worth, gap };
    let mut blocks = vec![];
    let author = card.author.as_deref().filter(|_| with.author);
    blocks.extend(author.map(|author| block(escaped(author), 3, Gap::Line)));
    let title = card.title.as_deref().filter(|_| with.title);
    blocks.extend(title.map(|title| block(format!("**{}**", inline(title)), 6, Gap::Line)));
    blocks.extend(card.lead.as_deref().map(|lead| block(format!("*{}*", inline(lead)), NEEDED, Gap::Line)));
    blocks.extend(card.quote.as_deref().map(|quote| block(quoted(quote), NEEDED, Gap::Line)));
    blocks.extend(card.speaker.as_deref().map(|speaker| block(escaped(speaker), NEEDED, Gap::Line)));
    // Beside a quote, the bot's own words are about other topics.
    let worth = if matches!(card.kind, Kind::Sure | Kind::Close) && card.quote.is_some() { 1 } else { NEEDED };
    blocks.extend(card.body.as_deref().map(|body| block(escaped(body), worth, Gap::Empty)));
    blocks.extend(super::controls::channels(card).map(|channels| block(channels, NEEDED, Gap::Line)));
    blocks.extend(card.notices.iter().map(|notice| block(escaped(notice), 8, Gap::Empty)));
    let based_on = card.based_on.as_ref().map(|(name, url)| link(name, url.as_deref()));
    blocks.extend(based_on.map(|based_on| block(based_on, 4, Gap::Empty)));
    let below = Some(footer(card, words)).filter(|text| with.footer && !text.is_empty());
    blocks.extend(below.map(|below| block(escaped(&below), 2, Gap::Line)));
    let url = card.url.as_deref().filter(|_| with.url).and_then(address);
    // In angle brackets, so that Discord adds no preview.
    blocks.extend(url.map(|url| block(format!("<{url}>"), 5, Gap::Line)));
    blocks
}
