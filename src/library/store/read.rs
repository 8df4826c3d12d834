//! Reading articles back: their text, their versions, and lists of them.

use std::collections::HashMap;
use std::ops::Range;

use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use super::{Store, known, number, parsed};
use crate::article::{Article, Metadata, PARAGRAPH_BREAK, Paragraph, Section};
use crate::library::{LibraryError, Listed, Scope};

/// One version of an article, as lists show it.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// Its number, from 1.
    pub number: u32,
    /// When it was added, RFC 3339.
    pub added: String,
    /// What was known about it.
    pub metadata: Metadata,
}

/// A paragraph as the store holds it.
pub struct Stored {
    /// The id of its section.
    pub section: String,
    /// The heading of its section.
    pub heading: Option<String>,
    /// Its text.
    pub text: String,
    /// Where it and its sentences stand in the article's text.
    pub paragraph: Paragraph,
}

/// Ids and headings of sections by the id of their article.
type Sections = HashMap<String, Vec<(String, Option<String>)>>;

impl Store {
    /// One version of an article with its text; `None` if it is not there.
    pub async fn article(&self, scope: Scope, id: &str, version: u32) -> Result<Option<Article>, LibraryError> {
        let Some(metadata) = self.metadata(scope, id, version).await? else { return Ok(None) };
        let rows = sqlx::query("SELECT * FROM paragraphs WHERE library = ? AND id = ? AND version = ? ORDER BY first_byte");
        let rows = rows.bind(scope.key()).bind(id).bind(version).fetch_all(&self.pool).await?;
        let mut article = Article { metadata, text: String::new(), sections: vec![], paragraphs: vec![] };
        for row in &rows {
            let stored = stored_paragraph(row, id)?;
            if !article.text.is_empty() {
                article.text.push_str(PARAGRAPH_BREAK);
            }
            article.text.push_str(&stored.text);
            let at = article.paragraphs.len();
            match article.sections.last_mut().filter(|section| section.id == stored.section) {
                Some(section) => section.paragraphs.end = at + 1,
                None => article.sections.push(Section { id: stored.section, heading: stored.heading, paragraphs: at..at + 1 }),
            }
            article.paragraphs.push(stored.paragraph);
        }
        Ok(Some(article))
    }

    /// The metadata of one version; `None` if it is not there.
    pub async fn metadata(&self, scope: Scope, id: &str, version: u32) -> Result<Option<Metadata>, LibraryError> {
        let row = sqlx::query("SELECT metadata FROM versions WHERE library = ? AND id = ? AND version = ?");
        let row = row.bind(scope.key()).bind(id).bind(version).fetch_optional(&self.pool).await?;
        row.map(|row| parsed(row.get(0), id)).transpose()
    }

    /// The paragraphs of a version that overlap some bytes of its text, in order.
    pub async fn paragraphs(&self, scope: Scope, id: &str, version: u32, bytes: Range<usize>) -> Result<Vec<Stored>, LibraryError> {
        let rows = sqlx::query(
            "SELECT * FROM paragraphs WHERE library = ? AND id = ? AND version = ? AND first_byte < ? AND end_byte > ? ORDER BY first_byte",
        );
        let rows = rows.bind(scope.key()).bind(id).bind(version).bind(bytes.end as i64).bind(bytes.start as i64);
        rows.fetch_all(&self.pool).await?.iter().map(|row| stored_paragraph(row, id)).collect()
    }

    /// The articles of a library that may be quoted, newest first, then by title.
    pub async fn list(&self, scope: Scope) -> Result<Vec<Listed>, LibraryError> {
        self.listed(scope, false, self.sections(scope).await?).await
    }

    /// The articles of a library that were removed and are still kept, newest first, then by title; without their sections.
    pub async fn retired(&self, scope: Scope) -> Result<Vec<Listed>, LibraryError> {
        self.listed(scope, true, HashMap::new()).await
    }

    async fn listed(&self, scope: Scope, retired: bool, mut sections: Sections) -> Result<Vec<Listed>, LibraryError> {
        let rows = sqlx::query(
            "SELECT a.*, v.metadata FROM articles a JOIN versions v ON v.library = a.library AND v.id = a.id AND v.version = a.version \
             WHERE a.library = ? AND a.retired = ?",
        );
        let rows = rows.bind(scope.key()).bind(i32::from(retired)).fetch_all(&self.pool).await?;
        let mut listed = Vec::with_capacity(rows.len());
        for row in &rows {
            let known = known(row);
            let metadata: Metadata = parsed(row.get("metadata"), &known.id)?;
            let sections = sections.remove(&known.id).unwrap_or_default();
            listed.push(Listed {
                id: known.id,
                scope,
                origin: known.origin,
                source: known.source,
                version: known.version,
                metadata,
                sections,
            });
        }
        listed.sort_by(|a, b| b.metadata.published.cmp(&a.metadata.published).then_with(|| a.metadata.title.cmp(&b.metadata.title)));
        Ok(listed)
    }

    async fn sections(&self, scope: Scope) -> Result<Sections, LibraryError> {
        let rows = sqlx::query(
            "SELECT p.id, p.section, p.heading, MIN(p.first_byte) AS place FROM paragraphs p \
             JOIN articles a ON a.library = p.library AND a.id = p.id AND a.version = p.version \
             WHERE p.library = ? AND a.retired = 0 GROUP BY p.id, p.section, p.heading ORDER BY p.id, place",
        );
        let mut sections = Sections::new();
        for row in rows.bind(scope.key()).fetch_all(&self.pool).await? {
            sections.entry(row.get("id")).or_default().push((row.get("section"), row.get("heading")));
        }
        Ok(sections)
    }

    /// The versions of an article, oldest first.
    pub async fn versions(&self, scope: Scope, id: &str) -> Result<Vec<Version>, LibraryError> {
        let rows = sqlx::query("SELECT version, added, metadata FROM versions WHERE library = ? AND id = ? ORDER BY version");
        let rows = rows.bind(scope.key()).bind(id).fetch_all(&self.pool).await?;
        rows.iter()
            .map(|row| Ok(Version { number: number(row, "version"), added: row.get("added"), metadata: parsed(row.get("metadata"), id)? }))
            .collect()
    }
}

fn stored_paragraph(row: &SqliteRow, id: &str) -> Result<Stored, LibraryError> {
    let byte = |column: &str| usize::try_from(row.get::<i64, _>(column)).unwrap_or_default();
    let sentences: Vec<(usize, usize)> = parsed(row.get("sentences"), id)?;
    let sentences = sentences.into_iter().map(|(start, end)| start..end).collect();
    let paragraph = Paragraph { span: byte("first_byte")..byte("end_byte"), sentences };
    Ok(Stored { section: row.get("section"), heading: row.get("heading"), text: row.get("text"), paragraph })
}
