package orm.dialect.postgres;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import orm.api.catalog.Catalog;
import orm.api.catalog.CatalogCheck;
import orm.api.catalog.CatalogColumn;
import orm.api.catalog.CatalogColumn.Generation;
import orm.api.catalog.CatalogDomain;
import orm.api.catalog.CatalogIndex;
import orm.api.catalog.CatalogSequence;
import orm.api.catalog.CatalogTable;
import orm.api.catalog.ObjectName;
import orm.api.catalog.SchemaChange;
import orm.api.catalog.TableChange;
import orm.spi.dialect.ChangeStep;
import orm.spi.dialect.ChangeWriter;
import orm.spi.dialect.GuardWatch;
import orm.spi.dialect.StepGuard;

/** Changes objects by {@code ALTER}, most of them in one transaction. */
final class PostgresChangeWriter implements ChangeWriter {
  private final PostgresDefinitions definitions;

  PostgresChangeWriter(PostgresSyntax syntax) {
    this.definitions = new PostgresDefinitions(syntax);
  }

  @Override
  public List<ChangeStep> write(
      Catalog before, List<SchemaChange> changes, Catalog after, Collection<Option> options) {
    Writing writing = new Writing(before, after, options.contains(Option.ONLINE));
    changes.forEach(writing::add);
    return writing.finish();
  }

  /** DDL takes part in transactions, and foreign keys need not be switched off. */
  @Override
  public GuardWatch watch(Connection connection, Collection<StepGuard> guards) {
    return new GuardWatch() {
      @Override
      public void begun() {
        // There is nothing to remember.
      }

      @Override
      public void check() {
        // There is nothing that the server does not check itself.
      }

      @Override
      public void close() {
        // Nothing was changed.
      }
    };
  }

  @Override
  public boolean losesValues(CatalogColumn before, CatalogColumn after) {
    return !TypeConversion.isWidening(before.type(), after.type());
  }

  @Override
  public boolean ignoresCase() {
    return false;
  }

  @Override
  public Cost cost(SchemaChange change) {
    if (change instanceof TableChange.AlterColumn alter) {
      if (alter.changesType()) {
        return TypeConversion.keepsBytes(alter.before().type(), alter.after().type())
                && Objects.equals(alter.before().collation(), alter.after().collation())
            ? Cost.SHORT
            : Cost.REWRITE;
      }
      return alter.becomesRequired() ? Cost.SCAN : Cost.SHORT;
    }
    if (change instanceof TableChange.AddColumn add) {
      CatalogColumn column = add.column();
      boolean computed =
          column.generation() != Generation.NONE && column.generation() != Generation.VIRTUAL;
      return computed || TypeConversion.isVolatile(column.sql()) ? Cost.REWRITE : Cost.SHORT;
    }
    if (change instanceof SchemaChange.RecreateEnum) {
      return Cost.REWRITE;
    }
    boolean reads = change instanceof TableChange.AddPrimaryKey
        || change instanceof TableChange.AddUnique
        || change instanceof TableChange.AddCheck
        || change instanceof TableChange.AddForeignKey
        || change instanceof TableChange.CreateIndex
        || change instanceof SchemaChange.AlterDomain;
    return reads ? Cost.SCAN : Cost.SHORT;
  }

  /** The steps of one list of changes. */
  private final class Writing {
    private final Catalog after;
    private final boolean online;

    /** The columns that are there, by the names that they and their tables have now. */
    private final Map<ObjectName, Map<String, CatalogColumn>> there = new LinkedHashMap<>();

    private final List<ChangeStep> first = new ArrayList<>();
    private final List<ChangeStep> steps = new ArrayList<>();
    private final List<ChangeStep> last = new ArrayList<>();
    private final List<SchemaChange.AddLabel> labels = new ArrayList<>();
    private final List<ObjectName> created = new ArrayList<>();

    Writing(Catalog before, Catalog after, boolean online) {
      this.after = after;
      this.online = online;
      for (CatalogTable table : before.tables()) {
        Map<String, CatalogColumn> columns = new LinkedHashMap<>();
        table.columns().forEach(column -> columns.put(column.name(), column));
        there.put(table.name(), columns);
      }
    }

