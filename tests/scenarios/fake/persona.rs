//! The people of a story: what they type, say and press, and where.

mod acts;
mod typed;
mod words;

use serenity::model::Permissions;

use super::Discord;
use super::state::{Id, Place, State};

/// A person, the place where they are, and what they have at hand. A clone is the same person elsewhere.
#[derive(Clone, Debug)]
pub struct Persona {
    discord: Discord,
    name: &'static str,
    person: Id,
    place: Place,
    files: Vec<(String, Vec<u8>)>,
}

impl Discord {
    /// Somebody who reads the news, in Newsroom's `#general`.
    pub fn reader(&self) -> Persona {
        self.persona("reader")
    }

    /// Another ordinary member, who has no business with the reader's answers.
    pub fn stranger(&self) -> Persona {
        self.persona("stranger")
    }

    /// Who may manage Newsroom, and is an ordinary member elsewhere.
    pub fn admin(&self) -> Persona {
        self.persona("admin")
    }

    /// Who may manage Gazette and Elsewhere, and is an ordinary member of Newsroom.
    pub fn rival(&self) -> Persona {
        self.persona("rival")
    }

    /// Who owns the application, and is an ordinary member everywhere.
    pub fn owner(&self) -> Persona {
        self.persona("owner")
    }

    /// Another bot.
    pub fn parrot(&self) -> Persona {
        self.persona("parrot")
    }

    /// A webhook that posts headlines.
    pub fn ticker(&self) -> Persona {
        self.persona("ticker")
    }

    fn persona(&self, name: &'static str) -> Persona {
        let (person, place) = self.with(|state| (state.user_named(name), general(state, "Newsroom")));
        Persona { discord: self.clone(), name, person, place, files: Vec::new() }
    }
}

impl Persona {
    /// In the bot's direct messages.
    pub fn in_direct_message(self) -> Self {
        let bot = self.discord.with(|state| state.application.id);
        self.in_private_with(bot)
    }

    /// In the direct messages with a friend, where the bot is not.
    pub fn with_a_friend(self) -> Self {
        let friend = self.discord.with(|state| state.user_named(if self.name == "stranger" { "reader" } else { "stranger" }));
        self.in_private_with(friend)
    }

    /// In `#general` of another guild of the scene.
    pub fn in_guild(self, guild: &str) -> Self {
        let user_installed = self.place.user_installed;
        let place = self.discord.with(|state| general(state, guild));
        Self { place: Place { user_installed, ..place }, ..self }
    }

    /// In another channel of the same guild; panics if the scene has none of that name.
    pub fn in_channel(self, name: &str) -> Self {
        let guild = self.place.guild.expect("private channels have no neighbours");
        let channel = self.discord.with(|state| state.channel_named(guild, name)).unwrap_or_else(|error| panic!("{error}"));
        Self { place: Place { channel, ..self.place }, ..self }
    }

    /// In a thread that they open where they are.
    pub fn in_new_thread(self, name: &str) -> Self {
        assert!(self.permissions().contains(Permissions::CREATE_PUBLIC_THREADS), "{} may open no threads here", self.name);
        let channel = self.discord.with(|state| state.open_thread(self.place.channel, name, self.person));
        Self { place: Place { channel, ..self.place }, ..self }
    }

    /// With the app installed for themselves, in a guild that the bot is not in.
    pub fn user_installed(self) -> Self {
        let mut away = self.in_guild("Elsewhere");
        away.place.user_installed = true;
        away
    }

    /// With Discord set to another language, such as `fr`.
    pub fn speaks(self, locale: &str) -> Self {
        self.discord.with(|state| state.users.get_mut(&self.person).expect("personas are users").locale = locale.to_owned());
        self
    }

    /// With a file at hand, for an option of the next command.
    pub fn holds(mut self, name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.files.push((name.to_owned(), bytes.into()));
        self
    }

    /// What this person may do where they are.
    pub fn permissions(&self) -> Permissions {
        self.discord.with(|state| state.permissions(self.person, self.place.channel))
    }

    fn in_private_with(self, other: Id) -> Self {
        let channel = self.discord.with(|state| state.direct_messages(self.person, other));
        Self { place: Place { channel, guild: None, ..self.place }, ..self }
    }
}

fn general(state: &mut State, guild: &str) -> Place {
    let guild = state.guild_named(guild);
    let channel = state.channel_named(guild, "general").expect("every guild has a #general");
    Place { channel, guild: Some(guild), user_installed: false }
}
