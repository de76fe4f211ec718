package orm.migration.source;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import orm.api.catalog.Catalog;
import orm.api.catalog.CatalogColumn;
import orm.api.catalog.CatalogColumn.Generation;
import orm.api.catalog.CatalogTable;
import orm.api.catalog.ObjectName;
import orm.api.schema.ColumnSchema;
import orm.spi.dialect.Connector;
import orm.spi.dialect.SchemaSyntax;

/**
 * Tells where a table that is made from a record has other types than the one that the record was
 * made from: makes the columns in a throw-away place and looks.
 */
final class TypeNotes {
  private final Connector connector;
  private final SchemaSyntax schema;
  private final Notes notes;

  TypeNotes(Connector connector, Notes notes) {
    this.connector = connector;
    this.schema = connector.schemaSyntax();
    this.notes = notes;
  }

  void tell(Collection<TableDraft> drafts) {
    List<TableDraft> all = List.copyOf(drafts);
    Set<String> statements = new LinkedHashSet<>();
    for (TableDraft draft : all) {
      draft.columns.forEach(
          column -> statements.addAll(schema.prepareType(column.type().type())));
    }
    for (int i = 0; i < all.size(); i++) {
      statements.add(create("t" + i, all.get(i)));
    }
    Catalog made;
    try {
      made = connector.catalogOf(List.copyOf(statements));
    } catch (SQLException refused) {
      notes.add("types", "could not be compared: " + refused.getMessage());
      return;
    }
    for (int i = 0; i < all.size(); i++) {
      TableDraft draft = all.get(i);
      made.table(ObjectName.of("t" + i)).ifPresent(table -> compare(draft, table));
    }
  }

  private String create(String name, TableDraft draft) {
    StringJoiner columns = new StringJoiner(", ", "CREATE TABLE " + quote(name) + " (", ")");
    for (ComponentDraft component : draft.components) {
      for (ColumnDraft column : component.columns) {
        boolean counted = component.generated && column.column().generation() != Generation.NONE;
        columns.add(quote(column.name()) + " " + schema.typeName(column.type().type())
            + (counted ? schema.generation(counter(column), "", true) : ""));
      }
    }
    return columns + schema.tableSuffix();
  }

  private static ColumnSchema counter(ColumnDraft column) {
    return new ColumnSchema(
        column.logical(),
        column.logical(),
        column.type().type(),
        false,
        ColumnSchema.Origin.IDENTITY,
        null,
        null,
        ColumnSchema.Role.NONE,
        false,
        List.of(),
        null);
  }

  private void compare(TableDraft draft, CatalogTable made) {
    List<String> there = draft.table.options();
    if (!there.equals(made.options())) {
      notes.add(draft.table, "its options " + there + " are said as " + made.options());
    }
    List<String> collated = new ArrayList<>();
    Set<String> collations = new TreeSet<>();
    for (ColumnDraft column : draft.columns) {
      CatalogColumn original = column.column();
      CatalogColumn here = made.column(column.name()).orElseThrow();
      if (!original.type().equalsIgnoreCase(here.type())) {
        notes.add(
            draft.table,
            column.name(),
            "its type " + original.type() + " is said as " + here.type());
      }
      if (!Objects.equals(original.collation(), here.collation()) && here.collation() != null) {
        collated.add(column.name());
        collations.add(here.collation());
      }
      if (original.generation() != here.generation() && here.generation() != Generation.NONE) {
        notes.add(
            draft.table,
            column.name(),
            "how it counts is said as " + here.generation() + " instead of "
                + original.generation());
      }
    }
    if (!collated.isEmpty()) {
      notes.add(
          draft.table,
          "the collation of " + String.join(", ", collated) + " is said as "
              + String.join(", ", collations));
    }
  }

  private String quote(String name) {
    return connector.syntax().quote(name);
  }
}
