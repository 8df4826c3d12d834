//! Terms: how much of an article may be shown, and what its outlet wants to stand beside it.
//!
//! What the operator settled with the outlet goes before what the article says itself.

use crate::article::Metadata;
use crate::settings::Settings;
use crate::settings::outlets::OutletSettings;

/// How much of an article may be shown, and beside what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// Whether whole sections may be shown.
    pub whole_sections: bool,
    /// The most words of a card, where they may not; else of what a section says first.
    pub most_words: usize,
    /// A line for each card.
    pub credit: Option<String>,
    /// Under which licence it is quoted.
    pub licence: Option<String>,
}

impl Terms {
    /// Whether a card may show so many words.
    pub fn allow(&self, words: usize) -> bool {
        self.whole_sections || words <= self.most_words
    }
}

/// The terms of every article.
#[derive(Clone, Debug)]
pub struct TermsOfAll {
    outlets: Vec<OutletSettings>,
    most_words: usize,
}

impl TermsOfAll {
    /// As the settings have them.
    pub fn new(settings: &Settings) -> TermsOfAll {
        TermsOfAll { outlets: settings.outlets.clone(), most_words: settings.answer.max_quoted_words }
    }

    /// The terms of one article.
    pub fn of(&self, metadata: &Metadata) -> Terms {
        let Some(outlet) = self.outlets.iter().find(|outlet| outlet.published(metadata)) else {
            return Terms { whole_sections: metadata.rights.whole_sections(), most_words: self.most_words, ..Terms::default() };
        };
        let line = |text: &str| Some(text.trim().to_owned()).filter(|line| !line.is_empty());
        Terms {
            whole_sections: outlet.max_quoted_words.is_none() && outlet.rights.unwrap_or(metadata.rights).whole_sections(),
            most_words: outlet.max_quoted_words.unwrap_or(self.most_words),
            credit: line(&outlet.credit),
            licence: line(&outlet.licence),
        }
    }
}
