//! What Discord always sends, for a gateway that leaves it out.

use poise::serenity_prelude as serenity;
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// A frame with everything in it that serenity insists on. One that is nothing to complete passes as it came.
pub fn frame(text: String) -> String {
    let Ok(mut frame) = serde_json::from_str::<Value>(&text) else {
        tracing::warn!("the gateway sent a frame that is not JSON; it was dropped");
        return text;
    };
    let event = frame["t"].as_str().unwrap_or_default().to_owned();
    if !event.is_empty() {
        fill(&mut frame, json!({ "s": 0 }));
    }
    let data = &mut frame["d"];
    match event.as_str() {
        "READY" => ready(data),
        "INTERACTION_CREATE" => interaction(data),
        "MESSAGE_CREATE" => message(data),
        _ => return text,
    }
    let readable = match event.as_str() {
        "INTERACTION_CREATE" => serenity::Interaction::deserialize(&*data).map(drop),
        "MESSAGE_CREATE" => serenity::Message::deserialize(&*data).map(drop),
        _ => Ok(()),
    };
    if readable.is_err() {
        // The error quotes what somebody typed.
        tracing::warn!(event, "the gateway sent an event that cannot be read; nobody will be answered");
    }
    frame.to_string()
}

fn ready(data: &mut Value) {
    let id = data["user"]["id"].clone();
    fill(data, json!({ "v": 10, "guilds": [], "session_id": "", "resume_gateway_url": "", "application": {} }));
    fill(&mut data["application"], json!({ "id": id, "flags": 0 }));
    user(&mut data["user"]);
}

fn interaction(data: &mut Value) {
    fill(data, json!({ "version": 1, "locale": "en-US", "entitlements": [], "attachment_size_limit": 0 }));
    each(data, "user", user);
    each(data, "member", member);
    each(data, "message", message);
    let Some(resolved) = data["data"].get_mut("resolved") else { return };
    for (kind, complete) in [("users", user as fn(&mut Value)), ("members", member), ("messages", message), ("attachments", attachment)] {
        each(resolved, kind, |found| found.as_object_mut().into_iter().flat_map(Map::values_mut).for_each(complete));
    }
}

fn message(data: &mut Value) {
    let empty = json!({
        "content": "", "timestamp": "1970-01-01T00:00:00Z", "tts": false, "mention_everyone": false, "mentions": [], "mention_roles": [],
        "attachments": [], "embeds": [], "pinned": false, "type": 0,
    });
    fill(data, empty);
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
        is_readable("MESSAGE_CREATE", said.clone());
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
    fn what_a_gateway_does_send_stays_as_it_is() {
        let sent = json!({ "op": 0, "s": 1, "t": "INTERACTION_CREATE", "d": { "locale": "fr", "entitlements": [{ "id": "1" }] } });
        let completed: Value = serde_json::from_str(&frame(sent.to_string())).expect("JSON");
        assert_eq!((&completed["d"]["locale"], &completed["d"]["entitlements"]), (&sent["d"]["locale"], &sent["d"]["entitlements"]));
        let other = r#"{"op":11}"#.to_owned();
        assert_eq!(frame(other.clone()), other);
    }
}
