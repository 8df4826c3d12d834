//! What Discord always sends, for a gateway that leaves it out.

use poise::serenity_prelude as serenity;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

/// A frame with everything in it that serenity insists on. One that is nothing to complete passes as it came.
pub fn frame(text: String) -> String {
    let Ok(mut frame) = serde_json::from_str::<Value>(&text) else {
        tracing::warn!("the gateway sent a frame that is not JSON; it was dropped");
        return text;
    };
    if !frame.is_object() || frame.get("d").is_some_and(|data| !data.is_object() && !data.is_null()) {
        return text;
    }
    let event = frame["t"].as_str().unwrap_or_default().to_owned();
    if !event.is_empty() {
        fill(&mut frame, json!({ "s": 0 }));
    }
    let data = &mut frame["d"];
    match event.as_str() {
        "READY" => ready(data),
        "INTERACTION_CREATE" => interaction(data),
        "MESSAGE_CREATE" => message(data),
        "GUILD_CREATE" => guild(data),
        _ => return text,
    }
    let readable = match event.as_str() {
        "INTERACTION_CREATE" => serenity::Interaction::deserialize(&*data).map(drop),
        "MESSAGE_CREATE" => serenity::Message::deserialize(&*data).map(drop),
        "GUILD_CREATE" => serenity::Guild::deserialize(&*data).map(drop),
        _ => Ok(()),
    };
    if readable.is_err() {
        // The error quotes what somebody typed.
        tracing::warn!(event, "the gateway sent an event that cannot be read; it has no effect");
    }
    frame.to_string()
}

fn ready(data: &mut Value) {
    let id = data["user"]["id"].clone();
    fill(data, json!({ "v": 10, "guilds": [], "session_id": "", "resume_gateway_url": "", "application": {} }));
    fill(&mut data["application"], json!({ "id": id, "flags": 0 }));
    user(&mut data["user"]);
}

fn guild(data: &mut Value) {
    let empty = json!({
        "name": "", "owner_id": data["id"], "verification_level": 0, "default_message_notifications": 0, "explicit_content_filter": 0,
        "features": [], "mfa_level": 0, "afk_timeout": 300, "system_channel_flags": 0, "premium_tier": 0, "preferred_locale": "en-US",
        "nsfw_level": 0, "premium_progress_bar_enabled": false, "joined_at": "1970-01-01T00:00:00Z", "large": false, "member_count": 0,
    });
    fill(data, empty);
    readable::<serenity::Role>(data, "roles", |role| {
        fill(role, json!({ "name": "", "color": 0, "colors": {}, "hoist": false, "managed": false, "permissions": "0", "position": 0 }));
        fill(&mut role["colors"], json!({ "primary_color": 0 }));
    });
    readable::<serenity::GuildChannel>(data, "channels", |channel| fill(channel, json!({ "name": "", "type": 0 })));
    readable::<serenity::GuildChannel>(data, "threads", |_| {});
    readable::<serenity::Member>(data, "members", |found| {
        fill(found, json!({ "guild_id": "1" }));
        member(found);
    });
    readable::<serenity::Emoji>(data, "emojis", |_| {});
    readable::<serenity::Sticker>(data, "stickers", |_| {});
    readable::<serenity::VoiceState>(data, "voice_states", |_| {});
    readable::<serenity::Presence>(data, "presences", |_| {});
    readable::<serenity::StageInstance>(data, "stage_instances", |_| {});
    readable::<serenity::ScheduledEvent>(data, "guild_scheduled_events", |_| {});
}

/// Completes what a list holds, empty if it is missing, and leaves out what cannot be read even so: one of them spoils no guild.
fn readable<T: DeserializeOwned>(data: &mut Value, field: &str, complete: impl Fn(&mut Value)) {
    fill(data, json!({ field: [] }));
    each(data, field, |list| {
        list.as_array_mut().into_iter().flatten().for_each(complete);
        list.as_array_mut().into_iter().for_each(|list| list.retain(|one| T::deserialize(one).is_ok()));
    });
}

fn interaction(data: &mut Value) {
    fill(data, json!({ "version": 1, "locale": "en-US", "entitlements": [], "attachment_size_limit": 0 }));
    each(data, "user", user);
    each(data, "member", member);
    each(data, "message", message);
    pressed(data);
    let Some(resolved) = data["data"].get_mut("resolved") else { return };
    for (kind, complete) in [("users", user as fn(&mut Value)), ("members", member), ("messages", message), ("attachments", attachment)] {
        each(resolved, kind, |found| found.as_object_mut().into_iter().flat_map(Map::values_mut).for_each(complete));
    }
}

/// A message that offers nothing cannot have been pressed: it is told of without its buttons, and offered the one that was.
fn pressed(data: &mut Value) {
    if data["type"] != 3 || data["data"]["component_type"] != 2 {
        return;
    }
    let button = json!({ "type": 2, "style": 2, "custom_id": data["data"]["custom_id"] });
    each(data, "message", |message| {
        if message["components"].as_array().is_none_or(Vec::is_empty) {
            message["components"] = json!([{ "type": 1, "components": [button] }]);
        }
    });
}

