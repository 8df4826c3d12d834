//! Somebody at work on a library: their visit, what they may do, and the back room that does it. All of it is private.

use poise::serenity_prelude as serenity;
use serenity::{ComponentInteraction, MessageFlags};

use super::authority::Authority;
use super::bureau::Bureau;
use super::commands::{Context, Done};
use super::visit::{Trouble, Visit};
use crate::card::{Card, Words, newsroom};
use crate::desk::newsroom::{EditError, Editor, Newsroom};

/// One person at work.
pub struct Session<'a> {
    /// How they came and are answered.
    pub visit: Visit<'a>,
    /// What they may do here.
    pub authority: Authority,
}

impl<'a> Session<'a> {
    /// By a command.
    pub fn of(context: Context<'a>) -> Session<'a> {
        let (bureau, command): (&Bureau, _) = (context.framework.user_data, context.interaction);
        Session { visit: Visit::by_command(bureau, command, true), authority: Authority::by_command(bureau, command) }
    }

    /// By a button or a select. The answer takes the place of the message if that is a private one of their own.
    pub fn by_component(bureau: &'a Bureau, pressed: &'a ComponentInteraction, asker: u64) -> Session<'a> {
        let for_one = pressed.message.flags.is_some_and(|flags| flags.contains(MessageFlags::EPHEMERAL));
        let visit = Visit::by_component(bureau, pressed, asker, for_one && asker == pressed.user.id.get());
        Session { visit: Visit { private: true, ..visit }, authority: Authority::by_component(bureau, pressed) }
    }

    /// Shows them the card that their work comes to.
    pub async fn answers(&self, work: impl Future<Output = Result<Card, Trouble>> + Send) -> Done {
        self.visit.answers(work).await;
        Ok(())
    }

    /// The bot's words for them.
    pub fn words(&self) -> &Words {
        &self.visit.words
    }

    /// The back room.
    pub fn newsroom(&self) -> &Newsroom {
        &self.visit.bureau.newsroom
    }

    /// They as the editor of the library that they may change.
    pub fn editor(&self) -> Result<Editor, Trouble> {
        self.authority.editor(self.words())
    }

    /// What came of a wish, its refusal worded.
    pub fn took<T>(&self, outcome: Result<T, EditError>) -> Result<T, Trouble> {
        outcome.map_err(|error| match error {
            EditError::Refused(refusal) => Trouble::Asker(newsroom::refusal(&refusal, self.words())),
            EditError::Ours(error) => Trouble::Ours(error),
        })
    }
}
