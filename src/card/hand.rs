//! What can be done with a card that shows a quote, whoever shows it: its buttons, what they are called, and what they lead to.

use super::{Card, Words};
use crate::desk::Desk;
use crate::desk::mark::Mark;
use crate::desk::recall::Present;
use crate::library::LibraryError;
use crate::library::store::readers::{Ballot, Voted};

/// What the buttons of a card act on.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Hand {
    /// The quote that is shown, then those that come next; at least one.
    pub marks: Vec<Mark>,
    /// What stands around the quote is shown as well.
    pub wide: bool,
    /// The article has a newer version.
    pub superseded: bool,
    /// Who asked showed it to everyone.
    pub shared: bool,
}

impl Hand {
    /// The quote that is shown.
    pub fn mark(&self) -> &Mark {
        &self.marks[0]
    }
}

/// A button.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    /// Show what stands around the quote.
    Context,
    /// Show the next match; after the last comes the first.
    Next,
    /// Show what the article says now.
    Present,
    /// Open the article at the quote.
    Source,
    /// Show a private answer to everyone.
    Share,
    /// The quote helped.
    Up,
    /// It did not.
    Down,
    /// Take the card away.
    Delete,
}

/// Who sees a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Everyone in a channel.
    Channel,
    /// One person in a channel.
    One,
    /// Whoever sits at the terminal.
    Terminal,
}

impl Act {
    /// What the button says.
    pub fn label(self, words: &Words) -> String {
        match self {
            Act::Context => words.say("button-context"),
            Act::Next => words.say("button-next"),
            Act::Present => words.say("button-present"),
            Act::Source => words.say("button-source"),
            Act::Share => words.say("button-share"),
            Act::Up => "👍".into(),
            Act::Down => "👎".into(),
            Act::Delete => words.say("button-delete"),
        }
    }

    /// The vote that it casts.
    pub fn ballot(self) -> Option<Ballot> {
        match self {
            Act::Up => Some(Ballot::Up),
            Act::Down => Some(Ballot::Down),
            _ => None,
        }
    }

    /// Whether it shows another quote, or more of the same, in place of the card.
    pub fn turns(self) -> bool {
        matches!(self, Act::Context | Act::Next | Act::Present)
    }
}

impl Card {
    /// The buttons below a card, those that lead further before those that judge it; none without a quote.
    pub fn acts(&self, audience: Audience) -> Vec<Act> {
        let Some(hand) = &self.hand else { return vec![] };
        let offered = |act: &Act| match act {
            Act::Context => !hand.wide,
            Act::Next => hand.marks.len() > 1,
            Act::Present => hand.superseded,
            // The terminal shows the address itself.
            Act::Source => self.url.is_some() && audience != Audience::Terminal,
            Act::Share => audience == Audience::One,
            Act::Up | Act::Down => true,
            Act::Delete => audience == Audience::Channel,
        };
        let all = [Act::Context, Act::Next, Act::Present, Act::Source, Act::Share, Act::Up, Act::Down, Act::Delete];
        all.into_iter().filter(offered).collect()
    }
}

/// Somebody who reads a card and presses its buttons.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// What they ask.
    pub desk: &'a Desk,
    /// The guild where they are, if its library is theirs to see.
    pub guild: Option<u64>,
    /// How many characters of a section they can be shown at once.
    pub room: usize,
    /// The bot's words in their language.
    pub words: &'a Words,
}

/// The card that comes of a button; `None` if its quote is gone.
type Turned = Result<Option<Card>, LibraryError>;

impl Reader<'_> {
    /// The card that a button leads to; for one that leads nowhere, the same card again.
    pub async fn turns(&self, act: Act, hand: &Hand) -> Turned {
        match act {
            Act::Next => self.next(hand).await,
            Act::Present => self.present(hand).await,
            Act::Context => self.wide(hand).await,
            _ if hand.wide => self.wide(hand).await,
            _ => self.again(hand).await,
        }
    }

    /// What a person is told of their vote.
    pub async fn votes(&self, person: u64, ballot: Ballot, hand: &Hand) -> Turned {
        let Some(voted) = self.desk.vote(self.guild, person, hand.mark(), ballot).await? else { return Ok(None) };
        let key = match (voted, ballot) {
            (Voted::Withdrawn, _) => "vote-withdrawn",
            (Voted::Cast, Ballot::Up) => "vote-up",
            (Voted::Cast, Ballot::Down) => "vote-down",
        };
        Ok(Some(Card::notice(None, self.words.say(key))))
    }

    async fn again(&self, hand: &Hand) -> Turned {
        let quoted = self.desk.recall(self.guild, hand.mark()).await?;
        Ok(quoted.map(|quoted| Card::quoted(&quoted, self.words).with_marks(hand.marks.clone())))
    }

    async fn wide(&self, hand: &Hand) -> Turned {
        let Some(quoted) = self.desk.context(self.guild, hand.mark(), self.room).await? else { return Ok(None) };
        let mut card = Card::quoted(&quoted, self.words).with_marks(hand.marks.clone());
        if quoted.quote.citation().span == quoted.cut.span {
            card.notices.push(self.words.say("context-none"));
        }
        card.hand.iter_mut().for_each(|hand| hand.wide = true);
        Ok(Some(card))
    }

    /// The next quote that is still there; those that are not are left out from then on.
    async fn next(&self, hand: &Hand) -> Turned {
        let mut marks = hand.marks.clone();
        marks.rotate_left(1);
        while let Some(mark) = marks.first() {
            if let Some(quoted) = self.desk.recall(self.guild, mark).await? {
                return Ok(Some(Card::quoted(&quoted, self.words).with_marks(marks)));
            }
            marks.remove(0);
        }
        Ok(None)
    }

    async fn present(&self, hand: &Hand) -> Turned {
        Ok(self.desk.present(self.guild, hand.mark()).await?.map(|present| match present {
            Present::Quoted(quoted) => Card::quoted(&quoted, self.words),
            Present::Gone(topics) => Card { topics, ..Card::notice(None, self.words.say("present-gone")) },
        }))
    }
}
