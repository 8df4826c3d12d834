//! What a person sees of a message or a form, as plain text for snapshots.
//!
//! Ids, colours and where things stand on the screen are left out; what is written, linked or can be pressed is not.

use std::sync::LazyLock;

use regex::Regex;
use serde_json::Value;

use super::state::{Id, Message, State};
use super::strict::list;

/// A clickable command in a text: `</article add:123>`.
static COMMAND: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"</([^:>]+):\d+>").expect("the pattern is well formed"));

/// A message with everything on it.
///
/// An embed's lines begin with `┃`, a button is `[label]`, a link button `[label → address]`, one that is off `[label, off]`, and a
/// select `[placeholder ▾ option · option]`.
pub fn message(state: &State, message: &Message) -> String {
    let mut lines = Vec::new();
    if message.deleted {
        return "(deleted)".into();
    }
    if message.only_for.is_some() {
        lines.push("(only you can see this)".to_owned());
    }
    if message.is_loading() {
        lines.push("(thinking…)".to_owned());
    }
    if !message.content.is_empty() {
        lines.push(message.content.clone());
    }
    lines.extend(message.embeds.iter().map(embed));
    lines.extend(message.files.iter().map(|file| format!("(file {})", state.files[file].name)));
    lines.extend(message.components.iter().map(|row| list(row, "components").iter().map(component).collect::<Vec<_>>().join(" ")));
    named(state, lines.join("\n"))
}

/// A form: its title, then each input with its label and what stands in it.
pub fn form(form: &Value) -> String {
    let mut lines = vec![format!("(form) {}", text(&form["title"]))];
    for input in list(form, "components").iter().flat_map(|row| list(row, "components")) {
        let needed = if input["required"] == false { "" } else { "*" };
        let inside = ["value", "placeholder"].iter().find_map(|key| input[key].as_str()).unwrap_or_default();
        lines.push(format!("{}{needed}: {inside}", text(&input["label"])).trim_end().to_owned());
    }
    lines.join("\n")
}

/// A button's label with its emoji, as it is pressed by.
pub fn label(button: &Value) -> String {
    let emoji = button["emoji"]["name"].as_str().unwrap_or_default();
    format!("{emoji} {}", text(&button["label"])).trim().to_owned()
}

fn embed(embed: &Value) -> String {
    let linked = |name: &Value, url: &Value| match (name.as_str(), url.as_str()) {
        (Some(name), Some(url)) => Some(format!("{name} <{url}>")),
        (name, _) => name.map(ToOwned::to_owned),
    };
    let mut parts: Vec<String> = Vec::new();
    parts.extend(linked(&embed["author"]["name"], &embed["author"]["url"]));
    parts.extend(linked(&embed["title"], &embed["url"]));
    parts.extend(embed["description"].as_str().map(ToOwned::to_owned));
    parts.extend(list(embed, "fields").iter().map(|field| format!("{}: {}", text(&field["name"]), text(&field["value"]))));
    parts.extend(["image", "thumbnail"].iter().filter_map(|key| embed[key]["url"].as_str()).map(|url| format!("(image {url})")));
    let below = [&embed["footer"]["text"], &embed["timestamp"]];
    let below: Vec<&str> = below.iter().filter_map(|value| value.as_str()).collect();
    parts.extend((!below.is_empty()).then(|| below.join(" • ")));
    parts.join("\n").lines().map(|line| format!("┃ {line}").trim_end().to_owned()).collect::<Vec<_>>().join("\n")
}

fn component(part: &Value) -> String {
    let off = if part["disabled"] == true { ", off" } else { "" };
    if part["type"] == 2 {
        let link = part["url"].as_str().map(|url| format!(" → {url}")).unwrap_or_default();
        return format!("[{}{link}{off}]", label(part));
    }
    let options = list(part, "options").iter().map(|option| {
        let more = option["description"].as_str().map(|more| format!(" ({more})")).unwrap_or_default();
        let chosen = if option["default"] == true { "✓ " } else { "" };
        format!("{chosen}{}{more}", text(&option["label"]))
    });
    format!("[{} ▾ {}{off}]", part["placeholder"].as_str().unwrap_or("Make a selection"), options.collect::<Vec<_>>().join(" · "))
}

/// Puts names in place of ids, and `discord` in place of this run's port.
fn named(state: &State, text: String) -> String {
    let mut text = COMMAND.replace_all(&text, "/$1").into_owned().replace(&state.address, "https://discord");
    let mut put = |id: Id, before: &[&str], name: String| {
        before.iter().for_each(|before| text = text.replace(&format!("<{before}{id}>"), &name));
    };
    state.users.values().for_each(|user| put(user.id, &["@", "@!"], format!("@{}", user.name)));
    state.channels.values().for_each(|channel| put(channel.id, &["#"], format!("#{}", channel.name)));
    state.guilds.values().flat_map(|guild| &guild.roles).for_each(|role| put(role.id, &["@&"], format!("@{}", role.name)));
    text
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
