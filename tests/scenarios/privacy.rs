//! `/privacy`: what is kept of a person, and how it goes.

use anyhow::{Result, ensure};
use insta::assert_snapshot;
use sqlx::Row;

use crate::world::{World, scenario};

const TOLL: &str = "/ask question:what is the toll?";

/// In how many places of the store the reader's number stands, whatever the column.
async fn traces(world: &World) -> Result<i64> {
    let reader: i64 = world.id_of("reader").parse()?;
    let pool = world.library().store().pool().clone();
    let mut found = 0;
    for table in sqlx::query("SELECT name FROM sqlite_master WHERE type = 'table'").fetch_all(&pool).await? {
        let table: String = table.get(0);
        for column in sqlx::query(sqlx::AssertSqlSafe(format!("PRAGMA table_info({table})"))).fetch_all(&pool).await? {
            let column: String = column.get("name");
            let count = format!("SELECT COUNT(*) FROM {table} WHERE CAST({column} AS TEXT) LIKE '%{reader}%'");
            found += sqlx::query(sqlx::AssertSqlSafe(count)).fetch_one(&pool).await?.get::<i64, _>(0);
        }
    }
    Ok(found)
}

/// What is said with every day in place of its digits: how long things are kept is a matter of constants.
fn undated(text: &str) -> String {
    let date = regex::Regex::new(r"\d+ [A-Z][a-z]+ \d{4}").expect("the pattern is well formed");
    date.replace_all(text, "DAY").into_owned()
}

#[test]
fn nothing_is_kept_of_who_did_nothing() {
    scenario(async |world| {
        assert_snapshot!(world.reader().runs("/privacy show").await?, @r"
        (only you can see this)
        ┃ What I keep of you
        ┃ I answer what you ask and do not keep it with your name.
        ┃
        ┃ Votes on quotes: none. A vote is deleted after half a year.
        ┃
        ┃ Cards that you asked for: none. That it was you is forgotten after 30 days.
        ┃
        ┃ What you change as an admin, such as articles and settings, is kept with your number at Discord for a year.
        ┃
        ┃ /privacy delete deletes your votes, and that you asked for those cards, at once.
        ");
        Ok(())
    });
}

#[test]
fn what_is_kept_is_listed_and_deleted() {
    scenario(async |world| {
        let reader = world.reader();
        let card = reader.runs(TOLL).await?;
        reader.says("<@bot> what is the toll?").await?;
        reader.runs(&format!("{TOLL} private:true")).await?;
        reader.presses(&card, "👍").await?;
        world.stranger().presses(&card, "👎").await?;
        // A vote and two cards, of which the last is written down after it is shown.
        while traces(&world).await? < 3 {
            tokio::task::yield_now().await;
        }
        let told = reader.runs("/privacy show").await?;
        assert_snapshot!(undated(&told.to_string()), @r"
        (only you can see this)
        ┃ What I keep of you
        ┃ I answer what you ask and do not keep it with your name.
        ┃
        ┃ Votes on quotes: 1. The last one is deleted on DAY.
        ┃
        ┃ Cards that you asked for: 2. That it was you is forgotten on DAY at the latest.
        ┃
        ┃ What you change as an admin, such as articles and settings, is kept with your number at Discord for a year.
        ┃
        ┃ /privacy delete deletes your votes, and that you asked for those cards, at once.
        ");
        assert_snapshot!(reader.runs("/privacy delete").await?, @r"
        (only you can see this)
        ┃ Deleted: votes: 1; cards that are no longer known to be yours: 2.
        ");
        ensure!(traces(&world).await? == 0, "nothing of the reader is left");
        ensure!(world.library().store().votes().await?[0].down == 1, "the stranger's vote stays");
        world.purges("harbour-tunnel").await?;
        card.becomes("The article that was quoted here was removed.").await?;
        reader.reads().await?;
        Ok(())
    });
}

#[test]
fn who_asked_is_forgotten_after_thirty_days() {
    scenario(async |world| {
        world.reader().runs(TOLL).await?;
        while traces(&world).await? == 0 {
            tokio::task::yield_now().await;
        }
        world.changes_the_store("UPDATE cards SET asker_until = 1").await?;
        world.restarts_the_bot().await?;
        while traces(&world).await? > 0 {
            tokio::task::yield_now().await;
        }
        Ok(())
    });
}
