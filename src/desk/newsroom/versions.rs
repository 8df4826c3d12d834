//! The versions of an article and what changed between them.

use std::sync::Arc;

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
        let mut last: Option<Arc<Article>> = None;
        for version in versions {
            let article = store.article(editor.scope, id, version.number).await?.map(Arc::new);
            let changes = match last.zip(article.clone()) {
                Some((older, newer)) => self.library().works_on_texts(move || changes::between(&older, &newer)).await?,
                None => vec![],
            };
            all.push(Changed { version, changes });
            last = article;
        }
        Ok(all)
    }
}
