//! Words that may stand for one another in a question and its answer: `config/synonyms.toml`, compiled in, and the operator's own.

use std::collections::HashMap;

use serde::Deserialize;

use crate::language::Language;

/// The list that the program comes with.
const COMPILED_IN: &str = include_str!("../../config/synonyms.toml");

/// Groups of synonyms by language. Each word or phrase is kept as the stems of its words.
#[derive(Debug, Default)]
pub struct Synonyms {
    groups: Vec<Vec<Vec<String>>>,
    /// From the first stem of each member to its groups.
    by_stem: HashMap<(Language, String), Vec<usize>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    group: Vec<Group>,
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
        let mut groups = vec![];
        for text in texts {
            groups.extend(toml::from_str::<File>(text)?.group);
        }
        let mut synonyms = Synonyms::default();
        for group in groups {
            let stems = |phrase: &String| group.language.words(phrase).into_iter().map(|w| w.stem).collect::<Vec<_>>();
            let members: Vec<Vec<String>> = group.words.iter().map(stems).filter(|m| !m.is_empty()).collect();
            for member in &members {
                let groups = synonyms.by_stem.entry((group.language, member[0].clone())).or_default();
                groups.push(synonyms.groups.len());
                groups.dedup();
            }
            synonyms.groups.push(members);
        }
        Ok(synonyms)
    }

    /// What may stand for the first words of `stems`: how many of them, and each other member of their groups as stems.
    ///
    /// The longest member that they begin with counts.
    pub fn of(&self, language: Language, stems: &[&str]) -> Option<(usize, Vec<&[String]>)> {
        let groups = self.by_stem.get(&(language, (*stems.first()?).to_owned()))?;
        let begins = |member: &Vec<String>| member.len() <= stems.len() && member.iter().zip(stems).all(|(a, b)| a == b);
        let matched = groups.iter().flat_map(|g| &self.groups[*g]).filter(|m| begins(m)).map(Vec::len).max()?;
        let mut others: Vec<&[String]> = vec![];
        for group in groups.iter().map(|g| &self.groups[*g]).filter(|g| g.iter().any(|m| m.len() == matched && begins(m))) {
            others.extend(group.iter().filter(|m| !(m.len() == matched && begins(m))).map(Vec::as_slice));
        }
        others.sort_unstable();
        others.dedup();
        Some((matched, others))
    }
}
