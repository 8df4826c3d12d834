-- Which message names articles that it does not quote, as topics to choose from, so that a purge reaches it too.
CREATE TABLE card_names (
    channel BIGINT NOT NULL,
    message BIGINT NOT NULL,
    -- The library that was seen beside everyone's; an id means one article to those who see both.
    library TEXT NOT NULL,
    article TEXT NOT NULL,
    -- The language of the bot's words on it.
    words TEXT NOT NULL,
    until BIGINT NOT NULL,
    PRIMARY KEY (message, article)
);
CREATE INDEX card_names_by_article ON card_names (article);
