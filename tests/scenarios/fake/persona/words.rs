//! What people write, with whom it mentions.

use super::super::state::{Draft, Id, Message, State};
use super::Persona;

impl Persona {
    /// A message of this person's, not posted yet: `<@bot>`, `<@&bot>` and `<@reader>` become mentions.
    ///
    /// With `ping`, it mentions whom it replies to as well.
    pub(super) fn composes(&self, state: &mut State, words: &str, replies_to: Option<Id>, ping: bool) -> Message {
        let bot = state.application.id;
        let role = self.place.guild.and_then(|guild| state.guilds[&guild].roles.iter().find(|role| role.bot == Some(bot)));
        let mut words = words.replace("<@bot>", &format!("<@{bot}>"));
        let mut mention_roles = Vec::new();
        if let Some(role) = role.filter(|_| words.contains("<@&bot>")) {
            words = words.replace("<@&bot>", &format!("<@&{}>", role.id));
            mention_roles.push(role.id);
        }
        for user in state.users.values() {
            words = words.replace(&format!("<@{}>", user.name), &format!("<@{}>", user.id));
        }
        let named = |user: &&Id| words.contains(&format!("<@{user}>")) || words.contains(&format!("<@!{user}>"));
        let mut mentions: Vec<Id> = state.users.keys().filter(named).copied().collect();
        let answered = replies_to.map(|id| state.messages[&id].author).filter(|author| ping && !mentions.contains(author));
        mentions.extend(answered);
        let everyone = words.contains("@everyone") || words.contains("@here");
        let mention_everyone = everyone && state.permissions(self.person, self.place.channel).mention_everyone();
        let message = state.compose(self.person, self.place.channel, &Draft { replies_to, ..Draft::text(&words) });
        Message { mentions, mention_roles, mention_everyone, ..message }
    }
}
