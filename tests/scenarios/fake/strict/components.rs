//! Limits of buttons, selects, forms and choices.

use std::collections::HashSet;

use serde_json::Value;

use super::messages::link;
use super::{Fault, at_most, length, list};

/// What Discord would refuse in a message's rows of components.
pub fn components(faults: &mut Vec<Fault>, path: &str, rows: &[Value]) {
    at_most(faults, path, rows, 5);
    let mut seen = HashSet::new();
    for (row_number, row) in rows.iter().enumerate() {
        let path = format!("{path}.{row_number}");
        if row["type"] != 1 {
            faults.push(Fault::new(format!("{path}.type"), "UNION_TYPE_CHOICES", "Only rows may stand at the top."));
        }
        let parts = list(row, "components");
        let width: usize = parts.iter().map(|part| if part["type"] == 2 { 1 } else { 5 }).sum();
        if parts.is_empty() || width > 5 {
            let message = "A row holds one to five buttons, or one select.";
            faults.push(Fault::new(format!("{path}.components"), "BASE_TYPE_BAD_LENGTH", message));
        }
        for (number, part) in parts.iter().enumerate() {
            let path = format!("{path}.components.{number}");
            match part["type"].as_u64() {
                Some(2) => button(faults, &path, part),
                Some(3) => string_select(faults, &path, part),
                Some(5..=8) => select(faults, &path, part, 25),
                _ => faults.push(Fault::new(format!("{path}.type"), "UNION_TYPE_CHOICES", "Unknown component.")),
            }
            unique(faults, &mut seen, &path, part);
        }
    }
}

/// What Discord would refuse in a form.
pub fn modal(data: &Value) -> Vec<Fault> {
    let mut faults = Vec::new();
    length(&mut faults, "data.custom_id", &data["custom_id"], 1, 100);
    length(&mut faults, "data.title", &data["title"], 1, 45);
    let rows = list(data, "components");
    at_most(&mut faults, "data.components", rows, 5);
    if rows.is_empty() {
        faults.push(Fault::new("data.components", "BASE_TYPE_REQUIRED", "This field is required"));
    }
    let mut seen = HashSet::new();
    for (number, row) in rows.iter().enumerate() {
        let path = format!("data.components.{number}.components.0");
        let [input] = list(row, "components") else {
            faults.push(Fault::new(path, "BASE_TYPE_BAD_LENGTH", "A form's row holds one text input."));
            continue;
        };
        if input["type"] != 4 || !matches!(input["style"].as_u64(), Some(1 | 2)) {
            faults.push(Fault::new(path.clone(), "UNION_TYPE_CHOICES", "A form's row holds one text input."));
        }
        length(&mut faults, &format!("{path}.label"), &input["label"], 1, 45);
        length(&mut faults, &format!("{path}.placeholder"), &input["placeholder"], 0, 100);
        length(&mut faults, &format!("{path}.value"), &input["value"], 0, 4000);
        for (key, least) in [("min_length", 0), ("max_length", 1)] {
            if input[key].as_u64().is_some_and(|limit| !(least..=4000).contains(&limit)) {
                faults.push(Fault::new(format!("{path}.{key}"), "NUMBER_TYPE_MAX", format!("Must be {least} to 4000.")));
            }
        }
        length(&mut faults, &format!("{path}.custom_id"), &input["custom_id"], 1, 100);
        unique(&mut faults, &mut seen, &path, input);
    }
    faults
}

/// What Discord would refuse in the choices for what is being typed.
pub fn choices(data: &Value) -> Vec<Fault> {
    let mut faults = Vec::new();
    let choices = list(data, "choices");
    at_most(&mut faults, "data.choices", choices, 25);
    for (number, choice) in choices.iter().enumerate() {
        let path = format!("data.choices.{number}");
        length(&mut faults, &format!("{path}.name"), &choice["name"], 1, 100);
        if !choice["value"].is_number() {
            length(&mut faults, &format!("{path}.value"), &choice["value"], 1, 100);
        }
    }
    faults
}

fn button(faults: &mut Vec<Fault>, path: &str, button: &Value) {
    length(faults, &format!("{path}.label"), &button["label"], 0, 80);
    let blank = button["label"].as_str().is_none_or(|label| label.trim().is_empty());
    if blank && button["emoji"].is_null() {
        faults.push(Fault::new(path, "BUTTON_COMPONENT_LABEL_REQUIRED", "A button needs a label or an emoji."));
    }
    match button["style"].as_u64() {
        Some(1..=4) => {
            length(faults, &format!("{path}.custom_id"), &button["custom_id"], 1, 100);
            if !button["url"].is_null() {
                faults.push(Fault::new(path, "BUTTON_COMPONENT_URL_FORBIDDEN", "Only a link button has a url."));
            }
        }
        Some(5) => {
            length(faults, &format!("{path}.url"), &button["url"], 1, 512);
            link(faults, &format!("{path}.url"), &button["url"], &["http", "https", "discord"]);
            if !button["custom_id"].is_null() {
                faults.push(Fault::new(path, "BUTTON_COMPONENT_CUSTOM_ID_FORBIDDEN", "A link button has no custom id."));
            }
        }
        _ => faults.push(Fault::new(format!("{path}.style"), "BASE_TYPE_CHOICES", "Unknown style.")),
    }
}

fn string_select(faults: &mut Vec<Fault>, path: &str, menu: &Value) {
    let options = list(menu, "options");
    at_most(faults, &format!("{path}.options"), options, 25);
    if options.is_empty() {
        faults.push(Fault::new(format!("{path}.options"), "BASE_TYPE_REQUIRED", "This field is required"));
    }
    let mut values = HashSet::new();
    for (number, option) in options.iter().enumerate() {
        let path = format!("{path}.options.{number}");
        length(faults, &format!("{path}.label"), &option["label"], 1, 100);
        length(faults, &format!("{path}.value"), &option["value"], 1, 100);
        length(faults, &format!("{path}.description"), &option["description"], 0, 100);
        if !values.insert(option["value"].as_str().unwrap_or_default()) {
            let message = "The specified option value is already used";
            faults.push(Fault::new(format!("{path}.value"), "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", message));
        }
    }
    select(faults, path, menu, u64::try_from(options.len()).unwrap_or(u64::MAX));
}

fn select(faults: &mut Vec<Fault>, path: &str, menu: &Value, available: u64) {
    length(faults, &format!("{path}.custom_id"), &menu["custom_id"], 1, 100);
    length(faults, &format!("{path}.placeholder"), &menu["placeholder"], 0, 150);
    let (least, most) = (menu["min_values"].as_u64().unwrap_or(1), menu["max_values"].as_u64().unwrap_or(1));
    if !(1..=25).contains(&most) || least > most || most > available {
        let message = format!("{least} to {most} of {available} cannot be chosen.");
        faults.push(Fault::new(format!("{path}.max_values"), "NUMBER_TYPE_MAX", message));
    }
}

fn unique(faults: &mut Vec<Fault>, seen: &mut HashSet<String>, path: &str, part: &Value) {
    if part["custom_id"].as_str().is_some_and(|id| !seen.insert(id.to_owned())) {
        let message = "Component custom id cannot be duplicated";
        faults.push(Fault::new(format!("{path}.custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED", message));
    }
}
