//! What is known about an article besides its text.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::language::Language;

/// How much of an article may be shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Rights {
    /// Written by the operator: whole sections may be shown.
    Own,
    /// Licensed to the operator: whole sections may be shown.
    Licensed,
    /// In the public domain: whole sections may be shown.
    Public,
    /// Quoted under the right of quotation: a few words a card.
    #[default]
    Quote,
}

impl Rights {
    /// Whether whole sections may be shown.
    pub fn whole_sections(self) -> bool {
        self != Rights::Quote
    }
}

/// The text whose facts an article retells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BasedOn {
    /// Who published the facts, as shown: `AFP in The Moscow Times`.
    pub name: String,
    /// Where they can be read.
    pub url: Option<String>,
}

/// What is known about an article besides its text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Metadata {
    /// The headline.
    pub title: String,
    /// Who published it.
    pub outlet: Option<String>,
    /// Who wrote it: people or an agency, as printed.
    pub byline: Option<String>,
    /// The day it was published.
    pub published: Option<NaiveDate>,
    /// The day it was last corrected.
    pub corrected: Option<NaiveDate>,
    /// Its canonical address, http or https.
    pub url: Option<String>,
    /// The language of its text.
    pub language: Language,
    /// How much of it may be shown.
    pub rights: Rights,
    /// The text whose facts it retells.
    pub based_on: Option<BasedOn>,
    /// The correction notice that it carries, as printed.
    pub correction: Option<String>,
}
