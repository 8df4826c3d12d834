//! Registering commands.

use serde_json::Value;

use super::super::super::state::{Id, State};
use super::super::super::strict::{Refusal, commands};
use super::super::Answer;

/// All commands of a place.
pub fn list(state: &mut State, application: &str, guild: Option<&str>) -> Answer {
    let guild = place(state, application, guild)?;
    let mine = state.commands.iter().filter(|command| command.guild == guild);
    Ok((200, mine.map(|command| command.definition.clone()).collect()))
}

/// These and no others.
pub fn replace(state: &mut State, application: &str, guild: Option<&str>, body: &Value) -> Answer {
    let guild = place(state, application, guild)?;
    let bodies = body.as_array().ok_or_else(|| Refusal::field("_", "LIST_TYPE_CONVERT", "Only lists are accepted."))?;
    Refusal::form(commands::all(bodies))?;
    Ok((200, state.register_all(guild, bodies)))
}

/// One more, or one changed.
pub fn add(state: &mut State, application: &str, guild: Option<&str>, body: &Value) -> Answer {
    let guild = place(state, application, guild)?;
    Refusal::form(commands::command(body, ""))?;
    let before = state.commands.len();
    let told = state.register(guild, body);
    Ok((if state.commands.len() > before { 201 } else { 200 }, told))
}

fn place(state: &State, application: &str, guild: Option<&str>) -> Result<Option<Id>, Refusal> {
    if application.parse() != Ok(state.application.id) {
        return Err(Refusal::new(403, 20012, "You are not authorized to perform this action on this application"));
    }
    let missing = || Refusal::new(403, 50001, "Missing Access");
    let mine = |guild: &str| guild.parse().ok().filter(|id| state.guilds.contains_key(id) && state.bot_is_in(*id));
    guild.map(|guild| mine(guild).ok_or_else(missing)).transpose()
}
