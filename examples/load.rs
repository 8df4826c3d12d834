//! Measures the bot: `cargo build --release && cargo run --release --example load`.
//!
//! Starts a fake Discord on loopback and `takeaway` as a process of its own with the bundled article, and holds what it finds against
//! the goals: from event to visible answer a median under 5 ms and a 99th percentile under 25 ms over 1,000 interactions, none
//! announced first; 500 at once all answered within 3 s, none twice; less than 60 MB of memory.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use tokio::process::{Child, Command};

#[path = "../tests/scenarios"]
mod scenarios {
    #[expect(dead_code, reason = "the load needs few of the verbs that stories need")]
    pub mod fake;
}

use scenarios::fake::Discord;
use scenarios::fake::reply::Reply;

/// How many interactions one after the other.
const IN_A_ROW: usize = 1000;

/// How many at once.
const AT_ONCE: usize = 500;

/// What readers do, over and over.
const LINES: [&str; 6] = [
    "/ask question:how many prisoners will be exchanged?",
    "/ask question:when do the peace talks start?",
    "/ask question:what did Putin say about military aid? private:true",
    "/ask question:who won the chess championship?",
    "/takeaway topic:prisoners",
    "/takeaway topic:energy truce private:true",
];

#[tokio::main]
async fn main() -> Result<ExitCode> {
    let discord = Discord::opens().await?;
    let data = tempfile::TempDir::new()?;
    let child = starts(&discord, &data)?;
    let id = child.id().context("the program runs")?;
    discord.hears_the_bot().await?;
    for line in LINES {
        discord.reader().runs(line).await?;
    }
    println!("memory at rest        {:>8.1} MB", memory(id, "VmRSS")?);
    let in_a_row = in_a_row(&discord).await?;
    let at_once = at_once(&discord).await?;
    let most = memory(id, "VmHWM")?;
    println!("memory at most        {most:>8.1} MB   goal: < 60 MB");
    discord.checks_the_end()?;
    let met = in_a_row && at_once && most < 60.0;
    println!("{}", if met { "every goal is met" } else { "a goal is missed" });
    Ok(if met { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The program beside this one, or the one that is named.
fn starts(discord: &Discord, data: &tempfile::TempDir) -> Result<Child> {
    let beside = || Some(std::env::current_exe().ok()?.parent()?.parent()?.join("takeaway"));
    let program = std::env::args_os().nth(1).map(PathBuf::from).or_else(beside).filter(|path| path.is_file());
    let program = program.context("there is no `takeaway` beside this program; build it with `cargo build --release`")?;
    let mut command = Command::new(&program);
    command.arg("--data").arg(data.path()).current_dir(data.path()).kill_on_drop(true);
    command.env("DISCORD_TOKEN", discord.token()).env("TAKEAWAY_DISCORD_API", discord.address());
    // One reader asks more here than a person may.
    command.env("TAKEAWAY_DISCORD_QUESTIONS_PER_MINUTE", "1000000").env("TAKEAWAY_LOG_LEVEL", "error");
    command.spawn().with_context(|| format!("start `{}`", program.display()))
}

async fn in_a_row(discord: &Discord) -> Result<bool> {
    let mut took = vec![];
    for line in LINES.iter().cycle().take(IN_A_ROW) {
        let reply = discord.reader().runs(line).await?;
        ensure!(!reply.was_deferred(), "`{line}` was announced first");
        took.push(reply.took());
    }
    took.sort_unstable();
    let at = |part: f64| took[((took.len() - 1) as f64 * part).round() as usize];
    let milliseconds = |time: Duration| time.as_secs_f64() * 1000.0;
    let (median, high, most) = (milliseconds(at(0.5)), milliseconds(at(0.99)), milliseconds(at(1.0)));
    println!("{IN_A_ROW} in a row: median  {median:>8.2} ms   goal: < 5 ms");
    println!("      99th percentile {high:>8.2} ms   goal: < 25 ms");
    println!("              slowest {most:>8.2} ms");
    Ok(median < 5.0 && high < 25.0)
}

async fn at_once(discord: &Discord) -> Result<bool> {
    let began = Instant::now();
    let asks = |line: &'static str| {
        let reader = discord.reader();
        tokio::spawn(async move { reader.runs(line).await })
    };
    let running: Vec<_> = LINES.iter().cycle().take(AT_ONCE).map(|line| asks(line)).collect();
    let mut replies: Vec<Reply> = vec![];
    for answer in running {
        replies.push(answer.await??);
    }
    let whole = began.elapsed().as_secs_f64();
    let deferred = replies.iter().filter(|reply| reply.was_deferred()).count();
    println!("{AT_ONCE} at once: all after {whole:>7.2} s    goal: < 3 s ({deferred} announced first)");
    Ok(whole < 3.0)
}

/// One of the kernel's figures of a process, in MB.
fn memory(id: u32, name: &str) -> Result<f64> {
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).context("memory is measured on Linux alone")?;
    let line = status.lines().find(|line| line.starts_with(name)).with_context(|| format!("the kernel gives no {name}"))?;
    let kilobytes: f64 = line.split_whitespace().nth(1).context("the line holds a number")?.parse()?;
    Ok(kilobytes / 1024.0)
}
