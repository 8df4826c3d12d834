//! Reads days as newspapers print them, in any of the supported languages.

use std::sync::LazyLock;

use chrono::NaiveDate;
use regex::Regex;

use crate::language::words::fold;

/// The time of day, which may stand before the date.
static CLOCK: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\b\d{1,2}:\d{2}(?::\d{2})?h?\b|\b\d{1,2}\.\d{2} ?Uhr|\b\d{1,2}[hH]\d{2}\b").expect("the pattern is compiled in and tested")
});

/// A day as newspapers print it, in any of the supported languages; `None` if there is none in the text.
pub fn date(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    if let Some(day) = text.get(..10).and_then(|day| NaiveDate::parse_from_str(day, "%Y-%m-%d").ok()) {
        return Some(day);
    }
    let text = CLOCK.replace_all(text, " ");
    let words: Vec<String> = fold(&text).split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect();
    let numbers: Vec<u32> = words.iter().filter_map(|word| number(word)).collect();
    let year = numbers.iter().copied().find(|n| (1600..=2200).contains(n))?;
    let is_day = |n: &u32| (1..=31).contains(n);
    if let Some((at, month)) = words.iter().enumerate().find_map(|(at, word)| Some((at, month(word)?))) {
        // The number nearest to the month: others are minutes of reading, hours, comments.
        let days = words.iter().enumerate().filter_map(|(place, word)| Some((at.abs_diff(place), number(word).filter(is_day)?)));
        let (_, day) = days.min_by_key(|(distance, _)| *distance)?;
        return NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day);
    }
    let mut rest = numbers.iter().copied().filter(is_day);
    let (first, second) = (rest.next()?, rest.next()?);
    let (month, day) = match numbers[0] == year {
        true => (first, second),
        // Only Americans put the month first, and only a day above 12 tells.
        false if second > 12 => (first, second),
        false => (second, first),
    };
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// A number with or without letters after it: `4`, `4th`.
fn number(word: &str) -> Option<u32> {
    word.trim_end_matches(char::is_alphabetic).parse().ok()
}

/// The number of a month by its name in the supported languages, folded, whole or cut after three letters or more.
fn month(word: &str) -> Option<u32> {
    const NAMES: [&str; 12] = [
        "january januar janner janvier enero janeiro января январь gennaio januari stycznia ianuarie січня",
        "february februar fevrier febrero fevereiro февраля февраль febbraio februari lutego februarie лютого",
        "march marz mars marzo marco марта март maart marca martie березня",
        "april avril abril апреля апрель aprile kwietnia aprilie квітня",
        "may mai mayo maio мая май maggio mei maja травня",
        "june juni juin junio junho июня июнь giugno czerwca iunie червня",
        "july juli juillet julio julho июля июль luglio lipca iulie липня",
        "august aout agosto августа август augustus sierpnia серпня",
        "september septembre septiembre setiembre setembro сентября сентябрь settembre wrzesnia septembrie вересня",
        "october oktober octobre octubre outubro октября октябрь ottobre pazdziernika octombrie жовтня",
        "november novembre noviembre novembro ноября ноябрь listopada noiembrie листопада",
        "december dezember decembre diciembre dezembro декабря декабрь dicembre grudnia decembrie грудня",
    ];
    let long = word.chars().count() >= 3;
    let found = NAMES.iter().position(|names| long && names.split(' ').any(|name| name.starts_with(word)))?;
    u32::try_from(found + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_newspapers_print_them() {
        for text in [
            "2025-03-18T23:00:00Z",
            "18 mars 2025",
            "martes 18 de marzo de 2025",
            "12:09, 18 марта 2025",
            "18.03.2025, 17.45 Uhr",
            "2025/03/18",
            "03/18/2025",
            "mardi 18 mars 2025",
            "Tue, 18 Mar 2025 10:00:00 GMT",
            "18.mar.2025 às 21h14",
            "Actualizado a las 14:05h. 18/03/2025",
            "18 marzo 2025",
            "18 maart 2025",
            "18 marca 2025",
            "18 martie 2025",
            "18 березня 2025",
        ] {
            assert_eq!(date(text), NaiveDate::from_ymd_opt(2025, 3, 18), "{text}");
        }
        assert_eq!(date("3 min read · May 12, 2024"), NaiveDate::from_ymd_opt(2024, 5, 12));
        // Names of people that begin as months do.
        assert_eq!(date("Por María Ruiz, 11 de mayo de 2024"), NaiveDate::from_ymd_opt(2024, 5, 11));
        assert_eq!(date("Julia Oke, 3. Dez. 2024"), NaiveDate::from_ymd_opt(2024, 12, 3));
        assert_eq!(date("3 days ago"), None);
    }
}
