package orm.test.fulltext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.api.expression.Expressions.excluded;
import static orm.api.expression.Expressions.not;
import static orm.api.expression.Expressions.param;
import static orm.api.query.Select.from;
import static orm.test.fulltext.Keyed_.KEYED;
import static orm.test.fulltext.Letter_.LETTER;
import static orm.test.fulltext.Paper_.PAPER;
import static orm.test.fulltext.Secret_.SECRET;
import static orm.test.fulltext.Shelf_.SHELF;
import static orm.test.fulltext.Stemmed_.STEMMED;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import orm.api.Database;
import orm.api.Orm;
import orm.api.error.ErrorCode;
import orm.api.error.InvalidQueryException;
import orm.api.error.UnsupportedQueryException;
import orm.api.expression.Condition;
import orm.api.expression.Param;
import orm.api.model.EntityTable;
import orm.api.query.Keyset;
import orm.api.query.Select;
import orm.api.text.TextQuery;
import orm.test.database.DatabaseKind;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/** Words in texts mean the same on both databases. */
class FullTextTest {
  private static final List<Paper> PAPERS = List.of(
      Paper.of("wine", "Red wine", "from the south"),
      Paper.of("RED", "A RED Car", "wine-red, 2 doors, 1999 cc"),
      Paper.of("white", "White wine", null),
      Paper.of("mail", "E-mail", "me@example.org, see http://example.org/a_b/c.txt"),
      Paper.of("number", "Version 1.50", "costs -3.5 or 1e5, 10:30, 007"),
      Paper.of("umlaut", "Größe und MÜLLER", "Éclair au café, ŁÓDŹ"),
      Paper.of("cyrillic", "Жизнь И СУДЬБА", null),
      Paper.of("greek", "Οδος", null),
      Paper.of("cjk", "東京 大学", "東京都"),
      Paper.of("emoji", "fire🔥works", "👍🏽 good"),
      Paper.of("quote", "don't \"quote\" me", "it's AT&T; DROP TABLE paper; --"),
      Paper.of("empty", "", ""),
      Paper.of("border", "one two", "three four"));

  /** What each query finds, by code. */
  private static final Map<String, List<String>> FOUND = new TreeMap<>(Map.ofEntries(
      Map.entry("wine", List.of("RED", "white", "wine")),
      Map.entry("WINE Red", List.of("RED", "wine")),
      Map.entry("\"red wine\"", List.of("wine")),
      Map.entry("red-wine", List.of("wine")),
      Map.entry("wine-red", List.of("RED")),
      Map.entry("wine -red", List.of("white")),
      Map.entry("wine -\"red wine\"", List.of("RED", "white")),
      Map.entry("wine -red -white", List.of()),
      Map.entry("win*", List.of("RED", "white", "wine")),
      Map.entry("\"red wi\"*", List.of("wine")),
      Map.entry("red-wi*", List.of("wine")),
      Map.entry("win", List.of()),
      Map.entry("car OR south", List.of("RED", "wine")),
      Map.entry("white wine OR red car", List.of("RED", "white")),
      Map.entry("wine -red OR car -white", List.of("RED", "white")),
      Map.entry("or", List.of("number")),
      Map.entry("\"OR\"", List.of("number")),
      Map.entry("red AND car", List.of()),
      Map.entry("mail", List.of("mail")),
      Map.entry("e-mail", List.of("mail")),
      Map.entry("email", List.of()),
      Map.entry("me@example.org", List.of("mail")),
      Map.entry("example", List.of("mail")),
      Map.entry("\"http://example.org\"", List.of("mail")),
      Map.entry("a_b c.txt", List.of("mail")),
      Map.entry("txt", List.of("mail")),
      Map.entry("1.50", List.of("number")),
      Map.entry("50", List.of("number")),
      Map.entry("3.5", List.of("number")),
      Map.entry("1e5", List.of("number")),
      Map.entry("\"10:30\"", List.of("number")),
      Map.entry("007", List.of("number")),
      Map.entry("7", List.of()),
      Map.entry("0*", List.of("number")),
      Map.entry("0", List.of()),
      Map.entry("199*", List.of("RED")),
      Map.entry("größe", List.of("umlaut")),
      Map.entry("grösse", List.of()),
      Map.entry("grosse", List.of()),
      Map.entry("müller", List.of("umlaut")),
      Map.entry("Muller", List.of()),
      Map.entry("éclair", List.of("umlaut")),
      Map.entry("eclair", List.of()),
      Map.entry("łódź", List.of("umlaut")),
      Map.entry("ЖИЗНЬ судьба", List.of("cyrillic")),
      Map.entry("суд*", List.of("cyrillic")),
      Map.entry("οδος", List.of("greek")),
      Map.entry("ΟΔος", List.of("greek")),
      Map.entry("東京", List.of("cjk")),
      Map.entry("東京*", List.of("cjk")),
      Map.entry("京", List.of()),
      Map.entry("fire", List.of("emoji")),
      Map.entry("fire🔥works", List.of("emoji")),
      Map.entry("good", List.of("emoji")),
      Map.entry("don't", List.of("quote")),
      Map.entry("dont", List.of()),
      Map.entry("\"at&t\"", List.of("quote")),
      Map.entry("drop-table-paper", List.of("quote")),
      Map.entry("\"two three\"", List.of()),
      Map.entry("two three", List.of("border")),
      Map.entry("title", List.of())));

