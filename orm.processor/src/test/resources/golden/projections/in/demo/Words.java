package demo;

import java.util.List;
import orm.api.annotation.Projection;

/** Lists that are columns may as well be nested lists in {@code row(…)}. */
@Projection(Book.class)
public record Words(String title, List<String> keywords, String[] marks) {}
