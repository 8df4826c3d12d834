//! Stories of people and the bot on a fake Discord, and the proof that this Discord is strict.

mod bot;
#[expect(dead_code, reason = "some verbs are for stories of admins, which are still to come")]
mod fake;
mod world;

mod answering_in_time;
mod asking;
mod breaking;
mod buttons;
mod choosing;
mod elsewhere;
mod everywhere;
mod forging;
mod leaving;
mod privacy;
mod serving;
mod sharing;
mod starting;
mod strictness;
mod talking;
mod voting;
mod withdrawing;
