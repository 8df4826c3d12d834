//! Hands each event to whoever answers it, and counts what is in flight.

use std::sync::atomic::AtomicBool;
use std::sync::{Arc, OnceLock};

use poise::serenity_prelude as serenity;
use serenity::{ApplicationId, CommandInteraction, FullEvent, Interaction, LightMethod, Route, ShardManager};
use tokio::sync::mpsc::{self, Receiver, Sender};
use tokio::sync::{Mutex, OnceCell};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::bureau::Bureau;
use super::connect::BotError;
use super::wire::Errand;
use super::{commands, components, guilds, mentions};

/// What happened to the bot's first steps on Discord.
pub enum News {
    /// A shard was welcomed and the commands are registered.
    Welcome,
    /// The commands could not be registered.
    Refused(BotError),
}

/// serenity's side of the bot.
pub struct Dispatch {
    desk: Arc<FrontDesk>,
    closing: CancellationToken,
    work: TaskTracker,
}

/// Who takes what comes in.
struct FrontDesk {
    bureau: Arc<Bureau>,
    options: poise::FrameworkOptions<Arc<Bureau>, anyhow::Error>,
    shards: OnceLock<Arc<ShardManager>>,
    news: Sender<News>,
    registered: OnceCell<()>,
}

impl Dispatch {
    /// Answers until `closing`; what it does is counted in `work`.
    pub fn new(bureau: Arc<Bureau>, work: TaskTracker, closing: CancellationToken) -> (Dispatch, Receiver<News>) {
        let (news, receiver) = mpsc::channel(4);
        let mut options = commands::options();
        poise::framework::set_qualified_names(&mut options.commands);
        let desk = FrontDesk { bureau, options, shards: OnceLock::new(), news, registered: OnceCell::new() };
        (Dispatch { desk: Arc::new(desk), closing, work }, receiver)
    }
}

#[serenity::async_trait]
impl serenity::Framework for Dispatch {
    async fn init(&mut self, client: &serenity::Client) {
        let _ = self.desk.shards.set(client.shard_manager.clone());
    }

    /// Moves what there is to do into a task of its own: serenity's keeps the whole event, which is large, until this returns.
    async fn dispatch(&self, context: serenity::Context, event: FullEvent) {
        if self.closing.is_cancelled() {
            return;
        }
        let desk = self.desk.clone();
        match event {
            FullEvent::Ready { data_about_bot } => {
                let ready = Box::new(data_about_bot);
                self.work.spawn(async move {
                    desk.welcomed(ready.application.id).await;
                    guilds::compared(&desk.bureau, &ready).await;
                });
            }
            FullEvent::GuildCreate { guild, .. } => {
                let guild = guild.id.get();
                self.work.spawn(async move { guilds::arrived(&desk.bureau, guild).await });
            }
            FullEvent::GuildDelete { incomplete, .. } if !incomplete.unavailable => {
                self.work.spawn(async move { guilds::left(&desk.bureau, incomplete.id.get()).await });
            }
            FullEvent::Message { new_message } => {
                let message = Box::new(new_message);
                self.work.spawn(async move { mentions::hear(&desk.bureau, &context, &message).await });
            }
            FullEvent::InteractionCreate { interaction: Interaction::Component(pressed) } => {
                let pressed = Box::new(pressed);
                self.work.spawn(async move { components::pressed(&desk.bureau, &pressed).await });
            }
            FullEvent::InteractionCreate { interaction: Interaction::Command(command) } => {
                let command = Box::new(command);
                self.work.spawn(async move { desk.runs(&context, &command).await });
            }
            FullEvent::InteractionCreate { interaction: Interaction::Autocomplete(typed) } => {
                let typed = Box::new(typed);
                self.work.spawn(async move { desk.offers(&context, &typed).await });
            }
            _ => {}
        }
    }
}

impl FrontDesk {
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

    /// Runs a command. poise's own `dispatch_event` would do the same in a future four times as large.
    async fn runs(&self, context: &serenity::Context, command: &CommandInteraction) {
        let Some(framework) = self.framework(context) else { return };
        let (answered, data, options) = (AtomicBool::new(false), Mutex::new(Box::new(()) as _), command.data.options());
        let mut found = vec![];
        let done = poise::dispatch_interaction(framework, command, &answered, &data, &options, &mut found).await;
        if let Err(error) = done {
            Box::pin(error.handle(&self.options)).await;
        }
    }

    /// Offers choices for a command that is being typed.
    async fn offers(&self, context: &serenity::Context, typed: &CommandInteraction) {
        let Some(framework) = self.framework(context) else { return };
        let (answered, data, options) = (AtomicBool::new(false), Mutex::new(Box::new(()) as _), typed.data.options());
        let mut found = vec![];
        let done = poise::dispatch_autocomplete(framework, typed, &answered, &data, &options, &mut found).await;
        if let Err(error) = done {
            Box::pin(error.handle(&self.options)).await;
        }
    }

    fn framework<'a>(&'a self, context: &'a serenity::Context) -> Option<poise::FrameworkContext<'a, Arc<Bureau>, anyhow::Error>> {
        let shard_manager = self.shards.get()?;
        Some(poise::FrameworkContext { serenity_context: context, options: &self.options, user_data: &self.bureau, shard_manager })
    }
}
