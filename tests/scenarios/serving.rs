//! The program itself: `takeaway` with a token, until it is interrupted.

use std::process::{Output, Stdio};
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, Command};

use crate::administering::REGATTA;
use crate::world::{World, tells};

/// How long the program may take to leave.
const LEAVING: Duration = Duration::from_secs(12);

/// `takeaway` as an operator starts it, all that it logs included.
fn takeaway(world: &World, arguments: &[&str], environment: &[(&str, &str)]) -> Result<Child> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_takeaway"));
    command.arg("--data").arg(world.data()).args(arguments).env_clear().env("TAKEAWAY_DISCORD_API", world.address());
    command.envs(environment.iter().copied()).current_dir(world.data());
    command.stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true);
    Ok(command.spawn()?)
}

async fn ends(child: Child) -> Result<Output> {
    Ok(tokio::time::timeout(LEAVING, child.wait_with_output()).await.context("the program does not end")??)
}

async fn terminated(child: Child) -> Result<Output> {
    let id = child.id().context("it is running")?;
    let killed = Command::new("kill").arg("-TERM").arg(id.to_string()).status().await?;
    ensure!(killed.success(), "it could be signalled");
    ends(child).await
}

#[test]
fn a_token_is_enough_to_serve_until_the_program_is_terminated() {
    tells(async |world| {
        let child = takeaway(&world, &[], &[("DISCORD_TOKEN", &world.token())])?;
        world.hears_the_bot().await?;
        let reply = world.reader().runs("/ask question:how much did the tunnel cost?").await?;
        ensure!(reply.to_string().contains("812 million crowns"), "{reply}");
        let output = terminated(child).await?;
        ensure!(output.status.code() == Some(0), "{output:?}");
        Ok(())
    });
}

#[test]
fn nothing_that_people_type_and_no_token_is_logged() {
    tells(async |world| {
        let token = world.data().join("token");
        std::fs::write(&token, format!("{}\n", world.token()))?;
        let token = token.to_str().context("the path is text")?;
        let child = takeaway(&world, &["serve"], &[("DISCORD_TOKEN_FILE", token), ("TAKEAWAY_LOG_LEVEL", "trace")])?;
        world.hears_the_bot().await?;
        world.answers_next_with(500);
        world.answers_next_with(500);
        world.reader().posts("<@bot> sesquipedalian?");
        world.meets_all_faults().await?;
        world.reader().expects_silence().await?;
        world.reader().in_direct_message().says("sesquipedalian?").await?;
        world.reader().runs("/ask question:sesquipedalian?").await?;
        let (_, answered_by) = world.newest_interaction().context("it was asked")?;
        let output = terminated(child).await?;
        let log = String::from_utf8_lossy(&output.stderr);
        ensure!(log.contains("could not answer"), "the failure was logged: {log}");
        for secret in ["sesquipedalian", &world.token(), &answered_by] {
            ensure!(!log.contains(secret), "`{secret}` is in the log:\n{log}");
        }
        Ok(())
    });
}

#[test]
fn what_people_ask_is_logged_where_a_setting_says_so() {
    tells(async |world| {
        let child = takeaway(&world, &[], &[("DISCORD_TOKEN", &world.token()), ("TAKEAWAY_LOG_QUESTIONS", "true")])?;
        world.hears_the_bot().await?;
        world.reader().runs("/ask question:sesquipedalian?").await?;
        let output = terminated(child).await?;
        ensure!(String::from_utf8_lossy(&output.stderr).contains("sesquipedalian"), "{output:?}");
        Ok(())
    });
}

#[test]
fn what_goes_on_in_the_background_goes_on_after_it_crashed() {
    tells(async |world| {
        let mut child = takeaway(&world, &[], &[("DISCORD_TOKEN", &world.token())])?;
        world.hears_the_bot().await?;
        let card = world.reader().runs("/ask question:how much did the tunnel cost?").await?;
        let file = world.data().join("takeaway.db");
        let store = sqlx::SqlitePool::connect_with(sqlx::sqlite::SqliteConnectOptions::new().filename(file)).await?;
        let before: i64 = sqlx::query_scalar("SELECT value FROM revision").fetch_one(&store).await?;
        sqlx::query("UPDATE revision SET value = 'no number'").execute(&store).await?;
        let mut log = BufReader::new(child.stderr.take().context("it logs")?).lines();
        // It used to end there, and no purge was heard of any more.
        while !log.next_line().await?.context("it goes on")?.contains("withdrawing the cards of purged articles crashed") {}
        sqlx::query("UPDATE revision SET value = ?").bind(before).execute(&store).await?;
        store.close().await;
        world.purges("harbour-tunnel").await?;
        card.becomes("The article that was quoted here was removed.").await?;
        let output = terminated(child).await?;
        ensure!(output.status.code() == Some(0), "{output:?}");
        Ok(())
    });
}

