-- What admins do, and what servers have set. Times are seconds since 1970.

-- Who changed what, and when. Nothing that readers do is here.
CREATE TABLE admin_log (
    library TEXT NOT NULL,
    -- Counts up within its library.
    number BIGINT NOT NULL,
    happened BIGINT NOT NULL,
    -- The user's number at Discord; 0 for the operator on the terminal.
    person BIGINT NOT NULL,
    -- See `Deed`.
    deed TEXT NOT NULL,
    -- The article's id, the feed's address, what was set.
    subject TEXT NOT NULL,
    -- A year after it happened: later than that a row is gone.
    until BIGINT NOT NULL,
    PRIMARY KEY (library, number)
);

-- What somebody was shown and has neither confirmed nor cancelled.
CREATE TABLE proposals (
    token TEXT PRIMARY KEY,
    library TEXT NOT NULL,
    person BIGINT NOT NULL,
    -- What is to be done, as JSON, with the article's text if it brings one.
    proposal TEXT NOT NULL,
    -- A day after it was shown: later than that a row is gone.
    until BIGINT NOT NULL
);

CREATE TABLE guild_settings (
    guild BIGINT PRIMARY KEY,
    -- The bot's language there; NULL for each person's own.
    language TEXT,
    private INTEGER NOT NULL,
    -- Numbers of the channels where mentions are answered, as JSON; none for all.
    channels TEXT NOT NULL
);

-- Servers that the bot was removed from; what they keep is deleted 30 days later.
CREATE TABLE departures (
    guild BIGINT PRIMARY KEY,
    departed BIGINT NOT NULL
);
