CREATE TABLE found (id integer);
