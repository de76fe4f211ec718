package orm.test.sql;

import java.util.List;
import orm.api.expression.Source;
import orm.api.model.Table;

/** A note with its number, as a query may give it. */
record Reading(String note, double value) {

  /** What the processor would write for it. */
  static final class Rows extends Table<Reading> {
    Rows(Source<Reading> source) {
      super(
          "reading",
          source,
          row -> new Reading(row.nextText(), row.nextDouble()),
          List.of("note", "read_value"));
    }
  }
}
