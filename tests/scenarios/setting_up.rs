//! `/settings`, `/doctor`, `/reindex` and `/feed`.

use anyhow::ensure;
use insta::assert_snapshot;
use serenity::model::Permissions;

use crate::administering::REGATTA;
use crate::site::{REACHABLE, Site};
use crate::world::{scenario, scenario_with};

#[test]
fn a_server_sets_its_language_who_sees_answers_and_where_mentions_are_answered() {
    scenario(async |world| {
        let admin = world.admin();
        let settings = admin.runs("/settings").await?;
        assert_snapshot!(settings, @r"
        (only you can see this)
        ┃ Settings of this server
        ┃ Language: each person’s own
        ┃ Commands are answered in public, unless somebody asks otherwise.
        ┃ Mentions are answered in every channel.
        [The bot’s language ▾ ✓ each person’s own · English · Русский · Français · Deutsch · Español · Português]
        [Channels where mentions are answered ▾ ]
        [Answer privately]
        ");
        let settings = admin.presses(&settings, "Answer privately").await?;
        let settings = admin.selects(&settings, "#articles").await?;
        let settings = admin.selects(&settings, "Deutsch").await?;
        assert_snapshot!(settings, @r"
        (only you can see this)
        ┃ Einstellungen dieses Servers
        ┃ Sprache: Deutsch
        ┃ Befehle werden privat beantwortet, wenn niemand es anders verlangt.
        ┃ Erwähnungen werden nur in einem Kanal beantwortet.
        ┃ #articles
        [Sprache des Bots ▾ je nach Person · English · Русский · Français · ✓ Deutsch · Español · Português]
        [Kanäle, in denen Erwähnungen beantwortet werden ▾ ]
        [Öffentlich antworten]
        ");
        world.restarts_the_bot().await?;
        let answer = world.reader().runs("/ask question:what is the toll?").await?;
        ensure!(answer.to_string().starts_with("(only you can see this)") && answer.to_string().contains("12. Mai 2031"), "{answer}");
        let public = world.reader().runs("/ask question:what is the toll? private:false").await?;
        ensure!(!public.to_string().starts_with("(only you"), "{public}");
        world.reader().posts("<@bot> what is the toll?");
        world.reader().expects_silence().await?;
        let there = world.reader().in_channel("articles").says("<@bot> what is the toll?").await?;
        ensure!(there.to_string().contains("> Drivers pay a toll"), "{there}");
        let elsewhere = world.reader().in_guild("Gazette").runs("/ask question:what is the toll?").await?;
        ensure!(!elsewhere.to_string().starts_with("(only you") && elsewhere.to_string().contains("12 May 2031"), "{elsewhere}");
        Ok(())
    });
}

#[test]
fn two_settings_that_are_changed_at_once_are_both_changed() {
    scenario_with(&[("DISCORD_DEFER_AFTER_MS", "1")], async |world| {
        let admin = world.admin();
        let (one, other) = (admin.runs("/settings").await?, admin.runs("/settings").await?);
        let held = world.holds_the_store().await?;
        let lets_go = async {
            // Each used to be made of what there was before the other.
            world.sees_updates_announced(2).await?;
            drop(held);
            Ok(())
        };
        let (private, german) = (admin.presses(&one, "Answer privately"), admin.selects(&other, "Deutsch"));
        tokio::try_join!(private, german, lets_go)?;
        world.restarts_the_bot().await?;
        let settings = admin.runs("/settings").await?;
        ensure!(settings.to_string().contains("✓ Deutsch") && settings.to_string().contains("[Öffentlich antworten]"), "{settings}");
        Ok(())
    });
}

#[test]
fn the_doctor_names_what_is_missing_and_what_to_do() {
    scenario(async |world| {
        let admin = world.admin();
        assert_snapshot!(admin.runs("/doctor").await?, @r"
        (only you can see this)
        ┃ What is missing here
        ┃ Nothing is missing: I can read, answer and show everything here.
        ");
        let settings = admin.runs("/settings").await?;
        admin.selects_all(&settings, &["#articles"]).await?;
        world.takes_from_the_bot("Newsroom", "articles", Permissions::SEND_MESSAGES)?;
        world.takes_from_the_bot("Newsroom", "general", Permissions::EMBED_LINKS | Permissions::READ_MESSAGE_HISTORY)?;
        assert_snapshot!(admin.runs("/doctor").await?, @r"
        (only you can see this)
        **What is missing here**

        I lack the permission “Embed Links” in this channel; allow it in the channel’s settings.
        I lack the permission “Read Message History” in this channel; allow it in the channel’s settings.
        I am to answer mentions in channel #articles, but lack “Send Messages” there; allow it in that channel’s settings.
        ");
        assert_snapshot!(world.owner().in_direct_message().runs("/doctor").await?, @r"
        (only you can see this)
        ┃ What is missing here
        ┃ Nobody is named as running this bot; set discord.run\_by.
        ");
        Ok(())
    });
}

#[test]
fn an_admin_builds_the_index_of_their_library_and_an_owner_every_index() {
    scenario(async |world| {
        let admin = world.admin().holds("regatta.md", REGATTA);
        let preview = admin.runs("/article add file:regatta.md").await?;
        admin.presses(&preview, "Confirm").await?;
        let done = admin.runs("/reindex").await?.to_string();
        ensure!(done.contains("Done: 1 article in ") && !done.contains("Article folder"), "{done}");
        std::fs::write(world.data().join("articles/boats.md"), "# Boats\n\nEach boat carries a lantern of brass.\n")?;
        let done = world.owner().in_direct_message().runs("/reindex").await?.to_string();
        ensure!(done.contains("Article folder: 1 added, 0 updated, 0 retired, 3 unchanged.\n┃ Done: 5 articles in "), "{done}");
        let answer = world.reader().runs("/ask question:what does each boat carry?").await?;
        ensure!(answer.to_string().contains("lantern of brass"), "{answer}");
        let answer = world.reader().runs("/ask question:what is the first prize?").await?;
        ensure!(answer.to_string().contains("silver oar"), "{answer}");
        Ok(())
    });
}

#[test]
fn a_long_reindexing_says_how_far_it_is_and_then_what_it_did() {
    scenario_with(&[("DISCORD_DEFER_AFTER_MS", "1")], async |world| {
        world.files_articles_in("Newsroom", 3).await?;
        let held = world.holds_the_store().await?;
        let reply = world.admin().runs("/reindex").await?;
        assert_snapshot!(reply, @r"
        (only you can see this)
        ┃ Building the index
        ┃ It begins.
        ");
        ensure!(reply.was_deferred(), "it was announced");
        drop(held);
        reply.becomes("Done: 3 articles in ").await?;
        Ok(())
    });
}

#[test]
fn an_admin_follows_a_feed_and_its_articles_are_the_servers_own() {
    scenario_with(&[REACHABLE], async |world| {
        let (site, admin) = (Site::opens().await?, world.admin());
        site.publishes("/regatta", "text/markdown", REGATTA);
        let item = format!("<item><guid>1</guid><link>{}</link><title>Regatta</title></item>", site.at("/regatta"));
        site.publishes("/feed", "application/rss+xml", &format!("<rss version=\"2.0\"><channel><title>Wire</title>{item}</channel></rss>"));
        let feed = site.at("/feed");
        let added = admin.runs(&format!("/feed add url:{feed}")).await?;
        assert_snapshot!(site.without_port(&added.to_string()), @r"
        (only you can see this)
        ┃ http\://site.example/feed is followed now.
        ┃ 1 added, 0 updated.
        ");
        let answer = world.reader().runs("/ask question:what is the first prize?").await?;
        ensure!(answer.to_string().contains("silver oar"), "{answer}");
        let elsewhere = world.reader().in_guild("Gazette").runs("/ask question:what is the first prize?").await?;
        ensure!(!elsewhere.to_string().contains("silver oar"), "{elsewhere}");
        site.publishes("/feed", "text/html", "no feed");
        let failed = admin.runs(&format!("/feed refresh url:{feed}")).await?;
        assert_snapshot!(site.without_port(&failed.to_string()), @r"
        (only you can see this)
        ┃ http\://site.example/feed is no feed that can be read; give the address of an RSS, Atom or JSON feed.
        ");
        let list = admin.runs("/feed list").await?.to_string();
        ensure!(list.contains("1 article · read ") && list.contains("The last fetch failed; its articles stay."), "{list}");
        ensure!(admin.runs("/doctor").await?.to_string().contains("fails; check it with /feed list."), "the doctor knows");
        let removed = admin.runs(&format!("/feed remove url:{feed}")).await?;
        ensure!(removed.to_string().contains("is no longer followed; its articles stay."), "{removed}");
        assert_snapshot!(site.without_port(&admin.runs(&format!("/feed remove url:{feed}")).await?.to_string()), @r"
        (only you can see this)
        ┃ http\://site.example/feed is not followed. /feed list shows what is.
        ");
        Ok(())
    });
}
