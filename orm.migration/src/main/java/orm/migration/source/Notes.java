package orm.migration.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import orm.api.catalog.CatalogTable;
import orm.api.migration.SourceNote;

/** Collects what is not said. */
final class Notes {
  private final List<SourceNote> notes = new ArrayList<>();

  void add(String object, String text) {
    notes.add(new SourceNote(object, text));
  }

  void add(CatalogTable table, String text) {
    add(table.name().toString(), text);
  }

  void add(CatalogTable table, String column, String text) {
    add(table.name() + "." + column, text);
  }

  List<SourceNote> sorted() {
    return notes.stream()
        .distinct()
        .sorted(Comparator.comparing(SourceNote::object).thenComparing(SourceNote::text))
        .toList();
  }
}
