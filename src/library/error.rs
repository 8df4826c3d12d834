//! What can go wrong with the library.

use std::path::PathBuf;

/// Why a library could not be read or changed.
#[derive(Debug, thiserror::Error)]
pub enum LibraryError {
    /// The data folder cannot be made or written.
    #[error("cannot use the data folder `{folder}`; check that it exists and may be written")]
    Folder {
        /// Which one.
        folder: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The store cannot be opened.
    #[error(
        "cannot open the store `{file}`; check that it and its folder may be read and written, and that the disk has room; if it is damaged, \
         restore a copy or move it away to begin anew"
    )]
    Open {
        /// Which one.
        file: PathBuf,
        /// What the database says.
        source: sqlx::Error,
    },
    /// A copy would overwrite something.
    #[error("`{file}` is there already; name another file or remove it")]
    Exists {
        /// Which one.
        file: PathBuf,
    },
    /// The store's tables cannot be brought up to date.
    #[error("cannot bring the store up to date; check that it may be written; it may also have been made by a newer version")]
    Migrate(#[from] sqlx::migrate::MigrateError),
    /// The store fails.
    #[error("the store failed; check that `takeaway.db` and its folder may be written and that the disk has room")]
    Store(#[from] sqlx::Error),
    /// The index fails.
    #[error("the index failed; check that the disk has room; if it has, delete the folder `segments` and it is built again")]
    Index(#[from] tantivy::TantivyError),
    /// What the store holds is not what this version writes.
    #[error("the store holds something unreadable for article `{id}`: {message}")]
    Damaged {
        /// Which article.
        id: String,
        /// What is wrong.
        message: String,
    },
    /// An article belongs to another origin.
    #[error("article `{id}` comes from {origin} `{source_name}`; change it there")]
    OtherOrigin {
        /// Which article.
        id: String,
        /// Who brought it.
        origin: &'static str,
        /// The file or address.
        source_name: String,
    },
    /// An article was purged.
    #[error("article `{id}` was purged and does not come back; delete what it came from")]
    Purged {
        /// Which article.
        id: String,
    },
    /// The article at an address has an id, and not the one that was wanted.
    #[error("the article at `{address}` is kept as `{id}`; leave the id out to change it")]
    OtherId {
        /// Which address.
        address: String,
        /// The id that it has.
        id: String,
    },
    /// A server has as many articles as it may have.
    #[error("this library may hold {most} articles; remove one, or raise `library.guild_articles`")]
    TooMany {
        /// How many.
        most: usize,
    },
    /// A server keeps as much text as it may.
    #[error("this library may hold {most} bytes of text, old versions included; purge an article, or raise `library.guild_bytes`")]
    TooMuch {
        /// In bytes.
        most: usize,
    },
    /// The source folder cannot be listed.
    #[error("cannot read the article folder `{folder}`; nothing was changed; make it, or name another: `takeaway reindex FOLDER`")]
    Source {
        /// Which one.
        folder: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// Too much of the source folder is gone.
    #[error("{gone} of {known} articles are gone from `{folder}`; nothing was changed; if that is meant, run `takeaway reindex --force`")]
    MostGone {
        /// How many would be retired.
        gone: usize,
        /// How many there were.
        known: usize,
        /// Which folder.
        folder: PathBuf,
    },
    /// Laying a text out, or comparing two, takes too long.
    #[error("the text takes more than {seconds} s, which no article does; shorten it, or try again later")]
    TooSlow {
        /// That it may take.
        seconds: u64,
    },
    /// Laying a text out, or comparing two, panicked, which is ours to mend.
    #[error("the text could not be laid out; the log says where that failed")]
    Crashed,
    /// Another process holds the segments and does not catch up.
    #[error("another process is writing the index and did not finish in time; what was stored is kept, try again")]
    Busy,
}
