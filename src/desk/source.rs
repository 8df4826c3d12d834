//! Where what somebody said comes from: the quote that is closest to a message.

use super::{Answer, Asker, Desk};
use crate::answer::{Grade, Ranking};
use crate::language::Language;
use crate::language::words::fold;
use crate::library::LibraryError;
use crate::search::Question;

/// Sentences of a message beyond these are not looked for.
const MOST_SENTENCES: usize = 8;

/// Shorter ones say too little to be told from chance, in words.
const LEAST_WORDS: usize = 4;

impl Desk {
    /// The quote that is closest to what a message says; `NotCovered` if none is.
    ///
    /// A sentence that an article holds word for word is found for certain, whatever else the message says.
    pub async fn source(&self, asker: Asker<'_>, said: &str) -> Result<Answer, LibraryError> {
        let snapshot = self.library().snapshot(asker.guild).await?;
        let mut best: Option<Ranking> = None;
        for part in parts(said) {
            let Some(question) = Question::parse(&part) else { continue };
            let ranking = self.rank(asker, snapshot.clone(), &question).await?;
            if let Some(verbatim) = self.verbatim(asker, &ranking, &part).await? {
                return Ok(verbatim);
            }
            if best.as_ref().is_none_or(|best| ranking.confidence > best.confidence) {
                best = Some(ranking);
            }
        }
        self.decide(asker, best.unwrap_or_default()).await
    }

    /// The quote whose core holds the words, all of them in order.
    async fn verbatim(&self, asker: Asker<'_>, ranking: &Ranking, part: &str) -> Result<Option<Answer>, LibraryError> {
        let wanted = words(part);
        for n in 0..ranking.cuts.len() {
            let Some(quote) = self.quote(asker.guild, &ranking.cuts[n]).await? else { continue };
            let held = words(quote.core());
            if wanted.len() < LEAST_WORDS || !held.windows(wanted.len()).any(|window| window == wanted) {
                continue;
            }
            let certain = Ranking { cuts: ranking.cuts[n..].to_vec(), joined: None, confidence: 1.0, ..ranking.clone() };
            let mut answer = self.decide(asker, certain).await?;
            if let Answer::Quoted(quoted) = &mut answer {
                (quoted.grade, quoted.rival) = (Grade::Sure, None);
            }
            return Ok(Some(answer));
        }
        Ok(None)
    }
}

/// What to look for: each sentence that is long enough, or all of it where none is.
fn parts(said: &str) -> Vec<String> {
    let said: String = said.lines().map(|line| line.trim_start_matches(['>', ' '])).collect::<Vec<_>>().join("\n");
    let language = Language::detect(&said);
    let paragraphs = said.split('\n').filter(|paragraph| !paragraph.trim().is_empty());
    let sentences = paragraphs.flat_map(|paragraph| language.sentences(paragraph).into_iter().map(|span| paragraph[span].to_owned()));
    let long: Vec<String> = sentences.filter(|sentence| words(sentence).len() >= LEAST_WORDS).take(MOST_SENTENCES).collect();
    if long.is_empty() { vec![said] } else { long }
}

fn words(text: &str) -> Vec<String> {
    fold(text).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_looked_for_sentence_by_sentence_without_its_quote_marks() {
        let said = "> The harbour closes at ten tonight. Wow!\nThe ferry sails on Monday morning.";
        assert_eq!(parts(said), ["The harbour closes at ten tonight.", "The ferry sails on Monday morning."]);
        assert_eq!(parts("The harbour?"), ["The harbour?"]);
    }
}
