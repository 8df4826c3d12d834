//! Libraries of servers: apart from one another, bounded, and gone some time after the bot.

use anyhow::{Context as _, ensure};
use insta::assert_snapshot;
use takeaway::desk::{Answer, Asker, Desk};
use takeaway::search::Question;

use crate::administering::REGATTA;
use crate::world::{World, scenario, scenario_with};

/// The right ones, near misses, slips of the pen, and words that only the other server's articles hold.
const QUESTIONS: [&str; 10] = [
    "how much did the tunnel cost?",
    "what is the toll?",
    "how many boats did the regatta draw?",
    "what is the first prise?",
    "who wrote the tunnel article?",
    "is there parking near the tunnel?",
    "square",
    "which pier is grean?",
    "quand rouvre l'observatoire?",
    "wie viel kostete der Hafentunnel?",
];

/// All that a person of a server is told: whole answers with their confidences, suggestions, topics and the list.
async fn told(world: &World, guild: &str) -> anyhow::Result<Vec<String>> {
    let desk = Desk::new(world.library(), &world.settings()?);
    let guild = Some(world.id_of(guild).parse()?);
    let asker = Asker { guild, article: None };
    let mut told = vec![];
    for typed in QUESTIONS {
        let question = Question::parse(typed).context("it has words")?;
        told.push(format!("{:?}", desk.ask(asker, &question).await?));
        told.push(format!("{:?}", desk.source(asker, typed).await?));
        told.push(format!("{:?}", desk.suggest(asker, typed, 25).await?));
        let snapshot = world.library().snapshot(guild).await?;
        let ranking = desk.rank(asker, snapshot.clone(), &question).await?;
        told.push(format!("{ranking:?} {:?} {}", snapshot.languages(), snapshot.passages()));
    }
    told.push(format!("{:?} {:?}", desk.suggest(asker, "", 25).await?, desk.suggest_articles(asker, "tunnel", 25).await?));
    told.push(format!("{:?}", desk.articles(guild).await?));
    Ok(told)
}

#[test]
fn a_thousand_articles_of_one_server_change_nothing_for_another() {
    scenario(async |world| {
        let admin = world.admin().holds("regatta.md", REGATTA);
        let preview = admin.runs("/article add file:regatta.md").await?;
        admin.presses(&preview, "Confirm").await?;
        let (newsroom, gazette) = (told(&world, "Newsroom").await?, told(&world, "Gazette").await?);
        let card = world.reader().runs("/ask question:how much did the tunnel cost?").await?.to_string();
        world.files_articles_in("Gazette", 1000).await?;
        ensure!(told(&world, "Newsroom").await? == newsroom, "another server's articles are felt");
        ensure!(world.reader().runs("/ask question:how much did the tunnel cost?").await?.to_string() == card, "the card is another");
        ensure!(told(&world, "Gazette").await? != gazette, "the server itself sees its articles");
        let direct = world.reader().in_direct_message().runs("/ask question:which pier is grean?").await?;
        ensure!(!direct.to_string().contains("grean."), "{direct}");
        Ok(())
    });
}

#[test]
fn a_quote_of_one_server_cannot_be_read_by_another() {
    scenario(async |world| {
        world.files_articles_in("Gazette", 3).await?;
        let desk = Desk::new(world.library(), &world.settings()?);
        let asker = Asker { guild: Some(world.id_of("Gazette").parse()?), article: None };
        let Answer::Quoted(quoted) = desk.ask(asker, &Question::parse("which pier is grean?").context("words")?).await? else {
            anyhow::bail!("the server is answered from its own library")
        };
        let newsroom = Some(world.id_of("Newsroom").parse()?);
        for guild in [newsroom, None] {
            ensure!(desk.quote(guild, &quoted.cut).await?.is_none(), "it is read back for {guild:?}");
        }
        Ok(())
    });
}

