//! A card as a Discord message: an embed, or plain text where embeds may not be; its topics as buttons or a select.
//!
//! Nothing is cut in the middle of a sentence. What does not fit is left out whole, the least telling first; the quote is the last.

use poise::serenity_prelude as serenity;
use serenity::{CreateActionRow, CreateEmbed};

use crate::card::{Card, Words};

mod blocks;
mod embed;
mod markdown;
mod plain;
mod rows;

pub use rows::shortened;

/// What a message shows.
pub struct Shown {
    /// Text, where there is no embed.
    pub content: Option<String>,
    /// The card.
    pub embed: Option<CreateEmbed>,
    /// Buttons and selects.
    pub rows: Vec<CreateActionRow>,
}

/// A card for somebody to see; its buttons remember that it was `asker` who asked.
pub fn card(card: &Card, embeds: bool, asker: u64, words: &Words) -> Shown {
    let rows = rows::of(card, asker, words);
    if embeds {
        Shown { content: None, embed: Some(embed::of(card, words)), rows }
    } else {
        Shown { content: Some(plain::of(card, words)), embed: None, rows }
    }
}
