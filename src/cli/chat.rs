//! `takeaway chat`: the commands of Discord in the terminal.

use std::io::{IsTerminal, Write};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Result;
use tokio::io::{AsyncBufReadExt, BufReader};

use super::show::say;
use super::{Office, show};
use crate::answer::Topic;
use crate::card::{Act, Audience, Card, Controls, Hand, Reader, Words};
use crate::desk::newsroom::Newsroom;
use crate::desk::{Answer, Asker, Desk};
use crate::library::log::OPERATOR;
use crate::search::Question;

mod newsroom;

const HELP: &str = "Type a question or a few words, or:\n  /ask QUESTION       the best quote with its source\n  /takeaway [TOPIC]   what an article says on a topic\n  /articles           what can be quoted\n  /source TEXT        the quote closest to a text, as \"Find the source\" does\n  /privacy [delete]   what is kept of you, or delete it\n  /help               this text\n  /quit               leave";

/// The last line of the help.
const NUMBERS: &str = "A number chooses a topic or a button of the last card.";

/// All that can be typed.
fn help() -> String {
    format!("{HELP}\n{}\n{NUMBERS}", newsroom::HELP)
}

/// What is said of the commands that change how the bot behaves on a server.
const ON_SERVERS: &str = "It is about a server on Discord. Here, `takeaway config check` says whether the settings are valid.";

/// How many articles the list shows; a terminal scrolls.
const ALL: usize = usize::MAX;

/// How many characters of a section are shown at once: a few screens.
const ROOM: usize = 8000;

/// Reads lines until there are no more.
pub async fn run(office: &Office) -> Result<ExitCode> {
    let library = office.library().await?;
    let desk = Arc::new(office.desk(library));
    let newsroom = Newsroom::new(desk.clone(), &office.settings)?;
    let mut chat = Chat { desk, newsroom, last: None };
    let mut input = BufReader::new(tokio::io::stdin());
    let mut typed = vec![];
    let asks = std::io::stdin().is_terminal();
    if asks {
        say!("{}", help());
    }
    loop {
        if asks {
            write!(std::io::stdout(), "\n> ")?;
        }
        std::io::stdout().flush()?;
        typed.clear();
        if input.read_until(b'\n', &mut typed).await? == 0 {
            break;
        }
        // Bytes of another encoding spoil their word, not the conversation.
        let line = String::from_utf8_lossy(&typed);
        let line = line.trim();
        if matches!(line, "/quit" | "/exit") {
            break;
        }
        if !line.is_empty() {
            say!("{}", chat.answer(line).await?);
        }
    }
    Ok(ExitCode::SUCCESS)
}

struct Chat {
    desk: Arc<Desk>,
    newsroom: Newsroom,
    /// The last card with topics or buttons, to be chosen by number.
    last: Option<Card>,
}

/// What a number stands for.
enum Choice {
    Topic(Topic),
    Button(Act, Hand),
    /// Of a proposal, by its token: confirmed, or cancelled.
    Decision(String, bool),
}

