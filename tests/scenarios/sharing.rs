//! Showing a private answer to everyone, and taking a card away.

use anyhow::ensure;
use insta::assert_snapshot;

use crate::world::scenario;

const TOLL: &str = "/ask question:what is the toll?";

#[test]
fn a_private_answer_is_shared_in_the_name_of_who_does_without_a_ping() {
    scenario(async |world| {
        let private = world.reader().runs(&format!("{TOLL} private:true")).await?;
        ensure!(private.to_string().contains("[Share]") && !private.to_string().contains("[Delete]"), "{private}");
        let shared = world.reader().presses(&private, "Share").await?;
        assert_snapshot!(shared, @r"
        Shared by @reader
        ┃ The Brightport Courier · Coastal Press
        ┃ Brightport's harbour tunnel opens after nine years <https://courier.example/2031/05/harbour-tunnel#:~:text=Drivers%20pay%20a%20toll,and%20nothing%20on%20Sundays%2E>
        ┃ > Drivers pay a toll of six crowns on weekdays and nothing on Sundays.
        ┃
        ┃ An earlier version gave the wrong length of the tunnel.
        ┃ Tolls · 12 May 2031 · corrected 14 May 2031 · version 1
        [Context] [Next match] [Source → https://courier.example/2031/05/harbour-tunnel#:~:text=Drivers%20pay%20a%20toll,and%20nothing%20on%20Sundays%2E]
        [👍] [👎] [Delete]
        ");
        ensure!(private.now() == private.to_string(), "the private one stays");
        let wide = world.stranger().presses(&shared, "Context").await?.to_string();
        ensure!(wide.starts_with("(only you can see this)\n┃"), "the shared card is the reader's: {wide}");
        let next = world.reader().presses(&shared, "Next match").await?.to_string();
        ensure!(next.starts_with("Shared by @reader\n┃") && next.contains("Closest passage"), "it says who shared it: {next}");
        ensure!(world.reader().presses(&shared, "Delete").await?.to_string() == "(deleted)", "and so is taking it away");
        Ok(())
    });
}

#[test]
fn what_stands_around_a_quote_is_shared_too_and_as_plain_text_where_embeds_may_not_be() {
    scenario(async |world| {
        let embed_links = serenity::model::Permissions::EMBED_LINKS;
        world.takes_from_the_bot("Newsroom", "general", embed_links)?;
        let private = world.reader().runs(&format!("{TOLL} private:true")).await?;
        let wide = world.reader().presses(&private, "Context").await?;
        let shared = world.reader().presses(&wide, "Share").await?.to_string();
        ensure!(shared.starts_with("Shared by @reader\n") && shared.contains("> Buses and ambulances pass for free."), "{shared}");
        Ok(())
    });
}

#[test]
fn a_public_card_is_deleted_by_who_asked_or_who_manages_messages_there() {
    scenario(async |world| {
        for persona in [world.reader(), world.admin()] {
            let card = world.reader().runs(TOLL).await?;
            let refused = world.stranger().presses(&card, "Delete").await?.to_string();
            let expected = "(only you can see this)\n┃ Only who asked, or who may manage messages here, can delete this card.";
            ensure!(refused == expected, "{refused}");
            ensure!(card.now() == card.to_string(), "it is still there");
            ensure!(persona.presses(&card, "Delete").await?.to_string() == "(deleted)", "it is gone");
        }
        let card = world.reader().in_guild("Gazette").runs(TOLL).await?;
        let refused = world.admin().in_guild("Gazette").presses(&card, "Delete").await?;
        ensure!(refused.to_string().contains("Only who asked"), "an admin of another guild: {refused}");
        let said = world.reader().says("<@bot> what is the toll?").await?;
        ensure!(world.reader().presses(&said, "Delete").await?.to_string() == "(deleted)", "an answer to a mention too");
        Ok(())
    });
}

#[test]
fn cards_are_deleted_in_private_and_where_the_bot_was_only_brought_along() {
    scenario(async |world| {
        for there in [world.reader().in_direct_message(), world.reader().user_installed()] {
            let card = there.runs(TOLL).await?;
            ensure!(there.presses(&card, "Delete").await?.to_string() == "(deleted)", "it is gone");
        }
        Ok(())
    });
}

#[test]
fn a_card_that_cannot_be_deleted_is_apologised_for() {
    scenario(async |world| {
        let card = world.reader().runs(TOLL).await?;
        // The acknowledgement gets through, and the deletion fails twice.
        world.lets_the_next_pass();
        world.answers_next_with(500);
        world.answers_next_with(500);
        let told = world.reader().presses(&card, "Delete").await?;
        ensure!(told.to_string().contains("Something went wrong on our side"), "{told}");
        Ok(())
    });
}
