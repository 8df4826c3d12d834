//! The German verbs, whose forms Snowball's stemmer leaves apart: `abdrucken`, `abgedruckt`, `abzudrucken`, `druckt … ab`.
//!
//! Verbs that change more than their ending are in the lexicon's table of irregular forms.

use std::borrow::Cow;

use super::{Lexicon, Word};

/// What a verb may begin with and still take its `ge` or `zu` inside, longer ones first.
const SEPARABLE: &[&str] = &[
    "auseinander",
    "entgegen",
    "zusammen",
    "bekannt",
    "bereit",
    "herein",
    "heraus",
    "hinein",
    "hinaus",
    "herunter",
    "hervor",
    "vorbei",
    "zurück",
    "weiter",
    "wieder",
    "durch",
    "statt",
    "unter",
    "voran",
    "nach",
    "fest",
    "fort",
    "frei",
    "teil",
    "auf",
    "aus",
    "bei",
    "ein",
    "her",
    "hin",
    "los",
    "mit",
    "vor",
    "weg",
    "ab",
    "an",
    "da",
    "um",
    "zu",
];

/// Beginnings of words whose `ge` is no sign of a participle.
const OWN_GE: &[&str] = &[
    "gebet",
    "gebiet",
    "gebot",
    "geburt",
    "gedicht",
    "gefecht",
    "geflecht",
    "gefähr",
    "gegen",
    "gehalt",
    "geheim",
    "gehorch",
    "gehör",
    "geist",
    "gelang",
    "gemein",
    "genehm",
    "genüg",
    "gerecht",
    "gericht",
    "gerücht",
    "gerät",
    "gerüst",
    "gesamt",
    "geschicht",
    "geschlecht",
    "geschäft",
    "gesicht",
    "gestalt",
    "gesund",
    "gewalt",
    "gewicht",
    "gewähr",
    "gewöhn",
];

/// Nouns and endings of nouns whose `t` is no sign of a verb, also at the end of a compound; folded as stems are.
const OWN_T: &[&str] = &[
    "akt", "amt", "angst", "blatt", "blut", "boot", "brot", "draht", "fahrt", "fest", "frist", "gast", "geist", "gift", "haft", "haupt",
    "heit", "itat", "keit", "kraft", "kunft", "kunst", "last", "licht", "luft", "macht", "markt", "nacht", "post", "punkt", "rat", "recht",
    "rest", "saat", "sicht", "sport", "staat", "stadt", "stift", "test", "text", "welt", "wirt", "wort", "zeit",
];

/// Words on `et` that are no forms of verbs.
const OWN_ET: &[&str] = &["internet", "magnet", "planet"];

/// What a clause of its own begins with, besides punctuation.
const JOINING: &[&str] = &["und", "oder", "aber", "sondern"];

/// Behind these, folded, stands an adjective or a noun.
const ARTICLES: &[&str] = &[
    "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines", "kein", "keine", "keinen", "im", "am",
    "zum", "zur", "vom", "ins",
];

/// The least letters of a verb without its ending.
const LEAST: usize = 4;

/// A lower-case word without the `ge` of a participle or the `zu` of an infinitive: `abgedruckt` and `abzudrucken` are `abdruckt` and
/// `abdrucken`.
pub fn without_marks(word: &str) -> Cow<'_, str> {
    let separable = SEPARABLE.iter().find_map(|prefix| Some((*prefix, word.strip_prefix(prefix)?)).filter(|(_, rest)| is_marked(rest)));
    match separable {
        Some((prefix, verb)) => Cow::Owned(format!("{prefix}{}", &verb["ge".len()..])),
        None if is_participle(word) => Cow::Borrowed(&word["ge".len()..]),
        None => Cow::Borrowed(word),
    }
}

fn is_marked(verb: &str) -> bool {
    is_participle(verb) || is_infinitive_with_zu(verb)
}

fn is_participle(verb: &str) -> bool {
    let bare = ["en", "er", "es", "em", "e"].iter().find_map(|ending| verb.strip_suffix(ending)).unwrap_or(verb);
    let verbs_own = bare.strip_prefix("ge").is_some_and(|rest| rest.ends_with('t') && rest.chars().count() >= LEAST);
    verbs_own && !OWN_GE.iter().any(|beginning| verb.starts_with(beginning)) && !is_noun(bare)
}

fn is_noun(bare: &str) -> bool {
    let bare = bare.replace('ä', "a");
    OWN_T.iter().any(|ending| bare.ends_with(ending))
}

fn is_infinitive_with_zu(verb: &str) -> bool {
    verb.strip_prefix("zu").is_some_and(|rest| rest.ends_with('n') && rest.chars().count() >= LEAST)
}

