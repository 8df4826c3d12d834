//! Buttons and selects on editors' cards: who presses is asked anew whether they may.

use poise::serenity_prelude as serenity;
use serenity::{ComponentInteraction, ComponentInteractionDataKind};

use super::bureau::Bureau;
use super::press::Edit;
use super::render::MOST_CHANNELS;
use super::session::Session;
use super::visit::Trouble;
use crate::card::{Card, words};
use crate::library::guilds::GuildSettings;
use crate::library::log::Deed;

/// How many articles a page of a library's own list has: as many as fit a message without embeds.
pub const PAGE: usize = 5;

/// Does what a button or select of `asker`'s card stands for.
pub async fn pressed(bureau: &Bureau, pressed: &ComponentInteraction, asker: u64, edit: &Edit) {
    let session = Session::by_component(bureau, pressed, asker);
    let work = async {
        if pressed.user.id.get() != asker {
            return Err(Trouble::Asker(session.words().say("refused-not-yours")));
        }
        match edit {
            Edit::Confirm(token) => confirms(&session, token).await,
            Edit::Cancel(token) => cancels(&session, token).await,
            Edit::Page(page) => turns(&session, *page).await,
            Edit::Language => sets(&session, pressed, |set| set.language = chosen_language(pressed)).await,
            Edit::Channels => sets(&session, pressed, |set| set.channels = chosen_channels(pressed)).await,
            Edit::Private(private) => sets(&session, pressed, |set| set.private = *private).await,
        }
    };
    session.visit.answers(work).await;
}

async fn confirms(session: &Session<'_>, token: &str) -> Result<Card, Trouble> {
    let editor = session.editor()?;
    let done = session.took(session.newsroom().confirms(editor, token).await)?;
    Ok(Card::confirmed(&done, session.words()))
}

async fn cancels(session: &Session<'_>, token: &str) -> Result<Card, Trouble> {
    let editor = session.editor()?;
    session.took(session.newsroom().cancels(editor, token).await)?;
    Ok(Card::notice(None, session.words().say("cancelled")))
}

async fn turns(session: &Session<'_>, page: usize) -> Result<Card, Trouble> {
    let editor = session.editor()?;
    Ok(Card::library(&session.newsroom().lists(editor).await?, page, PAGE, editor, session.words()))
}

/// Changes what the server has set, in the store first; one change after the other, so that each is made of what is set by then.
async fn sets(session: &Session<'_>, pressed: &ComponentInteraction, change: impl FnOnce(&mut GuildSettings)) -> Result<Card, Trouble> {
    let bureau = session.visit.bureau;
    let (guild, editor) = session.authority.manager(session.words())?;
    let _one_at_a_time = bureau.rules.changing().await;
    let mut set = bureau.rules.of(Some(guild));
    change(&mut set);
    bureau.desk.library().store().set_guild(guild, &set).await?;
    bureau.rules.put(guild, set.clone());
    session.newsroom().notes(editor, Deed::Set, "").await?;
    Ok(Card::settings(&set, &bureau.rules.words(Some(guild), &pressed.locale)))
}

/// A language that the bot speaks; `None` for each person's own.
fn chosen_language(pressed: &ComponentInteraction) -> Option<String> {
    let ComponentInteractionDataKind::StringSelect { values } = &pressed.data.kind else { return None };
    values.first().filter(|value| words::SPOKEN.contains(&value.as_str())).cloned()
}

fn chosen_channels(pressed: &ComponentInteraction) -> Vec<u64> {
    let ComponentInteractionDataKind::ChannelSelect { values } = &pressed.data.kind else { return vec![] };
    values.iter().take(MOST_CHANNELS.into()).map(|channel| channel.get()).collect()
}
