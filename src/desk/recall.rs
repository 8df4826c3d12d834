//! The way back from a mark to its quote: what a button shows, long after its card was made.
//!
//! A mark is believed in nothing. It names a sentence; what may be quoted of it is decided anew, from the article as the store has it and
//! for the guild where it was pressed.

use super::mark::{Form, Mark};
use super::sheet::{Around, Sheet};
use super::{Desk, Quoted};
use crate::answer::{Cut, Topic};
use crate::article::Article;
use crate::library::{LibraryError, Listed, scope_of};

/// What the present version of an article says in place of a quote.
#[derive(Clone, Debug)]
pub enum Present {
    /// The same, or what its section says now.
    Quoted(Box<Quoted>),
    /// Nothing: these are its topics.
    Gone(Vec<Topic>),
}

impl Desk {
    /// The quote of a mark, cut anew.
    ///
    /// `None` if its article is retired, purged or not seen by that guild, or if no quote could have that mark.
    pub async fn recall(&self, guild: Option<u64>, mark: &Mark) -> Result<Option<Quoted>, LibraryError> {
        let Some(sheet) = self.sheet(guild, mark, mark.version).await? else { return Ok(None) };
        let Some(cut) = self.marked(&sheet, mark) else { return Ok(None) };
        self.shown(guild, mark, cut.clone(), &cut).await
    }

    /// The quote of a mark with what stands around it: the sentence before and after, the whole section where the article's rights allow
    /// that, in `room` characters. The quote alone where no more may be shown; `None` as for [`Desk::recall`].
    pub async fn context(&self, guild: Option<u64>, mark: &Mark, room: usize) -> Result<Option<Quoted>, LibraryError> {
        let Some(sheet) = self.sheet(guild, mark, mark.version).await? else { return Ok(None) };
        let Some(cut) = self.marked(&sheet, mark) else { return Ok(None) };
        let terms = self.terms.of(&sheet.article().metadata);
        let around = if terms.whole_sections { Around::Section } else { Around::Neighbours(terms.most_words) };
        let wide = sheet.around(&cut, around, room).unwrap_or_else(|| cut.clone());
        self.shown(guild, mark, cut, &wide).await
    }

    /// What the article of a mark says now; `None` as for [`Desk::recall`].
    ///
    /// The sentence with the same words, in the same section if it is there; else what that section says first.
    pub async fn present(&self, guild: Option<u64>, mark: &Mark) -> Result<Option<Present>, LibraryError> {
        let listed = self.articles(guild).await?;
        let scope = scope_of(guild, mark.part);
        let Some(listed) = listed.iter().find(|article| Some(article.scope) == scope && article.id == mark.article) else {
            return Ok(None);
        };
        let (Some(then), Some(now)) = (self.sheet(guild, mark, mark.version).await?, self.sheet(guild, mark, listed.version).await?) else {
            return Ok(None);
        };
        let Some(said) = then.sentence_at(mark.core) else { return Ok(None) };
        for cut in self.successors(&then, said, &now) {
            let mark = Mark { sure: mark.sure, ..Mark::of(&cut, mark.grade()) };
            if let Some(quoted) = self.shown(guild, &mark, cut.clone(), &cut).await? {
                return Ok(Some(Present::Quoted(Box::new(quoted))));
            }
        }
        Ok(Some(Present::Gone(topics(listed))))
    }

    /// What may be shown now in place of a sentence, the likeliest first.
    fn successors(&self, then: &Sheet, said: usize, now: &Sheet) -> Vec<Cut> {
        let (same, elsewhere): (Vec<usize>, Vec<usize>) =
            now.saying(then.words(said)).partition(|at| now.section(*at) == then.section(said));
        let sentences = same.into_iter().chain(elsewhere).filter_map(|at| now.cut(at));
        let most_words = self.terms.of(&now.article().metadata).most_words;
        sentences.chain(now.openings(then.section(said), most_words)).collect()
    }

    /// A version of the article that a mark names; `None` if it is not there or is not quoted any more.
    async fn sheet(&self, guild: Option<u64>, mark: &Mark, version: u32) -> Result<Option<Sheet>, LibraryError> {
        let Some(scope) = scope_of(guild, mark.part) else { return Ok(None) };
        let store = self.library().store();
        if store.known(scope, &mark.article).await?.is_none_or(|known| known.retired) {
            return Ok(None);
        }
        let Some(article) = store.article(scope, &mark.article, version).await? else { return Ok(None) };
        Ok(Some(self.lays_out(mark.part, &mark.article, version, article).await))
    }

    /// Reads the voices of an article beside the event loop.
    pub(super) async fn lays_out(&self, part: usize, id: &str, version: u32, article: Article) -> Sheet {
        let id = id.to_owned();
        self.beside(move || Sheet::of(part, &id, version, article)).await
    }

    /// The cut that a mark stands for, as it was made at first.
    fn marked(&self, sheet: &Sheet, mark: &Mark) -> Option<Cut> {
        let at = sheet.sentence_at(mark.core)?;
        let most_words = self.terms.of(&sheet.article().metadata).most_words;
        match mark.form {
            Form::Sentence => sheet.cut(at),
            Form::Opening => sheet.opening(at, most_words),
            Form::Beside(beside) => sheet.joined(at, beside),
        }
    }

    /// Reads a cut back, or what it was widened to.
    async fn shown(&self, guild: Option<u64>, mark: &Mark, cut: Cut, wide: &Cut) -> Result<Option<Quoted>, LibraryError> {
        let Some(quote) = self.quote(guild, wide).await? else { return Ok(None) };
        let (grade, terms) = (mark.grade(), self.terms_of(&quote));
        Ok(Some(Quoted { quote, cut, confidence: 1.0, grade, alternatives: vec![], rival: None, terms }))
    }
}

fn topics(listed: &Listed) -> Vec<Topic> {
    super::topics::topics_of(listed).collect()
}