    /** A new label cannot be used in the transaction that adds it. */
    List<ChangeStep> finish() {
      List<ChangeStep> all = new ArrayList<>(first);
      all.addAll(steps);
      all.addAll(last);
      return List.copyOf(all);
    }

    private void step(String sql) {
      steps.add(ChangeStep.of(sql));
    }

    void add(SchemaChange change) {
      if (change instanceof TableChange part) {
        addPart(part);
      } else if (change instanceof SchemaChange.CreateTable create) {
        created.add(create.object());
        step(definitions.table(create.table()));
      } else if (change instanceof SchemaChange.DropTable drop) {
        there.remove(drop.object());
        step("DROP TABLE " + quote(drop.object()));
      } else if (change instanceof SchemaChange.RenameTable rename) {
        Map<String, CatalogColumn> columns = there.remove(rename.object());
        if (columns != null) {
          there.put(rename.to(), columns);
        }
        step("ALTER TABLE " + quote(rename.object()) + " RENAME TO "
            + definitions.quote(rename.to().name()));
      } else if (change instanceof SchemaChange.CreateView create) {
        step(definitions.view(create.view()));
      } else if (change instanceof SchemaChange.DropView drop) {
        step((drop.view().materialized() ? "DROP MATERIALIZED VIEW " : "DROP VIEW ")
            + quote(drop.object()));
      } else if (change instanceof SchemaChange.SetComment comment) {
        comment(comment);
      } else {
        addType(change);
      }
    }

    private void addType(SchemaChange change) {
      if (change instanceof SchemaChange.CreateEnum create) {
        step(definitions.type(create.type()));
      } else if (change instanceof SchemaChange.AddLabel add) {
        labels.add(add);
        first.add(ChangeStep.alone("ALTER TYPE " + quote(add.object()) + " ADD VALUE IF NOT EXISTS "
            + PostgresSchema.literal(add.label())
            + (add.before() == null
                ? ""
                : " BEFORE " + PostgresSchema.literal(String.valueOf(add.before())))));
      } else if (change instanceof SchemaChange.RecreateEnum again) {
        replaceType(again.object(), definitions.type(again.after()), "TYPE");
      } else if (change instanceof SchemaChange.DropEnum drop) {
        step("DROP TYPE " + quote(drop.object()));
      } else if (change instanceof SchemaChange.CreateDomain create) {
        step(definitions.domain(create.domain()));
      } else if (change instanceof SchemaChange.AlterDomain alter) {
        alterDomain(alter.before(), alter.after());
      } else if (change instanceof SchemaChange.DropDomain drop) {
        step("DROP DOMAIN " + quote(drop.object()));
      } else if (change instanceof SchemaChange.CreateSequence create) {
        step(definitions.sequence(create.sequence()));
      } else if (change instanceof SchemaChange.AlterSequence alter) {
        alterSequence(alter.before(), alter.after());
      } else if (change instanceof SchemaChange.DropSequence drop) {
        step("DROP SEQUENCE IF EXISTS " + quote(drop.object()));
      }
    }

    private void addPart(TableChange change) {
      if (change instanceof TableChange.AddColumn add) {
        alter(add.object(), "ADD COLUMN " + definitions.column(add.column()));
      } else if (change instanceof TableChange.DropColumn drop) {
        columnsOf(drop.object()).remove(drop.column().name());
        alter(drop.object(), "DROP COLUMN " + definitions.quote(drop.column().name()));
      } else if (change instanceof TableChange.RenameColumn rename) {
        CatalogColumn column = columnsOf(rename.object()).remove(rename.from());
        if (column != null) {
          columnsOf(rename.object()).put(rename.to(), column);
        }
        alter(
            rename.object(),
            "RENAME COLUMN " + definitions.quote(rename.from()) + " TO "
                + definitions.quote(rename.to()));
      } else if (change instanceof TableChange.AlterColumn alter) {
        new ColumnAlteration(definitions, alter).statements().forEach(this::step);
      } else if (change instanceof TableChange.SetOptions options) {
        setOptions(options);
      } else if (change instanceof TableChange.CreateIndex create) {
        index(create.object(), create.index());
      } else if (change instanceof TableChange.DropIndex drop) {
        step("DROP INDEX " + inSchemaOf(drop.object(), drop.index().name()));
      } else if (change instanceof TableChange.RenameIndex rename) {
        step("ALTER INDEX " + inSchemaOf(rename.object(), rename.from()) + " RENAME TO "
            + definitions.quote(rename.index().name()));
      } else if (change instanceof TableChange.CreateTrigger create) {
        step(create.trigger().sql());
      } else if (change instanceof TableChange.DropTrigger drop) {
        step("DROP TRIGGER " + definitions.quote(drop.trigger().name()) + " ON "
            + quote(drop.object()));
      } else {
        addConstraint(change);
      }
    }

