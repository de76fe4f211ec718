package orm.test.sql;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.test.bookshop.Author_.AUTHOR;
import static orm.test.bookshop.Book_.BOOK;
import static orm.test.bookshop.Measure_.MEASURE;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.function.Executable;
import orm.api.Database;
import orm.api.Tx;
import orm.api.error.DuplicateKeyException;
import orm.api.error.ErrorCode;
import orm.api.error.InvalidQueryException;
import orm.api.error.MappingException;
import orm.api.error.OrmException;
import orm.api.error.RowCountException;
import orm.api.error.StatementException;
import orm.api.error.TimeoutException;
import orm.api.error.TransactionException;
import orm.api.error.ValueException;
import orm.api.model.EntityTable;
import orm.test.bookshop.Author;
import orm.test.bookshop.Author_;
import orm.test.bookshop.Book;
import orm.test.bookshop.Book_;
import orm.test.bookshop.Format;
import orm.test.bookshop.Measure;
import orm.test.bookshop.Measure_;
import orm.test.database.DatabaseKind;
import orm.test.database.EachDatabase;
import orm.test.database.Only;
import orm.test.database.TestDatabase;

/** Statements written as text give rows, counts and typed failures as typed ones do. */
class SqlStatementTest {
  private static final List<EntityTable<?, ?>> TABLES = List.of(BOOK, AUTHOR, MEASURE);

  private static Database measures(TestDatabase test, int count) {
    Database db = test.with(TABLES);
    db.insertAll(
        MEASURE,
        IntStream.range(0, count)
            .mapToObj(i -> new Measure(i, i / 2.0, "note " + i))
            .toList());
    test.statements();
    return db;
  }

  private static void refused(Class<? extends OrmException> type, String why, Executable call) {
    OrmException error = assertThrows(type, call);
    String message = String.valueOf(error.getMessage());
    assertTrue(message.contains(why), message);
    assertFalse(message.contains("secret"), message);
  }

  // Rows

  @EachDatabase
  void anEntityIsReadByTheLabelsOfItsColumnsInAnyOrderAndCase(TestDatabase test) {
    Database db = test.with(TABLES);
    Author author = db.insert(AUTHOR, new Author(null, "Multatuli", "NL"));
    Book book = db.insert(
        BOOK,
        new Book(
            null,
            "978-1",
            "Max Havelaar",
            LocalDate.of(1860, 5, 17),
            new BigDecimal("12.50"),
            null,
            Format.PAPERBACK,
            AUTHOR.refTo(author),
            null,
            true,
            0));
    assertEquals(book, db.sql("select * from book").into(Book_::new).one());
    assertEquals(book, db.sql("""
            select b.version as VERSION, in_print, author_id, editor_id, b.title as "Title",
              published, price, pages, format, isbn, id
            from book b where isbn = :isbn""").bind("isbn", "978-1").into(Book_::new).one());
    Author inserted = db.sql("insert into author (name) values (:name) returning *")
        .bind("name", "Couperus")
        .into(Author_::new)
        .one();
    assertEquals(inserted, db.get(AUTHOR, AUTHOR.keyOf(inserted)));
  }

  @EachDatabase
  void aProjectionIsReadByLabelsToo(TestDatabase test) {
    Database db = measures(test, 3);
    assertEquals(
        List.of(new Reading("note 1", 0.5), new Reading("note 2", 1.0)),
        db.sql("select reading as READ_VALUE, note from measure where id > :id order by id")
            .bind("id", 0)
            .into(Reading.Rows::new)
            .list());
  }

  @EachDatabase
  void labelsThatAreMissingOrTooManyAreNamed(TestDatabase test) {
    Database db = measures(test, 1);
    refused(
        MappingException.class,
        "Cannot read the result into Measure: it has no column reading, but the column wrong, more"
            + " too many",
        () -> db.sql("select id, note, 1 as wrong, 2 as more from measure")
            .into(Measure_::new)
            .list());
    refused(
        MappingException.class,
        "it has no column note, read_value",
        () -> db.sql("select 1 as read_value_").into(Reading.Rows::new).first());
    refused(
        MappingException.class,
        "it has the column NOTE too many",
        () -> db.sql("select note, reading as read_value, note as \"NOTE\" from measure")
            .into(Reading.Rows::new)
            .list());
  }

