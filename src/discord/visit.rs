//! Who asks, where, in which language, and what they asked for.

use poise::serenity_prelude as serenity;
use serenity::{AuthorizingIntegrationOwner, ChannelId, CommandInteraction, ComponentInteraction, GuildId, Permissions};

use super::bureau::Bureau;
use super::commands::Context;
use super::door::{Door, Ticket};
use crate::card::{Card, Words};
use crate::desk::Asker;
use crate::library::LibraryError;
use crate::search::Question;

/// How many articles a page of the list has: as many as fit a message without embeds.
const PAGE: usize = 6;

/// One person with one request.
pub struct Visit<'a> {
    /// What answers it.
    pub bureau: &'a Bureau,
    /// How they are answered.
    pub door: Door<'a>,
    /// The person's number.
    pub person: u64,
    /// The guild whose library they see beside everyone's.
    pub guild: Option<u64>,
    /// The bot's words in their language.
    pub words: Words,
    /// Whether cards may be embeds there.
    pub embeds: bool,
    /// Whether the answer is for them alone.
    pub private: bool,
    /// The number that Discord gave the request; the log and an apology name it.
    pub number: u64,
    /// The channel, if the bot can come back there to change what it said.
    pub channel: Option<u64>,
}

/// Why a request got no answer.
pub enum Trouble {
    /// The asker can mend it: shown as written.
    Asker(String),
    /// It is ours.
    Ours(anyhow::Error),
}

impl<E: Into<anyhow::Error>> From<E> for Trouble {
    fn from(error: E) -> Trouble {
        Trouble::Ours(error.into())
    }
}

