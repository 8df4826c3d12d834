//! `/ask`, `/articles`, `/help` and "Find the source": what a reader sees.

use anyhow::ensure;
use insta::assert_snapshot;
use serenity::model::Permissions;

use crate::world::{scenario, scenario_with};

#[test]
fn a_reader_gets_a_quote_with_its_source_at_once() {
    scenario(async |world| {
        let reply = world.reader().runs("/ask question:how much did the tunnel cost?").await?;
        assert_snapshot!(reply, @r"
        ┃ The Brightport Courier · Coastal Press
        ┃ Brightport's harbour tunnel opens after nine years <https://courier.example/2031/05/harbour-tunnel#:~:text=The%20tunnel%20cost%20812,the%20council%20had%20planned%2E>
        ┃ > The tunnel cost 812 million crowns, twice what the council had planned.
        ┃
        ┃ An earlier version gave the wrong length of the tunnel.
        ┃ Cost · 12 May 2031 · corrected 14 May 2031 · version 1
        [Context] [Next match] [Source → https://courier.example/2031/05/harbour-tunnel#:~:text=The%20tunnel%20cost%20812,the%20council%20had%20planned%2E]
        [👍] [👎] [Delete]
        ");
        ensure!(!reply.was_deferred() && reply.took().as_secs() < 1, "it took {:?}", reply.took());
        Ok(())
    });
}

#[test]
fn a_near_answer_says_that_it_may_be_none() {
    scenario_with(&[("ANSWER_SURE", "1.0"), ("ANSWER_CLOSE", "0.1")], async |world| {
        assert_snapshot!(world.reader().runs("/ask question:what is the toll?").await?, @r"
        ┃ The Brightport Courier · Coastal Press
        ┃ Brightport's harbour tunnel opens after nine years <https://courier.example/2031/05/harbour-tunnel#:~:text=Drivers%20pay%20a%20toll,and%20nothing%20on%20Sundays%2E>
        ┃ *Closest passage; it may not be what you are looking for.*
        ┃ > Drivers pay a toll of six crowns on weekdays and nothing on Sundays.
        ┃
        ┃ An earlier version gave the wrong length of the tunnel.
        ┃ Tolls · 12 May 2031 · corrected 14 May 2031 · version 1
        [Context] [Next match] [Source → https://courier.example/2031/05/harbour-tunnel#:~:text=Drivers%20pay%20a%20toll,and%20nothing%20on%20Sundays%2E]
        [👍] [👎] [Delete]
        ");
        Ok(())
    });
}

#[test]
fn what_is_known_about_an_article_is_no_quote() {
    scenario(async |world| {
        assert_snapshot!(world.reader().runs("/ask question:who wrote the tunnel article?").await?, @r"
        ┃ The Brightport Courier
        ┃ Brightport's harbour tunnel opens after nine years <https://courier.example/2031/05/harbour-tunnel>
        ┃ *About the article, not from its text*
        ┃
        ┃ Written by: Coastal Press
        ");
        Ok(())
    });
}

#[test]
fn what_the_articles_do_not_cover_is_said_in_a_sentence_with_the_nearest_topics() {
    scenario_with(&[("ANSWER_SURE", "1.0"), ("ANSWER_CLOSE", "1.0")], async |world| {
        let reply = world.reader().runs("/ask question:is there parking near the tunnel?").await?;
        assert_snapshot!(reply, @r"
        ┃ The articles do not cover this. The nearest topics:
        [Cost] [Brightport's harbour tunnel opens after nine years] [Ferries] [Tolls]
        ");
        assert_snapshot!(world.reader().presses(&reply, "Tolls").await?, @r"
        ┃ The Brightport Courier · Coastal Press
        ┃ Brightport's harbour tunnel opens after nine years <https://courier.example/2031/05/harbour-tunnel#:~:text=Drivers%20pay%20a%20toll,and%20nothing%20on%20Sundays%2E>
        ┃ > Drivers pay a toll of six crowns on weekdays and nothing on Sundays.
        ┃ >
        ┃ > Buses and ambulances pass for free.
        ┃
        ┃ An earlier version gave the wrong length of the tunnel.
        ┃ Tolls · 12 May 2031 · corrected 14 May 2031 · version 1
        [Context] [Source → https://courier.example/2031/05/harbour-tunnel#:~:text=Drivers%20pay%20a%20toll,and%20nothing%20on%20Sundays%2E]
        [👍] [👎] [Delete]
        ");
        assert_snapshot!(world.reader().runs("/ask question:qwertyuiop asdfghjkl").await?, @"┃ The articles do not cover this.");
        Ok(())
    });
}

#[test]
fn where_two_answers_are_about_as_good_both_topics_are_offered() {
    scenario(async |world| {
        let reply = world.reader().runs("/ask question:council").await?;
        let text = reply.to_string();
        let other = "Cost";
        ensure!(
            text.contains(&format!("As good a match: {other}")) && text.contains(&format!("\n[Music] [{other}]\n[Context]")),
            "{reply}"
        );
        let other = world.reader().presses(&reply, other).await?;
        ensure!(other.to_string().contains("812 million crowns"), "{other}");
        Ok(())
    });
}

#[test]
fn an_article_retold_from_another_names_it() {
    scenario(async |world| {
        assert_snapshot!(world.reader().runs("/ask question:until when may brass bands play?").await?, @r"
        ┃ Lantern Square Digest
        ┃ Night market returns to Lantern Square
        ┃ > Brass bands may play until eleven, the council decided in April.
        ┃
        ┃ [Facts from: Coastal Press in The Brightport Courier](https://courier.example/2031/06/night-market_%28lantern%29)
        ┃ Music · 2 June 2031 · version 1
        [Context] [Next match]
        [👍] [👎] [Delete]
        ");
        Ok(())
    });
}

#[test]
fn a_question_is_asked_of_one_article() {
    scenario(async |world| {
        let reader = world.reader();
        ensure!(reader.types("/ask question:x article:tunel").await? == ["Brightport's harbour tunnel opens after nine years"], "a typo");
        ensure!(reader.types("/ask question:x article:").await?.len() == 3, "all of them, newest first");
        let picked = reader.picks("/ask question:when does it open? article:night", "Night market returns to Lantern Square").await?;
        ensure!(picked.to_string().contains("Night market returns"), "{picked}");
        assert_snapshot!(reader.runs("/ask question:when? article:zzz").await?, @r"
        (only you can see this)
        ┃ There is no such article here. /articles lists what there is.
        ");
        Ok(())
    });
}

#[test]
fn a_private_answer_is_seen_by_who_asked_alone() {
    scenario(async |world| {
        let reply = world.reader().runs("/ask question:what is the toll? private:true").await?;
        ensure!(reply.to_string().starts_with("(only you can see this)\n┃"), "{reply}");
        ensure!(!reply.was_deferred(), "it needs no announcement");
        Ok(())
    });
}

#[test]
fn without_the_permission_to_embed_the_same_is_plain_text() {
    scenario_with(&[("ANSWER_SURE", "1.0"), ("ANSWER_CLOSE", "0.1")], async |world| {
        world.takes_from_the_bot("Newsroom", "general", Permissions::EMBED_LINKS)?;
        assert_snapshot!(world.reader().runs("/ask question:what is the toll?").await?, @r"
        The Brightport Courier · Coastal Press
        **Brightport's harbour tunnel opens after nine years**
        *Closest passage; it may not be what you are looking for.*
        > Drivers pay a toll of six crowns on weekdays and nothing on Sundays.

        An earlier version gave the wrong length of the tunnel.
        Tolls · 12 May 2031 · corrected 14 May 2031 · version 1
        <https://courier.example/2031/05/harbour-tunnel#:~:text=Drivers%20pay%20a%20toll,and%20nothing%20on%20Sundays%2E>
        [Context] [Next match] [Source → https://courier.example/2031/05/harbour-tunnel#:~:text=Drivers%20pay%20a%20toll,and%20nothing%20on%20Sundays%2E]
        [👍] [👎] [Delete]
        ");
        let said = world.reader().says("<@bot> until when may brass bands play?").await?;
        assert_snapshot!(said, @r"
        Lantern Square Digest
        **Night market returns to Lantern Square**
        *Closest passage; it may not be what you are looking for.*
        > Brass bands may play until eleven, the council decided in April.

        [Facts from: Coastal Press in The Brightport Courier](https://courier.example/2031/06/night-market_%28lantern%29)
        Music · 2 June 2031 · version 1
        [Context] [Next match]
        [👍] [👎] [Delete]
        ");
        Ok(())
    });
}

#[test]
fn markup_in_an_article_is_shown_as_it_was_written() {
    scenario(async |world| {
        let reply = world.reader().runs("/ask question:are amplifiers allowed on the square?").await?;
        ensure!(reply.to_string().contains(r"> No amplifiers are allowed \*anywhere\* on the square."), "{reply}");
        Ok(())
    });
}

#[test]
fn words_without_letters_are_told_how_to_ask() {
    scenario(async |world| {
        assert_snapshot!(world.reader().runs("/ask question:?!").await?, @"┃ Ask me about the articles: a question, or a few words. I answer with a quote and its source, or say that the articles do not cover it.");
        Ok(())
    });
}

#[test]
fn what_can_be_quoted_is_listed() {
    scenario(async |world| {
        assert_snapshot!(world.reader().runs("/articles").await?, @r"
        (only you can see this)
        ┃ What can be quoted here
        ┃ Night market returns to Lantern Square
        ┃ Lantern Square Digest · 2 June 2031 · 3 sections · version 1 · night-market
        ┃
        ┃ Brightport's harbour tunnel opens after nine years
        ┃ The Brightport Courier · 12 May 2031 · 4 sections · version 1 · harbour-tunnel
        ┃
        ┃ L'observatoire du mont Clair rouvre ses portes
        ┃ Le Journal du Clair · 20 April 2031 · 3 sections · version 1 · observatoire
        ");
        Ok(())
    });
}

#[test]
fn a_long_list_has_pages() {
    scenario(async |world| {
        world.files_articles(20).await?;
        let list = world.reader().runs("/articles").await?;
        ensure!(list.to_string().ends_with("┃ page 1 of 4\n[Back, off] [More]"), "{list}");
        let next = world.reader().presses(&list, "More").await?;
        ensure!(next.to_string().ends_with("┃ page 2 of 4\n[Back] [More]"), "{next}");
        let third = world.reader().presses(&next, "More").await?;
        let last = world.reader().presses(&third, "More").await?;
        ensure!(last.to_string().ends_with("┃ page 4 of 4\n[Back] [More, off]"), "{last}");
        ensure!(list.now() == last.now(), "it is the same message");
        Ok(())
    });
}

#[test]
fn help_says_how_to_ask_what_is_quoted_and_who_runs_the_bot() {
    scenario_with(&[("DISCORD_RUN_BY", "The Brightport Courier's readers' desk")], async |world| {
        assert_snapshot!(world.reader().runs("/help").await?, @r"
        (only you can see this)
        ┃ Ask the articles
        ┃ Ask me about the articles: a question, or a few words. I answer with a quote and its source, or say that the articles do not cover it.
        ┃
        ┃ /ask question [article] [private]
        ┃ Quote the sentence that answers your question
        ┃ /takeaway [topic] [article] [private]
        ┃ Quote what an article says on a topic
        ┃ /articles
        ┃ List what can be quoted here
        ┃ Find the source
        ┃ Quote the sentence that is closest to a message
        ┃ /help
        ┃ How to ask, what is quoted, and who runs this bot
        ┃ /privacy show
        ┃ Show what is kept of you, and until when
        ┃ /privacy delete
        ┃ Delete your votes, and that you asked for your cards
        ┃
        ┃ You can also mention me, reply to me, or write me a direct message.
        ┃
        ┃ I quote 3 articles, which /articles lists. A quote is always the article’s own words, with its source; I add none of my own.
        ┃
        ┃ This bot is run by The Brightport Courier's readers' desk, who answers for what it quotes.
        ");
        Ok(())
    });
}

#[test]
fn the_source_of_a_message_is_found() {
    scenario(async |world| {
        let said = world.stranger().posts("Have you heard? The tunnel cost 812 million crowns, twice what the council had planned.");
        assert_snapshot!(world.reader().uses_menu("Find the source", &said).await?, @r"
        (only you can see this)
        ┃ The Brightport Courier · Coastal Press
        ┃ Brightport's harbour tunnel opens after nine years <https://courier.example/2031/05/harbour-tunnel#:~:text=The%20tunnel%20cost%20812,the%20council%20had%20planned%2E>
        ┃ > The tunnel cost 812 million crowns, twice what the council had planned.
        ┃
        ┃ An earlier version gave the wrong length of the tunnel.
        ┃ Cost · 12 May 2031 · corrected 14 May 2031 · version 1
        [Context] [Next match] [Source → https://courier.example/2031/05/harbour-tunnel#:~:text=The%20tunnel%20cost%20812,the%20council%20had%20planned%2E] [Share]
        [👍] [👎]
        ");
        let said = world.stranger().posts("My cat had breakfast twice and then slept on the piano.");
        assert_snapshot!(world.reader().uses_menu("Find the source", &said).await?, @r"
        (only you can see this)
        ┃ No article here says what this message says.
        ");
        let card = world.reader().runs("/ask question:do buses pass for free?").await?;
        let found = world.reader().uses_menu("Find the source", &card).await?;
        ensure!(found.to_string().contains("> Buses and ambulances pass for free."), "the bot's own card has a source: {found}");
        Ok(())
    });
}
