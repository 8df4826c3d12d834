//! The Tantivy index of one library, on disk or in memory: a cache of the store that can be deleted at any time.

use std::path::Path;
use std::sync::Mutex;

use tantivy::directory::MmapDirectory;
use tantivy::schema::{Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions, Value};
use tantivy::tokenizer::{PreTokenizedString, Token as IndexToken};
use tantivy::{Index, IndexReader, IndexSettings, IndexWriter, ReloadPolicy, Searcher, TantivyDocument, TantivyError, Term};

use super::dateline;
use super::passage::{self, Passage, Token};
use crate::article::Article;

/// Raised whenever passages are prepared in another way, so that older segments are rebuilt.
const LAYOUT: u32 = 8;

/// What one writer thread may hold before it writes, in bytes: the least that Tantivy takes.
const WRITER_MEMORY: usize = 15_000_000;

/// The fields of the index.
#[derive(Clone, Copy, Debug)]
pub struct Fields {
    /// The article's id, whole.
    pub article: Field,
    /// The article's language, whole.
    pub language: Field,
    /// Stems of the text.
    pub body: Field,
    /// Stems of the title.
    pub title: Field,
    /// Stems of the heading.
    pub heading: Field,
    /// Stems of the months and years by which its day may be meant.
    pub dateline: Field,
    /// Words of text, title and heading as they are spelt: the vocabulary for [`super::spelling`].
    pub surface: Field,
    /// The [`Passage`], stored.
    pub passage: Field,
}

/// The index of one library.
pub struct Segments {
    index: Index,
    reader: IndexReader,
    fields: Fields,
    loaded: Mutex<Option<i64>>,
}

/// An article in the version that the index shall hold.
pub struct Current<'a> {
    /// Its id in its library.
    pub id: &'a str,
    /// The version's number.
    pub version: u32,
    /// Its text.
    pub article: &'a Article,
}

impl Segments {
    /// Opens the index in a folder, made if it is not there.
    ///
    /// Fails if what is there is damaged or of another layout: delete it and open it again.
    pub fn open(folder: &Path) -> Result<Segments, TantivyError> {
        let (schema, fields) = schema();
        let directory = MmapDirectory::open(folder)?;
        let index = if Index::exists(&directory)? {
            let index = Index::open(directory)?;
            if index.schema() != schema {
                return Err(TantivyError::SchemaError("the fields are those of another layout".into()));
            }
            index
        } else {
            Index::create(directory, schema, IndexSettings::default())?
        };
        Segments::over(index, fields)
    }

    /// An index in memory, empty.
    pub fn in_memory() -> Segments {
        let (schema, fields) = schema();
        Segments::over(Index::create_in_ram(schema), fields).expect("an empty index in memory has nothing that can fail")
    }

    fn over(index: Index, fields: Fields) -> Result<Segments, TantivyError> {
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(Segments { index, reader, fields, loaded: Mutex::default() })
    }

    /// The store's revision that the last commit holds; `None` before the first or if it is of another layout.
    pub fn revision(&self) -> Result<Option<i64>, TantivyError> {
        let payload = self.index.load_metas()?.payload;
        let parsed = payload.as_deref().and_then(|p| p.split_once(':'));
        Ok(parsed.filter(|(layout, _)| layout.parse() == Ok(LAYOUT)).and_then(|(_, revision)| revision.parse().ok()))
    }

    /// The store's revision that readers were last moved to.
    pub fn loaded_revision(&self) -> Option<i64> {
        *self.loaded.lock().expect("no holder panics")
    }

    /// Takes the right to write; `None` while another process has it.
    pub fn writer(&self) -> Result<Option<Writer>, TantivyError> {
        match self.index.writer_with_num_threads(1, WRITER_MEMORY) {
            Ok(writer) => {
                // A process that was killed before its commit leaves files whose names are needed again.
                writer.garbage_collect_files().wait()?;
                Ok(Some(Writer { writer, fields: self.fields }))
            }
            Err(TantivyError::LockFailure(..)) => Ok(None),
            Err(other) => Err(other),
        }
    }

    /// Moves readers to the last commit.
    pub fn reload(&self) -> Result<(), TantivyError> {
        let revision = self.revision()?;
        self.reader.reload()?;
        *self.loaded.lock().expect("no holder panics") = revision;
        Ok(())
    }

    /// The last commit that was moved to.
    pub fn searcher(&self) -> Searcher {
        self.reader.searcher()
    }

    /// The fields of the index.
    pub fn fields(&self) -> Fields {
        self.fields
    }
}

