//! Cuts a text into words and brings each into the form that is searched for.
//!
//! Function words stay in, marked: what they are worth is for the ranking to say.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

use super::{Language, german};

/// One word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Bytes in the text.
    pub span: Range<usize>,
    /// Lower case, compatibility-normalised, without accents: what spelling is compared on.
    pub surface: String,
    /// The surface's stem in its language: what is searched for.
    pub stem: String,
    /// Begins with a capital letter.
    pub capital: bool,
    /// Begins with a digit.
    pub number: bool,
    /// Is a number with a currency sign beside it.
    pub money: bool,
    /// Carries grammar rather than content.
    pub function: bool,
}

/// Words longer than this many characters are cut there: they are addresses or noise, and the index has its limits.
const LONGEST: usize = 64;

/// The words of a text, in order.
pub fn split(language: Language, text: &str) -> Vec<Word> {
    let mut words = Vec::with_capacity(text.len() / 6);
    for (start, piece) in text.unicode_word_indices() {
        if piece.chars().any(is_unspaced) {
            push_bigrams(&mut words, start, piece);
            continue;
        }
        for (offset, part) in without_elision(piece) {
            let word = word(language, start + offset, part);
            let money = word.number && is_beside_currency(text, &word.span);
            words.push(Word { money, ..word });
        }
    }
    if language.code() == "de" {
        join_parted(language, &mut words, text);
    }
    if language.is_unspaced() {
        join_bigrams(&mut words, text);
    }
    words
}

/// How many words a text has. Chinese and Japanese, written without spaces, count two characters as a word.
pub fn count(text: &str) -> usize {
    text.split_whitespace().count() + text.chars().filter(|letter| is_unspaced(*letter)).count() / 2
}

/// The stem of a regular word, or of the base of an irregular one: what [`Word::stem`] would be.
pub fn stem(language: Language, word: &str) -> String {
    let lower: String = word.nfkc().flat_map(char::to_lowercase).map(plain_letter).collect();
    stem_of(language, &lower)
}

/// The stem of a lower-case base.
fn stem_of(language: Language, base: &str) -> String {
    let Some(stemmer) = language.stemmer() else { return fold_marks(base) };
    if language.code() == "de" {
        let stem = fold_marks(&stemmer.stem(&german::without_marks(base)));
        return german::without_ending(&stem).to_owned();
    }
    fold_marks(&stemmer.stem(base))
}

fn word(language: Language, start: usize, written: &str) -> Word {
    let span = start..start + written.len();
    let capital = written.chars().next().is_some_and(char::is_uppercase);
    let number = written.chars().next().is_some_and(char::is_numeric);
    let lower: String = written.nfkc().flat_map(char::to_lowercase).map(plain_letter).take(LONGEST).collect();
    if number {
        let surface = plain_number(&lower);
        return Word { span, stem: surface.clone(), surface, capital: false, number, money: false, function: false };
    }
    let lexicon = language.lexicon();
    let function = lexicon.is_function(&lower);
    // "US" and "WHO" are not "us" and "who".
    if is_acronym(written) && (function || written.contains('.')) {
        let letters: String = written.chars().filter(|c| c.is_alphanumeric()).collect();
        return Word { span, surface: letters.clone(), stem: letters, capital: true, number, money: false, function: false };
    }
    let base = lexicon.base_of(&lower).unwrap_or(&lower);
    let stem = stem_of(language, base);
    Word { span, surface: fold_marks(&lower), stem, capital, number, money: false, function }
}

/// Gives a verb whose first part stands at the end of its clause the stem of both: `trat … zurück` is `zurücktreten`.
fn join_parted(language: Language, words: &mut [Word], text: &str) {
    for (verb, first, whole) in german::parted(language.lexicon(), words, text) {
        words[verb].stem = stem_of(language, &whole);
        words[first].function = true;
    }
}

/// `$5`, `5 €`; the sign of `2010 $5` is that of the next number.
fn is_beside_currency(text: &str, span: &Range<usize>) -> bool {
    let is_sign = |letter: char| matches!(letter, '$' | '£' | '¥' | '\u{20a0}'..='\u{20cf}');
    let space = |letter: char| matches!(letter, ' ' | '\u{a0}' | '\u{202f}');
    let before = text[..span.start].trim_end_matches(space).ends_with(is_sign);
    let after = text[span.end..].trim_start_matches(space).strip_prefix(is_sign);
    before || after.is_some_and(|rest| !rest.trim_start_matches(space).starts_with(char::is_numeric))
}

/// Lower-cases and strips accents as [`Word::surface`] is.
pub fn fold(text: &str) -> String {
    fold_marks(&text.nfkc().flat_map(char::to_lowercase).map(plain_letter).collect::<String>())
}

/// Strips accents from Latin and Greek letters; Cyrillic `й` is a letter of its own, `ё` is written `е` as often as not.
fn fold_marks(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    text.chars().flat_map(fold_letter).collect()
}

