//! What the id of a button or a select carries: enough to work after a restart, in at most 100 characters.
//!
//! `1.t.ASKER.TOPIC`, `1.s.ASKER.N`, `1.p.ASKER.PAGE`, `1.e.ASKER.EDIT`: the version of this format, what it does, who
//! asked in base 36, and the rest.
//! The buttons of a quote have letters of their own, see [`ACTS`]; their rest is what [`super::hand`] writes.

use crate::card::Act;

mod edit;

pub use edit::Edit;

/// The version of the format; a button of another one says that it is too old.
const VERSION: &str = "1";

/// The letters of what can be done with a quote.
const ACTS: [(&str, Act); 7] =
    [("c", Act::Context), ("n", Act::Next), ("v", Act::Present), ("h", Act::Share), ("u", Act::Up), ("d", Act::Down), ("x", Act::Delete)];

/// Discord's limit on an id, in characters.
pub const LONGEST: usize = 100;

/// What somebody pressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Press {
    /// A topic on a card.
    Topic {
        /// Who the card was for.
        asker: u64,
        /// The topic's reference.
        topic: String,
    },
    /// A select of topics; what was chosen comes with the interaction.
    Choice {
        /// Who the card was for.
        asker: u64,
        /// Which select of the card, from 0.
        nth: usize,
    },
    /// A page of the list of articles.
    Page {
        /// Who the list was for.
        asker: u64,
        /// From 0.
        page: usize,
    },
    /// A button of a quote.
    Quote {
        /// Who the card was for.
        asker: u64,
        /// What it does; not [`Act::Source`], which Discord does by itself.
        act: Act,
        /// What it acts on: see [`super::hand`].
        hand: String,
    },
    /// Something on an editor's card.
    Edit {
        /// Who the card was for.
        asker: u64,
        /// What is to be done.
        edit: Edit,
    },
}

impl Press {
    /// As an id.
    pub fn id(&self) -> String {
        let (does, asker, rest) = match self {
            Press::Topic { asker, topic } => ("t", asker, topic.clone()),
            Press::Choice { asker, nth } => ("s", asker, nth.to_string()),
            Press::Page { asker, page } => ("p", asker, page.to_string()),
            Press::Edit { asker, edit } => ("e", asker, edit.id()),
            Press::Quote { asker, act, hand } => (letter(*act), asker, hand.clone()),
        };
        format!("{VERSION}.{does}.{}.{rest}", base36(*asker))
    }

    /// From an id; `None` for one of another version or of somebody's own making.
    pub fn parse(id: &str) -> Option<Press> {
        let mut parts = id.splitn(4, '.');
        let (version, does, asker, rest) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        let asker = u64::from_str_radix(asker, 36).ok().filter(|_| version == VERSION)?;
        match does {
            "t" => Some(Press::Topic { asker, topic: rest.to_owned() }),
            "s" => Some(Press::Choice { asker, nth: rest.parse().ok()? }),
            "p" => Some(Press::Page { asker, page: rest.parse().ok()? }),
            "e" => Some(Press::Edit { asker, edit: Edit::parse(rest)? }),
            _ => {
                let (_, act) = ACTS.iter().find(|(letter, _)| *letter == does)?;
                Some(Press::Quote { asker, act: *act, hand: rest.to_owned() })
            }
        }
    }
}

fn letter(act: Act) -> &'static str {
    ACTS.iter().find(|(_, other)| *other == act).expect("a link has no id").0
}

/// A number in few characters.
pub fn base36(mut number: u64) -> String {
    let mut digits = vec![];
    loop {
        digits.push(char::from_digit((number % 36) as u32, 36).expect("a remainder of 36 is a digit"));
        number /= 36;
        if number == 0 {
            return digits.iter().rev().collect();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_comes_back_as_what_it_was_and_fits() {
        let topic = "#0123456789abcdef01234567".to_owned();
        let quote = Press::Quote { asker: 7, act: Act::Next, hand: "s1.1.0.a.b".into() };
        let others = [Press::Topic { asker: u64::MAX, topic }, Press::Choice { asker: 0, nth: 4 }, Press::Page { asker: 35, page: 12 }];
        for press in others.into_iter().chain([quote]) {
            assert!(press.id().len() <= LONGEST);
            assert_eq!(Press::parse(&press.id()), Some(press));
        }
    }

    #[test]
    fn ids_of_other_makes_are_nothing() {
        for id in ["", "1.t.1", "0.t.1.x", "1.q.1.x", "1.p.1.-1", "1.p.!.1", "more"] {
            assert_eq!(Press::parse(id), None, "{id}");
        }
    }
}