  @EachDatabase
  void whatCannotBeReadIsNotWrittenEither(TestDatabase test) {
    Database db = measures(test, 1);
    assertThrows(
        MappingException.class,
        () -> db.sql("insert into measure values (7, 1.0, 'n') returning id")
            .into(Reading.Rows::new)
            .list());
    assertEquals(1, db.from(MEASURE).count());
  }

  @EachDatabase
  void rowsAreReadByHandFromLeftToRight(TestDatabase test) {
    Database db = measures(test, 3);
    assertEquals(
        List.of("0 note 0", "1 note 1", "2 note 2"),
        db.sql("select id, note, reading from measure order by id")
            .map(row -> row.nextInt() + " " + row.nextText())
            .list());
    assertNull(db.sql("select max(note) from measure where id < 0")
        .map(row -> row.nextTextOrNull())
        .one());
    refused(
        MappingException.class,
        "Cannot read how_many",
        () -> db.sql("select max(id) as how_many from measure where id < 0")
            .map(row -> row.nextInt())
            .one());
  }

  @EachDatabase
  void oneRowIsCheckedToBeOne(TestDatabase test) {
    Database db = measures(test, 3);
    var ids = db.sql("select id from measure where id >= :id order by id");
    var two = ids.bind("id", 1).map(row -> row.nextInt());
    assertEquals(Optional.of(1), two.first());
    refused(RowCountException.class, "two rows or more", two::one);
    refused(RowCountException.class, "two rows or more", two::find);
    assertEquals(2, ids.bind("id", 2).map(row -> row.nextInt()).one());
    assertEquals(Optional.empty(), ids.bind("id", 3).map(row -> row.nextInt()).find());
    refused(
        RowCountException.class,
        "\"ids\"",
        () -> ids.label("ids").bind("id", 3).map(row -> row.nextInt()).one());
  }

  @EachDatabase
  void rowsAreLentOneByOne(TestDatabase test) {
    Database db = measures(test, 2_000);
    var ids = db.sql("select id from measure order by id").map(row -> row.nextInt());
    List<Integer> seen = new ArrayList<>();
    ids.forEach(seen::add);
    assertEquals(IntStream.range(0, 2_000).boxed().toList(), seen);
    assertEquals(List.of(0, 1), ids.stream(rows -> rows.limit(2).toList()));
    List<Stream<Integer>> kept = new ArrayList<>();
    boolean added = ids.stream(kept::add);
    assertTrue(added);
    assertThrows(IllegalStateException.class, () -> kept.get(0).toList());
    IllegalArgumentException mine = assertThrows(
        IllegalArgumentException.class,
        () -> ids.forEach(id -> {
          throw new IllegalArgumentException("mine");
        }));
    assertEquals("mine", mine.getMessage());
    long inside = db.transaction(
        Tx.readCommitted().readOnly(),
        tx -> tx.sql("select id from measure").map(row -> row.nextInt()).stream(Stream::count));
    assertEquals(2_000, inside);
  }

  // Effects

  @EachDatabase
  void executeCountsTheRowsThatItChanged(TestDatabase test) {
    Database db = measures(test, 10);
    assertEquals(
        4, db.sql("update measure set note = :n where id < 4").bind("n", "x").execute());
    assertEquals(0, db.sql("delete from measure where id < 0").execute());
    assertEquals(2, db.sql("delete from measure where id < 2 returning id").execute());
    assertEquals(0, db.sql("select * from measure").execute());
    assertEquals(0, db.sql("create table other (a int);").execute());
  }

