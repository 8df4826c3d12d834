//! The model as Discord writes it in JSON, for both faces that the bot sees.
//!
//! Fields follow Discord's documentation, not what one library happens to need; what the model has no notion of has its default.

pub mod interaction;
pub mod message;

use serde_json::{Value, json};
use serenity::model::gateway::GatewayIntents;

use super::state::{Channel, ChannelKind, Event, Guild, Id, Member, Role, State, Thread};

/// What a server in Discord's place may leave out; Discord itself never does.
const SPARED: [&str; 20] = [
    "version",
    "locale",
    "guild_locale",
    "guild",
    "entitlements",
    "entitlement_sku_ids",
    "app_permissions",
    "authorizing_integration_owners",
    "context",
    "attachment_size_limit",
    "channel",
    "tts",
    "pinned",
    "edited_timestamp",
    "mention_everyone",
    "mention_roles",
    "attachments",
    "embeds",
    "flags",
    "components",
];

/// An event's name and data, or `None` if the intents do not cover it.
pub fn event(state: &State, event: &Event, intents: u64) -> Option<(&'static str, Value)> {
    let (name, mut data) = whole_event(state, event, intents)?;
    if state.faults.terse {
        data.as_object_mut().expect("an event's data are an object").retain(|field, _| !SPARED.contains(&field.as_str()));
    }
    Some((name, data))
}

fn whole_event(state: &State, event: &Event, intents: u64) -> Option<(&'static str, Value)> {
    let intents = GatewayIntents::from_bits_truncate(intents);
    let guilds = intents.contains(GatewayIntents::GUILDS);
    match *event {
        Event::Interaction(id) => Some(("INTERACTION_CREATE", interaction::interaction(state, id))),
        Event::GuildCreate(id) => guilds.then(|| ("GUILD_CREATE", whole_guild(state, &state.guilds[&id]))),
        Event::GuildDelete(id) => guilds.then(|| ("GUILD_DELETE", json!({ "id": id.to_string() }))),
        Event::GuildOutage(id) => guilds.then(|| ("GUILD_DELETE", json!({ "id": id.to_string(), "unavailable": true }))),
        Event::ChannelUpdate(id) => guilds.then(|| ("CHANNEL_UPDATE", channel(state, &state.channels[&id]))),
        Event::ThreadUpdate(id) => guilds.then(|| ("THREAD_UPDATE", channel(state, &state.channels[&id]))),
        Event::ThreadCreate(id) => guilds.then(|| {
            let mut thread = channel(state, &state.channels[&id]);
            thread["newly_created"] = json!(true);
            ("THREAD_CREATE", thread)
        }),
        Event::MessageCreate(id) => Some(("MESSAGE_CREATE", message::told(state, id, intents)?)),
        Event::MessageUpdate(id) => Some(("MESSAGE_UPDATE", message::told(state, id, intents)?)),
        Event::MessageDelete(id) => {
            message::told(state, id, intents)?;
            let message = &state.messages[&id];
            let mut data = json!({ "id": id.to_string(), "channel_id": message.channel.to_string() });
            if let Some(guild) = state.channels[&message.channel].guild {
                data["guild_id"] = json!(guild.to_string());
            }
            Some(("MESSAGE_DELETE", data))
        }
    }
}

/// A user as others see it.
pub fn user(state: &State, id: Id) -> Value {
    let user = &state.users[&id];
    let discriminator = if user.bot || user.webhook { "0000" } else { "0" };
    json!({
        "id": id.to_string(), "username": user.name, "global_name": (!user.bot && !user.webhook).then_some(&user.name),
        "discriminator": discriminator, "avatar": null, "avatar_decoration_data": null, "banner": null, "accent_color": null,
        "public_flags": 0, "flags": 0, "bot": user.bot || user.webhook, "system": false, "primary_guild": null,
        "collectibles": null,
    })
}

/// The bot as it sees itself.
pub fn current_user(state: &State) -> Value {
    let mut told = user(state, state.application.id);
    let more = json!({ "mfa_enabled": true, "locale": "en-US", "verified": true, "email": null, "bio": "", "global_name": null });
    told.as_object_mut().expect("a user is an object").extend(more.as_object().cloned().unwrap_or_default());
    told
}

/// A member of a guild, with the user.
pub fn member(state: &State, user_id: Id, member: &Member) -> Value {
    let mut told = partial_member(member);
    told["user"] = user(state, user_id);
    told
}

/// A member as it hangs on a message, where the user is told apart.
pub fn partial_member(member: &Member) -> Value {
    json!({
        "roles": member.roles.iter().map(ToString::to_string).collect::<Vec<_>>(), "joined_at": "2025-01-06T09:00:00+00:00",
        "nick": null, "avatar": null, "banner": null, "premium_since": null, "deaf": false, "mute": false, "pending": false,
        "communication_disabled_until": null, "flags": 0,
    })
}

