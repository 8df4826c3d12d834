//! Topics: sections to choose from, found as they are typed, and what a section says first.

use sha2::{Digest, Sha256};

use super::{Answer, Asker, Desk, Pointed, Quoted};
use crate::answer::{Grade, Topic};
use crate::language::words::fold;
use crate::library::{LibraryError, Listed};

/// The least likeness at which a typed word is taken for a word of a topic.
const LEAST_LIKENESS: f64 = 0.75;

impl Desk {
    /// The topics that what was typed may mean, best first; of the newest articles if nothing was typed.
    pub async fn suggest(&self, asker: Asker<'_>, typed: &str, most: usize) -> Result<Vec<Topic>, LibraryError> {
        let listed = self.articles(asker.guild).await?;
        let topics = listed.iter().filter(|a| asker.article.is_none_or(|id| id == a.id)).flat_map(topics_of);
        let typed = fold(typed);
        let words: Vec<&str> = typed.split_whitespace().collect();
        let mut scored: Vec<(f64, Topic)> =
            topics.map(|topic| (likeness(&words, &topic), topic)).filter(|(score, _)| *score > 0.0).collect();
        scored.sort_by(|a, b| b.0.total_cmp(&a.0));
        Ok(scored.into_iter().map(|(_, topic)| topic).take(most).collect())
    }

    /// The articles whose title what was typed may mean, best first.
    pub async fn suggest_articles(&self, asker: Asker<'_>, typed: &str, most: usize) -> Result<Vec<Listed>, LibraryError> {
        Ok(best(&self.articles(asker.guild).await?, typed, most, |listed| listed.metadata.title.clone()))
    }

    /// The article with this id or title, else the one whose title fits best; `None` if none does.
    pub async fn article(&self, asker: Asker<'_>, named: &str) -> Result<Option<Listed>, LibraryError> {
        let wanted = fold(named.trim());
        let listed = self.articles(asker.guild).await?;
        let exact = listed.iter().find(|a| a.id == named || fold(&a.metadata.title) == wanted).cloned();
        match exact {
            Some(article) => Ok(Some(article)),
            None => Ok(self.suggest_articles(asker, named, 1).await?.into_iter().next()),
        }
    }

    /// The topic with exactly this heading, or of this key or reference; `None` for free text.
    pub async fn topic(&self, asker: Asker<'_>, typed: &str) -> Result<Option<Topic>, LibraryError> {
        let listed = self.articles(asker.guild).await?;
        let mut topics = listed.iter().filter(|a| asker.article.is_none_or(|id| id == a.id)).flat_map(topics_of);
        let wanted = fold(typed);
        Ok(topics.find(|t| t.key() == typed || t.reference() == typed || t.heading.as_deref().is_some_and(|h| fold(h) == wanted)))
    }

    /// What a section says first: up to three sentences from its first that may be quoted.
    pub async fn takeaway(&self, asker: Asker<'_>, topic: &Topic) -> Result<Answer, LibraryError> {
        let nothing = || Answer::NotCovered { nearest: vec![topic.clone()] };
        let listed = self.articles(asker.guild).await?;
        let Some(listed) = listed.iter().find(|a| a.id == topic.article) else { return Ok(nothing()) };
        let Some(article) = self.library.store().article(listed.scope, &listed.id, listed.version).await? else { return Ok(nothing()) };
        let part = usize::from(listed.scope != crate::library::Scope::Everyone);
        let sheet = self.lays_out(part, &listed.id, listed.version, article).await;
        let mut pointed = None;
        for cut in sheet.openings(&topic.section, self.terms.of(&sheet.article().metadata).most_words) {
            let Some(quote) = self.library.quote(asker.guild, &cut).await? else { continue };
            let terms = self.terms_of(&quote);
            if terms.allow(quote.words()) {
                let quoted = Quoted { quote, cut, confidence: 1.0, grade: Grade::Sure, alternatives: vec![], rival: None, terms };
                return Ok(Answer::Quoted(Box::new(quoted)));
            }
            pointed.get_or_insert(Pointed { citation: quote.citation().clone(), grade: Grade::Sure, terms });
        }
        Ok(pointed.map_or_else(nothing, |pointed| Answer::Pointed(Box::new(pointed))))
    }
}

impl Topic {
    /// A name that tells it from all others: `article#section`.
    pub fn key(&self) -> String {
        format!("{}#{}", self.article, self.section)
    }

    /// The same for where there is little room: 25 characters, made from the key.
    pub fn reference(&self) -> String {
        let digest = Sha256::digest(self.key());
        digest[..12].iter().fold(String::from("#"), |reference, byte| format!("{reference}{byte:02x}"))
    }

    /// What it is called where one is chosen: its heading, or its article's title for the lead.
    pub fn label(&self) -> &str {
        self.heading.as_deref().unwrap_or(&self.title)
    }
}

/// The sections of an article as topics, in order.
pub fn topics_of(article: &Listed) -> impl Iterator<Item = Topic> + '_ {
    article.sections.iter().map(|(section, heading)| Topic {
        article: article.id.clone(),
        title: article.metadata.title.clone(),
        section: section.clone(),
        heading: heading.clone(),
    })
}

/// The articles whose name what was typed may mean, best first.
pub fn best(listed: &[Listed], typed: &str, most: usize, name: impl Fn(&Listed) -> String) -> Vec<Listed> {
    let typed = fold(typed);
    let words: Vec<&str> = typed.split_whitespace().collect();
    let scored = listed.iter().map(|a| (score(&words, &fold(&name(a))), a));
    let mut scored: Vec<(f64, &Listed)> = scored.filter(|(s, _)| *s > 0.0).collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    scored.into_iter().map(|(_, article)| article.clone()).take(most).collect()
}

/// How well typed words fit a topic: its heading before its article's title.
fn likeness(words: &[&str], topic: &Topic) -> f64 {
    if words.is_empty() {
        return 1.0;
    }
    let heading = topic.heading.as_deref().map_or(0.0, |heading| score(words, &fold(heading)));
    heading.max(0.6 * score(words, &fold(&topic.title)))
}

/// The part of the typed words that a text holds: whole, begun, or with a wrong letter. 1 if nothing was typed.
fn score(words: &[&str], text: &str) -> f64 {
    if words.is_empty() {
        return 1.0;
    }
    let held: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let best = |typed: &&str| held.iter().map(|word| fit(typed, word)).fold(0.0, f64::max);
    let fits: Vec<f64> = words.iter().map(best).collect();
    if fits.contains(&0.0) { 0.0 } else { fits.iter().sum::<f64>() / fits.len() as f64 }
}

fn fit(typed: &str, word: &str) -> f64 {
    if word.starts_with(typed) {
        return 1.0;
    }
    // What was typed so far may be wrong in a letter: it is compared with as much of the word.
    let begun: String = word.chars().take(typed.chars().count()).collect();
    let alike = strsim::normalized_damerau_levenshtein(typed, &begun).max(strsim::normalized_damerau_levenshtein(typed, word));
    if typed.chars().count() > 3 && alike >= LEAST_LIKENESS { 0.9 * alike } else { 0.0 }
}
