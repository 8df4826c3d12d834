//! The versions of an article and what changed between them.

use super::{EditError, Editor, Newsroom};
use crate::article::Article;
use crate::article::changes::{self, Change};
use crate::library::store::read::Version;

/// A version with the sentences that changed since the one before; none for the first.
#[derive(Debug)]
pub struct Changed {
    /// The version.
    pub version: Version,
    /// In the order of the text.
    pub changes: Vec<Change>,
}

impl Newsroom {
    /// The versions of an article of the editor's library, oldest first.
    pub async fn versions(&self, editor: Editor, id: &str) -> Result<Vec<Changed>, EditError> {
        let store = self.library().store();
        let versions = store.versions(editor.scope, id).await?;
        if versions.is_empty() {
            return Err(self.missing(editor, id).await?);
        }
        let mut all = vec![];
        let mut last: Option<Article> = None;
        for version in versions {
            let article = store.article(editor.scope, id, version.number).await?;
            let changes = last.as_ref().zip(article.as_ref()).map(|(older, newer)| changes::between(older, newer));
            all.push(Changed { version, changes: changes.unwrap_or_default() });
            last = article;
        }
        Ok(all)
    }
}
