//! Why an editor's wish is not done, and what they can do about it.

use crate::article::{Fault, NoArticle, ReadError};
use crate::card::Words;
use crate::desk::newsroom::Refusal;
use crate::intake::error::FetchError;

/// A refusal in a person's language.
pub fn said(refusal: &Refusal, words: &Words) -> String {
    match refusal {
        Refusal::OneOf => words.say("add-one-of"),
        Refusal::Fetch(error) => fetch(error, words),
        Refusal::Read(error) => read(error, words),
        Refusal::FileKind(ending) => words.say_with("refused-file-kind", &[("ending", ending)]),
        Refusal::NoId => words.say("refused-no-id"),
        Refusal::NoArticle(id) => words.say_with("refused-no-article", &[("id", id)]),
        Refusal::Everyones(id) => words.say_with("refused-everyones", &[("id", id)]),
        Refusal::Gone => words.say("refused-gone"),
        Refusal::Changed(id) => words.say_with("refused-changed", &[("id", id)]),
        Refusal::NoFeed(address) => words.say_with("refused-no-feed", &[("address", address)]),
        Refusal::TooManyFeeds(most) => words.count("refused-too-many-feeds", "most", *most),
        Refusal::OtherOrigin { id, origin, source } => {
            let origin = words.say_with(&format!("origin-{origin}"), &[("source", source)]);
            words.say_with("refused-other-origin", &[("id", id), ("origin", &origin)])
        }
        Refusal::Purged(id) => words.say_with("refused-purged", &[("id", id)]),
        Refusal::TooMany(most) => words.count("refused-too-many", "most", *most),
        Refusal::TooMuch(most) => words.say_with("refused-too-much", &[("most", &most.to_string())]),
        Refusal::TooSlow(seconds) => words.say_with("refused-too-slow", &[("seconds", &seconds.to_string())]),
        Refusal::MostGone { gone, known } => {
            words.say_with("refused-most-gone", &[("gone", &gone.to_string()), ("known", &known.to_string())])
        }
    }
}

fn fetch(error: &FetchError, words: &Words) -> String {
    let at = |key: &str, address: &str| words.say_with(key, &[("address", address)]);
    match error {
        FetchError::NoAddress(address) => at("fetch-no-address", address),
        FetchError::Refused { address, .. } => at("fetch-refused", address),
        FetchError::Robots { address } => at("fetch-robots", address),
        FetchError::RobotsUnknown { host, .. } => at("fetch-robots-unknown", host),
        FetchError::Status { address, status, .. } => {
            words.say_with("fetch-status", &[("address", address), ("status", &status.as_u16().to_string())])
        }
        FetchError::Redirects { address, .. } | FetchError::NoRedirect { address } => at("fetch-redirects", address),
        FetchError::Timeout { address, .. } => at("fetch-timeout", address),
        FetchError::TooLarge { address, most } => words.say_with("fetch-too-large", &[("address", address), ("most", &most.to_string())]),
        FetchError::ContentType { address, found, .. } => words.say_with("fetch-content-type", &[("address", address), ("found", found)]),
        FetchError::NotAFeed { address, .. } => at("fetch-not-a-feed", address),
        FetchError::Connection { address, .. } => at("fetch-connection", address),
        FetchError::Exception(_) | FetchError::Client(_) => words.say("fetch-settings"),
    }
}

fn read(error: &ReadError, words: &Words) -> String {
    match error {
        ReadError::Empty => words.say("read-empty"),
        ReadError::NoText => words.say("read-no-text"),
        ReadError::NoTitle => words.say("read-no-title"),
        ReadError::NotUtf8 { line } => words.say_with("read-not-utf8", &[("line", &line.to_string())]),
        ReadError::TooLarge { found, limit } => {
            words.say_with("read-too-large", &[("found", &found.to_string()), ("limit", &limit.to_string())])
        }
        ReadError::FrontMatter { line, fault } => {
            words.say_with("read-front-matter", &[("line", &line.to_string()), ("fault", &front_matter(fault, words))])
        }
        ReadError::NotAnArticle(why) => words.say_with("read-not-an-article", &[("reason", &no_article(*why, words))]),
        ReadError::Record(_) => words.say("read-record"),
    }
}

fn front_matter(fault: &Fault, words: &Words) -> String {
    match fault {
        Fault::Unclosed { fence } => words.say_with("front-matter-unclosed", &[("fence", fence)]),
        Fault::Syntax { format, .. } => words.say_with("front-matter-syntax", &[("format", format)]),
        Fault::UnknownField { name, .. } => words.say_with("front-matter-unknown-field", &[("field", name)]),
        Fault::Language(found) => words.say_with("front-matter-language", &[("found", found)]),
        Fault::Address { field, found } => words.say_with("front-matter-address", &[("field", field), ("found", found)]),
        Fault::Day { field, found } => words.say_with("front-matter-day", &[("field", field), ("found", found)]),
    }
}

fn no_article(why: NoArticle, words: &Words) -> String {
    match why {
        NoArticle::TooShort { words: found } => words.count("no-article-too-short", "words", found),
        NoArticle::Untitled => words.say("no-article-untitled"),
        NoArticle::Paid { words: free } => words.count("no-article-paid", "words", free),
        NoArticle::Listing => words.say("no-article-listing"),
        NoArticle::Nested { .. } | NoArticle::TooManyElements { .. } | NoArticle::TooSlow { .. } => words.say("no-article-too-much"),
        NoArticle::Unreadable => words.say("no-article-unreadable"),
    }
}
