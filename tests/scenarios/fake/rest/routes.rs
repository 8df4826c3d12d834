//! The routes that are modelled, one line each.

use serde_json::{Value, json};

use super::super::openapi;
use super::super::payload;
use super::super::state::{Id, State};
use super::super::strict::{self, Refusal};
use super::Answer;
use super::answers::{commands, interactions, messages};
use super::read::Asked;

/// Finds what answers a request; 501 and a violation if nothing does.
pub fn route(state: &mut State, asked: &Asked) -> Answer {
    let path: Vec<&str> = asked.path.iter().map(String::as_str).collect();
    match (asked.method.as_str(), path.as_slice()) {
        ("GET", ["gateway", ..]) if state.faults.without_gateway => Err(Refusal::new(404, 0, "404: Not Found").without_blame()),
        ("GET", ["gateway"]) => Ok((200, json!({ "url": gateway(state) }))),
        ("GET", ["gateway", "bot"]) => Ok((200, gateway_for_bots(state))),
        ("GET", ["oauth2", "applications", "@me"] | ["applications", "@me"]) => Ok((200, application(state))),
        ("GET", ["users", "@me"]) => Ok((200, payload::current_user(state))),
        ("GET", ["users", user]) => Ok((200, payload::user(state, known(&state.users, user, 10013, "Unknown User")?))),
        ("POST", ["users", "@me", "channels"]) => messages::direct(state, &asked.body),

        ("PUT", ["applications", _, "commands"]) if state.faults.refuses_commands => {
            Err(Refusal::new(403, 30034, "Max number of daily application command creates has been reached (200)").without_blame())
        }
        ("GET", ["applications", app, "commands"]) => commands::list(state, app, None),
        ("PUT", ["applications", app, "commands"]) => commands::replace(state, app, None, &asked.body),
        ("POST", ["applications", app, "commands"]) => commands::add(state, app, None, &asked.body),
        ("GET", ["applications", app, "guilds", guild, "commands"]) => commands::list(state, app, Some(guild)),
        ("PUT", ["applications", app, "guilds", guild, "commands"]) => commands::replace(state, app, Some(guild), &asked.body),
        ("POST", ["applications", app, "guilds", guild, "commands"]) => commands::add(state, app, Some(guild), &asked.body),

        ("POST", ["interactions", id, token, "callback"]) => interactions::callback(state, id, token, asked),
        ("POST", ["webhooks", app, token]) => interactions::follow_up(state, app, token, asked),
        ("GET", ["webhooks", app, token, "messages", id]) => interactions::read(state, app, token, id),
        ("PATCH", ["webhooks", app, token, "messages", id]) => interactions::edit(state, app, token, id, asked),
        ("DELETE", ["webhooks", app, token, "messages", id]) => interactions::delete(state, app, token, id),

        ("GET", ["channels", channel]) => {
            let channel = messages::visible(state, channel)?;
            Ok((200, payload::channel(state, &state.channels[&channel])))
        }
        ("POST", ["channels", channel, "typing"]) => {
            let channel = messages::writable(state, channel)?;
            state.channels.get_mut(&channel).expect("the channel was looked up").typing += 1;
            state.ring(channel);
            Ok((204, Value::Null))
        }
        ("GET", ["channels", channel, "messages"]) => messages::list(state, channel),
        ("POST", ["channels", channel, "messages"]) => messages::create(state, channel, asked),
        ("GET", ["channels", channel, "messages", id]) => messages::read(state, channel, id),
        ("PATCH", ["channels", channel, "messages", id]) => messages::edit(state, channel, id, asked),
        ("DELETE", ["channels", channel, "messages", id]) => messages::delete(state, channel, id),

        ("GET", ["guilds", guild]) => Ok((200, payload::guild(&state.guilds[&mine(state, guild)?]))),
        ("GET", ["guilds", guild, "roles"]) => Ok((200, state.guilds[&mine(state, guild)?].roles.iter().map(payload::role).collect())),
        ("GET", ["guilds", guild, "channels"]) => {
            let guild = mine(state, guild)?;
            let channels = state.channels.values().filter(|channel| channel.guild == Some(guild) && channel.thread.is_none());
            Ok((200, channels.map(|channel| payload::channel(state, channel)).collect()))
        }
        ("GET", ["guilds", guild, "members", user]) => {
            let guild = &state.guilds[&mine(state, guild)?];
            let user = known(&guild.members, user, 10007, "Unknown Member")?;
            Ok((200, payload::member(state, user, &guild.members[&user])))
        }
        _ => Err(unmodelled(asked)),
    }
}

/// An id of a path among those that exist, or Discord's refusal.
pub fn known<T>(all: &std::collections::BTreeMap<Id, T>, id: &str, code: u32, message: &str) -> Result<Id, Refusal> {
    id.parse().ok().filter(|id| all.contains_key(id)).ok_or_else(|| Refusal::new(404, code, message))
}

/// A guild that the bot is in.
fn mine(state: &State, guild: &str) -> Result<Id, Refusal> {
    let guild = known(&state.guilds, guild, 10004, "Unknown Guild")?;
    if state.bot_is_in(guild) { Ok(guild) } else { Err(Refusal::new(403, 50001, "Missing Access")) }
}

fn unmodelled(asked: &Asked) -> Refusal {
    let real = openapi::description().is_none_or(|description| description.knows(&asked.method, &asked.path));
    let reason = if real { "the fake does not model this route" } else { "Discord has no such route" };
    strict::Refusal::new(501, 0, "501: Not Implemented").because(reason)
}

fn gateway(state: &State) -> String {
    state.address.replacen("http", "ws", 1)
}

fn gateway_for_bots(state: &State) -> Value {
    let limit = json!({ "total": 1000, "remaining": 999, "reset_after": 14_400_000, "max_concurrency": 1 });
    json!({ "url": gateway(state), "shards": 1, "session_start_limit": limit })
}

fn application(state: &State) -> Value {
    let guilds = state.guilds.keys().filter(|guild| state.bot_is_in(**guild)).count();
    let id = state.application.id.to_string();
    json!({
        "id": id, "name": "Takeaway", "icon": null, "description": "", "type": null, "summary": "", "bot_public": true,
        "bot_require_code_grant": false, "verify_key": "0".repeat(64), "flags": u64::from(state.application.message_content) << 19,
        "flags_new": (u64::from(state.application.message_content) << 19).to_string(),
        "hook": true, "storefront_available": false, "integration_types_config": { "0": {}, "1": {} }, "max_participants": null,
        "owner": payload::user(state, state.application.owner), "team": null, "approximate_guild_count": guilds,
        "approximate_user_install_count": 1, "approximate_user_authorization_count": 1, "redirect_uris": [],
        "interactions_endpoint_url": null, "role_connections_verification_url": null, "explicit_content_filter": 0,
        "rpc_origins": [], "tags": [], "is_monetized": false, "is_verified": false, "is_discoverable": false, "event_webhooks_status": 1,
        "bot": payload::user(state, state.application.id),
        "eligible_oauth2_scopes": ["bot", "applications.commands"],
    })
}
