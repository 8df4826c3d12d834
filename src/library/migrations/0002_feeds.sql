-- Feeds that are followed, and what was last seen in them.
CREATE TABLE feeds (
    library TEXT NOT NULL,
    address TEXT NOT NULL,
    -- The version that was last read, as the site names it.
    etag TEXT,
    last_modified TEXT,
    -- Seconds since 1970: the last fetch, and when the next is due.
    checked BIGINT NOT NULL,
    due BIGINT NOT NULL,
    -- Fetches that failed since one worked, and why the last did.
    failures BIGINT NOT NULL,
    error TEXT,
    PRIMARY KEY (library, address)
);

CREATE TABLE feed_items (
    library TEXT NOT NULL,
    feed TEXT NOT NULL,
    -- The feed's own identity for it.
    item TEXT NOT NULL,
    -- When it was changed, as the feed says; empty if it does not.
    updated TEXT NOT NULL,
    -- The article's id; empty for a page that is none.
    article TEXT NOT NULL,
    PRIMARY KEY (library, feed, item)
);
