package orm.test.chinook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import orm.api.expression.NumberColumn;
import orm.api.expression.Selectable;
import orm.api.expression.Source;
import orm.api.expression.TextColumn;
import orm.api.model.Table;
import orm.spi.mapping.Row;

/** Rows of {@link Lengths}. */
final class Lengths_ extends Table<Lengths_.Lengths> {
  /**
   * How long a track is among others.
   *
   * @param genre the kind of music
   * @param milliseconds the length
   * @param place among the tracks of the genre
   * @param tracks how many tracks the genre has
   */
  record Lengths(@Nullable String genre, int milliseconds, long place, long tracks) {}

  final TextColumn<Lengths> genre = new TextColumn<>(source, "genre");
  final NumberColumn<Lengths, Integer> milliseconds =
      new NumberColumn<>(source, "milliseconds", Integer.class);
  final NumberColumn<Lengths, Long> place = new NumberColumn<>(source, "place", Long.class);
  final NumberColumn<Lengths, Long> tracks = new NumberColumn<>(source, "tracks", Long.class);

  Lengths_(Source<Lengths> source) {
    super("lengths", source, Lengths_::read, List.of("genre", "milliseconds", "place", "tracks"));
  }

  /** A {@link Lengths} made of these parts. */
  static Selectable<Lengths> row(
      Selectable<String> genre,
      Selectable<Integer> milliseconds,
      Selectable<Long> place,
      Selectable<Long> tracks) {
    return Selectable.of(Lengths_::read, List.of(genre, milliseconds, place, tracks));
  }

  private static Lengths read(Row row) {
    return new Lengths(row.nextTextOrNull(), row.nextInt(), row.nextLong(), row.nextLong());
  }
}
