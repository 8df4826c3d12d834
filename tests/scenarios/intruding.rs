//! Those who may not change a library, whatever they send: refused in private, and nothing is changed.

use anyhow::{Context as _, ensure};
use insta::assert_snapshot;

use crate::administering::REGATTA;
use crate::world::{World, scenario, tells};

/// Every command that is for those who answer for a library.
const COMMANDS: [&str; 14] = [
    "/article add file:regatta.md",
    "/article list",
    "/article show id:regatta",
    "/article remove id:regatta",
    "/article versions id:regatta",
    "/article log",
    "/article purge id:regatta",
    "/feed add url:https://wire.example/feed",
    "/feed list",
    "/feed remove url:https://wire.example/feed",
    "/feed refresh",
    "/reindex",
    "/settings",
    "/doctor",
];

/// What the store holds of all that an editor can change.
async fn kept(world: &World) -> anyhow::Result<Vec<i64>> {
    let mut kept = vec![];
    for rows in [
        "SELECT COALESCE(MAX(revision), 0) FROM articles",
        "SELECT COUNT(*) FROM articles WHERE retired = 0",
        "SELECT COUNT(*) FROM proposals",
        "SELECT COUNT(*) FROM admin_log",
        "SELECT COUNT(*) FROM feeds",
        "SELECT COUNT(*) FROM guild_settings",
    ] {
        kept.push(world.counts(rows).await?);
    }
    Ok(kept)
}

async fn an_admin_adds(world: &World) -> anyhow::Result<()> {
    let admin = world.admin().holds("regatta.md", REGATTA);
    let preview = admin.runs("/article add file:regatta.md").await?;
    admin.presses(&preview, "Confirm").await?;
    for command in ["article", "feed", "reindex", "settings", "doctor"] {
        world.offers_to_everyone(command);
    }
    Ok(())
}

#[test]
fn commands_are_offered_to_those_who_may_manage_the_server() {
    scenario(async |world| {
        let ours = ["article", "doctor", "feed", "reindex", "settings"];
        let has = |names: Vec<String>| ours.map(|name| names.iter().any(|offered| offered == name));
        ensure!(has(world.admin().is_offered()) == [true; 5], "{:?}", world.admin().is_offered());
        for other in [world.reader(), world.rival(), world.owner(), world.admin().in_guild("Gazette")] {
            ensure!(has(other.is_offered()) == [false; 5], "{:?}", other.is_offered());
        }
        ensure!(!world.reader().runs("/help").await?.to_string().contains("/article add"), "/help leaves them out");
        ensure!(world.admin().runs("/help").await?.to_string().contains("/article add"), "/help names them");
        Ok(())
    });
}

#[test]
fn readers_and_admins_of_other_servers_are_refused_by_every_command() {
    scenario(async |world| {
        an_admin_adds(&world).await?;
        let before = kept(&world).await?;
        for line in COMMANDS {
            for person in [world.reader(), world.rival()] {
                let refused = person.holds("regatta.md", REGATTA).runs(line).await?.to_string();
                let expected = "(only you can see this)\n┃ You need the permission “Manage Server” here for that. Nothing was changed.";
                ensure!(refused == expected, "{line}: {refused}");
            }
        }
        ensure!(world.reader().types("/article show id:reg").await?.is_empty(), "nothing is offered");
        ensure!(kept(&world).await? == before, "nothing was changed");
        Ok(())
    });
}