#[test]
fn a_server_may_have_so_many_articles_and_so_much_text() {
    scenario_with(&[("LIBRARY_GUILD_ARTICLES", "2"), ("LIBRARY_GUILD_BYTES", "2000")], async |world| {
        world.files_articles_in("Newsroom", 2).await?;
        let admin = world.admin().holds("regatta.md", REGATTA);
        assert_snapshot!(admin.runs("/article add file:regatta.md").await?, @r"
        (only you can see this)
        ┃ This library is full: it may hold 2 articles. Remove one first.
        ");
        let advice = admin.runs("/doctor").await?;
        ensure!(advice.to_string().contains("This server’s library is full"), "{advice}");
        admin.runs("/article remove id:copy-1").await?;
        let long = format!("# Long\n\n{}", "The oar is silver and the pitch is black. ".repeat(50));
        let admin = world.admin().holds("long.md", long);
        let preview = admin.runs("/article add file:long.md").await?;
        assert_snapshot!(admin.presses(&preview, "Confirm").await?, @r"
        (only you can see this)
        ┃ This library is full: it may hold 2000 bytes of text, old versions included. Delete an article for good first.
        ");
        ensure!(world.files_articles(5).await.is_ok(), "everyone’s library has no such limit");
        Ok(())
    });
}

#[test]
fn one_id_means_one_article_to_those_who_see_both_libraries() {
    scenario(async |world| {
        let admin = world.admin().holds("night-market.md", REGATTA);
        let preview = admin.runs("/article add file:night-market.md").await?;
        let done = admin.presses(&preview, "Confirm").await?;
        ensure!(done.to_string().contains("was added as night-market-2."), "{done}");
        Ok(())
    });
}

/// A server with an article, a feed's worth of settings and a log.
async fn gazette_keeps_something(world: &World) -> anyhow::Result<()> {
    let rival = world.rival().in_guild("Gazette").holds("regatta.md", REGATTA);
    let preview = rival.runs("/article add file:regatta.md").await?;
    rival.presses(&preview, "Confirm").await?;
    let settings = rival.runs("/settings").await?;
    rival.selects(&settings, "Deutsch").await?;
    Ok(())
}

const ARTICLES: &str = "SELECT COUNT(*) FROM articles WHERE library <> 'everyone'";
const CARDS: &str = "SELECT COUNT(*) FROM cards WHERE library = 'everyone'";
const DEPARTURES: &str = "SELECT COUNT(*) FROM departures";

#[test]
fn what_a_server_kept_is_deleted_thirty_days_after_the_bot_was_removed() {
    scenario(async |world| {
        gazette_keeps_something(&world).await?;
        world.reader().in_guild("Gazette").runs("/ask question:what is the toll?").await?;
        world.comes_to(CARDS, 1).await?;
        world.throws_the_bot_out_of("Gazette");
        world.comes_to(DEPARTURES, 1).await?;
        world.changes_the_store("UPDATE departures SET departed = departed - 29 * 86400").await?;
        world.restarts_the_bot().await?;
        ensure!(world.counts(ARTICLES).await? == 1, "29 days are not enough");
        world.changes_the_store("UPDATE departures SET departed = departed - 2 * 86400").await?;
        world.restarts_the_bot().await?;
        world.comes_to(ARTICLES, 0).await?;
        for rows in [
            "SELECT COUNT(*) FROM versions WHERE library <> 'everyone'",
            "SELECT COUNT(*) FROM admin_log",
            "SELECT COUNT(*) FROM guild_settings",
            CARDS,
            DEPARTURES,
        ] {
            world.comes_to(rows, 0).await?;
        }
        let folder = world.data().join("segments").join(format!("guild-{}", world.id_of("Gazette")));
        world.restarts_the_bot().await?;
        world.invites_the_bot_to("Gazette");
        let list = world.rival().in_guild("Gazette").runs("/article list").await?;
        ensure!(list.to_string().contains("There is no article in this library yet."), "{list}");
        ensure!(!folder.exists(), "its index is gone as well");
        Ok(())
    });
}

#[test]
fn a_server_that_the_bot_comes_back_to_keeps_what_it_had() {
    scenario(async |world| {
        gazette_keeps_something(&world).await?;
        world.throws_the_bot_out_of("Gazette");
        world.comes_to(DEPARTURES, 1).await?;
        world.invites_the_bot_to("Gazette");
        world.comes_to(DEPARTURES, 0).await?;
        let answer = world.reader().in_guild("Gazette").runs("/ask question:what is the first prize?").await?;
        ensure!(answer.to_string().contains("silver oar"), "{answer}");
        Ok(())
    });
}

#[test]
fn a_server_that_asked_the_bot_back_while_it_was_away_keeps_what_it_had() {
    scenario(async |world| {
        gazette_keeps_something(&world).await?;
        world.throws_the_bot_out_of("Gazette");
        world.comes_to(DEPARTURES, 1).await?;
        world.changes_the_store("UPDATE departures SET departed = departed - 31 * 86400").await?;
        world.stops_the_bot().await?;
        world.invites_the_bot_to("Gazette");
        world.starts_the_bot().await?;
        // It used to delete what was due before it had heard where it is.
        world.comes_to(DEPARTURES, 0).await?;
        ensure!(world.counts(ARTICLES).await? == 1, "the server's article is gone");
        let answer = world.reader().in_guild("Gazette").runs("/ask question:what is the first prize?").await?;
        ensure!(answer.to_string().contains("silver oar"), "{answer}");
        Ok(())
    });
}

#[test]
fn an_outage_is_no_departure_and_a_departure_that_nobody_told_of_is_noticed() {
    scenario(async |world| {
        gazette_keeps_something(&world).await?;
        world.has_an_outage_in("Gazette");
        world.reader().runs("/articles").await?;
        ensure!(world.counts(DEPARTURES).await? == 0, "nobody left");
        world.stops_the_bot().await?;
        world.throws_the_bot_out_of("Gazette");
        world.starts_the_bot().await?;
        world.comes_to(DEPARTURES, 1).await
    });
}
