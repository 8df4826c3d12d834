//! The ids of an article's sections.

use std::collections::{HashMap, HashSet};

use super::slug;

/// Gives each section of one article an id that no other has, in time that does not grow with their number.
#[derive(Debug, Default)]
pub struct SectionIds {
    taken: HashSet<String>,
    /// The first number to try behind each stem that was asked for twice.
    next: HashMap<String, usize>,
}

impl SectionIds {
    /// The heading's slug, `lead` without one; with the first free number from 2 behind it if another section has it.
    pub fn take(&mut self, heading: Option<&str>) -> String {
        let stem = heading.map(slug).filter(|stem| !stem.is_empty()).unwrap_or_else(|| "lead".into());
        if self.taken.insert(stem.clone()) {
            return stem;
        }
        let next = self.next.entry(stem.clone()).or_insert(2);
        loop {
            let id = format!("{stem}-{next}");
            *next += 1;
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_of_one_heading_are_numbered() {
        let mut ids = SectionIds::default();
        let mut take = |heading: &str| ids.take(Some(heading).filter(|heading| !heading.is_empty()));
        assert_eq!([take(""), take("")], ["lead", "lead-2"]);
        assert_eq!(
            [take("Fares 3"), take("Fares"), take("Fares!"), take("Fares"), take("Fares")],
            ["fares-3", "fares", "fares-2", "fares-4", "fares-5"]
        );
        assert_eq!([take("…"), take("Lead 2")], ["lead-3", "lead-2-2"]);
    }

    /// Each section once asked every number from 2 whether any section before it had that: 4,000 took 16 s, these would take a day.
    #[test]
    fn a_hundred_thousand_sections_of_one_heading_have_ids_of_their_own() {
        let mut ids = SectionIds::default();
        let last = (0..100_000).map(|_| ids.take(Some("a"))).last();
        assert_eq!(last.as_deref(), Some("a-100000"));
    }
}
