//! What goes wrong on demand goes wrong as it does at Discord.

use std::sync::Arc;
use std::time::Duration;

use anyhow::ensure;
use serenity::builder::{CreateAllowedMentions, CreateMessage};
use serenity::client::{ClientBuilder, Context, EventHandler};
use serenity::http::{Http, HttpBuilder};
use serenity::model::Permissions;
use serenity::model::channel::Message;
use serenity::model::gateway::GatewayIntents;
use serenity::model::id::{ChannelId, UserId};

use tokio::sync::mpsc::UnboundedSender;

use crate::fake::state::Line;
use crate::world::{World, scenario, tells};

/// What the bot says of the toll.
const TOLL: &str = "> Drivers pay a toll of six crowns";

#[test]
fn a_dropped_gateway_is_resumed_and_nothing_is_lost() {
    scenario(async |world| {
        world.drops_the_gateway();
        let reply = world.reader().says("<@bot> what is the toll?").await?;
        ensure!(reply.to_string().contains(TOLL), "{reply}");
        ensure!(world.line().resumes == 1, "the session was resumed");
        world.asks_to_reconnect();
        world.reader().runs("/ask question:what is the toll?").await?;
        world.closes_the_gateway(4000);
        world.reader().runs("/ask question:what is the toll?").await?;
        ensure!(world.line().resumes == 3, "and again, twice");
        Ok(())
    });
}

#[test]
fn an_invalid_session_is_begun_anew() {
    scenario(async |world| {
        world.invalidates_the_session();
        world.hears_the_bot().await?;
        let reply = world.reader().runs("/ask question:what is the toll?").await?;
        ensure!(reply.to_string().contains(TOLL), "{reply}");
        Ok(())
    });
}

#[test]
fn a_request_that_fails_is_sent_again_once() {
    scenario(async |world| {
        let reader = world.reader();
        let asks = async || anyhow::Ok(reader.runs("/ask question:what is the toll?").await?.to_string());
        world.answers_next_with(500);
        ensure!(asks().await?.contains(TOLL), "after a 500");
        world.answers_next_with(503);
        ensure!(reader.says("<@bot> what is the toll?").await?.to_string().contains(TOLL), "after a 503");
        world.limits_next(Duration::from_millis(300));
        ensure!(asks().await?.contains(TOLL) && world.answers_of_429() == 1, "after it was told to wait");
        world.drops_next();
        ensure!(asks().await?.contains(TOLL), "after a broken connection");
        Ok(())
    });
}

#[test]
fn an_answer_whose_receipt_is_lost_is_given_once() {
    scenario(async |world| {
        world.loses_next_answer();
        let reply = world.reader().runs("/ask question:what is the toll?").await?;
        ensure!(reply.to_string().contains(TOLL), "{reply}");
        world.loses_next_answer();
        let said = world.reader().says("<@bot> what is the toll?").await?;
        ensure!(said.to_string().contains(TOLL), "{said}");
        world.reader().expects_silence().await
    });
}

#[test]
fn a_discord_that_fails_twice_costs_one_answer_and_not_the_bot() {
    scenario(async |world| {
        world.answers_next_with(500);
        world.answers_next_with(500);
        world.reader().posts("<@bot> what is the toll?");
        world.meets_all_faults().await?;
        world.reader().expects_silence().await?;
        let reply = world.reader().runs("/ask question:what is the toll?").await?;
        ensure!(reply.to_string().contains(TOLL), "{reply}");
        Ok(())
    });
}

#[test]
fn guilds_come_and_go() {
    scenario(async |world| {
        world.invites_the_bot_to("Elsewhere");
        world.reader().in_guild("Elsewhere").says("<@bot> what is the toll?").await?;
        world.throws_the_bot_out_of("Elsewhere");
        world.reader().in_guild("Elsewhere").posts("<@bot> what is the toll?");
        world.reader().in_guild("Elsewhere").expects_silence().await
    });
}