#[test]
fn where_it_cannot_run_the_program_says_why_and_fails() {
    tells(async |world| {
        let wrong = ends(takeaway(&world, &[], &[("DISCORD_TOKEN", "wrong")])?).await?;
        ensure!(wrong.status.code() == Some(2), "{wrong:?}");
        ensure!(String::from_utf8_lossy(&wrong.stderr).contains("Discord refuses the bot's token"), "{wrong:?}");
        world.forgives("wrong token")?;
        let away = [("DISCORD_TOKEN", "x"), ("TAKEAWAY_DISCORD_API", "http://127.0.0.1:9")];
        let away = ends(takeaway(&world, &[], &away)?).await?;
        ensure!(away.status.code() == Some(2) && String::from_utf8_lossy(&away.stderr).contains("cannot reach Discord"), "{away:?}");
        let none = ends(takeaway(&world, &["serve"], &[])?).await?;
        ensure!(none.status.code() == Some(2) && String::from_utf8_lossy(&none.stderr).contains("DISCORD_TOKEN"), "{none:?}");
        let help = ends(takeaway(&world, &[], &[])?).await?;
        ensure!(help.status.success() && String::from_utf8_lossy(&help.stdout).contains("takeaway chat"), "{help:?}");
        Ok(())
    });
}

#[test]
fn an_admin_of_a_running_program_adds_an_article_by_file_and_asks_about_it_at_once() {
    tells(async |world| {
        let child = takeaway(&world, &[], &[("DISCORD_TOKEN", &world.token())])?;
        world.hears_the_bot().await?;
        let admin = world.admin().holds("regatta.md", REGATTA);
        let preview = admin.runs("/article add file:regatta.md").await?;
        admin.presses(&preview, "Confirm").await?;
        let reply = world.reader().runs("/ask question:what is the first prize?").await?;
        ensure!(reply.to_string().contains("silver oar"), "{reply}");
        let output = terminated(child).await?;
        ensure!(output.status.code() == Some(0), "{output:?}");
        ensure!(!String::from_utf8_lossy(&output.stderr).contains("building it again"), "nothing was lost: {output:?}");
        Ok(())
    });
}

#[test]
fn the_program_answers_on_every_surface_that_a_reader_has() {
    tells(async |world| {
        let child = takeaway(&world, &["serve"], &[("DISCORD_TOKEN", &world.token())])?;
        world.hears_the_bot().await?;
        let (reader, cost) = (world.reader(), "812 million crowns");
        let asked = reader.runs("/ask question:how much did the tunnel cost?").await?;
        let topic = reader.runs("/takeaway topic:cost").await?;
        let choices = reader.types("/takeaway topic:cos").await?;
        ensure!(choices.len() == 1, "{choices:?}");
        let picked = reader.picks("/takeaway topic:cos", &choices[0]).await?;
        let mentioned = reader.says("<@bot> how much did the tunnel cost?").await?;
        let replied = reader.replies_to(&mentioned, "how much did the tunnel cost?").await?;
        let alone = reader.clone().in_direct_message().says("how much did the tunnel cost?").await?;
        let said = reader.posts("I heard that the tunnel cost 812 million crowns.");
        let found = reader.uses_menu("Find the source", said).await?;
        let away = world.reader().user_installed().runs("/ask question:how much did the tunnel cost?").await?;
        for answer in [&asked, &topic, &picked, &mentioned, &replied, &alone, &found, &away] {
            ensure!(answer.to_string().contains(cost) && !answer.was_deferred(), "{answer}");
        }
        reader.presses(&asked, "👍").await?;
        let wide = reader.presses(&asked, "Context").await?;
        ensure!(wide.to_string().contains(cost), "{wide}");
        ensure!(reader.runs("/privacy show").await?.to_string().contains("Votes on quotes: 1"), "the vote is kept");
        let output = terminated(child).await?;
        ensure!(output.status.code() == Some(0), "{output:?}");
        Ok(())
    });
}
