package orm.migration.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orm.api.catalog.CatalogCheck;
import orm.api.catalog.CatalogIndex;
import orm.api.catalog.CatalogKey;
import orm.api.catalog.CheckTime;
import orm.api.schema.IndexSchema;
import orm.spi.dialect.CatalogReader;
import orm.spi.dialect.TextIndexDefinition;

/** Says keys, indexes and checks in annotations. */
final class ConstraintMarks {
  private final CatalogReader reader;
  private final LogicalNames names;
  private final Notes notes;
  private final boolean nullsLast;

  /**
   * Begins.
   *
   * @param reader knows indexes of words
   * @param names knows the names of the model
   * @param notes takes what is not said
   * @param nullsLast whether nulls come behind all values in an ascending index
   */
  ConstraintMarks(CatalogReader reader, LogicalNames names, Notes notes, boolean nullsLast) {
    this.reader = reader;
    this.names = names;
    this.notes = notes;
    this.nullsLast = nullsLast;
  }

  void mark(TableDraft draft) {
    CatalogKey key = draft.table.primaryKey();
    String usual = draft.logical + "_pkey";
    if (key != null && key.name() != null && !names.matches(usual, key.name())) {
      notes.add(draft.table, "the name " + key.name() + " of its primary key is not said");
    }
    List<String> ordered = draft.columns.stream()
        .map(ColumnDraft::name)
        .filter(draft.key()::contains)
        .toList();
    if (!ordered.equals(draft.key())) {
      notes.add(draft.table, "the order of its primary key " + draft.key() + " is not said");
    }
    draft.table.uniques().forEach(unique -> unique(draft, unique));
    draft.table.indexes().forEach(index -> index(draft, index));
    for (CatalogCheck check : draft.table.checks()) {
      if (!draft.said.contains(check)) {
        check(draft, check);
      }
    }
  }

  private void unique(TableDraft draft, CatalogKey unique) {
    String object = String.join(", ", unique.columns());
    Optional<List<String>> components = draft.components(unique.columns());
    if (components.isEmpty()
        || unique.columns().stream().anyMatch(column -> !comparable(draft, column))) {
      notes.add(draft.table, object, "that it is unique is not said");
      return;
    }
    if (!unique.nullsDistinct() || unique.checkTime() != CheckTime.STATEMENT) {
      notes.add(draft.table, object, "how its uniqueness treats nulls or waits is not said");
    }
    String usual = draft.logical + "_" + draft.joined(unique.columns()) + "_key";
    String name = name(draft, unique.name(), usual);
    String given = name.equals(usual) ? "" : "name = " + SourceText.literal(name);
    if (components.get().size() == 1) {
      ComponentDraft component = draft.component(unique.columns()).orElseThrow();
      String key = "by" + JavaNames.capitalized(component.name);
      boolean fresh = component.marks.stream().noneMatch(mark -> mark instanceof UniqueMark);
      if (fresh && draft.fields.take(key)) {
        component.marks.add(new UniqueMark(given));
        return;
      }
    }
    String list = list(components.get());
    draft.marks.add(imports -> SourceText.annotation(
        imports.annotation("Unique"),
        given.isEmpty() ? List.of(list) : List.of("value = " + list, given)));
  }

  /** Also tells that the component has a key of its own. */
  private record UniqueMark(String given) implements ComponentDraft.Mark {
    @Override
    public String text(Imports imports) {
      return imports.annotation("Unique") + (given.isEmpty() ? "" : "(" + given + ")");
    }
  }

  private static boolean comparable(TableDraft draft, String column) {
    return draft.column(column).filter(each -> each.type().mayBeKey()).isPresent();
  }

