//! Ids of somebody's own making, and ids from elsewhere: nothing is shown that may not be, and nothing is done in another's name.

use anyhow::{Result, ensure};

use crate::fake::reply::Reply;
use crate::world::{World, scenario};

const TOLL: &str = "/ask question:what is the toll?";

/// An article in which nobody is named who could have said the last sentence, and a claim that needs the sentence before it.
const RUMOUR: &str = r#"{"id":"rumour","title":"Rumour","language":"en","sections":[
    {"heading":null,"paragraphs":["\"The well is poisoned,\" she said. The well is forty metres deep."]},
    {"heading":"Mill","paragraphs":["Mayor Odile Ferrant spoke at the mill on Sunday. \"It will never grind again,\" she said."]}]}"#;

/// An id that the reader could have, for a mark of somebody's own making.
fn forged(world: &World, act: char, mark: &str) -> Result<String> {
    let mut number: u64 = world.id_of("reader").parse()?;
    let mut digits = vec![];
    while number > 0 {
        digits.push(char::from_digit((number % 36) as u32, 36).expect("it is a digit"));
        number /= 36;
    }
    Ok(format!("1.{act}.{}.{mark}", digits.iter().rev().collect::<String>()))
}

#[track_caller]
fn is_refused(reply: &Reply) -> Result<()> {
    let text = reply.to_string();
    ensure!(text.starts_with("(only you can see this)\n┃ This"), "{text}");
    ensure!(text.contains("This quote is gone") || text.contains("This button is from an earlier version"), "{text}");
    Ok(())
}

#[test]
fn a_mark_that_no_quote_has_shows_nothing() {
    scenario(async |world| {
        let card = world.reader().runs(TOLL).await?;
        for mark in [
            "s1.1.0.harbour-tunnel",
            "s0.2.0.harbour-tunnel",
            "s0.1.1.harbour-tunnel",
            "s0.1.7.harbour-tunnel",
            "s0.1.0.no-such-article",
            "nonsense",
            "",
            "=000000000000000000000000",
        ] {
            for act in ['c', 'n', 'v', 'h', 'u', 'd'] {
                let reply = world.reader().forges(&card, &forged(&world, act, mark)?).await?;
                let text = reply.to_string();
                ensure!(text.starts_with("(only you can see this)\n┃ ") && !text.contains("> "), "{act} {mark}: {text}");
            }
        }
        ensure!(card.now() == card.to_string(), "the card is as it was");
        Ok(())
    });
}

#[test]
fn nobody_turns_another_persons_card_into_a_list() {
    scenario(async |world| {
        let card = world.stranger().runs(TOLL).await?;
        let list = world.reader().forges(&card, &forged(&world, 'p', "0")?).await?;
        ensure!(list.to_string().contains("What can be quoted here"), "{list}");
        ensure!(card.now() == card.to_string(), "the card is as it was: {}", card.now());
        Ok(())
    });
}

#[test]
fn a_sentence_is_never_shown_without_its_speaker() {
    scenario(async |world| {
        world.files(RUMOUR).await?;
        let card = world.reader().runs(TOLL).await?;
        let text = world.library().store().article(takeaway::library::Scope::Everyone, "rumour", 1).await?.expect("it was filed").text;
        let starts = |words: &str| text.find(words).expect("the article says it");
        let mark = |words: &str, form: char| format!("{form}{}.1.0.rumour", radix36(starts(words)));
        for act in ['c', 'n'] {
            for form in ['s', 'o', 'S'] {
                let orphan = world.reader().forges(&card, &forged(&world, act, &mark("\"The well", form))?).await?;
                is_refused(&orphan)?;
                let claim = world.reader().forges(&card, &forged(&world, act, &mark("\"It will", form))?).await?;
                let text = claim.to_string();
                ensure!(text.contains("Mayor Odile Ferrant spoke") && text.contains("Closest passage"), "with its speaker: {text}");
            }
        }
        let beside = world.reader().forges(&card, &forged(&world, 'c', &mark("The well is forty", 's'))?).await?;
        ensure!(!beside.to_string().contains("poisoned"), "not as what stands around another: {beside}");
        Ok(())
    });
}

