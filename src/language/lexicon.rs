//! The word lists of a language: data files in `lexicon/`, compiled in and parsed once.
//!
//! Lists hold general language only. What an operator may extend, synonyms, is not here but in `config/synonyms.toml`.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use super::Language;
use super::words::{fold, stem, without_elision};

pub mod speech;
#[cfg(test)]
mod tests;

pub use speech::Speech;

/// What a question asks for, by its opening words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Ask {
    /// Who.
    Person,
    /// When.
    Time,
    /// Where.
    Place,
    /// How many, how tall.
    Number,
    /// How long.
    Duration,
    /// What price.
    Money,
    /// Why.
    Reason,
    /// How.
    Manner,
    /// What is, what does it mean.
    Definition,
}

/// A field of an article's metadata that can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Field {
    /// Who wrote it.
    Byline,
    /// When it was published.
    Published,
    /// Who published it.
    Outlet,
    /// What it is called.
    Title,
    /// Where it can be read.
    Address,
}

/// The word lists of one language. Lower case and folded as [`super::Word::surface`], except for abbreviations.
#[derive(Debug, Default)]
pub struct Lexicon {
    function: FxHashSet<String>,
    frame: FxHashSet<String>,
    light: FxHashSet<String>,
    negations: FxHashSet<String>,
    abbreviations: FxHashSet<String>,
    bases: FxHashMap<String, String>,
    asks: Vec<(Vec<String>, Ask)>,
    fills: FxHashMap<String, FxHashSet<String>>,
    /// From January on, the forms of each.
    months: Vec<Vec<String>>,
    speech: Speech,
    /// Stems of nouns that describe a person: `minister`, `diplomat`.
    persons: FxHashSet<String>,
    /// Stems of nouns that describe a body: `ministry`.
    bodies: FxHashSet<String>,
    /// Pronouns and nouns that stand for a speaker, folded.
    stands_in: FxHashSet<String>,
    about_nouns: FxHashSet<String>,
    told_nouns: FxHashSet<String>,
    about: Vec<(Vec<String>, Field)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    function_words: Vec<String>,
    #[serde(default)]
    frame_words: Vec<String>,
    #[serde(default)]
    light_words: Vec<String>,
    negations: Vec<String>,
    abbreviations: Vec<String>,
    months: Vec<Vec<String>>,
    #[serde(default)]
    irregular: FxHashMap<String, Vec<String>>,
    asks: FxHashMap<Ask, Vec<String>>,
    fills: FxHashMap<String, Vec<String>>,
    speech: Speech,
    about: About,
}

#[derive(Deserialize)]
struct About {
    nouns: Vec<String>,
    #[serde(default)]
    told_nouns: Vec<String>,
    #[serde(flatten)]
    fields: FxHashMap<Field, Vec<String>>,
}

macro_rules! lexicons {
    ($($code:literal),*) => { [$(($code, include_str!(concat!("lexicon/", $code, ".toml")))),*] };
}

/// A lexicon that is parsed when it is first asked for.
type Late = LazyLock<Lexicon, Box<dyn FnOnce() -> Lexicon + Send>>;

static LEXICONS: LazyLock<FxHashMap<Language, Late>> = LazyLock::new(|| {
    let files = lexicons!["en", "ru", "fr", "de", "es", "pt", "ro", "it", "nl", "uk", "pl"];
    let parsed = files.into_iter().map(|(code, text)| {
        let language = Language::parse(code).expect("lexicons are named by codes of the table");
        let parse: Box<dyn FnOnce() -> Lexicon + Send> =
            Box::new(move || Lexicon::parse(language, text).unwrap_or_else(|e| panic!("lexicon `{code}` is compiled in and tested: {e}")));
        (language, LazyLock::new(parse))
    });
    parsed.collect()
});

static EMPTY: LazyLock<Lexicon> = LazyLock::new(Lexicon::default);

/// The lexicon of a language; an empty one where there is none.
pub fn of(language: Language) -> &'static Lexicon {
    match LEXICONS.get(&language) {
        Some(lexicon) => lexicon,
        None => &EMPTY,
    }
}

