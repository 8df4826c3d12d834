//! The fake refuses what Discord refuses: each promise is kept against a bot that is only a few requests.

mod requests;

use std::time::Duration;

use anyhow::{Result, ensure};
use reqwest::Method;
use serde_json::{Value, json};
use serenity::model::Permissions;

use self::requests::Requests;
use crate::world::{World, tells};

/// Answers `/ask` with `body` and expects Discord's status and error code, and a violation that contains `words`.
#[track_caller]
fn refuses(body: Value, expected: (u16, u64), words: &str) {
    tells(async |world| {
        let bot = Requests::registered(&world).await?;
        let answer = bot.answers_the_reader(&body).await?;
        ensure!(answer == expected, "{answer:?}, not {expected:?}");
        world.forgives(words)
    });
}

/// Answers `/ask` with a message of these parts.
#[track_caller]
fn refuses_message(mut data: Value, words: &str) {
    data["allowed_mentions"] = json!({ "parse": [] });
    refuses(json!({ "type": 4, "data": data }), (400, 50035), words);
}

#[test]
fn content_of_2001_characters() {
    refuses_message(json!({ "content": "x".repeat(2001) }), "data.content: Must be 2000 or fewer in length, not 2001.");
}

#[test]
fn parts_of_an_embed_that_are_too_long() {
    let long = |limit: usize| "x".repeat(limit + 1);
    for (embed, words) in [
        (json!({ "title": long(256) }), "embeds.0.title: Must be 256"),
        (json!({ "description": long(4096) }), "embeds.0.description: Must be 4096"),
        (json!({ "author": { "name": long(256) } }), "embeds.0.author.name: Must be 256"),
        (json!({ "footer": { "text": long(2048) } }), "embeds.0.footer.text: Must be 2048"),
        (json!({ "fields": [{ "name": long(256), "value": "x" }] }), "fields.0.name: Must be 256"),
        (json!({ "fields": [{ "name": "x", "value": long(1024) }] }), "fields.0.value: Must be 1024"),
        (json!({ "fields": [{ "name": "x", "value": " " }] }), "fields.0.value: Must be 1 or more"),
        (json!({ "fields": vec![json!({ "name": "x", "value": "x" }); 26] }), "fields: Must be 25"),
        (json!({ "title": "x", "url": "example.org" }), "embeds.0.url: Not a well formed URL"),
    ] {
        refuses_message(json!({ "embeds": [embed] }), words);
    }
}

#[test]
fn embeds_that_are_too_many_or_too_long_together() {
    refuses_message(json!({ "embeds": vec![json!({ "title": "x" }); 11] }), "embeds: Must be 10");
    refuses_message(json!({ "embeds": vec![json!({ "description": "x".repeat(3001) }); 2] }), "maximum size of 6000, it is 6002");
}

#[test]
fn buttons_beyond_the_limits() {
    let button = |id: &str, label: &str| json!({ "type": 2, "style": 1, "custom_id": id, "label": label });
    let row = |buttons: Vec<Value>| json!({ "type": 1, "components": buttons });
    for (rows, words) in [
        (vec![row(vec![button("a", "A"), button("a", "B")])], "custom id cannot be duplicated"),
        (vec![row((0..6).map(|n| button(&n.to_string(), "x")).collect())], "one to five buttons"),
        ((0..6).map(|n| row(vec![button(&n.to_string(), "x")])).collect(), "components: Must be 5"),
        (vec![row(vec![button("a", &"x".repeat(81))])], "label: Must be 80"),
        (vec![row(vec![button(&"x".repeat(101), "A")])], "custom_id: Must be 100"),
        (vec![row(vec![button("a", "")])], "needs a label or an emoji"),
        (vec![row(vec![json!({ "type": 2, "style": 1, "label": "A" })])], "custom_id: Must be 1 or more"),
        (
            vec![row(vec![json!({ "type": 2, "style": 2, "custom_id": "a", "label": "A", "url": "https://example.org" })])],
            "Only a link button",
        ),
        (vec![row(vec![json!({ "type": 2, "style": 5, "custom_id": "a", "label": "A", "url": "https://example.org" })])], "no custom id"),
        (vec![row(vec![json!({ "type": 2, "style": 5, "label": "A" })])], "url: Must be 1 or more"),
    ] {
        refuses_message(json!({ "content": "x", "components": rows }), words);
    }
    let link = json!({ "type": 2, "style": 5, "label": "x", "url": format!("https://example.org/{}", "x".repeat(500)) });
    refuses_message(json!({ "content": "x", "components": [row(vec![link])] }), "url: Must be 512");
}

#[test]
fn selects_beyond_the_limits() {
    let select = |options: Vec<Value>| json!({ "type": 3, "custom_id": "a", "options": options });
    let option = |value: usize, label: &str| json!({ "value": value.to_string(), "label": label });
    for (select, words) in [
        (select((0..26).map(|n| option(n, "x")).collect()), "options: Must be 25"),
        (select(vec![option(1, &"x".repeat(101))]), "label: Must be 100"),
        (select(vec![option(1, "x"), option(1, "y")]), "option value is already used"),
        (select(Vec::new()), "options: This field is required"),
    ] {
        refuses_message(json!({ "content": "x", "components": [{ "type": 1, "components": [select] }] }), words);
    }
}