/// A guild as REST tells it.
pub fn guild(guild: &Guild) -> Value {
    let id = guild.id.to_string();
    json!({
        "id": id, "name": guild.name, "icon": null, "description": null, "splash": null, "discovery_splash": null,
        "home_header": null, "banner": null, "owner_id": guild.owner.to_string(), "application_id": null, "region": "deprecated",
        "afk_channel_id": null, "afk_timeout": 300, "system_channel_id": null, "system_channel_flags": 0,
        "widget_enabled": false, "widget_channel_id": null, "verification_level": 1, "default_message_notifications": 0,
        "mfa_level": 0, "explicit_content_filter": 0, "max_presences": null, "max_members": 500_000,
        "max_stage_video_channel_users": 50, "max_video_channel_users": 25, "vanity_url_code": null, "premium_tier": 0,
        "premium_subscription_count": 0, "preferred_locale": guild.locale, "rules_channel_id": null,
        "safety_alerts_channel_id": null, "public_updates_channel_id": null, "premium_progress_bar_enabled": false,
        "nsfw": false, "nsfw_level": 0, "emojis": [], "stickers": [], "features": [], "incidents_data": null,
        "roles": guild.roles.iter().map(role).collect::<Vec<_>>(),
    })
}

/// A role of a guild.
pub fn role(role: &Role) -> Value {
    let mut told = json!({
        "id": role.id.to_string(), "name": role.name, "description": null, "permissions": role.permissions.bits().to_string(),
        "position": 0, "color": 0, "colors": { "primary_color": 0, "secondary_color": null, "tertiary_color": null },
        "hoist": false, "managed": role.bot.is_some(), "mentionable": false, "icon": null, "unicode_emoji": null, "flags": 0,
    });
    if let Some(bot) = role.bot {
        told["tags"] = json!({ "bot_id": bot.to_string() });
    }
    told
}

/// A channel with all that the bot may know of it.
pub fn channel(state: &State, channel: &Channel) -> Value {
    let mut told = json!({ "id": channel.id.to_string(), "type": channel.kind as u8, "flags": 0, "last_message_id": null });
    if channel.kind == ChannelKind::Direct {
        let others = channel.recipients.iter().filter(|id| **id != state.application.id);
        told["recipients"] = others.map(|id| user(state, *id)).collect();
        return told;
    }
    if let Some(thread) = &channel.thread {
        let more = self::thread(channel, thread);
        told.as_object_mut().expect("a channel is an object").extend(more.as_object().cloned().unwrap_or_default());
        return told;
    }
    let overwrite = |one: &super::state::Overwrite| {
        let (allow, deny) = (one.allow.bits().to_string(), one.deny.bits().to_string());
        json!({ "id": one.id.to_string(), "type": u8::from(one.member), "allow": allow, "deny": deny })
    };
    let more = json!({
        "guild_id": channel.guild.map(|id| id.to_string()), "name": channel.name, "position": 0, "parent_id": null,
        "topic": null, "nsfw": false, "rate_limit_per_user": 0,
        "permission_overwrites": channel.overwrites.iter().map(overwrite).collect::<Vec<_>>(),
    });
    told.as_object_mut().expect("a channel is an object").extend(more.as_object().cloned().unwrap_or_default());
    told
}

/// What a thread has besides what every channel has.
fn thread(channel: &Channel, thread: &Thread) -> Value {
    json!({
        "guild_id": channel.guild.map(|id| id.to_string()), "name": channel.name, "parent_id": thread.parent.to_string(),
        "owner_id": thread.opened_by.to_string(), "rate_limit_per_user": 0, "message_count": 0, "member_count": 1,
        "total_message_sent": 0,
        "thread_metadata": {
            "archived": thread.archived, "auto_archive_duration": 1440, "archive_timestamp": "2031-07-01T09:00:00+00:00",
            "locked": false, "create_timestamp": "2031-07-01T09:00:00+00:00",
        },
    })
}

/// A guild as `GUILD_CREATE` tells it: without the Guild Members intent, the bot is the only member in it. Archived
/// threads are not told of.
fn whole_guild(state: &State, guild: &Guild) -> Value {
    let mut told = self::guild(guild);
    let bot = state.application.id;
    let mine = || state.channels.values().filter(|channel| channel.guild == Some(guild.id));
    let threads = mine().filter(|channel| channel.thread.is_some() && !channel.is_archived());
    let more = json!({
        "joined_at": "2025-01-06T09:00:00+00:00", "large": false, "unavailable": false, "member_count": guild.members.len(),
        "voice_states": [], "threads": threads.map(|one| channel(state, one)).collect::<Vec<_>>(), "presences": [], "stage_instances": [], "guild_scheduled_events": [],
        "soundboard_sounds": [],
        "members": guild.members.get(&bot).map(|it| member(state, bot, it)).into_iter().collect::<Vec<_>>(),
        "channels": mine().filter(|channel| channel.thread.is_none()).map(|one| channel(state, one)).collect::<Vec<_>>(),
    });
    told.as_object_mut().expect("a guild is an object").extend(more.as_object().cloned().unwrap_or_default());
    told
}
