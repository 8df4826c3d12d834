//! Cuts a paragraph into sentences.
//!
//! A library proposes the boundaries; the rules here only ever remove one: after an abbreviation, inside quotation marks, and between
//! a quotation and who said it.

use std::ops::Range;

use super::{Language, Lexicon};

/// A quotation of several sentences stays one sentence up to this many words; a longer one is cut where its sentences end.
const QUOTATION_WORDS: usize = 45;

/// The sentences of one paragraph as byte ranges, in order, without the white space around them.
pub fn split(language: Language, paragraph: &str) -> Vec<Range<usize>> {
    let code = if language.is_unknown() { "en" } else { language.code() };
    let mut sentences: Vec<Range<usize>> = vec![];
    for proposed in sentencex::get_sentence_boundaries(code, paragraph) {
        let Some(span) = trimmed(paragraph, proposed.start_byte..proposed.end_byte) else { continue };
        match sentences.last_mut() {
            Some(last) if belongs(language, paragraph, last.clone(), span.clone()) => last.end = span.end,
            _ => sentences.push(span),
        }
    }
    sentences
}

fn trimmed(text: &str, span: Range<usize>) -> Option<Range<usize>> {
    let piece = text.get(span.clone())?;
    let start = span.start + (piece.len() - piece.trim_start().len());
    let end = span.start + piece.trim_end().len();
    (start < end).then_some(start..end)
}

/// Whether the second of two neighbouring proposals continues the first.
fn belongs(language: Language, text: &str, first: Range<usize>, second: Range<usize>) -> bool {
    let (before, after) = (&text[first.clone()], &text[second.clone()]);
    let lexicon = language.lexicon();
    !after.chars().any(char::is_alphanumeric)
        || starts_in_lower_case(after)
        || ends_with_abbreviation(language, before, after)
        || ends_inside_quotation(before) && words(&text[first.start..second.end]) <= QUOTATION_WORDS
        || ends_with_closing_mark(before) && names_who_spoke(lexicon, after)
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Also behind a dash or an opening mark: `— спросил он.`
fn starts_in_lower_case(after: &str) -> bool {
    let mut letters = after.chars().skip_while(|c| c.is_whitespace() || matches!(c, '—' | '–' | '-' | ',' | '…'));
    let Some(first) = letters.next() else { return false };
    // A name such as `iPhone` or `eBay` may begin a sentence.
    first.is_lowercase() && !letters.next().is_some_and(char::is_uppercase)
}

fn ends_with_abbreviation(language: Language, before: &str, after: &str) -> bool {
    let lexicon = language.lexicon();
    let Some(last) = before.split_whitespace().next_back() else { return false };
    let last = last.trim_start_matches(|c: char| !c.is_alphanumeric());
    let Some(stem) = last.strip_suffix('.') else { return false };
    let opens_sentence = || after.split_whitespace().next().is_some_and(|word| lexicon.is_function(&word.to_lowercase()));
    let mut letters = stem.chars();
    let initial = matches!((letters.next(), letters.next()), (Some(only), None) if only.is_uppercase());
    if initial || stem.contains('.') {
        return !opens_sentence();
    }
    let ordinal = writes_ordinals_with_a_dot(language) && (1..=2).contains(&stem.len()) && stem.bytes().all(|b| b.is_ascii_digit());
    ordinal || lexicon.is_abbreviation(last) && !(last.chars().all(|c| c.is_lowercase() || c == '.') && opens_sentence())
}

fn writes_ordinals_with_a_dot(language: Language) -> bool {
    matches!(language.code(), "de" | "da" | "no" | "fi" | "hu" | "tr" | "cs" | "pl" | "sr")
}

/// Whether a quotation that opens in the sentence is still open at its end.
pub fn ends_inside_quotation(sentence: &str) -> bool {
    open_quotations(sentence) > 0
}

/// How many quotations a text opens and does not close; straight marks count in pairs.
pub fn open_quotations(text: &str) -> usize {
    let mut depth = 0usize;
    let mut straight = false;
    let mut german = 0usize;
    for letter in text.chars() {
        match letter {
            '„' => german += 1,
            // German closes with the mark that English opens with.
            '“' if german > 0 => german -= 1,
            '«' | '“' => depth += 1,
            '»' | '”' => depth = depth.saturating_sub(1),
            '"' => straight = !straight,
            _ => {}
        }
    }
    depth + german + usize::from(straight)
}

/// Whether a quotation ends here with a mark that leaves the sentence open: `?"`, `!"`, `…"`, `,"`.
fn ends_with_closing_mark(before: &str) -> bool {
    let inner = before.trim_end_matches(['"', '”', '»', '“', '\'', '’']);
    inner.len() < before.len() && inner.ends_with(['?', '!', '…', ',', '—', '–'])
}

/// `President Holt said.`: a reporting verb among the first words, and no quotation of its own.
fn names_who_spoke(lexicon: &Lexicon, after: &str) -> bool {
    let first: Vec<String> =
        after.split_whitespace().take(5).map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()).collect();
    let verb = first.iter().position(|word| lexicon.is_speech_verb(word));
    verb.is_some_and(|at| at <= 4) && words(after) <= 14 && !after.contains(['"', '“', '«', '„'])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A bar stands where the sentence must end, and nowhere else.
    #[track_caller]
    fn check(code: &str, expected: &str) {
        let text = expected.replace(" | ", " ");
        let language = Language::parse(code).expect("the case names a language");
        let found: Vec<&str> = split(language, &text).into_iter().map(|s| &text[s]).collect();
        assert_eq!(found.join(" | "), expected);
    }

    #[test]
    fn abbreviations_do_not_end_a_sentence() {
        check("en", "The U.S. President met Dr. Hale on Jan. 5 in St. Petersburg. | Growth was 3.5 % a year. | It fell.");
        check("en", "He lives in the U.S. | The other lives in France.");
        check("en", "J. R. Moss wrote it. | She did not.");
        check("fr", "Hier, a dit M. Macron, tout va bien. | Mme. Roy a souri.");
        check("de", "Er ist der 2. Vorsitzende des Vereins. | Am 3. Mai wählt z. B. Bremen.");
        check("ru", "Он родился в 1990 г. в Москве. | Это так.");
        check("es", "El Sr. Ruiz y la Dra. Paz llegaron. | Nadie habló.");
        check("pt", "O Dr. Silva chegou. | A Sra. Costa saiu.");
    }

    #[test]
    fn a_quotation_stays_with_who_said_it() {
        check("en", "\"These talks begin now,\" said the White House readout. | Nobody else spoke.");
        check("en", "“Will it end?” President Holt asked. | He got no answer.");
        check("en", "\"I came. I saw,\" she said. | Then she left.");
        check("ru", "«Вы придёте?» — спросил он. | Она молчала.");
        check("fr", "« Est-ce fini ? », a demandé Mme Roy. | Personne ne répond.");
        check("de", "„Ist es vorbei?“, fragte Anna. | Niemand antwortete.");
        check("es", "«¿Se acabó?», preguntó Ruiz. | Nadie respondió.");
    }

    #[test]
    fn an_ellipsis_in_mid_sentence_does_not_end_it() {
        check("en", "He waited … and waited. | Nothing came.");
        check("en", "He waited... then left. | Nothing came.");
    }
}
