//! What Discord refuses, with its own codes.

pub mod commands;
pub mod components;
pub mod messages;

use std::fmt;

use serde_json::{Value, json};
use serenity::model::Permissions;

use super::state::Draft;

/// An answer of Discord's that says no.
#[derive(Clone, Debug)]
pub struct Refusal {
    pub status: u16,
    pub code: u32,
    pub message: String,
    pub errors: Option<Value>,
    /// What else the report of a violation should say.
    pub reason: Option<String>,
    /// Whether the bot should have known better; not so for what was deleted under its hands.
    pub blame: bool,
}

/// One thing that is wrong with one field of a body.
#[derive(Clone, Debug)]
pub struct Fault {
    /// Keys and indexes, joined by dots.
    pub path: String,
    pub code: &'static str,
    pub message: String,
}

impl Fault {
    pub fn new(path: impl Into<String>, code: &'static str, message: impl Into<String>) -> Self {
        Self { path: path.into(), code, message: message.into() }
    }
}

impl Refusal {
    pub fn new(status: u16, code: u32, message: &str) -> Self {
        Self { status, code, message: message.into(), errors: None, reason: None, blame: true }
    }

    pub fn empty_message() -> Self {
        Self::new(400, 50006, "Cannot send an empty message")
    }

    /// What a bot meets when a person deletes a message first: nobody's fault.
    pub fn unknown_message() -> Self {
        Self::new(404, 10008, "Unknown Message").without_blame()
    }

    /// One wrong field.
    pub fn field(path: &str, code: &'static str, message: impl Into<String>) -> Self {
        Self::form(vec![Fault::new(path, code, message)]).expect_err("one fault is a refusal")
    }

    /// An error that lists each fault at its place, unless there is none.
    pub fn form(faults: Vec<Fault>) -> Result<(), Self> {
        if faults.is_empty() {
            return Ok(());
        }
        let mut errors = json!({});
        for fault in &faults {
            let at = fault.path.split('.').fold(&mut errors, |at, key| &mut at[key]);
            at["_errors"] = json!([{ "code": fault.code, "message": fault.message }]);
        }
        let listed = faults.iter().map(|fault| format!("{}: {}", fault.path, fault.message)).collect::<Vec<_>>();
        let refusal = Self::new(400, 50035, "Invalid Form Body").because(listed.join("; "));
        Err(Self { errors: Some(errors), ..refusal })
    }

    /// An error unless these permissions let somebody send such a message as an answer.
    pub fn unless_allowed(permissions: Permissions, draft: &Draft) -> Result<(), Self> {
        let embeds = draft.embeds.as_ref().is_some_and(|embeds| !embeds.is_empty());
        let files = draft.files.as_ref().is_some_and(|files| !files.is_empty());
        let missing = match () {
            () if embeds && !permissions.embed_links() => "Embed Links",
            () if files && !permissions.attach_files() => "Attach Files",
            () => return Ok(()),
        };
        Err(Self::missing_permissions(missing))
    }

    pub fn missing_permissions(which: &str) -> Self {
        Self::new(403, 50013, "Missing Permissions").because(which)
    }

    /// With more for the report.
    pub fn because(self, reason: impl Into<String>) -> Self {
        Self { reason: Some(reason.into()), ..self }
    }

    /// Not a violation.
    pub fn without_blame(self) -> Self {
        Self { blame: false, ..self }
    }

    /// The body that the bot gets.
    pub fn body(&self) -> Value {
        let mut body = json!({ "message": self.message, "code": self.code });
        if let Some(errors) = &self.errors {
            body["errors"] = errors.clone();
        }
        body
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}: {}", self.status, self.code, self.message)?;
        self.reason.as_ref().map_or(Ok(()), |reason| write!(f, " ({reason})"))
    }
}

/// A fault unless the text at `key` has between `least` and `most` characters; absent counts as none.
pub fn length(faults: &mut Vec<Fault>, path: &str, value: &Value, least: usize, most: usize) {
    let text = match value {
        Value::Null => "",
        Value::String(text) => text.as_str(),
        _ => return faults.push(Fault::new(path, "STRING_TYPE_CONVERT", "This is not text.")),
    };
    // Discord strips blanks at both ends before it counts.
    let found = text.trim().chars().count();
    if found > most {
        faults.push(Fault::new(path, "BASE_TYPE_MAX_LENGTH", format!("Must be {most} or fewer in length, not {found}.")));
    } else if found < least {
        faults.push(Fault::new(path, "BASE_TYPE_REQUIRED", format!("Must be {least} or more in length, not {found}.")));
    }
}

/// A fault if a list has more than `most` entries.
pub fn at_most(faults: &mut Vec<Fault>, path: &str, list: &[Value], most: usize) {
    if list.len() > most {
        let found = list.len();
        faults.push(Fault::new(path, "BASE_TYPE_BAD_LENGTH", format!("Must be {most} or fewer in length, not {found}.")));
    }
}

/// A list at a key; nothing if it is absent or null.
pub fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}
