//! Words that may stand for one another in a question and its answer: `config/synonyms.toml`, compiled in, and the operator's own.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::language::Language;

/// The list that the program comes with.
const COMPILED_IN: &str = include_str!("../../config/synonyms.toml");

/// A word or a phrase as the stems of its words.
type Phrase = Vec<String>;

/// What is asked for, and what its answers often say.
type Cues = (Phrase, Vec<Phrase>);

/// A list that is stemmed when a library in its language is first asked.
type Late = LazyLock<List, Box<dyn FnOnce() -> List + Send>>;

/// Groups of synonyms by language, and cues: what the answer to a question for something often says.
#[derive(Debug, Default)]
pub struct Synonyms {
    lists: HashMap<Language, Late>,
}

/// The synonyms and cues of one language.
#[derive(Debug, Default)]
struct List {
    groups: Vec<Vec<Phrase>>,
    /// From the first stem of each member to its groups.
    by_stem: HashMap<String, Vec<usize>>,
    /// From the first stem of what is asked for.
    cues: HashMap<String, Vec<Cues>>,
}

/// A [`List`] as it is written.
#[derive(Default)]
struct Written {
    groups: Vec<Vec<String>>,
    cues: Vec<Cue>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    group: Vec<Group>,
    #[serde(default)]
    cue: Vec<Cue>,
    /// For each number, the words for it, with spaces between.
    #[serde(default)]
    numerals: HashMap<Language, BTreeMap<String, String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cue {
    language: Language,
    asked: Vec<String>,
    told: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    language: Language,
    words: Vec<String>,
}

impl Synonyms {
    /// The compiled-in list.
    pub fn general() -> Synonyms {
        Synonyms::parse(COMPILED_IN).expect("the list is compiled in and tested")
    }

    /// The compiled-in list and another in its format.
    pub fn general_and(text: &str) -> Result<Synonyms, toml::de::Error> {
        Synonyms::read([COMPILED_IN, text])
    }

    /// Reads a list in the format of `config/synonyms.toml`.
    pub fn parse(text: &str) -> Result<Synonyms, toml::de::Error> {
        Synonyms::read([text])
    }

    fn read<'a>(texts: impl IntoIterator<Item = &'a str>) -> Result<Synonyms, toml::de::Error> {
        let mut written: HashMap<Language, Written> = HashMap::new();
        for text in texts {
            let file: File = toml::from_str(text)?;
            for group in file.group {
                written.entry(group.language).or_default().groups.push(group.words);
            }
            for (language, numbers) in file.numerals {
                let words = |(number, written): (String, String)| written.split(' ').map(str::to_owned).chain([number]).collect();
                written.entry(language).or_default().groups.extend(numbers.into_iter().map(words));
            }
            for cue in file.cue {
                written.entry(cue.language).or_default().cues.push(cue);
            }
        }
        let late = |(language, written): (Language, Written)| -> (Language, Late) {
            (language, LazyLock::new(Box::new(move || List::stemmed(language, &written))))
        };
        Ok(Synonyms { lists: written.into_iter().map(late).collect() })
    }

    /// What may stand for the first words of `stems`: each other member of their groups, as stems.
    ///
    /// The longest member that they begin with counts.
    pub fn of(&self, language: Language, stems: &[&str]) -> Vec<&[String]> {
        self.lists.get(&language).map(|list| list.of(stems)).unwrap_or_default()
    }

    /// What answers often say to a question that goes on with `stems`, as stems; empty if nothing is known.
    pub fn cues(&self, language: Language, stems: &[&str]) -> Vec<&[String]> {
        self.lists.get(&language).map(|list| list.cues(stems)).unwrap_or_default()
    }
}

impl List {
    fn stemmed(language: Language, written: &Written) -> List {
        let mut list = List::default();
        for cue in &written.cues {
            let told = phrases(language, &cue.told);
            for asked in phrases(language, &cue.asked) {
                list.cues.entry(asked[0].clone()).or_default().push((asked, told.clone()));
            }
        }
        for words in &written.groups {
            let members = phrases(language, words);
            for member in &members {
                let groups = list.by_stem.entry(member[0].clone()).or_default();
                groups.push(list.groups.len());
                groups.dedup();
            }
            list.groups.push(members);
        }
        list
    }

    fn of(&self, stems: &[&str]) -> Vec<&[String]> {
        let Some(groups) = stems.first().and_then(|first| self.by_stem.get(*first)) else { return vec![] };
        let begins = |member: &Vec<String>| begins(stems, member);
        let Some(matched) = groups.iter().flat_map(|g| &self.groups[*g]).filter(|m| begins(m)).map(Vec::len).max() else { return vec![] };
        let mut others: Vec<&[String]> = vec![];
        for group in groups.iter().map(|g| &self.groups[*g]).filter(|g| g.iter().any(|m| m.len() == matched && begins(m))) {
            others.extend(group.iter().filter(|m| !(m.len() == matched && begins(m))).map(Vec::as_slice));
        }
        others.sort_unstable();
        others.dedup();
        others
    }

    fn cues(&self, stems: &[&str]) -> Vec<&[String]> {
        let found = stems.first().and_then(|first| self.cues.get(*first)).into_iter().flatten();
        let mut told: Vec<&[String]> =
            found.filter(|(asked, _)| begins(stems, asked)).flat_map(|(_, told)| told.iter().map(Vec::as_slice)).collect();
        told.sort_unstable();
        told.dedup();
        told
    }
}

fn begins(stems: &[&str], member: &[String]) -> bool {
    member.len() <= stems.len() && member.iter().zip(stems).all(|(a, b)| a == b)
}

fn phrases(language: Language, written: &[String]) -> Vec<Phrase> {
    let stems = |phrase: &String| language.words(phrase).into_iter().map(|w| w.stem).collect();
    written.iter().map(stems).filter(|stems: &Phrase| !stems.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_stands_for_its_words_in_every_language_that_has_them() {
        let synonyms = Synonyms::general();
        let check = |language: &str, asked: &str, told: &str| {
            let language = Language::parse(language).expect("it is a language");
            let stem = |word: &str| language.words(word).remove(0).stem;
            let found = synonyms.of(language, &[&stem(asked)]);
            assert!(found.contains(&[stem(told)].as_slice()), "{asked} finds {found:?}, not {told}");
        };
        check("en", "sixth", "6");
        check("en", "12", "twelve");
        check("de", "zweite", "zwei");
        check("ru", "седьмой", "7");
        check("fr", "5e", "cinq");
        check("es", "ocho", "octava");
        check("pt", "terceiro", "3");
    }
}