#[test]
fn heartbeats_are_answered_or_the_connection_is_given_up() {
    tells(async |world| {
        world.wants_heartbeats_every(Duration::from_millis(600));
        world.starts_the_bot().await?;
        let until = async |come: fn(Line) -> bool| {
            let waits = async {
                while !come(world.line()) {
                    tokio::task::yield_now().await
                }
            };
            tokio::time::timeout(Duration::from_secs(15), waits).await
        };
        until(|line| line.heartbeats >= 2).await?;
        ensure!(world.line().identifies == 1, "the first heartbeat was answered");
        world.stops_answering_heartbeats();
        until(|line| line.identifies + line.resumes > 1).await?;
        world.stops_the_bot().await
    });
}

/// The bot's own calls, without its gateway.
fn caller(world: &World) -> Arc<Http> {
    Arc::new(HttpBuilder::new(world.token()).proxy(world.address()).ratelimiter_disabled(true).build())
}

fn general(world: &World) -> ChannelId {
    ChannelId::new(world.id_of("Newsroom/general").parse().expect("ids are numbers"))
}

fn hello() -> CreateMessage {
    CreateMessage::new().content("Hello.").allowed_mentions(CreateAllowedMentions::new())
}

#[test]
fn requests_fail_as_told_and_only_once() {
    tells(async |world| {
        let (http, channel) = (caller(&world), general(&world));
        world.answers_next_with(503);
        ensure!(status(channel.send_message(&http, hello()).await) == Some(503), "503");
        world.limits_next(Duration::from_millis(300));
        ensure!(status(channel.send_message(&http, hello()).await) == Some(429), "429");
        ensure!(world.answers_of_429() == 1, "one was limited");
        world.drops_next();
        ensure!(status(channel.send_message(&http, hello()).await).is_none(), "no answer at all");
        ensure!(world.reader().expects_silence().await.is_ok(), "none of them did anything");
        world.loses_next_answer();
        ensure!(status(channel.send_message(&http, hello()).await).is_none(), "no answer at all");
        world.reader().reads().await?;
        world.holds_answers();
        let waits = async {
            while world.kept_waiting() == 0 {
                tokio::task::yield_now().await;
            }
            ensure!(world.reader().expects_silence().await.is_ok(), "nothing is done while answers are held back");
            world.lets_answers_go();
            Ok(())
        };
        let sends = async { Ok(channel.send_message(&http, hello()).await?) };
        tokio::try_join!(sends, waits)?;
        world.reader().reads().await?.becomes("Hello").await?;
        Ok(())
    });
}

#[test]
fn serenitys_own_rate_limiter_waits_instead_of_being_told() {
    tells(async |world| {
        let face = world.poses_as_discord_com().await?;
        let root = reqwest::Certificate::from_der(&face.root)?;
        let client = reqwest::Client::builder().no_proxy().resolve("discord.com", face.address).add_root_certificate(root);
        let http = Arc::new(HttpBuilder::new(world.token()).client(client.build()?).build());
        world.allows_only(2, Duration::from_millis(500));
        for _ in 0..5 {
            general(&world).send_message(&http, hello()).await?;
            world.reader().reads().await?;
        }
        ensure!(world.answers_of_429() == 0, "five of two each half second, and it waited by itself");
        world.limits_next(Duration::from_millis(100));
        general(&world).send_message(&http, hello()).await?;
        world.reader().reads().await?;
        ensure!(world.answers_of_429() == 1, "and where it was told, it asked again");
        Ok(())
    });
}

