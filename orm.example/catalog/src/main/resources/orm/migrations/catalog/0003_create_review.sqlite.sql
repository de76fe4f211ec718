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

-- orm: down
DROP TABLE review;