#[test]
fn messages_that_are_empty_or_might_ping() {
    let quiet = json!({ "parse": [] });
    refuses(json!({ "type": 4, "data": { "content": " ", "allowed_mentions": quiet } }), (400, 50006), "empty message");
    refuses(json!({ "type": 4, "data": { "content": "x" } }), (204, 0), "no `allowed_mentions`");
    let all = json!({ "parse": ["users"] });
    refuses(json!({ "type": 4, "data": { "content": "x", "allowed_mentions": all } }), (204, 0), "is not empty");
}

#[test]
fn forms_and_answers_that_do_not_fit() {
    let input = json!({ "type": 4, "style": 1, "custom_id": "a", "label": "x".repeat(46) });
    let form = json!({ "custom_id": "f", "title": "x".repeat(46), "components": [{ "type": 1, "components": [input] }] });
    refuses(json!({ "type": 9, "data": form }), (400, 50035), "data.title: Must be 45");
    refuses(json!({ "type": 6 }), (400, 50035), "no answer to a Command");
    refuses(json!({ "type": 8, "data": { "choices": [] } }), (400, 50035), "no answer to a Command");
}

#[test]
fn a_second_answer() {
    tells(async |world| {
        let bot = Requests::registered(&world).await?;
        let (asked, once) = (bot.is_asked().await?, json!({ "type": 5 }));
        ensure!(bot.answers_again(&once).await? == (204, 0), "the first answer is right");
        ensure!(bot.answers_again(&once).await? == (400, 40060), "the second is not");
        world.forgives("40060")?;
        ensure!(bot.follows_up("At last.").await? == (200, 0), "a follow-up fills the deferred answer");
        ensure!(asked.await??.was_deferred(), "the reader saw it thinking");
        Ok(())
    });
}

#[test]
fn answers_that_come_too_late() {
    tells(async |world| {
        let bot = Requests::registered(&world).await?;
        let asked = bot.is_asked().await?;
        world.lets_pass(Duration::from_secs(3));
        ensure!(bot.answers_again(&json!({ "type": 5 })).await? == (404, 10062), "3 s are over");
        ensure!(asked.await?.is_err_and(|error| error.to_string().contains("did not respond")), "a person sees that");
        world.forgives("10062")?;
        world.forgives("did not respond")?;
        bot.answers_the_reader(&json!({ "type": 5 })).await?;
        world.lets_pass(Duration::from_secs(15 * 60));
        ensure!(bot.follows_up("Sorry!").await? == (401, 50027), "15 minutes are over");
        world.forgives("50027")?;
        let end = world.checks_the_end();
        ensure!(end.is_err_and(|error| error.to_string().contains("thinking")), "it would think for ever");
        bot.deletes_the_last().await
    });
}

#[test]
fn follow_ups_before_the_first_answer_or_too_many_away_from_home() {
    tells(async |world| {
        let bot = Requests::registered(&world).await?;
        let asked = bot.is_asked_by(world.reader().user_installed()).await?;
        ensure!(bot.follows_up("x").await? == (404, 10015), "nothing to follow yet");
        world.forgives("10015")?;
        bot.answers_again(&json!({ "type": 4, "data": { "content": "x", "allowed_mentions": { "parse": [] } } })).await?;
        asked.await??;
        for _ in 0..5 {
            ensure!(bot.follows_up("x").await? == (200, 0), "five are allowed");
            world.reader().user_installed().reads().await?;
        }
        ensure!(bot.follows_up("x").await? == (400, 40094), "the sixth is not");
        world.forgives("40094")
    });
}

#[test]
fn a_wrong_token_and_a_route_that_is_not_modelled() {
    tells(async |world| {
        let bot = Requests::registered(&world).await?;
        ensure!(bot.with_another_token().asks(Method::GET, "users/@me", &Value::Null).await? == (401, 0), "the token is wrong");
        world.forgives("wrong token")?;
        ensure!(bot.asks(Method::GET, "voice/regions", &Value::Null).await? == (501, 0), "nobody modelled that");
        world.forgives("does not model this route")
    });
}

#[test]
fn writing_where_the_bot_may_not() {
    let sends = async |world: &World, bot: &Requests, body: Value| {
        let channel = world.id_of("Newsroom/general");
        bot.asks(Method::POST, &format!("channels/{channel}/messages"), &body).await
    };
    tells(async |world| {
        let bot = Requests::registered(&world).await?;
        let quiet = json!({ "parse": [] });
        let embed = json!({ "embeds": [{ "title": "x" }], "allowed_mentions": quiet });
        for (taken, expected) in [
            (Permissions::EMBED_LINKS, (403, 50013)),
            (Permissions::SEND_MESSAGES, (403, 50013)),
            (Permissions::VIEW_CHANNEL, (403, 50001)),
        ] {
            world.takes_from_the_bot("Newsroom", "general", taken)?;
            let answer = sends(&world, &bot, embed.clone()).await?;
            ensure!(answer == expected, "{answer:?}, not {expected:?}");
            world.forgives(&expected.1.to_string())?;
        }
        Ok(())
    });
}

