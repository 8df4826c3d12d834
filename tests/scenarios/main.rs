//! Stories of people and the bot on a fake Discord, and the proof that this Discord is strict.

mod bot;
#[expect(dead_code, reason = "a load generator uses some of its verbs, and stories to come others")]
mod fake;
mod site;
mod world;

mod administering;
mod answering_in_time;
mod asking;
mod breaking;
mod buttons;
mod choosing;
mod elsewhere;
mod everywhere;
mod forging;
mod guild_libraries;
mod intruding;
mod leaving;
mod previewing;
mod privacy;
mod serving;
mod setting_up;
mod sharing;
mod starting;
mod strictness;
mod talking;
mod voting;
mod withdrawing;
