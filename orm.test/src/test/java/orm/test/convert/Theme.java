package orm.test.convert;

/** Kept as a document by a converter of its own. */
public record Theme(String colour, int size) {}
