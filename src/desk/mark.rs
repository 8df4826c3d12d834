//! Marks: where a quote stands, in so few words that a button can carry it.

use crate::answer::{Beside, Cut, Grade, Widening};

/// Where a quote stands. It comes from outside: nothing of it is believed, see [`super::Desk::recall`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Mark {
    /// Which of the libraries that are seen: see [`Cut::part`].
    pub part: usize,
    /// The article's id.
    pub article: String,
    /// Its version.
    pub version: u32,
    /// The first byte of the quote's core in the article's text.
    pub core: usize,
    /// How much was quoted.
    pub form: Form,
    /// Whether it was given as the answer, and not as the closest passage.
    pub sure: bool,
}

/// How much is quoted of what stands around a core.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// No more than its speaker needs.
    Sentence,
    /// What its section says first.
    Opening,
    /// With sentences beside it.
    Beside(Beside),
}

impl Form {
    fn of(cut: &Cut) -> Form {
        match cut.widened {
            None | Some(Widening::Speaker | Widening::Context) => Form::Sentence,
            Some(Widening::Opening) => Form::Opening,
            Some(Widening::Beside(beside)) => Form::Beside(beside),
        }
    }
}

impl Mark {
    /// The mark of a cut.
    pub fn of(cut: &Cut, grade: Grade) -> Mark {
        Mark {
            part: cut.part,
            article: cut.article.clone(),
            version: cut.version,
            core: cut.core.start,
            form: Form::of(cut),
            sure: grade == Grade::Sure,
        }
    }

    /// How sure the quote was when it was shown.
    pub fn grade(&self) -> Grade {
        if self.sure { Grade::Sure } else { Grade::Close }
    }
}
