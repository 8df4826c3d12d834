//! Buttons and selects on the bot's messages. They work after a restart: all they need is in their id.

use poise::serenity_prelude as serenity;
use serenity::{ActionRowComponent, ButtonKind, ComponentInteraction, ComponentInteractionDataKind};

use super::bureau::Bureau;
use super::editing;
use super::press::Press;
use super::quotes;
use super::visit::{Trouble, Visit};
use crate::card::Card;

/// Answers who pressed a button or chose from a select.
pub async fn pressed(bureau: &Bureau, pressed: &ComponentInteraction) {
    let visit = |asker, replaces| Visit::by_component(bureau, pressed, asker, replaces);
    match Press::parse(&pressed.data.custom_id) {
        Some(Press::Topic { asker, topic }) => topic_of(&visit(asker, false), &topic).await,
        Some(Press::Choice { asker, .. }) => topic_of(&visit(asker, false), chosen(pressed)).await,
        Some(Press::Page { asker, page }) => {
            let visit = visit(asker, asker == pressed.user.id.get() && is_on_message(pressed));
            visit.answers(visit.lists(page)).await;
        }
        Some(Press::Quote { act, asker, hand }) => quotes::pressed(bureau, pressed, act, asker, &hand).await,
        Some(Press::Edit { asker, edit }) => editing::pressed(bureau, pressed, asker, &edit).await,
        None => {
            let visit = visit(0, false);
            visit.answers(async { Err(Trouble::Asker(visit.words.say("button-too-old"))) }).await;
        }
    }
}

/// Answers with what a topic's section says; that it is gone, if it is.
async fn topic_of(visit: &Visit<'_>, reference: &str) {
    let work = async {
        let asker = visit.asker(None);
        let Some(topic) = visit.bureau.desk.topic(asker, reference).await? else {
            return Err(Trouble::Asker(visit.words.say("topic-gone")));
        };
        Ok(Card::takeaway(visit.bureau.desk.takeaway(asker, &topic).await?.as_ref(), &visit.words))
    };
    visit.answers(work).await;
}

fn chosen(pressed: &ComponentInteraction) -> &str {
    match &pressed.data.kind {
        ComponentInteractionDataKind::StringSelect { values } => values.first().map_or("", String::as_str),
        _ => "",
    }
}

/// Whether the id that was sent is one that the message offers.
pub fn is_on_message(pressed: &ComponentInteraction) -> bool {
    let offers = |part: &ActionRowComponent| match part {
        ActionRowComponent::Button(button) => {
            matches!(&button.data, ButtonKind::NonLink { custom_id, .. } if *custom_id == pressed.data.custom_id)
        }
        _ => false,
    };
    pressed.message.components.iter().flat_map(|row| &row.components).any(offers)
}
