//! A card as an embed.

use poise::serenity_prelude as serenity;
use serenity::{CreateEmbed, CreateEmbedAuthor, CreateEmbedFooter};

use super::blocks::length;
use super::markdown;
use super::plain::{Parts, parts};
use crate::card::{Card, Kind, Words};

/// Discord's limits, in characters.
const TITLE: usize = 256;
/// See [`TITLE`].
const AUTHOR: usize = 256;
/// See [`TITLE`].
const FOOTER: usize = 2048;
/// See [`TITLE`].
const DESCRIPTION: usize = 4096;
/// Of all of these together.
const WHOLE: usize = 6000;

/// The embed of a card.
pub fn of(card: &Card, words: &Words) -> CreateEmbed {
    let mut embed = CreateEmbed::new().colour(colour(card.kind));
    let mut used = 0;
    // What does not fit its own place stands in the description.
    let mut place = |text: Option<String>, most: usize| {
        let placed = text.filter(|text| length(text) <= most);
        used += placed.as_deref().map_or(0, length);
        placed
    };
    let author = place(card.author.clone(), AUTHOR);
    let title = place(card.title.as_deref().map(markdown::inline), TITLE);
    let footer = place(Some(super::plain::footer(card, words)).filter(|text| !text.is_empty()), FOOTER);
    let with = Parts { author: author.is_none(), title: title.is_none(), url: false, footer: footer.is_none() };
    let description = parts(card, with, DESCRIPTION.min(WHOLE - used), words);
    if let Some(author) = author {
        embed = embed.author(CreateEmbedAuthor::new(author));
    }
    if let Some(title) = title {
        embed = embed.title(title);
        if let Some(url) = card.url.as_deref().and_then(markdown::address) {
            embed = embed.url(url);
        }
    }
    if let Some(footer) = footer {
        embed = embed.footer(CreateEmbedFooter::new(footer));
    }
    embed.description(description)
}

/// Answers, near answers and all that is no quote are told apart at a glance.
fn colour(kind: Kind) -> u32 {
    match kind {
        Kind::Sure => 0x2E_7D32,
        Kind::Close => 0xF9_A825,
        Kind::About => 0x15_65C0,
        Kind::NotCovered => 0x75_7575,
        Kind::Notice => 0x58_65F2,
    }
}
