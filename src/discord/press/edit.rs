//! What a button or select on an editor's card does.

/// What somebody wants done. What it is done to is in the store; who may is decided when it is pressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Do what was proposed, by its token.
    Confirm(String),
    /// Forget what was proposed, by its token.
    Cancel(String),
    /// A page of the library's own list, from 0.
    Page(usize),
    /// Set the language that was chosen.
    Language,
    /// Set the channels that were chosen.
    Channels,
    /// Answer privately or in public.
    Private(bool),
}

impl Edit {
    /// As the last part of an id.
    pub fn id(&self) -> String {
        match self {
            Edit::Confirm(token) => format!("y.{token}"),
            Edit::Cancel(token) => format!("n.{token}"),
            Edit::Page(page) => format!("p.{page}"),
            Edit::Language => "l.".into(),
            Edit::Channels => "c.".into(),
            Edit::Private(private) => format!("v.{}", u8::from(*private)),
        }
    }

    /// From the last part of an id; `None` for one of somebody's own making.
    pub fn parse(id: &str) -> Option<Edit> {
        match id.split_once('.')? {
            ("y", token) => Some(Edit::Confirm(token.to_owned())),
            ("n", token) => Some(Edit::Cancel(token.to_owned())),
            ("p", page) => Some(Edit::Page(page.parse().ok()?)),
            ("l", "") => Some(Edit::Language),
            ("c", "") => Some(Edit::Channels),
            ("v", private) => Some(Edit::Private(private == "1")),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edit_comes_back_as_what_it_was() {
        let token = || "0123456789abcdef01234567".to_owned();
        for edit in [Edit::Confirm(token()), Edit::Cancel(token()), Edit::Page(3), Edit::Language, Edit::Channels, Edit::Private(true)] {
            assert_eq!(Edit::parse(&edit.id()), Some(edit));
        }
        for id in ["", "y", "p.-1", "l.x", "q.1"] {
            assert_eq!(Edit::parse(id), None, "{id}");
        }
    }
}