#[test]
fn an_id_that_is_not_on_the_message_proves_nothing_about_who_asked() {
    scenario(async |world| {
        let mine = world.stranger().runs(TOLL).await?;
        let card = world.reader().runs(TOLL).await?;
        for button in ["Context", "Next match"] {
            let own = world.stranger().forges(&card, &mine.custom_id(button)?).await?;
            ensure!(own.to_string().starts_with("(only you can see this)\n┃"), "{own}");
        }
        let kept = world.stranger().forges(&card, &mine.custom_id("Delete")?).await?;
        ensure!(kept.to_string().contains("Only who asked"), "{kept}");
        let share = mine.custom_id("Context")?.replacen("1.c.", "1.h.", 1);
        let unshared = world.stranger().forges(&card, &share).await?;
        ensure!(unshared.to_string().contains("Only who asked can share"), "{unshared}");
        ensure!(card.now() == card.to_string(), "the card is as it was");
        Ok(())
    });
}

#[test]
fn another_guilds_ids_show_nothing_of_its_library() {
    scenario(async |world| {
        let secret = r#"{"id":"secret","title":"Secret","language":"en","sections":[{"heading":null,"paragraphs":["The vault of the Gazette holds nine violins.","Violins hang there."]}]}"#;
        world.files_for("Gazette", secret).await?;
        let there = world.rival().in_guild("Gazette");
        let theirs = there.runs("/ask question:what does the vault hold?").await?;
        ensure!(theirs.to_string().contains("nine violins"), "{theirs}");
        let here = world.reader().runs(TOLL).await?;
        for button in ["Context", "👍"] {
            is_refused(&world.reader().forges(&here, &theirs.custom_id(button)?).await?)?;
        }
        is_refused(&world.rival().user_installed().forges(&here, &theirs.custom_id("Context")?).await?)?;
        let wide = there.presses(&theirs, "Context").await?;
        ensure!(wide.to_string().contains("Violins hang there."), "where it is from it works: {wide}");
        Ok(())
    });
}

#[test]
fn an_id_without_room_is_kept_for_thirty_days() {
    scenario(async |world| {
        let id = "a-very-long-name-".repeat(4);
        world.files(&format!(
            r#"{{"id":"{id}of-a-lighthouse","title":"Lighthouse","language":"en","sections":[{{"heading":null,"paragraphs":["The lighthouse burns whale oil.","Whales avoid it."]}}]}}"#
        )).await?;
        let ask = "/ask question:what does the lighthouse burn?";
        let card = world.reader().runs(ask).await?;
        let written = card.custom_id("Context")?;
        ensure!(written.contains(".=") && written.len() <= 100, "{written}");
        world.restarts_the_bot().await?;
        let wide = world.reader().presses(&card, "Context").await?;
        ensure!(wide.to_string().contains("Whales avoid it."), "{wide}");
        // What the wide card needs is written down after it is shown.
        let named = wide.custom_id("👍")?.rsplit('.').next().unwrap_or_default().to_owned();
        while world.library().store().held(&named, 0).await?.is_none() {
            tokio::task::yield_now().await;
        }
        world.changes_the_store("UPDATE hands SET until = 1").await?;
        is_refused(&world.reader().presses(&wide, "👍").await?)?;
        world.restarts_the_bot().await?;
        let swept = async || anyhow::Ok(world.library().store().held(written.rsplit('.').next().unwrap_or_default(), 0).await?.is_none());
        while !swept().await? {
            tokio::task::yield_now().await;
        }
        Ok(())
    });
}

fn radix36(number: usize) -> String {
    let mut digits = vec![];
    let mut rest = number;
    while rest > 0 || digits.is_empty() {
        digits.push(char::from_digit((rest % 36) as u32, 36).expect("it is a digit"));
        rest /= 36;
    }
    digits.iter().rev().collect()
}
