//! What people do, and what they see of it.

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::{Value, json};

use super::super::payload::message;
use super::super::reply::{Posted, Reply, Shown, component};
use super::super::seen;
use super::super::state::{Acknowledged, Beginning, Id, Kind, State};
use super::super::strict::list;
use super::Persona;
use super::typed;

impl Persona {
    /// Runs a slash command such as `/ask question:who called private:true`, and waits for what it leads to.
    pub async fn runs(&self, line: &str) -> Result<Reply> {
        let data = self.types_in(line, None, false)?;
        self.begins(Kind::Command, data, None, line).await
    }

    /// Types a slash command up to its last option, and reads the names of the choices offered for that one.
    pub async fn types(&self, line: &str) -> Result<Vec<String>> {
        let choices = self.choices(line).await?;
        Ok(choices.iter().map(|choice| self.in_own_words(choice, "name")).collect())
    }

    /// Types a slash command up to its last option, takes the choice with that name, and runs it.
    pub async fn picks(&self, line: &str, choice: &str) -> Result<Reply> {
        let choices = self.choices(line).await?;
        let picked = choices.iter().find(|offered| self.in_own_words(offered, "name") == choice);
        let picked = picked.with_context(|| format!("`{choice}` is not among the choices {choices:?}"))?;
        let data = self.types_in(line, Some(&picked["value"]), false)?;
        self.begins(Kind::Command, data, None, line).await
    }

    /// Writes a message and waits for the bot's answer; `<@bot>` stands for its mention, `<@reader>` for the reader's.
    pub async fn says(&self, words: &str) -> Result<Reply> {
        let said = self.posts(words);
        self.discord.answer_to(self.place.channel, Some(said.0), self.person).await
    }

    /// Writes a message and waits for nothing.
    pub fn posts(&self, words: &str) -> Posted {
        self.writes(words, None, true)
    }

    /// Replies to a message and waits for the bot's answer.
    pub async fn replies_to(&self, answered: impl Into<Posted>, words: &str) -> Result<Reply> {
        let said = self.writes(words, Some(answered.into()), true);
        self.discord.answer_to(self.place.channel, Some(said.0), self.person).await
    }

    /// Replies with the ping off, and waits for nothing.
    pub fn replies_quietly_to(&self, answered: impl Into<Posted>, words: &str) -> Posted {
        self.writes(words, Some(answered.into()), false)
    }

    /// Reads what the bot said here and nobody has read yet.
    pub async fn reads(&self) -> Result<Reply> {
        self.discord.answer_to(self.place.channel, None, self.person).await
    }

    /// Waits until the bot has shown here that it is typing.
    pub async fn sees_it_typing(&self) -> Result<()> {
        let channel = self.place.channel;
        let types = |state: &mut State| (state.channels[&channel].typing > 0).then_some(Ok(()));
        self.discord.until(channel, "the bot to type", types).await
    }

    /// An error if the bot says anything here within a short while.
    pub async fn expects_silence(&self) -> Result<()> {
        self.discord.silence(self.place.channel).await
    }

    /// Opens a message's menu and chooses a command of the bot's.
    pub async fn uses_menu(&self, name: &str, target: impl Into<Posted>) -> Result<Reply> {
        let Posted(target) = target.into();
        let data = self.discord.with(|state| {
            let command = state.offered(3, name, self.person, self.place).map_err(anyhow::Error::msg)?;
            let messages = json!({ target.to_string(): message::whole(state, target) });
            let (id, target) = (command.id.to_string(), target.to_string());
            anyhow::Ok(json!({ "id": id, "name": name, "type": 3, "target_id": target, "resolved": { "messages": messages } }))
        })?;
        self.begins(Kind::Command, data, None, name).await
    }

    /// Presses the button with this label.
    pub async fn presses(&self, reply: impl Into<Posted>, label: &str) -> Result<Reply> {
        let Posted(source) = reply.into();
        let button = self.finds(source, label)?;
        ensure!(button["type"] == 2 && button["url"].is_null(), "`{label}` is no button to press");
        self.acts_on(source, json!({ "custom_id": button["custom_id"], "component_type": 2 }), label).await
    }

    /// Chooses one option of a select, by its label or value; in a select of channels, `#name`.
    pub async fn selects(&self, reply: impl Into<Posted>, option: &str) -> Result<Reply> {
        self.selects_all(reply, &[option]).await
    }

    /// Chooses several options of one select.
    pub async fn selects_all(&self, reply: impl Into<Posted>, options: &[&str]) -> Result<Reply> {
        let Posted(source) = reply.into();
        let data = match options {
            [first, ..] if first.starts_with('#') => self.discord.with(|state| self.channels(state, source, options))?,
            [first, ..] => {
                let menu = self.finds(source, first)?;
                let value = |label: &&str| {
                    let found = list(&menu, "options").iter().find(|it| it["label"] == *label || it["value"] == *label);
                    found.map(|option| option["value"].clone()).with_context(|| format!("there is no option `{label}`"))
                };
                let values = options.iter().map(value).collect::<Result<Vec<_>>>()?;
                json!({ "custom_id": menu["custom_id"], "component_type": 3, "values": values })
            }
            [] => bail!("a selection needs an option"),
        };
        self.acts_on(source, data, &options.join(", ")).await
    }

