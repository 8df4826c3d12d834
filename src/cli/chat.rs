//! `takeaway chat`: the commands of Discord in the terminal.

use std::io::{IsTerminal, Write};
use std::process::ExitCode;

use anyhow::Result;
use tokio::io::{AsyncBufReadExt, BufReader};

use super::show::say;
use super::{Office, show};
use crate::answer::Topic;
use crate::card::{Card, Words};
use crate::desk::{Answer, Asker, Desk};
use crate::search::Question;

const HELP: &str = "Type a question or a few words, or:\n  /ask QUESTION       the best quote with its source\n  /takeaway [TOPIC]   what an article says on a topic\n  /articles           what can be quoted\n  /help               this text\n  /quit               leave\nA number chooses a topic from the last card.";

/// How many articles a page of the list has.
const PAGE: usize = 20;

/// Reads lines until there are no more.
pub async fn run(office: &Office) -> Result<ExitCode> {
    let library = office.library().await?;
    let follower = tokio::spawn(library.clone().follow());
    let mut chat = Chat { desk: office.desk(library), offered: vec![] };
    let mut lines = BufReader::new(tokio::io::stdin()).lines();
    let asks = std::io::stdin().is_terminal();
    if asks {
        say!("{HELP}");
    }
    loop {
        if asks {
            print!("\n> ");
        }
        std::io::stdout().flush()?;
        let Some(line) = lines.next_line().await? else { break };
        let line = line.trim();
        if matches!(line, "/quit" | "/exit") {
            break;
        }
        if !line.is_empty() {
            say!("{}", chat.answer(line).await?);
        }
    }
    follower.abort();
    Ok(ExitCode::SUCCESS)
}

struct Chat {
    desk: Desk,
    /// The topics of the last card, to be chosen by number.
    offered: Vec<Topic>,
}

impl Chat {
    async fn answer(&mut self, line: &str) -> Result<String> {
        let (command, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let card = match command {
            "/ask" => self.ask(rest).await?,
            "/takeaway" => self.takeaway(rest).await?,
            "/articles" => Card::articles(&self.desk.articles(None).await?, 0, PAGE, &Words::ENGLISH),
            "/help" => Card::notice(None, HELP.into()),
            _ if command.starts_with('/') => Card::notice(None, format!("There is no command `{command}`.\n{HELP}")),
            _ => match line.parse::<usize>().ok().and_then(|n| self.offered.get(n.checked_sub(1)?).cloned()) {
                Some(topic) => self.card(&self.desk.takeaway(Asker::default(), &topic).await?),
                None => self.ask(line).await?,
            },
        };
        self.offered.clone_from(&card.topics);
        Ok(show::card(&card))
    }

    fn card(&self, answer: &Answer) -> Card {
        Card::answer(answer, &Words::ENGLISH)
    }

    async fn ask(&self, typed: &str) -> Result<Card> {
        let Some(question) = Question::parse(typed) else {
            return Ok(Card::notice(None, Words::ENGLISH.say("how-to-ask")));
        };
        Ok(self.card(&self.desk.ask(Asker::default(), &question).await?))
    }

    async fn takeaway(&self, typed: &str) -> Result<Card> {
        let asker = Asker::default();
        if typed.trim().is_empty() {
            let listed = self.desk.articles(None).await?;
            let newest = listed.first();
            return Ok(newest.map_or_else(|| Card::articles(&[], 0, PAGE, &Words::ENGLISH), |a| Card::topics(a, &Words::ENGLISH)));
        }
        match self.desk.topic(asker, typed).await? {
            Some(topic) => Ok(self.card(&self.desk.takeaway(asker, &topic).await?)),
            None => self.ask(typed).await,
        }
    }
}