impl Chat {
    async fn answer(&mut self, line: &str) -> Result<String> {
        // An article that another process has added by now is quoted.
        self.desk.library().sees_changes().await;
        let (command, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let card = match command {
            "/ask" => self.ask(rest).await?,
            "/source" => Card::source(&self.desk.source(Asker::default(), rest).await?, &Words::ENGLISH),
            "/privacy" => self.privacy(rest.trim()).await?,
            "/settings" | "/doctor" => Card::notice(None, ON_SERVERS.into()),
            "/takeaway" => self.takeaway(rest).await?,
            "/articles" => Card::articles(&self.desk.articles(None).await?, 0, ALL, &Words::ENGLISH),
            "/help" => Card::notice(None, help()),
            _ if command.starts_with('/') => {
                let card = newsroom::answers(&self.newsroom, line).await?;
                card.unwrap_or_else(|| Card::notice(None, format!("There is no command `{command}`.\n{}", help())))
            }
            _ => match line.parse().ok().and_then(|number| self.chosen(number)) {
                None if self.last.is_some() && line.parse::<u8>().is_ok() => {
                    Card::notice(None, format!("Nothing on the last card has the number {line}. {NUMBERS}"))
                }
                Some(Choice::Topic(topic)) => self.opens(&topic).await?,
                Some(Choice::Decision(token, confirms)) => newsroom::decides(&self.newsroom, &token, confirms).await?,
                Some(Choice::Button(act, hand)) => return self.presses(act, &hand).await,
                None => self.ask(line).await?,
            },
        };
        Ok(self.shows(card))
    }

    /// A card with its buttons, which can be chosen from then on.
    fn shows(&mut self, card: Card) -> String {
        let (mut text, acts) = (show::card(&card), card.acts(Audience::Terminal));
        if !acts.is_empty() {
            text += &format!("\n\n{}", show::acts(&acts, card.topics.len()));
        }
        let proposes = matches!(card.controls, Some(Controls::Proposal(_)));
        if proposes {
            text += &format!("\n\n  1. {}   2. {}", Words::ENGLISH.say("confirm"), Words::ENGLISH.say("cancel"));
        }
        if proposes || !acts.is_empty() || !card.topics.is_empty() {
            self.last = Some(card);
        }
        text
    }

    /// What a number chooses from the last card, topics before buttons.
    fn chosen(&self, number: usize) -> Option<Choice> {
        let (card, place) = (self.last.as_ref()?, number.checked_sub(1)?);
        if let Some(Controls::Proposal(token)) = &card.controls {
            return (place < 2).then(|| Choice::Decision(token.clone(), place == 0));
        }
        if let Some(topic) = card.topics.get(place) {
            return Some(Choice::Topic(topic.clone()));
        }
        let act = *card.acts(Audience::Terminal).get(place - card.topics.len())?;
        Some(Choice::Button(act, card.hand.clone()?))
    }

    /// What a button leads to; a vote leaves the last card as it is.
    async fn presses(&mut self, act: Act, hand: &Hand) -> Result<String> {
        let reader = Reader { desk: &self.desk, guild: None, room: ROOM, words: &Words::ENGLISH };
        let card = match act.ballot() {
            Some(ballot) => reader.votes(OPERATOR, ballot, hand).await?,
            None => reader.turns(act, hand).await?,
        };
        let card = card.unwrap_or_else(|| Card::notice(None, Words::ENGLISH.say("quote-gone")));
        Ok(if act.turns() { self.shows(card) } else { show::card(&card) })
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

    /// What is kept of the operator, who votes like a reader.
    async fn privacy(&self, what: &str) -> Result<Card> {
        let store = self.desk.library().store();
        Ok(match what {
            "" | "show" => Card::kept(&store.kept_of(OPERATOR).await?, &Words::ENGLISH),
            "delete" => Card::deleted(&store.forget_person(OPERATOR).await?, &Words::ENGLISH),
            _ => Card::notice(None, help()),
        })
    }

    /// What a section says first.
    async fn opens(&self, topic: &Topic) -> Result<Card> {
        Ok(Card::takeaway(self.desk.takeaway(Asker::default(), topic).await?.as_ref(), &Words::ENGLISH))
    }

    async fn takeaway(&self, typed: &str) -> Result<Card> {
        let asker = Asker::default();
        if typed.trim().is_empty() {
            let listed = self.desk.articles(None).await?;
            let newest = listed.first();
            return Ok(newest.map_or_else(|| Card::articles(&[], 0, ALL, &Words::ENGLISH), |a| Card::topics(a, &Words::ENGLISH)));
        }
        match self.desk.topic(asker, typed).await? {
            Some(topic) => self.opens(&topic).await,
            None => self.ask(typed).await,
        }
    }
}
