//! Bylines: names of people and agencies out of what pages print around them.

use std::collections::HashSet;
use std::sync::LazyLock;

use regex::Regex;

use super::super::spaces;
use crate::article::limits;

/// Words of the longest name.
const MOST_WORDS: usize = 6;

/// Names of the longest byline. Nobody reads more, and each is looked for in every line of the page.
const MOST_NAMES: usize = 40;

/// What comes before names, in the languages of the lexicons.
static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)^(?:(?:writers?|reporters?)\s*:\s*|(?:eine?\s+\p{L}+\s+von|une?\s+\p{L}+\s+(?:de|par)|an?\s+\p{L}+\s+by|propos recueillis par|(?:written|posted|reported|published|story|text|analysis|opinion|words)\s+by|by|von|par|por|de la rédaction|redacción|text|texte|texto|autora?|auteure?|author|авторы?|текст)(?:\s*[:,]\s*|\s+))",
    )
});

/// What ends them: dates, roles after a bar, places.
static AFTER: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\s*(?:[|•·\n→]|\s[–—-]\s|\s(?:on|am|vom|le|el|em)\s+(?:\p{L}+\.?\s+)?\d|\b(?:last updated|published|updated|posted|publié|veröffentlicht|publicado|опубликовано)\b|\d{1,2}[./:]\d|\b\d{4}).*$",
    )
});

/// What stands between them.
static BETWEEN: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)\s*(?:,|;|/|&)\s*(?:and\s+|und\s+|et\s+|y\s+|e\s+|и\s+)?|\s+(?:and|und|et|y|e|и|with)\s+"));

/// An address in parentheses after a name: `Ana Prell (https://prell.example)`.
static ADDRESS: LazyLock<Regex> = LazyLock::new(|| regex(r"\s*[(<\[]\s*(?:https?://[^)>\]\s]*|[^\s()<>]+@[^\s()<>]+)\s*[)>\]]"));

/// A name in parentheses after an address, as in feeds: `news@post.example (Ana Prell)`.
static ADDRESSED: LazyLock<Regex> = LazyLock::new(|| regex(r"^[^\s()]+@[^\s()]+\s*\((.+)\)$"));

/// Words of offices that are printed beside names.
static ROLE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:correspondents?|reporters?|editors?|columnists?|journalists?|writers?|producers?|staff|desk|redakteur(?:in)?|korrespondent(?:in)?|journaliste?|correspondante?|envoyée? spéciale?|corresponsal|periodista|repórter|redator(?:a)?|correspondente|redaktion|studio|zzt|rédaction|redacción|redação|редакция|корреспондент|обозреватель|редактор|корр\.)(?:\b|$)",
    )
});

/// How the place begins that a correspondent writes from: `Ana Prell, de Lisboa`.
static PLACE: LazyLock<Regex> = LazyLock::new(|| regex(r"^(?:de|do|da|em|en|in|aus|from|at|à|au|в|из)\s"));

/// Names in parentheses: `(avec Léa Morin)`.
static WITH: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)\s*\((?:with|avec|mit|con|com|при участии)\s+([^()]+)\)"));

/// What names who took a picture: `Автор фото, …`.
static PICTURE: LazyLock<Regex> = LazyLock::new(|| {
    regex(r"(?i)^(?:autora?|auteure?|author|автор)s?\s+(?:de |da |del |do |of )?(?:la |the )?(?:фото|foto|photo|imagen?|imagem)")
});

/// What links and buttons beside names say.
static BUTTON: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)^(?:→|view|show|see|learn|follow|suivre|folgen|seguir|contact|more|last|edited|photos?|photograph(?:s|y|er|ed)?|fotos?|fotografías?|фото|illustrations?|vídeos?|videos?|graphics?|via|подписаться|все)\b|\b(?:all articles|read more|learn more|all posts|author page|tous les articles|alle artikel|все материалы)\b",
    )
});

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the patterns are compiled in and tested")
}

/// Joins names as `A, B and C`: without `By`, offices, addresses, handles and doubles, and without the outlet's own name.
///
/// The first [`MOST_NAMES`] of them; `None` if no name is left.
pub fn join(said: &[String], outlet: Option<&str>) -> Option<String> {
    let (mut names, mut keys): (Vec<String>, HashSet<String>) = Default::default();
    let is_outlet = |name: &str| outlet.is_some_and(|outlet| spaces::key(outlet) == spaces::key(name));
    for said in said.iter().map(|said| limits::cut(said)).filter(|said| !is_outlet(said) && !PICTURE.is_match(said)) {
        let line = without_address(&said);
        let line = BEFORE.replace(&line, "");
        let line = AFTER.replace(&line, "");
        let line = WITH.replace_all(&line, ", $1");
        let found: Vec<String> = BETWEEN.split(&line).map(|name| BEFORE.replace(&spaces::fold(name), "").into_owned()).collect();
        // In a list, one word is a place or an office unless it is an agency.
        let placed = |name: &str| found.len() > 1 && PLACE.is_match(name);
        let fits =
            |name: &&String| is_name(name) && !placed(name) && (found.len() == 1 || name.contains(char::is_whitespace) || is_agency(name));
        let office = found.iter().position(|part| ROLE.is_match(part)).unwrap_or(found.len());
        let affiliated = |at: usize| at > office && is_affiliation(&found[at]);
        let people = found.iter().enumerate().filter(|(at, _)| !affiliated(*at)).map(|(_, name)| name);
        for name in people.filter(fits).map(|name| without_outlet(name, outlet)) {
            if names.len() < MOST_NAMES && !is_outlet(&name) && keys.insert(spaces::key(&name)) {
                names.push(name);
            }
        }
    }
    let last = names.pop()?;
    Some(if names.is_empty() { last } else { format!("{} and {last}", names.join(", ")) })
}

