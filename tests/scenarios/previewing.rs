//! From a preview to its confirmation, and all that may come between.

use anyhow::ensure;
use insta::assert_snapshot;
use serenity::model::Permissions;

use crate::administering::{BOATS, CORRECTED, REGATTA};
use crate::world::{scenario, scenario_with};

#[test]
fn a_preview_is_confirmed_after_a_restart_and_only_once() {
    scenario(async |world| {
        let admin = world.admin().holds("regatta.md", REGATTA);
        let preview = admin.runs("/article add file:regatta.md").await?;
        let stale = admin.runs("/article add file:regatta.md").await?;
        world.restarts_the_bot().await?;
        admin.presses(&preview, "Confirm").await?;
        assert_snapshot!(admin.presses(&stale, "Confirm").await?, @r"
        (only you can see this)
        ┃ regatta was changed or removed after this preview. Nothing was changed; look at it anew.
        ");
        assert_snapshot!(admin.presses(&stale, "Cancel").await?, @r"
        (only you can see this)
        ┃ This preview is no longer there; make it again.
        ");
        ensure!(world.reader().runs(BOATS).await?.to_string().contains("93 boats"), "the first was confirmed");
        Ok(())
    });
}

#[test]
fn an_article_that_is_removed_after_its_preview_is_not_brought_back_by_confirming_it() {
    scenario(async |world| {
        let admin = world.admin().holds("regatta.md", REGATTA);
        let preview = admin.runs("/article add file:regatta.md").await?;
        admin.presses(&preview, "Confirm").await?;
        let admin = admin.holds("corrected/regatta.md", CORRECTED);
        let correction = world.admin().holds("regatta.md", CORRECTED).runs("/article add file:regatta.md").await?;
        ensure!(correction.to_string().contains("Confirm to make it a new version of regatta."), "{correction}");
        assert_snapshot!(admin.runs("/article remove id:regatta").await?, @r"
        (only you can see this)
        ┃ regatta is no longer quoted; its versions are kept.
        ");
        assert_snapshot!(admin.presses(&correction, "Confirm").await?, @r"
        (only you can see this)
        ┃ regatta was changed or removed after this preview. Nothing was changed; look at it anew.
        ");
        ensure!(!world.reader().runs(BOATS).await?.to_string().contains("boats this year"), "it stays removed");
        Ok(())
    });
}

#[test]
fn what_cannot_be_an_article_is_refused_with_what_to_do() {
    scenario_with(&[("LIBRARY_MAX_ARTICLE_BYTES", "900")], async |world| {
        let mut said = vec![];
        for (name, bytes) in [
            ("regatta.pdf", b"%PDF-1.7".to_vec()),
            ("empty.md", b" \n".to_vec()),
            ("bare.md", b"# Only a title\n".to_vec()),
            ("latin.txt", b"Ol\xe9\n\nOl\xe9 ol\xe9.\n".to_vec()),
            ("long.md", "# Long\n\n".bytes().chain("word ".repeat(300).bytes()).collect()),
            ("---.md", b"# Title\n\nThe oar is silver.\n".to_vec()),
        ] {
            let refused = world.admin().holds(name, bytes).runs(&format!("/article add file:{name}")).await?;
            said.push(refused.to_string().replace("(only you can see this)\n", ""));
        }
        said.push(world.admin().runs("/article add").await?.to_string());
        said.push(world.admin().runs("/article add url:file:///etc/passwd").await?.to_string());
        said.push(world.admin().runs("/article add url:http://169.254.169.254/latest").await?.to_string());
        assert_snapshot!(said.join("\n"), @r"
        ┃ A .pdf file cannot be read; give Markdown (.md), HTML (.html) or text (.txt).
        ┃ The file is empty; it needs a title and some text.
        ┃ There is no text besides headings and metadata; add paragraphs.
        ┃ Line 1 is not UTF-8; save the file as UTF-8.
        ┃ It has 1508 bytes; 900 may be read. Split it.
        ┃ The file’s name has no letters or digits; rename it.
        (only you can see this)
        ┃ Give either a web address or a file: Markdown (.md), HTML (.html) or text (.txt).
        (only you can see this)
        ┃ file\:///etc/passwd is no public web address; give the public address of an article.
        (only you can see this)
        ┃ http\://169.254.169.254/latest is no public web address; give the public address of an article.
        ");
        Ok(())
    });
}

#[test]
fn the_preview_of_a_long_article_fits_a_message_with_and_without_embeds() {
    scenario(async |world| {
        let chinese = "海港隧道今天早上向公众开放，市政府说费用是最初计划的两倍，通行费每个工作日六克朗。".repeat(4);
        let section = |n: usize| {
            format!(
                "## {} {n}\n\n{}\n\n{chinese}\n\n",
                "A heading of many words ".repeat(9),
                "A long sentence goes on and on here. ".repeat(30)
            )
        };
        let long = format!("# Long\n\n{}", (0..40).map(section).collect::<String>());
        for taken in [Permissions::empty(), Permissions::EMBED_LINKS] {
            world.takes_from_the_bot("Newsroom", "general", taken)?;
            let preview = world.admin().holds("long.md", long.clone()).runs("/article add file:long.md").await?;
            ensure!(preview.to_string().contains("Confirm to add it") && preview.to_string().ends_with("[Confirm] [Cancel]"), "{preview}");
            ensure!(preview.to_string().contains("… and 32 more sections"), "{preview}");
        }
        Ok(())
    });
}

#[test]
fn what_is_wrong_with_a_file_or_a_page_is_said_in_the_editors_language() {
    scenario(async |world| {
        let mut said = vec![];
        let paid = "<title>Pont</title><p>Le pont de la gorge a fermé mercredi, avec un mois d’avance, après la découverte de glace entre ses panneaux.</p><b>Réservé aux abonnés</b>";
        for (language, name, text) in [
            ("fr", "unclosed.md", "+++\ntitle = \"Le pont\"\n\nLe pont est fermé.\n"),
            ("de", "quoted.md", "+++\ntitle = Die Brücke\n+++\n\nDie Brücke ist zu.\n"),
            ("es", "field.md", "---\ntitle: El puente\nautor: Ana\n---\n\nEl puente está cerrado.\n"),
            ("ru", "day.md", "---\ntitle: Мост\npublished: скоро\n---\n\nМост закрыт.\n"),
            ("fr", "paid.html", paid),
            ("ru", "short.html", "<title>Мост</title><p>Включите скрипты.</p>"),
        ] {
            let refused = world.admin().speaks(language).holds(name, text).runs(&format!("/article add file:{name}")).await?;
            said.push(refused.to_string().replace("(only you can see this)\n", ""));
        }
        assert_snapshot!(said.join("\n"), @r"
        ┃ Ligne 1 de l’en-tête : +++ n’est pas refermé par un autre +++.
        ┃ Zeile 2 der Kopfdaten: Das lässt sich nicht als TOML lesen; bitte Anführungszeichen, Doppelpunkte und Einrückungen prüfen.
        ┃ Línea 3 de la cabecera: el campo autor no existe; hay id, title, outlet, byline, published, corrected, url, language, rights, based\_on y correction.
        ┃ Строка 3 сведений о статье: в поле published стоит «скоро»; нужна дата, например 2025-03-19.
        ┃ Aucun article n’y est lisible. Seuls 20 mots sont en accès libre ; le reste est réservé aux abonnés. Le texte entier peut être ajouté par fichier, s’il peut être cité.
        ┃ Прочитать там статью не удалось. Текста там всего 2 слова; возможно, странице нужен скрипт или вход. Текст можно добавить файлом.
        ");
        Ok(())
    });
}
