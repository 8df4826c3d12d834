-- In which server a card was shown, whatever library its article is from: it is forgotten with what the server keeps.

-- The library that was seen beside everyone's.
ALTER TABLE cards ADD COLUMN seen_in TEXT NOT NULL DEFAULT 'everyone';
CREATE INDEX cards_by_server ON cards (seen_in);