/// Whether what stands behind an office is where it is: `NBN Calderdale`.
fn is_affiliation(text: &str) -> bool {
    let capitals = |word: &str| word.chars().count() > 2 && word.chars().all(char::is_uppercase);
    let mut words = text.split(' ');
    words.next().is_some_and(capitals) && words.any(|word| !capitals(word))
}

/// A name without the outlet's behind it: `Ana Prell Harbour Post`, `Ana Prell for the Harbour Post`.
fn without_outlet(name: &str, outlet: Option<&str>) -> String {
    let words: Vec<&str> = name.split(' ').collect();
    let is_outlet = |from: &usize| outlet.is_some_and(|outlet| spaces::key(&words[*from..].join(" ")) == spaces::key(outlet));
    let Some(mut end) = (2..words.len()).find(is_outlet) else { return name.to_owned() };
    while end > 2 && matches!(&*words[end - 1].to_lowercase(), "for" | "of" | "the" | "at") {
        end -= 1;
    }
    words[..end].join(" ")
}

/// The first of what is said that names those who wrote together, as a newsroom signs: `Harbour Post staff`, or the outlet itself.
///
/// For a page on which nobody is named.
pub fn collective(said: &[String], outlet: Option<&str>) -> Option<String> {
    // What programs that nobody set up write in place of a name.
    const NOBODY: &[&str] =
        &["admin", "administrator", "author", "editor", "webmaster", "user", "guest", "unknown", "default", "null", "none"];
    let lines = said.iter().map(|said| spaces::fold(&BEFORE.replace(said.trim(), "")));
    let mut names = lines.filter(|line| {
        let nobody = NOBODY.contains(&&*line.to_lowercase()) || is_address(line) || BUTTON.is_match(line) || line.contains('@');
        let dated = line.contains(|c: char| c.is_ascii_digit()) && AFTER.is_match(line);
        let begins = line.starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase());
        let is_outlet = outlet.is_some_and(|outlet| spaces::key(outlet) == spaces::key(line));
        !nobody && !dated && (1..=MOST_WORDS).contains(&spaces::words(line)) && (begins || is_outlet)
    });
    names.next()
}

/// Whether a line names an office or a desk rather than people.
pub fn is_office(line: &str) -> bool {
    ROLE.is_match(line)
}

/// What is said of an author without the address beside it.
pub fn without_address(said: &str) -> String {
    let name = ADDRESSED.replace(said.trim(), "$1").into_owned();
    ADDRESS.replace_all(&name, "").into_owned()
}

/// Whether a line says that names follow: `By Ana Prell`, `Автор: Илья Серов`.
pub fn introduces(line: &str) -> bool {
    BEFORE.is_match(line) && !PICTURE.is_match(line)
}

/// Whether a line is nothing but what says that names follow: `By`, `Por`.
pub fn only_introduces(line: &str) -> bool {
    matches!(&*line.trim_end_matches([':', ' ']).to_lowercase(), "by" | "von" | "par" | "por" | "автор" | "авторы")
}

/// An outlet's name as its site gives it, where the publisher's is the same with what companies add: `Meridian Media S.L.`
pub fn as_readers_know_it(publisher: String, site: Option<&str>) -> String {
    let (whole, part) = (spaces::key(&publisher), site.map(spaces::key).unwrap_or_default());
    let longer = !part.is_empty() && whole != part && format!(" {whole} ").contains(&format!(" {part} "));
    if longer { site.unwrap_or_default().to_owned() } else { publisher }
}

/// Whether a text is an address or a handle rather than a name.
pub fn is_address(text: &str) -> bool {
    let text = text.trim();
    let bare_host = || !text.contains(char::is_whitespace) && text.contains('/') && text.contains('.');
    text.contains("://") || text.starts_with('@') || text.starts_with("www.") || text.contains('@') || bare_host()
}

/// Whether one word is the name of a news agency.
pub fn is_agency(text: &str) -> bool {
    // Degrees, parts of names and licences.
    const NONE: &[&str] =
        &["MA", "MD", "BA", "MBA", "PHD", "RN", "JD", "DDS", "MSC", "BSC", "MPH", "JR", "SR", "II", "III", "IV", "CEO", "CC", "PDF", "RSS"];
    const AGENCIES: &[&str] =
        &["reuters", "bloomberg", "interfax", "dpa", "efe", "ansa", "tass", "lusa", "интерфакс", "тасс", "коммерсантъ"];
    let abbreviation = text.chars().count() > 1 && text.chars().all(char::is_uppercase) && !NONE.contains(&text);
    abbreviation || AGENCIES.contains(&&*text.to_lowercase())
}

