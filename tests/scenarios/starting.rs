//! Where the bot cannot run it says why, and ends.

use insta::assert_snapshot;

use crate::world::tells;

#[test]
fn a_wrong_token_is_told() {
    tells(async |world| {
        let said = world.clone().with_token("MTAwMDAwMDAwMDAwMDAwMDAwMA.wrong.token").fails_to_start_the_bot().await?;
        assert_snapshot!(said, @"Discord refuses the bot's token; copy it anew from the application's page (Bot, Reset Token) into DISCORD_TOKEN");
        world.forgives("wrong token")
    });
}

#[test]
fn a_token_that_is_none_is_told() {
    tells(async |world| {
        let said = world.clone().with_token("two\nlines").fails_to_start_the_bot().await?;
        assert_snapshot!(said, @"Discord refuses the bot's token; copy it anew from the application's page (Bot, Reset Token) into DISCORD_TOKEN");
        Ok(())
    });
}

#[test]
fn an_unreachable_discord_is_told() {
    tells(async |world| {
        let said = world.clone().with(&[("DISCORD_API", "http://127.0.0.1:9")]).fails_to_start_the_bot().await?;
        assert_snapshot!(said.split(": ").next().unwrap_or_default(), @"cannot reach Discord; check the network and `discord.api`");
        Ok(())
    });
}

#[test]
fn without_a_gateway_of_its_own_a_stand_in_is_refused() {
    tells(async |world| {
        world.hides_the_gateway();
        let said = world.clone().fails_to_start_the_bot().await?;
        assert_snapshot!(said.split(": ").next().unwrap_or_default(), @"`discord.api` is set, but gives no gateway's address, and `discord.gateway` is empty; set it, so that the bot does not go to Discord's own");
        Ok(())
    });
}

#[test]
fn a_refused_intent_is_told() {
    tells(async |world| {
        world.closes_at_identify(4014);
        assert_snapshot!(world.fails_to_start_the_bot().await?, @"Discord refuses the bot's intents; the bot needs no privileged one, so check what stands between it and Discord");
        Ok(())
    });
}

#[test]
fn commands_that_discord_refuses_are_told() {
    tells(async |world| {
        world.refuses_commands();
        assert_snapshot!(world.fails_to_start_the_bot().await?, @"cannot register the bot's commands: Discord answered 403 to the attempt to register the commands: Max number of daily application command creates has been reached (200) (code 30034)");
        Ok(())
    });
}
