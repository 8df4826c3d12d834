//! Buttons and selects on the bot's messages. They work after a restart: all they need is in their id.

use poise::serenity_prelude as serenity;
use serenity::{ComponentInteraction, ComponentInteractionDataKind};

use super::bureau::Bureau;
use super::editing;
use super::press::Press;
use super::quotes;
use super::visit::{Trouble, Visit};
use crate::card::Card;

/// Answers who pressed a button or chose from a select.
pub async fn pressed(bureau: &Bureau, pressed: &ComponentInteraction) {
    let press = Press::parse(&pressed.data.custom_id);
    if let Some(Press::Edit { asker, edit }) = &press {
        return editing::pressed(bureau, pressed, *asker, edit).await;
    }
    let asker = press.as_ref().map_or(0, Press::asker);
    let turns = matches!(press, Some(Press::Page { .. })) && asker == pressed.user.id.get();
    let visit = Visit::by_component(bureau, pressed, asker, turns);
    match press {
        Some(Press::Topic { topic, .. }) => visit.answers(topic_of(&visit, &topic)).await,
        Some(Press::Choice { .. }) => visit.answers(topic_of(&visit, chosen(pressed))).await,
        Some(Press::Page { page, .. }) => visit.answers(visit.lists(page)).await,
        Some(Press::Quote { act, asker, hand }) => quotes::pressed(bureau, pressed, act, asker, &hand).await,
        Some(Press::Edit { .. }) | None => visit.answers(async { Err(Trouble::Asker(visit.words.say("button-too-old"))) }).await,
    }
}

/// What a topic's section says; that it is gone, if it is.
async fn topic_of(visit: &Visit<'_>, reference: &str) -> Result<Card, Trouble> {
    let asker = visit.asker(None);
    let Some(topic) = visit.bureau.desk.topic(asker, reference).await? else {
        return Err(Trouble::Asker(visit.words.say("topic-gone")));
    };
    Ok(Card::answer(&visit.bureau.desk.takeaway(asker, &topic).await?, &visit.words))
}

fn chosen(pressed: &ComponentInteraction) -> &str {
    match &pressed.data.kind {
        ComponentInteractionDataKind::StringSelect { values } => values.first().map_or("", String::as_str),
        _ => "",
    }
}
