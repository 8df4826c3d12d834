//! The application, its users, and what a member of a guild is.

use serenity::model::Permissions;

use super::{Id, State};

/// The bot's own registration with Discord.
#[derive(Clone, Debug, Default)]
pub struct Application {
    pub id: Id,
    pub token: String,
    pub owner: Id,
    /// Whether the developer portal grants the privileged Message Content intent.
    pub message_content: bool,
}

/// A person, a bot or the face of a webhook.
#[derive(Clone, Debug)]
pub struct User {
    pub id: Id,
    pub name: String,
    pub bot: bool,
    /// Not a user at all but a webhook with that id, which may write into channels.
    pub webhook: bool,
    /// What the Discord client is set to, such as `en-US` or `fr`.
    pub locale: String,
}

/// A user in a guild.
#[derive(Clone, Debug, Default)]
pub struct Member {
    pub roles: Vec<Id>,
}

/// A named bundle of permissions in a guild; the one with the guild's own id is `@everyone`.
#[derive(Clone, Debug)]
pub struct Role {
    pub id: Id,
    pub name: String,
    pub permissions: Permissions,
    /// The bot for which Discord itself made this role.
    pub bot: Option<Id>,
}

impl State {
    /// What a user may do in a channel, by Discord's order: everyone, roles, administrator, then the channel's overwrites.
    ///
    /// In a thread, what they may do in the channel that it is in. In a private channel, what everyone may do there. Nobody may do anything in a guild that they are not in.
    pub fn permissions(&self, user: Id, channel: Id) -> Permissions {
        let channel = self.home_of(channel);
        let Some(guild) = channel.guild.map(|id| &self.guilds[&id]) else {
            return in_private();
        };
        let Some(member) = guild.members.get(&user) else {
            return Permissions::empty();
        };
        let held = |role: &&Role| role.id == guild.id || member.roles.contains(&role.id);
        let granted = guild.roles.iter().filter(held).fold(Permissions::empty(), |all, role| all | role.permissions);
        if granted.contains(Permissions::ADMINISTRATOR) || guild.owner == user {
            return Permissions::all();
        }
        let mut permissions = granted;
        for overwrite in channel.overwrites_for(guild.id, user, member) {
            permissions = (permissions - overwrite.deny) | overwrite.allow;
        }
        if !permissions.contains(Permissions::VIEW_CHANNEL) {
            return Permissions::empty();
        }
        permissions
    }

    /// What the bot may do there; as a user-installed app in a guild without it, what the person may do.
    pub fn app_permissions(&self, person: Id, channel: Id) -> Permissions {
        let guild = self.channels[&channel].guild.map(|id| &self.guilds[&id]);
        match guild {
            Some(guild) if !guild.members.contains_key(&self.application.id) => self.permissions(person, channel),
            _ => self.permissions(self.application.id, channel),
        }
    }
}

/// What Discord lets everyone do in a direct message.
pub fn in_private() -> Permissions {
    Permissions::VIEW_CHANNEL
        | Permissions::SEND_MESSAGES
        | Permissions::EMBED_LINKS
        | Permissions::ATTACH_FILES
        | Permissions::READ_MESSAGE_HISTORY
        | Permissions::ADD_REACTIONS
        | Permissions::MENTION_EVERYONE
        | Permissions::USE_EXTERNAL_EMOJIS
}
