//! What is known of a language: its code, its stemmer, its words, its sentences and its lexicon.
//!
//! English, Russian, French, German, Spanish and Portuguese are supported fully; others by what is there for them: a stemmer, a
//! lexicon, character bigrams for Chinese and Japanese, or nothing but whole words.

use std::fmt;
use std::ops::Range;

use frostem::{Algorithm, Stemmer};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

mod german;
pub mod lexicon;
pub mod quotations;
pub mod sentences;
pub mod words;

pub use lexicon::Lexicon;
pub use words::Word;

/// A language by its ISO 639-1 code, or [`Language::UNKNOWN`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Language(u8);

/// ISO 639-1 and 639-3 codes and the stemmer, where there is one. The index into it is a [`Language`].
const LANGUAGES: &[(&str, &str, Option<Algorithm>)] = &[
    ("und", "und", None),
    ("en", "eng", Some(Algorithm::English)),
    ("ru", "rus", Some(Algorithm::Russian)),
    ("fr", "fra", Some(Algorithm::French)),
    ("de", "deu", Some(Algorithm::German)),
    ("es", "spa", Some(Algorithm::Spanish)),
    ("pt", "por", Some(Algorithm::Portuguese)),
    ("ar", "ara", Some(Algorithm::Arabic)),
    ("da", "dan", Some(Algorithm::Danish)),
    ("nl", "nld", Some(Algorithm::Dutch)),
    ("fi", "fin", Some(Algorithm::Finnish)),
    ("el", "ell", Some(Algorithm::Greek)),
    ("hu", "hun", Some(Algorithm::Hungarian)),
    ("it", "ita", Some(Algorithm::Italian)),
    ("no", "nob", Some(Algorithm::Norwegian)),
    ("ro", "ron", Some(Algorithm::Romanian)),
    ("sv", "swe", Some(Algorithm::Swedish)),
    ("ta", "tam", Some(Algorithm::Tamil)),
    ("tr", "tur", Some(Algorithm::Turkish)),
    ("zh", "cmn", None),
    ("ja", "jpn", None),
    ("uk", "ukr", None),
    ("pl", "pol", None),
    ("cs", "ces", None),
    ("bg", "bul", None),
    ("sr", "srp", None),
    ("he", "heb", None),
    ("hi", "hin", None),
    ("fa", "pes", None),
    ("ko", "kor", None),
    ("vi", "vie", None),
    ("th", "tha", None),
    ("id", "ind", None),
    ("ca", "cat", None),
];

impl Language {
    /// No language in particular: words are neither stemmed nor looked up.
    pub const UNKNOWN: Language = Language(0);
    /// The language of the program's own words.
    pub const ENGLISH: Language = Language(1);

    /// From a tag such as `de`, `de-AT` or `deu`; `None` for what is not in the table.
    pub fn parse(tag: &str) -> Option<Language> {
        let code = tag.trim().split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        let code = if code == "nb" || code == "nn" { "no" } else { code.as_str() };
        let found = LANGUAGES.iter().position(|(two, three, _)| code == *two || code == *three)?;
        Some(Language(found as u8))
    }

    /// The language of a text of some sentences; [`Language::UNKNOWN`] for one in none of the table's.
    pub fn detect(text: &str) -> Language {
        whatlang::detect(text).and_then(|found| Language::parse(found.lang().code())).unwrap_or_default()
    }

    /// This language, unless a text is surely in another: many a page is declared to be in the one that its software came with.
    pub fn confirmed_by(self, text: &str) -> Language {
        let sure = whatlang::detect(text).filter(whatlang::Info::is_reliable);
        sure.and_then(|found| Language::parse(found.lang().code())).filter(|_| !self.is_unknown()).unwrap_or(self)
    }

    /// The ISO 639-1 code, `und` if unknown.
    pub fn code(self) -> &'static str {
        LANGUAGES[usize::from(self.0)].0
    }

    /// Whether this is [`Language::UNKNOWN`].
    pub fn is_unknown(self) -> bool {
        self == Language::UNKNOWN
    }

    /// The word lists of this language; empty ones where there are none.
    pub fn lexicon(self) -> &'static Lexicon {
        lexicon::of(self)
    }

    /// The words of a text, in order.
    pub fn words(self, text: &str) -> Vec<Word> {
        words::split(self, text)
    }

    /// The sentences of one paragraph as byte ranges, in order, without the white space around them.
    pub fn sentences(self, paragraph: &str) -> Vec<Range<usize>> {
        sentences::split(self, paragraph)
    }

    fn stemmer(self) -> Option<Stemmer> {
        LANGUAGES[usize::from(self.0)].2.map(Stemmer::new)
    }

    /// Whether every noun is written with a capital, so that one alone does not make a name.
    pub fn capitalises_nouns(self) -> bool {
        self.code() == "de"
    }

    /// Whether words are written without spaces between them.
    fn is_unspaced(self) -> bool {
        matches!(self.code(), "zh" | "ja")
    }
}

impl Default for Language {
    fn default() -> Self {
        Language::UNKNOWN
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let tag = String::deserialize(deserializer)?;
        Language::parse(&tag).ok_or_else(|| D::Error::custom(format_args!("`{tag}` is no code of a language that is known, such as `en`")))
    }
}
