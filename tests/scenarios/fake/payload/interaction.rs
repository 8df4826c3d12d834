//! Interactions in JSON.

use serde_json::{Value, json};

use super::super::state::{Id, Interaction, Kind, State};
use super::{channel, member, message, user};

/// An interaction as `INTERACTION_CREATE` tells it.
pub fn interaction(state: &State, id: Id) -> Value {
    let interaction = &state.interactions[&id];
    let (person, place) = (interaction.what.person, interaction.what.place);
    let permissions = state.permissions(person, place.channel).bits().to_string();
    let mut there = channel(state, &state.channels[&place.channel]);
    there["permissions"] = json!(permissions);
    let mut told = json!({
        "id": id.to_string(), "application_id": state.application.id.to_string(), "type": interaction.what.kind as u8,
        "token": interaction.token, "version": 1, "data": interaction.what.data, "channel_id": place.channel.to_string(),
        "channel": there, "locale": state.users[&person].locale, "entitlements": [], "entitlement_sku_ids": [],
        "app_permissions": state.app_permissions(person, place.channel).bits().to_string(),
        "authorizing_integration_owners": owners(state, interaction), "context": state.context(place),
        "attachment_size_limit": 10_485_760,
    });
    match place.guild.map(|id| &state.guilds[&id]) {
        Some(guild) => {
            let mut who = member(state, person, &guild.members[&person]);
            who["permissions"] = json!(permissions);
            told["member"] = who;
            told["guild_id"] = json!(guild.id.to_string());
            told["guild_locale"] = json!(guild.locale);
            told["guild"] = json!({ "id": guild.id.to_string(), "locale": guild.locale, "features": [] });
        }
        None => told["user"] = user(state, person),
    }
    if let Some(source) = interaction.what.source {
        told["message"] = message::whole(state, source);
    }
    told
}

/// Who installed the app so that this could happen: `"0"` the guild, or 0 in the bot's direct messages, `"1"` the person.
pub fn owners(state: &State, interaction: &Interaction) -> Value {
    let (person, place) = (interaction.what.person, interaction.what.place);
    let mut owners = json!({});
    match place.guild {
        Some(guild) if state.bot_is_in(guild) => owners["0"] = json!(guild.to_string()),
        None if !place.user_installed => owners["0"] = json!("0"),
        _ => {}
    }
    if place.user_installed {
        owners["1"] = json!(person.to_string());
    }
    owners
}

/// What `with_response` asks for: the interaction and the message that its callback made or changed.
pub fn callback(state: &State, id: Id, kind: u64, about: Option<Id>) -> Value {
    let interaction = &state.interactions[&id];
    let mut told = json!({ "interaction": { "id": id.to_string(), "type": interaction.what.kind as u8 } });
    if let Some(about) = about.filter(|_| interaction.what.kind != Kind::Autocomplete) {
        let answer = &state.messages[&about];
        told["interaction"]["response_message_id"] = json!(about.to_string());
        told["interaction"]["response_message_loading"] = json!(answer.is_loading());
        told["interaction"]["response_message_ephemeral"] = json!(answer.only_for.is_some());
        // A deferral has made or changed nothing yet that could be told.
        if matches!(kind, 4 | 7) {
            told["resource"] = json!({ "type": kind, "message": message::whole(state, about) });
        }
    }
    told
}
