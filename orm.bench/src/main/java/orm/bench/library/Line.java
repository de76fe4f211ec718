package orm.bench.library;

import java.math.BigDecimal;

/** What a list of novels shows. */
public record Line(String title, String author, String publisher, BigDecimal price) {}
