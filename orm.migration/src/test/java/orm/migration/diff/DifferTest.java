package orm.migration.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import orm.api.catalog.Catalog;
import orm.api.catalog.CatalogCheck;
import orm.api.catalog.CatalogColumn;
import orm.api.catalog.CatalogColumn.Generation;
import orm.api.catalog.CatalogEnum;
import orm.api.catalog.CatalogForeignKey;
import orm.api.catalog.CatalogForeignKey.Action;
import orm.api.catalog.CatalogKey;
import orm.api.catalog.CatalogOther;
import orm.api.catalog.CatalogTable;
import orm.api.catalog.CatalogView;
import orm.api.catalog.CheckTime;
import orm.api.catalog.ObjectName;
import orm.api.catalog.SchemaChange;
import orm.spi.dialect.LexicalFeature;

/** The order of changes, and what is no change at all. */
class DifferTest {
  private final Differ differ =
      new Differ(new PlainChanges(), Set.of(LexicalFeature.BACKTICK_NAMES));

  private List<String> changes(Catalog before, Catalog after, DiffOptions options) {
    return differ.compare(before, after, options).changes().stream()
        .map(SchemaChange::text)
        .toList();
  }

  private List<String> changes(Catalog before, Catalog after) {
    return changes(before, after, DiffOptions.exact());
  }

  private static CatalogColumn column(String name, String type) {
    return new CatalogColumn(name, type, true, Generation.NONE, null, null, null);
  }

  private static CatalogKey key(@Nullable String name, String... columns) {
    return new CatalogKey(name, List.of(columns), true, CheckTime.STATEMENT);
  }

  private static CatalogForeignKey reference(String column, String target) {
    return new CatalogForeignKey(
        null,
        List.of(column),
        ObjectName.of(target),
        List.of("id"),
        Action.NO_ACTION,
        Action.NO_ACTION,
        false,
        CheckTime.STATEMENT);
  }

  /** A table with the key {@code id}; {@code author->author} is a column with a reference. */
  private static CatalogTable table(String name, String... columns) {
    List<CatalogColumn> all = new ArrayList<>(List.of(column("id", "int")));
    List<CatalogForeignKey> references = new ArrayList<>();
    for (String each : columns) {
      String[] parts = each.split("->");
      String[] words = parts[0].split(" ");
      all.add(column(words[0], words.length > 1 ? words[1] : "int"));
      if (parts.length > 1) {
        references.add(reference(words[0], parts[1]));
      }
    }
    return table(name, all, references, List.of());
  }

  private static CatalogTable table(
      String name,
      List<CatalogColumn> columns,
      List<CatalogForeignKey> references,
      List<CatalogCheck> checks) {
    return new CatalogTable(
        ObjectName.of(name),
        columns,
        key(null, "id"),
        List.of(),
        references,
        checks,
        List.of(),
        List.of(),
        List.of(),
        null);
  }

  private static Catalog catalog(CatalogTable... tables) {
    return catalog(List.of(), tables);
  }

  private static Catalog catalog(List<CatalogView> views, CatalogTable... tables) {
    return new Catalog(Arrays.asList(tables), views, List.of(), List.of(), List.of(), List.of());
  }

  private static CatalogView view(String name, String sql) {
    return new CatalogView(ObjectName.of(name), List.of(), sql, false, List.of(), null);
  }

  @Test
  void aRingOfTablesIsMadeAndTakenApart() {
    Catalog ring = catalog(table("a", "b->b"), table("b", "c->c"), table("c", "a->a", "c->c"));
    assertEquals(
        List.of(
            "create table a",
            "create table b",
            "create table c",
            "add foreign key [b] to a",
            "add foreign key [c] to b",
            "add foreign key [a] to c",
            "add foreign key [c] to c"),
        changes(Catalog.empty(), ring));
    assertEquals(
        List.of(
            "drop foreign key [b] of a",
            "drop foreign key [c] of b",
            "drop foreign key [a] of c",
            "drop table a",
            "drop table b",
            "drop table c"),
        changes(ring, Catalog.empty()));
  }

  @Test
  void ringsOfNamesGoOverASpareName() {
    Map<String, String> ring = new LinkedHashMap<>();
    ring.put("a", "b");
    ring.put("b", "c");
    ring.put("c", "a");
    ring.put("x", "y");
    List<RenameOrder.Step> steps = RenameOrder.of(ring, true);
    List<String> names = new ArrayList<>(List.of("a", "b", "c", "x"));
    for (RenameOrder.Step step : steps) {
      assertTrue(!names.contains(step.to()), steps::toString);
      names.set(names.indexOf(step.from()), step.to());
    }
    assertEquals(List.of("b", "c", "a", "y"), names);
  }

  @Test
  void renamedThingsKeepWhatNamesThem() {
    Catalog before = catalog(
        table(
            "writer",
            List.of(column("id", "int"), column("age", "int")),
            List.of(),
            List.of(new CatalogCheck("adult", "age > 17"))),
        table("book", "writer->writer"));
    Catalog after = catalog(
        table(
            "author",
            List.of(column("id", "int"), column("years", "int")),
            List.of(),
            List.of(new CatalogCheck("adult", "(`years` > 17)"))),
        table("book", "author->author"));
    DiffOptions options = DiffOptions.exact()
        .renamed(ObjectName.of("writer"), ObjectName.of("author"))
        .renamed(ObjectName.of("author"), "age", "years")
        .renamed(ObjectName.of("book"), "writer", "author");
    assertEquals(
        List.of(
            "rename table writer to author",
            "rename column author.age to years",
            "rename column book.writer to author"),
        changes(before, after, options));
  }

