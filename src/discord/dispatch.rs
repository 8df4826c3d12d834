//! Hands each event to whoever answers it, and counts what is in flight.

use std::sync::{Arc, OnceLock};

use poise::serenity_prelude as serenity;
use serenity::{ApplicationId, FullEvent, Interaction, LightMethod, Route, ShardManager};
use tokio::sync::mpsc::{self, Receiver, Sender};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::bureau::Bureau;
use super::connect::BotError;
use super::wire::Errand;
use super::{commands, components, mentions};

/// What happened to the bot's first steps on Discord.
pub enum News {
    /// A shard was welcomed and the commands are registered.
    Welcome,
    /// The commands could not be registered.
    Refused(BotError),
}

/// serenity's side of the bot.
pub struct Dispatch {
    bureau: Arc<Bureau>,
    options: poise::FrameworkOptions<Arc<Bureau>, anyhow::Error>,
    shards: OnceLock<Arc<ShardManager>>,
    work: TaskTracker,
    closing: CancellationToken,
    news: Sender<News>,
    registered: tokio::sync::OnceCell<()>,
}

impl Dispatch {
    /// Answers until `closing`; what it does is counted in `work`.
    pub fn new(bureau: Arc<Bureau>, work: TaskTracker, closing: CancellationToken) -> (Dispatch, Receiver<News>) {
        let (news, receiver) = mpsc::channel(4);
        let (options, shards) = (commands::options(), OnceLock::new());
        (Dispatch { bureau, options, shards, work, closing, news, registered: tokio::sync::OnceCell::new() }, receiver)
    }

    /// Registers the commands at the first welcome: only then is the application's number known for certain.
    async fn welcomed(&self, application: ApplicationId) {
        let register = async || {
            let definitions = poise::builtins::create_application_commands(&self.options.commands);
            let route = Route::Commands { application_id: application };
            let errand = Errand::new("register the commands", LightMethod::Put, route);
            self.bureau.wire.sends(errand, Some(&definitions)).await.map(drop)
        };
        let outcome = self.registered.get_or_try_init(register).await;
        tracing::info!(application = application.get(), "connected to Discord");
        let news = outcome.map_or_else(|error| News::Refused(BotError::Register(error)), |()| News::Welcome);
        // Only the first is waited for; later ones come after each reconnection.
        let _ = self.news.try_send(news);
    }

    async fn poise(&self, context: &serenity::Context, event: FullEvent) {
        let Some(shard_manager) = self.shards.get() else { return };
        let framework =
            poise::FrameworkContext { serenity_context: context, options: &self.options, user_data: &self.bureau, shard_manager };
        poise::dispatch_event(framework, event).await;
    }
}

#[serenity::async_trait]
impl serenity::Framework for Dispatch {
    async fn init(&mut self, client: &serenity::Client) {
        poise::framework::set_qualified_names(&mut self.options.commands);
        let _ = self.shards.set(client.shard_manager.clone());
    }

    async fn dispatch(&self, context: serenity::Context, event: FullEvent) {
        if self.closing.is_cancelled() {
            return;
        }
        let _in_flight = self.work.token();
        match event {
            FullEvent::Ready { data_about_bot } => self.welcomed(data_about_bot.application.id).await,
            FullEvent::Message { new_message } => mentions::hear(&self.bureau, &context, &new_message).await,
            FullEvent::InteractionCreate { interaction: Interaction::Component(pressed) } => {
                components::pressed(&self.bureau, &pressed).await;
            }
            event @ FullEvent::InteractionCreate { .. } => self.poise(&context, event).await,
            _ => {}
        }
    }
}
