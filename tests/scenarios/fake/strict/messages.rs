//! Limits of messages and embeds, and the rule that nothing pings anyone.

use serde_json::Value;
use url::Url;

use super::components::components;
use super::{Fault, at_most, length, list};

/// Characters in all embeds of a message together.
const ALL_EMBEDS: usize = 6000;

/// Flags that a bot may set on a message: no embeds from links, ephemeral, no notification.
const FLAGS: u64 = 1 << 2 | 1 << 6 | 1 << 12;

/// Everything that Discord would refuse in a message's body; `prefix` is where the body lies, such as `data.`.
pub fn message(body: &Value, prefix: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    length(&mut faults, &format!("{prefix}content"), &body["content"], 0, 2000);
    let embeds = list(body, "embeds");
    at_most(&mut faults, &format!("{prefix}embeds"), embeds, 10);
    let mut total = 0;
    for (number, each) in embeds.iter().enumerate() {
        total += embed(&mut faults, &format!("{prefix}embeds.{number}"), each);
    }
    if total > ALL_EMBEDS {
        let message = format!("Embed size exceeds maximum size of {ALL_EMBEDS}, it is {total}");
        faults.push(Fault::new(format!("{prefix}embeds"), "MAX_EMBED_SIZE_EXCEEDED", message));
    }
    components(&mut faults, &format!("{prefix}components"), list(body, "components"));
    let flags = body["flags"].as_u64().unwrap_or(0);
    if flags & !FLAGS != 0 {
        faults.push(Fault::new(format!("{prefix}flags"), "MESSAGE_FLAGS_INVALID", format!("{flags} may not be set.")));
    }
    faults
}

/// Why a message might ping somebody: stricter than Discord, which would by default.
///
/// It has to say `allowed_mentions` with an empty `parse` and name nobody.
pub fn may_ping(body: &Value) -> Option<String> {
    let allowed = &body["allowed_mentions"];
    let named = ["users", "roles"].iter().any(|key| !list(allowed, key).is_empty());
    match allowed {
        Value::Null => Some("it has no `allowed_mentions`".into()),
        _ if allowed["parse"].as_array().is_none_or(|parse| !parse.is_empty()) => {
            Some("the `parse` of its `allowed_mentions` is not empty".into())
        }
        _ if named || allowed["replied_user"] == true => Some(format!("its `allowed_mentions` names someone: {allowed}")),
        _ => None,
    }
}

/// Checks one embed; yields the characters that count towards the sum.
fn embed(faults: &mut Vec<Fault>, path: &str, embed: &Value) -> usize {
    let mut counted = 0;
    let mut text = |faults: &mut Vec<Fault>, at: &str, value: &Value, least, most| {
        length(faults, &format!("{path}.{at}"), value, least, most);
        counted += value.as_str().map_or(0, |text| text.chars().count());
    };
    text(faults, "title", &embed["title"], 0, 256);
    text(faults, "description", &embed["description"], 0, 4096);
    if embed["author"].is_object() {
        text(faults, "author.name", &embed["author"]["name"], 1, 256);
    }
    if embed["footer"].is_object() {
        text(faults, "footer.text", &embed["footer"]["text"], 1, 2048);
    }
    for (number, field) in list(embed, "fields").iter().enumerate() {
        text(faults, &format!("fields.{number}.name"), &field["name"], 1, 256);
        text(faults, &format!("fields.{number}.value"), &field["value"], 1, 1024);
    }
    at_most(faults, &format!("{path}.fields"), list(embed, "fields"), 25);
    link(faults, &format!("{path}.url"), &embed["url"], &["http", "https"]);
    for (part, key) in [("author", "url"), ("author", "icon_url"), ("footer", "icon_url"), ("image", "url"), ("thumbnail", "url")] {
        link(faults, &format!("{path}.{part}.{key}"), &embed[part][key], &["http", "https", "attachment"]);
    }
    if embed["color"].as_u64().is_some_and(|color| color > 0xFF_FFFF) {
        faults.push(Fault::new(format!("{path}.color"), "NUMBER_TYPE_MAX", "Must be at most 16777215."));
    }
    let time = embed["timestamp"].as_str();
    if time.is_some_and(|time| chrono::DateTime::parse_from_rfc3339(time).is_err()) {
        faults.push(Fault::new(format!("{path}.timestamp"), "DATE_TIME_TYPE_PARSE", "Could not parse it. Should be ISO8601."));
    }
    counted
}

/// A fault unless a link is absent or well formed, of one of these schemes and at most 2048 characters.
pub fn link(faults: &mut Vec<Fault>, path: &str, value: &Value, schemes: &[&str]) {
    let Some(link) = value.as_str() else { return };
    length(faults, path, value, 1, 2048);
    match Url::parse(link) {
        Ok(url) if schemes.contains(&url.scheme()) => {}
        Ok(url) => {
            let message = format!("Scheme \"{}\" is not supported.", url.scheme());
            faults.push(Fault::new(path, "URL_TYPE_INVALID_SCHEME", message));
        }
        Err(_) => faults.push(Fault::new(path, "URL_TYPE_INVALID_URL", format!("Not a well formed URL: {link}"))),
    }
}
