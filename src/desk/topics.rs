//! Topics: sections to choose from, found as they are typed, and what a section says first.

use sha2::{Digest, Sha256};

use super::typed::Typed;
use super::{Answer, Asker, Desk, Pointed, Quoted};
use crate::answer::{Grade, Topic};
use crate::language::words::fold;
use crate::library::{LibraryError, Listed};

/// What a fitting title counts beside a heading that fits as well.
const TITLE: f64 = 0.6;

impl Desk {
    /// The topics that what was typed may mean, best first; of the newest articles if nothing was typed.
    pub async fn suggest(&self, asker: Asker<'_>, typed: &str, most: usize) -> Result<Vec<Topic>, LibraryError> {
        let listed = self.articles(asker.guild).await?;
        let (typed, article) = (Typed::new(typed), asker.article.map(str::to_owned));
        let within = move |listed: &&Listed| article.as_deref().is_none_or(|id| id == listed.id);
        Ok(self.beside(move || fitting(listed.iter().filter(within), &typed, most)).await)
    }

    /// The articles whose title what was typed may mean, best first.
    pub async fn suggest_articles(&self, asker: Asker<'_>, typed: &str, most: usize) -> Result<Vec<Listed>, LibraryError> {
        let (listed, typed) = (self.articles(asker.guild).await?, Typed::new(typed));
        Ok(self.beside(move || titled(listed.iter(), &typed, most)).await)
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

    /// What a section says first: up to three sentences from its first that may be quoted; `None` if none may be.
    pub async fn takeaway(&self, asker: Asker<'_>, topic: &Topic) -> Result<Option<Answer>, LibraryError> {
        let listed = self.articles(asker.guild).await?;
        let is_its = |listed: &&Listed| listed.part() == topic.part && listed.id == topic.article;
        let Some(listed) = listed.iter().find(is_its) else { return Ok(None) };
        let Some(article) = self.library.store().article(listed.scope, &listed.id, listed.version).await? else { return Ok(None) };
        let sheet = self.lays_out(topic.part, &listed.id, listed.version, article).await;
        let mut pointed = None;
        for cut in sheet.openings(&topic.section, self.terms.of(&sheet.article().metadata).most_words) {
            let Some(quote) = self.library.quote(asker.guild, &cut).await? else { continue };
            let terms = self.terms_of(&quote);
            if terms.allow(quote.words()) {
                let quoted = Quoted { quote, cut, confidence: 1.0, grade: Grade::Sure, alternatives: vec![], rival: None, terms };
                return Ok(Some(Answer::Quoted(Box::new(quoted))));
            }
            pointed.get_or_insert(Pointed { citation: quote.citation().clone(), grade: Grade::Sure, terms });
        }
        Ok(pointed.map(|pointed| Answer::Pointed(Box::new(pointed))))
    }
}

impl Topic {
    /// A name that tells it from all others: `article#section`, `~article#section` of a server's own, which may have an id that one of
    /// everyone's has too.
    pub fn key(&self) -> String {
        let own = if self.part == 0 { "" } else { "~" };
        format!("{own}{}#{}", self.article, self.section)
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
    (0..article.sections.len()).map(|at| topic(article, at))
}

fn topic(article: &Listed, at: usize) -> Topic {
    let (section, heading) = article.sections[at].clone();
    Topic { part: article.part(), article: article.id.clone(), title: article.metadata.title.clone(), section, heading }
}

/// The articles whose title what was typed may mean, best first.
pub fn titled<'a>(listed: impl Iterator<Item = &'a Listed>, typed: &Typed, most: usize) -> Vec<Listed> {
    let scored = listed.map(|article| (typed.fits(&article.metadata.title), article));
    best(scored.collect()).take(most).cloned().collect()
}

/// The topics that what was typed may mean, best first: a heading before a title.
fn fitting<'a>(listed: impl Iterator<Item = &'a Listed>, typed: &Typed, most: usize) -> Vec<Topic> {
    let topics = listed.flat_map(|article| {
        let title = if typed.is_empty() { 1.0 } else { TITLE * typed.fits(&article.metadata.title) };
        let score = move |heading: &Option<String>| heading.as_deref().map_or(title, |heading| typed.fits(heading).max(title));
        article.sections.iter().enumerate().map(move |(at, (_, heading))| (score(heading), (article, at)))
    });
    best(topics.collect()).take(most).map(|(article, at)| topic(article, at)).collect()
}

/// What scored anything, the best first, equals in their order.
fn best<T>(mut scored: Vec<(f64, T)>) -> impl Iterator<Item = T> {
    scored.retain(|(score, _)| *score > 0.0);
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    scored.into_iter().map(|(_, found)| found)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::library::{Library, Place};
    use crate::search::Synonyms;
    use crate::settings::Settings;

    #[tokio::test]
    async fn what_is_typed_is_compared_only_where_there_is_a_place_beside_the_event_loop() {
        let library = Library::open(Place::Memory, Synonyms::general()).await.expect("it opens");
        let settings = Settings::load(None, std::iter::empty()).expect("the defaults are valid");
        let desk = Arc::new(Desk::new(Arc::new(library), &settings));
        assert_eq!(desk.suggest(Asker::default(), "toll", 25).await.expect("there is a place"), []);
        desk.at_once.close();
        let (one, other) = (desk.clone(), desk.clone());
        let topics = tokio::spawn(async move { one.suggest(Asker::default(), "toll", 25).await.map(drop) });
        let articles = tokio::spawn(async move { other.suggest_articles(Asker::default(), "toll", 25).await.map(drop) });
        for suggested in [topics, articles] {
            assert!(suggested.await.is_err_and(|crash| crash.is_panic()), "there is no place any more");
        }
    }
}
