package orm.bench.library;

import java.util.List;
import orm.api.annotation.OrderBy;
import orm.api.annotation.Projection;

/** An author with the novels, by their keys: a graph of three levels. */
@Projection(Author.class)
public record AuthorPage(String name, @OrderBy("id") List<NovelCard> novels) {}
