package orm.test.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import orm.api.Database;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;
import orm.test.proof.Origin.Kind;

/** A predicate is true, false or unknown for every row, and only one of the three. */
class PartitionTest {
  @EachDatabase
  void everyRowIsInOneOfThreeParts(TestDatabase test) {
    Database db = Proof.open(test);
    List<Integer> all = IntStream.rangeClosed(1, Stock.PARTS).boxed().toList();
    int runs = Proof.runs(300, 20_000);
    for (int run = 0; run < runs; run++) {
      Term predicate = predicate(Proof.random(run));
      List<Integer> parts = new ArrayList<>(keys(db, predicate));
      parts.addAll(keys(db, Term.of(Op.NOT, Type.BOOL, predicate)));
      parts.addAll(keys(db, Term.of(Op.IS_NULL, Type.BOOL, predicate)));
      parts.sort(null);
      int at = run;
      assertEquals(
          all,
          parts,
          () ->
              "run " + at + ", seed " + Proof.seed() + ": " + predicate + "\n" + test.statements());
      test.statements();
    }
    Proof.report(PartitionTest.class, runs + " predicates on " + test.kind());
  }

  private static Term predicate(Random random) {
    while (true) {
      AskGenerator queries = new AskGenerator(random);
      Columns columns = new Columns(
          random, List.of(new Columns.Seen(queries.nextOrigin(), Stock.PART_LAYOUT, "")));
      try {
        return new TermGenerator(random, columns, queries).condition(3);
      } catch (AskGenerator.NoSuchColumn tryAgain) {
        // the next attempt begins with other random numbers
      }
    }
  }

  private static List<Integer> keys(Database db, Term condition) {
    Term id = TermGenerator.column(0, List.of(), Stock.PART_LAYOUT.field("id"));
    Origin part = Origin.table(0, Kind.FIRST, Stock.PART_LAYOUT, null);
    Ask ask = Ask.rows(List.of(part), List.of(condition), List.of(id));
    List<Integer> keys = new ArrayList<>();
    for (List<@Nullable Object> row : db.query(Translation.of(ask)).list()) {
      keys.add((Integer) row.get(0));
    }
    return keys;
  }
}
