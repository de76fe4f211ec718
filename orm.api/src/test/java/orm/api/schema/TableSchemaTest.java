package orm.api.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TableSchemaTest {
  private static final Set<ColumnSchema.Origin> NAMED =
      EnumSet.of(ColumnSchema.Origin.SEQUENCE, ColumnSchema.Origin.GENERATOR);
  private static final ColumnType.Kind[] RANGED = {
    ColumnType.Kind.INT, ColumnType.Kind.DATE, ColumnType.Kind.INSTANT
  };

  private static final String BOOK = """
      table book
      column id bigint identity
      column isbn text(20)
      column published date null
      column price decimal(12,2) default "9.99"
      column format enum(HARDCOVER, PAPERBACK)
      column author_id bigint component author
      column keywords list(text)
      column version bigint version
      primary key (id)
      unique book_isbn_key (isbn)
      reference author (author_id) -> author (id) on delete cascade
      index book_published_idx (published desc, sql "lower({isbn})") where "{price} > 1"
      check book_isbn_check "{isbn} <> ''"
      """;

  @Test
  void theTextIsReadableAndReadsBackAsItself() {
    TableSchema book = TableSchema.parse(BOOK);
    assertEquals(BOOK, book.text());
    assertEquals("author", book.columns().get(5).component());
    assertEquals(ColumnType.decimal(12, 2), book.columns().get(3).type());
    assertEquals(16, book.contentHash().length());
    assertEquals(book.contentHash(), TableSchema.parse(book.text()).contentHash());
  }

  @Test
  void anErrorNamesItsLine() {
    for (String wrong : List.of(
        "table t\ncolumn c kilogram\nprimary key (c)",
        "table t\ncolumn c \"unfinished\nprimary key (c)",
        "table t\ncolun c text\nprimary key (c)",
        "table t\ncolumn c text extra\nprimary key (c)")) {
      IllegalArgumentException error =
          assertThrows(IllegalArgumentException.class, () -> TableSchema.parse(wrong));
      assertTrue(String.valueOf(error.getMessage()).contains("line 2"), error::getMessage);
    }
    assertThrows(IllegalArgumentException.class, () -> TableSchema.parse("table t\ncolumn c text"));
    assertThrows(
        IllegalArgumentException.class,
        () -> TableSchema.parse("table t\ncolumn c text\nprimary key (d)"));
  }

  /** Names and SQL texts may hold anything: the text form must keep them apart. */
  @Test
  void anySchemaReadsBackAsItself() {
    long seed = 20_261_122;
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      TableSchema schema = randomTable(random);
      int round = i;
      assertEquals(
          schema, TableSchema.parse(schema.text()), () -> "seed " + seed + ", round " + round);
    }
  }

  private static TableSchema randomTable(Random random) {
    List<ColumnSchema> columns = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(4); i++) {
      ColumnSchema.Origin origin = pick(random, ColumnSchema.Origin.values());
      columns.add(new ColumnSchema(
          name(random) + i,
          name(random),
          randomType(random, true),
          random.nextBoolean(),
          origin,
          NAMED.contains(origin) ? name(random) : null,
          orNull(random),
          pick(random, ColumnSchema.Role.values()),
          random.nextBoolean(),
          random.nextBoolean() ? List.of() : List.of(name(random), name(random)),
          orNull(random)));
    }
    String first = columns.get(0).name();
    List<String> key = List.of(first);
    return new TableSchema(
        name(random),
        orNull(random),
        columns,
        key,
        List.of(new UniqueSchema(name(random), key)),
        List.of(new ForeignKeySchema(
            name(random),
            orNull(random),
            key,
            name(random),
            List.of(name(random)),
            pick(random, ForeignKeySchema.Action.values()),
            pick(random, ForeignKeySchema.Action.values()),
            random.nextBoolean(),
            random.nextBoolean())),
        List.of(
            new IndexSchema(
                name(random),
                List.of(
                    new IndexSchema.Part(name(random), null, random.nextBoolean()),
                    new IndexSchema.Part(null, name(random), random.nextBoolean())),
                random.nextBoolean(),
                orNull(random)),
            new IndexSchema(
                name(random),
                List.of(new IndexSchema.Part(name(random), null, false)),
                false,
                null,
                name(random))),
        List.of(new CheckSchema(name(random), name(random))),
        random.nextBoolean() ? first : null,
        random.nextBoolean() ? List.of() : List.of(randomLink(random)));
  }

  private static LinkSchema randomLink(Random random) {
    return new LinkSchema(name(random), name(random), randomSide(random), randomSide(random));
  }

  private static LinkSchema.Side randomSide(Random random) {
    return new LinkSchema.Side(
        List.of(
            new LinkSchema.Column(name(random), randomType(random, true)),
            new LinkSchema.Column(name(random), randomType(random, true))),
        name(random),
        List.of(name(random), name(random)),
        pick(random, ForeignKeySchema.Action.values()));
  }

  @Test
  void linkIsTableWithBothKeys() {
    TableSchema book = TableSchema.parse("""
        table book
        column id bigint identity
        primary key (id)
        link tags book_tag (book_id bigint) -> book (id), (tag_code text(5)) -> tag (code) on delete restrict
        """);
    assertEquals("""
        table book_tag
        column book_id bigint
        column tag_code text(5)
        primary key (book_id, tag_code)
        reference bookId (book_id) -> book (id) on delete cascade
        reference tagCode (tag_code) -> tag (code) on delete restrict
        index book_tag_tag_code_idx (tag_code)
        """, book.links().get(0).toTable().text());
  }

  private static ColumnType randomType(Random random, boolean nested) {
    return switch (random.nextInt(nested ? 9 : 7)) {
      case 0 -> ColumnType.text(random.nextInt(3));
      case 1 -> ColumnType.decimal(10, random.nextInt(10));
      case 2 -> ColumnType.enumeration(orNull(random), List.of(name(random), name(random)));
      case 3 -> ColumnType.of(ColumnType.Kind.DECIMAL);
      case 4 -> ColumnType.of(ColumnType.Kind.INSTANT);
      case 5 -> ColumnType.range(pick(random, RANGED));
      case 6 -> ColumnType.of(ColumnType.Kind.INET);
      case 7 -> ColumnType.converted(name(random));
      default -> ColumnType.list(randomType(random, false));
    };
  }

  private static @Nullable String orNull(Random random) {
    return random.nextBoolean() ? null : name(random);
  }

  private static String name(Random random) {
    String[] some = {
      "book",
      "unique",
      "null",
      "sql",
      "desc",
      "was",
      "native",
      "component",
      "primary",
      "a b",
      "(",
      ")",
      ",",
      "\"",
      "\\",
      "\n",
      "\r",
      "",
      "->",
      "表",
      "'",
      "{x}",
      "in_print",
      "inPrint"
    };
    return pick(random, some) + pick(random, some);
  }

  private static <T> T pick(Random random, T[] all) {
    return all[random.nextInt(all.length)];
  }
}