    private void addConstraint(TableChange change) {
      ObjectName table = change.object();
      if (change instanceof TableChange.AddPrimaryKey add) {
        alter(table, "ADD " + definitions.primaryKey(add.key()));
      } else if (change instanceof TableChange.DropPrimaryKey drop) {
        dropConstraint(table, drop.key().name());
      } else if (change instanceof TableChange.AddUnique add) {
        alter(table, "ADD " + definitions.unique(add.key()));
      } else if (change instanceof TableChange.DropUnique drop) {
        dropConstraint(table, drop.key().name());
      } else if (change instanceof TableChange.AddCheck add) {
        checked(table, definitions.check(add.check()), add.check().name());
      } else if (change instanceof TableChange.DropCheck drop) {
        dropConstraint(table, drop.check().name());
      } else if (change instanceof TableChange.AddForeignKey add) {
        checked(table, definitions.foreignKey(add.key()), add.key().name());
      } else if (change instanceof TableChange.DropForeignKey drop) {
        dropConstraint(table, drop.key().name());
      } else if (change instanceof TableChange.RenameConstraint rename) {
        alter(
            table,
            "RENAME CONSTRAINT " + definitions.quote(rename.from()) + " TO "
                + definitions.quote(rename.to()));
      }
    }

    private void alter(ObjectName table, String action) {
      step("ALTER TABLE " + quote(table) + " " + action);
    }

    private void dropConstraint(ObjectName table, @Nullable String name) {
      alter(table, "DROP CONSTRAINT " + definitions.quote(Objects.requireNonNull(name, "name")));
    }

    /** Added at once, and where nobody may wait, checked while others go on. */
    private void checked(ObjectName table, String constraint, @Nullable String name) {
      if (online && name != null && !created.contains(table)) {
        alter(table, "ADD " + constraint + " NOT VALID");
        last.add(ChangeStep.alone(
            "ALTER TABLE " + quote(table) + " VALIDATE CONSTRAINT " + definitions.quote(name)));
      } else {
        alter(table, "ADD " + constraint);
      }
    }

    private void index(ObjectName table, CatalogIndex index) {
      if (online && !created.contains(table)) {
        last.add(ChangeStep.alone(definitions.index(table, index, true)));
      } else {
        step(definitions.index(table, index, false));
      }
    }

    private String inSchemaOf(ObjectName table, String name) {
      return quote(new ObjectName(table.schema(), name));
    }

    private String quote(ObjectName name) {
      return definitions.quote(name);
    }

    private void setOptions(TableChange.SetOptions options) {
      boolean was = options.before().contains("UNLOGGED");
      boolean is = options.after().contains("UNLOGGED");
      if (was != is) {
        alter(options.object(), is ? "SET UNLOGGED" : "SET LOGGED");
      }
    }

    private void comment(SchemaChange.SetComment comment) {
      String object = quote(comment.object());
      String part = comment.part() == null ? "" : comment.part();
      String what = switch (comment.kind()) {
        case TABLE -> "TABLE " + object;
        case COLUMN -> "COLUMN " + object + "." + definitions.quote(part);
        case INDEX -> "INDEX " + inSchemaOf(comment.object(), part);
        case VIEW -> "VIEW " + object;
        case MATERIALIZED_VIEW -> "MATERIALIZED VIEW " + object;
        case ENUM -> "TYPE " + object;
        case DOMAIN -> "DOMAIN " + object;
      };
      String text = comment.after();
      step("COMMENT ON " + what + " IS " + (text == null ? "NULL" : PostgresSchema.literal(text)));
    }

