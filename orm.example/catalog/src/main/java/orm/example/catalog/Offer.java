package orm.example.catalog;

import java.math.BigDecimal;

/** What a customer sees of a book; no table has these columns, a query makes them. */
public record Offer(String isbn, String title, String author, BigDecimal price) {}
