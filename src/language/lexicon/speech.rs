//! The words by which a language tells who speaks.

use rustc_hash::FxHashSet;
use serde::{Deserialize, Deserializer};

use super::{phrase, starts_with};

/// The `[speech]` lists of a lexicon; those that a file leaves out are empty. Words are looked up as [`plain`] makes them.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Speech {
    /// Verbs that report speech, in the forms that newspapers use.
    pub verbs: WordSet,
    /// Those of them that tell of deeds as often: `wrote`, `called`. They report speech beside a quotation or before a `that`.
    #[serde(default)]
    pub deeds: WordSet,
    /// Those of them that have no person for a subject but name their source behind a preposition: `heißt es in …`.
    #[serde(default)]
    pub impersonal: WordSet,
    /// Those of them behind which the listener stands, never the speaker: `told`.
    #[serde(default)]
    pub tells: WordSet,
    /// What says "according to".
    pub according: Phrases,
    /// What says it only behind a comma or a quotation: `so` in `…, so Müller`.
    #[serde(default)]
    pub trailing: WordSet,
    /// What follows the name that it attributes to: `zufolge`.
    #[serde(default)]
    pub postpositions: WordSet,
    /// Pronouns that can be the subject of a verb of speech.
    pub pronouns: WordSet,
    /// Those of them that mean the article itself or nobody in particular: `I`, `we`, `man`.
    #[serde(default)]
    pub first_person: WordSet,
    /// Words by which one person speaks of themselves: `I`, `my`.
    #[serde(default)]
    pub oneself: WordSet,
    /// Pronouns that stand for a person alone: `she`. None where nouns have a gender.
    #[serde(default)]
    pub personal: WordSet,
    /// Prepositions right behind which a name is a place's: `in`.
    #[serde(default)]
    pub places: WordSet,
    /// Pronouns that can be an object: `him`, and those that can be either.
    #[serde(default)]
    pub objects: WordSet,
    /// Pronouns that stand for somebody who is not named: `someone`, `another`.
    #[serde(default)]
    pub unnamed: WordSet,
    /// Nouns that mean a speaker without naming them: `spokesman`, `witness`.
    pub anonymous: WordSet,
    /// Nouns of people and bodies that speak, which newspapers use like names: `ministry`.
    #[serde(default)]
    pub roles: WordSet,
    /// Nouns that describe a person, beside those of titles: `diplomat`, `woman`.
    #[serde(default)]
    pub persons: Vec<String>,
    /// Words that point back at something: `another`, `both`.
    #[serde(default)]
    pub referring: WordSet,
    /// Articles and demonstratives that point at something known.
    #[serde(default)]
    pub definite: WordSet,
    /// Articles and numerals that introduce something.
    #[serde(default)]
    pub indefinite: WordSet,
    /// `his`, `their`.
    #[serde(default)]
    pub possessive: WordSet,
    /// Prepositions, those that are one word with an article included.
    #[serde(default)]
    pub prepositions: WordSet,
    /// What opens a clause that is told: `that`.
    #[serde(default)]
    pub that: WordSet,
    /// Auxiliaries before which a verb of speech has its object for a subject: `was` in `was called`.
    #[serde(default)]
    pub passive: WordSet,
    /// What stands before the verb of speech in an aside, besides pronouns: `a` and `t` of `a-t-il dit`.
    #[serde(default)]
    pub auxiliaries: WordSet,
    /// Words beside which an infinitive reports nothing: `müsse` in `er müsse erklären`.
    #[serde(default)]
    pub modals: WordSet,
    /// Prepositions behind which right after its verb the source stands: `сообщили в порту`.
    #[serde(default)]
    pub sources: WordSet,
    /// What says whose or which somebody is: `of`.
    #[serde(default)]
    pub genitives: WordSet,
    /// What opens somebody's opinion at the beginning of a sentence: `pour` in `Pour lui, …`.
    #[serde(default)]
    pub opening: WordSet,
    /// Verbs of deeds that words are: `she demanded …`, `er lobte …`. By a pronoun they are clearer with whom it stands for.
    #[serde(default)]
    pub acts: WordSet,
    /// What joins a verb to another of the same subject: `and`.
    #[serde(default)]
    pub conjunctions: WordSet,
    /// What names the speaker of a passive: `by`.
    #[serde(default)]
    pub agents: WordSet,
    /// Adverbs that stand where a subject could.
    #[serde(default)]
    pub adverbs: WordSet,
    /// Verb forms that mark what somebody else said: the German subjunctive.
    #[serde(default)]
    pub reported: WordSet,
    /// Verb forms in which what somebody said goes on behind it: `would`. By themselves they say nothing of who speaks.
    #[serde(default)]
    pub continued: WordSet,
    /// Whether there are no articles, so that a noun may point at something known by itself.
    #[serde(default)]
    pub definite_by_itself: bool,
    /// Whether a verb can go without a subject.
    #[serde(default)]
    pub drops_subjects: bool,
    /// Whether speech pauses behind a comma for its speaker: `Je viens, dit-il`.
    #[serde(default)]
    pub inverts_behind_comma: bool,
    /// Whether a paragraph that begins with a dash is dialogue, and dashes part speech from its speaker.
    #[serde(default)]
    pub dash_dialogue: bool,
}

impl Speech {
    /// How many of the first words say "according to"; 0 for none.
    pub fn according(&self, surfaces: &[&str]) -> usize {
        self.according.0.iter().filter(|phrase| starts_with(surfaces, phrase)).map(Vec::len).max().unwrap_or(0)
    }

    /// Whether a word can come between the noun and what stands before it.
    pub fn is_determiner(&self, word: &str) -> bool {
        self.definite.has(word) || self.indefinite.has(word) || self.possessive.has(word)
    }
}

/// Words, compared with their accents: `él` is a speaker and `el` is not.
#[derive(Debug, Default)]
pub struct WordSet(FxHashSet<String>);

impl WordSet {
    /// Whether a plain word is among them.
    pub fn has(&self, word: &str) -> bool {
        self.0.contains(word)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them, in no order.
    pub fn iter(&self) -> impl Iterator<Item = &String> {
        self.0.iter()
    }
}

impl<'de> Deserialize<'de> for WordSet {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let words = Vec::<String>::deserialize(deserializer)?;
        Ok(WordSet(words.iter().map(|word| plain(word)).collect()))
    }
}

/// A word in lower case with a straight apostrophe; `ё` is written `е` as often as not.
pub fn plain(word: &str) -> String {
    let letters = word.chars().flat_map(char::to_lowercase);
    letters
        .map(|c| {
            if c == 'ё' {
                'е'
            } else if c == '’' {
                '\''
            } else {
                c
            }
        })
        .collect()
}

/// Phrases of folded words.
#[derive(Debug, Default)]
pub struct Phrases(Vec<Vec<String>>);

impl<'de> Deserialize<'de> for Phrases {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let phrases = Vec::<String>::deserialize(deserializer)?;
        Ok(Phrases(phrases.iter().map(|text| phrase(text)).collect()))
    }
}
