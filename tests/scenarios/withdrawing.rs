//! A purge from the command line reaches the cards that show the article.

use anyhow::ensure;

use crate::world::{scenario, scenario_with};

const COST: &str = "/ask question:how much did the tunnel cost?";
const MARKET: &str = "/ask question:until when may brass bands play?";

/// What stands in a card's place.
const REMOVED: &str = "The article that was quoted here was removed.";

/// What stands in the place of a card that quoted nothing of it.
const NAMED: &str = "An article that was named here was removed.";

#[test]
fn a_purge_takes_the_articles_words_out_of_the_messages_that_show_them() {
    scenario(async |world| {
        let reader = world.reader();
        let card = reader.runs(COST).await?;
        let said = reader.says("<@bot> how much did the tunnel cost?").await?;
        let alone = reader.clone().in_direct_message().says("how much did the tunnel cost?").await?;
        let private = reader.runs(&format!("{COST} private:true")).await?;
        let shared = reader.presses(&private, "Share").await?;
        let other = reader.runs(MARKET).await?;
        world.purges("harbour-tunnel").await?;
        for card in [&card, &said, &alone, &shared] {
            ensure!(card.becomes(REMOVED).await?.to_string() == REMOVED, "nothing else is left: {}", card.now());
        }
        ensure!(other.now() == other.to_string(), "another article's card stays");
        let gone = reader.presses(&private, "Context").await?;
        ensure!(gone.to_string().contains("This quote is gone"), "{gone}");
        Ok(())
    });
}

#[test]
fn a_purge_while_the_bot_is_away_is_made_good_when_it_comes_back() {
    scenario(async |world| {
        let card = world.reader().speaks("fr").runs("/demander question:how much did the tunnel cost?").await?;
        world.stops_the_bot().await?;
        world.purges("harbour-tunnel").await?;
        world.starts_the_bot().await?;
        card.becomes("L’article cité ici a été supprimé.").await?;
        Ok(())
    });
}

#[test]
fn a_card_that_turned_to_another_article_is_known_by_that() {
    scenario(async |world| {
        world.files(r#"{"id":"north","title":"North gate","language":"en","sections":[{"heading":null,"paragraphs":["The north gate closes at ten."]}]}"#).await?;
        world.files(r#"{"id":"south","title":"South gate","language":"en","sections":[{"heading":null,"paragraphs":["The south gate closes at ten."]}]}"#).await?;
        let card = world.reader().runs("/ask question:when does the north gate close?").await?;
        ensure!(card.to_string().contains("> The north gate"), "{card}");
        let turned = world.reader().presses(&card, "Next match").await?;
        ensure!(turned.to_string().contains("> The south gate"), "{turned}");
        world.purges("south").await?;
        turned.becomes(REMOVED).await?;
        Ok(())
    });
}

#[test]
fn a_card_that_is_gone_or_out_of_reach_costs_nothing() {
    scenario(async |world| {
        let deleted = world.reader().runs(COST).await?;
        let card = world.reader().runs(COST).await?;
        world.reader().presses(&deleted, "Delete").await?;
        let away = world.reader().user_installed().runs(COST).await?;
        world.purges("harbour-tunnel").await?;
        card.becomes(REMOVED).await?;
        ensure!(away.now() == away.to_string(), "the bot has no say there");
        // Nothing is left to do.
        while !world.library().store().of_purged().await?.is_empty() {
            tokio::task::yield_now().await;
        }
        Ok(())
    });
}

#[test]
fn a_card_that_could_not_be_withdrawn_is_tried_again() {
    scenario(async |world| {
        let card = world.reader().runs(COST).await?;
        world.answers_next_with(500);
        world.answers_next_with(500);
        world.purges("harbour-tunnel").await?;
        world.meets_all_faults().await?;
        world.restarts_the_bot().await?;
        card.becomes(REMOVED).await?;
        Ok(())
    });
}

#[test]
fn a_card_in_an_archived_thread_keeps_no_other_waiting_and_is_withdrawn_when_the_thread_is_opened_again() {
    scenario(async |world| {
        let there = world.reader().in_new_thread("About the tunnel").runs(COST).await?;
        let here = world.reader().runs(MARKET).await?;
        world.archives("Newsroom", "About the tunnel")?;
        world.purges("harbour-tunnel").await?;
        while world.refusals_of(50083) == 0 {
            tokio::task::yield_now().await;
        }
        // It used to wait half a minute for the one that cannot be changed, and with it for all others.
        world.purges("night-market").await?;
        here.becomes(REMOVED).await?;
        ensure!(there.now() == there.to_string(), "nothing can be changed there");
        ensure!(world.refusals_of(50083) == 1, "it is not tried again at once");
        world.opens_again("Newsroom", "About the tunnel")?;
        world.restarts_the_bot().await?;
        there.becomes(REMOVED).await?;
        Ok(())
    });
}

#[test]
fn a_purge_reaches_the_messages_that_only_name_the_article_as_a_topic() {
    scenario_with(&[("ANSWER_SURE", "1.0"), ("ANSWER_CLOSE", "1.0")], async |world| {
        let nearest = world.reader().runs("/ask question:is there parking near the tunnel?").await?;
        ensure!(nearest.to_string().contains("[Tolls]"), "it is offered: {nearest}");
        let other = world.reader().runs("/ask question:qwertyuiop asdfghjkl").await?;
        world.purges("harbour-tunnel").await?;
        ensure!(nearest.becomes(NAMED).await?.to_string() == NAMED, "nothing was quoted: {}", nearest.now());
        ensure!(other.now() == other.to_string(), "what does not name it stays");
        Ok(())
    });
}