#[test]
fn the_gateway_refuses_wrong_tokens_and_intents() {
    for (token, intents, code) in [
        (Some("wrong"), GatewayIntents::GUILDS, "4004"),
        (None, GatewayIntents::from_bits_retain(1 << 30), "4013"),
        (None, GatewayIntents::MESSAGE_CONTENT, "4014"),
    ] {
        tells(async |world| {
            let token = token.map_or_else(|| world.token(), ToOwned::to_owned);
            let http = HttpBuilder::new(token).proxy(world.address()).ratelimiter_disabled(true).build();
            http.set_application_id(world.id_of("Takeaway").parse::<u64>()?.into());
            // `GET /gateway` refuses the token as well; the address is known anyway.
            let mut client = ClientBuilder::new_with_http(http, intents).await?;
            *client.ws_url.lock().await = world.address().replace("http", "ws");
            let ended = tokio::time::timeout(Duration::from_secs(10), client.start_shard(0, 1)).await?;
            ensure!(ended.is_err(), "the client is told to give up");
            let _ = world.forgives("wrong token");
            world.forgives(code)
        });
    }
}

#[test]
fn permissions_follow_roles_and_channels() {
    tells(async |world| {
        ensure!(world.admin().permissions().manage_guild(), "admin manages Newsroom");
        ensure!(!world.admin().in_guild("Gazette").permissions().manage_guild(), "and nothing else");
        ensure!(!world.owner().permissions().manage_guild(), "owning the application is no permission");
        ensure!(world.reader().in_direct_message().permissions().contains(Permissions::EMBED_LINKS), "in private all can");
        Ok(())
    });
}

#[test]
fn reads_of_people_and_places_are_served() {
    tells(async |world| {
        let http = caller(&world);
        let (guild, reader) = (world.id_of("Newsroom").parse::<u64>()?.into(), UserId::new(world.id_of("reader").parse()?));
        ensure!(http.get_guild(guild).await?.name == "Newsroom", "the guild");
        ensure!(http.get_channels(guild).await?.len() == 2 && http.get_guild_roles(guild).await?.len() == 3, "what is in it");
        ensure!(http.get_member(guild, reader).await?.user.name == "reader" && http.get_user(reader).await?.id == reader, "who");
        ensure!(http.get_channel(general(&world)).await?.guild().is_some_and(|it| it.name == "general"), "where");
        ensure!(http.get_current_application_info().await?.owner.is_some_and(|it| it.name == "owner"), "whose");
        ensure!(http.get_bot_gateway().await?.url.starts_with("ws://127.0.0.1"), "the gateway");
        reader.create_dm_channel(&http).await?.broadcast_typing(&http).await?;
        Ok(())
    });
}

/// The status of a request that failed; `None` if it did not or got no answer.
fn status<T>(sent: serenity::Result<T>) -> Option<u16> {
    match sent {
        Err(serenity::Error::Http(error)) => error.status_code().map(|status| status.as_u16()),
        _ => None,
    }
}

/// Somebody with few intents, who passes on what they hear.
struct Listener(UnboundedSender<String>);

#[serenity::async_trait]
impl EventHandler for Listener {
    async fn message(&self, _: Context, message: Message) {
        // The story may be over already.
        let _ = self.0.send(message.content);
    }
}

#[test]
fn intents_decide_what_is_heard() {
    tells(async |world| {
        let (heard, mut hears) = tokio::sync::mpsc::unbounded_channel();
        let http = HttpBuilder::new(world.token()).proxy(world.address()).ratelimiter_disabled(true).build();
        let client = ClientBuilder::new_with_http(http, GatewayIntents::GUILDS | GatewayIntents::GUILD_MESSAGES);
        let mut client = client.event_handler(Listener(heard)).await?;
        tokio::spawn(async move { client.start().await });
        while world.line().identifies == 0 {
            tokio::task::yield_now().await;
        }
        world.reader().in_direct_message().posts("Nobody hears this.");
        world.reader().posts("This is heard but not understood.");
        ensure!(hears.recv().await.as_deref() == Some(""), "the content is blank");
        world.reader().posts("<@bot> understands this.");
        ensure!(hears.recv().await.is_some_and(|words| words.ends_with("understands this.")), "but for what mentions the bot");
        ensure!(hears.try_recv().is_err(), "direct messages were not asked for");
        Ok(())
    });
}