fn fold_letter(letter: char) -> impl Iterator<Item = char> {
    let keep = matches!(letter, 'й') || !is_european(letter);
    let folded: Vec<char> = match letter {
        'ß' => vec!['s', 's'],
        'ø' => vec!['o'],
        'đ' => vec!['d'],
        'ł' => vec!['l'],
        'æ' => vec!['a', 'e'],
        'œ' => vec!['o', 'e'],
        _ if keep => vec![letter],
        _ => std::iter::once(letter).nfd().filter(|c| !is_combining_mark(*c)).collect(),
    };
    folded.into_iter()
}

fn is_european(letter: char) -> bool {
    matches!(letter, '\u{80}'..='\u{52f}' | '\u{1e00}'..='\u{1fff}')
}

/// The one spelling of a letter that is written in several ways without another meaning: lists hold that one.
fn plain_letter(letter: char) -> char {
    match letter {
        '’' | '‘' | 'ʼ' | '＇' => '\'',
        'ё' => 'е',
        _ => letter,
    }
}

/// `1,000`, `1.000` and `1 000` are one number; `3.5` is another. The mark is a thousands separator where three digits follow each.
fn plain_number(written: &str) -> String {
    let mut groups = written.split([',', '.', '\u{a0}', '\u{202f}']);
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let digits = |group: &str| group.chars().all(|c| c.is_ascii_digit());
    let thousands = !rest.is_empty() && first.len() <= 3 && digits(first) && rest.iter().all(|g| g.len() == 3 && digits(g));
    if thousands { format!("{first}{}", rest.concat()) } else { written.to_owned() }
}

fn is_acronym(written: &str) -> bool {
    let letters = written.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 2 && written.chars().all(|c| c.is_uppercase() || c == '.')
}

/// `l’accord` is two words, and so is `dell'arte`; `Putin's` and `don't` are one.
pub(super) fn without_elision(piece: &str) -> Vec<(usize, &str)> {
    let Some(mark) = piece.find(['\'', '’']) else { return vec![(0, piece)] };
    let rest = mark + piece[mark..].chars().next().map_or(1, char::len_utf8);
    let elided = matches!(
        fold(&piece[..mark]).as_str(),
        "l" | "d"
            | "j"
            | "m"
            | "t"
            | "s"
            | "n"
            | "c"
            | "qu"
            | "jusqu"
            | "lorsqu"
            | "puisqu"
            | "quelqu"
            | "dell"
            | "nell"
            | "all"
            | "sull"
            | "un"
    );
    let follows = piece[rest..].chars().count() > 1;
    if elided && follows { vec![(0, &piece[..mark]), (rest, &piece[rest..])] } else { vec![(0, piece)] }
}

fn is_unspaced(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

fn push_bigrams(words: &mut Vec<Word>, start: usize, piece: &str) {
    for (offset, letter) in piece.char_indices() {
        let surface = letter.to_string();
        let span = start + offset..start + offset + letter.len_utf8();
        words.push(Word { span, stem: surface.clone(), surface, capital: false, number: false, money: false, function: false });
    }
}

/// Neighbouring characters of an unspaced script become pairs; a character without a neighbour stays as it is.
fn join_bigrams(words: &mut Vec<Word>, text: &str) {
    let mut joined: Vec<Word> = Vec::with_capacity(words.len());
    for (n, word) in words.iter().enumerate() {
        let single = word.surface.chars().count() == 1 && word.surface.chars().all(is_unspaced);
        let next = words.get(n + 1).filter(|next| next.span.start == word.span.end && next.surface.chars().all(is_unspaced));
        let ended = joined.last().is_some_and(|last| last.span.end >= word.span.end);
        match next {
            Some(next) if single => {
                let span = word.span.start..next.span.end;
                let surface = text[span.clone()].to_owned();
                joined.push(Word { span, stem: surface.clone(), surface, ..word.clone() });
            }
            _ if single && ended => {}
            _ => joined.push(word.clone()),
        }
    }
    *words = joined;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(language: &str, text: &str, stems: &str) {
        let language = Language::parse(language).expect("the case names a language");
        let found: Vec<String> = language.words(text).into_iter().map(|w| w.stem).collect();
        assert_eq!(found.join(" "), stems);
    }

    #[test]
    fn a_number_beside_a_currency_sign_is_money() {
        let money = |text: &str| {
            let words = Language::ENGLISH.words(text).into_iter();
            words.filter(|word| word.money).map(|word| word.surface).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(money("It cost $13.7 billion, not 12 € or £ 9."), "13.7 12 9");
        assert_eq!(money("In 2010 $5 were much; 7 were not."), "5");
    }

    #[test]
    fn words_meet_in_one_form() {
        check("en", "Prisoners’ talks; 1,000 of the 3.5", "prison talk 1000 of the 3.5");
        check("en", "The US told us, the U.S. said", "the US tell us the US say");
        check("fr", "l’accord d'Évian aujourd'hui", "l accord d evian aujourd'hui");
        check("de", "Straßen über Größe", "strass uber gross");
        check("ru", "Ещё пленных обменяли", "ещ плен обменя");
        check("ro", "cerinţe și cerințe", "cerint si cerint");
        check("zh", "停火协议 2025", "停火 火协 协议 2025");
        check("und", "Anything else", "anything else");
    }
}
