package orm.example.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import orm.spi.listen.CallSite;
import orm.spi.listen.StatementEvent;

/** The guide says only what was checked. */
class GuideTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private Guide guide(boolean colours) {
    return new Guide(new PrintStream(bytes, true, StandardCharsets.UTF_8), colours);
  }

  private String said() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void eachStepAndItsChecksAreCounted() {
    guide(false)
        .lead(List.of(
            new Stop("First", guide -> guide.check("water is wet", true)),
            new Stop("Second", guide -> {
              guide.say("Look:");
              guide.check("fire is hot", true);
            })));

    assertEquals("""

        1  First
           ok  water is wet

        2  Second
           Look:
           ok  fire is hot

        2 of 2 steps verified, with 2 checks.
        """, said());
  }

  @Test
  void whatIsNotTrueEndsTheTour() {
    List<String> reached = new ArrayList<>();
    IllegalStateException failure = assertThrows(
        IllegalStateException.class,
        () -> guide(false)
            .lead(List.of(
                new Stop("First", guide -> reached.add("first")),
                new Stop("Second", guide -> guide.check("pigs fly", false)),
                new Stop("Third", guide -> reached.add("third")))));

    assertEquals(
        "The tour failed at step 2, Second: It is not true: pigs fly", failure.getMessage());
    assertEquals(List.of("first"), reached);
    assertTrue(said().endsWith("""
               FAILED  It is not true: pigs fly

            1 of 3 steps verified; step 2 failed.
            """), said());
  }

  @Test
  void whatCannotBeShownEndsTheTourWithItsCause() {
    Exception reason = new Exception("no light");
    IllegalStateException failure = assertThrows(
        IllegalStateException.class,
        () -> guide(false).lead(List.of(new Stop("Only", guide -> {
          throw reason;
        }))));

    assertSame(reason, failure.getCause());
  }

  @Test
  void aRefusalThatDoesNotComeIsAFailure() {
    assertEquals(
        "It was not refused.",
        assertThrows(
                IllegalStateException.class,
                () -> guide(false).checkRefused(ArithmeticException.class, () -> {}))
            .getMessage());
  }

  @Test
  void aRefusalForAnotherReasonIsAFailure() {
    RuntimeException other = new RuntimeException("no");

    assertSame(
        other,
        assertThrows(
                IllegalStateException.class,
                () -> guide(false).checkRefused(ArithmeticException.class, () -> {
                  throw other;
                }))
            .getCause());
  }

  @Test
  void coloursAreForTerminals() {
    guide(true).check("water is wet", true);
    assertTrue(said().contains("\u001b[32mok\u001b[m"), said());
    bytes.reset();

    guide(false).check("water is wet", true);
    assertFalse(said().contains("\u001b"), said());
  }

  @Test
  void aStatementIsShownWithItsOutcomeInLinesThatCanBeRead() {
    guide(false)
        .sql(List.of(
            new Ran("SELECT " + "a, ".repeat(40) + "b FROM c", 2, null),
            new Ran("DELETE FROM c", -1, new RuntimeException("no"))));

    assertTrue(said().startsWith("     [2 rows] SELECT a, a,"), said());
    assertTrue(said().endsWith("     [failed] DELETE FROM c\n"), said());
    assertTrue(said().lines().allMatch(line -> line.length() <= 96), said());
  }

  /** A statement that ran. */
  private record Ran(String sql, long rows, @Nullable Throwable error) implements StatementEvent {
    @Override
    public String database() {
      return "tour";
    }

    @Override
    public String dialect() {
      return "sqlite";
    }

    @Override
    public Kind kind() {
      return Kind.OTHER;
    }

    @Override
    public @Nullable String entity() {
      return null;
    }

    @Override
    public long transaction() {
      return 0;
    }

    @Override
    public Instant started() {
      return Instant.EPOCH;
    }

    @Override
    public long nanos() {
      return 1;
    }

    @Override
    public @Nullable CallSite callSite() {
      return null;
    }

    @Override
    public List<String> binds() {
      return List.of();
    }
  }
}
