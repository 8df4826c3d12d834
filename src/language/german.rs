//! The regular German verbs, whose forms Snowball's stemmer leaves apart: `drucken`, `druckt`, `gedruckt`, `abzudrucken`.
//!
//! Verbs that change more than their ending are in the lexicon's table of irregular forms.

use std::borrow::Cow;

/// What a verb may begin with and still take its `ge` or `zu` inside, longer ones first.
const SEPARABLE: &[&str] = &[
    "auseinander",
    "entgegen",
    "zusammen",
    "bereit",
    "herein",
    "heraus",
    "hinein",
    "hinaus",
    "herunter",
    "vorbei",
    "zurück",
    "weiter",
    "wieder",
    "durch",
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

/// The least letters of a verb without its ending.
const LEAST: usize = 4;

/// A lower-case word without the `ge` of a participle or the `zu` of an infinitive: `abgedruckt` and `abzudrucken` are `abdruckt` and
/// `abdrucken`.
pub fn without_marks(word: &str) -> Cow<'_, str> {
    let separable = SEPARABLE.iter().find_map(|prefix| Some((*prefix, word.strip_prefix(prefix)?)).filter(|(_, rest)| is_marked(rest)));
    let (prefix, verb) = separable.unwrap_or(("", word));
    if is_participle(verb) || !prefix.is_empty() && is_infinitive_with_zu(verb) {
        Cow::Owned(format!("{prefix}{}", &verb["ge".len()..]))
    } else {
        Cow::Borrowed(word)
    }
}

fn is_marked(verb: &str) -> bool {
    is_participle(verb) || is_infinitive_with_zu(verb)
}

fn is_participle(verb: &str) -> bool {
    let bare = ["en", "er", "es", "em", "e"].iter().find_map(|ending| verb.strip_suffix(ending)).unwrap_or(verb);
    let verbs_own = bare.strip_prefix("ge").is_some_and(|rest| rest.ends_with('t') && rest.chars().count() > LEAST);
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
