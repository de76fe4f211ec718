package orm.test.migration.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import orm.test.database.DatabaseKind;
import orm.test.migration.diff.Model.Check;
import orm.test.migration.diff.Model.Column;
import orm.test.migration.diff.Model.Index;
import orm.test.migration.diff.Model.Key;
import orm.test.migration.diff.Model.Reference;
import orm.test.migration.diff.Model.Table;
import orm.test.migration.diff.Model.Type;

/**
 * One random edit of a model. An edit that does not fit the model does nothing, so that any part of
 * a list of edits is a list of edits: that is how failures are made smaller.
 *
 * @param kind what is done
 * @param seed what else is random
 */
record Edit(Kind kind, long seed) {
  private static final List<String> NAMES = List.of(
      "book",
      "author",
      "order",
      "Weird Name",
      "a\"b",
      "größe",
      "select",
      "line",
      "tag",
      "shelf",
      "Book shelf",
      "price",
      "title",
      "x",
      "y",
      "z",
      "note",
      "kind",
      "user",
      "left",
      "index",
      "text");

  private static final List<String> ACTIONS = List.of(
      "", " ON DELETE CASCADE", " ON DELETE SET NULL", " ON DELETE RESTRICT", " ON UPDATE CASCADE");

  enum Kind {
    CREATE_TABLE,
    DROP_TABLE,
    RENAME_TABLE,
    SWAP_TABLES,
    ADD_COLUMN,
    ADD_COMPUTED,
    DROP_COLUMN,
    RENAME_COLUMN,
    SWAP_COLUMNS,
    RETYPE_COLUMN,
    REQUIRE_COLUMN,
    DEFAULT_COLUMN,
    ADD_UNIQUE,
    DROP_UNIQUE,
    ADD_INDEX,
    DROP_INDEX,
    RENAME_INDEX,
    ADD_CHECK,
    DROP_CHECK,
    ADD_REFERENCE,
    DROP_REFERENCE,
    CHANGE_REFERENCE,
    ADD_LABEL,
    ADD_VIEW,
    DROP_VIEW,
    TRIGGER,
    RENAME_CONSTRAINT
  }

