CREATE TABLE note (id integer PRIMARY KEY);
-- orm: down
DROP TABLE note;
