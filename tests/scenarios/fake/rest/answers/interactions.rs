//! Answering interactions, at first and afterwards.

use serde_json::Value;

use super::super::super::payload::{interaction, message};
use super::super::super::state::{Draft, First, Id, State};
use super::super::super::strict::{Refusal, components, list, messages};
use super::super::Answer;
use super::super::read::Asked;
use super::messages::{blame_for_pings, draft};

/// The first answer.
pub fn callback(state: &mut State, id: &str, token: &str, asked: &Asked) -> Answer {
    let id = id.parse().map_err(|_| Refusal::new(404, 10062, "Unknown interaction"))?;
    let kind = asked.body["type"].as_u64().unwrap_or(0);
    let data = &asked.body["data"];
    Refusal::form(match kind {
        4 | 5 | 7 => messages::message(data, "data."),
        8 => components::choices(data),
        9 => components::modal(data),
        _ => Vec::new(),
    })?;
    if matches!(kind, 4 | 7) {
        blame_for_pings(state, asked, data);
    }
    let channel = state.interactions.get(&id).map_or(0, |interaction| interaction.what.place.channel);
    let draft = draft(state, channel, data, &asked.files);
    let first = match kind {
        4 => First::Message(draft),
        5 => First::Defer(draft),
        6 => First::DeferUpdate,
        7 => First::Update(draft),
        8 => First::Choices(list(data, "choices").to_vec()),
        9 => First::Modal(data.clone()),
        _ => return Err(Refusal::field("type", "BASE_TYPE_CHOICES", format!("{kind} is no way to answer."))),
    };
    let about = state.acknowledge(id, token, first)?;
    if asked.query.contains("with_response=true") {
        return Ok((200, interaction::callback(state, id, kind, about)));
    }
    Ok((204, Value::Null))
}

/// One more message, or what fills the deferred one.
pub fn follow_up(state: &mut State, application: &str, token: &str, asked: &Asked) -> Answer {
    let id = found(state, application, token)?;
    let draft = checked(state, id, asked)?;
    let about = state.follow_up(id, &draft)?;
    Ok((200, message::whole(state, about)))
}

/// One of the interaction's messages.
pub fn read(state: &mut State, application: &str, token: &str, name: &str) -> Answer {
    let id = found(state, application, token)?;
    let about = state.webhook_message(id, name)?;
    Ok((200, message::whole(state, about)))
}

/// Another content for one of them.
pub fn edit(state: &mut State, application: &str, token: &str, name: &str, asked: &Asked) -> Answer {
    let id = found(state, application, token)?;
    let about = state.webhook_message(id, name)?;
    let draft = checked(state, id, asked)?;
    state.change_for(id, about, &draft)?;
    Ok((200, message::whole(state, about)))
}

/// One of them away.
pub fn delete(state: &mut State, application: &str, token: &str, name: &str) -> Answer {
    let id = found(state, application, token)?;
    let about = state.webhook_message(id, name)?;
    state.delete(about);
    state.ring(id);
    Ok((204, Value::Null))
}

fn found(state: &State, application: &str, token: &str) -> Result<Id, Refusal> {
    state.by_token(application.parse().unwrap_or(0), token)
}

fn checked(state: &mut State, id: Id, asked: &Asked) -> Result<Draft, Refusal> {
    Refusal::form(messages::message(&asked.body, ""))?;
    blame_for_pings(state, asked, &asked.body);
    let channel = state.interactions[&id].what.place.channel;
    Ok(draft(state, channel, &asked.body, &asked.files))
}