/// The right to write to an index; changes are seen together by [`Writer::commit`] or never.
pub struct Writer {
    writer: IndexWriter,
    fields: Fields,
}

impl Writer {
    /// Replaces all passages of an article.
    pub fn put(&mut self, current: &Current<'_>) -> Result<(), TantivyError> {
        self.remove(current.id);
        let mut failed = None;
        passage::each(current.id, current.version, current.article, |passage| {
            if failed.is_none() {
                failed = self.writer.add_document(document(&self.fields, passage)).err();
            }
        });
        failed.map_or(Ok(()), Err)
    }

    /// Removes all passages of an article, if there are any.
    pub fn remove(&mut self, id: &str) {
        self.writer.delete_term(Term::from_field_text(self.fields.article, id));
    }

    /// Removes everything.
    pub fn clear(&mut self) -> Result<(), TantivyError> {
        self.writer.delete_all_documents().map(drop)
    }

    /// Writes those segments anew that still hold passages which were removed.
    pub fn squeeze(&mut self) -> Result<(), TantivyError> {
        let metas = self.writer.index().searchable_segment_metas()?;
        let full: Vec<_> = metas.iter().filter(|segment| segment.has_deletes()).map(|segment| segment.id()).collect();
        if !full.is_empty() {
            self.writer.merge(&full).wait()?;
        }
        Ok(())
    }

    /// Deletes the files of segments that neither the last commit nor a reader of this process uses, and gives the right to write back.
    pub fn delete_unused_files(self) -> Result<(), TantivyError> {
        self.writer.garbage_collect_files().wait()?;
        self.writer.wait_merging_threads()
    }

    /// Makes all changes visible together, as the given revision of the store, and gives the right to write back.
    pub fn commit(mut self, revision: i64) -> Result<(), TantivyError> {
        let mut commit = self.writer.prepare_commit()?;
        commit.set_payload(&format!("{LAYOUT}:{revision}"));
        commit.commit()?;
        self.writer.wait_merging_threads()
    }
}

fn schema() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let counted = TextFieldIndexing::default().set_index_option(IndexRecordOption::WithFreqs).set_fieldnorms(true);
    let counted = TextOptions::default().set_indexing_options(counted);
    let plain = TextFieldIndexing::default().set_index_option(IndexRecordOption::Basic).set_fieldnorms(false);
    let plain = TextOptions::default().set_indexing_options(plain);
    let fields = Fields {
        article: schema.add_text_field("article", STRING),
        language: schema.add_text_field("language", STRING),
        body: schema.add_text_field("body", counted.clone()),
        title: schema.add_text_field("title", counted.clone()),
        heading: schema.add_text_field("heading", counted),
        dateline: schema.add_text_field("dateline", plain.clone()),
        surface: schema.add_text_field("surface", plain),
        passage: schema.add_bytes_field("passage", STORED),
    };
    (schema.build(), fields)
}

fn document(fields: &Fields, passage: &Passage<'_>) -> TantivyDocument {
    let body: Vec<Token<'_>> = passage.sentences.iter().flat_map(|s| s.words.iter().copied()).collect();
    let all = body.iter().chain(&passage.title_words).chain(&passage.heading_words);
    let mut document = TantivyDocument::default();
    document.add_text(fields.article, passage.article);
    document.add_text(fields.language, passage.language.code());
    document.add_pre_tokenized_text(fields.body, tokens(body.iter().map(|t| t.stem)));
    document.add_pre_tokenized_text(fields.title, tokens(passage.title_words.iter().map(|t| t.stem)));
    document.add_pre_tokenized_text(fields.heading, tokens(passage.heading_words.iter().map(|t| t.stem)));
    let dates = passage.dateline.iter().filter(|word| !dateline::is_day(word.surface));
    document.add_pre_tokenized_text(fields.dateline, tokens(dates.map(|t| t.stem)));
    document.add_pre_tokenized_text(fields.surface, tokens(all.map(|t| t.surface)));
    document.add_bytes(fields.passage, &passage.encode());
    document
}

fn tokens<'a>(words: impl Iterator<Item = &'a str>) -> PreTokenizedString {
    let token = |(position, word): (usize, &str)| IndexToken { position, text: word.to_owned(), ..IndexToken::default() };
    PreTokenizedString { text: String::new(), tokens: words.enumerate().map(token).collect() }
}

/// The stored bytes of a passage.
pub fn stored(fields: &Fields, document: &TantivyDocument) -> Vec<u8> {
    document.get_first(fields.passage).and_then(|value| value.as_bytes().map(<[u8]>::to_vec)).unwrap_or_default()
}
