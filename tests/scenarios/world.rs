//! One story against one bot on one fake Discord.

use std::ops::Deref;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, Result, bail, ensure};
use takeaway::library::Library;
use takeaway::settings::Settings;
use tempfile::TempDir;
use tokio::sync::Mutex;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use crate::bot::start_bot;
use crate::fake::Discord;

mod store;

/// How long a whole story may take; the slowest waits for an answer that comes after 3 s.
const STORY: Duration = Duration::from_secs(60);

/// How long the bot may take to come and to go; it promises to leave within 10 s.
const COMING_AND_GOING: Duration = Duration::from_secs(12);

/// A Discord, the bot's data and the bot; a clone is the same world.
///
/// It stands for its [`Discord`]: `world.reader()` is somebody there, `world.drops_the_gateway()` happens there.
#[derive(Clone)]
pub struct World {
    discord: Discord,
    data: Arc<TempDir>,
    /// Settings that are not the defaults, by the names of their variables.
    settings: Vec<(String, String)>,
    /// The token, where it is not the one that Discord knows.
    token: Option<&'static str>,
    library: Arc<std::sync::Mutex<Option<Arc<Library>>>>,
    bot: Arc<Mutex<Option<Bot>>>,
}

/// Connections to the bot's store, all that it has: while they are held, the bot waits for its own articles.
pub struct Held(#[expect(dead_code, reason = "it is held, not read")] Vec<sqlx::pool::PoolConnection<sqlx::Sqlite>>);

/// A bot that runs.
struct Bot {
    stop: CancellationToken,
    task: JoinHandle<Result<()>>,
}

impl Deref for World {
    type Target = Discord;

    fn deref(&self) -> &Discord {
        &self.discord
    }
}

impl World {
    /// A scene without a bot.
    pub async fn without_a_bot() -> Result<Self> {
        let data = Arc::new(TempDir::new().context("cannot make a folder for the bot's data")?);
        copies(Path::new("tests/corpus"), &data.path().join("articles"))?;
        let (library, bot) = (Arc::default(), Arc::default());
        Ok(Self { discord: Discord::opens().await?, data, settings: vec![], token: None, library, bot })
    }

    /// The same world for a bot with other settings, given as environment variables without `TAKEAWAY_`.
    pub fn with(mut self, settings: &[(&str, &str)]) -> Self {
        self.settings.extend(settings.iter().map(|(name, value)| (format!("TAKEAWAY_{name}"), (*value).to_owned())));
        self
    }

    /// The same world for a bot with another token.
    pub fn with_token(mut self, token: &'static str) -> Self {
        self.token = Some(token);
        self
    }

    /// The bot's settings: this Discord in place of the real one, and what the story wants.
    pub fn settings(&self) -> Result<Settings> {
        let api = ("TAKEAWAY_DISCORD_API".to_owned(), self.discord.address());
        Ok(Settings::load(None, std::iter::once(api).chain(self.settings.iter().cloned()))?)
    }

    /// The token that the bot is given.
    pub fn bots_token(&self) -> String {
        self.token.map_or_else(|| self.discord.token(), str::to_owned)
    }

    /// Keeps hold of the library that the bot opened.
    pub fn knows_the_library(&self, library: Arc<Library>) {
        *self.library.lock().expect("nothing panics while it holds it") = Some(library);
    }

    /// The library of the bot that runs, as another process would see it.
    pub fn library(&self) -> Arc<Library> {
        self.library.lock().expect("nothing panics while it holds it").clone().expect("the bot was started")
    }

    /// Holds the store, so that answers are slow until it is let go.
    pub async fn holds_the_store(&self) -> Result<Held> {
        let library = self.library();
        let pool = library.store().pool();
        let mut held = vec![];
        for _ in 0..pool.options().get_max_connections() {
            held.push(pool.acquire().await?);
        }
        Ok(Held(held))
    }

    /// Purges an article from the command line, while the bot runs.
    pub async fn purges(&self, id: &str) -> Result<()> {
        let mut purge = tokio::process::Command::new(env!("CARGO_BIN_EXE_takeaway"));
        let output = purge.arg("--data").arg(self.data()).args(["article", "purge", id]).current_dir(self.data()).output().await?;
        ensure!(output.status.success(), "{output:?}");
        Ok(())
    }

    /// Starts the bot where it cannot run, and yields what it says.
    pub async fn fails_to_start_the_bot(&self) -> Result<String> {
        let started = tokio::time::timeout(STORY, start_bot(self.clone(), CancellationToken::new())).await?;
        Ok(format!("{:#}", started.err().context("the bot ran and left")?))
    }

    /// Where the bot keeps its library, empty at first and the same after a restart.
    pub fn data(&self) -> &Path {
        self.data.path()
    }

    /// Starts the bot and waits until it can be talked to.
    pub async fn starts_the_bot(&self) -> Result<()> {
        let stop = CancellationToken::new();
        let mut task = tokio::spawn(start_bot(self.clone(), stop.clone()));
        tokio::select! {
            ended = &mut task => bail!("the bot ended at its start: {ended:?}"),
            heard = self.hears_the_bot() => heard?,
        }
        *self.bot.lock().await = Some(Bot { stop, task });
        Ok(())
    }

    /// Asks the bot to stop and waits for nothing.
    pub async fn tells_the_bot_to_stop(&self) {
        if let Some(bot) = self.bot.lock().await.as_ref() {
            bot.stop.cancel();
        }
    }

    /// Asks the bot to stop and waits until it has; an error if it fails or takes too long.
    pub async fn stops_the_bot(&self) -> Result<()> {
        let Some(Bot { stop, task }) = self.bot.lock().await.take() else { return Ok(()) };
        stop.cancel();
        let ended = tokio::time::timeout(COMING_AND_GOING, task).await.context("the bot does not stop when asked")?;
        ended.context("the bot panicked")?.context("the bot failed")
    }

    /// The bot stops and another takes its place, with the same data.
    pub async fn restarts_the_bot(&self) -> Result<()> {
        self.stops_the_bot().await?;
        self.starts_the_bot().await
    }

    /// Comes true only if the bot ends by itself, which is a failure.
    async fn loses_the_bot(&self) -> Result<()> {
        loop {
            let gone = self.bot.lock().await.as_ref().is_some_and(|bot| bot.task.is_finished());
            if gone {
                let bot = self.bot.lock().await.take().expect("it was there just now");
                bail!("the bot ended in the middle of the story: {:?}", bot.task.await);
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

/// Runs a story against a bot, in a world of its own.
///
/// The bot races the story, so that a crash fails at once. Afterwards the bot has to stop when asked, everything that it showed has
/// to be read, and Discord must have had nothing to refuse. A failure prints the whole conversation.
#[track_caller]
pub fn scenario(story: impl AsyncFnOnce(World) -> Result<()>) {
    scenario_with(&[], story);
}

/// The same with a bot of other settings, given as environment variables without `TAKEAWAY_`.
#[track_caller]
pub fn scenario_with(settings: &[(&str, &str)], story: impl AsyncFnOnce(World) -> Result<()>) {
    tells(async |world| {
        let world = world.with(settings);
        world.starts_the_bot().await?;
        tokio::select! {
            told = story(world.clone()) => told?,
            lost = world.loses_the_bot() => lost?,
        }
        world.stops_the_bot().await
    });
}

/// Runs a story in a world without a bot, for what is about Discord itself.
#[track_caller]
pub fn tells(story: impl AsyncFnOnce(World) -> Result<()>) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    let failure = runtime.expect("a runtime can be built").block_on(async {
        let world = World::without_a_bot().await.expect("a loopback port can be bound");
        let _witness = Witness(world.discord.clone());
        let told = tokio::time::timeout(STORY, story(world.clone())).await;
        let told = told.unwrap_or_else(|_| Err(anyhow::anyhow!("the story takes longer than {STORY:?}")));
        let ended = told.and_then(|()| world.checks_the_end());
        ended.err().map(|error| format!("{error:#}\n\nThe conversation:\n{}", world.conversation()))
    });
    if let Some(failure) = failure {
        panic!("{failure}");
    }
}

/// Copies the files of a folder.
fn copies(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to)?;
    for file in std::fs::read_dir(from).context("the corpus is in `tests/corpus`")? {
        let file = file?;
        std::fs::copy(file.path(), to.join(file.file_name()))?;
    }
    Ok(())
}

/// Prints the conversation if the story panics, as a snapshot does that differs.
struct Witness(Discord);

impl Drop for Witness {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("The conversation:\n{}", self.0.conversation());
        }
    }
}