  static List<Edit> random(Random random, int count, boolean first) {
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean create = first && i < 3;
      Kind kind = create ? Kind.CREATE_TABLE : Kind.values()[random.nextInt(Kind.values().length)];
      edits.add(new Edit(kind, random.nextLong()));
    }
    return edits;
  }

  /** The model after edits; with rows in it, only what the rows survive is done. */
  static Model applied(Model model, List<Edit> edits, DatabaseKind database, boolean filled) {
    Model copy = model.copy();
    for (Edit edit : edits) {
      new Doing(copy, model, new Random(edit.seed), database, filled).run(edit.kind);
    }
    return copy;
  }

  private record Doing(
      Model model, Model before, Random random, DatabaseKind database, boolean filled) {

    void run(Kind kind) {
      switch (kind) {
        case CREATE_TABLE -> createTable();
        case DROP_TABLE -> dropTable();
        case RENAME_TABLE -> {
          Table table = any();
          String name = freeTable();
          if (table != null) {
            put(with(table, name, table.columns()));
          }
        }
        case SWAP_TABLES -> {
          Table one = any();
          Table other = any();
          if (one != null && other != null && one.id() != other.id()) {
            put(with(one, other.name(), one.columns()));
            put(with(other, one.name(), other.columns()));
          }
        }
        case ADD_VIEW -> {
          Table table = any();
          if (table != null) {
            model.views.put("view " + number(), table.id());
          }
        }
        case DROP_VIEW -> model.views.keySet().stream().findFirst().ifPresent(model.views::remove);
        case ADD_LABEL -> model.labels.add(random.nextInt(model.labels.size() + 1), "l" + number());
        default -> {
          Table table = any();
          if (table != null) {
            Table changed = changed(kind, table);
            if (changed != null) {
              put(changed);
            }
          }
        }
      }
    }

    private @Nullable Table changed(Kind kind, Table table) {
      return switch (kind) {
        case ADD_COLUMN ->
          columns(table, list -> {
            list.add(newColumn(table, true));
            return list;
          });
        case ADD_COMPUTED -> addComputed(table);
        case DROP_COLUMN -> dropColumn(table);
        case RENAME_COLUMN -> {
          Column column = table.columns().get(random.nextInt(table.columns().size()));
          yield replaced(table, column, column.renamed(freeColumn(table)));
        }
        case SWAP_COLUMNS -> swapColumns(table);
        case RETYPE_COLUMN -> retype(table);
        case REQUIRE_COLUMN -> {
          Column column = plain(table);
          yield column == null || (filled && !isOld(table, column))
              ? null
              : replaced(
                  table,
                  column,
                  new Column(
                      column.id(),
                      column.name(),
                      column.type(),
                      !column.nullable(),
                      column.defaultSql(),
                      0));
        }
        case DEFAULT_COLUMN -> {
          Column column = plain(table);
          // A new column in a unique key would get its default many times.
          yield column == null
                  || column.type() == Type.BYTES
                  || isUnique(table, column)
                  || (filled && !isOld(table, column))
              ? null
              : replaced(
                  table,
                  column,
                  new Column(
                      column.id(),
                      column.name(),
                      column.type(),
                      column.nullable(),
                      column.defaultSql() == null ? column.type().value(database, 1) : null,
                      0));
        }
        case ADD_UNIQUE -> {
          Column column = plain(table);
          yield column == null || !isDistinct(table, column)
              ? null
              : uniques(
                  table, plus(table.uniques(), new Key(nameOrNone(), keyColumns(table, column))));
        }
        case DROP_UNIQUE -> uniques(table, minusLast(table.uniques()));
        case ADD_INDEX -> addIndex(table);
        case DROP_INDEX -> indexes(table, minusLast(table.indexes()));
        case RENAME_INDEX -> {
          if (table.indexes().isEmpty()) {
            yield null;
          }
          Index last = table.indexes().get(table.indexes().size() - 1);
          yield indexes(
              table,
              plus(
                  minusLast(table.indexes()),
                  new Index(
                      "ix " + number(),
                      last.unique(),
                      last.columns(),
                      last.descending(),
                      last.partial())));
        }
        case ADD_CHECK -> {
          Column column = plain(table);
          yield column == null
              ? null
              : checks(table, plus(table.checks(), new Check(nameOrNone(), column.id())));
        }
        case DROP_CHECK -> checks(table, minusLast(table.checks()));
        case ADD_REFERENCE -> addReference(table);
        case DROP_REFERENCE -> references(table, minusLast(table.references()));
        case CHANGE_REFERENCE -> {
          if (table.references().isEmpty()) {
            yield null;
          }
          Reference last = table.references().get(table.references().size() - 1);
          yield references(
              table,
              plus(
                  minusLast(table.references()),
                  new Reference(
                      last.name(), last.column(), last.target(), action(), random.nextBoolean())));
        }
        case TRIGGER ->
          new Table(
              table.id(),
              table.name(),
              table.keyName(),
              table.identity(),
              table.columns(),
              table.uniques(),
              table.indexes(),
              table.references(),
              table.checks(),
              !table.trigger());
        case RENAME_CONSTRAINT ->
          new Table(
              table.id(),
              table.name(),
              nameOrNone(),
              table.identity(),
              table.columns(),
              table.uniques(),
              table.indexes(),
              table.references(),
              table.checks(),
              table.trigger());
        default -> throw new IllegalStateException(kind.name());
      };
    }

    private int number() {
      return ++model.numbers;
    }

    private @Nullable Table any() {
      List<Table> all = List.copyOf(model.tables.values());
      return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
    }

    private void put(Table table) {
      model.tables.put(table.id(), table);
    }

    private String freeTable() {
      List<String> taken =
          new ArrayList<>(model.tables.values().stream().map(Table::name).toList());
      before.tables.values().stream()
          .filter(table -> !model.tables.containsKey(table.id()))
          .forEach(table -> taken.add(table.name()));
      return free(taken);
    }

    /** A name that belonged to what is gone would make two different things look like one. */
    private String freeColumn(Table table) {
      List<String> taken =
          new ArrayList<>(table.columns().stream().map(Column::name).toList());
      Table old = before.tables.get(table.id());
      if (old != null) {
        old.columns().stream()
            .filter(column -> !table.has(column.id()))
            .forEach(column -> taken.add(column.name()));
      }
      return free(taken);
    }

    private boolean nameIsUsedAgain(Table table) {
      Table old = before.tables.get(table.id());
      return old != null
          && model.tables.values().stream()
              .anyMatch(each -> each.id() != table.id() && each.name().equals(old.name()));
    }

    private boolean nameIsUsedAgain(Table table, Column column) {
      Table old = before.tables.get(table.id());
      return old != null
          && old.has(column.id())
          && table.columns().stream()
              .anyMatch(each -> each.id() != column.id()
                  && each.name().equals(old.column(column.id()).name()));
    }

    private String free(List<String> taken) {
      String name = NAMES.get(random.nextInt(NAMES.size()));
      return taken.contains(name) ? name + " " + number() : name;
    }

    private @Nullable String nameOrNone() {
      return random.nextBoolean() ? "con " + number() : null;
    }

    private String action() {
      return ACTIONS.get(random.nextInt(ACTIONS.size()));
    }

    private void createTable() {
      int id = number();
      boolean identity = random.nextBoolean();
      Type keyType = random.nextBoolean() ? Type.INT : Type.BIG;
      List<Column> columns = new ArrayList<>();
      columns.add(new Column(number(), "id", keyType, false, null, 0));
      Table table = new Table(
          id,
          freeTable(),
          nameOrNone(),
          identity,
          columns,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          false);
      for (int i = random.nextInt(4) + 1; i > 0; i--) {
        columns.add(newColumn(table, false));
      }
      put(new Table(
          id,
          table.name(),
          table.keyName(),
          identity,
          List.copyOf(columns),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          false));
    }

    private void dropTable() {
      Table table = any();
      if (table == null || model.tables.size() < 2 || nameIsUsedAgain(table)) {
        return;
      }
      boolean referred = model.tables.values().stream()
          .anyMatch(each -> each.id() != table.id()
              && (refers(each, table)
                  || (before.tables.containsKey(each.id())
                      && refers(before.tables.get(each.id()), table))));
      if (!referred) {
        model.tables.remove(table.id());
        model.views.values().removeIf(number -> number == table.id());
      }
    }

    private static boolean refers(@Nullable Table table, Table target) {
      return table != null
          && table.references().stream().anyMatch(key -> key.target() == target.id());
    }

    /** A column that the rows that are there survive. */
    private Column newColumn(Table table, boolean rows) {
      Type[] types = Type.values();
      Type type = types[random.nextInt(types.length)];
      boolean nullable = random.nextBoolean();
      boolean hasDefault = type != Type.BYTES && (random.nextInt(3) == 0 || (rows && !nullable));
      return new Column(
          number(),
          freeColumn(table),
          type,
          nullable || (rows && !hasDefault),
          hasDefault ? type.value(database, 1) : null,
          0);
    }

    private boolean isOld(Table table, Column column) {
      Table old = before.tables.get(table.id());
      return old != null && old.has(column.id());
    }

    /** Any column that is neither key nor computed. */
    private @Nullable Column plain(Table table) {
      List<Column> plain = table.columns().stream()
          .filter(column -> !column.equals(table.key()) && column.computedFrom() == 0)
          .toList();
      return plain.isEmpty() ? null : plain.get(random.nextInt(plain.size()));
    }

    /** Whether each row has a value of its own, which it may have got under another type. */
    private boolean isDistinct(Table table, Column column) {
      Table old = before.tables.get(table.id());
      Type was =
          old != null && old.has(column.id()) ? old.column(column.id()).type() : column.type();
      return isDistinct(column.type()) && isDistinct(was) && column.defaultSql() == null;
    }

    private static boolean isDistinct(Type type) {
      return type != Type.FLAG && type != Type.MOOD;
    }

    private static boolean isUnique(Table table, Column column) {
      return table.uniques().stream().anyMatch(key -> key.columns().contains(column.id()))
          || table.indexes().stream()
              .anyMatch(index -> index.unique() && index.columns().contains(column.id()));
    }

    private List<Integer> keyColumns(Table table, Column column) {
      return random.nextInt(3) == 0 ? List.of(column.id(), table.key().id()) : List.of(column.id());
    }

    private @Nullable Table addComputed(Table table) {
      Column from = plain(table);
      if (from == null || !(from.type() == Type.INT || from.type() == Type.SMALL)) {
        return null;
      }
      return columns(table, list -> {
        list.add(new Column(number(), freeColumn(table), Type.INT, true, null, from.id()));
        return list;
      });
    }

    /** On the way back it comes again, empty. */
    private @Nullable Table dropColumn(Table table) {
      Column column = plain(table);
      if (column == null
          || table.columns().size() < 3
          || table.isUsed(column.id())
          || nameIsUsedAgain(table, column)) {
        return null;
      }
      Table old = before.tables.get(table.id());
      if (filled && old != null && old.has(column.id())) {
        Column was = old.column(column.id());
        boolean comesAgain = was.defaultSql() == null ? was.nullable() : !isUnique(old, was);
        if (!comesAgain || old.references().stream().anyMatch(key -> key.column() == was.id())) {
          return null;
        }
      }
      return columns(table, list -> {
        list.remove(column);
        return list;
      });
    }

    private @Nullable Table swapColumns(Table table) {
      Column one = table.columns().get(random.nextInt(table.columns().size()));
      Column other = table.columns().get(random.nextInt(table.columns().size()));
      if (one.id() == other.id()) {
        return null;
      }
      return columns(table, list -> {
        list.set(list.indexOf(one), one.renamed(other.name()));
        list.set(list.indexOf(other), other.renamed(one.name()));
        return list;
      });
    }

    private @Nullable Table retype(Table table) {
      Column column = plain(table);
      if (column == null
          || table.references().stream().anyMatch(key -> key.column() == column.id())
          || table.columns().stream().anyMatch(each -> each.computedFrom() == column.id())
          || table.checks().stream().anyMatch(check -> check.column() == column.id())) {
        return null;
      }
      Table old = before.tables.get(table.id());
      if (filled
          && old != null
          && old.has(column.id())
          && old.column(column.id()).type() != column.type()) {
        return null; // there and back twice need not be there and back once
      }
      List<Type> others = column.type().others(database);
      if (others.isEmpty()) {
        return null;
      }
      Type type = others.get(random.nextInt(others.size()));
      return replaced(
          table,
          column,
          new Column(
              column.id(),
              column.name(),
              type,
              column.nullable(),
              column.defaultSql() == null ? null : type.value(database, 1),
              0));
    }

    private @Nullable Table addIndex(Table table) {
      Column column = plain(table);
      if (column == null) {
        return null;
      }
      boolean unique = random.nextInt(3) == 0 && isDistinct(table, column);
      return indexes(
          table,
          plus(
              table.indexes(),
              new Index(
                  "ix " + number(),
                  unique,
                  keyColumns(table, column),
                  random.nextBoolean(),
                  random.nextInt(4) == 0)));
    }

    /** By a new column, or by the numbers of the rows, which are those of the target. */
    private @Nullable Table addReference(Table table) {
      Table target = any();
      if (target == null) {
        return null;
      }
      boolean rowsThere = !filled || before.tables.containsKey(target.id());
      Column same = table.columns().stream()
          .filter(column -> column.type() == target.key().type() && column.computedFrom() == 0)
          .filter(column -> !column.equals(table.key()) && column.defaultSql() == null)
          .filter(
              column -> table.references().stream().noneMatch(key -> key.column() == column.id()))
          .findFirst()
          .orElse(null);
      boolean sameWasThere = same != null
          && before.tables.containsKey(table.id())
          && before.tables.get(table.id()).has(same.id())
          && before.tables.get(table.id()).column(same.id()).type() == same.type();
      if (rowsThere && same != null && (!filled || sameWasThere) && random.nextBoolean()) {
        return references(
            table,
            plus(
                table.references(),
                new Reference(
                    nameOrNone(), same.id(), target.id(), action(), random.nextBoolean())));
      }
      Column column = new Column(number(), freeColumn(table), target.key().type(), true, null, 0);
      Table wider = columns(table, list -> {
        list.add(column);
        return list;
      });
      return references(
          wider,
          plus(
              wider.references(),
              new Reference(
                  nameOrNone(), column.id(), target.id(), action(), random.nextBoolean())));
    }

    private static <T> List<T> plus(List<T> list, T item) {
      List<T> more = new ArrayList<>(list);
      more.add(item);
      return List.copyOf(more);
    }

    private static <T> List<T> minusLast(List<T> list) {
      return list.isEmpty() ? list : List.copyOf(list.subList(0, list.size() - 1));
    }

    private static Table replaced(Table table, Column old, Column now) {
      return columns(table, list -> {
        list.set(list.indexOf(old), now);
        return list;
      });
    }

    private static Table with(Table table, String name, List<Column> columns) {
      return new Table(
          table.id(),
          name,
          table.keyName(),
          table.identity(),
          List.copyOf(columns),
          table.uniques(),
          table.indexes(),
          table.references(),
          table.checks(),
          table.trigger());
    }

    private static Table columns(Table table, UnaryOperator<List<Column>> change) {
      return with(table, table.name(), change.apply(new ArrayList<>(table.columns())));
    }

    private static Table uniques(Table table, List<Key> uniques) {
      return new Table(
          table.id(),
          table.name(),
          table.keyName(),
          table.identity(),
          table.columns(),
          uniques,
          table.indexes(),
          table.references(),
          table.checks(),
          table.trigger());
    }

    private static Table indexes(Table table, List<Index> indexes) {
      return new Table(
          table.id(),
          table.name(),
          table.keyName(),
          table.identity(),
          table.columns(),
          table.uniques(),
          indexes,
          table.references(),
          table.checks(),
          table.trigger());
    }

    private static Table references(Table table, List<Reference> references) {
      return new Table(
          table.id(),
          table.name(),
          table.keyName(),
          table.identity(),
          table.columns(),
          table.uniques(),
          table.indexes(),
          references,
          table.checks(),
          table.trigger());
    }

    private static Table checks(Table table, List<Check> checks) {
      return new Table(
          table.id(),
          table.name(),
          table.keyName(),
          table.identity(),
          table.columns(),
          table.uniques(),
          table.indexes(),
          table.references(),
          checks,
          table.trigger());
    }
  }
}
