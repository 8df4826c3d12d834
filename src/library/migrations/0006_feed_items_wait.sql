-- When the page of a feed's item is looked at again, if the feed does not say that it has changed.

-- Seconds since 1970.
ALTER TABLE feed_items ADD COLUMN due BIGINT NOT NULL DEFAULT 0;
-- Fetches in a row that brought nothing new.
ALTER TABLE feed_items ADD COLUMN quiet BIGINT NOT NULL DEFAULT 0;
-- 1 if the last fetch failed in a way that may pass.
ALTER TABLE feed_items ADD COLUMN failed INTEGER NOT NULL DEFAULT 0;
