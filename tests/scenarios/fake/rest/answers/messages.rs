//! Messages in channels, sent with the bot's own permissions.

use serde_json::Value;

use super::super::super::payload::{channel, message};
use super::super::super::state::{Draft, File, Id, Message, State};
use super::super::super::strict::{Refusal, messages};
use super::super::Answer;
use super::super::read::Asked;
use super::super::routes::known;

/// How many messages a list has if the request does not say.
const PAGE: usize = 50;

/// Opens the direct messages with a person.
pub fn direct(state: &mut State, body: &Value) -> Answer {
    let recipient = body["recipient_id"].as_str().unwrap_or_default();
    let person = known(&state.users, recipient, 10013, "Unknown User")?;
    let id = state.direct_messages(state.application.id, person);
    Ok((200, channel(state, &state.channels[&id])))
}

/// The newest messages, newest first.
pub fn list(state: &mut State, channel: &str) -> Answer {
    let channel = readable(state, channel)?;
    let here = state.messages.values().rev().filter(|it| it.channel == channel && !it.deleted && it.only_for.is_none());
    let may_read = state.application.message_content;
    Ok((200, here.take(PAGE).map(|it| message::seen_by_bot(state, it.id, may_read)).collect()))
}

/// A new message.
pub fn create(state: &mut State, channel: &str, asked: &Asked) -> Answer {
    let channel = writable(state, channel)?;
    Refusal::form(messages::message(&asked.body, ""))?;
    let draft = draft(state, channel, &asked.body, &asked.files);
    Refusal::unless_allowed(state.permissions(state.application.id, channel), &draft)?;
    if let Some(answered) = draft.replies_to {
        let there = state.messages.get(&answered).is_some_and(|it| it.channel == channel && !it.deleted);
        if !there && asked.body["message_reference"]["fail_if_not_exists"] != false {
            return Err(Refusal::field("message_reference", "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", "Unknown message").without_blame());
        }
        if !state.permissions(state.application.id, channel).read_message_history() {
            return Err(Refusal::new(403, 160_002, "Cannot reply without permission to read message history"));
        }
    }
    let said = |it: &&Message| it.channel == channel && it.nonce.is_some() && it.nonce == draft.nonce;
    if let Some(said) = state.messages.values().find(said) {
        return Ok((200, message::whole(state, said.id)));
    }
    let message = state.compose(state.application.id, channel, &draft);
    if message.is_empty() {
        return Err(Refusal::empty_message());
    }
    blame_for_pings(state, asked, &asked.body);
    state.archive(channel, false);
    let id = state.post(message);
    Ok((200, message::whole(state, id)))
}

/// One message.
pub fn read(state: &mut State, channel: &str, id: &str) -> Answer {
    let channel = readable(state, channel)?;
    let id = there(state, channel, id)?;
    Ok((200, message::seen_by_bot(state, id, state.application.message_content)))
}

/// Another content for one of the bot's own.
pub fn edit(state: &mut State, channel: &str, id: &str, asked: &Asked) -> Answer {
    let channel = changeable(state, channel)?;
    let id = there(state, channel, id)?;
    if state.messages[&id].author != state.application.id {
        return Err(Refusal::new(403, 50005, "Cannot edit a message authored by another user"));
    }
    Refusal::form(messages::message(&asked.body, ""))?;
    blame_for_pings(state, asked, &asked.body);
    let draft = draft(state, channel, &asked.body, &asked.files);
    Refusal::unless_allowed(state.permissions(state.application.id, channel), &draft)?;
    state.change(id, &draft)?;
    Ok((200, message::whole(state, id)))
}

/// One message away: the bot's own, or with Manage Messages another's.
pub fn delete(state: &mut State, channel: &str, id: &str) -> Answer {
    let channel = changeable(state, channel)?;
    let id = there(state, channel, id)?;
    let own = state.messages[&id].author == state.application.id;
    if !own && !state.permissions(state.application.id, channel).manage_messages() {
        return Err(Refusal::missing_permissions("Manage Messages"));
    }
    state.delete(id);
    Ok((204, Value::Null))
}

/// A channel that the bot may look into.
pub fn visible(state: &State, channel: &str) -> Result<Id, Refusal> {
    let id = known(&state.channels, channel, 10003, "Unknown Channel")?;
    let channel = &state.channels[&id];
    let there = match channel.guild {
        Some(_) => state.permissions(state.application.id, id).view_channel(),
        None => channel.recipients.contains(&state.application.id),
    };
    if there { Ok(id) } else { Err(Refusal::new(403, 50001, "Missing Access")) }
}

/// A channel that the bot may write in.
pub fn writable(state: &State, channel: &str) -> Result<Id, Refusal> {
    let id = visible(state, channel)?;
    let may = state.permissions(state.application.id, id);
    match state.channels[&id].thread {
        Some(_) if !may.send_messages_in_threads() => Err(Refusal::missing_permissions("Send Messages in Threads")),
        None if !may.send_messages() => Err(Refusal::missing_permissions("Send Messages")),
        _ => Ok(id),
    }
}

/// A channel whose messages can be changed. That a thread was archived is nobody's fault.
fn changeable(state: &State, channel: &str) -> Result<Id, Refusal> {
    let id = visible(state, channel)?;
    let archived = state.channels[&id].is_archived();
    if archived { Err(Refusal::new(400, 50083, "Thread is archived").without_blame()) } else { Ok(id) }
}

/// Notes a message that might ping somebody, which Discord lets pass and this project does not.
pub fn blame_for_pings(state: &mut State, asked: &Asked, body: &Value) {
    if let Some(reason) = messages::may_ping(body) {
        state.violation(format!("{}: a message that might ping: {reason}", asked.label()));
    }
}

/// Reads a message's body and keeps the files that came with it.
pub fn draft(state: &mut State, channel: Id, body: &Value, files: &[(String, Vec<u8>)]) -> Draft {
    let mut draft = Draft::parse(body);
    if !files.is_empty() {
        let files = files.iter().map(|(name, bytes)| {
            let id = state.new_id();
            state.files.insert(id, File { id, channel, name: name.clone(), bytes: bytes.clone() });
            id
        });
        draft.files = Some(files.collect());
    }
    draft
}

fn readable(state: &State, channel: &str) -> Result<Id, Refusal> {
    let id = visible(state, channel)?;
    let may = state.permissions(state.application.id, id).read_message_history();
    if may { Ok(id) } else { Err(Refusal::missing_permissions("Read Message History")) }
}

/// A message of that channel; what is ephemeral cannot be reached this way.
fn there(state: &State, channel: Id, id: &str) -> Result<Id, Refusal> {
    let found = id.parse().ok().and_then(|id: Id| state.messages.get(&id)).filter(|it| it.channel == channel);
    match found {
        Some(message) if message.only_for.is_some() => Err(Refusal::new(404, 10008, "Unknown Message").because("it is ephemeral")),
        Some(message) if !message.deleted => Ok(message.id),
        _ => Err(Refusal::unknown_message()),
    }
}
