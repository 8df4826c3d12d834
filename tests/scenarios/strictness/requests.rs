//! A bot of a few requests, which does on purpose what a real one must not.

use std::time::Duration;

use anyhow::{Context as _, Result};
use reqwest::Method;
use serde_json::{Value, json};
use tokio::task::JoinHandle;

use crate::fake::persona::Persona;
use crate::fake::reply::Reply;
use crate::world::World;

/// Somebody with the bot's token.
#[derive(Clone)]
pub struct Requests {
    world: World,
    http: reqwest::Client,
    token: String,
}

impl Requests {
    /// With `/ask question` registered, for guilds and for people.
    pub async fn registered(world: &World) -> Result<Self> {
        let http = reqwest::Client::builder().no_proxy().build()?;
        let bot = Self { world: world.clone(), http, token: format!("Bot {}", world.token()) };
        let question = json!({ "type": 3, "name": "question", "description": "What", "required": true, "autocomplete": true });
        let ask = json!({ "name": "ask", "description": "Ask", "options": [question], "integration_types": [0, 1] });
        bot.registers(json!([ask])).await?;
        Ok(bot)
    }

    /// Somebody who guesses the token.
    pub fn with_another_token(&self) -> Self {
        Self { token: "Bot wrong".into(), ..self.clone() }
    }

    /// Replaces all commands.
    pub async fn registers(&self, commands: Value) -> Result<(u16, u64)> {
        self.asks(Method::PUT, &format!("applications/{}/commands", self.world.id_of("Takeaway")), &commands).await
    }

    /// One request; yields its status and Discord's error code, 0 if there is none.
    pub async fn asks(&self, method: Method, path: &str, body: &Value) -> Result<(u16, u64)> {
        let (status, told) = self.sends(method, path, body).await?;
        Ok((status, told["code"].as_u64().unwrap_or(0)))
    }

    /// One request; yields what is told.
    pub async fn told(&self, method: Method, path: &str, body: &Value) -> Result<Value> {
        Ok(self.sends(method, path, body).await?.1)
    }

    /// The reader asks, and goes on waiting.
    pub async fn is_asked(&self) -> Result<JoinHandle<Result<Reply>>> {
        self.is_asked_by(self.world.reader()).await
    }

    /// Somebody asks, and goes on waiting.
    pub async fn is_asked_by(&self, person: Persona) -> Result<JoinHandle<Result<Reply>>> {
        let before = self.world.newest_interaction();
        let asking = tokio::spawn(async move { person.runs("/ask question:why").await });
        self.is_reached_after(before).await?;
        Ok(asking)
    }

    /// The reader types, and waits for choices that never come.
    pub async fn is_typed_to(&self) -> Result<()> {
        let (before, person) = (self.world.newest_interaction(), self.world.reader());
        drop(tokio::spawn(async move { person.types("/ask question:wh").await }));
        self.is_reached_after(before).await
    }

    /// The reader asks, and gets this as the first answer.
    pub async fn answers_the_reader(&self, body: &Value) -> Result<(u16, u64)> {
        let asked = self.is_asked().await?;
        let answer = self.answers_again(body).await?;
        if answer.0 == 204 && body["type"] == 4 {
            asked.await??;
        }
        Ok(answer)
    }

    /// One more first answer to what was asked last.
    pub async fn answers_again(&self, body: &Value) -> Result<(u16, u64)> {
        let (id, token) = self.world.newest_interaction().context("nobody asked anything")?;
        self.asks(Method::POST, &format!("interactions/{id}/{token}/callback"), body).await
    }

    /// A follow-up to what was asked last.
    pub async fn follows_up(&self, words: &str) -> Result<(u16, u64)> {
        let path = self.webhook()?;
        self.asks(Method::POST, &path, &json!({ "content": words, "allowed_mentions": { "parse": [] } })).await
    }

    /// Deletes the newest message of the reader's channel, with the bot's own permissions.
    pub async fn deletes_the_last(&self) -> Result<()> {
        let path = format!("channels/{}/messages", self.world.id_of("Newsroom/general"));
        let newest = self.told(Method::GET, &path, &Value::Null).await?[0]["id"].clone();
        self.asks(Method::DELETE, &format!("{path}/{}", newest.as_str().unwrap_or_default()), &Value::Null).await?;
        Ok(())
    }

    /// The path of the webhook of what was asked last.
    fn webhook(&self) -> Result<String> {
        let (_, token) = self.world.newest_interaction().context("nobody asked anything")?;
        Ok(format!("webhooks/{}/{token}", self.world.id_of("Takeaway")))
    }

    async fn is_reached_after(&self, before: Option<(String, String)>) -> Result<()> {
        let reached = async {
            while self.world.newest_interaction() == before {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(Duration::from_secs(5), reached).await.context("nobody asked anything")
    }

    async fn sends(&self, method: Method, path: &str, body: &Value) -> Result<(u16, Value)> {
        let url = format!("{}/api/v10/{path}", self.world.address());
        let request = self.http.request(method, url).header("authorization", &self.token);
        let request = if body.is_null() { request } else { request.json(body) };
        let response = request.send().await?;
        let status = response.status().as_u16();
        Ok((status, serde_json::from_slice(&response.bytes().await?).unwrap_or_default()))
    }
}
