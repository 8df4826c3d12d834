//! Messages that are meant for the bot: mentions, replies to it, direct messages. None of it needs the Message Content intent.

use poise::serenity_prelude as serenity;
use serenity::{Context, Message, MessageType, Permissions};

use super::bureau::Bureau;
use super::door::{Door, Heard};
use super::visit::Visit;
use crate::card::words::SPOKEN;
use crate::language::Language;
use crate::search::Question;

/// What the bot may do in private channels.
const IN_PRIVATE: Permissions =
    Permissions::SEND_MESSAGES.union(Permissions::EMBED_LINKS).union(Permissions::READ_MESSAGE_HISTORY).union(Permissions::VIEW_CHANNEL);

/// Answers a message if it is meant for the bot and the bot may speak there; anything else passes in silence.
pub async fn hear(bureau: &Bureau, context: &Context, message: &Message) {
    let me = context.cache.current_user().id;
    if !is_for(me, message) {
        return;
    }
    let (may, parent) = (permissions(context, message), parent(context, message));
    if !may.contains(if parent.is_some() { Permissions::SEND_MESSAGES_IN_THREADS } else { Permissions::SEND_MESSAGES }) {
        return;
    }
    let home = message.guild_id.map(serenity::GuildId::get);
    if !bureau.rules.hears(home, message.channel_id.get(), parent) {
        return;
    }
    let locale = message.guild_id.and_then(|id| context.cache.guild(id).map(|guild| guild.preferred_locale.clone()));
    let heard = Heard {
        channel: message.channel_id,
        message: message.id,
        person: message.author.id.get(),
        alone: message.guild_id.is_none(),
        may_refer: may.contains(Permissions::READ_MESSAGE_HISTORY),
    };
    let typed = message.content.replace(&format!("<@{me}>"), " ").replace(&format!("<@!{me}>"), " ");
    let visit = Visit {
        bureau,
        door: Door::Message(heard),
        person: message.author.id.get(),
        guild: home,
        // Of a private message Discord does not say in which language its author reads.
        words: bureau.rules.words(home, locale.as_deref().unwrap_or_else(|| asked_in(&typed))),
        embeds: may.contains(Permissions::EMBED_LINKS),
        private: false,
        number: message.id.get(),
        channel: Some(message.channel_id.get()),
    };
    visit.answers(visit.asks(&typed, None)).await;
}

/// A person's own message that mentions the bot, by name or by a reply that pings, or that is written to it alone.
///
/// Roles and everyone are not the bot. A reply with its ping off mentions nobody, and Discord keeps its words from the bot.
fn is_for(me: serenity::UserId, message: &Message) -> bool {
    let spoken = matches!(message.kind, MessageType::Regular | MessageType::InlineReply);
    let by_person = !message.author.bot && !message.author.system && message.webhook_id.is_none() && message.author.id != me;
    let mentioned = message.mentions.iter().any(|user| user.id == me);
    spoken && by_person && (mentioned || message.guild_id.is_none())
}

/// The code of the language that something is asked in, of those that the bot speaks; English where its words do not tell.
fn asked_in(typed: &str) -> &'static str {
    let spoken: Vec<Language> = SPOKEN.iter().filter_map(|code| Language::parse(code)).collect();
    let asked = Question::parse(typed).and_then(|question| question.asked_in(&spoken));
    asked.map_or("en", |language| language.code())
}

/// The channel of the thread that a message was written in.
fn parent(context: &Context, message: &Message) -> Option<u64> {
    let guild = context.cache.guild(message.guild_id?)?;
    let thread = guild.threads.iter().find(|thread| thread.id == message.channel_id)?;
    thread.parent_id.map(serenity::ChannelId::get)
}

/// What the bot may do where a message was written, as far as it is known.
fn permissions(context: &Context, message: &Message) -> Permissions {
    let Some(guild) = message.guild_id.and_then(|id| context.cache.guild(id)) else { return IN_PRIVATE };
    let Some(member) = guild.members.get(&context.cache.current_user().id) else { return IN_PRIVATE };
    let thread = guild.threads.iter().find(|thread| thread.id == message.channel_id);
    let channel = thread.and_then(|thread| thread.parent_id).unwrap_or(message.channel_id);
    guild.channels.get(&channel).map_or(IN_PRIVATE, |channel| guild.user_permissions_in(channel, member))
}