impl Lexicon {
    fn parse(language: Language, text: &str) -> Result<Lexicon, toml::de::Error> {
        let file: File = toml::from_str(text)?;
        let mut asks: Vec<(Vec<String>, Ask)> =
            file.asks.into_iter().flat_map(|(ask, phrases)| phrases.into_iter().map(move |p| (phrase(&p), ask))).collect();
        asks.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.0.cmp(&b.0)));
        let about = file.about.fields.into_iter();
        let mut about: Vec<(Vec<String>, Field)> =
            about.flat_map(|(field, phrases)| phrases.into_iter().map(move |p| (phrase(&p), field))).collect();
        about.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.0.cmp(&b.0)));
        let forms = file.irregular.into_iter();
        let bases: FxHashMap<String, String> =
            forms.flat_map(|(base, forms)| forms.into_iter().map(move |form| (form, base.clone()))).collect();
        let stem = |word: &String| stem(language, bases.get(word).unwrap_or(word));
        let stems = |words: &[String]| words.iter().map(stem).collect::<FxHashSet<String>>();
        let titles = file.fills.get("person_titles").map(Vec::as_slice).unwrap_or_default();
        let persons: FxHashSet<String> = stems(titles).union(&stems(&file.speech.persons)).cloned().collect();
        let bodies = file.speech.roles.iter().map(stem).filter(|stem| !persons.contains(stem)).collect();
        let fills = file.fills.into_iter().chain([("months".to_owned(), file.months.concat())]);
        Ok(Lexicon {
            function: folded(file.function_words),
            frame: folded(file.frame_words),
            light: stems(&file.light_words),
            negations: folded(file.negations),
            abbreviations: file.abbreviations.into_iter().collect(),
            bases,
            asks,
            fills: fills.map(|(kind, words)| (kind, folded(words))).collect(),
            months: file.months,
            stands_in: file.speech.pronouns.iter().chain(file.speech.anonymous.iter()).map(|word| fold(word)).collect(),
            speech: file.speech,
            persons,
            bodies,
            about_nouns: folded(file.about.nouns),
            told_nouns: folded(file.about.told_nouns),
            about,
        })
    }

    /// Whether a lower-case word carries grammar rather than content.
    pub fn is_function(&self, word: &str) -> bool {
        self.function.contains(&*fold(word))
    }

    /// Whether a folded word of a question speaks of the asking, not of what is asked: `mentioned`, `said`.
    pub fn is_frame(&self, word: &str) -> bool {
        self.frame.contains(word)
    }

    /// Whether a stem is of a word that is common in any text: `called`, `place`.
    pub fn is_light(&self, stem: &str) -> bool {
        self.light.contains(stem)
    }

    /// Whether a folded word denies something.
    pub fn is_negation(&self, word: &str) -> bool {
        self.negations.contains(word)
    }

    /// Whether a written word, its dot included, is an abbreviation.
    pub fn is_abbreviation(&self, written: &str) -> bool {
        self.abbreviations.contains(written)
    }

    /// The base of an irregular form, `write` for `wrote`; `None` for a regular one.
    pub fn base_of(&self, lower: &str) -> Option<&str> {
        self.bases.get(lower).map(String::as_str)
    }

    /// The forms of the name of a month, from 1 for January; none where the language has no lexicon.
    pub fn month(&self, number: u32) -> &[String] {
        let at = number.checked_sub(1).and_then(|at| usize::try_from(at).ok());
        at.and_then(|at| self.months.get(at)).map_or(&[], Vec::as_slice)
    }

    /// What the opening words of a question ask for, and which words say so: each position is tried, the longest phrase first.
    pub fn asks(&self, surfaces: &[&str]) -> Option<(Ask, Range<usize>)> {
        (0..surfaces.len()).find_map(|at| {
            let found = self.asks.iter().find(|(phrase, _)| starts_with(&surfaces[at..], phrase));
            found.map(|(phrase, ask)| (*ask, at..at + phrase.len()))
        })
    }

    /// Whether a folded word is in a list of `fills`: `months`, `weekdays`, `time`, `number_words`, `units`, `money`, `costs`, `reason`, …
    pub fn fills(&self, list: &str, word: &str) -> bool {
        self.fills.get(list).is_some_and(|words| words.contains(word))
    }

    /// Whether a word reports speech.
    pub fn is_speech_verb(&self, word: &str) -> bool {
        self.speech.verbs.has(&speech::plain(word))
    }

    /// The words by which the language tells who speaks.
    pub fn speech(&self) -> &Speech {
        &self.speech
    }

    /// Whether a stem is of a noun that describes a person: `minister`.
    pub fn is_person(&self, stem: &str) -> bool {
        self.persons.contains(stem)
    }

    /// Whether a stem is of a noun that describes a body which speaks: `ministry`.
    pub fn is_body(&self, stem: &str) -> bool {
        self.bodies.contains(stem)
    }

    /// Whether a stem is, or is a compound that ends with, one of a person or a body: `hafenbehord`. Endings count from `least` letters on.
    pub fn is_kind_of_known(&self, stem: &str, least: usize) -> bool {
        let ends = |known: &String| stem == known || known.chars().count() >= least && stem.ends_with(known.as_str());
        self.persons.iter().chain(&self.bodies).any(ends)
    }

    /// Whether a folded word stands for a speaker without naming them.
    pub fn is_pronoun(&self, word: &str) -> bool {
        self.stands_in.contains(word)
    }

    /// Whether a folded word means the article itself: `article`.
    pub fn is_about_noun(&self, word: &str) -> bool {
        self.about_nouns.contains(word)
    }

    /// Whether a folded word means the article itself where nothing else is named, and else something that it tells of: `report`.
    pub fn is_told_noun(&self, word: &str) -> bool {
        self.told_nouns.contains(word)
    }

    /// The field of the metadata that these words ask for, and the phrase that does.
    pub fn about(&self, surfaces: &[&str]) -> Option<(Field, &[String])> {
        let holds = |phrase: &[String]| (0..surfaces.len()).any(|at| starts_with(&surfaces[at..], phrase));
        self.about.iter().find(|(phrase, _)| holds(phrase)).map(|(phrase, field)| (*field, phrase.as_slice()))
    }
}

fn starts_with(words: &[&str], phrase: &[String]) -> bool {
    words.len() >= phrase.len() && phrase.iter().zip(words).all(|(a, b)| a == b)
}

/// The words of a phrase, as a question's are cut.
fn phrase(text: &str) -> Vec<String> {
    text.split_whitespace().flat_map(without_elision).map(|(_, word)| fold(word)).collect()
}

/// An elided word, `l'`, is without its mark, as it is where a text is cut into words.
fn folded(words: Vec<String>) -> FxHashSet<String> {
    words.iter().map(|word| fold(word).trim_end_matches('\'').to_owned()).collect()
}