  @Test
  void whoeverSaysNothingOfARenamingIsTold() {
    Catalog before = catalog(table("writer", "name text", "born date", "age"));
    Catalog after = catalog(table("author", "name text", "born date", "age"));
    CatalogDiff diff = differ.compare(before, after, DiffOptions.exact());
    assertEquals(
        List.of("create table author", "drop table writer"),
        diff.changes().stream().map(SchemaChange::text).toList());
    RenameSuggestion suggestion = diff.suggestions().get(0);
    assertEquals("author", suggestion.to());
    assertEquals(
        List.of("rename table writer to author"),
        changes(before, after, DiffOptions.exact().accepting(suggestion)));

    CatalogDiff columns = differ.compare(
        catalog(table("book", "titel text", "pages")),
        catalog(table("book", "title text", "stars", "kind text")),
        DiffOptions.exact());
    assertEquals(
        List.of("titel to title", "pages to stars"),
        columns.suggestions().stream()
            .map(each -> each.column() + " to " + each.to())
            .toList());
  }

  @Test
  void namesThatTheDatabaseMadeUpAreNoDifference() {
    CatalogTable nameless = table(
        "book", List.of(column("id", "int")), List.of(), List.of(new CatalogCheck(null, "id>0")));
    CatalogTable named = table(
        "book",
        List.of(column("id", "INT")),
        List.of(),
        List.of(new CatalogCheck("positive", "(ID > 0)")));
    assertEquals(List.of(), changes(catalog(nameless), catalog(named)));
    CatalogTable other = table(
        "book",
        List.of(column("id", "int")),
        List.of(),
        List.of(new CatalogCheck("above", "id > 0")));
    assertEquals(
        List.of("rename constraint positive of book to above"),
        changes(catalog(named), catalog(other)));
  }

  @Test
  void viewsMakeWayForWhatTheyStandOn() {
    List<CatalogView> views = List.of(
        view("titles", "select title from book"),
        view("short", "select title from titles"),
        view("names", "select name from author"));
    Catalog before = catalog(views, table("author", "name text"), table("book", "title text"));
    Catalog after = catalog(views, table("author", "name text"), table("book", "title varchar"));
    assertEquals(
        List.of(
            "drop view short",
            "drop view titles",
            "alter column book.title from text to varchar",
            "create view titles",
            "create view short"),
        changes(before, after));
  }

  @Test
  void aKeyThatChangesItsTypeLetsItsReferencesGoMeanwhile() {
    CatalogTable big = table("a", List.of(column("id", "bigint")), List.of(), List.of());
    assertEquals(
        List.of(
            "drop foreign key [a] of b",
            "alter column a.id from int to bigint",
            "alter column b.a from int to bigint",
            "add foreign key [a] to b"),
        changes(catalog(table("a"), table("b", "a->a")), catalog(big, table("b", "a bigint->a"))));
  }

  @Test
  void labelsComeInOrderAndGoByMakingTheTypeAnew() {
    CatalogEnum few = new CatalogEnum(ObjectName.of("mood"), List.of("ok"), null);
    CatalogEnum many =
        new CatalogEnum(ObjectName.of("mood"), List.of("bad", "ok", "glad", "best"), null);
    Catalog one = new Catalog(List.of(), List.of(), List.of(), List.of(few), List.of(), List.of());
    Catalog four =
        new Catalog(List.of(), List.of(), List.of(), List.of(many), List.of(), List.of());
    List<SchemaChange> added = differ.compare(one, four, DiffOptions.exact()).changes();
    List<String> labels = new ArrayList<>(few.labels());
    for (SchemaChange change : added) {
      SchemaChange.AddLabel add = (SchemaChange.AddLabel) change;
      String next = add.before();
      labels.add(next == null ? labels.size() : labels.indexOf(next), add.label());
    }
    assertEquals(many.labels(), labels);
    assertEquals(List.of("remove labels [bad, glad, best] from enum mood"), changes(four, one));
  }

  @Test
  void whatNoChangeDescribesIsNamed() {
    CatalogOther function = new CatalogOther("function", ObjectName.of("f()"), null);
    Catalog before =
        new Catalog(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(function));
    CatalogDiff diff = differ.compare(before, Catalog.empty(), DiffOptions.exact());
    assertTrue(diff.isEmpty());
    assertEquals(List.of(function), diff.notCompared());
  }

  @Test
  void lossesAreNamed() {
    List<SchemaChange> changes = differ
        .compare(
            catalog(table("old"), table("book", "gone", "less", "same")),
            catalog(table("book", "less text", "same")),
            DiffOptions.exact())
        .changes();
    assertEquals(
        List.of("column book.less", "column book.gone", "table old"),
        changes.stream()
            .flatMap(each -> each.loss().stream())
            .map(Object::toString)
            .toList());
  }
}
