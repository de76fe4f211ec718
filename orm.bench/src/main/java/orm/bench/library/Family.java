package orm.bench.library;

import java.util.List;

/** An author with whole rows of the novels, by their keys. */
public record Family(Author author, List<Novel> novels) {}
