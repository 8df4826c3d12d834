//! Votes on quotes: one a person and quote.

use anyhow::{Result, ensure};
use insta::assert_snapshot;

use crate::world::{World, scenario};

const TOLL: &str = "/ask question:what is the toll?";

/// How many votes are kept for and against the quote of the toll.
async fn votes(world: &World) -> Result<(usize, usize)> {
    Ok(world.library().store().votes().await?.first().map_or((0, 0), |counted| (counted.up, counted.down)))
}

#[test]
fn a_vote_counts_once_changes_and_is_taken_back() {
    scenario(async |world| {
        let card = world.reader().runs(TOLL).await?;
        assert_snapshot!(world.reader().presses(&card, "👍").await?, @r"
        (only you can see this)
        ┃ Thank you. It is noted that this quote helped.
        ");
        ensure!(votes(&world).await? == (1, 0), "one for it");
        assert_snapshot!(world.reader().presses(&card, "👎").await?, @r"
        (only you can see this)
        ┃ Thank you. It is noted that this quote did not help.
        ");
        ensure!(votes(&world).await? == (0, 1), "the same person's, against it");
        assert_snapshot!(world.reader().presses(&card, "👎").await?, @r"
        (only you can see this)
        ┃ Thank you. Your vote is taken back.
        ");
        ensure!(votes(&world).await? == (0, 0), "none");
        ensure!(card.now() == card.to_string(), "nobody else sees any of it");
        Ok(())
    });
}

#[test]
fn everyone_votes_once_on_a_quote_whatever_card_it_is_on() {
    scenario(async |world| {
        let card = world.reader().runs(TOLL).await?;
        let other = world.stranger().in_direct_message().says("what is the toll?").await?;
        world.reader().presses(&card, "👍").await?;
        world.stranger().presses(&card, "👍").await?;
        ensure!(votes(&world).await? == (2, 0), "two people");
        world.stranger().in_direct_message().presses(&other, "👎").await?;
        ensure!(votes(&world).await? == (1, 1), "the stranger's vote is on the quote, not on the card");
        Ok(())
    });
}

#[test]
fn votes_expire() {
    scenario(async |world| {
        let card = world.reader().runs(TOLL).await?;
        world.reader().presses(&card, "👍").await?;
        world.changes_the_store("UPDATE votes SET until = 1").await?;
        world.restarts_the_bot().await?;
        while votes(&world).await? != (0, 0) {
            tokio::task::yield_now().await;
        }
        Ok(())
    });
}
