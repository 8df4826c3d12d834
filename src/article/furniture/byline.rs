//! Reads bylines as newspapers print them: names, and often the day.

use chrono::NaiveDate;

use super::date;

/// Bytes of the longest byline.
const LONGEST: usize = 240;

/// The names of a byline, and the day that stands behind them; `None` if the words are no names.
pub fn read(byline: &str) -> Option<(&str, Option<NaiveDate>)> {
    if byline.len() > LONGEST {
        return None;
    }
    let (names, day) = dated(byline);
    looks_like_names(names).then_some((names, day))
}

/// What stands before the day at the end of a byline, and the day: `Ana Prell, May 4, 2024` says both.
fn dated(byline: &str) -> (&str, Option<NaiveDate>) {
    let marks = byline.rmatch_indices([',', '|', '·', '•', '–', '—', '-']);
    // `Prell-Oke` is one name.
    let marks = marks.filter(|(at, mark)| *mark != "-" || byline[..*at].ends_with(' '));
    let found = marks.filter_map(|(at, mark)| Some((byline[..at].trim_end(), date(&byline[at + mark.len()..])?))).next();
    found.map_or((byline, None), |(names, day)| (names, Some(day)))
}

/// Every word of some length has a capital: people and agencies.
fn looks_like_names(value: &str) -> bool {
    let small = |word: &str| word.chars().count() <= 3 || !word.chars().any(char::is_alphabetic);
    let capital = |word: &str| word.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase);
    value.split_whitespace().any(capital) && value.split_whitespace().all(|word| small(word) || capital(word))
}

#[cfg(test)]
mod tests {
    use super::super::clear;
    use super::*;
    use crate::article::{Draft, DraftSection};

    #[test]
    fn a_byline_may_say_the_day_too() {
        let check = |line: &str, byline: &str| {
            let mut draft = Draft { sections: vec![DraftSection { heading: None, paragraphs: vec![line.into()] }], ..Draft::default() };
            clear(&mut draft);
            let day = NaiveDate::from_ymd_opt(2024, 5, 4);
            assert_eq!((draft.metadata.byline.as_deref(), draft.metadata.published), (Some(byline), day), "{line}");
            assert!(draft.sections[0].paragraphs.is_empty(), "{line}");
        };
        check("By Ana Prell, 4 May 2024", "Ana Prell");
        check("By Ana Prell and Tom Oke — May 4, 2024", "Ana Prell and Tom Oke");
        check("By A. Prell-Oke, Tavos Herald | May 4, 2024, 14:05", "A. Prell-Oke, Tavos Herald");
        check("By A. Prell-Oke - May 4, 2024", "A. Prell-Oke");
        check("Von Ana Prell, 4. Mai 2024", "Ana Prell");
        check("Par Ana Prell, le 4 mai 2024", "Ana Prell");
        check("Por Ana Prell · 4 de mayo de 2024", "Ana Prell");
        check("Автор: Анна Прелль, 4 мая 2024", "Анна Прелль");
        check("Published on May 4, 2024 by Ana Prell", "Ana Prell");
        check("Publié le 4 mai 2024 par Ana Prell", "Ana Prell");
        assert_eq!(read(&"Ana, ".repeat(100)), None, "nobody has so many names");
    }
}