    /** Makes the type anew under its name, and lets each column go over to it. */
    private void replaceType(ObjectName name, String definition, String kind) {
      ObjectName old = new ObjectName(name.schema(), spare(name.name()));
      step("ALTER " + kind + " " + quote(name) + " RENAME TO " + definitions.quote(old.name()));
      step(definition);
      there.forEach((table, columns) -> columns.forEach((column, was) -> after
          .table(table)
          .flatMap(each -> each.column(column))
          .filter(is -> usesType(was, name) && usesType(is, name))
          .ifPresent(is -> goOver(table, was, is))));
      last.add(ChangeStep.of("DROP " + kind + " " + quote(old)));
    }

    private void goOver(ObjectName table, CatalogColumn was, CatalogColumn is) {
      String column = definitions.quote(is.name());
      String to = is.type();
      boolean hadDefault = was.generation() == Generation.NONE && was.sql() != null;
      boolean hasDefault = is.generation() == Generation.NONE && is.sql() != null;
      alter(
          table,
          (hadDefault ? "ALTER COLUMN " + column + " DROP DEFAULT, " : "")
              + "ALTER COLUMN " + column + " TYPE " + to
              + " USING " + column + "::text" + (to.endsWith("[]") ? "[]" : "") + "::" + to
              + (hasDefault ? ", ALTER COLUMN " + column + " SET DEFAULT " + is.sql() : ""));
    }

    private Map<String, CatalogColumn> columnsOf(ObjectName table) {
      return there.computeIfAbsent(table, none -> new LinkedHashMap<>());
    }

    /** Short, since the server cuts long names. */
    private static String spare(String name) {
      return "orm_old_" + Integer.toHexString(name.hashCode());
    }

    private boolean usesType(CatalogColumn column, ObjectName type) {
      String bare = column.type();
      while (bare.endsWith("[]")) {
        bare = bare.substring(0, bare.length() - 2);
      }
      String name = type.name();
      return bare.equals(name)
          || bare.equals(definitions.quote(name))
          || bare.endsWith("." + name)
          || bare.endsWith("." + definitions.quote(name));
    }

    private void alterDomain(CatalogDomain was, CatalogDomain is) {
      ObjectName name = is.name();
      if (!was.type().equals(is.type())) {
        replaceType(name, definitions.domain(is), "DOMAIN");
        return;
      }
      String alter = "ALTER DOMAIN " + quote(name) + " ";
      if (!Objects.equals(was.defaultSql(), is.defaultSql())) {
        step(alter + (is.defaultSql() == null ? "DROP DEFAULT" : "SET DEFAULT " + is.defaultSql()));
      }
      for (CatalogCheck check : was.checks()) {
        if (!is.checks().contains(check)) {
          step(alter + "DROP CONSTRAINT "
              + definitions.quote(Objects.requireNonNull(check.name(), "name")));
        }
      }
      for (CatalogCheck check : is.checks()) {
        if (!was.checks().contains(check)) {
          step(alter + "ADD " + definitions.check(check));
        }
      }
      if (was.nullable() != is.nullable()) {
        step(alter + (is.nullable() ? "DROP NOT NULL" : "SET NOT NULL"));
      }
    }

    private void alterSequence(CatalogSequence was, CatalogSequence is) {
      String alter = "ALTER SEQUENCE " + quote(is.name());
      if (!definitions.sequenceRange(was).equals(definitions.sequenceRange(is))
          || was.start() != is.start()) {
        step(alter + definitions.sequenceRange(is) + " START " + is.start());
      }
      ObjectName owner = is.ownerTable();
      String column = is.ownerColumn();
      if (!Objects.equals(was.ownerTable(), owner) || !Objects.equals(was.ownerColumn(), column)) {
        step(alter + " OWNED BY "
            + (owner == null || column == null
                ? "NONE"
                : quote(owner) + "." + definitions.quote(column)));
      }
    }
  }
}
