-- What is kept of readers. No question is in any of these tables. `until` is in seconds since 1970: later than that a row is gone.
CREATE TABLE votes (
    person BIGINT NOT NULL,
    library TEXT NOT NULL,
    article TEXT NOT NULL,
    version BIGINT NOT NULL,
    -- The first byte of the quote's core in the article's text.
    core BIGINT NOT NULL,
    -- 1 for a quote that helped, -1 for one that did not.
    ballot INTEGER NOT NULL,
    until BIGINT NOT NULL,
    PRIMARY KEY (person, library, article, version, core)
);
CREATE INDEX votes_by_quote ON votes (library, article, version, core);

-- Which message shows which article, so that a purge reaches it.
CREATE TABLE cards (
    channel BIGINT NOT NULL,
    message BIGINT NOT NULL,
    library TEXT NOT NULL,
    article TEXT NOT NULL,
    version BIGINT NOT NULL,
    -- The language of the bot's words on it.
    words TEXT NOT NULL,
    until BIGINT NOT NULL,
    -- Who asked; forgotten before the card is.
    asker BIGINT,
    asker_until BIGINT NOT NULL,
    PRIMARY KEY (message)
);
CREATE INDEX cards_by_article ON cards (library, article);
CREATE INDEX cards_by_asker ON cards (asker);

-- What the buttons of a card need where their ids have no room for it.
CREATE TABLE hands (
    token TEXT PRIMARY KEY,
    hand TEXT NOT NULL,
    until BIGINT NOT NULL
);