  private static Database filled(TestDatabase test) {
    Database db = test.with(List.of(SHELF, PAPER));
    db.insertAll(PAPER, PAPERS);
    return db;
  }

  private static List<String> codes(Database db, Condition condition) {
    return db.from(PAPER)
        .where(condition)
        .orderBy(PAPER.code.asc())
        .select(PAPER.code)
        .list();
  }

  private static List<String> found(Database db, String query) {
    return codes(db, PAPER.titleBodyText.matches(query));
  }

  @EachDatabase
  void queriesFindTheSameRowsOnBothDatabases(TestDatabase test) {
    Database db = filled(test);
    List<String> wrong = new ArrayList<>();
    FOUND.forEach((query, codes) -> {
      List<String> found = found(db, query);
      if (!found.equals(codes)) {
        wrong.add(query + " found " + found + " and not " + codes);
      }
    });
    assertEquals(List.of(), wrong);
  }

  @EachDatabase
  void queriesOfOneShapeShareThePlan(TestDatabase test) {
    Database db = filled(test);
    test.statements();
    assertEquals(List.of("wine"), found(db, "\"red wine\""));
    assertEquals(List.of("RED", "white"), found(db, "wine -\"red wine\""));
    assertEquals(1, test.statements().stream().distinct().count());
  }

  @EachDatabase
  void aParameterIsReadWhenItIsBound(TestDatabase test) {
    Database db = filled(test);
    Param<String> words = param("words", String.class);
    Select<String> query = from(PAPER)
        .where(PAPER.paperWords.matches(words))
        .orderBy(PAPER.paperWords.rank(words).desc(), PAPER.code.asc())
        .select(PAPER.code);
    assertEquals(List.of("wine"), db.query(query).bind(words, "south").list());
    assertEquals(List.of("border"), db.query(query).bind(words, "four").list());
    InvalidQueryException wrong = assertThrows(
        InvalidQueryException.class,
        () -> db.query(query).bind(words, "\"secret").list());
    assertEquals(ErrorCode.INVALID_TEXT_QUERY, wrong.code());
  }

  @EachDatabase
  void everyChangeIsFoundAtOnce(TestDatabase test) {
    Database db = filled(test);
    Paper one = db.insert(PAPER, Paper.of("one", "apple", "pear"));
    assertEquals(List.of("one"), found(db, "apple pear"));
    db.update(PAPER, Paper_.edit(one).body("plum").done());
    assertEquals(List.of(), found(db, "pear"));
    assertEquals(List.of("one"), found(db, "plum"));
    db.update(PAPER, Paper_.edit(one).body(null).done());
    assertEquals(List.of(), found(db, "plum"));
    db.update(PAPER)
        .set(PAPER.body, "kiwi")
        .where(PAPER.titleBodyText.matches("wine"))
        .execute();
    assertEquals(List.of("RED", "white", "wine"), found(db, "kiwi"));
    assertEquals(List.of("one"), found(db, "apple"));
    db.sql("update paper set title = 'melon' where code = 'one'").execute();
    assertEquals(List.of("one"), found(db, "melon"));
    db.sql("update paper set id = 4711 where code = 'one'").execute();
    assertEquals(List.of("one"), found(db, "melon"));
    assertThrows(
        IllegalStateException.class,
        () -> db.transaction(tx -> {
          tx.deleteFrom(PAPER).where(PAPER.titleBodyText.matches("melon")).execute();
          assertEquals(
              0, tx.from(PAPER).where(PAPER.titleBodyText.matches("melon")).count());
          throw new IllegalStateException("back");
        }));
    assertEquals(List.of("one"), found(db, "melon"));
    assertEquals(
        1,
        db.deleteFrom(PAPER)
            .where(PAPER.titleBodyText.matches("melon OR nothing"))
            .execute());
    assertEquals(List.of(), found(db, "melon"));
  }

