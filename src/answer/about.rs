//! Tells questions about an article itself, such as who wrote it, from questions about what it tells.

use crate::language::lexicon::Field;
use crate::search::Question;
use crate::search::question::Analysis;

/// More content words than these, besides the ones that ask, and the question is about something that the article tells.
const MOST_OTHER_WORDS: usize = 2;

/// A question about an article's metadata.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AboutAsked {
    /// What is asked for.
    pub field: Field,
    /// The words that say which article; `None` if nothing does.
    pub which: Option<Question>,
}

/// Whether a question is about an article itself, in any of the languages in which it was read.
pub fn asked(analyses: &[Analysis]) -> Option<AboutAsked> {
    analyses.iter().find_map(in_language)
}

fn in_language(analysis: &Analysis) -> Option<AboutAsked> {
    let lexicon = analysis.language.lexicon();
    let surfaces: Vec<&str> = analysis.words.iter().map(|w| w.surface.as_str()).collect();
    let (field, phrase) = lexicon.about(&surfaces)?;
    let noun = analysis.words.iter().any(|w| lexicon.is_about_noun(&w.surface));
    let is_noun = |w: &crate::language::Word| lexicon.is_about_noun(&w.surface) || lexicon.is_told_noun(&w.surface);
    let says_nothing = |w: &crate::language::Word| w.function || is_noun(w) || phrase.contains(&w.surface);
    let also_asks = |w: &crate::language::Word| lexicon.about(&[&w.surface]).is_some();
    let rest: Vec<&str> = analysis.words.iter().filter(|w| !says_nothing(w) && !also_asks(w)).map(|w| w.surface.as_str()).collect();
    // "Who wrote this?" needs no noun, "who wrote the song" is about a song, "who wrote the report on schools" about a report.
    if rest.len() > MOST_OTHER_WORDS || !noun && !rest.is_empty() {
        return None;
    }
    // A cue of function words alone, such as "when was", does not make a question about the article without the noun.
    let tells = phrase.iter().any(|word| analysis.words.iter().any(|w| w.surface == *word && !w.function));
    (analysis.words.iter().any(is_noun) || tells && phrase.len() > 1).then(|| AboutAsked { field, which: Question::parse(&rest.join(" ")) })
}
