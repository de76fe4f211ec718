package orm.test.fulltext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.test.fulltext.Paper_.PAPER;
import static orm.test.fulltext.Shelf_.SHELF;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import orm.api.Database;
import orm.api.text.TextQuery;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/** Random queries of random texts find what their meaning, worked out in Java, says. */
class RandomTextTest {
  private static final long SEED = 20_261_123;

  /** Short, so that words meet often. */
  private static final List<String> PIECES =
      List.of("a", "A", "b", "ab", "Ab", "7", "12", "é", "É", "e\u0301", "ß", "ж", "Ж", "東", "東京");

  private static final List<String> BORDERS = List.of(
      " ", " ", " ", " ", "-", ".", "_", "/", "@", "'", "\"", "🔥", "\n", ", ", " -", "://", "\\",
      ":*", "&", " | ", "\u2014", "!", "%", "#1.5e", "<a>", "&amp;", "-0 ");

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{Nd}\\p{Mn}]+");

  private final Random random = new Random(SEED);

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i >= 0; i--) {
      text.append(pick(PIECES)).append(pick(BORDERS));
    }
    return text.toString();
  }

  private String query() {
    StringBuilder query = new StringBuilder(term());
    for (int i = random.nextInt(4); i > 0; i--) {
      query.append(
          switch (random.nextInt(5)) {
            case 0 -> " OR " + term();
            case 1, 2 -> " -" + term();
            default -> " " + term();
          });
    }
    return query.toString();
  }

  private String term() {
    String word = pick(PIECES) + (random.nextInt(4) == 0 ? pick(PIECES) : "");
    String star = random.nextInt(4) == 0 ? "*" : "";
    return switch (random.nextInt(3)) {
      case 0 -> "\"" + word + " " + pick(PIECES) + "\"" + star;
      case 1 -> word + "-" + pick(PIECES) + star;
      default -> word + star;
    };
  }

  private static List<String> words(String text) {
    return NO_WORD
        .splitAsStream(text)
        .filter(Predicate.not(String::isEmpty))
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
  }

  private static boolean holds(Paper paper, TextQuery query) {
    List<List<String>> texts = Stream.of(paper.title(), String.valueOf(paper.body()))
        .map(RandomTextTest::words)
        .toList();
    return query.alternatives().stream()
        .anyMatch(any -> any.required().stream().allMatch(phrase -> holds(texts, phrase))
            && any.excluded().stream().noneMatch(phrase -> holds(texts, phrase)));
  }

  private static boolean holds(List<List<String>> texts, TextQuery.Phrase phrase) {
    return texts.stream().anyMatch(words -> {
      for (int from = 0; from + phrase.words().size() <= words.size(); from++) {
        if (beginsAt(words, from, phrase)) {
          return true;
        }
      }
      return false;
    });
  }

  private static boolean beginsAt(List<String> words, int from, TextQuery.Phrase phrase) {
    for (int i = 0; i < phrase.words().size(); i++) {
      String wanted = phrase.words().get(i).toLowerCase(Locale.ROOT);
      String word = words.get(from + i);
      boolean last = phrase.prefix() && i == phrase.words().size() - 1;
      if (last ? !word.startsWith(wanted) : !word.equals(wanted)) {
        return false;
      }
    }
    return true;
  }

  @EachDatabase
  void randomQueriesFindWhatTheyMean(TestDatabase test) {
    Database db = test.with(List.of(SHELF, PAPER));
    List<Paper> papers = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      papers.add(Paper.of(String.format("%03d", i), text(), text()));
    }
    db.insertAll(PAPER, papers);
    List<String> wrong = new ArrayList<>();
    int found = 0;
    for (int i = 0; i < 500; i++) {
      String query = query();
      TextQuery meaning = TextQuery.parse(query);
      List<String> expected = papers.stream()
          .filter(paper -> holds(paper, meaning))
          .map(Paper::code)
          .toList();
      List<String> codes = db.from(PAPER)
          .where(PAPER.titleBodyText.matches(query))
          .orderBy(PAPER.code.asc())
          .select(PAPER.code)
          .list();
      found += codes.size();
      if (!codes.equals(expected)) {
        wrong.add(query + " found " + codes + " and not " + expected);
      }
    }
    assertEquals(List.of(), wrong, "seed " + SEED + ", " + papers);
    assertTrue(found > 1_000, "the queries find too little: " + found);
  }
}
