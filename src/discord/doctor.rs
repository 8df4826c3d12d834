//! What keeps the bot from working where somebody asks, one line each with what to do about it.

use poise::serenity_prelude as serenity;
use serenity::{ChannelId, ChannelType, CommandInteraction, Context, GuildId, Permissions};

use super::session::Session;
use super::visit::Trouble;
use crate::card::Words;
use crate::library::Scope;

/// What the bot needs in a channel, with the keys of Discord's own names for it.
const NEEDED: [(Permissions, &str); 4] = [
    (Permissions::VIEW_CHANNEL, "permission-view-channel"),
    (Permissions::SEND_MESSAGES, "permission-send-messages"),
    (Permissions::EMBED_LINKS, "permission-embed-links"),
    (Permissions::READ_MESSAGE_HISTORY, "permission-read-message-history"),
];

/// What it needs in a thread to speak there.
const IN_THREADS: (Permissions, &str) = (Permissions::SEND_MESSAGES_IN_THREADS, "permission-send-in-threads");

/// Looks around.
pub async fn examines(session: &Session<'_>, context: &Context, command: &CommandInteraction) -> Result<Vec<String>, Trouble> {
    let editor = session.editor()?;
    let words = session.words();
    let mut missing = here(session, command);
    missing.extend(in_channels(session, context, command.guild_id));
    let articles = session.visit.bureau.desk.articles(session.visit.guild).await?;
    missing.extend(articles.is_empty().then(|| words.say("doctor-no-articles")));
    let limits = session.visit.bureau.desk.library().store().limits();
    let own = articles.iter().filter(|article| article.scope != Scope::Everyone).count();
    missing.extend(limits.filter(|limits| own >= limits.articles).map(|_| words.say("doctor-full")));
    let failing = session.newsroom().followed(editor).await?.into_iter().filter(|followed| followed.feed.error.is_some());
    missing.extend(failing.map(|followed| words.say_with("doctor-feed", &[("address", &followed.feed.address)])));
    let nobody = session.authority.owns() && session.visit.bureau.run_by.is_empty();
    missing.extend(nobody.then(|| words.say("doctor-run-by")));
    Ok(missing)
}

/// What is missing in this very channel.
fn here(session: &Session<'_>, command: &CommandInteraction) -> Vec<String> {
    if session.authority.is_away() {
        return vec![session.words().say("doctor-not-member")];
    }
    let (Some(_), Some(may)) = (command.guild_id, command.app_permissions) else { return vec![] };
    let threads = [ChannelType::PublicThread, ChannelType::PrivateThread, ChannelType::NewsThread];
    let in_thread = command.channel.as_ref().is_some_and(|channel| threads.contains(&channel.kind));
    let name = |key: &str| session.words().say_with("doctor-permission", &[("permission", &session.words().say(key))]);
    lacking(may, in_thread).into_iter().map(name).collect()
}

/// What is missing in the channels where mentions are to be answered.
fn in_channels(session: &Session<'_>, context: &Context, guild: Option<GuildId>) -> Vec<String> {
    let words = session.words();
    let Some(id) = session.visit.guild.and(guild) else { return vec![] };
    let Some(guild) = context.cache.guild(id) else { return vec![words.say("doctor-not-heard")] };
    let Some(me) = guild.members.get(&context.cache.current_user().id) else { return vec![] };
    let mut missing = vec![];
    for number in session.visit.bureau.rules.of(Some(id.get())).channels {
        match guild.channels.get(&ChannelId::new(number)) {
            None => missing.push(words.say_with("doctor-channel-gone", &[("channel", &number.to_string())])),
            Some(channel) => {
                let name = format!("#{}", channel.name);
                let lacking = lacking(guild.user_permissions_in(channel, me), false);
                missing.extend(lacking.into_iter().map(|key| in_channel(&name, key, words)));
            }
        }
    }
    missing
}

fn in_channel(channel: &str, key: &str, words: &Words) -> String {
    words.say_with("doctor-channel", &[("channel", channel), ("permission", &words.say(key))])
}

/// The keys of what the bot needs and lacks. Without sight of a channel, nothing else counts.
fn lacking(may: Permissions, in_thread: bool) -> Vec<&'static str> {
    if may.administrator() {
        return vec![];
    }
    let speaks =
        |needed: &(Permissions, &'static str)| if in_thread && needed.0 == Permissions::SEND_MESSAGES { IN_THREADS } else { *needed };
    let lacking: Vec<&str> = NEEDED.iter().map(speaks).filter(|(needed, _)| !may.contains(*needed)).map(|(_, key)| key).collect();
    if lacking.first() == Some(&NEEDED[0].1) { vec![NEEDED[0].1] } else { lacking }
}
