//! Takeaway answers questions about news articles with a verbatim quote and its source, or says that the articles do not cover it.
//!
//! It never writes an answer of its own: it finds, cuts, checks and cites. The rooms of the house, in the order in which
//! data walks through them; each may use those above it and none below:
//!
//! | Room | Its one job |
//! |---|---|
//! | [`language`] | what is known of a language: its words, stems, sentences and lexicon |
//! | [`article`] | reads Markdown, HTML, text and JSON Lines into articles; finds who speaks in each sentence |
//! | [`search`] | prepares passages for the Tantivy index and finds candidates in one snapshot of it |
//! | [`answer`] | scores the candidates' sentences, chooses one, widens it to its speaker, decides whether to answer: a [`answer::Cut`] |
//! | [`library`] | keeps articles and their versions in the store, the index in step with it, and reads a cut back as a [`library::Quote`] |
//! | [`intake`] | brings articles in from addresses and feeds, under a guard |
//! | [`desk`] | what a person can ask for, whoever carries the request: questions, topics, articles, changes |
//! | [`card`] | an answer as a card in the asker's language, for whoever shows it |
//! | [`eval`] | measures answers over questions whose answers are known |
//! | [`cli`] | the terminal: commands, chat, reports |
//! | [`discord`] | the bot: commands, mentions, buttons |
//! | [`settings`] | `config/takeaway.toml` and the environment, parsed once |
//!
//! [`language`], [`article`], [`search`] and [`answer`] are synchronous and know neither Discord nor tokio. The store is the
//! truth; the index is a cache that can be deleted at any time.

pub mod answer;
pub mod article;
pub mod card;
pub mod cli;
pub mod desk;
pub mod discord;
pub mod eval;
pub mod intake;
pub mod language;
pub mod library;
pub mod search;
pub mod settings;
