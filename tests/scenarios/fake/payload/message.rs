//! Messages in JSON, with what the Message Content intent hides.

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Value, json};
use serenity::model::gateway::GatewayIntents;

use super::super::state::{File, Id, Message, State};
use super::{partial_member, user};

/// A message as a gateway event tells it, or `None` if the intents do not cover its channel.
pub fn told(state: &State, id: Id, intents: GatewayIntents) -> Option<Value> {
    let message = &state.messages[&id];
    let guild = state.channels[&message.channel].guild;
    let needed = if guild.is_some() { GatewayIntents::GUILD_MESSAGES } else { GatewayIntents::DIRECT_MESSAGES };
    let there = match guild {
        Some(_) => state.permissions(state.application.id, message.channel).view_channel(),
        None => state.channels[&message.channel].recipients.contains(&state.application.id),
    };
    if !intents.contains(needed) || !there {
        return None;
    }
    let mut data = seen_by_bot(state, id, intents.contains(GatewayIntents::MESSAGE_CONTENT));
    if let Some(guild) = guild {
        data["guild_id"] = json!(guild.to_string());
        if let Some(member) = state.guilds[&guild].members.get(&message.author) {
            data["member"] = partial_member(member);
        }
    }
    Some(data)
}

/// A message with its content only where the bot may read it: its own, direct, one that mentions it, or by the intent.
pub fn seen_by_bot(state: &State, id: Id, may_read: bool) -> Value {
    let bot = state.application.id;
    let mut data = whole(state, id);
    let hide = |data: &mut Value, message: &Message| {
        let direct = state.channels[&message.channel].recipients.contains(&bot);
        if !(may_read || direct || message.author == bot || message.mentions.contains(&bot)) {
            data["content"] = json!("");
            data["embeds"] = json!([]);
            data["attachments"] = json!([]);
            data["components"] = json!([]);
        }
    };
    let message = &state.messages[&id];
    hide(&mut data, message);
    if let Some(answered) = message.replies_to.map(|id| &state.messages[&id]).filter(|_| data["referenced_message"].is_object()) {
        hide(&mut data["referenced_message"], answered);
    }
    data
}

/// A message with everything in it, and the one that it replies to.
pub fn whole(state: &State, id: Id) -> Value {
    let message = &state.messages[&id];
    let mut data = alone(state, message);
    if let Some(answered) = message.replies_to {
        let guild = state.channels[&message.channel].guild.map(|id| id.to_string());
        let channel = message.channel.to_string();
        data["type"] = json!(19);
        data["message_reference"] = json!({ "type": 0, "message_id": answered.to_string(), "channel_id": channel });
        if let Some(guild) = guild {
            data["message_reference"]["guild_id"] = json!(guild);
        }
        let answered = &state.messages[&answered];
        data["referenced_message"] = if answered.deleted { Value::Null } else { alone(state, answered) };
    }
    data
}

/// An uploaded file as it hangs on a message or in an option.
pub fn attachment(state: &State, file: &File) -> Value {
    let url = format!("{}/attachments/{}/{}/{}", state.address, file.channel, file.id, file.name);
    json!({
        "id": file.id.to_string(), "filename": file.name, "size": file.bytes.len(), "url": url, "proxy_url": url,
        "content_type": content_type(&file.name),
    })
}

/// What Discord takes a file for, by its name.
pub fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("md") => "text/markdown; charset=utf-8",
        Some("txt") => "text/plain; charset=utf-8",
        Some("html" | "htm") => "text/html; charset=utf-8",
        Some("pdf") => "application/pdf",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}

fn alone(state: &State, message: &Message) -> Value {
    let author = &state.users[&message.author];
    let ids = |ids: &[Id]| ids.iter().map(ToString::to_string).collect::<Vec<_>>();
    let mut data = json!({
        "id": message.id.to_string(), "channel_id": message.channel.to_string(), "type": 0,
        "author": user(state, message.author), "content": message.content, "timestamp": written(message.id),
        "edited_timestamp": message.edited.map(stamp), "tts": false, "mention_everyone": message.mention_everyone,
        "mentions": message.mentions.iter().map(|id| user(state, *id)).collect::<Vec<_>>(),
        "mention_roles": ids(&message.mention_roles), "pinned": false, "flags": message.flags,
        "embeds": message.embeds.iter().map(embed).collect::<Vec<_>>(), "components": numbered(&message.components),
        "attachments": message.files.iter().map(|id| attachment(state, &state.files[id])).collect::<Vec<_>>(),
    });
    if author.webhook {
        data["webhook_id"] = json!(message.author.to_string());
    }
    if let Some(interaction) = message.interaction.map(|id| &state.interactions[&id]) {
        let person = user(state, interaction.what.person);
        data["application_id"] = json!(state.application.id.to_string());
        data["webhook_id"] = json!(state.application.id.to_string());
        data["type"] = json!(if interaction.what.source.is_none() { 20 } else { 0 });
        data["interaction_metadata"] = json!({
            "id": interaction.id.to_string(), "type": interaction.what.kind as u8, "user": person,
            "authorizing_integration_owners": super::interaction::owners(state, interaction),
            "name": interaction.what.data["name"], "command_type": interaction.what.data["type"],
        });
        if let Some(source) = interaction.what.source {
            data["interaction_metadata"]["interacted_message_id"] = json!(source.to_string());
            // A form's answer names what opened the form.
            data["interaction_metadata"]["triggering_interaction_metadata"] = json!({
                "id": interaction.id.to_string(), "type": 3, "user": user(state, interaction.what.person),
                "authorizing_integration_owners": super::interaction::owners(state, interaction),
                "interacted_message_id": source.to_string(),
            });
        }
    }
    data
}

/// Discord names every embed's type.
fn embed(embed: &Value) -> Value {
    let mut told = embed.clone();
    told["type"] = json!("rich");
    bare(&mut told);
    told
}

/// Discord numbers every component from 1, and fills in what a select leaves out.
fn numbered(rows: &[Value]) -> Vec<Value> {
    let mut next = 0;
    let mut number = |component: &mut Value| {
        next += 1;
        component["id"] = json!(next);
        let select = matches!(component["type"].as_u64(), Some(3 | 5..=8));
        for key in ["min_values", "max_values"] {
            if select && component[key].is_null() {
                component[key] = json!(1);
            }
        }
        bare(component);
    };
    let mut rows = rows.to_vec();
    for row in &mut rows {
        number(row);
        row["components"].as_array_mut().into_iter().flatten().for_each(&mut number);
    }
    rows
}

/// Discord does not tell back what is null.
pub fn bare(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|_, field| !field.is_null());
            fields.values_mut().for_each(bare);
        }
        Value::Array(parts) => parts.iter_mut().for_each(bare),
        _ => {}
    }
}

fn written(id: Id) -> String {
    let milliseconds = i64::try_from((id >> 22) + 1_420_070_400_000).expect("a snowflake's time fits");
    stamp(DateTime::from_timestamp_millis(milliseconds).unwrap_or_default())
}

fn stamp(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Micros, false)
}
