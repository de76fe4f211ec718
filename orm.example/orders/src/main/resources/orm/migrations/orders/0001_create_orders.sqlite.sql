-- orm: up
CREATE TABLE customer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  email TEXT NOT NULL CHECK (length(email) <= 254),
  CONSTRAINT customer_email_key UNIQUE (email)
) STRICT;

CREATE TABLE orders (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL,
  placed_at TEXT NOT NULL,
  CONSTRAINT orders_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customer (id)
) STRICT;

CREATE TABLE order_line (
  order_id INTEGER NOT NULL,
  line INTEGER NOT NULL CHECK (line BETWEEN -2147483648 AND 2147483647),
  book_id INTEGER NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity BETWEEN -2147483648 AND 2147483647),
  price INTEGER NOT NULL CHECK (price BETWEEN -999999999999 AND 999999999999),
  CONSTRAINT order_line_pkey PRIMARY KEY (order_id, line),
  CONSTRAINT order_line_order_id_fkey
    FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE,
  CONSTRAINT order_line_book_id_fkey FOREIGN KEY (book_id) REFERENCES book (id),
  CONSTRAINT order_line_quantity_check CHECK (quantity > 0)
) STRICT;

CREATE INDEX order_line_book_id_idx ON order_line (book_id);

-- orm: down
DROP TABLE order_line;
DROP TABLE orders;
DROP TABLE customer;
