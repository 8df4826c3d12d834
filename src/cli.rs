//! The terminal: commands, a conversation, reports. Parses, asks the desk, prints.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, OnceLock};

use anyhow::{Context, Result};
use clap::{CommandFactory, Parser, Subcommand};

use crate::answer::Ranker;
use crate::desk::Desk;
use crate::library::store::Store;
use crate::library::{Library, Place};
use crate::search::Synonyms;
use crate::settings::{PREFIX, Settings};

pub mod article;
pub mod ask;
pub mod backup;
pub mod chat;
pub mod eval;
pub mod feed;
pub mod serve;
pub mod show;
pub mod source;
mod stop;
pub mod votes;

/// Above the options that every command takes, in its help.
const EVERYWHERE: &str = "Options of every command";

/// Answers questions about news articles with a verbatim quote and its source, in Discord and here.
#[derive(Debug, Parser)]
#[command(version, about, arg_required_else_help = false, max_term_width = 100)]
pub struct Arguments {
    /// The data folder [default: ./index if it is there, else the platform's data folder]
    #[arg(long, global = true, value_name = "DIR", help_heading = EVERYWHERE)]
    data: Option<PathBuf>,
    /// The settings file [default: ./config/takeaway.toml if it is there]
    #[arg(long, global = true, value_name = "FILE", help_heading = EVERYWHERE)]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Answer one question; exits with 0 if it was answered, 1 if the articles do not cover it, 2 on an error
    Ask(ask::Ask),
    /// Talk: the commands of Discord in the terminal
    Chat,
    /// Run the bot on Discord; its token comes from DISCORD_TOKEN or from the file that DISCORD_TOKEN_FILE names
    Serve,
    /// Bring the library up to the article folder
    Reindex(source::Reindex),
    /// Add, list, show and remove articles
    #[command(subcommand)]
    Article(article::Command),
    /// Follow feeds, whose articles are added as they come out
    #[command(subcommand)]
    Feed(feed::Command),
    /// Add articles from a JSON Lines file
    Import(source::Import),
    /// Copy the store into a file, also while the bot runs
    Backup(backup::Backup),
    /// List the quotes that readers voted on, those that helped least first
    Votes(votes::Votes),
    /// Measure answers over questions whose answers are known
    Eval(eval::Eval),
    /// Look at the settings
    #[command(subcommand)]
    Config(Config),
    /// Print a completion script for a shell
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },
}

#[derive(Debug, Subcommand)]
enum Config {
    /// Say whether the settings are valid, and where they come from
    Check,
}

/// What can be done, for who gave no command and has no token.
const WITHOUT_A_COMMAND: &str =
    "Try `takeaway ask \"who will be freed?\"` or `takeaway chat`. With a Discord bot's token in DISCORD_TOKEN, `takeaway` runs the bot.";

/// How much less of the processor commands get that only change the library, in the steps of `nice`.
#[cfg(unix)]
const STEP_BACK: i32 = 10;

impl Arguments {
    /// Lets whoever answers questions on this machine go first, where the command only changes the library: an import takes no longer on
    /// an idle machine. For threads that are started afterwards.
    pub fn step_back(&self) {
        #[cfg(unix)]
        if matches!(self.command, Some(Command::Reindex(_) | Command::Import(_) | Command::Article(_) | Command::Feed(_))) {
            // Where it is not allowed, the command runs as it is.
            let _ = rustix::process::nice(STEP_BACK);
        }
    }
}

/// What every command needs.
pub struct Office {
    /// The settings.
    pub settings: Settings,
    /// The data folder.
    pub data: PathBuf,
    /// The settings file, if there is one.
    file: Option<PathBuf>,
    /// The store, once it was opened.
    store: OnceLock<Store>,
}

/// Runs what the arguments ask for.
pub async fn run(arguments: Arguments) -> Result<ExitCode> {
    let file = settings_file(arguments.config);
    let environment = std::env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)));
    let settings = Settings::load(file.as_deref(), environment)?;
    show::log(&settings);
    let office = Office { settings, data: data_folder(arguments.data)?, file, store: OnceLock::new() };
    let serves = matches!(arguments.command, None | Some(Command::Serve));
    let ended = tokio::select! {
        ended = carried_out(arguments.command, &office) => Some(ended),
        () = stop::asked(), if !serves => None,
    };
    // The last that closes it leaves all that was written in one file.
    if let Some(store) = office.store.get() {
        store.close().await;
    }
    // Whoever waits for a line of the terminal would wait on.
    ended.unwrap_or_else(|| std::process::exit(stop::CODE))
}

