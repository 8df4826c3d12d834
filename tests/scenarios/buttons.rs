//! The buttons of a quote that show another quote, or more of the same.

use std::time::Duration;

use anyhow::{bail, ensure};
use insta::assert_snapshot;

use crate::world::{scenario, scenario_with};

/// What is asked, and the beginning of what answers it.
const COST: (&str, &str) = ("/ask question:how much did the tunnel cost?", "> The tunnel cost 812 million crowns");

/// The first version of an article whose correction follows.
const BRIDGE: &str = r#"{"id":"bridge","title":"Rope bridge at Selm","language":"en","sections":[
    {"heading":"Load","paragraphs":["The rope bridge carries nineteen goats at once.","Goats cross it at dawn."]},
    {"heading":"Keeper","paragraphs":["A keeper named Ilse Marn mends the ropes."]}]}"#;

/// The same with another number of goats, and without its keeper.
const CORRECTED: &str = r#"{"id":"bridge","title":"Rope bridge at Selm","language":"en","sections":[
    {"heading":"Load","paragraphs":["The rope bridge carries twelve goats at once.","Goats cross it at dawn."]}]}"#;

const GOATS: &str = "/ask question:how many goats does the rope bridge carry?";

#[test]
fn context_is_the_sentences_around_a_quote_in_its_place() {
    scenario(async |world| {
        let card = world.reader().runs(COST.0).await?;
        let wide = world.reader().presses(&card, "Context").await?;
        assert_snapshot!(wide, @r#"
        ┃ The Brightport Courier · Coastal Press
        ┃ Brightport's harbour tunnel opens after nine years <https://courier.example/2031/05/harbour-tunnel#:~:text=The%20tunnel%20cost%20812,the%20council%20had%20planned%2E>
        ┃ > The tunnel cost 812 million crowns, twice what the council had planned.
        ┃ >
        ┃ > "We paid for every metre of that clay," said Mayor Odile Ferrant.
        ┃
        ┃ An earlier version gave the wrong length of the tunnel.
        ┃ Cost · 12 May 2031 · corrected 14 May 2031 · version 1
        [Next match] [Source → https://courier.example/2031/05/harbour-tunnel#:~:text=The%20tunnel%20cost%20812,the%20council%20had%20planned%2E]
        [👍] [👎] [Delete]
        "#);
        ensure!(card.now() == wide.now(), "it is the same message");
        Ok(())
    });
}

#[test]
fn context_is_the_whole_section_where_the_rights_allow_that() {
    scenario(async |world| {
        let card = world.reader().runs("/ask question:until when may brass bands play?").await?;
        assert_snapshot!(world.reader().presses(&card, "Context").await?, @r"
        ┃ Lantern Square Digest
        ┃ Night market returns to Lantern Square
        ┃ > Brass bands may play until eleven, the council decided in April.
        ┃ >
        ┃ > Drummers need a permit of their own. No amplifiers are allowed \*anywhere\* on the square.
        ┃
        ┃ [Facts from: Coastal Press in The Brightport Courier](https://courier.example/2031/06/night-market_%28lantern%29)
        ┃ Music · 2 June 2031 · version 1
        [Next match]
        [👍] [👎] [Delete]
        ");
        Ok(())
    });
}

#[test]
fn where_nothing_more_may_be_shown_context_says_so() {
    scenario(async |world| {
        world.files(r#"{"id":"pier","title":"Pier","language":"en","sections":[{"heading":null,"paragraphs":["The pier is painted turquoise."]}]}"#).await?;
        let card = world.reader().runs("/ask question:which colour is the pier painted?").await?;
        let wide = world.reader().presses(&card, "Context").await?.to_string();
        ensure!(wide.contains("> The pier is painted turquoise.") && wide.contains("nothing more around it"), "{wide}");
        Ok(())
    });
}

#[test]
fn neighbours_that_may_all_answer_are_quoted_together_wherever_they_are_shown_again() {
    const NORTH: &str = "The north door of the mill opens at dawn.";
    for doors in [
        format!("{NORTH} The south door of the mill opens at noon."),
        format!("{NORTH} The south door of the mill opens at noon. The east door of the mill opens at dusk."),
    ] {
        scenario(async move |world| {
            let text = format!("Visitors like the wheel. {doors} Bread is sold inside.");
            let sections = format!(r#"[{{"heading":"Doors","paragraphs":["{text}"]}}]"#);
            world.files(&format!(r#"{{"id":"mill","title":"Selm mill","language":"en","sections":{sections}}}"#)).await?;
            let reader = world.reader();
            let card = reader.runs("/ask question:when does the door of the mill open?").await?;
            ensure!(card.to_string().contains(&format!("> {doors}\n")), "{card}");
            let wide = reader.presses(&card, "Context").await?.to_string();
            ensure!(wide.contains(&text), "{wide}");
            let mut next = reader.presses(&card, "Next match").await?.to_string();
            for _ in 0..5 {
                if next.contains(&format!("> {doors}\n")) {
                    return Ok(());
                }
                next = reader.presses(&card, "Next match").await?.to_string();
            }
            bail!("after the last match comes the first, as it was: {next}")
        });
    }
}

#[test]
fn next_match_goes_round_all_matches_and_marks_them_as_near() {
    scenario(async |world| {
        let reader = world.reader();
        let card = reader.runs(COST.0).await?;
        let first = card.to_string();
        let mut seen = vec![first.clone()];
        let mut shown = reader.presses(&card, "Next match").await?;
        while shown.to_string() != first {
            ensure!(shown.to_string().contains("*Closest passage; it may not be what you are looking for.*"), "{shown}");
            ensure!(!seen.contains(&shown.to_string()), "none is shown twice: {shown}");
            seen.push(shown.to_string());
            shown = reader.presses(&shown, "Next match").await?;
        }
        ensure!((2..=5).contains(&seen.len()), "{} matches", seen.len());
        ensure!(card.now() == first, "all of it in one message");
        Ok(())
    });
}

#[test]
fn a_match_whose_article_was_removed_is_left_out() {
    scenario(async |world| {
        for gate in ["north", "south", "east"] {
            let text = format!("The {gate} gate closes at ten.");
            let line =
                format!(r#"{{"id":"{gate}","title":"Gates","language":"en","sections":[{{"heading":null,"paragraphs":["{text}"]}}]}}"#);
            world.files(&line).await?;
        }
        let card = world.reader().runs("/ask question:when does the north gate close?").await?;
        let next = world.reader().presses(&card, "Next match").await?.to_string();
        let (gone, other) = if next.contains("south gate") { ("south", "east gate") } else { ("east", "south gate") };
        world.reader().presses(&card, "Next match").await?;
        world.retires(gone).await?;
        let mut seen = String::new();
        for _ in 0..6 {
            seen += &world.reader().presses(&card, "Next match").await?.to_string();
        }
        ensure!(seen.contains(other) && !seen.contains(&format!("{gone} gate")), "{seen}");
        Ok(())
    });
}

#[test]
fn what_a_stranger_presses_is_theirs_alone_and_the_card_stays() {
    scenario(async |world| {
        let card = world.reader().runs(COST.0).await?;
        for button in ["Context", "Next match"] {
            let shown = world.stranger().presses(&card, button).await?;
            ensure!(shown.to_string().starts_with("(only you can see this)\n┃"), "{shown}");
            // It is a card of the stranger's own from there on.
            let next = world.stranger().presses(&shown, "Next match").await?;
            ensure!(next.now() == shown.now(), "in place: {next}");
        }
        ensure!(card.now() == card.to_string(), "the reader's card is as it was");
        Ok(())
    });
}

#[test]
fn buttons_work_after_a_restart_and_after_fifteen_minutes() {
    scenario(async |world| {
        let card = world.reader().runs(COST.0).await?;
        let private = world.reader().runs(&format!("{} private:true", COST.0)).await?;
        world.restarts_the_bot().await?;
        world.lets_pass(Duration::from_secs(16 * 60));
        for card in [&card, &private] {
            let wide = world.reader().presses(card, "Context").await?;
            ensure!(wide.to_string().contains("Odile Ferrant"), "{wide}");
            let next = world.reader().presses(card, "Next match").await?;
            ensure!(next.to_string().contains("Closest passage"), "{next}");
        }
        let thanks = world.reader().presses(&card, "👍").await?;
        ensure!(thanks.to_string().contains("Thank you"), "{thanks}");
        world.reader().presses(&private, "Share").await?;
        ensure!(world.reader().presses(&card, "Delete").await?.to_string() == "(deleted)", "it is gone");
        Ok(())
    });
}

#[test]
fn a_quote_of_an_earlier_version_says_so_and_leads_to_the_present_one() {
    scenario(async |world| {
        world.files(BRIDGE).await?;
        let card = world.reader().runs(GOATS).await?;
        ensure!(card.to_string().contains("> The rope bridge carries nineteen goats at once."), "{card}");
        world.files(CORRECTED).await?;
        let wide = world.reader().presses(&card, "Context").await?;
        assert_snapshot!(wide, @r"
        ┃ Rope bridge at Selm
        ┃ > The rope bridge carries nineteen goats at once.
        ┃ >
        ┃ > Goats cross it at dawn.
        ┃
        ┃ From an earlier version; the article has changed since.
        ┃ Load · version 1
        [Next match] [Present version]
        [👍] [👎] [Delete]
        ");
        assert_snapshot!(world.reader().presses(&wide, "Present version").await?, @r"
        ┃ Rope bridge at Selm
        ┃ > The rope bridge carries twelve goats at once.
        ┃ >
        ┃ > Goats cross it at dawn.
        ┃ Load · version 2
        [Context]
        [👍] [👎] [Delete]
        ");
        Ok(())
    });
}

#[test]
fn a_section_that_the_present_version_lacks_is_told_and_others_are_offered() {
    scenario(async |world| {
        world.files(BRIDGE).await?;
        let card = world.reader().runs("/ask question:who mends the ropes of the bridge?").await?;
        world.files(CORRECTED).await?;
        let again = world.reader().presses(&card, "Context").await?;
        assert_snapshot!(world.reader().presses(&again, "Present version").await?, @r"
        ┃ The present version no longer says this. Its topics:
        [Choose a topic ▾ Load]
        ");
        Ok(())
    });
}

#[test]
fn the_button_of_a_removed_article_says_so_and_changes_nothing() {
    scenario(async |world| {
        let card = world.reader().runs(COST.0).await?;
        world.retires("harbour-tunnel").await?;
        for button in ["Context", "👍"] {
            let told = world.reader().presses(&card, button).await?;
            ensure!(told.to_string() == "(only you can see this)\n┃ This quote is gone: its article was removed.", "{told}");
        }
        ensure!(card.now() == card.to_string(), "the card is as it was");
        Ok(())
    });
}

#[test]
fn who_presses_too_much_is_told_beside_the_card() {
    scenario_with(&[("DISCORD_QUESTIONS_PER_MINUTE", "1")], async |world| {
        let card = world.reader().runs(COST.0).await?;
        let told = world.reader().presses(&card, "Next match").await?;
        ensure!(told.to_string().starts_with("(only you can see this)\n┃ That was a lot of questions."), "{told}");
        ensure!(card.now() == card.to_string(), "the card is as it was");
        Ok(())
    });
}

#[test]
fn a_slow_button_takes_the_place_of_its_card_when_it_is_done() {
    scenario_with(&[("DISCORD_DEFER_AFTER_MS", "1")], async |world| {
        let card = world.reader().runs(COST.0).await?;
        let wide = world.is_slow_until_it_thinks(world.reader().presses(&card, "Context")).await?;
        ensure!(wide.to_string().contains("Odile Ferrant"), "{wide}");
        world.retires("harbour-tunnel").await?;
        let gone = world.is_slow_until_it_thinks(world.reader().presses(&card, "👍")).await?;
        ensure!(gone.to_string().starts_with("(only you can see this)\n┃ This quote is gone"), "{gone}");
        let gone = world.is_slow_until_it_thinks(world.reader().presses(&card, "Next match")).await?;
        ensure!(gone.to_string().starts_with("(only you can see this)\n┃ This quote is gone"), "{gone}");
        ensure!(card.now() == wide.to_string(), "the card is as it was");
        Ok(())
    });
}
