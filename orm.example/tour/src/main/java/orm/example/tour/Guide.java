package orm.example.tour;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import orm.spi.listen.StatementEvent;

/** Leads from stop to stop, speaks, and says nothing that has not been checked. */
final class Guide {

  private static final int WIDTH = 96;
  private static final String BOLD = "1";
  private static final String DIM = "2";
  private static final String RED = "31";
  private static final String GREEN = "32";

  private final PrintStream out;
  private final boolean colours;
  private int checks;

  Guide(PrintStream out, boolean colours) {
    this.out = out;
    this.colours = colours;
  }

  /**
   * Shows one stop after the other.
   *
   * @throws IllegalStateException if one of them did not show what it should; those behind it are
   *     left out
   */
  void lead(List<Stop> stops) {
    int done = 0;
    for (Stop stop : stops) {
      out.println();
      out.println(coloured(BOLD, (done + 1) + "  " + stop.title()));
      try {
        stop.sight().show(this);
      } catch (Exception e) {
        throw failed(done, stops, e);
      }
      done++;
    }
    out.println();
    out.println(coloured(GREEN, done + " of " + stops.size() + " steps verified") + ", with "
        + checks + " checks.");
  }

  private IllegalStateException failed(int done, List<Stop> stops, Exception reason) {
    if (reason instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    String title = stops.get(done).title();
    String message = Objects.requireNonNullElse(reason.getMessage(), reason.toString());
    say(coloured(RED, "FAILED") + "  " + message);
    out.println();
    out.println(coloured(RED, done + " of " + stops.size() + " steps verified") + "; step "
        + (done + 1) + " failed.");
    return new IllegalStateException(
        "The tour failed at step " + (done + 1) + ", " + title + ": " + message, reason);
  }

  /** Says something, in lines of a width that can be read. */
  void say(String text) {
    print(text, "   ", "", null);
  }

  /** Shows a statement as it was sent. */
  void sql(String statement) {
    print(statement, "     ", "  ", DIM);
  }

  /** Shows what ran. */
  void sql(List<StatementEvent> events) {
    for (StatementEvent event : events) {
      String outcome =
          event.error() != null ? "failed" : event.rows() + (event.rows() == 1 ? " row" : " rows");
      sql("[" + outcome + "] " + event.sql());
    }
  }

  /** Shows what somebody else says. */
  void quote(String text) {
    print(text, "   | ", "", null);
  }

  /** Shows rows of cells, in columns. */
  void table(List<List<String>> rows) {
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder("     ");
      for (int column = 0; column < row.size(); column++) {
        int place = column;
        int width =
            rows.stream().mapToInt(other -> other.get(place).length()).max().orElse(0);
        String cell = row.get(column);
        line.append(cell).append(" ".repeat(width - cell.length() + 2));
      }
      out.println(line.toString().stripTrailing());
    }
  }

  /**
   * Claims something.
   *
   * @throws IllegalStateException if it is not true
   */
  void check(String claim, boolean isTrue) {
    if (!isTrue) {
      throw new IllegalStateException("It is not true: " + claim);
    }
    checks++;
    say(coloured(GREEN, "ok") + "  " + claim);
  }

  /**
   * Claims that something happens.
   *
   * @return the exception that was expected
   * @throws IllegalStateException if another one is thrown, or none
   */
  <X extends Exception> X checkRefused(Class<X> type, Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      if (type.isInstance(e)) {
        quote(String.valueOf(e.getMessage()));
        return type.cast(e);
      }
      throw new IllegalStateException("Refused for another reason: " + e, e);
    }
    throw new IllegalStateException("It was not refused.");
  }

  private void print(String text, String indent, String hang, @Nullable String colour) {
    for (String line : text.split("\n", -1)) {
      for (String part : wrapped(line, WIDTH - indent.length(), hang)) {
        out.println(indent + (colour == null ? part : coloured(colour, part)));
      }
    }
  }

  private static List<String> wrapped(String line, int width, String hang) {
    List<String> parts = new ArrayList<>();
    String rest = line;
    while (rest.length() > width) {
      int blank = rest.lastIndexOf(' ', width);
      if (rest.substring(0, Math.max(blank, 0)).isBlank()) {
        break; // a word that is longer than the line
      }
      parts.add(rest.substring(0, blank));
      rest = hang + rest.substring(blank + 1);
    }
    parts.add(rest);
    return parts;
  }

  private String coloured(String colour, String text) {
    return colours ? "\u001b[" + colour + "m" + text + "\u001b[m" : text;
  }
}
