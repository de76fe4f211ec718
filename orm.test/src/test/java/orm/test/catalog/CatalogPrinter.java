package orm.test.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orm.api.catalog.Catalog;
import orm.api.catalog.CatalogCheck;
import orm.api.catalog.CatalogColumn;
import orm.api.catalog.CatalogColumn.Generation;
import orm.api.catalog.CatalogForeignKey;
import orm.api.catalog.CatalogForeignKey.Action;
import orm.api.catalog.CatalogIndex;
import orm.api.catalog.CatalogKey;
import orm.api.catalog.CatalogTable;
import orm.api.catalog.CatalogTrigger;
import orm.api.catalog.CheckTime;

/** A catalog as text, every part of it, for people to compare. */
final class CatalogPrinter {
  private final List<String> lines = new ArrayList<>();

  private CatalogPrinter() {}

  static String print(Catalog catalog) {
    CatalogPrinter printer = new CatalogPrinter();
    catalog
        .enums()
        .forEach(each ->
            printer.line("enum " + each.name() + " " + each.labels() + comment(each.comment())));
    catalog.domains().forEach(each -> {
      printer.line("domain " + each.name() + " " + each.type()
          + (each.nullable() ? "" : " NOT NULL")
          + part(" DEFAULT ", each.defaultSql()) + comment(each.comment()));
      each.checks().forEach(printer::check);
    });
    catalog
        .sequences()
        .forEach(each ->
            printer.line("sequence " + each.name() + " " + each.type() + " " + each.start() + " by "
                + each.increment() + " in " + each.least() + ".." + each.greatest()
                + (each.cycle() ? " CYCLE" : "")
                + (each.ownerTable() == null
                    ? ""
                    : " of " + each.ownerTable() + "." + each.ownerColumn())));
    catalog.tables().forEach(printer::table);
    catalog.views().forEach(each -> {
      printer.line((each.materialized() ? "materialized view " : "view ")
          + each.name()
          + comment(each.comment()));
      each.columns().forEach(printer::column);
      printer.line("  AS " + oneLine(each.sql()));
      each.triggers().forEach(printer::trigger);
    });
    catalog
        .others()
        .forEach(each ->
            printer.line("other " + each.kind() + " " + each.name() + part(": ", each.sql())));
    return String.join("\n", printer.lines) + "\n";
  }

  private void line(String line) {
    lines.add(oneLine(line));
  }

  private static String oneLine(String text) {
    return text.stripTrailing().replaceAll("\\s*\\R\\s*", " ");
  }

  private static String part(String before, @Nullable String text) {
    return text == null ? "" : before + text;
  }

  private static String comment(@Nullable String comment) {
    return part(" -- ", comment);
  }

  private void table(CatalogTable table) {
    line("table " + table.name()
        + table.options().stream().map(option -> " " + option).collect(Collectors.joining())
        + comment(table.comment()));
    table.columns().forEach(this::column);
    Optional.ofNullable(table.primaryKey()).ifPresent(key -> key("PRIMARY KEY", key));
    table.uniques().forEach(key -> key("UNIQUE", key));
    table.foreignKeys().forEach(this::foreignKey);
    table.checks().forEach(this::check);
    table.indexes().forEach(this::index);
    table.triggers().forEach(this::trigger);
  }

  private void column(CatalogColumn column) {
    line("  " + column.name() + " " + column.type()
        + part(" COLLATE ", column.collation())
        + (column.nullable() ? "" : " NOT NULL")
        + (column.generation() == Generation.NONE ? "" : " " + column.generation())
        + part(column.computed() ? " AS " : " DEFAULT ", column.sql())
        + comment(column.comment()));
  }

  private static String name(@Nullable String name) {
    return name == null ? "" : " " + name;
  }

  private static String time(CheckTime time) {
    return time == CheckTime.STATEMENT ? "" : " " + time;
  }

  private void key(String kind, CatalogKey key) {
    line("  " + kind + name(key.name()) + " " + key.columns()
        + (key.nullsDistinct() ? "" : " NULLS NOT DISTINCT") + time(key.checkTime()));
  }

  private void foreignKey(CatalogForeignKey key) {
    line("  FOREIGN KEY" + name(key.name()) + " " + key.columns() + " -> " + key.target() + " "
        + key.targetColumns()
        + action(" ON DELETE ", key.onDelete())
        + action(" ON UPDATE ", key.onUpdate())
        + (key.matchFull() ? " MATCH FULL" : "")
        + time(key.checkTime()));
  }

  private static String action(String when, Action action) {
    return action == Action.NO_ACTION ? "" : when + action;
  }

  private void check(CatalogCheck check) {
    line("  CHECK" + name(check.name()) + ": " + check.sql());
  }

  private void index(CatalogIndex index) {
    line("  " + (index.unique() ? "UNIQUE " : "") + "INDEX " + index.name() + " "
        + index.method().toLowerCase(Locale.ROOT)
        + index.parts().stream().map(CatalogPrinter::indexPart).toList()
        + (index.included().isEmpty() ? "" : " INCLUDE " + index.included())
        + (index.nullsDistinct() ? "" : " NULLS NOT DISTINCT")
        + part(" WHERE ", index.where())
        + comment(index.comment()));
  }

  private static String indexPart(CatalogIndex.Part part) {
    return (part.column() == null ? "(" + part.sql() + ")" : part.column())
        + part(" COLLATE ", part.collation())
        + part(" ", part.operators())
        + (part.descending() ? " DESC" : "")
        + (part.nullsFirst() ? " NULLS FIRST" : "");
  }

  private void trigger(CatalogTrigger trigger) {
    line("  TRIGGER " + trigger.name() + ": " + trigger.sql());
  }
}
