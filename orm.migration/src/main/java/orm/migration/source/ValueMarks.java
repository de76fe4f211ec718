package orm.migration.source;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import orm.api.catalog.CatalogColumn;
import orm.api.catalog.CatalogColumn.Generation;

/** Says who makes the values of columns: the database, or a default. */
final class ValueMarks {
  /** What the processor takes for the name of a component. */
  private static final Pattern HOLE =
      Pattern.compile("\\{[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*}");

  private static final Pattern NEXT =
      Pattern.compile("nextval\\('(\"(?:[^\"'.])+\"|[^\"'.]+)'::regclass\\)");

  private final LogicalNames names;
  private final Notes notes;

  ValueMarks(LogicalNames names, Notes notes) {
    this.names = names;
    this.notes = notes;
  }

  /** Whether a text of the database can stand in an annotation as it is. */
  static boolean isPlain(String sql) {
    return !HOLE.matcher(sql).find();
  }

  void mark(TableDraft draft, ComponentDraft component) {
    if (component.isReference()) {
      return;
    }
    ColumnDraft draftColumn = component.first();
    CatalogColumn column = draftColumn.column();
    boolean soleKey = component.id && draft.key().size() == 1;
    boolean counts = draftColumn.type().isCounter();
    if (column.generation() != Generation.NONE) {
      if (soleKey && counts) {
        component.generated = true;
        component.marks.add(imports -> imports.annotation("Generated"));
      } else {
        notes.add(draft.table, column.name(), "that the database counts it up is not said");
      }
    } else if (column.sql() != null) {
      byDefault(draft, component, column.sql(), soleKey, counts);
    }
  }

  private void byDefault(
      TableDraft draft, ComponentDraft component, String sql, boolean soleKey, boolean counts) {
    String column = component.first().name();
    Optional<String> sequence = sequence(sql);
    boolean free = soleKey || !component.id;
    if (sequence.isPresent() && counts && free) {
      component.generated = true;
      component.marks.add(imports -> {
        String generated = imports.annotation("Generated");
        return generated + "(value = " + generated.substring(1) + ".Strategy.SEQUENCE, sequence = "
            + SourceText.literal(sequence.get()) + ")";
      });
    } else if (!isPlain(sql)) {
      notes.add(draft.table, column, "its default " + sql + " is not said");
    } else {
      if (soleKey) {
        component.generated = true;
        component.marks.add(imports -> {
          String generated = imports.annotation("Generated");
          return generated + "(" + generated.substring(1) + ".Strategy.DEFAULT)";
        });
      }
      component.marks.add(
          imports -> imports.annotation("Default") + "(" + SourceText.literal(sql) + ")");
    }
  }

  /** The logical name of the sequence whose next number is the default. */
  private Optional<String> sequence(String sql) {
    Matcher matcher = NEXT.matcher(sql);
    return matcher.matches() ? names.of(matcher.group(1).replace("\"", "")) : Optional.empty();
  }
}
