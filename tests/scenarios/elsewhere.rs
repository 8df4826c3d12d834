//! A server in Discord's place that speaks its protocol and tells less than Discord does.

use anyhow::ensure;

use crate::world::scenario;

#[test]
fn what_a_server_leaves_out_of_its_events_leaves_nobody_without_an_answer() {
    scenario(async |world| {
        world.tells_the_least();
        let reader = world.reader();
        let asked = reader.runs("/ask question:how much did the tunnel cost?").await?;
        ensure!(asked.to_string().contains("812 million crowns"), "a command: {asked}");
        ensure!(reader.types("/takeaway topic:fer").await?.len() == 1, "a command that is being typed");
        let offered = reader.runs("/takeaway").await?;
        let chosen = reader.selects(&offered, "Music").await?;
        ensure!(chosen.to_string().contains("Brass bands"), "a select: {chosen}");
        let said = world.stranger().posts("Have you heard? The tunnel cost 812 million crowns.");
        let source = reader.uses_menu("Find the source", &said).await?;
        ensure!(source.to_string().contains("812 million crowns"), "the menu of a message: {source}");
        let mentioned = reader.says("<@bot> do buses pass for free?").await?;
        ensure!(mentioned.to_string().contains("Buses and ambulances"), "a mention: {mentioned}");
        Ok(())
    });
}
