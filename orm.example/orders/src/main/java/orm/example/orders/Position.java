package orm.example.orders;

import java.math.BigDecimal;

/** What a customer sees of a line of an order; no table has these columns, a query makes them. */
public record Position(int line, String title, String author, int quantity, BigDecimal price) {}