async fn carried_out(command: Option<Command>, office: &Office) -> Result<ExitCode> {
    match command {
        Some(Command::Ask(ask)) => ask.run(office).await,
        Some(Command::Chat) => chat::run(office).await,
        Some(Command::Serve) => serve::run(office).await,
        Some(Command::Reindex(reindex)) => reindex.run(office).await,
        Some(Command::Article(article)) => article.run(office).await,
        Some(Command::Feed(feed)) => feed.run(office).await,
        Some(Command::Import(import)) => import.run(office).await,
        Some(Command::Backup(backup)) => backup.run(office).await,
        Some(Command::Votes(votes)) => votes.run(office).await,
        Some(Command::Eval(eval)) => eval.run(office).await,
        Some(Command::Config(Config::Check)) => {
            office.synonyms()?;
            let from = office.file.as_ref().map_or_else(|| "the defaults".to_owned(), |file| format!("`{}`", file.display()));
            let overridden = std::env::vars_os().any(|(name, _)| name.to_string_lossy().starts_with(PREFIX));
            let and = if overridden { " and the environment" } else { "" };
            show::say!("The settings are valid: {from}{and}; data in `{}`.", office.data.display());
            Ok(ExitCode::SUCCESS)
        }
        Some(Command::Completions { shell }) => {
            // Into memory first: the generator panics where nobody reads any more.
            let mut script = vec![];
            clap_complete::generate(shell, &mut Arguments::command(), "takeaway", &mut script);
            show::say!("{}", String::from_utf8_lossy(&script).trim_end());
            Ok(ExitCode::SUCCESS)
        }
        None if serve::token()?.is_some() => serve::run(office).await,
        None => {
            show::say!("{}\n{WITHOUT_A_COMMAND}", Arguments::command().render_help());
            Ok(ExitCode::SUCCESS)
        }
    }
}

impl Office {
    /// Opens the library and makes it ready for a first question.
    pub async fn library(&self) -> Result<Arc<Library>> {
        let library = Arc::new(self.unprepared().await?);
        let prepared = library.prepare(self.settings.library.max_article_bytes).await?;
        for (file, reason) in prepared.into_iter().flat_map(|report| report.failed) {
            show::complain(&format!("`{}` {reason}", file.display()));
        }
        Ok(library)
    }

    /// Opens the library as it is.
    pub async fn unprepared(&self) -> Result<Library> {
        let library = Library::open(Place::Folder(self.data.clone()), self.synonyms()?).await?;
        self.store.get_or_init(|| library.store().clone());
        Ok(library.limited(self.settings.library.guild_limits()))
    }

    /// Opens the store alone.
    pub async fn store(&self) -> Result<Store> {
        let store = Store::open(&self.data).await?;
        self.store.get_or_init(|| store.clone());
        Ok(store)
    }

    /// The synonyms that come with the program, and the operator's: a path beside the settings file, else from where the program was started.
    pub fn synonyms(&self) -> Result<Synonyms> {
        let named = Path::new(&self.settings.library.synonyms);
        if named.as_os_str().is_empty() {
            return Ok(Synonyms::general());
        }
        let beside = self.file.as_deref().and_then(Path::parent).map(|folder| folder.join(named)).filter(|file| file.is_file());
        let file = beside.as_deref().unwrap_or(named);
        let shown = file.display();
        let text = std::fs::read_to_string(file).with_context(|| {
            format!(
                "cannot read the synonyms in `{shown}`, which `library.synonyms` names; give a path from the folder of the settings file"
            )
        })?;
        Synonyms::general_and(&text).with_context(|| format!("`{shown}` is no list of synonyms; see config/synonyms.toml"))
    }

    /// The desk over a library.
    pub fn desk(&self, library: Arc<Library>) -> Desk {
        Desk::new(library, &self.settings).with_ranker(Ranker::Model)
    }
}

fn settings_file(given: Option<PathBuf>) -> Option<PathBuf> {
    given.or_else(|| Some(PathBuf::from("config/takeaway.toml")).filter(|file| file.is_file()))
}

fn data_folder(given: Option<PathBuf>) -> Result<PathBuf> {
    let here = || Some(PathBuf::from("index")).filter(|folder| folder.is_dir());
    let platform = || dirs::data_dir().map(|folder| folder.join("takeaway"));
    given.or_else(here).or_else(platform).context("there is no data folder on this platform; give one with `--data`")
}