#[test]
fn what_an_answer_to_typing_may_hold() {
    tells(async |world| {
        let bot = Requests::registered(&world).await?;
        let choices: Vec<Value> = (0..26).map(|n| json!({ "name": "x", "value": n.to_string() })).collect();
        bot.is_typed_to().await?;
        let answer = bot.answers_again(&json!({ "type": 8, "data": { "choices": choices } })).await?;
        ensure!(answer == (400, 50035), "{answer:?}");
        world.forgives("data.choices: Must be 25")?;
        let long = json!([{ "name": "x".repeat(101), "value": "" }]);
        bot.answers_again(&json!({ "type": 8, "data": { "choices": long } })).await?;
        world.forgives("choices.0.name: Must be 100 or fewer in length, not 101.; data.choices.0.value: Must be 1 or more")
    });
}

#[test]
fn commands_beyond_the_limits_and_commands_that_nobody_registered() {
    tells(async |world| {
        let bot = Requests::registered(&world).await?;
        let text = |name: &str, required: bool| json!({ "type": 3, "name": name, "description": "x", "required": required });
        for (command, words) in [
            (json!({ "name": "Ask", "description": "x" }), "name is invalid"),
            (json!({ "name": "ask", "description": "x".repeat(101) }), "description: Must be 100"),
            (json!({ "name": "ask", "description": "x", "options": [text("a", false), text("b", true)] }), "Required options"),
            (json!({ "name": "ask", "description": "x", "name_localizations": { "xx": "a" } }), "not a valid locale"),
            (json!({ "name": "Find", "type": 3, "description": "x" }), "cannot have description"),
        ] {
            ensure!(bot.registers(json!([command])).await?.0 == 400, "{words}");
            world.forgives(words)?;
        }
        ensure!(world.reader().runs("/sing").await.is_err(), "nobody registered that");
        world.forgives("`sing` is not registered")
    });
}

#[test]
fn a_message_that_nobody_read_fails_the_story() {
    tells(async |world| {
        let bot = Requests::registered(&world).await?;
        let direct = bot.told(Method::POST, "users/@me/channels", &json!({ "recipient_id": world.id_of("reader") })).await?;
        let path = format!("channels/{}/messages", direct["id"].as_str().unwrap_or_default());
        bot.asks(Method::POST, &path, &json!({ "content": "Psst.", "allowed_mentions": { "parse": [] } })).await?;
        ensure!(world.checks_the_end().is_err_and(|error| error.to_string().contains("Psst.")), "it was not read");
        ensure!(world.reader().in_direct_message().expects_silence().await.is_err(), "it was not silent");
        world.reader().in_direct_message().reads().await?;
        Ok(())
    });
}

#[test]
fn what_people_say_to_each_other_is_hidden_without_the_intent() {
    tells(async |world: World| -> Result<()> {
        let bot = Requests::registered(&world).await?;
        let path = format!("channels/{}/messages", world.id_of("Newsroom/general"));
        world.reader().posts("A secret.");
        world.reader().posts("<@bot> not a secret.");
        let seen = async || {
            let told = bot.told(Method::GET, &path, &Value::Null).await?;
            anyhow::Ok((told[1]["content"].clone(), told[0]["content"].to_string().contains("not a secret.")))
        };
        ensure!(seen().await? == (json!(""), true), "only what mentions the bot can be read");
        world.grants_message_content();
        ensure!(seen().await? == (json!("A secret."), true), "now everything can be read");
        Ok(())
    });
}

#[test]
fn a_file_is_served_under_its_own_name_and_type_alone() {
    tells(async |world| {
        let bot = Requests::registered(&world).await?;
        let file = json!({ "type": 11, "name": "file", "description": "x" });
        ensure!(bot.registers(json!([{ "name": "add", "description": "x", "options": [file] }])).await?.0 == 200, "a command for files");
        let reader = world.reader().holds("a.md", "# A");
        let asked = tokio::spawn(async move { reader.runs("/add file:a.md").await });
        let attached = world.newest_attachment().await?;
        let got = reqwest::get(attached["url"].as_str().unwrap_or_default()).await?;
        ensure!(got.headers()["content-type"] == "text/markdown; charset=utf-8" && got.text().await? == "# A", "it is there");
        let other = attached["url"].as_str().unwrap_or_default().replace("a.md", "b.md");
        ensure!(reqwest::get(&other).await?.status() == 404, "it has no other name");
        bot.answers_again(&json!({ "type": 4, "data": { "content": "x", "allowed_mentions": { "parse": [] } } })).await?;
        asked.await??;
        Ok(())
    });
}
