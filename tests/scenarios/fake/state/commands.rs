//! The commands that the bot registered, and who is offered them where.

use serde_json::{Value, json};
use serenity::model::Permissions;

use super::super::payload::message::bare;
use super::{Id, Place, State};

/// A registered command.
#[derive(Clone, Debug)]
pub struct Command {
    pub id: Id,
    /// The guild that alone has it; `None` for everywhere.
    pub guild: Option<Id>,
    /// As Discord tells it back, with every default filled in.
    pub definition: Value,
}

impl Command {
    pub fn name(&self) -> &str {
        self.definition["name"].as_str().unwrap_or_default()
    }

    /// 1 for slash commands, 2 for user menus, 3 for message menus.
    pub fn kind(&self) -> u64 {
        self.definition["type"].as_u64().unwrap_or(1)
    }

    /// Its options, or those of a subcommand within.
    pub fn options(&self) -> &[Value] {
        self.definition["options"].as_array().map_or(&[], Vec::as_slice)
    }
}

impl State {
    /// Registers one command in place of its namesake; its id outlives a change.
    pub fn register(&mut self, guild: Option<Id>, body: &Value) -> Value {
        let (name, kind) = (body["name"].as_str().unwrap_or_default(), body["type"].as_u64().unwrap_or(1));
        let same = |command: &Command| command.guild == guild && command.name() == name && command.kind() == kind;
        let old = self.commands.iter().find(|command| same(command)).map(|command| command.id);
        let id = old.unwrap_or_else(|| self.new_id());
        let definition = self.told_back(id, guild, body);
        self.commands.retain(|command| command.id != id);
        self.commands.push(Command { id, guild, definition: definition.clone() });
        self.ring(self.application.id);
        definition
    }

    /// Makes these all the commands there are, globally or in one guild.
    pub fn register_all(&mut self, guild: Option<Id>, bodies: &[Value]) -> Value {
        let before = self.commands.len();
        let definitions: Vec<Value> = bodies.iter().map(|body| self.register(guild, body)).collect();
        let kept = |command: &Command| command.guild != guild || definitions.contains(&command.definition);
        self.commands.retain(kept);
        self.conversation.note(format!("the bot registers {} commands, had {before}", definitions.len()));
        definitions.into()
    }

    /// The command that this person is offered there; `Err` says why not, and is a violation of the bot's if it registered none.
    pub fn offered(&mut self, kind: u64, name: &str, person: Id, place: Place) -> Result<Command, String> {
        let here = |command: &&Command| command.guild.is_none() || command.guild == place.guild;
        let own = |command: &Command| command.definition["name_localizations"][&self.users[&person].locale] == name;
        let named = |command: &&Command| command.kind() == kind && (command.name() == name || own(command));
        let found = self.commands.iter().filter(here).find(named);
        let Some(command) = found.cloned() else {
            self.violation(format!("`{name}` is not registered"));
            return Err(format!("`{name}` is not registered"));
        };
        match self.why_not(&command, person, place) {
            None => Ok(command),
            Some(reason) => Err(format!("Discord does not offer `{name}` there: {reason}")),
        }
    }

    /// Why Discord does not offer a command: its contexts, how it is installed, or what permission it asks for by default.
    pub fn why_not(&self, command: &Command, person: Id, place: Place) -> Option<String> {
        let has = |key: &str, number: u64| command.definition[key].as_array().is_none_or(|all| all.contains(&json!(number)));
        if !has("contexts", self.context(place)) {
            return Some(format!("its contexts leave out {}", self.context(place)));
        }
        let by_guild = place.guild.is_none_or(|guild| self.bot_is_in(guild)) && has("integration_types", 0);
        let by_person = place.user_installed && has("integration_types", 1);
        if !by_guild && !by_person {
            return Some("it is not installed that way".into());
        }
        let asked = command.definition["default_member_permissions"].as_str().and_then(|bits| bits.parse().ok());
        let asked = Permissions::from_bits_truncate(asked.unwrap_or(0));
        let overridden = self.faults.offered_to_all.iter().any(|name| name == command.name());
        let missing = asked - self.permissions(person, place.channel);
        let hidden = place.guild.is_some() && !overridden && !missing.is_empty();
        hidden.then(|| format!("it asks for {}", missing.get_permission_names().join(", ")))
    }

    /// Discord's interaction context: 0 a guild, 1 the bot's direct messages, 2 other private channels.
    pub fn context(&self, place: Place) -> u64 {
        match place.guild {
            Some(_) => 0,
            None if self.channels[&place.channel].recipients.contains(&self.application.id) => 1,
            None => 2,
        }
    }

    fn told_back(&self, id: Id, guild: Option<Id>, body: &Value) -> Value {
        let or = |key: &str, default: Value| body.get(key).filter(|value| !value.is_null()).cloned().unwrap_or(default);
        // Bits come as a string or, as Discord's description has it, as a number; they go as a string.
        let permissions = match &body["default_member_permissions"] {
            Value::Number(bits) => json!(bits.to_string()),
            other => other.clone(),
        };
        let mut told = json!({
            "id": id.to_string(),
            "application_id": self.application.id.to_string(),
            "version": id.to_string(),
            "type": or("type", json!(1)),
            "name": body["name"],
            "name_localizations": body["name_localizations"],
            "description": or("description", json!("")),
            "description_localizations": body["description_localizations"],
            "default_member_permissions": permissions,
            "nsfw": or("nsfw", json!(false)),
            "contexts": body["contexts"],
            "integration_types": or("integration_types", json!([0])),
        });
        if let Some(options) = body["options"].as_array() {
            told["options"] = options.iter().map(option).collect();
        }
        match guild {
            Some(guild) => told["guild_id"] = json!(guild.to_string()),
            None => told["dm_permission"] = or("dm_permission", json!(true)),
        }
        told
    }
}

/// An option as Discord tells it back: without what says nothing, such as an empty list.
fn option(option: &Value) -> Value {
    let says = |value: &Value| match value {
        Value::Null | Value::Bool(false) => false,
        Value::Array(parts) => !parts.is_empty(),
        _ => true,
    };
    let mut told = option.clone();
    told.as_object_mut().expect("an option is an object").retain(|_, value| says(value));
    for key in ["options", "choices"] {
        if let Some(parts) = told[key].as_array_mut() {
            parts.iter_mut().for_each(|part| *part = self::option(part));
        }
    }
    bare(&mut told);
    told
}