  @EachDatabase
  void failuresAreTypedAndHoldNoValues(TestDatabase test) {
    Database db = measures(test, 1);
    var insert = db.sql("insert into measure (id, reading, note) values (:id, 1.5, :note)");
    DuplicateKeyException duplicate = assertThrows(
        DuplicateKeyException.class,
        () -> insert.bind("id", 0).bind("note", "secret").label("notes").execute());
    assertEquals("insert into measure (id, reading, note) values (?, 1.5, ?)", duplicate.sql());
    String message = String.valueOf(duplicate.getMessage());
    assertTrue(message.contains("Cannot run \"notes\": "), message);
    refused(
        StatementException.class,
        "no_such",
        () -> db.sql("select no_such from measure").execute());
    refused(
        StatementException.class,
        "syntax error",
        () -> db.sql("selekt 'secret'").execute());
  }

  @EachDatabase
  void aTimeLimitCutsTheStatement(TestDatabase test) {
    Database db = test.db();
    String endless = "with recursive n(i) as (select 1 union all select i + 1 from n where i <"
        + " 100000000) select max(i) from n";
    var slow = db.sql(endless).timeout(Duration.ofMillis(100)).map(row -> row.nextLong());
    assertEquals(
        ErrorCode.TIMEOUT, assertThrows(TimeoutException.class, slow::one).code());
    assertThrows(
        IllegalArgumentException.class, () -> db.sql(endless).timeout(Duration.ofMillis(-1)));
  }

  @EachDatabase
  void aTransactionRunsTextAsItsPart(TestDatabase test) {
    Database db = measures(test, 0);
    assertThrows(
        IllegalStateException.class,
        () -> db.inTransaction(tx -> {
          assertEquals(1, tx.sql("insert into measure values (1, 1.0, 'a')").execute());
          assertEquals(
              1, tx.sql("select count(*) from measure").map(r -> r.nextInt()).one());
          throw new IllegalStateException("undo");
        }));
    assertEquals(0, db.from(MEASURE).count());
    db.inTransaction(tx -> {
      refused(InvalidQueryException.class, "no value", () -> tx.sql("select :a").execute());
      refused(InvalidQueryException.class, "COMMIT", () -> tx.sql("commit").execute());
      var delete = tx.sql("delete from measure where id = :id");
      refused(InvalidQueryException.class, "no value", () -> delete.batch(List.of(Map.of())));
      assertEquals(1, tx.sql("insert into measure values (1, 1.0, 'a')").execute());
    });
    assertEquals(1, db.from(MEASURE).count());
    db.inTransaction(
        Tx.readCommitted().readOnly(),
        tx -> refused(
            TransactionException.class,
            "it only reads",
            () -> tx.sql("delete from measure").execute()));
  }

  // Parameters

  @EachDatabase
  void eachParameterHasAValueAndEachValueAParameter(TestDatabase test) {
    Database db = test.db();
    refused(
        InvalidQueryException.class,
        "no value was given for :b",
        () -> db.sql("select :a + :b").bind("a", 1).execute());
    refused(
        InvalidQueryException.class,
        "a value was given for :b, but the text has no such parameter",
        () -> db.sql("select ':b', :a").bind("a", 1).bind("b", 2).execute());
    refused(
        InvalidQueryException.class,
        "Write :name",
        () -> db.sql("select 1 where 1 = ?").execute());
    assertThrows(NullPointerException.class, () -> db.sql("select :a").bind("a", nothing()));
  }

  @SuppressWarnings("NullAway") // this null is the mistake
  private static Object nothing() {
    return null;
  }

  @EachDatabase
  void hostileTextsAreJustValues(TestDatabase test) {
    Database db = measures(test, 1);
    for (String text : List.of(
        "'",
        "''; drop table measure; --",
        "\\",
        "\\'",
        ":id",
        "?",
        "$1",
        "{fn now()}",
        "%s",
        "a\nb",
        "😀",
        "\u202e",
        "")) {
      assertEquals(
          text,
          db.sql("select cast(:t as text) /* ':t' */ where :t = :t")
              .bind("t", text)
              .map(row -> row.nextText())
              .one());
      assertEquals(
          List.of(text),
          db.sql("select x from (select cast(:t as text) as x) y where x in (:l)")
              .bind("t", text)
              .bindList("l", List.of(text, "other"))
              .map(row -> row.nextText())
              .list());
    }
    refused(
        ValueException.class,
        "Cannot bind :t",
        () -> db.sql("select :t").bind("t", "a\0secret").execute());
    refused(
        ValueException.class,
        "Cannot bind :t",
        () -> db.sql("select 1 where 'a' in (:t)")
            .bindList("t", List.of("secret\ud83d"))
            .execute());
    assertEquals(1, db.from(MEASURE).count());
  }