fn message(data: &mut Value) {
    let empty = json!({
        "content": "", "timestamp": "1970-01-01T00:00:00Z", "tts": false, "mention_everyone": false, "mentions": [], "mention_roles": [],
        "attachments": [], "embeds": [], "pinned": false, "type": 0,
    });
    fill(data, empty);
    let channel = data["channel_id"].clone();
    each(data, "message_reference", |reference| fill(reference, json!({ "channel_id": channel })));
    each(data, "author", user);
    each(data, "member", member);
    each(data, "referenced_message", message);
    each(data, "mentions", |users| users.as_array_mut().into_iter().flatten().for_each(user));
}

fn member(data: &mut Value) {
    fill(data, json!({ "roles": [], "deaf": false, "mute": false, "flags": 0 }));
    each(data, "user", user);
}

fn user(data: &mut Value) {
    fill(data, json!({ "username": "" }));
}

fn attachment(data: &mut Value) {
    let url = data["url"].clone();
    fill(data, json!({ "filename": "", "size": 0, "proxy_url": url }));
}

/// Does something to a field that is there.
fn each(data: &mut Value, field: &str, complete: impl FnOnce(&mut Value)) {
    if let Some(found) = data.get_mut(field).filter(|found| !found.is_null()) {
        complete(found);
    }
}

/// Adds what is missing or null.
fn fill(data: &mut Value, defaults: Value) {
    let (Value::Object(data), Value::Object(defaults)) = (data, defaults) else { return };
    for (field, default) in defaults {
        if data.get(&field).is_none_or(Value::is_null) {
            data.insert(field, default);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn is_readable(event: &str, data: Value) {
        let completed: Value = serde_json::from_str(&frame(json!({ "op": 0, "t": event, "d": data }).to_string())).expect("JSON");
        let text = completed.to_string();
        assert!(serde_json::from_str::<serenity::GatewayEvent>(&text).is_ok(), "serenity cannot read {text}");
    }

    #[test]
    fn an_event_with_the_least_that_makes_sense_can_be_read() {
        let ana = json!({ "id": "7", "username": "ana" });
        let said = json!({ "id": "8", "channel_id": "5", "author": ana });
        let asks = json!({ "id": "1", "name": "ask", "type": 1 });
        let found = json!({ "id": "1", "name": "Find the source", "type": 3, "target_id": "8", "resolved": { "messages": { "8": said } } });
        let comes = |kind: u8, data: &Value| json!({ "id": "9", "application_id": "3", "type": kind, "token": "t", "channel_id": "5", "data": data });
        let with = |mut event: Value, field: &str, value: &Value| {
            event[field] = value.clone();
            event
        };
        is_readable("READY", json!({ "user": ana }));
        is_readable("GUILD_CREATE", json!({ "id": "6" }));
        let (general, all) = (json!({ "id": "5", "type": 0 }), json!({ "id": "6" }));
        is_readable(
            "GUILD_CREATE",
            json!({ "id": "6", "channels": [general], "roles": [all, {}], "members": [{ "user": ana }], "emojis": [{}] }),
        );
        is_readable("MESSAGE_CREATE", said.clone());
        is_readable("MESSAGE_CREATE", with(said.clone(), "message_reference", &json!({ "message_id": "2" })));
        is_readable("INTERACTION_CREATE", with(comes(2, &asks), "user", &ana));
        is_readable("INTERACTION_CREATE", with(with(comes(4, &asks), "guild_id", &json!("6")), "member", &json!({ "user": ana })));
        is_readable("INTERACTION_CREATE", with(comes(2, &found), "user", &ana));
        let file = json!({ "id": "4", "url": "http://127.0.0.1/a.md" });
        let adds = json!({ "id": "1", "name": "article", "type": 1, "resolved": { "attachments": { "4": file } } });
        is_readable("INTERACTION_CREATE", with(comes(2, &adds), "user", &ana));
        let pressed = with(comes(3, &json!({ "custom_id": "x", "component_type": 2 })), "user", &ana);
        is_readable("INTERACTION_CREATE", with(pressed, "message", &said));
    }

    #[test]
    fn a_message_that_came_without_its_buttons_offers_the_one_that_was_pressed() {
        let offers = |components: Value| {
            let data = json!({ "type": 3, "data": { "custom_id": "x", "component_type": 2 }, "message": { "components": components } });
            let completed = frame(json!({ "op": 0, "t": "INTERACTION_CREATE", "d": data }).to_string());
            let completed: Value = serde_json::from_str(&completed).expect("JSON");
            completed["d"]["message"]["components"][0]["components"][0]["custom_id"].clone()
        };
        assert_eq!((offers(Value::Null), offers(json!([]))), (json!("x"), json!("x")));
        let other = json!([{ "type": 1, "components": [{ "type": 2, "style": 2, "custom_id": "y" }] }]);
        assert_eq!(offers(other), "y", "one that is not offered stays forged");
    }

    #[test]
    fn what_a_gateway_does_send_stays_as_it_is() {
        let sent = json!({ "op": 0, "s": 1, "t": "INTERACTION_CREATE", "d": { "locale": "fr", "entitlements": [{ "id": "1" }] } });
        let completed: Value = serde_json::from_str(&frame(sent.to_string())).expect("JSON");
        assert_eq!((&completed["d"]["locale"], &completed["d"]["entitlements"]), (&sent["d"]["locale"], &sent["d"]["entitlements"]));
        let other = r#"{"op":11}"#.to_owned();
        assert_eq!(frame(other.clone()), other);
    }
}