  @EachDatabase
  void upsertsAreFoundAtOnce(TestDatabase test) {
    Database db = filled(test);
    db.insertInto(PAPER)
        .values(List.of(Paper.of("wine", "Grape juice", null), Paper.of("new", "Grape seed", null)))
        .onConflict(PAPER.byCode)
        .set(PAPER.title, excluded(PAPER.title))
        .execute();
    assertEquals(List.of("new", "wine"), found(db, "grape"));
    assertEquals(List.of("RED"), found(db, "red"));
  }

  @EachDatabase
  void nullHoldsNothingAndIsNeverUnknown(TestDatabase test) {
    Database db = filled(test);
    Condition wine = PAPER.paperWords.matches("wine");
    assertEquals(List.of("RED"), codes(db, wine));
    assertEquals(PAPERS.size() - 1, codes(db, not(wine)).size());
    db.insert(SHELF, new Shelf("empty"));
    Shelf_ shelf = SHELF;
    assertEquals(
        List.of("empty"),
        db.from(shelf)
            .leftJoin(PAPER, PAPER.shelf.eq(SHELF.ref("empty")))
            .where(not(PAPER.titleBodyText.matches("wine")))
            .select(shelf.name)
            .list());
  }

  @EachDatabase
  void betterTextsComeFirst(TestDatabase test) {
    Database db = test.with(List.of(SHELF, PAPER));
    List<Paper> papers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      papers.add(Paper.of("other" + i, "cheese", "bread and butter"));
    }
    papers.add(Paper.of("one", "wine", "and then many words that have nothing to do with it"));
    papers.add(Paper.of("many", "wine wine wine", "wine"));
    db.insertAll(PAPER, papers);
    assertEquals(
        List.of("many", "one"),
        db.from(PAPER)
            .where(PAPER.titleBodyText.matches("wine"))
            .orderBy(PAPER.titleBodyText.rank("wine").desc())
            .select(PAPER.code)
            .list());
    List<Double> ranks = db.from(PAPER)
        .where(PAPER.titleBodyText.matches("wine"))
        .select(PAPER.titleBodyText.rank("wine"))
        .list();
    assertTrue(ranks.stream().allMatch(rank -> rank > 0), ranks::toString);
    InvalidQueryException page = assertThrows(
        InvalidQueryException.class,
        () ->
            db.from(PAPER).orderBy(PAPER.titleBodyText.rank("wine").desc()).page(Keyset.first(10)));
    assertTrue(String.valueOf(page.getMessage()).contains("rank"), page::getMessage);
  }

  @EachDatabase
  void wordsAreLookedForInRelatedRows(TestDatabase test) {
    Database db = test.with(List.of(SHELF, PAPER));
    db.insertAll(SHELF, List.of(new Shelf("cellar"), new Shelf("attic")));
    db.insertAll(
        PAPER,
        List.of(
            new Paper(null, "a", "Red wine", null, 1, SHELF.ref("cellar")),
            new Paper(null, "b", "Old toys", null, 1, SHELF.ref("attic"))));
    Paper_ papers = SHELF.papers();
    assertEquals(
        List.of("cellar"),
        db.from(SHELF)
            .where(papers.any(papers.titleBodyText.matches("wine")))
            .select(SHELF.name)
            .list());
    assertEquals(
        List.of("attic"),
        db.from(PAPER)
            .join(PAPER.shelf())
            .where(PAPER.titleBodyText.matches("toy*"))
            .select(PAPER.shelf().name)
            .list());
    Paper_ other = PAPER.as("other");
    assertEquals(
        2,
        db.from(PAPER)
            .join(other, other.titleBodyText.matches("wine OR toys"))
            .where(PAPER.titleBodyText.matches("wine"))
            .count());
  }

  @EachDatabase
  void anyTextCanBeMadeAQuery(TestDatabase test) {
    Database db = filled(test);
    assertEquals("\"AT\" \"T\" \"DROP\"", TextQuery.allOf(" AT&T -- (DROP!* \" "));
    assertEquals(List.of("quote"), found(db, TextQuery.allOf("AT&T -- (DROP!* \"")));
    assertEquals("", TextQuery.allOf("!? 👍"));
  }

  @EachDatabase
  void whatCountsAsDeletedIsNotFound(TestDatabase test) {
    Database db = test.with(List.of(LETTER));
    db.insertAll(LETTER, List.of(new Letter(1, "red wine", false), new Letter(2, "wine", false)));
    db.deleteFrom(LETTER).where(LETTER.wordsText.matches("red")).execute();
    assertEquals(
        List.of(2),
        db.from(LETTER)
            .where(LETTER.wordsText.matches("wine").or(LETTER.wordsText.matches("red")))
            .select(LETTER.id)
            .list());
    assertEquals(
        2,
        db.unscoped("to see all")
            .from(LETTER)
            .where(LETTER.wordsText.matches("wine"))
            .count());
  }

  @EachDatabase
  void stemsAndOtherKeysAreForPostgresAlone(TestDatabase test) {
    if (test.kind() == DatabaseKind.SQLITE) {
      for (EntityTable<?, ?> table : List.of(STEMMED, KEYED)) {
        UnsupportedQueryException refused = assertThrows(
            UnsupportedQueryException.class, () -> test.db().schema().create(List.of(table)));
        assertTrue(
            String.valueOf(refused.getMessage()).contains("_words_text of table "),
            refused::getMessage);
      }
      assertThrows(
          UnsupportedQueryException.class,
          () -> test.db().from(STEMMED).where(STEMMED.wordsText.matches("dog")).list());
      return;
    }
    Database db = test.with(List.of(STEMMED, KEYED));
    db.insert(STEMMED, new Special.Stemmed(1, "The dogs were running"));
    assertEquals(
        1, db.from(STEMMED).where(STEMMED.wordsText.matches("dog runs")).count());
    assertEquals(1, db.from(STEMMED).where(STEMMED.wordsText.matches("the dog")).count());
    db.insert(KEYED, new Special.Keyed(new UUID(1, 2), "The dogs"));
    assertEquals(0, db.from(KEYED).where(KEYED.wordsText.matches("dog")).count());
    assertEquals(1, db.from(KEYED).where(KEYED.wordsText.matches("dog*")).count());
  }

  @EachDatabase
  void theIndexServesTheQueryAndRanksAreReadOnce(TestDatabase test) {
    Database db = test.with(List.of(SHELF, PAPER));
    List<Paper> papers = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      papers.add(Paper.of("p" + i, "common words", i % 5_000 == 0 ? "rare" : "other"));
    }
    db.insertAll(PAPER, papers);
    db.sql("analyze").execute();
    String plan =
        String.join("\n", db.from(PAPER).where(PAPER.paperWords.matches("rare")).explain());
    boolean served = test.kind() == DatabaseKind.POSTGRES
        ? plan.contains("paper_words")
        : plan.contains("VIRTUAL TABLE INDEX") && plan.contains("SEARCH paper");
    assertTrue(served, plan);
    assertEquals(
        3,
        db.from(PAPER)
            .where(PAPER.titleBodyText.matches("common"))
            .orderBy(PAPER.titleBodyText.rank("common").desc(), PAPER.id.asc())
            .limit(3)
            .timeout(Duration.ofSeconds(20))
            .list()
            .size());
  }

  @EachDatabase
  void nobodySeesWhatIsLookedForInSecrets(TestDatabase test) {
    List<String> seen = new ArrayList<>();
    Database db = test.open(Orm.builder(test.settings())
        .listener(event -> seen.add(event.sql() + " " + event.binds())));
    db.schema().create(List.of(SECRET));
    seen.clear();
    db.from(SECRET).where(SECRET.titleText.matches("public")).list();
    db.from(SECRET)
        .where(SECRET.diaryText.matches("hush"))
        .orderBy(SECRET.diaryText.rank("hush").desc())
        .list();
    String said = String.join("\n", seen);
    assertTrue(said.contains("public"), said);
    assertTrue(said.contains("***, ***"), said);
    assertFalse(said.contains("hush"), said);
  }
}
