//! Asked to stop, the bot finishes what it has begun, takes nothing new, and leaves.

use std::time::{Duration, Instant};

use anyhow::ensure;

use crate::world::scenario;

#[test]
fn what_is_in_flight_is_finished_and_nothing_new_is_begun() {
    scenario(async |world| {
        let held = world.holds_the_store().await?;
        let asks = world.reader();
        let asked = tokio::spawn(async move { asks.runs("/ask question:what is the toll?").await });
        while world.newest_interaction().is_none() {
            tokio::task::yield_now().await;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
        world.tells_the_bot_to_stop().await;
        drop(held);
        let reply = asked.await??;
        ensure!(reply.to_string().contains("> Drivers pay a toll"), "{reply}");
        let began = Instant::now();
        world.stops_the_bot().await?;
        ensure!(began.elapsed() < Duration::from_secs(3), "there was nothing left to wait for");
        world.reader().posts("<@bot> what is the toll?");
        world.reader().expects_silence().await
    });
}

#[test]
fn an_answer_that_never_comes_does_not_keep_the_bot() {
    scenario(async |world| {
        let _held = world.holds_the_store().await?;
        world.reader().posts("<@bot> what is the toll?");
        tokio::time::sleep(Duration::from_millis(200)).await;
        let began = Instant::now();
        world.stops_the_bot().await?;
        ensure!(began.elapsed() < Duration::from_secs(10), "it left after {:?}", began.elapsed());
        Ok(())
    });
}