#[test]
fn in_private_and_where_the_bot_is_no_member_commands_say_where_they_can_be_used() {
    scenario(async |world| {
        an_admin_adds(&world).await?;
        let before = kept(&world).await?;
        let direct = world.admin().in_direct_message();
        assert_snapshot!(direct.runs("/article list").await?, @r"
        (only you can see this)
        ┃ In direct messages this is for whoever runs this bot. Use it on a server where you have the permission “Manage Server”. Nothing was changed.
        ");
        assert_snapshot!(direct.runs("/settings").await?, @r"
        (only you can see this)
        ┃ Settings belong to a server: use this on a server that I am a member of. Nothing was changed.
        ");
        let away = world.rival().user_installed();
        assert_snapshot!(away.runs("/article remove id:regatta").await?, @r"
        (only you can see this)
        ┃ This is for servers that I am a member of, and there for those with the permission “Manage Server”. Nothing was changed.
        ");
        assert_snapshot!(away.with_a_friend().runs("/reindex").await?, @r"
        (only you can see this)
        ┃ In direct messages this is for whoever runs this bot. Use it on a server where you have the permission “Manage Server”. Nothing was changed.
        ");
        assert_snapshot!(world.owner().in_direct_message().runs("/settings").await?, @r"
        (only you can see this)
        ┃ Settings belong to a server: use this on a server that I am a member of. Nothing was changed.
        ");
        ensure!(kept(&world).await? == before, "nothing was changed");
        Ok(())
    });
}

#[test]
fn owning_the_bot_gives_everyones_library_and_no_servers_settings() {
    scenario(async |world| {
        an_admin_adds(&world).await?;
        let list = world.owner().runs("/article list").await?;
        ensure!(list.to_string().contains("night-market") && !list.to_string().contains("regatta"), "{list}");
        let refused = world.owner().runs("/settings").await?;
        ensure!(refused.to_string().contains("You need the permission “Manage Server”"), "{refused}");
        let refused = world.admin().runs("/article remove id:night-market").await?;
        assert_snapshot!(refused, @r"
        (only you can see this)
        ┃ night-market is in everyone’s library; only whoever runs this bot may change it.
        ");
        Ok(())
    });
}

#[test]
fn who_is_named_in_the_settings_owns_the_bot_as_well() {
    tells(async |world| {
        let named = format!("[{}]", world.id_of("stranger"));
        let world = world.with(&[("DISCORD_OWNERS", &named)]);
        world.starts_the_bot().await?;
        let list = world.stranger().in_direct_message().runs("/article list").await?;
        ensure!(list.to_string().contains("Everyone’s library") && list.to_string().contains("night-market"), "{list}");
        ensure!(world.reader().in_direct_message().runs("/article list").await?.to_string().contains("whoever runs this bot"), "a reader");
        world.stops_the_bot().await
    });
}

#[test]
fn another_servers_articles_cannot_be_reached_by_their_ids() {
    scenario(async |world| {
        an_admin_adds(&world).await?;
        let rival = world.rival().in_guild("Gazette").speaks("en-US");
        for line in ["/article show id:regatta", "/article remove id:regatta", "/article versions id:regatta", "/article purge id:regatta"]
        {
            let refused = rival.runs(line).await?;
            ensure!(refused.to_string().contains("There is no article regatta in this library."), "{line}: {refused}");
        }
        let log = rival.runs("/article log").await?;
        ensure!(log.to_string().contains("Nothing was changed yet."), "{log}");
        ensure!(
            world.reader().runs("/ask question:what is the first prize?").await?.to_string().contains("silver oar"),
            "it is still there"
        );
        Ok(())
    });
}

#[test]
fn nobody_acts_by_another_persons_button_or_a_forged_one() {
    scenario(async |world| {
        let admin = world.admin().holds("regatta.md", REGATTA);
        let preview = admin.runs("/article add file:regatta.md").await?;
        let id = preview.custom_id("Confirm")?;
        let token = id.rsplit('.').next().context("an id has parts")?.to_owned();
        let card = world.reader().runs("/ask question:how much did the tunnel cost?").await?;
        let text = card.to_string();
        // As it is, by somebody else.
        let refused = world.reader().forges(&card, &id).await?;
        assert_snapshot!(refused, @r"
        (only you can see this)
        ┃ This button is somebody else’s. Nothing was changed.
        ");
        // In the name of the person themselves, who may not do it.
        let own = |name: &str| anyhow::Ok(format!("1.e.{}.y.{token}", base36(world.id_of(name).parse()?)));
        let refused = world.reader().forges(&card, &own("reader")?).await?;
        assert_snapshot!(refused, @r"
        (only you can see this)
        ┃ You need the permission “Manage Server” here for that. Nothing was changed.
        ");
        // By who may change another library, and by who may change everyone's.
        let refused = world.rival().in_guild("Gazette").forges(&card, &own("rival")?).await?;
        assert_snapshot!(refused, @r"
        (only you can see this)
        ┃ This preview is no longer there; make it again.
        ");
        ensure!(world.owner().forges(&card, &own("owner")?).await?.to_string().contains("no longer there"), "the owner");
        // By its own person in another server.
        let refused = world.admin().in_guild("Gazette").forges(&card, &id).await?;
        ensure!(refused.to_string().contains("You need the permission"), "{refused}");
        for nonsense in ["1.e.0.y.", "1.e.zz.q.1", "1.e", &format!("1.e.{}.v.1", base36(world.id_of("reader").parse()?))] {
            ensure!(world.reader().forges(&card, nonsense).await?.to_string().starts_with("(only you can see this)"), "{nonsense}");
        }
        ensure!(card.now() == text, "the card that was pressed is as it was");
        ensure!(world.counts("SELECT COUNT(*) FROM articles WHERE library <> 'everyone'").await? == 0, "nothing was added");
        ensure!(admin.presses(&preview, "Confirm").await?.to_string().contains("was added"), "its own person can still confirm");
        Ok(())
    });
}

#[test]
fn an_admin_who_is_one_no_longer_cannot_confirm() {
    scenario(async |world| {
        let admin = world.admin().holds("regatta.md", REGATTA);
        let preview = admin.runs("/article add file:regatta.md").await?;
        let settings = admin.runs("/settings").await?;
        world.demotes("Newsroom", "admin");
        let refused = admin.presses(&preview, "Confirm").await?;
        ensure!(refused.to_string().contains("You need the permission “Manage Server”"), "{refused}");
        let refused = admin.presses(&settings, "Answer privately").await?;
        ensure!(refused.to_string().contains("You need the permission “Manage Server”"), "{refused}");
        let refused = admin.selects(&settings, "Deutsch").await?;
        ensure!(refused.to_string().contains("You need the permission “Manage Server”"), "{refused}");
        ensure!(kept(&world).await?[5] == 0, "nothing was set");
        Ok(())
    });
}

fn base36(mut number: u64) -> String {
    let mut digits = vec![];
    while number > 0 {
        digits.push(char::from_digit((number % 36) as u32, 36).expect("a remainder of 36 is a digit"));
        number /= 36;
    }
    digits.iter().rev().collect()
}
