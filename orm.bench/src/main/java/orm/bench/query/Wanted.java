package orm.bench.query;

import java.time.LocalDate;

/** The values of five predicates. */
public record Wanted(String country, String city, int pages, LocalDate since, boolean inPrint) {}
