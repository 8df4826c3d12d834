//! Stands between serenity and a gateway that is not Discord's own, and completes what it sends.
//!
//! serenity drops an event without a word if it lacks any field that Discord always sends, such as an interaction's `entitlements`;
//! whoever asked would wait for ever. Discord's own gateway is never relayed.

use std::net::Ipv4Addr;
use std::time::Duration;

use poise::serenity_prelude as serenity;
use serde_json::Value;
use serenity::futures::{SinkExt, StreamExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{accept_async_with_config, connect_async_with_config};
use tokio_util::task::{AbortOnDropHandle, TaskTracker};
use url::Url;

mod complete;

/// The version of the gateway that serenity speaks.
const VERSION: &str = "10";

/// The pause before a connection is awaited again after one could not be accepted.
const PAUSE: Duration = Duration::from_millis(100);

/// Relays while it is kept.
pub struct Relay {
    address: String,
    relayed: TaskTracker,
    _accepts: AbortOnDropHandle<()>,
}

impl Relay {
    /// On a free port of this machine, for a gateway's address.
    pub async fn to(mut gateway: Url) -> std::io::Result<Relay> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = format!("ws://{}", listener.local_addr()?);
        gateway.query_pairs_mut().append_pair("v", VERSION);
        let upstream = String::from(gateway);
        let relayed = TaskTracker::new();
        let accepts = tokio::spawn(accepts(listener, upstream, relayed.clone()));
        Ok(Relay { address, relayed, _accepts: AbortOnDropHandle::new(accepts) })
    }

    /// What serenity connects to.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Comes true when the gateway has heard the end of every connection.
    pub async fn ended(&self) {
        self.relayed.close();
        self.relayed.wait().await;
    }
}

/// Relays each connection that comes in.
async fn accepts(listener: TcpListener, upstream: String, relayed: TaskTracker) {
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            // There may be no place for another connection just now.
            tokio::time::sleep(PAUSE).await;
            continue;
        };
        let upstream = upstream.clone();
        relayed.spawn(async move {
            if let Err(error) = relays(stream, &upstream).await {
                tracing::debug!(%error, "a connection to the gateway ended");
            }
        });
    }
}

/// Passes frames on in both directions until one side ends. The other is reached first, so that its refusal is serenity's.
async fn relays(stream: TcpStream, upstream: &str) -> Result<(), Error> {
    // Guilds come in frames of any size.
    let config = Some(WebSocketConfig { max_message_size: None, max_frame_size: None, ..Default::default() });
    let (mut server, _) = connect_async_with_config(upstream, config, true).await?;
    stream.set_nodelay(true)?;
    let mut client = accept_async_with_config(stream, config).await?;
    loop {
        tokio::select! {
            heard = server.next() => match heard.transpose()? {
                Some(Message::Text(text)) => client.send(Message::Text(complete::frame(text))).await?,
                Some(message @ (Message::Binary(_) | Message::Close(_))) => client.send(message).await?,
                Some(_) => {}
                None => return Ok(()),
            },
            said = client.next() => match said.transpose()? {
                Some(Message::Text(text)) => server.send(Message::Text(uncompressed(text))).await?,
                Some(message @ Message::Close(_)) => {
                    server.send(message).await?;
                    // The gateway has heard it when it says the same.
                    while server.next().await.transpose()?.is_some() {}
                    return Ok(());
                }
                Some(message @ Message::Binary(_)) => server.send(message).await?,
                Some(_) => {}
                None => return Ok(()),
            },
        }
    }
}

/// Asks for frames as they are, where the bot introduces itself: what is compressed cannot be completed.
fn uncompressed(text: String) -> String {
    match serde_json::from_str::<Value>(&text) {
        Ok(mut frame) if frame["op"] == 2 => {
            frame["d"]["compress"] = Value::Bool(false);
            frame.to_string()
        }
        _ => text,
    }
}
