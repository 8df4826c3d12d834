//! Mentions, replies and direct messages, and what is none of the bot's business.

use anyhow::ensure;
use insta::assert_snapshot;
use serenity::model::Permissions;

use crate::world::scenario;

#[test]
fn a_mention_a_reply_and_a_direct_message_are_questions() {
    scenario(async |world| {
        let reader = world.reader();
        let answer = reader.says("<@bot> what is the toll?").await?;
        assert_snapshot!(answer, @r"
        ┃ The Brightport Courier · Coastal Press
        ┃ Brightport's harbour tunnel opens after nine years <https://courier.example/2031/05/harbour-tunnel#:~:text=Drivers%20pay%20a%20toll,and%20nothing%20on%20Sundays%2E>
        ┃ > Drivers pay a toll of six crowns on weekdays and nothing on Sundays.
        ┃
        ┃ An earlier version gave the wrong length of the tunnel.
        ┃ Tolls · 12 May 2031 · corrected 14 May 2031 · version 1
        [Context] [Next match] [Source → https://courier.example/2031/05/harbour-tunnel#:~:text=Drivers%20pay%20a%20toll,and%20nothing%20on%20Sundays%2E]
        [👍] [👎] [Delete]
        ");
        let next = reader.replies_to(&answer, "and do buses pass for free?").await?;
        ensure!(next.to_string().contains("> Buses and ambulances pass for free."), "{next}");
        let alone = reader.in_direct_message().says("how much did the tunnel cost?").await?;
        ensure!(alone.to_string().contains("> The tunnel cost 812 million crowns"), "{alone}");
        Ok(())
    });
}

#[test]
fn an_empty_mention_is_told_how_to_ask() {
    scenario(async |world| {
        assert_snapshot!(world.reader().says("<@bot>").await?, @"┃ Ask me about the articles: a question, or a few words. I answer with a quote and its source, or say that the articles do not cover it.");
        Ok(())
    });
}

#[test]
fn bots_webhooks_everyone_roles_and_quiet_replies_get_silence() {
    scenario(async |world| {
        let answer = world.reader().says("<@bot> what is the toll?").await?;
        world.reader().replies_quietly_to(&answer, "never mind");
        world.reader().posts("Hello, everyone. <@&bot> <@stranger>");
        world.parrot().posts("<@bot> what is the toll?");
        world.ticker().posts("<@bot> what is the toll?");
        world.admin().posts("@everyone what is the toll?");
        world.reader().expects_silence().await
    });
}

#[test]
fn where_the_bot_may_not_speak_it_is_silent_and_where_it_may_not_look_back_it_does_not_refer() {
    scenario(async |world| {
        world.takes_from_the_bot("Newsroom", "articles", Permissions::SEND_MESSAGES)?;
        let there = world.reader().in_channel("articles");
        there.posts("<@bot> what is the toll?");
        there.expects_silence().await?;
        world.takes_from_the_bot("Newsroom", "articles", Permissions::READ_MESSAGE_HISTORY)?;
        let answer = there.says("<@bot> what is the toll?").await?;
        ensure!(answer.to_string().contains("> Drivers pay a toll"), "{answer}");
        Ok(())
    });
}

#[test]
fn nobody_is_pinged_by_what_they_are_shown() {
    scenario(async |world| {
        let answer = world.reader().says("<@bot> <@stranger> @everyone what is the toll?").await?;
        ensure!(answer.to_string().contains("> Drivers pay a toll"), "{answer}");
        Ok(())
    });
}
