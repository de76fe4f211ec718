package orm.itest.store;

/** A type that no database knows. */
public record Colour(int red, int green, int blue) {}
