//! Slow answers, failing ones, and people who ask too much.

use std::time::Duration;

use anyhow::ensure;
use insta::assert_snapshot;

use crate::world::{scenario, scenario_with};

/// What takes longer than a moment is announced.
const AT_ONCE: (&str, &str) = ("DISCORD_DEFER_AFTER_MS", "1");

#[test]
fn an_answer_that_takes_longer_than_discord_waits_is_announced_and_filled_in() {
    scenario(async |world| {
        let sign = async {
            world.sees_it_thinking().await?;
            world.lets_pass(Duration::from_secs(3));
            Ok(())
        };
        let reply = world.is_slow_until(sign, world.reader().runs("/ask question:what is the toll?")).await?;
        ensure!(reply.was_deferred() && reply.took() > Duration::from_secs(3), "it took {:?}", reply.took());
        ensure!(reply.to_string().contains("> Drivers pay a toll"), "{reply}");
        Ok(())
    });
}

#[test]
fn an_announced_answer_is_as_private_as_was_asked_for() {
    scenario_with(&[AT_ONCE], async |world| {
        let reply = world.is_slow_until_it_thinks(world.reader().runs("/ask question:what is the toll? private:true")).await?;
        ensure!(reply.was_deferred() && reply.to_string().starts_with("(only you can see this)\n┃"), "{reply}");
        Ok(())
    });
}

#[test]
fn an_answer_that_comes_in_time_is_not_announced() {
    scenario(async |world| {
        let reply = world.reader().runs("/ask question:what is the toll?").await?;
        ensure!(!reply.was_deferred(), "it took {:?}", reply.took());
        Ok(())
    });
}

#[test]
fn a_slow_button_and_a_slow_mention_are_answered_too() {
    scenario_with(&[AT_ONCE], async |world| {
        let offered = world.reader().runs("/takeaway").await?;
        let chosen = world.is_slow_until_it_thinks(world.reader().selects(&offered, "Music")).await?;
        ensure!(chosen.was_deferred() && chosen.to_string().contains("Brass bands"), "{chosen}");
        let reader = world.reader();
        let said = world.is_slow_until(reader.sees_it_typing(), reader.says("<@bot> what is the toll?")).await?;
        ensure!(said.to_string().contains("> Drivers pay a toll"), "{said}");
        Ok(())
    });
}

#[test]
fn a_handler_that_crashes_apologises_privately_and_the_next_answers() {
    scenario(async |world| {
        world.changes_the_store("UPDATE articles SET version = 'no number'").await?;
        let reply = world.reader().runs("/ask question:what is the toll?").await?.to_string();
        let (before, reference) = reply.split_once("the reference ").unwrap_or((&reply, ""));
        assert_snapshot!(before, @r"
        (only you can see this)
        ┃ Something went wrong on our side. Try again; if it goes on, tell whoever runs this bot
        ");
        ensure!(reference.len() == 8, "seven characters and a full stop: {reference}");
        world.reader().posts("<@bot> what is the toll?");
        let whispered = world.reader().in_direct_message().reads().await?;
        ensure!(whispered.to_string().contains("Something went wrong on our side"), "not in public: {whispered}");
        world.changes_the_store("UPDATE articles SET version = 1").await?;
        let next = world.reader().runs("/ask question:what is the toll?").await?;
        ensure!(next.to_string().contains("> Drivers pay a toll"), "{next}");
        Ok(())
    });
}

#[test]
fn an_answer_that_fails_after_it_was_announced_to_all_is_told_to_one() {
    scenario_with(&[AT_ONCE], async |world| {
        world.changes_the_store("UPDATE versions SET metadata = '{'").await?;
        let reply = world.is_slow_until_it_thinks(world.reader().runs("/ask question:what is the toll?")).await?;
        ensure!(reply.was_deferred() && reply.to_string().starts_with("(only you can see this)\n┃ Something went wrong"), "{reply}");
        Ok(())
    });
}

#[test]
fn who_asks_too_much_is_told_privately_when_to_try_again() {
    scenario_with(&[("DISCORD_QUESTIONS_PER_MINUTE", "2")], async |world| {
        for _ in 0..2 {
            world.reader().runs("/ask question:what is the toll?").await?;
        }
        let refused = world.reader().runs("/ask question:what is the toll?").await?.to_string();
        // How many seconds depends on how fast the first two were answered.
        let text = refused.replace(|c: char| c.is_ascii_digit(), "9").replace("99", "9");
        assert_snapshot!(text, @r"
        (only you can see this)
        ┃ That was a lot of questions. You can ask again in 9 seconds.
        ");
        ensure!(world.reader().types("/takeaway topic:fer").await?.len() == 1, "typing is not asking");
        world.reader().posts("<@bot> what is the toll?");
        let whispered = world.reader().in_direct_message().reads().await?;
        ensure!(whispered.to_string().contains("You can ask again in"), "{whispered}");
        world.reader().posts("<@bot> what is the toll?");
        world.reader().in_direct_message().expects_silence().await?;
        world.reader().expects_silence().await?;
        let other = world.stranger().runs("/ask question:what is the toll?").await?;
        ensure!(other.to_string().contains("> Drivers pay a toll"), "others are not held up: {other}");
        Ok(())
    });
}
