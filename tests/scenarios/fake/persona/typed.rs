//! A slash command as it is typed, read against what the bot registered, as Discord's client would.

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::{Value, json};

use super::super::payload;
use super::super::payload::message::attachment;
use super::super::state::{File, Id, State};
use super::super::strict::list;
use super::Persona;

/// The longest text that Discord's client lets anyone type into an option.
const LONGEST: usize = 6000;

/// One reading of one line.
pub struct Typed<'a> {
    pub state: &'a mut State,
    pub persona: &'a Persona,
    /// The value of a choice that was taken for the last option.
    pub picked: Option<&'a Value>,
    /// Whether the last option is still being typed, for autocomplete.
    pub unfinished: bool,
}

impl Typed<'_> {
    /// The interaction's `data`; an error is what Discord's client would not let a person send.
    pub fn read(&mut self, line: &str) -> Result<Value> {
        let line = line.strip_prefix('/').context("a slash command begins with `/`")?;
        let (name, mut rest) = word(line);
        let command = self.state.offered(1, name, self.persona.person, self.persona.place).map_err(anyhow::Error::msg)?;
        let mut definitions = command.options().to_vec();
        let mut within = Vec::new();
        while definitions.iter().any(is_nested) {
            let (name, after) = word(rest);
            let nested = definitions.iter().find(|option| is_nested(option) && option["name"] == name).cloned();
            let nested = nested.with_context(|| format!("`/{}` has no subcommand `{name}`", command.name()))?;
            definitions = list(&nested, "options").to_vec();
            within.push(nested);
            rest = after;
        }
        let mut resolved = json!({});
        let mut options = self.options(&definitions, rest, &mut resolved)?;
        for nested in within.iter().rev() {
            options = vec![json!({ "name": nested["name"], "type": nested["type"], "options": options })];
        }
        let mut data = json!({ "id": command.id.to_string(), "name": command.name(), "type": 1, "options": options });
        if let Some(guild) = command.guild {
            data["guild_id"] = json!(guild.to_string());
        }
        if resolved.as_object().is_some_and(|all| !all.is_empty()) {
            data["resolved"] = resolved;
        }
        Ok(data)
    }

    fn options(&mut self, definitions: &[Value], text: &str, resolved: &mut Value) -> Result<Vec<Value>> {
        let locale = self.state.users[&self.persona.person].locale.clone();
        let given = split(definitions, text, &locale)?;
        let last = given.len().saturating_sub(1);
        let mut options = Vec::new();
        for (number, (definition, text)) in given.iter().enumerate() {
            let mut option = json!({ "name": definition["name"], "type": definition["type"] });
            if number == last && self.unfinished {
                ensure!(definition["autocomplete"] == true, "`{}` has no autocomplete", definition["name"]);
                option["focused"] = json!(true);
                option["value"] = json!(text);
            } else if let Some(value) = self.picked.filter(|_| number == last) {
                option["value"] = value.clone();
            } else {
                let read = self.value(definition, text, &locale, resolved);
                option["value"] = read.with_context(|| format!("option `{}`", definition["name"]))?;
            }
            options.push(option);
        }
        let missing = definitions.iter().find(|it| it["required"] == true && !given.iter().any(|(given, _)| given["name"] == it["name"]));
        match missing.filter(|_| !self.unfinished) {
            Some(missing) => bail!("option `{}` is required", missing["name"]),
            None => Ok(options),
        }
    }

    fn value(&mut self, definition: &Value, text: &str, locale: &str, resolved: &mut Value) -> Result<Value> {
        let choices = list(definition, "choices");
        if !choices.is_empty() {
            let picked = choices.iter().find(|it| in_words_of(locale, it, "name") == text || it["value"] == text);
            return picked.map(|choice| choice["value"].clone()).with_context(|| format!("`{text}` is not among the choices"));
        }
        match definition["type"].as_u64() {
            Some(3) => {
                let least = usize::try_from(definition["min_length"].as_u64().unwrap_or(0))?;
                let most = definition["max_length"].as_u64().map_or(Ok(LONGEST), usize::try_from)?;
                let length = text.chars().count();
                ensure!((least.max(1)..=most).contains(&length), "{length} characters, not {least} to {most}");
                Ok(json!(text))
            }
            Some(4) => Ok(json!(text.parse::<i64>()?)),
            Some(5) => Ok(json!(text.parse::<bool>()?)),
            Some(10) => Ok(json!(text.parse::<f64>()?)),
            Some(6) => self.user(text.trim_start_matches('@'), resolved),
            Some(7) => {
                let guild = self.persona.place.guild.context("there are no channels to name in private")?;
                let id = self.state.channel_named(guild, text)?;
                resolved["channels"][id.to_string()] = channel(self.state, id, self.persona.person);
                Ok(json!(id.to_string()))
            }
            Some(11) => self.file(text, resolved),
            other => bail!("options of type {other:?} are not modelled"),
        }
    }

    fn user(&mut self, name: &str, resolved: &mut Value) -> Result<Value> {
        let id = self.state.user_named(name);
        resolved["users"][id.to_string()] = payload::user(self.state, id);
        let member = self.persona.place.guild.and_then(|guild| self.state.guilds[&guild].members.get(&id));
        if let Some(member) = member {
            resolved["members"][id.to_string()] = payload::partial_member(member);
        }
        Ok(json!(id.to_string()))
    }

    fn file(&mut self, name: &str, resolved: &mut Value) -> Result<Value> {
        let held = self.persona.files.iter().find(|(held, _)| held == name);
        let (name, bytes) = held.cloned().with_context(|| format!("nobody holds a file `{name}`"))?;
        let id = self.state.new_id();
        let file = File { id, channel: self.persona.place.channel, name, bytes };
        resolved["attachments"][id.to_string()] = attachment(self.state, &file);
        resolved["attachments"][id.to_string()]["ephemeral"] = json!(true);
        self.state.files.insert(id, file);
        Ok(json!(id.to_string()))
    }
}

