//! The words by which a question may mean the day of an article: `the call of 18 March 2025` for one that says "on Tuesday".

use chrono::{Datelike, Days, NaiveDate};

use crate::language::{Language, Word};

/// A newspaper says "today", "yesterday" and the like of its own day and of so many before it; others it dates.
const DAYS_BEFORE: u64 = 2;

/// The days of the month, the months and the years of what an article of a day tells, as a language reads them; each once.
pub fn words(language: Language, published: NaiveDate) -> Vec<Word> {
    let days = (0..=DAYS_BEFORE).filter_map(|before| published.checked_sub_days(Days::new(before)));
    let mut said = vec![];
    for day in days {
        said.extend([day.year().to_string(), day.day().to_string()]);
        said.extend(language.lexicon().month(day.month()).iter().cloned());
    }
    let mut words: Vec<Word> = vec![];
    for word in language.words(&said.join(" ")) {
        if words.iter().all(|known| known.stem != word.stem) {
            words.push(word);
        }
    }
    words
}

/// Whether a word of a dateline is a day of the month, which tells only with its month.
pub fn is_day(surface: &str) -> bool {
    surface.len() <= 2 && surface.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(language: &str, published: &str, expected: &str) {
        let language = Language::parse(language).expect("it is known");
        let said: Vec<_> = words(language, published.parse().expect("it is a day")).into_iter().map(|word| word.surface).collect();
        assert_eq!(said.join(" "), expected);
    }

    #[test]
    fn an_article_tells_of_its_own_day_and_the_two_before() {
        check("en", "2025-03-19", "2025 19 march mar 18 17");
        check("de", "2025-03-01", "2025 1 marz mar 28 februar feb febr 27");
        check("en", "2025-01-01", "2025 1 january jan 2024 31 december dec 30");
        check("tr", "2025-03-19", "2025 19 18 17");
    }
}