/// A stem without the `t` of a verb's third person and past, and without the `s` of a loanword's plural: `druckt` and `autos` are `druck`
/// and `auto`.
pub fn without_ending(stem: &str) -> &str {
    let letters = stem.chars().count();
    let plural = ["as", "is", "os", "ys"].iter().any(|ending| stem.ends_with(ending)) && !["eis", "nis"].iter().any(|e| stem.ends_with(e));
    if plural && letters > LEAST {
        return &stem[..stem.len() - 1];
    }
    // `rechnet`, `gründet`: an `e` stands before the `t` where it could not be spoken without.
    let spoken = ["det", "met", "net", "tet"].iter().any(|ending| stem.ends_with(ending)) && !OWN_ET.contains(&stem);
    let stem = if spoken && letters > LEAST + 1 { &stem[..stem.len() - "et".len()] } else { stem };
    if stem.ends_with('t') && stem.chars().count() > LEAST + 1 && !is_noun(stem) { &stem[..stem.len() - 1] } else { stem }
}

/// The verbs whose first part ends their clause, each as the places of both and the whole: those of `trat` and `zurück` in `trat am Dienstag
/// zurück`, and `zurücktreten`.
pub fn parted(lexicon: &Lexicon, words: &[Word], text: &str) -> Vec<(usize, usize, String)> {
    let between = |at: usize| &text[words[at].span.end..words[at + 1].span.start];
    let joins = |at: usize| JOINING.contains(&words[at + 1].surface.as_str());
    let ends = |at: &usize| at + 1 == words.len() || joins(*at) || between(*at).contains(|c: char| !c.is_whitespace());
    let mut found = vec![];
    let mut begun = 0;
    for last in (0..words.len()).filter(ends) {
        let clause = std::mem::replace(&mut begun, last + 1)..last;
        let first = &text[words[last].span.clone()];
        if SEPARABLE.contains(&first) {
            let verb = clause.clone().find_map(|at| Some((at, verb(lexicon, words, text, clause.start, at)?)));
            found.extend(verb.filter(|(_, verb)| !is_separable(verb)).map(|(at, verb)| (at, last, format!("{first}{verb}"))));
        }
    }
    found
}

/// A word of a clause as a verb, by its base if its form is irregular; `None` if it is another word.
fn verb(lexicon: &Lexicon, words: &[Word], text: &str, begun: usize, at: usize) -> Option<String> {
    let word = &words[at];
    let small = at == begun || !word.capital;
    let behind_article = at > begun && ARTICLES.contains(&words[at - 1].surface.as_str());
    if word.function || word.number || !small || behind_article {
        return None;
    }
    let lower = text[word.span.clone()].to_lowercase();
    let regular = lower.chars().count() >= LEAST && ["t", "te", "ten"].iter().any(|ending| lower.ends_with(ending));
    lexicon.base_of(&lower).map(str::to_owned).or_else(|| regular.then_some(lower))
}

/// Whether a verb begins with what it may be parted behind.
fn is_separable(verb: &str) -> bool {
    SEPARABLE.iter().any(|first| verb.strip_prefix(first).is_some_and(|rest| rest.chars().count() >= LEAST))
}

#[cfg(test)]
mod tests {
    use crate::language::Language;

    #[track_caller]
    fn check(forms: &str, one: bool) {
        let german = Language::parse("de").expect("it is known");
        let mut stems: Vec<String> = german.words(forms).into_iter().map(|word| word.stem).collect();
        stems.dedup();
        assert_eq!(stems.len() == 1, one, "{stems:?}");
    }

    #[test]
    fn the_forms_of_a_regular_verb_meet() {
        check("drucken druckt druckte gedruckt gedruckten", true);
        check("abmahnen abgemahnt abgemahnte abzumahnen Abmahnung", true);
        check("rechnen rechnet rechnete gerechnet", true);
        check("vermuten vermutet vermutete", true);
        check("verpflichten verpflichtet verpflichteten", true);
        check("Auto Autos", true);
    }

    #[test]
    fn a_verb_in_two_parts_is_found_by_its_whole() {
        let german = Language::parse("de").expect("it is known");
        let check = |text: &str, verb: &str, holds: bool| {
            let stem = german.words(verb).remove(0).stem;
            assert_eq!(german.words(text).iter().any(|word| word.stem == stem), holds, "{verb} in {text}");
        };
        check("Der Präsident trat am Dienstag zurück.", "zurückgetreten", true);
        check("Trat der Präsident zurück?", "zurückgetreten", true);
        check("Die deutsche Polizei holt den Mann ab, sagte sie.", "abgeholt", true);
        check("Die Firma stellt die Arbeit ein und schließt.", "einzustellen", true);
        check("Der Zug stellt sich auf der Brücke quer.", "aufgestellt", false);
    }

    #[test]
    fn nouns_keep_what_only_looks_like_an_ending() {
        check("Geschäft Schaf", false);
        check("Hafenamt Hafen", false);
        check("Markt Marktes", true);
        check("Gesellschaft Gesellschaften", true);
        check("Internet intern", false);
        check("Planeten Plan", false);
        check("Kreis Kreise", true);
    }
}
