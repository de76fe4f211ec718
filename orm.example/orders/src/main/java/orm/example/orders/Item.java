package orm.example.orders;

/**
 * Something to be ordered.
 *
 * @param isbn the book
 * @param quantity how many copies
 */
public record Item(String isbn, int quantity) {}