impl<'a> Visit<'a> {
    /// By a command.
    pub fn by_command(bureau: &'a Bureau, command: &'a CommandInteraction, private: bool) -> Visit<'a> {
        let ticket = Ticket { id: command.id, application: command.application_id, token: &command.token, replaces: false };
        Visit {
            bureau,
            door: Door::Interaction(ticket),
            person: command.user.id.get(),
            guild: guild(command.guild_id, &command.authorizing_integration_owners.0),
            words: bureau.rules.words(command.guild_id.map(GuildId::get), &command.locale),
            embeds: may_embed(command.app_permissions),
            private,
            number: command.id.get(),
            channel: own_channel(command.channel_id, &command.authorizing_integration_owners.0),
        }
    }

    /// By a command that asks something: answered as privately as was wished, else as the server has set.
    pub fn asked(context: Context<'a>, private: Option<bool>) -> Visit<'a> {
        let (bureau, command): (&Bureau, _) = (context.framework.user_data, context.interaction);
        Visit::by_command(bureau, command, private.unwrap_or_else(|| bureau.rules.private(command)))
    }

    /// By a button or a select. The answer is as public as the message that it is on, and only for who asked for that; it takes its
    /// place if it `replaces` it.
    pub fn by_component(bureau: &'a Bureau, pressed: &'a ComponentInteraction, asker: u64, replaces: bool) -> Visit<'a> {
        let ticket = Ticket { id: pressed.id, application: pressed.application_id, token: &pressed.token, replaces };
        let for_one = pressed.message.flags.is_some_and(|flags| flags.contains(serenity::MessageFlags::EPHEMERAL));
        let person = pressed.user.id.get();
        Visit {
            bureau,
            door: Door::Interaction(ticket),
            person,
            guild: guild(pressed.guild_id, &pressed.authorizing_integration_owners.0),
            words: bureau.rules.words(pressed.guild_id.map(GuildId::get), &pressed.locale),
            embeds: may_embed(pressed.app_permissions),
            private: for_one || person != asker,
            number: pressed.id.get(),
            channel: own_channel(pressed.channel_id, &pressed.authorizing_integration_owners.0),
        }
    }

    /// What they see, within one article if they named one.
    pub fn asker<'b>(&self, article: Option<&'b str>) -> Asker<'b> {
        Asker { guild: self.guild, article }
    }

    /// The id of the article that they named.
    pub async fn article(&self, named: Option<&str>) -> Result<Option<String>, Trouble> {
        let Some(named) = named.filter(|named| !named.trim().is_empty()) else { return Ok(None) };
        match self.bureau.desk.article(self.asker(None), named).await? {
            Some(article) => Ok(Some(article.id)),
            None => Err(Trouble::Asker(self.words.say("no-such-article"))),
        }
    }

    /// The answer to a question.
    pub async fn asks(&self, typed: &str, article: Option<&str>) -> Result<Card, Trouble> {
        let Some(question) = Question::parse(typed) else {
            return Ok(Card::notice(None, self.words.say("how-to-ask")));
        };
        self.notes(question.text());
        let answer = self.bureau.desk.ask(self.asker(article), &question).await?;
        Ok(Card::answer(&answer, &self.words))
    }

    /// What an article says on a topic: a section, else whatever answers the words best.
    pub async fn takes_away(&self, typed: &str, article: Option<&str>) -> Result<Card, Trouble> {
        let asker = self.asker(article);
        let Some(topic) = self.bureau.desk.topic(asker, typed).await? else { return self.asks(typed, article).await };
        Ok(Card::takeaway(self.bureau.desk.takeaway(asker, &topic).await?.as_ref(), &self.words))
    }

    /// The topics of an article, or of the newest.
    pub async fn topics(&self, article: Option<&str>) -> Result<Card, LibraryError> {
        let listed = self.bureau.desk.articles(self.guild).await?;
        let wanted = listed.iter().find(|listed| article.is_none_or(|id| id == listed.id));
        Ok(wanted.map_or_else(|| Card::articles(&[], 0, PAGE, &self.words), |article| Card::topics(article, &self.words)))
    }

    /// One page of what can be quoted.
    pub async fn lists(&self, page: usize) -> Result<Card, Trouble> {
        Ok(Card::articles(&self.bureau.desk.articles(self.guild).await?, page, PAGE, &self.words))
    }

    /// The quote that is closest to what a message says.
    pub async fn finds_source(&self, said: &str) -> Result<Card, Trouble> {
        Ok(Card::source(&self.bureau.desk.source(self.asker(None), said).await?, &self.words))
    }

    /// What is kept of who asks.
    pub async fn lists_what_is_kept(&self) -> Result<Card, Trouble> {
        self.bureau.writes_records().await?;
        Ok(Card::kept(&self.bureau.desk.library().store().kept_of(self.person).await?, &self.words))
    }

    /// Deletes their votes, and who asked for their cards.
    pub async fn deletes_what_is_kept(&self) -> Result<Card, Trouble> {
        self.bureau.writes_records().await?;
        Ok(Card::deleted(&self.bureau.desk.library().store().forget_person(self.person).await?, &self.words))
    }

    /// Logs what was asked, where the settings say so.
    pub fn notes(&self, question: &str) {
        if self.bureau.logs_questions {
            tracing::info!(question, "asked");
        }
    }
}

/// The guild whose articles count: not one that the bot was only brought along to.
pub fn guild(guild: Option<GuildId>, installed: &[AuthorizingIntegrationOwner]) -> Option<u64> {
    let by_guild = installed.iter().any(|owner| matches!(owner, AuthorizingIntegrationOwner::GuildInstall(_)));
    guild.filter(|_| by_guild || installed.is_empty()).map(GuildId::get)
}

/// The channel, unless the bot was only brought along to it: there it has no say once the interaction is over.
fn own_channel(channel: ChannelId, installed: &[AuthorizingIntegrationOwner]) -> Option<u64> {
    let own = installed.is_empty() || installed.iter().any(|owner| matches!(owner, AuthorizingIntegrationOwner::GuildInstall(_)));
    own.then(|| channel.get())
}

/// Discord says what the bot may do; where it does not, the bot was not kept from anything.
fn may_embed(permissions: Option<Permissions>) -> bool {
    permissions.is_none_or(|permissions| permissions.contains(Permissions::EMBED_LINKS) || permissions.administrator())
}
