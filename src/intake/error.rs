//! Why something was not fetched: each message says what was tried, on what, and what to do next.

use std::time::Duration;

use reqwest::StatusCode;

use super::guard::Refusal;

/// Why an address was not fetched. Each message says what to do next.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FetchError {
    /// No address at all.
    #[error("`{0}` is no web address; give one that begins with https://")]
    NoAddress(String),
    /// The guard refuses it.
    #[error("`{address}` {refusal}; give the public address of an article, or list an exception in `intake.exceptions`")]
    Refused {
        /// What was asked for, or what it redirected to.
        address: String,
        /// Why.
        refusal: Refusal,
    },
    /// The site's robots.txt asks not to.
    #[error("the robots.txt of `{address}` asks bots not to fetch it; ask the outlet, or add the text by upload if you may quote it")]
    Robots {
        /// What was asked for.
        address: String,
    },
    /// The site's robots.txt could not be had.
    #[error("the robots.txt of `{host}` could not be read ({why}), so nothing there may be fetched; try again later")]
    RobotsUnknown {
        /// Host and port.
        host: String,
        /// What the site answered.
        why: String,
    },
    /// No connection, or one that broke.
    #[error("`{address}` could not be fetched: {why}; check the address, or try again later")]
    Connection {
        /// What was asked for.
        address: String,
        /// The innermost cause.
        why: String,
    },
    /// An answer other than a page.
    #[error("`{address}` answered {status}; {next}", next = advice(*status))]
    Status {
        /// What was asked for.
        address: String,
        /// What it answered.
        status: StatusCode,
        /// How long it asks to be left alone, a day at most.
        wait: Option<Duration>,
    },
    /// One redirect after another.
    #[error("`{address}` was redirected more than {most} times; open it in a browser and give the address that it ends at")]
    Redirects {
        /// Where it began.
        address: String,
        /// How many are followed.
        most: usize,
    },
    /// A redirect that leads nowhere.
    #[error("`{address}` redirects to no address; open it in a browser and give the address that it ends at")]
    NoRedirect {
        /// What was asked for.
        address: String,
    },
    /// The time was up.
    #[error("`{address}` took longer than {} s; try again later, or add the text by upload", limit.as_secs_f64())]
    Timeout {
        /// What was asked for.
        address: String,
        /// For the whole fetch.
        limit: Duration,
    },
    /// More bytes than allowed, after decompression.
    #[error("`{address}` has more than {most} bytes; add the text by upload, or raise `intake.most_bytes`")]
    TooLarge {
        /// What was asked for.
        address: String,
        /// In bytes.
        most: usize,
    },
    /// A picture, a film, a download.
    #[error("`{address}` is `{found}`, not {wanted}; give the address of {wanted}")]
    ContentType {
        /// What was asked for.
        address: String,
        /// What the site calls it.
        found: String,
        /// `a page of text` or `a feed`.
        wanted: &'static str,
    },
    /// A feed that cannot be parsed.
    #[error("`{address}` is no feed that can be read ({why}); give the address of an RSS, Atom or JSON feed")]
    NotAFeed {
        /// What was asked for.
        address: String,
        /// What the parser says.
        why: String,
    },
    /// Settings that cannot be followed.
    #[error("`intake.exceptions` holds `{0}`; give networks such as 10.0.0.0/8, or `host:port`")]
    Exception(String),
    /// The client could not be made.
    #[error("no web client could be made: {0}; check `intake.user_agent`")]
    Client(String),
}

impl FetchError {
    /// What happened, for the log: nothing of the address, which may hold a key.
    pub fn kind(&self) -> String {
        let kind = match self {
            FetchError::Status { status, .. } => return format!("status {}", status.as_u16()),
            FetchError::NoAddress(_) => "no address",
            FetchError::Refused { .. } => "refused",
            FetchError::Robots { .. } => "robots.txt",
            FetchError::RobotsUnknown { .. } => "no robots.txt",
            FetchError::Connection { .. } => "connection",
            FetchError::Redirects { .. } | FetchError::NoRedirect { .. } => "redirects",
            FetchError::Timeout { .. } => "timeout",
            FetchError::TooLarge { .. } => "too large",
            FetchError::ContentType { .. } => "content type",
            FetchError::NotAFeed { .. } => "not a feed",
            FetchError::Exception(_) | FetchError::Client(_) => "settings",
        };
        kind.to_owned()
    }

    /// Whether the address is at fault, not the moment: asking for it again would be in vain.
    pub fn is_final(&self) -> bool {
        match self {
            FetchError::NoAddress(_)
            | FetchError::Robots { .. }
            | FetchError::Redirects { .. }
            | FetchError::NoRedirect { .. }
            | FetchError::TooLarge { .. }
            | FetchError::ContentType { .. } => true,
            // A name may lead elsewhere tomorrow.
            FetchError::Refused { refusal, .. } => !matches!(refusal, Refusal::NotPublic(_)),
            FetchError::Status { status, .. } => status.is_client_error() && !matches!(status.as_u16(), 408 | 425 | 429),
            FetchError::RobotsUnknown { .. }
            | FetchError::Connection { .. }
            | FetchError::Timeout { .. }
            | FetchError::NotAFeed { .. }
            | FetchError::Exception(_)
            | FetchError::Client(_) => false,
        }
    }
}

/// What to do about a status.
fn advice(status: StatusCode) -> &'static str {
    match status.as_u16() {
        401 | 402 | 403 | 451 => "the site does not let the bot in; add the text by upload if you may quote it",
        404 | 410 => "check the address",
        429 | 500..=599 => "try again later",
        _ => "give the address of an article",
    }
}
