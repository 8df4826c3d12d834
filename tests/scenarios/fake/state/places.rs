//! Guilds and channels, and who may be where.

use std::collections::BTreeMap;

use anyhow::{Result, ensure};
use serenity::model::Permissions;

use super::{Event, Id, Member, Role, State};

/// A server.
#[derive(Clone, Debug)]
pub struct Guild {
    pub id: Id,
    pub name: String,
    pub owner: Id,
    pub locale: String,
    pub roles: Vec<Role>,
    pub members: BTreeMap<Id, Member>,
}

/// A place for messages.
#[derive(Clone, Debug)]
pub struct Channel {
    pub id: Id,
    pub kind: ChannelKind,
    pub name: String,
    pub guild: Option<Id>,
    /// Who is in a private channel; empty in a guild's.
    pub recipients: Vec<Id>,
    pub overwrites: Vec<Overwrite>,
    /// What makes it a thread, if it is one.
    pub thread: Option<Thread>,
    /// How often the bot showed here that it is typing.
    pub typing: u32,
}

/// A conversation of its own within a channel, whose permissions it has.
#[derive(Clone, Copy, Debug)]
pub struct Thread {
    pub parent: Id,
    pub opened_by: Id,
    /// Nothing in it can be changed until somebody writes in it; then it is open again.
    pub archived: bool,
}

/// The kinds of channel that a bot like this meets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChannelKind {
    Text = 0,
    /// A person and the bot, or two people; [`Channel::recipients`] tells which.
    Direct = 1,
    /// A public thread.
    Thread = 11,
}

/// What a channel grants or takes from one role or one member.
#[derive(Clone, Debug)]
pub struct Overwrite {
    pub id: Id,
    pub member: bool,
    pub allow: Permissions,
    pub deny: Permissions,
}

impl Channel {
    /// One without anything special.
    pub fn new(id: Id, kind: ChannelKind, name: &str, guild: Option<Id>) -> Self {
        let (name, recipients, overwrites) = (name.to_owned(), Vec::new(), Vec::new());
        Self { id, kind, name, guild, recipients, overwrites, thread: None, typing: 0 }
    }

    /// Whether nothing in it can be changed.
    pub fn is_archived(&self) -> bool {
        self.thread.is_some_and(|thread| thread.archived)
    }

    /// The overwrites that touch a member, in the order in which Discord applies them.
    pub fn overwrites_for(&self, everyone: Id, user: Id, member: &Member) -> Vec<&Overwrite> {
        let rank = |overwrite: &Overwrite| match overwrite {
            Overwrite { id, member: false, .. } if *id == everyone => Some(0),
            Overwrite { id, member: false, .. } if member.roles.contains(id) => Some(1),
            Overwrite { id, member: true, .. } if *id == user => Some(2),
            _ => None,
        };
        let mut found: Vec<_> = self.overwrites.iter().filter(|overwrite| rank(overwrite).is_some()).collect();
        found.sort_by_key(|overwrite| rank(overwrite));
        found
    }
}

impl State {
    /// A guild by its name; panics on one that the scene does not have.
    pub fn guild_named(&self, name: &str) -> Id {
        self.guilds.values().find(|guild| guild.name == name).unwrap_or_else(|| panic!("there is no guild `{name}`")).id
    }

    /// A guild's channel by its name without `#`; an error if it has none of that name.
    pub fn channel_named(&self, guild: Id, name: &str) -> Result<Id> {
        let name = name.trim_start_matches('#');
        let found = self.channels.values().find(|channel| channel.guild == Some(guild) && channel.name == name);
        ensure!(found.is_some(), "`{}` has no channel `#{name}`", self.guilds[&guild].name);
        Ok(found.expect("checked above").id)
    }

    /// The direct messages of exactly these two, opened if there are none yet.
    pub fn direct_messages(&mut self, one: Id, other: Id) -> Id {
        let theirs = |channel: &&Channel| {
            channel.kind == ChannelKind::Direct && channel.recipients.contains(&one) && channel.recipients.contains(&other)
        };
        if let Some(channel) = self.channels.values().find(theirs) {
            return channel.id;
        }
        let id = self.new_id();
        let recipients = vec![one, other];
        self.channels.insert(id, Channel { recipients, ..Channel::new(id, ChannelKind::Direct, "", None) });
        id
    }

    /// Somebody opens a thread in a channel of a guild, and the bot is told.
    pub fn open_thread(&mut self, parent: Id, name: &str, opened_by: Id) -> Id {
        let (id, guild) = (self.new_id(), self.channels[&parent].guild);
        let thread = Some(Thread { parent, opened_by, archived: false });
        self.channels.insert(id, Channel { thread, ..Channel::new(id, ChannelKind::Thread, name, guild) });
        self.dispatch(&Event::ThreadCreate(id));
        id
    }

    /// Archives a thread or opens it again, and tells the bot; nothing for what is no thread or is so already.
    pub fn archive(&mut self, channel: Id, archived: bool) {
        let thread = self.channels.get_mut(&channel).and_then(|channel| channel.thread.as_mut());
        if thread.is_some_and(|thread| std::mem::replace(&mut thread.archived, archived) != archived) {
            self.dispatch(&Event::ThreadUpdate(channel));
        }
    }

    /// The channel whose permissions count in a channel: a thread's is the one that it is in.
    pub fn home_of(&self, channel: Id) -> &Channel {
        let channel = &self.channels[&channel];
        channel.thread.map_or(channel, |thread| &self.channels[&thread.parent])
    }

    /// Changes what a channel lets the bot do, and tells the bot.
    pub fn overwrite_for_bot(&mut self, channel: Id, allow: Permissions, deny: Permissions) {
        let bot = self.application.id;
        let overwrites = &mut self.channels.get_mut(&channel).expect("the channel was looked up").overwrites;
        overwrites.retain(|overwrite| overwrite.id != bot);
        overwrites.push(Overwrite { id: bot, member: true, allow, deny });
        self.dispatch(&Event::ChannelUpdate(channel));
    }

    /// The bot joins a guild, with the role that Discord makes for it.
    pub fn bot_joins(&mut self, guild: Id) {
        let (bot, role) = (self.application.id, self.new_id());
        let entry = self.guilds.get_mut(&guild).expect("the guild was looked up");
        let permissions = super::scene::of_the_bot();
        entry.roles.push(Role { id: role, name: "Takeaway".into(), permissions, bot: Some(bot) });
        entry.members.insert(bot, Member { roles: vec![role] });
        self.dispatch(&Event::GuildCreate(guild));
    }

    /// The bot is thrown out of a guild; its role goes with it.
    pub fn bot_leaves(&mut self, guild: Id) {
        let bot = self.application.id;
        self.dispatch(&Event::GuildDelete(guild));
        let entry = self.guilds.get_mut(&guild).expect("the guild was looked up");
        entry.roles.retain(|role| role.bot != Some(bot));
        entry.members.remove(&bot);
    }
}
