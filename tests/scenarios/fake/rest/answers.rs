//! What the routes do, by what they are about.

pub mod commands;
pub mod interactions;
pub mod messages;
