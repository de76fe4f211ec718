package orm.bench.library;

/** A novel with the rows that it refers to. */
public record Sheet(Novel novel, Author author, Publisher publisher) {}
