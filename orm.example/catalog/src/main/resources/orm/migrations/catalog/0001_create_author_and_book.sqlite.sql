-- orm: up
CREATE TABLE author (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  country TEXT
) STRICT;

-- a price is kept in hundredths, a day as text
CREATE TABLE book (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  isbn TEXT NOT NULL CHECK (length(isbn) <= 17),
  title TEXT NOT NULL,
  author_id INTEGER NOT NULL,
  published TEXT,
  price INTEGER NOT NULL CHECK (price BETWEEN -999999999999 AND 999999999999),
  version INTEGER NOT NULL,
  CONSTRAINT book_isbn_key UNIQUE (isbn),
  CONSTRAINT book_author_id_fkey FOREIGN KEY (author_id) REFERENCES author (id),
  CONSTRAINT book_price_check CHECK ((price / 100.0) > 0)
) STRICT;

-- orm: down
DROP TABLE book;
DROP TABLE author;
