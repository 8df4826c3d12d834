//! Asked to stop, the bot finishes what it has begun, takes nothing new, and leaves.

use anyhow::ensure;

use crate::world::scenario_with;

/// What takes longer than a moment is announced, which shows that the bot has begun with it.
const ANNOUNCED: (&str, &str) = ("DISCORD_DEFER_AFTER_MS", "1");

#[test]
fn what_is_in_flight_is_finished_and_nothing_new_is_begun() {
    scenario_with(&[ANNOUNCED], async |world| {
        let held = world.holds_the_store().await?;
        let asks = world.reader();
        let asked = tokio::spawn(async move { asks.runs("/ask question:what is the toll?").await });
        world.sees_it_thinking().await?;
        world.tells_the_bot_to_stop().await;
        drop(held);
        let reply = asked.await??;
        ensure!(reply.to_string().contains("> Drivers pay a toll"), "{reply}");
        world.stops_the_bot().await?;
        world.reader().posts("<@bot> what is the toll?");
        world.reader().expects_silence().await
    });
}

#[test]
fn an_answer_that_never_comes_does_not_keep_the_bot() {
    scenario_with(&[ANNOUNCED], async |world| {
        let _held = world.holds_the_store().await?;
        world.reader().posts("<@bot> what is the toll?");
        world.reader().sees_it_typing().await?;
        world.stops_the_bot().await
    });
}