    /// Presses a button that is not there, with a `custom_id` of one's own making.
    pub async fn forges(&self, reply: impl Into<Posted>, custom_id: &str) -> Result<Reply> {
        let Posted(source) = reply.into();
        self.acts_on(source, json!({ "custom_id": custom_id, "component_type": 2 }), "a forged button").await
    }

    /// Fills in a form by its labels and sends it; inputs that are not named keep what stands in them.
    pub async fn submits(&self, form: &Reply, inputs: &[(&str, &str)]) -> Result<Reply> {
        let Shown::Form(form, opened_by) = &form.shown else { bail!("that is no form:\n{form}") };
        let mut rows = Vec::new();
        for input in list(form, "components").iter().flat_map(|row| list(row, "components")) {
            let given = inputs.iter().find(|(label, _)| input["label"] == *label).map(|(_, text)| *text);
            let text = given.or(input["value"].as_str()).unwrap_or_default();
            ensure!(input["required"] == false || !text.is_empty(), "the form needs `{}`", input["label"]);
            rows.push(json!({ "type": 1, "components": [{ "type": 4, "custom_id": input["custom_id"], "value": text }] }));
        }
        ensure!(inputs.iter().all(|(label, _)| form.to_string().contains(label)), "the form has no such label: {inputs:?}");
        let data = json!({ "custom_id": form["custom_id"], "components": rows });
        let source = self.discord.with(|state| state.interactions[opened_by].what.source);
        self.begins(Kind::Modal, data, source, "a form").await
    }

    /// The slash commands that Discord offers this person here, in alphabetical order.
    pub fn is_offered(&self) -> Vec<String> {
        let mut names = self.discord.with(|state| {
            let slash = state.commands.iter().filter(|command| command.kind() == 1);
            let offered = slash.filter(|command| state.why_not(command, self.person, self.place).is_none());
            offered.map(|command| command.name().to_owned()).collect::<Vec<_>>()
        });
        names.sort();
        names
    }

    async fn begins(&self, kind: Kind, data: Value, source: Option<Id>, what: &str) -> Result<Reply> {
        let what = format!("{} · {what}", self.name);
        let interaction = self.discord.with(|state| {
            state.conversation.note(what.clone());
            state.begin(Beginning { kind, person: self.person, place: self.place, data, source })
        });
        self.discord.outcome(interaction, &what).await
    }

    async fn acts_on(&self, source: Id, data: Value, label: &str) -> Result<Reply> {
        self.begins(Kind::Component, data, Some(source), &format!("[{label}]")).await
    }

    async fn choices(&self, line: &str) -> Result<Vec<Value>> {
        let data = self.types_in(line, None, true)?;
        let interaction = self.discord.with(|state| {
            state.conversation.note(format!("{} types {line}", self.name));
            state.begin(Beginning { kind: Kind::Autocomplete, person: self.person, place: self.place, data, source: None })
        });
        let look = |state: &mut State| {
            if state.has_given_up(interaction) {
                state.violation(format!("{line}: no choices within 3 s"));
                return Some(Err(anyhow::anyhow!("{line}: no choices within 3 s")));
            }
            match &state.interactions[&interaction].acknowledged {
                Some(Acknowledged::Choices(choices)) => Some(Ok(choices.clone())),
                _ => None,
            }
        };
        self.discord.until(interaction, &format!("choices for {line}"), look).await
    }

    fn types_in(&self, line: &str, picked: Option<&Value>, unfinished: bool) -> Result<Value> {
        self.discord.with(|state| typed::Typed { state, persona: self, picked, unfinished }.read(line))
    }

    fn writes(&self, words: &str, answered: Option<Posted>, ping: bool) -> Posted {
        self.discord.with(|state| {
            let message = self.composes(state, words, answered.map(|posted| posted.0), ping);
            Posted(state.post(message))
        })
    }

    /// What this person can press on a message; an error if they do not see it or it is off.
    fn finds(&self, source: Id, label: &str) -> Result<Value> {
        self.discord.with(|state| {
            let message = &state.messages[&source];
            let text = seen::message(state, message);
            ensure!(message.only_for.is_none_or(|only| only == self.person), "{} does not see this:\n{text}", self.name);
            let part = component(message, label).filter(|_| !message.deleted);
            let part = part.with_context(|| format!("there is no `{label}` on:\n{text}"))?;
            ensure!(part["disabled"] != true, "`{label}` is off on:\n{text}");
            Ok(part.clone())
        })
    }

    fn channels(&self, state: &State, source: Id, names: &[&str]) -> Result<Value> {
        let guild = self.place.guild.context("private channels cannot be selected")?;
        let mut menus = state.messages[&source].components.iter().flat_map(|row| list(row, "components"));
        let menu = menus.find(|part| part["type"] == 8).context("there is no select of channels")?;
        let mut resolved = json!({});
        let mut values = Vec::new();
        for name in names {
            let id = state.channel_named(guild, name)?;
            resolved[id.to_string()] = typed::channel(state, id, self.person);
            values.push(id.to_string());
        }
        let custom_id = &menu["custom_id"];
        Ok(json!({ "custom_id": custom_id, "component_type": 8, "values": values, "resolved": { "channels": resolved } }))
    }

    fn in_own_words(&self, part: &Value, key: &str) -> String {
        let locale = self.discord.with(|state| state.users[&self.person].locale.clone());
        typed::in_words_of(&locale, part, key).to_owned()
    }
}
