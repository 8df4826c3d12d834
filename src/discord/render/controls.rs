//! Buttons and selects of editors' cards.

use poise::serenity_prelude as serenity;
use serenity::{ButtonStyle, ChannelType, CreateActionRow, CreateButton, CreateSelectMenu, CreateSelectMenuKind, CreateSelectMenuOption};

use crate::card::{Card, Controls, Words, words};
use crate::discord::press::{Edit, Press};
use crate::library::guilds::GuildSettings;

/// Discord's limit on what one select chooses.
pub const MOST_CHANNELS: u8 = 25;

/// Where people can mention the bot, in threads of these as well.
const CHANNELS: [ChannelType; 5] = [ChannelType::Text, ChannelType::News, ChannelType::Forum, ChannelType::Voice, ChannelType::Stage];

/// The rows of a card that an editor can do something with.
pub fn of(card: &Card, controls: &Controls, asker: u64, words: &Words) -> Vec<CreateActionRow> {
    let id = |edit: Edit| Press::Edit { asker, edit }.id();
    match controls {
        Controls::Proposal(token) => vec![CreateActionRow::Buttons(vec![
            CreateButton::new(id(Edit::Confirm(token.clone()))).label(words.say("confirm")).style(ButtonStyle::Primary),
            CreateButton::new(id(Edit::Cancel(token.clone()))).label(words.say("cancel")).style(ButtonStyle::Secondary),
        ])],
        Controls::Library => super::rows::turning(card.pages, words, |page| id(Edit::Page(page))),
        Controls::Settings(set) => settings(set, id, words),
    }
}

/// The channels that a card is about, as Discord shows channels.
pub fn channels(card: &Card) -> Option<String> {
    let Some(Controls::Settings(set)) = &card.controls else { return None };
    let named: Vec<String> = set.channels.iter().map(|channel| format!("<#{channel}>")).collect();
    (!named.is_empty()).then(|| named.join(" "))
}

fn settings(set: &GuildSettings, id: impl Fn(Edit) -> String, words: &Words) -> Vec<CreateActionRow> {
    // As the card itself is worded, once a language was chosen.
    let words = &set.language.as_deref().map_or(*words, Words::of);
    let option = |code: &str| {
        let chosen = set.language.as_deref().unwrap_or("own") == code;
        CreateSelectMenuOption::new(words.say(&format!("language-{code}")), code).default_selection(chosen)
    };
    let options = std::iter::once("own").chain(words::SPOKEN).map(option).collect();
    let language = CreateSelectMenu::new(id(Edit::Language), CreateSelectMenuKind::String { options });
    // serenity writes the ids of default channels as numbers, which Discord's description does not allow; the card names them instead.
    let kind = CreateSelectMenuKind::Channel { channel_types: Some(CHANNELS.to_vec()), default_channels: None };
    let channels = CreateSelectMenu::new(id(Edit::Channels), kind).min_values(0).max_values(MOST_CHANNELS);
    let key = if set.private { "settings-go-public" } else { "settings-go-private" };
    let private = CreateButton::new(id(Edit::Private(!set.private))).label(words.say(key)).style(ButtonStyle::Secondary);
    vec![
        CreateActionRow::SelectMenu(language.placeholder(words.say("settings-choose-language"))),
        CreateActionRow::SelectMenu(channels.placeholder(words.say("settings-choose-channels"))),
        CreateActionRow::Buttons(vec![private]),
    ]
}
