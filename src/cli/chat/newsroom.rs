//! The commands of those who answer for a library, in the terminal: by the operator, for everyone's.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result, anyhow};

use super::ALL;
use crate::article::is_web_address;
use crate::card::{Card, Words, newsroom};
use crate::desk::newsroom::{EditError, Editor, Newsroom, Progress};

/// What can be typed.
pub const HELP: &str = "  /article add FILE|ADDRESS, list, show ID, remove ID, versions ID, log, purge ID\n  /feed add ADDRESS, list, remove ADDRESS, refresh [ADDRESS]\n  /reindex            reads the article folder and builds the index anew";

/// Who is at the terminal.
const OPERATOR: Editor = Editor::OPERATOR;

/// Their language.
const WORDS: &Words = &Words::ENGLISH;

/// Whatever an editor is shown, or why it is not done.
type Done = Result<Card, EditError>;

/// The card that a line leads to; `None` if it is none of these commands.
pub async fn answers(newsroom: &Newsroom, line: &str) -> Result<Option<Card>> {
    let (command, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let (what, rest) = rest.trim().split_once(char::is_whitespace).unwrap_or((rest.trim(), ""));
    let rest = rest.trim();
    let done = match (command, what) {
        ("/article", "add") => adds(newsroom, rest).await,
        ("/article", "purge") => newsroom.proposes_purge(OPERATOR, rest).await.map(|proposed| Card::purge(rest, &proposed, WORDS)),
        ("/article", what) => articles(newsroom, what, rest).await,
        ("/feed", what) => feeds(newsroom, what, rest).await,
        ("/reindex", "") => newsroom.reindexes(OPERATOR, Arc::new(Progress::default())).await.map(|done| Card::reindexed(&done, WORDS)),
        _ => return Ok(None),
    };
    said(done).map(Some)
}

/// Confirms or cancels what was proposed.
pub async fn decides(newsroom: &Newsroom, token: &str, confirms: bool) -> Result<Card> {
    let done = if confirms {
        newsroom.confirms(OPERATOR, token).await.map(|done| Card::confirmed(&done, WORDS))
    } else {
        newsroom.cancels(OPERATOR, token).await.map(|()| Card::notice(None, WORDS.say("cancelled")))
    };
    said(done)
}

async fn adds(newsroom: &Newsroom, place: &str) -> Done {
    let (draft, source) = if is_web_address(place) {
        newsroom.reads_address(place).await?
    } else {
        let bytes = std::fs::read(place).with_context(|| format!("read `{place}`")).map_err(EditError::Ours)?;
        let name = Path::new(place).file_name().unwrap_or_default().to_string_lossy();
        newsroom.reads_file(&name, bytes).await?
    };
    let preview = newsroom.previews(&draft).await?;
    let proposed = newsroom.proposes(OPERATOR, &draft, source).await?;
    Ok(Card::preview(&preview, &proposed, OPERATOR, WORDS))
}

async fn articles(newsroom: &Newsroom, what: &str, id: &str) -> Done {
    Ok(match what {
        "list" => Card::library(&newsroom.lists(OPERATOR).await?, 0, ALL, OPERATOR, WORDS),
        "log" => Card::log(&newsroom.logged(OPERATOR).await?, OPERATOR, WORDS),
        "versions" => Card::versions(id, &newsroom.versions(OPERATOR, id).await?, WORDS),
        "show" => {
            let (listed, article, quoted) = newsroom.shows(OPERATOR, id).await?;
            Card::article(&listed, &article, quoted, WORDS)
        }
        "remove" => {
            newsroom.removes(OPERATOR, id).await?;
            Card::notice(None, WORDS.say_with("removed", &[("id", id)]))
        }
        _ => Card::notice(None, HELP.into()),
    })
}

async fn feeds(newsroom: &Newsroom, what: &str, address: &str) -> Done {
    Ok(match what {
        "list" => Card::feeds(&newsroom.followed(OPERATOR).await?, OPERATOR, WORDS),
        "add" => Card::refreshed("feed-added", address, &newsroom.follows(OPERATOR, address).await?, WORDS),
        "refresh" if address.is_empty() => Card::refreshed("feeds-refreshed", "", &newsroom.refreshes(OPERATOR, None).await?, WORDS),
        "refresh" => Card::refreshed("feed-refreshed", address, &newsroom.refreshes(OPERATOR, Some(address)).await?, WORDS),
        "remove" => {
            newsroom.unfollows(OPERATOR, address).await?;
            Card::notice(None, WORDS.say_with("feed-removed", &[("address", address)]))
        }
        _ => Card::notice(None, HELP.into()),
    })
}

/// What the operator can mend is part of the conversation; a file that cannot be read is so too.
fn said(done: Done) -> Result<Card> {
    match done {
        Ok(card) => Ok(card),
        Err(EditError::Refused(refusal)) => Ok(Card::notice(None, newsroom::refusal(&refusal, WORDS))),
        Err(EditError::Ours(error)) if error.downcast_ref::<std::io::Error>().is_some() => Ok(Card::notice(None, format!("{error:#}"))),
        Err(EditError::Ours(error)) => Err(anyhow!(error)),
    }
}
