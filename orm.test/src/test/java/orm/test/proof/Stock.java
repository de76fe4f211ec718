package orm.test.proof;

import static orm.test.proof.Maker_.MAKER;
import static orm.test.proof.Part_.PART;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import orm.api.Database;
import orm.api.model.Ref;
import orm.test.proof.Origin.Field;
import orm.test.proof.Origin.Layout;

/** The rows that all proofs read, as entities and as plain maps. */
final class Stock {
  static final int MAKERS = 7;
  static final int PARTS = 23;

  /** No two of them sort alike, in the order of code points, which is not that of UTF-16. */
  static final List<String> TEXTS = List.of(
      "",
      " ",
      "a",
      "A",
      "ab",
      "aB ",
      " b%",
      "a_b",
      "\\",
      "é",
      "É",
      "ÉA",
      "z",
      "ä-ß",
      "\uFFEE",
      "\uD83D\uDE00",
      "x\uD83D\uDE00y",
      "[a]",
      "*",
      "?",
      "'",
      "a'b\"`",
      "ж",
      "Ж");

  static final Layout MAKER_LAYOUT = new Layout(
      "maker",
      List.of(
          new Field("id", Type.KEY, 0, 0),
          new Field("name", Type.TEXT, 0, 0),
          new Field("country", Type.TEXT, 0, 0),
          new Field("owner", Type.KEY, 0, 0)));

  static final Layout PART_LAYOUT = new Layout(
      "part",
      List.of(
          new Field("id", Type.KEY, 0, 0),
          new Field("rank", Type.INT, 0, 3),
          new Field("size", Type.INT, 0, 20),
          new Field("weight", Type.LONG, 0, 100_000),
          new Field("price", Type.DECIMAL, 2, 100),
          new Field("rate", Type.DECIMAL, 4, 100),
          new Field("spare", Type.BOOL, 0, 0),
          new Field("made", Type.DATE, 0, 0),
          new Field("label", Type.TEXT, 0, 0),
          new Field("name", Type.TEXT, 0, 0),
          new Field("maker", Type.KEY, 0, 0),
          new Field("whole", Type.KEY, 0, 0)));

  private final List<Maker> makers = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();

  /** Makes the rows, the same of every seed. */
  Stock(long seed) {
    Random random = new Random(seed);
    for (int id = 1; id <= MAKERS; id++) {
      String name = text(random);
      String country = random.nextInt(3) == 0 ? null : random.nextBoolean() ? "NL" : "É";
      makers.add(new Maker(id, name, country, reference(random, MAKER::ref, id - 1)));
    }
    for (int id = 1; id <= PARTS; id++) {
      parts.add(new Part(
          id,
          random.nextInt(4),
          random.nextInt(4) == 0 ? null : random.nextInt(41) - 20,
          random.nextInt(4) == 0 ? null : (long) random.nextInt(200_001) - 100_000,
          decimal(random, 2),
          decimal(random, 4),
          random.nextInt(3) == 0 ? null : random.nextBoolean(),
          random.nextInt(4) == 0 ? null : LocalDate.of(1999, 12, 28).plusDays(random.nextInt(70)),
          random.nextInt(4) == 0 ? null : text(random),
          text(random),
          reference(random, MAKER::ref, MAKERS),
          reference(random, PART::ref, id - 1)));
    }
  }

  static String text(Random random) {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  /** Small numbers with many ties, and now and then one that needs all its digits. */
  private static @Nullable BigDecimal decimal(Random random, int scale) {
    return switch (random.nextInt(5)) {
      case 0 -> null;
      case 1 -> BigDecimal.valueOf(random.nextInt(20_001) - 10_000, Math.min(scale, 2));
      default -> BigDecimal.valueOf(random.nextInt(9) - 4L).setScale(scale);
    };
  }

  private interface Refer<E> {
    Ref<E> to(int id);
  }

  private static <E> @Nullable Ref<E> reference(Random random, Refer<E> refer, int last) {
    return last == 0 || random.nextInt(4) == 0 ? null : refer.to(1 + random.nextInt(last));
  }

  void store(Database db) {
    db.insertAll(MAKER, makers);
    db.insertAll(PART, parts);
  }

  /** The rows of an entity, by the names of its fields. */
  List<Map<String, @Nullable Object>> rows(String entity) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    if (entity.equals("maker")) {
      makers.forEach(maker -> rows.add(row(maker)));
    } else {
      parts.forEach(part -> rows.add(row(part)));
    }
    return Collections.unmodifiableList(rows);
  }

  private static Map<String, @Nullable Object> row(Maker maker) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("id", maker.id());
    row.put("name", maker.name());
    row.put("country", maker.country());
    row.put("owner", MAKER.keyOrNull(maker.owner()));
    return row;
  }

  private static Map<String, @Nullable Object> row(Part part) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("id", part.id());
    row.put("rank", part.rank());
    row.put("size", part.size());
    row.put("weight", part.weight());
    row.put("price", part.price());
    row.put("rate", part.rate());
    row.put("spare", part.spare());
    row.put("made", part.made());
    row.put("label", part.label());
    row.put("name", part.name());
    row.put("maker", MAKER.keyOrNull(part.maker()));
    row.put("whole", PART.keyOrNull(part.whole()));
    return row;
  }

  /** The entity that a step of a path leads to. */
  static Layout target(String step) {
    return step.equals("maker") || step.equals("owner") ? MAKER_LAYOUT : PART_LAYOUT;
  }
}
