// Generated from demo.Words; edit that record instead.
package demo;

import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import orm.api.expression.ListColumn;
import orm.api.expression.Selectable;
import orm.api.expression.Source;
import orm.api.expression.TextColumn;
import orm.api.model.Shape;
import orm.api.model.Table;
import orm.spi.mapping.Row;
import orm.spi.mapping.RowReader;

/** Rows of {@link Words}. */
@Generated("orm.processor")
@NullMarked
public final class Words_ extends Table<Words> {
  /** Fetches {@link Words} for rows of {@link Book}. */
  public static final Shape<Book, Words> SHAPE = Shape.of(Book_.BOOK, Words_::shape);

  /** Column {@code title}. */
  public final TextColumn<Words> title = new TextColumn<>(source, "title");

  /** Column {@code keywords}. */
  public final ListColumn<Words, String> keywords =
      new ListColumn<>(source, "keywords", String.class);

  /** Column {@code marks}. */
  public final ListColumn<Words, String> marks = new ListColumn<>(source, "marks", String.class);

  /** Makes the rows of a query, for {@code asTable} and the like. */
  public Words_(Source<Words> source) {
    super("words", source, Mapping::read, List.of("title", "keywords", "marks"));
  }

  /** Makes {@link Words} of these parts. */
  public static Selectable<Words> row(
      Selectable<String> title, Selectable<List<String>> keywords, Selectable<List<String>> marks) {
    return Selectable.of(
        Mapping.reader(title.reader(), keywords.reader(), marks.reader()),
        List.<Selectable<?>>of(title, keywords, marks));
  }

  private static Selectable<Words> shape(Book_ book) {
    return row(book.title, book.keywords, book.marks);
  }

  @NullUnmarked
  private static final class Mapping {
    static Words read(Row row) {
      return new Words(
          row.nextText(), row.nextList(String.class), stringArray(row.nextList(String.class)));
    }

    static RowReader<Words> reader(
        RowReader<String> title, RowReader<List<String>> keywords, RowReader<List<String>> marks) {
      return row ->
          new Words(row.nextPart(title), row.nextPart(keywords), stringArray(row.nextPart(marks)));
    }

    static String[] stringArray(List<String> list) {
      if (list == null) {
        return null;
      }
      String[] array = new String[list.size()];
      for (int i = 0; i < array.length; i++) {
        array[i] = list.get(i);
      }
      return array;
    }
  }
}
