//! The guilds and people that every story begins with.
//!
//! | Guild | Bot | Admin | Locale |
//! |---|---|---|---|
//! | Newsroom (`#general`, `#articles`) | yes | admin | en-US |
//! | Gazette (`#general`, `#articles`) | yes | rival | fr |
//! | Elsewhere (`#general`) | no | rival | en-US |
//!
//! Everyone is in every guild; owner owns the application and is an ordinary member.

use std::collections::BTreeMap;

use serenity::model::Permissions;

use super::{Application, Channel, ChannelKind, Guild, Id, Member, Role, State, User};

/// Who there is, whether a bot, whether a webhook.
const PEOPLE: [(&str, bool, bool); 7] = [
    ("reader", false, false),
    ("stranger", false, false),
    ("admin", false, false),
    ("rival", false, false),
    ("owner", false, false),
    ("parrot", true, false),
    ("ticker", false, true),
];

/// Fills an empty model.
pub fn set(state: &mut State) {
    let application = state.new_id();
    state.users.insert(application, user(application, "Takeaway", true, false));
    for (name, bot, webhook) in PEOPLE {
        let id = state.new_id();
        state.users.insert(id, user(id, name, bot, webhook));
    }
    let owner = state.user_named("owner");
    // The shape of a real one: base64 of the application's id, a time and a signature.
    let token = "MTAwMDAwMDAwMDAwMDAwMDAwMA.GfAkeD.not-a-secret-only-a-shape-of-one-000000".to_owned();
    state.application = Application { id: application, token, owner, message_content: false };
    let newsroom = guild(state, "Newsroom", "admin", "en-US", &["general", "articles"]);
    let gazette = guild(state, "Gazette", "rival", "fr", &["general", "articles"]);
    guild(state, "Elsewhere", "rival", "en-US", &["general"]);
    state.bot_joins(newsroom);
    state.bot_joins(gazette);
}

/// What an ordinary member may do.
fn of_everyone() -> Permissions {
    Permissions::VIEW_CHANNEL
        | Permissions::SEND_MESSAGES
        | Permissions::CREATE_PUBLIC_THREADS
        | Permissions::SEND_MESSAGES_IN_THREADS
        | Permissions::EMBED_LINKS
        | Permissions::ATTACH_FILES
        | Permissions::READ_MESSAGE_HISTORY
        | Permissions::ADD_REACTIONS
        | Permissions::USE_EXTERNAL_EMOJIS
        | Permissions::USE_APPLICATION_COMMANDS
}

/// What the bot's invitation asks for.
pub fn of_the_bot() -> Permissions {
    Permissions::VIEW_CHANNEL
        | Permissions::SEND_MESSAGES
        | Permissions::SEND_MESSAGES_IN_THREADS
        | Permissions::EMBED_LINKS
        | Permissions::READ_MESSAGE_HISTORY
}

fn user(id: Id, name: &str, bot: bool, webhook: bool) -> User {
    User { id, name: name.into(), bot, webhook, locale: "en-US".into() }
}

fn guild(state: &mut State, name: &str, admin: &str, locale: &str, channels: &[&str]) -> Id {
    let (id, moderators) = (state.new_id(), state.new_id());
    let admin = state.user_named(admin);
    let people = state.users.values().filter(|user| user.id != state.application.id && !user.webhook);
    let mut members: BTreeMap<Id, Member> = people.map(|user| (user.id, Member::default())).collect();
    members.entry(admin).or_default().roles.push(moderators);
    let everyone = Role { id, name: "@everyone".into(), permissions: of_everyone(), bot: None };
    let permissions = Permissions::MANAGE_GUILD | Permissions::MANAGE_MESSAGES | Permissions::MENTION_EVERYONE;
    let moderators = Role { id: moderators, name: "Moderators".into(), permissions, bot: None };
    let roles = vec![everyone, moderators];
    // Nobody who acts in a story owns the guild: an owner may do everything, which would hide a missing permission.
    let owner = state.new_id();
    state.guilds.insert(id, Guild { id, name: name.into(), owner, locale: locale.into(), roles, members });
    for name in channels {
        let channel = state.new_id();
        state.channels.insert(channel, Channel::new(channel, ChannelKind::Text, name, Some(id)));
    }
    id
}
