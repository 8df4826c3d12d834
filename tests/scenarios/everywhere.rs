//! In private, and brought along by a person to where the bot is not.

use anyhow::ensure;

use crate::world::scenario;

const COST: &str = "> The tunnel cost 812 million crowns";

/// What everyone is offered.
const OFFERED: [&str; 5] = ["articles", "ask", "help", "privacy", "takeaway"];

/// What is for those who answer for a library.
const FOR_EDITORS: [&str; 5] = ["article", "doctor", "feed", "reindex", "settings"];

#[test]
fn every_command_works_in_direct_messages() {
    scenario(async |world| {
        let reader = world.reader().in_direct_message();
        // Discord asks for no permission there; who may not use the others is told so.
        let mut all = [&OFFERED[..], &FOR_EDITORS].concat();
        all.sort_unstable();
        ensure!(reader.is_offered() == all, "{:?}", reader.is_offered());
        ensure!(reader.runs("/ask question:how much did the tunnel cost?").await?.to_string().contains(COST), "/ask");
        ensure!(reader.runs("/takeaway topic:cost").await?.to_string().contains(COST), "/takeaway");
        ensure!(reader.runs("/articles").await?.to_string().contains("Night market"), "/articles");
        ensure!(reader.runs("/help").await?.to_string().contains("/ask question"), "/help");
        let offered = reader.runs("/takeaway").await?;
        ensure!(reader.selects(&offered, "Music").await?.to_string().contains("Brass bands"), "a select");
        Ok(())
    });
}

#[test]
fn whoever_asks_in_private_is_answered_in_the_language_of_the_question() {
    scenario(async |world| {
        let reader = world.reader().in_direct_message();
        for (question, told) in [
            ("Wie hoch ist der Zeppelin über dem Bodensee?", "Davon steht nichts in den Artikeln."),
            ("Qual é a altura do zepelim sobre o lago?", "Os artigos não"),
            ("How high is the zeppelin above the lake?", "The articles do not cover this."),
        ] {
            let answer = reader.says(question).await?;
            ensure!(answer.to_string().contains(told), "{question}: {answer}");
        }
        Ok(())
    });
}

#[test]
fn people_bring_the_bot_to_servers_and_chats_without_it() {
    scenario(async |world| {
        for away in [world.reader().user_installed(), world.reader().user_installed().with_a_friend()] {
            let offered: Vec<String> = away.is_offered().into_iter().filter(|name| !FOR_EDITORS.contains(&name.as_str())).collect();
            ensure!(offered == OFFERED, "{offered:?}");
            ensure!(away.runs("/ask question:how much did the tunnel cost?").await?.to_string().contains(COST), "/ask");
            ensure!(away.types("/takeaway topic:cos").await?.len() == 1, "choices");
            let offered = away.runs("/takeaway").await?;
            ensure!(away.selects(&offered, "Music").await?.to_string().contains("Brass bands"), "a select");
        }
        ensure!(world.reader().in_guild("Elsewhere").runs("/ask question:x").await.is_err(), "nobody brought it");
        Ok(())
    });
}

#[test]
fn a_reader_is_answered_in_the_language_of_their_discord_and_quoted_in_the_articles() {
    scenario(async |world| {
        let reader = world.reader().speaks("fr");
        let reply = reader.runs("/demander question:how much did the tunnel cost?").await?;
        ensure!(reply.to_string().contains(COST) && reply.to_string().contains("12 mai 2031"), "{reply}");
        let help = reader.runs("/aide").await?;
        ensure!(help.to_string().contains("/demander question [article] [privé]"), "{help}");
        for locale in ["de", "es-ES", "ru"] {
            let offered = world.stranger().speaks(locale).is_offered();
            ensure!(offered.len() == 5, "{locale}: {offered:?}");
        }
        Ok(())
    });
}
