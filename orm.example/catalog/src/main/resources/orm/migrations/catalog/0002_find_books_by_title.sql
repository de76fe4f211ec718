-- orm: up
CREATE INDEX book_title_idx ON book (title);

-- orm: down
DROP INDEX book_title_idx;