fn is_name(text: &str) -> bool {
    let words = text.split_whitespace();
    let begins = |c: char| c.is_uppercase() || (c.is_alphabetic() && !c.is_lowercase());
    let capital = |word: &str| word.chars().find(|c| c.is_alphabetic()).is_some_and(begins);
    let long = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() > 3;
    let count = words.clone().count();
    let named = words.clone().any(capital) && words.clone().filter(long).all(capital);
    let alone =
        count == 1 && text.chars().count() > 1 && !matches!(&*text.to_lowercase(), "admin" | "administrator" | "author" | "unknown");
    let named = if count == 1 { alone && (named || text.len() < 6) } else { named };
    let other = is_address(text) || ROLE.is_match(text) || BUTTON.is_match(text) || text.contains(|c: char| c.is_ascii_digit());
    (1..=MOST_WORDS).contains(&count) && named && !other
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(said: &[&str], expected: Option<&str>) {
        let said: Vec<String> = said.iter().map(|&s| s.to_owned()).collect();
        assert_eq!(join(&said, Some("The Harbour Post")).as_deref(), expected, "{said:?}");
    }

    #[test]
    fn a_newsroom_that_signs_as_a_whole_is_named_as_it_signs() {
        let said = |line: &str| collective(&[line.to_owned()], Some("harbourpost.example"));
        assert_eq!(said("By Harbour Post staff").as_deref(), Some("Harbour Post staff"));
        assert_eq!(said("Redacción").as_deref(), Some("Redacción"));
        assert_eq!(said("The Harbour Post").as_deref(), Some("The Harbour Post"));
        assert_eq!(said("harbourpost.example").as_deref(), Some("harbourpost.example"));
        assert_eq!(said("admin"), None);
        assert_eq!(said("View all posts"), None);
        assert_eq!(said("https://harbourpost.example/staff"), None);
    }

    #[test]
    fn names_are_joined_as_a_newspaper_prints_them() {
        check(&["Ana Prell"], Some("Ana Prell"));
        check(&["By Ana Prell and Tom Oke"], Some("Ana Prell and Tom Oke"));
        check(&["Ana Prell", "Tom Oke", "Ida Lund"], Some("Ana Prell, Tom Oke and Ida Lund"));
        check(&["Ana Prell, Tom Oke", "tom oke"], Some("Ana Prell and Tom Oke"));
        check(&["Von Jürgen von der Alm"], Some("Jürgen von der Alm"));
        check(&["Par Léa Morin (à Lyon)"], Some("Léa Morin (à Lyon)"));
        check(&["Eine Analyse von Ida Lund, Berlin"], Some("Ida Lund"));
        check(&["Propos recueillis par Léa Morin"], Some("Léa Morin"));
        check(&["AFP"], Some("AFP"));
        check(&["The Harbour Post"], None);
        check(&["@harbourpost", "https://www.example.com/authors/1"], None);
        check(&["Ana Prell, Political correspondent"], Some("Ana Prell"));
        check(&["By Ana Prell | 4 March 2024, 10:30"], Some("Ana Prell"));
        check(&["By Ana Prell, May 6, 2024"], Some("Ana Prell"));
        check(&["Автор: Илья Серов"], Some("Илья Серов"));
        check(&["The Harbour Post, Altenweiler, Germany"], None);
        check(&["ANA PRELL The Harbour Post"], Some("ANA PRELL"));
        check(&["By Ana Prell for The Harbour Post"], Some("Ana Prell"));
        check(&["Von Ana Prell, Studio Lima"], Some("Ana Prell"));
        check(&["Автор, Илья Серов"], Some("Илья Серов"));
        check(&["Ana Prell", "Environment reporter, NBN Calderdale"], Some("Ana Prell"));
        check(&["Staff reporter, Ana Prell"], Some("Ana Prell"));
        check(&["Автор фото, Getty Images"], None);
        check(&["Reuters"], Some("Reuters"));
        check(&["admin"], None);
        check(&["Ana Prell, MA"], Some("Ana Prell"));
        check(&["Léa Morin (avec Jean Duval et Ida Lund)", "Suivre"], Some("Léa Morin, Jean Duval and Ida Lund"));
        check(&["Ana Prell", "View author page", "→ Learn More"], Some("Ana Prell"));
        check(&["Posted by Ana Prell on May 12, 2024"], Some("Ana Prell"));
        check(&["Por João Reis, de Lisboa"], Some("João Reis"));
        check(&["Text: Ida Lund, Fotos: Jan Holm"], Some("Ida Lund"));
        check(&["Story by Ana Prell", "Photographs by Jan Holm"], Some("Ana Prell"));
        check(&["Last Updated: January 7, 2025"], None);
        check(&["Ana Prell (https://prell.example/ana)"], Some("Ana Prell"));
        check(&["news@harbourpost.example (Ana Prell)"], Some("Ana Prell"));
    }
}