  @EachDatabase
  void listsOfAnySizeAreOneParameter(TestDatabase test) {
    Database db = measures(test, 100);
    var in = db.sql("select count(*) from measure where id in (:ids)");
    var notIn = db.sql("select count(*) from measure where id not in (:ids)");
    for (int size : List.of(0, 1, 50, 5_000, 100_000)) {
      List<Integer> ids = IntStream.range(0, size).boxed().toList();
      int found = Math.min(size, 100);
      assertEquals(found, in.bindList("ids", ids).map(row -> row.nextInt()).one());
      assertEquals(
          100 - found, notIn.bindList("ids", ids).map(row -> row.nextInt()).one());
      List<String> notes = ids.stream().map(i -> "note " + i).toList();
      assertEquals(
          100 - found,
          db.sql("select count(*) from measure where note NOT IN (:notes) and reading >= 0")
              .bindList("notes", notes)
              .map(row -> row.nextInt())
              .one());
    }
    assertEquals(1, in.bind("ids", 3).map(row -> row.nextInt()).one());
    assertEquals(
        2,
        in.bindList("ids", List.<Object>of(1, 2L, 5_000_000_000L))
            .map(row -> row.nextInt())
            .one());
  }

  @EachDatabase
  void nothingIsInAnEmptyListNotEvenNull(TestDatabase test) {
    Database db = test.db();
    var none = db.sql("select case when cast(:v as text) in (:l) then 1 else 0 end,"
        + " case when cast(:v as text) not in (:l) then 1 else 0 end");
    var bound = none.bindNull("v", String.class).bindList("l", List.of());
    assertEquals("0 1", bound.map(row -> row.nextInt() + " " + row.nextInt()).one());
    assertEquals(
        "0 1",
        bound.bind("v", "a").map(row -> row.nextInt() + " " + row.nextInt()).one());
  }

  @EachDatabase
  @SuppressWarnings("NullAway") // this null is the mistake
  void listsStandWhereTheyHaveAMeaning(TestDatabase test) {
    Database db = test.db();
    refused(
        InvalidQueryException.class,
        "stands alone behind IN",
        () -> db.sql("select 1 where 1 in (:l, 2)").bindList("l", List.of(1)).execute());
    refused(
        InvalidQueryException.class,
        "bindList",
        () -> db.sql("select 1 where 1 in (:l)").bind("l", List.of(1)).execute());
    refused(
        ValueException.class,
        "parameter :l",
        () -> db.sql("select 1 where 1 in (:l)")
            .bindList("l", List.<Object>of(1, "secret"))
            .execute());
    List<@Nullable Integer> withNull = new ArrayList<>();
    withNull.add(null);
    assertThrows(
        NullPointerException.class,
        () -> db.sql("select 1 where 1 in (:l)").bindList("l", withNull));
    refused(
        MappingException.class,
        "no TypeConverter for java.lang.Thread",
        () -> db.sql("select :t").bind("t", new Thread(() -> {})).execute());
  }

  // Batches

  @EachDatabase
  void aBatchRunsOnceForEachRow(TestDatabase test) {
    Database db = measures(test, 0);
    var insert = db.sql("insert into measure (id, reading, note) values (:id, :reading, :note)");
    assertArrayEquals(new long[0], insert.batch(List.of()));
    List<Map<String, Object>> rows = IntStream.range(0, 12_345)
        .mapToObj(i -> Map.<String, Object>of("id", i, "reading", i / 4.0))
        .toList();
    long[] counts = insert.bind("note", "same").batch(rows);
    assertEquals(12_345, counts.length);
    assertTrue(java.util.Arrays.stream(counts).allMatch(count -> count == 1));
    assertEquals(new Measure(4, 1.0, "same"), db.get(MEASURE, 4));
    assertEquals(12_345, db.from(MEASURE).count());
    assertArrayEquals(
        new long[] {10, 0},
        db.sql("delete from measure where id < :id")
            .batch(List.of(Map.<String, Object>of("id", 10), Map.<String, Object>of("id", 10))));
  }

