//! `/article`: what those who answer for a library do with it, and what readers then see.

use anyhow::ensure;
use insta::assert_snapshot;

use crate::site::{REACHABLE, Site};
use crate::world::{scenario, scenario_with};

/// An article as an admin uploads it.
pub const REGATTA: &str = "+++\noutlet = \"The Vell Gazette\"\npublished = 2031-07-01\n+++\n# The regatta of Vell\n\nBy Ana Prell\n\nThe regatta of Vell drew 93 boats this year.\n\n## Prizes\n\nThe first prize is a silver oar. The second prize is a barrel of pitch.\n";

/// Its correction.
pub const CORRECTED: &str = "+++\noutlet = \"The Vell Gazette\"\npublished = 2031-07-01\n+++\n# The regatta of Vell\n\nBy Ana Prell\n\nThe regatta of Vell drew 95 boats this year.\n\n## Prizes\n\nThe first prize is a silver oar. The second prize is a barrel of pitch.\n";

/// What only it answers.
pub const BOATS: &str = "/ask question:how many boats did the regatta of Vell draw?";

#[test]
fn an_admin_adds_an_article_by_file_and_it_can_be_asked_about_at_once() {
    scenario(async |world| {
        let admin = world.admin().holds("regatta.md", REGATTA);
        let preview = admin.runs("/article add file:regatta.md").await?;
        assert_snapshot!(preview, @r"
        (only you can see this)
        ┃ Preview: The regatta of Vell
        ┃ *Nothing is kept yet. Confirm to add it to this server’s library.*
        ┃
        ┃ Published by: The Vell Gazette
        ┃ Written by: Ana Prell
        ┃ Published: 1 July 2031
        ┃ Language: en
        ┃ Rights: short quotes only
        ┃
        ┃ Opening · 1 sentence
        ┃ The regatta of Vell drew 93 boats this year.
        ┃ Prizes · 2 sentences
        ┃ The first prize is a silver oar.
        ┃
        ┃ What became of the rest, and what is missing:
        ┃ became the byline: By Ana Prell
        ┃ no address is given
        ┃ no language is given; it was detected
        ┃
        ┃ Questions that it answers:
        ┃ Prizes?
        ┃ How many boats?
        [Confirm] [Cancel]
        ");
        ensure!(!world.reader().runs(BOATS).await?.to_string().contains("93 boats"), "a preview keeps nothing");
        assert_snapshot!(admin.presses(&preview, "Confirm").await?, @r"
        (only you can see this)
        ┃ “The regatta of Vell” was added as regatta. You can ask about it now.
        ");
        assert_snapshot!(world.reader().runs(BOATS).await?, @r"
        ┃ The Vell Gazette · Ana Prell
        ┃ The regatta of Vell
        ┃ > The regatta of Vell drew 93 boats this year.
        ┃ Opening · 1 July 2031 · version 1
        [Context] [Next match]
        [👍] [👎] [Delete]
        ");
        Ok(())
    });
}

#[test]
fn a_servers_articles_are_its_own() {
    scenario(async |world| {
        let admin = world.admin().holds("regatta.md", REGATTA);
        let preview = admin.runs("/article add file:regatta.md").await?;
        admin.presses(&preview, "Confirm").await?;
        for elsewhere in [world.reader().in_guild("Gazette"), world.reader().in_direct_message(), world.reader().user_installed()] {
            let answer = elsewhere.runs(BOATS).await?;
            ensure!(!answer.to_string().contains("93 boats"), "{answer}");
            let list = elsewhere.runs("/articles").await?;
            ensure!(!list.to_string().contains("regatta"), "{list}");
            ensure!(elsewhere.types("/takeaway topic:priz").await?.is_empty(), "no topic of it is offered");
        }
        ensure!(world.reader().types("/takeaway topic:priz").await? == ["Prizes · The regatta of Vell"], "it is offered at home");
        Ok(())
    });
}

#[test]
fn an_owner_in_direct_messages_acts_on_everyones_library() {
    scenario(async |world| {
        let owner = world.owner().in_direct_message().holds("regatta.md", REGATTA);
        let preview = owner.runs("/article add file:regatta.md").await?;
        ensure!(preview.to_string().contains("Confirm to add it to everyone’s library."), "{preview}");
        owner.presses(&preview, "Confirm").await?;
        let answer = world.stranger().in_guild("Gazette").runs(BOATS).await?;
        ensure!(answer.to_string().contains("93 boats"), "{answer}");
        let refused = owner.runs("/article remove id:night-market").await?;
        assert_snapshot!(refused, @r"
        (only you can see this)
        ┃ night-market can be changed only the way it came: from the folder’s file night-market.md. Nothing was changed.
        ");
        Ok(())
    });
}

#[test]
fn what_was_removed_can_still_be_looked_at() {
    scenario(async |world| {
        let admin = world.admin().holds("regatta.md", REGATTA);
        let preview = admin.runs("/article add file:regatta.md").await?;
        admin.presses(&preview, "Confirm").await?;
        admin.runs("/article remove id:regatta").await?;
        let shown = admin.runs("/article show id:regatta").await?.to_string();
        ensure!(shown.contains("┃ The regatta of Vell\n┃ No longer quoted; this is its last version."), "{shown}");
        for command in ["show", "versions", "purge"] {
            ensure!(admin.types(&format!("/article {command} id:reg")).await?.len() == 1, "{command} offers it");
        }
        ensure!(admin.types("/article remove id:reg").await?.is_empty(), "it cannot be removed again");
        Ok(())
    });
}

#[test]
fn a_correction_makes_a_version_and_all_of_it_is_in_the_log() {
    scenario(async |world| {
        let admin = world.admin();
        for text in [REGATTA, CORRECTED] {
            let preview = world.admin().holds("regatta.md", text).runs("/article add file:regatta.md").await?;
            admin.presses(&preview, "Confirm").await?;
        }
        let quoted = world.reader().runs(BOATS).await?;
        ensure!(quoted.to_string().contains("95 boats"), "the correction is quoted");
        let versions = admin.runs("/article versions id:regatta").await?.to_string();
        ensure!(versions.contains("− The regatta of Vell drew 93 boats this year."), "{versions}");
        ensure!(versions.contains("\\+ The regatta of Vell drew 95 boats this year."), "{versions}");
        assert_snapshot!(admin.runs("/article show id:regatta").await?, @r"
        (only you can see this)
        ┃ The regatta of Vell
        ┃ Published by: The Vell Gazette
        ┃ Written by: Ana Prell
        ┃ Published: 1 July 2031
        ┃ Language: en
        ┃ Rights: short quotes only
        ┃ uploaded as regatta.md
        ┃
        ┃ Opening · 1 sentence
        ┃ Prizes · 2 sentences
        ┃ version 2 · regatta
        ");
        assert_snapshot!(admin.runs("/article list").await?, @r"
        (only you can see this)
        ┃ This server’s library
        ┃ The regatta of Vell
        ┃ The Vell Gazette · 1 July 2031 · 2 sections · version 2 · regatta
        ┃ uploaded as regatta.md
        ");
        let asks = admin.runs("/article purge id:regatta").await?;
        assert_snapshot!(asks, @r"
        (only you can see this)
        ┃ Delete regatta for good?
        ┃ The text of all its versions is deleted and does not come back under this id or address.
        [Confirm] [Cancel]
        ");
        admin.presses(&asks, "Confirm").await?;
        quoted.becomes("The article that was quoted here was removed.").await?;
        ensure!(!world.reader().runs(BOATS).await?.to_string().contains("95 boats"), "it is gone");
        let again = world.admin().holds("regatta.md", REGATTA).runs("/article add file:regatta.md").await?;
        ensure!(again.to_string().contains("regatta was deleted for good and does not come back."), "{again}");
        ensure!(world.counts("SELECT COUNT(*) FROM proposals").await? == 0, "no proposal holds its text");
        let log = admin.runs("/article log").await?.to_string();
        let person = format!("user {}", world.id_of("admin"));
        let deeds: Vec<&str> = log.lines().filter(|line| line.contains(&person)).filter_map(|line| line.rsplit(" · ").next()).collect();
        ensure!(deeds == ["deleted regatta for good", "changed regatta", "added regatta"], "{log}");
        ensure!(log.contains("kept for a year"), "{log}");
        Ok(())
    });
}

#[test]
fn a_purge_that_leaves_text_in_the_stores_files_says_so_and_can_be_done_again() {
    scenario(async |world| {
        let admin = world.admin().holds("regatta.md", REGATTA);
        let preview = admin.runs("/article add file:regatta.md").await?;
        admin.presses(&preview, "Confirm").await?;
        let library = world.library();
        let mut reads = library.store().pool().begin().await?;
        sqlx::query("SELECT text FROM paragraphs").fetch_all(&mut *reads).await?;
        let asks = admin.runs("/article purge id:regatta").await?;
        let held = admin.presses(&asks, "Confirm").await?;
        held.becomes("regatta is quoted no more, but another process still reads the library as it was").await?;
        ensure!(!world.reader().runs(BOATS).await?.to_string().contains("93 boats"), "nobody is shown it");
        reads.rollback().await?;
        let asks = admin.runs("/article purge id:regatta").await?;
        let gone = admin.presses(&asks, "Confirm").await?.to_string();
        ensure!(gone.contains("regatta was deleted for good."), "{gone}");
        Ok(())
    });
}

#[test]
fn an_article_is_added_by_its_address_and_a_cancelled_one_is_not() {
    scenario_with(&[REACHABLE], async |world| {
        let site = Site::opens().await?;
        site.publishes("/regatta", "text/markdown", REGATTA);
        let admin = world.admin();
        let preview = admin.runs(&format!("/article add url:{}", site.at("/regatta"))).await?;
        let cancelled = admin.presses(&preview, "Cancel").await?;
        assert_snapshot!(cancelled, @r"
        (only you can see this)
        ┃ Cancelled. Nothing was changed.
        ");
        ensure!(!world.reader().runs(BOATS).await?.to_string().contains("93 boats"), "nothing was added");
        let preview = admin.runs(&format!("/article add url:{}", site.at("/regatta"))).await?;
        admin.presses(&preview, "Confirm").await?;
        ensure!(world.reader().runs(BOATS).await?.to_string().contains("93 boats"), "it was added");
        site.publishes("/regatta", "text/markdown", CORRECTED);
        let preview = admin.runs(&format!("/article add url:{}", site.at("/regatta"))).await?;
        ensure!(preview.to_string().contains("new version of the-regatta-of-vell"), "{preview}");
        admin.presses(&preview, "Confirm").await?;
        ensure!(world.reader().runs(BOATS).await?.to_string().contains("95 boats"), "it was corrected");
        let gone = admin.runs(&format!("/article add url:{}", site.at("/nowhere"))).await?;
        assert_snapshot!(site.without_port(&gone.to_string()), @r"
        (only you can see this)
        ┃ http\://site.example/nowhere answered 404; check the address, or try again later.
        ");
        Ok(())
    });
}

#[test]
fn an_editor_is_answered_in_their_language() {
    scenario(async |world| {
        for (locale, line, confirm) in [
            ("de", "/artikel-verwalten add datei:regatta.md", "Bestätigen"),
            ("fr", "/article add fichier:regatta.md", "Confirmer"),
            ("es-ES", "/artículo add archivo:regatta.md", "Confirmar"),
            ("ru", "/статья add файл:regatta.md", "Подтвердить"),
        ] {
            let admin = world.admin().speaks(locale).holds("regatta.md", REGATTA);
            let preview = admin.runs(line).await?;
            let done = admin.presses(&preview, confirm).await?;
            ensure!(done.to_string().contains("regatta"), "{locale}: {done}");
            ensure!(!admin.runs("/doctor").await?.to_string().contains("Nothing"), "{locale}");
        }
        Ok(())
    });
}

#[test]
fn a_library_of_many_articles_is_listed_page_by_page() {
    scenario(async |world| {
        world.files_articles_in("Newsroom", 14).await?;
        let list = world.admin().runs("/article list").await?;
        ensure!(list.to_string().ends_with("┃ page 1 of 3\n[Back, off] [More]"), "{list}");
        let next = world.admin().presses(&list, "More").await?;
        ensure!(next.to_string().ends_with("┃ page 2 of 3\n[Back] [More]"), "{next}");
        ensure!(
            world.admin().types("/article show id:copy-14").await?.first().is_some_and(|first| first.starts_with("copy-14 ")),
            "it is offered"
        );
        Ok(())
    });
}
