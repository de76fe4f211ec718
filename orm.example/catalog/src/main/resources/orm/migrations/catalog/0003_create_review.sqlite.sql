-- orm: up
CREATE TABLE review (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  book_id INTEGER NOT NULL,
  stars INTEGER NOT NULL CHECK (stars BETWEEN -2147483648 AND 2147483647),
  text TEXT NOT NULL,
  reader TEXT NOT NULL,
  hidden_at TEXT,
  CONSTRAINT review_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (id),
  CONSTRAINT review_stars_check CHECK (stars BETWEEN 1 AND 5)
) STRICT;

CREATE INDEX review_book_id_idx ON review (book_id);

CREATE VIRTUAL TABLE review_words USING fts5(c1, content='', contentless_delete=1,
  tokenize="unicode61 remove_diacritics 0 categories 'L* Nd Mn'");

CREATE TRIGGER review_words_insert AFTER INSERT ON review BEGIN
  DELETE FROM review_words WHERE rowid = new.id;
  INSERT INTO review_words(rowid, c1) VALUES (new.id, new.text);
END;

CREATE TRIGGER review_words_update AFTER UPDATE ON review
WHEN old.id IS NOT new.id OR old.text IS NOT new.text BEGIN
  DELETE FROM review_words WHERE rowid = old.id;
  DELETE FROM review_words WHERE rowid = new.id;
  INSERT INTO review_words(rowid, c1) VALUES (new.id, new.text);
END;

CREATE TRIGGER review_words_delete AFTER DELETE ON review BEGIN
  DELETE FROM review_words WHERE rowid = old.id;
END;

-- orm: down
DROP TABLE review_words;
DROP TABLE review;
