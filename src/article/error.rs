//! Why a source could not be read: as kinds, which a card says in its reader's language, and in English for the terminal and the log.

/// Why a source could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// Nothing but white space.
    #[error("is empty; write a title and some text")]
    Empty,
    /// Metadata, but no sentence.
    #[error("has no text besides its headings and metadata; add paragraphs")]
    NoText,
    /// No title and no heading.
    #[error("has no title; add `title` to the front matter or a first heading")]
    NoTitle,
    /// Bytes that are no UTF-8.
    #[error("line {line} is not UTF-8; save the file as UTF-8")]
    NotUtf8 {
        /// Counted from 1.
        line: usize,
    },
    /// Longer than allowed.
    #[error("has {found} bytes, more than the limit of {limit}; split it or raise `library.max_article_bytes`")]
    TooLarge {
        /// In bytes.
        found: usize,
        /// In bytes.
        limit: usize,
    },
    /// Front matter that cannot be used.
    #[error("line {line}: front matter: {fault}")]
    FrontMatter {
        /// Counted from 1.
        line: usize,
        /// What is wrong there.
        fault: Fault,
    },
    /// A page that is no article, or only its first lines.
    #[error(transparent)]
    NotAnArticle(#[from] NoArticle),
    /// A line of JSON Lines that is no article, with what the parser says.
    #[error("is not an article: {0}")]
    Record(String),
}

/// What is wrong with a line of front matter.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The block has no end.
    #[error("`{fence}` is not closed by another `{fence}`")]
    Unclosed {
        /// What it began with.
        fence: &'static str,
    },
    /// Not TOML or YAML, or a value of another kind than its field takes.
    #[error("{message}")]
    Syntax {
        /// `TOML` or `YAML`.
        format: &'static str,
        /// What the parser says, in English.
        message: String,
    },
    /// A field that no article has.
    #[error("{message}")]
    UnknownField {
        /// As written.
        name: String,
        /// What the parser says, in English.
        message: String,
    },
    /// No code of a language.
    #[error("`language` is `{0}`; give a code such as `en`")]
    Language(String),
    /// No address of a page.
    #[error("`{field}` is `{found}`; give an http or https address or leave it out")]
    Address {
        /// The field's name.
        field: &'static str,
        /// As written.
        found: String,
    },
    /// No day.
    #[error("`{field}` is `{found}`; give a day such as 2025-03-19")]
    Day {
        /// The field's name.
        field: &'static str,
        /// As written.
        found: String,
    },
}

/// Why a page is no article that can be quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoArticle {
    /// A picture with a line, a notice, or what is left when scripts have not run.
    #[error(
        "has {words} words of text in which no article can be seen; add the text by upload, or check that the page needs no script or account"
    )]
    TooShort {
        /// Of text that was found.
        words: usize,
    },
    /// Neither a title nor a heading.
    #[error("has text but neither a title nor a heading; add its text by upload")]
    Untitled,
    /// The free lines of an article that readers must pay for.
    #[error("gives only {words} words; the rest is for subscribers; add the whole text by upload if you may quote it")]
    Paid {
        /// That are free.
        words: usize,
    },
    /// A list of articles.
    #[error("lists articles instead of being one; add the addresses of the articles, or its feed with `takeaway feed add`")]
    Listing,
    /// Elements in one another beyond any page: made to exhaust its reader.
    #[error("nests more than {levels} elements in one another, which no article does; add its text by upload")]
    Nested {
        /// That are read.
        levels: usize,
    },
    /// More elements than any page has.
    #[error("holds more than {elements} elements, which no article does; add its text by upload")]
    TooManyElements {
        /// That are read.
        elements: usize,
    },
    /// Not parsed in time.
    #[error("takes more than {seconds} s to parse, which no article does; add its text by upload")]
    TooSlow {
        /// That it may take.
        seconds: u64,
    },
    /// Reading it failed, which is ours to mend.
    #[error("could not be read; add its text by upload")]
    Unreadable,
}
