//! `/takeaway`: topics as they are typed, chosen and pressed.

use anyhow::ensure;
use insta::assert_snapshot;

use crate::world::scenario;

#[test]
fn a_topic_is_offered_while_it_is_typed() {
    scenario(async |world| {
        let reader = world.reader();
        ensure!(
            reader.types("/takeaway topic:fer").await? == ["Ferries · Brightport's harbour tunnel opens after nine years"],
            "a heading"
        );
        ensure!(reader.types("/takeaway topic:télescop").await?.len() == 1, "accents, and a word that is not finished");
        ensure!(reader.types("/takeaway topic:openning").await?.first().is_some_and(|it| it.starts_with("Opening hours")), "a typo");
        ensure!(reader.types("/takeaway topic:").await?[0] == "Night market returns to Lantern Square", "the newest first");
        let within = reader.types("/takeaway article:harbour-tunnel topic:").await?;
        ensure!(within.len() == 4 && within.iter().all(|it| it.contains("harbour tunnel")), "within the article: {within:?}");
        let chosen = reader.picks("/takeaway topic:fer", "Ferries · Brightport's harbour tunnel opens after nine years").await?;
        assert_snapshot!(chosen, @r"
        ┃ The Brightport Courier · Coastal Press
        ┃ Brightport's harbour tunnel opens after nine years <https://courier.example/2031/05/harbour-tunnel#:~:text=The%20old%20ferry%20Marguerite,the%20harbour%20office%20said%2E>
        ┃ > The old ferry Marguerite will make her last crossing in September, the harbour office said.
        ┃ >
        ┃ > Her crew of 41 will be offered work in the tunnel's control room, according to the harbour office.
        ┃
        ┃ An earlier version gave the wrong length of the tunnel.
        ┃ Ferries · 12 May 2031 · corrected 14 May 2031 · version 1
        [Context] [Source → https://courier.example/2031/05/harbour-tunnel#:~:text=The%20old%20ferry%20Marguerite,the%20harbour%20office%20said%2E]
        [👍] [👎] [Delete]
        ");
        Ok(())
    });
}

#[test]
fn what_is_typed_beyond_a_hundred_characters_is_not_looked_at() {
    scenario(async |world| {
        // As many characters as Discord lets anyone type; each used to be compared with each word of each title.
        let endless = format!("{}{}", "toll ".repeat(20), "qwertyuiop ".repeat(535));
        let choices = world.reader().types(&format!("/takeaway topic:{endless}")).await?;
        ensure!(choices == ["Tolls · Brightport's harbour tunnel opens after nine years"], "{choices:?}");
        Ok(())
    });
}

#[test]
fn a_heading_or_free_words_do_as_well() {
    scenario(async |world| {
        let by_heading = world.reader().runs("/takeaway topic:tolls").await?;
        ensure!(by_heading.to_string().contains("> Drivers pay a toll of six crowns"), "{by_heading}");
        let free = world.reader().runs("/takeaway topic:how much the tunnel cost").await?;
        ensure!(free.to_string().contains("812 million crowns"), "{free}");
        Ok(())
    });
}

#[test]
fn without_a_topic_those_of_the_newest_article_are_to_choose_from() {
    scenario(async |world| {
        let reader = world.reader();
        let offered = reader.runs("/takeaway").await?;
        assert_snapshot!(offered, @r"
        ┃ Takeaways of “Night market returns to Lantern Square”
        ┃ Choose a topic
        [Choose a topic ▾ Night market returns to Lantern Square · Opening hours · Music]
        ");
        assert_snapshot!(reader.selects(&offered, "Opening hours").await?, @r"
        ┃ Lantern Square Digest
        ┃ Night market returns to Lantern Square
        ┃ > The stalls are open from seven in the evening until one in the morning.
        ┃
        ┃ [Facts from: Coastal Press in The Brightport Courier](https://courier.example/2031/06/night-market_%28lantern%29)
        ┃ Opening hours · 2 June 2031 · version 1
        [Context]
        [👍] [👎] [Delete]
        ");
        let other = reader.runs("/takeaway article:harbour-tunnel private:true").await?;
        ensure!(other.to_string().contains("Cost · Tolls · Ferries"), "{other}");
        let chosen = reader.selects(&other, "Cost").await?;
        ensure!(chosen.to_string().starts_with("(only you can see this)"), "as private as the choice: {chosen}");
        Ok(())
    });
}

#[test]
fn what_others_choose_from_a_card_is_theirs_alone() {
    scenario(async |world| {
        let offered = world.reader().runs("/takeaway").await?;
        let chosen = world.stranger().selects(&offered, "Opening hours").await?;
        ensure!(chosen.to_string().starts_with("(only you can see this)"), "{chosen}");
        Ok(())
    });
}

#[test]
fn buttons_work_after_a_restart_and_say_when_their_article_is_gone() {
    scenario(async |world| {
        let offered = world.reader().runs("/takeaway").await?;
        world.restarts_the_bot().await?;
        let chosen = world.reader().selects(&offered, "Music").await?;
        ensure!(chosen.to_string().contains("Brass bands"), "{chosen}");
        world.retires("night-market").await?;
        assert_snapshot!(world.reader().selects(&offered, "Music").await?, @r"
        (only you can see this)
        ┃ This topic is gone: its article was changed or removed.
        ");
        Ok(())
    });
}

#[test]
fn a_forged_or_outdated_button_does_nothing() {
    scenario(async |world| {
        let card = world.reader().runs("/ask question:what is the toll?").await?;
        assert_snapshot!(world.reader().forges(&card, "0.t.1.whatever").await?, @r"
        (only you can see this)
        ┃ This button is from an earlier version and no longer works. Ask again for a new one.
        ");
        let forged = world.reader().forges(&card, "1.t.1.#000000000000000000000000").await?;
        ensure!(forged.to_string().contains("This topic is gone"), "{forged}");
        Ok(())
    });
}
