//! Who may change what: decided anew at each command, button and select, from what Discord says of the person there.

use poise::serenity_prelude as serenity;
use serenity::{CommandInteraction, ComponentInteraction, Member, Permissions};

use super::bureau::Bureau;
use super::visit::{Trouble, guild};
use crate::card::Words;
use crate::desk::newsroom::Editor;
use crate::library::Scope;

/// What one person may do where they are.
#[derive(Clone, Copy, Debug)]
pub struct Authority {
    person: u64,
    /// They own the application, or the settings name them.
    owner: bool,
    /// The server that they are in, if the bot is a member of it.
    guild: Option<u64>,
    /// They are in a server, whether or not the bot is a member.
    in_guild: bool,
    /// They may manage the server that they are in.
    manages: bool,
}

impl Authority {
    /// Of who ran a command.
    pub fn by_command(bureau: &Bureau, command: &CommandInteraction) -> Authority {
        let home = guild(command.guild_id, &command.authorizing_integration_owners.0);
        Authority::of(bureau, command.user.id.get(), command.member.as_deref(), (home, command.guild_id.is_some()))
    }

    /// Of who pressed a button or chose from a select.
    pub fn by_component(bureau: &Bureau, pressed: &ComponentInteraction) -> Authority {
        let home = guild(pressed.guild_id, &pressed.authorizing_integration_owners.0);
        Authority::of(bureau, pressed.user.id.get(), pressed.member.as_ref(), (home, pressed.guild_id.is_some()))
    }

    fn of(bureau: &Bureau, person: u64, member: Option<&Member>, (guild, in_guild): (Option<u64>, bool)) -> Authority {
        let permissions = member.and_then(|member| member.permissions).unwrap_or(Permissions::empty());
        let manages = permissions.manage_guild() || permissions.administrator();
        Authority { person, owner: bureau.owners.contains(&person), guild, in_guild, manages }
    }

    /// The library that they may change: everyone's for an owner, their server's for who may manage it.
    pub fn editor(&self, words: &Words) -> Result<Editor, Trouble> {
        if self.owner {
            return Ok(Editor { person: self.person, scope: Scope::Everyone });
        }
        let refused = match self.guild {
            Some(guild) if self.manages => return Ok(Editor { person: self.person, scope: Scope::Guild(guild) }),
            Some(_) => "refused-permission",
            None if self.in_guild => "refused-only-on-servers",
            None => "refused-only-for-owners",
        };
        Err(Trouble::Asker(words.say(refused)))
    }

    /// The server whose settings they may change; owning the bot gives no right to that.
    pub fn manager(&self, words: &Words) -> Result<(u64, Editor), Trouble> {
        let refused = match self.guild {
            Some(guild) if self.manages => return Ok((guild, Editor { person: self.person, scope: Scope::Guild(guild) })),
            Some(_) => "refused-permission",
            None => "refused-settings-elsewhere",
        };
        Err(Trouble::Asker(words.say(refused)))
    }

    /// Whether they may change any library here.
    pub fn edits(&self) -> bool {
        self.owner || (self.guild.is_some() && self.manages)
    }

    /// Whether they answer for the bot itself.
    pub fn owns(&self) -> bool {
        self.owner
    }

    /// They are in a server that the bot was only brought along to.
    pub fn is_away(&self) -> bool {
        self.in_guild && self.guild.is_none()
    }
}