  private void index(TableDraft draft, CatalogIndex index) {
    Optional<TextIndexDefinition> text = reader.textIndex(draft.table, index);
    if (text.isPresent()) {
      textIndex(draft, index, text.get());
      return;
    }
    List<String> parts = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    boolean plain = index.method().equals("btree")
        && index.included().isEmpty()
        && (index.nullsDistinct() || !index.unique())
        && (index.where() == null || ValueMarks.isPlain(index.where()));
    for (CatalogIndex.Part part : index.parts()) {
      plain &= part.collation() == null
          && part.operators() == null
          && part.nullsFirst() == (part.descending() == nullsLast);
      String what = part.sql() == null ? component(draft, part.column()) : expression(part.sql());
      plain &= what != null;
      parts.add(what + (part.descending() ? " desc" : ""));
      columns.add(String.valueOf(part.column()));
    }
    if (!plain || index.comment() != null) {
      notes.add(
          draft.table,
          "index " + index.name() + " is "
              + (plain ? "said without its comment" : "not said: no annotation can"));
      if (!plain) {
        return;
      }
    }
    boolean onColumns = index.parts().stream().allMatch(part -> part.column() != null);
    String usual = onColumns ? draft.logical + "_" + draft.joined(columns) + "_idx" : "";
    String name = name(draft, index.name(), usual);
    List<String> arguments = new ArrayList<>();
    arguments.add("value = " + list(parts));
    if (index.where() != null) {
      arguments.add("where = " + SourceText.literal(index.where()));
    }
    if (index.unique()) {
      arguments.add("unique = true");
    }
    if (!name.equals(usual)) {
      arguments.add("name = " + SourceText.literal(name));
    }
    boolean onOne = parts.size() == 1 && onColumns && !parts.get(0).endsWith(" desc");
    if (onOne) {
      arguments.remove(0);
      draft
          .component(columns)
          .orElseThrow()
          .marks
          .add(imports -> SourceText.annotation(imports.annotation("Index"), arguments));
    } else {
      draft.marks.add(imports -> SourceText.annotation(
          imports.annotation("Index"), arguments.size() == 1 ? List.of(list(parts)) : arguments));
    }
  }

  private void textIndex(TableDraft draft, CatalogIndex index, TextIndexDefinition text) {
    Optional<List<String>> components = draft.components(text.columns());
    if (components.isEmpty()) {
      notes.add(
          draft.table, "index " + index.name() + " is not said: a column of it has no component");
      return;
    }
    String usual = draft.logical + "_" + draft.joined(text.columns()) + "_text";
    String name = name(draft, index.name(), usual);
    List<String> arguments = new ArrayList<>();
    if (!text.language().equals(IndexSchema.SIMPLE)) {
      arguments.add("language = " + SourceText.literal(text.language()));
    }
    if (!name.equals(usual)) {
      arguments.add("name = " + SourceText.literal(name));
    }
    String list = list(components.get());
    arguments.add(0, arguments.isEmpty() ? list : "value = " + list);
    draft.marks.add(
        imports -> SourceText.annotation(imports.annotation("FullText"), List.copyOf(arguments)));
  }

  private static @Nullable String component(TableDraft draft, @Nullable String column) {
    return column == null
        ? null
        : draft.component(List.of(column)).map(found -> found.name).orElse(null);
  }

  private static @Nullable String expression(String sql) {
    return ValueMarks.isPlain(sql) ? "(" + sql + ")" : null;
  }

  private void check(TableDraft draft, CatalogCheck check) {
    if (!ValueMarks.isPlain(check.sql())) {
      notes.add(draft.table, "check " + check.sql() + " is not said: it holds a name in braces");
      return;
    }
    String usual = draft.logical + "_check";
    String name = name(draft, check.name(), usual);
    String condition = SourceText.literal(check.sql());
    draft.marks.add(imports -> SourceText.annotation(
        imports.annotation("Check"),
        name.equals(usual)
            ? List.of(condition)
            : List.of("value = " + condition, "name = " + SourceText.literal(name))));
  }

  /** The logical name of a constraint, which no other one of its table has. */
  private String name(TableDraft draft, @Nullable String there, String usual) {
    Optional<String> logical = there == null ? Optional.empty() : names.of(there);
    if (there != null && names.matches(usual, there)) {
      logical = Optional.of(usual);
    }
    if (logical.isPresent() && draft.constraints.take(logical.get())) {
      return logical.get();
    }
    if (there != null) {
      notes.add(draft.table, "the name " + there + " is not said");
    }
    int number = 1;
    while (!draft.constraints.take(
        LogicalNames.cut(usual.isEmpty() ? draft.logical + "_idx" : usual, number))) {
      number++;
    }
    return LogicalNames.cut(usual.isEmpty() ? draft.logical + "_idx" : usual, number);
  }

  static String list(List<String> texts) {
    return texts.size() == 1
        ? SourceText.literal(texts.get(0))
        : texts.stream().map(SourceText::literal).collect(Collectors.joining(", ", "{", "}"));
  }
}
