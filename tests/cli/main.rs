//! The program as its operator runs it: commands, exit codes, what is printed, and what survives a crash.

mod articles;
mod ask;
mod chat;
mod corrections;
mod eval;
mod import;
mod newsroom;
mod outlets;
mod printing;
mod recovery;
mod reindex;
mod settings;