/// A channel as it is resolved for a person.
pub fn channel(state: &State, id: Id, person: Id) -> Value {
    let mut told = payload::channel(state, &state.channels[&id]);
    told["permissions"] = json!(state.permissions(person, id).bits().to_string());
    told
}

/// A name in a person's language, where there is one.
pub fn in_words_of<'a>(locale: &str, part: &'a Value, key: &str) -> &'a str {
    let own = part[format!("{key}_localizations")][locale].as_str();
    own.or(part[key].as_str()).unwrap_or_default()
}

/// Cuts `name:value name:value` where a registered name begins, in its original or the person's language.
fn split<'a>(definitions: &'a [Value], text: &'a str, locale: &str) -> Result<Vec<(&'a Value, &'a str)>> {
    let mut starts: Vec<(usize, usize, &Value)> = Vec::new();
    for definition in definitions {
        let own = in_words_of(locale, definition, "name");
        for name in [definition["name"].as_str().unwrap_or_default(), own] {
            let key = format!("{name}:");
            let begins = |at: &usize| *at == 0 || text[..*at].ends_with(' ');
            let at = text.match_indices(&key).map(|(at, _)| at).find(begins);
            starts.extend(at.map(|at| (at, at + key.len(), definition)).filter(|new| !starts.iter().any(|old| old.0 == new.0)));
        }
    }
    starts.sort_by_key(|(at, ..)| *at);
    let before = starts.first().map_or(text.len(), |(at, ..)| *at);
    ensure!(text[..before].trim().is_empty(), "`{}` belongs to no option", &text[..before]);
    let ends = starts.iter().skip(1).map(|(at, ..)| *at).chain([text.len()]);
    Ok(starts.iter().zip(ends).map(|((_, from, definition), to)| (*definition, text[*from..to].trim())).collect())
}

fn is_nested(option: &Value) -> bool {
    matches!(option["type"].as_u64(), Some(1 | 2))
}

fn word(text: &str) -> (&str, &str) {
    text.trim().split_once(' ').map_or((text.trim(), ""), |(first, rest)| (first, rest.trim()))
}
