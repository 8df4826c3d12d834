//! What is typed of a name, compared with names: each of its words whole, begun, or with a wrong letter.

use crate::language::words::fold;

/// What is typed beyond is not looked at, in characters: Discord lets 6,000 be typed, and asks at every key.
const MOST: usize = 100;

/// The least likeness at which a typed word is taken for a word of a name.
const LEAST_LIKENESS: f64 = 0.75;

/// Words of this many characters or fewer are like too many others to be taken for wrongly typed.
const SHORT: usize = 3;

/// The words that are typed so far.
#[derive(Clone, Debug)]
pub struct Typed {
    words: Vec<String>,
}

impl Typed {
    /// Of what stands in the field.
    pub fn new(text: &str) -> Typed {
        let looked_at: String = text.chars().take(MOST).collect();
        Typed { words: fold(&looked_at).split_whitespace().map(str::to_owned).collect() }
    }

    /// Whether nothing is typed yet.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// How well the words fit a name, the mean over them; 1 if nothing was typed, 0 if one of them fits nothing of the name.
    pub fn fits(&self, name: &str) -> f64 {
        if self.is_empty() {
            return 1.0;
        }
        let name = fold(name);
        let held: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let mut sum = 0.0;
        for typed in &self.words {
            let best = held.iter().map(|word| fit(typed, word)).fold(0.0, f64::max);
            // Most names fit no more than one word of many.
            if best == 0.0 {
                return 0.0;
            }
            sum += best;
        }
        sum / self.words.len() as f64
    }
}

fn fit(typed: &str, word: &str) -> f64 {
    if word.starts_with(typed) {
        return 1.0;
    }
    let length = typed.chars().count();
    if length <= SHORT {
        return 0.0;
    }
    // What was typed so far may be wrong in a letter: it is compared with as much of the word.
    let begun = word.char_indices().nth(length).map_or(word, |(end, _)| &word[..end]);
    let alike = likeness(typed, begun).max(if begun == word { 0.0 } else { likeness(typed, word) });
    if alike >= LEAST_LIKENESS { 0.9 * alike } else { 0.0 }
}

/// How alike two words are; 0 for those whose lengths alone keep them below [`LEAST_LIKENESS`], which are not compared.
fn likeness(one: &str, other: &str) -> f64 {
    let (one_length, other_length) = (one.chars().count(), other.chars().count());
    let (shorter, longer) = (one_length.min(other_length), one_length.max(other_length));
    if (shorter as f64) < LEAST_LIKENESS * longer as f64 { 0.0 } else { strsim::normalized_damerau_levenshtein(one, other) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, name: &str, fits: bool) {
        assert_eq!(Typed::new(typed).fits(name) > 0.0, fits, "`{typed}` and `{name}`");
    }

    #[test]
    fn words_fit_whole_begun_or_with_a_wrong_letter() {
        check("", "Tolls", true);
        check("TOL", "Tolls", true);
        check("tlols", "Tolls", true);
        check("ferri", "The ferry's end", true);
        check("market nigth", "The night market", true);
        check("fer", "The fir tree", false);
        check("night ferry", "The night market", false);
        check("harborside", "The harbour", false);
    }

    #[test]
    fn what_is_typed_beyond_a_hundred_characters_is_not_looked_at() {
        check(&format!("{}{}", "toll ".repeat(20), "qwertyuiop ".repeat(500)), "Tolls", true);
        check(&"tolls".repeat(1200), &"tolls".repeat(1200), true);
    }
}