  @EachDatabase
  void aBatchIsStoredWhollyOrNotAtAll(TestDatabase test) {
    Database db = measures(test, 1);
    var insert = db.sql("insert into measure (id, reading, note) values (:id, 1.0, :note)");
    refused(
        DuplicateKeyException.class,
        "must be unique",
        () -> insert.batch(List.of(
            Map.<String, Object>of("id", 5, "note", "secret"),
            Map.<String, Object>of("id", 0, "note", "secret"))));
    refused(
        InvalidQueryException.class,
        "no value was given for :note",
        () -> insert.batch(List.of(
            Map.<String, Object>of("id", 6, "note", "a"), Map.<String, Object>of("id", 7))));
    refused(
        ValueException.class,
        "Cannot bind :id",
        () -> insert.batch(List.of(
            Map.<String, Object>of("id", 6, "note", "a"),
            Map.<String, Object>of("id", "b", "note", "a"))));
    assertEquals(1, db.from(MEASURE).count());
  }

  @EachDatabase
  void nullInABatchHasTheTypeOfTheOtherRows(TestDatabase test) {
    Database db = test.db();
    long created = db.sql("create table optional (a int, b bigint, c int)").execute();
    assertEquals(0, created);
    Map<String, @Nullable Object> first = new HashMap<>();
    first.put("a", null);
    first.put("b", 1);
    first.put("c", null);
    Map<String, @Nullable Object> second = new HashMap<>();
    second.put("a", 2);
    second.put("b", 5_000_000_000L);
    second.put("c", null);
    long[] counts = db.sql("insert into optional values (:a, :b, :c)")
        .bindNull("c", Integer.class)
        .batch(List.of(first, second));
    assertArrayEquals(new long[] {1, 1}, counts);
    assertEquals(
        "5000000001 null 2 null null",
        db.sql("select sum(b), max(c), max(a), min(c), (select a from optional where b = 1)"
                + " from optional")
            .map(row -> row.nextLong()
                + " " + row.nextIntOrNull()
                + " " + row.nextIntOrNull()
                + " " + row.nextIntOrNull()
                + " " + row.nextIntOrNull())
            .one());
  }

  // Text that only one database understands

  @EachDatabase
  @Only(value = DatabaseKind.POSTGRES, because = "SQLite has neither casts, arrays nor jsonb")
  void castsArraysAndJsonOperatorsAreLeftAsTheyAre(TestDatabase test) {
    var row = test.db().sql("""
        select '{"a": 1}'::jsonb ? :key, '{"a": 1}'::jsonb ?| array[:key, 'b'],
          '{"a": 1}'::jsonb ?& array['a', :key::text], (array[1, 2, 3])[1:2] = array[1, 2],
          /* :no /* ? */ */ $$:no ?$$ = ':no ?', E'\\'?' = '''?', (:list::int[])[:index] = 7
        """).bind("key", "a").bind("list", List.of(5, 6, 7)).bind("index", 3);
    assertEquals(
        List.of(true, true, true, true, true, true, true),
        row.map(r -> Stream.generate(r::nextBoolean).limit(7).toList()).one());
  }

  @EachDatabase
  @Only(value = DatabaseKind.SQLITE, because = "these quotes are SQLite's own")
  void bracketsAndBackticksAreNames(TestDatabase test) {
    assertEquals(
        3,
        test.db()
            .sql("select [:a] + `:b` from (select 1 as [:a], 2 as `:b`) where [:a] = :a")
            .bind("a", 1)
            .map(row -> row.nextInt())
            .one());
  }
}
