-- Articles, their versions and their paragraphs. Plain SQL that SQLite and PostgreSQL both take.
CREATE TABLE revision (
    only_row INTEGER PRIMARY KEY,
    value BIGINT NOT NULL
);
INSERT INTO revision (only_row, value) VALUES (1, 0);

CREATE TABLE articles (
    library TEXT NOT NULL,
    id TEXT NOT NULL,
    -- Who alone may change it: see `Origin`.
    origin TEXT NOT NULL,
    -- The file's name or the address, as the origin knows it.
    source TEXT NOT NULL,
    -- The fingerprint of the source's bytes, to see that nothing changed without reading it again.
    source_hash TEXT NOT NULL,
    version BIGINT NOT NULL,
    retired INTEGER NOT NULL,
    -- The store's revision at its last change.
    revision BIGINT NOT NULL,
    PRIMARY KEY (library, id)
);
CREATE INDEX articles_by_revision ON articles (library, revision);

CREATE TABLE versions (
    library TEXT NOT NULL,
    id TEXT NOT NULL,
    version BIGINT NOT NULL,
    hash TEXT NOT NULL,
    -- `Metadata` as JSON.
    metadata TEXT NOT NULL,
    added TEXT NOT NULL,
    PRIMARY KEY (library, id, version)
);

CREATE TABLE paragraphs (
    library TEXT NOT NULL,
    id TEXT NOT NULL,
    version BIGINT NOT NULL,
    -- Bytes in the article's text.
    first_byte BIGINT NOT NULL,
    end_byte BIGINT NOT NULL,
    section TEXT NOT NULL,
    heading TEXT,
    text TEXT NOT NULL,
    -- Bytes in the article's text of each sentence, as JSON: [[start, end], …].
    sentences TEXT NOT NULL,
    PRIMARY KEY (library, id, version, first_byte)
);
