// Generated from demo.AuthorPage.Name; edit that record instead.
package demo;

import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import orm.api.expression.Selectable;
import orm.api.expression.Source;
import orm.api.expression.TextColumn;
import orm.api.model.Shape;
import orm.api.model.Table;
import orm.spi.mapping.Row;

/** Rows of {@link AuthorPage.Name}. */
@Generated("orm.processor")
@NullMarked
final class Name_ extends Table<AuthorPage.Name> {
  /** Fetches {@link AuthorPage.Name} for rows of {@link Author}. */
  public static final Shape<Author, AuthorPage.Name> SHAPE = Shape.of(Author_.AUTHOR, Name_::shape);

  /** Column {@code text}. */
  public final TextColumn<AuthorPage.Name> text = new TextColumn<>(source, "text");

  /** Makes the rows of a query, for {@code asTable} and the like. */
  public Name_(Source<AuthorPage.Name> source) {
    super("name", source, Mapping::read, List.of("text"));
  }

  /** Makes {@link AuthorPage.Name} of these parts. */
  public static Selectable<AuthorPage.Name> row(Selectable<String> text) {
    return Selectable.of(Mapping::read, List.<Selectable<?>>of(text));
  }

  private static Selectable<AuthorPage.Name> shape(Author_ author) {
    return row(author.name);
  }

  @NullUnmarked
  private static final class Mapping {
    static AuthorPage.Name read(Row row) {
      return new AuthorPage.Name(row.nextText());
    }
  }
}
