//! A question as it was asked, and its words in each language that a library may hold.

use std::ops::Range;

use crate::language::lexicon::Ask;
use crate::language::{Language, Word};

/// The longest question, in characters: a Discord message.
pub const MOST_CHARACTERS: usize = 2000;

/// Words beyond these are not searched for; a question has few, a pasted text has many.
const MOST_WORDS: usize = 64;

/// So many words of grammar tell in which language a question is.
const TELLING: usize = 2;

/// What was asked; not empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    text: String,
}

/// A question's words in one language.
#[derive(Clone, Debug)]
pub struct Analysis {
    /// The language it was read in.
    pub language: Language,
    /// All words, in order.
    pub words: Vec<Word>,
    /// What it asks for, as far as its words show.
    pub ask: Option<Ask>,
    /// Which of its words say so; empty if none do.
    pub opening: Range<usize>,
}

impl Analysis {
    /// Whether the word at a place speaks of the asking: `mentioned`, `said`; the `last` of "how long did the call last".
    pub fn is_frame(&self, at: usize) -> bool {
        let (lexicon, word) = (self.language.lexicon(), &self.words[at].surface);
        lexicon.is_frame(word) || self.ask == Some(Ask::Duration) && lexicon.fills("lasts", word)
    }

    /// Whether the word at a place says what is asked about, not how: the `dam` of "how long did they talk about the dam".
    pub fn names(&self, at: usize) -> bool {
        !self.words[at].function && !self.is_frame(at) && !self.opening.contains(&at)
    }
}

impl Question {
    /// Parses what somebody typed: white space is folded, control characters and mentions fall away, the rest is cut to
    /// [`MOST_CHARACTERS`]. `None` if no letter or digit is left.
    pub fn parse(typed: &str) -> Option<Question> {
        let visible: String = typed.chars().map(|c| if c.is_control() { ' ' } else { c }).take(MOST_CHARACTERS).collect();
        let words = visible.split_whitespace().filter(|word| !(word.starts_with("<@") && word.ends_with('>')));
        let text = words.collect::<Vec<_>>().join(" ");
        text.chars().any(char::is_alphanumeric).then_some(Question { text })
    }

    /// The words as typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Which of some languages it is asked in; `None` if its words of grammar do not tell.
    pub fn asked_in(&self, languages: &[Language]) -> Option<Language> {
        let analyses: Vec<Analysis> = languages.iter().map(|language| self.analysed(*language)).collect();
        match asking(&analyses)[..] {
            [only] => Some(languages[only]),
            _ => None,
        }
    }

    /// The question's words as a language reads them.
    pub fn analysed(&self, language: Language) -> Analysis {
        let mut words = language.words(&self.text);
        words.truncate(MOST_WORDS);
        let surfaces: Vec<&str> = words.iter().map(|w| w.surface.as_str()).collect();
        let asks = language.lexicon().asks(&surfaces);
        let (ask, opening) = asks.map_or((None, 0..0), |(ask, opening)| (Some(ask), opening));
        let costs = || asks_cost(language, &words[opening.end..]);
        let ask = if ask == Some(Ask::Number) && costs() { Some(Ask::Money) } else { ask };
        Analysis { language, words, ask, opening }
    }
}

/// Whether what follows `how much` asks for a sum: `did the bridge cost`, not `people paid`.
fn asks_cost(language: Language, rest: &[Word]) -> bool {
    let cost = |word: &Word| language.lexicon().fills("costs", &word.surface);
    rest.first().is_some_and(|word| word.function) && rest.iter().any(cost)
}

/// The places of the languages that a question may be in: those that know most of its words of grammar, all where none knows two. What a
/// word is in the others does not matter: `war` and `man` are words of grammar in German.
pub fn asking(analyses: &[Analysis]) -> Vec<usize> {
    let known = |analysis: &Analysis| analysis.words.iter().filter(|word| word.function).count();
    let most = analyses.iter().map(known).max().unwrap_or_default();
    (0..analyses.len()).filter(|n| most < TELLING || known(&analyses[*n]) == most).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_something_costs_is_money_and_who_pays_is_a_number() {
        let asks =
            |typed, language| Question::parse(typed).expect("it has words").analysed(Language::parse(language).expect("it is known")).ask;
        assert_eq!(asks("How much did the bridge cost?", "en"), Some(Ask::Money));
        assert_eq!(asks("Wie viel hat die Stadt bezahlt?", "de"), Some(Ask::Money));
        assert_eq!(asks("How much does a whale weigh?", "en"), Some(Ask::Number));
        assert_eq!(asks("How many people paid?", "en"), Some(Ask::Number));
    }

    #[test]
    fn a_question_is_in_the_language_that_knows_its_words_of_grammar() {
        let languages = ["de", "en"].map(|code| Language::parse(code).expect("it is known"));
        let asking = |typed| {
            let question = Question::parse(typed).expect("it has words");
            let found = super::asking(&languages.map(|language| question.analysed(language)));
            found.into_iter().map(|n| languages[n].code()).collect::<Vec<_>>()
        };
        assert_eq!(asking("How many men did the war cost?"), ["en"]);
        assert_eq!(asking("Wer war der Mann?"), ["de"]);
        assert_eq!(asking("war ukraine"), ["de", "en"], "keywords are in any");
    }

    #[test]
    fn words_that_only_ask_name_nothing() {
        let named = |typed| {
            let analysis = Question::parse(typed).expect("it has words").analysed(Language::parse("en").expect("it is known"));
            (0..analysis.words.len()).filter(|at| analysis.names(*at)).map(|at| analysis.words[at].surface.clone()).collect::<Vec<_>>()
        };
        assert_eq!(named("How long did they talk about the dam?"), ["dam"]);
        assert!(named("How long did they talk?").is_empty());
    }
}
