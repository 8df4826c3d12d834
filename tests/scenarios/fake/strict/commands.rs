//! Limits of commands at their registration.

use std::collections::HashSet;

use serde_json::Value;

use super::{Fault, at_most, length, list};

/// Characters in all names, descriptions and values of one command; Discord's limit.
const ALL_TEXT: usize = 8000;

/// The locales that Discord's clients can be set to.
const LOCALES: [&str; 34] = [
    "ar", "bg", "cs", "da", "de", "el", "en-GB", "en-US", "es-419", "es-ES", "fi", "fr", "he", "hi", "hr", "hu", "id", "it", "ja", "ko",
    "lt", "nl", "no", "pl", "pt-BR", "ro", "ru", "sv-SE", "th", "tr", "uk", "vi", "zh-CN", "zh-TW",
];

/// What Discord would refuse in a whole list of commands.
pub fn all(bodies: &[Value]) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut names = HashSet::new();
    for (number, body) in bodies.iter().enumerate() {
        let key = (body["name"].as_str(), body["type"].as_u64().unwrap_or(1));
        if !names.insert(key) {
            let message = "Application command names must be unique";
            faults.push(Fault::new(number.to_string(), "APPLICATION_COMMANDS_DUPLICATE_NAME", message));
        }
        faults.extend(command(body, &format!("{number}.")));
    }
    for (kind, most) in [(1, 100), (2, 15), (3, 15)] {
        if names.iter().filter(|(_, of)| *of == kind).count() > most {
            faults.push(Fault::new("type", "BASE_TYPE_BAD_LENGTH", format!("At most {most} commands of type {kind}.")));
        }
    }
    faults
}

/// What Discord would refuse in one command.
pub fn command(body: &Value, prefix: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    let slash = body["type"].as_u64().unwrap_or(1) == 1;
    let described = !body["description"].as_str().unwrap_or_default().is_empty();
    if slash {
        named(&mut faults, prefix, body);
        options(&mut faults, prefix, list(body, "options"), 0);
    } else {
        length(&mut faults, &format!("{prefix}name"), &body["name"], 1, 32);
        if described || !list(body, "options").is_empty() {
            let message = "Context menu commands cannot have description or options";
            faults.push(Fault::new(format!("{prefix}description"), "APPLICATION_COMMAND_DESCRIPTION_NOT_ALLOWED", message));
        }
    }
    let text = weight(body);
    if text > ALL_TEXT {
        let message = format!("Command exceeds maximum size of {ALL_TEXT}, it is {text}");
        faults.push(Fault::new(format!("{prefix}name"), "APPLICATION_COMMAND_TOO_LARGE", message));
    }
    faults
}

/// A slash command's or option's name and description, in each language.
fn named(faults: &mut Vec<Fault>, path: &str, body: &Value) {
    name(faults, &format!("{path}name"), &body["name"]);
    length(faults, &format!("{path}description"), &body["description"], 1, 100);
    for (key, is_name) in [("name_localizations", true), ("description_localizations", false)] {
        for (locale, text) in body[key].as_object().into_iter().flatten() {
            let path = format!("{path}{key}.{locale}");
            if !LOCALES.contains(&locale.as_str()) {
                faults.push(Fault::new(path.clone(), "ENUM_TYPE_COERCE", format!("Value \"{locale}\" is not a valid locale.")));
            }
            if is_name { name(faults, &path, text) } else { length(faults, &path, text, 1, 100) }
        }
    }
}

/// Discord's `^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$`, lower case where the script has one.
fn name(faults: &mut Vec<Fault>, path: &str, value: &Value) {
    length(faults, path, value, 1, 32);
    let text = value.as_str().unwrap_or_default();
    let allowed = |c: char| (c.is_alphanumeric() && c.to_lowercase().eq([c])) || "-_'".contains(c);
    if !text.chars().all(allowed) {
        let message = format!("Command name is invalid: `{text}`");
        faults.push(Fault::new(path, "APPLICATION_COMMAND_INVALID_NAME", message));
    }
}

fn options(faults: &mut Vec<Fault>, prefix: &str, all: &[Value], depth: usize) {
    at_most(faults, &format!("{prefix}options"), all, 25);
    let (mut names, mut optional) = (HashSet::new(), false);
    for (number, option) in all.iter().enumerate() {
        let path = format!("{prefix}options.{number}.");
        named(faults, &path, option);
        if !names.insert(option["name"].as_str()) {
            let message = "Option name already exists";
            faults.push(Fault::new(path.clone(), "APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATE", message));
        }
        let required = option["required"] == true;
        if required && optional {
            let message = "Required options must be placed before non-required options";
            faults.push(Fault::new(path.clone(), "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", message));
        }
        optional |= !required;
        let nested = matches!(option["type"].as_u64(), Some(1 | 2));
        if nested && (depth > 1 || all.iter().any(|other| !matches!(other["type"].as_u64(), Some(1 | 2)))) {
            let message = "Sub-command and sub-command group option types are mutually exclusive to all other types";
            faults.push(Fault::new(path.clone(), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", message));
        }
        options(faults, &path, list(option, "options"), depth + 1);
        choices(faults, &path, option);
    }
}

fn choices(faults: &mut Vec<Fault>, path: &str, option: &Value) {
    let choices = list(option, "choices");
    at_most(faults, &format!("{path}choices"), choices, 25);
    if !choices.is_empty() && option["autocomplete"] == true {
        let message = "Autocomplete and choices are mutually exclusive";
        faults.push(Fault::new(format!("{path}choices"), "APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES_INVALID", message));
    }
    for (number, choice) in choices.iter().enumerate() {
        length(faults, &format!("{path}choices.{number}.name"), &choice["name"], 1, 100);
        if !choice["value"].is_number() {
            length(faults, &format!("{path}choices.{number}.value"), &choice["value"], 1, 100);
        }
    }
}

/// What counts towards [`ALL_TEXT`]: of names and descriptions the longest language.
fn weight(part: &Value) -> usize {
    let size = |value: &Value| value.as_str().map_or(0, |text| text.chars().count());
    let longest = |key: &str| {
        let localized = part[format!("{key}_localizations")].as_object();
        localized.into_iter().flatten().map(|(_, text)| size(text)).chain([size(&part[key])]).max().unwrap_or(0)
    };
    let nested = list(part, "options").iter().chain(list(part, "choices")).map(weight).sum::<usize>();
    longest("name") + longest("description") + size(&part["value"]) + nested
}
