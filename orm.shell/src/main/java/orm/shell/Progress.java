package orm.shell;

import java.io.PrintStream;
import orm.api.migration.Direction;
import orm.api.migration.MigrationEvent;
import orm.api.migration.MigrationListener;

/** Shows on a terminal what runs, in one line that is written over and gone at the end. */
final class Progress implements MigrationListener {
  static final String CLEAR = "\r\u001b[K";
  private static final int WIDTH = 100;

  private final PrintStream out;

  Progress(PrintStream out) {
    this.out = out;
  }

  @Override
  public void on(MigrationEvent event) {
    switch (event.type()) {
      case WAITING -> show("waits for " + event.text() + ", " + event.elapsed().toSeconds() + " s");
      case BEGIN -> show(title(event));
      case STEP ->
        show(title(event) + "  " + event.step() + "/" + event.steps() + "  " + event.text());
      case DONE -> {
        out.print(CLEAR);
        out.flush();
      }
      case STEP_RAN, RECORDED -> {}
    }
  }

  private static String title(MigrationEvent event) {
    return (event.direction() == Direction.DOWN ? "undo " : "") + event.module() + " " + event.id();
  }

  private void show(String text) {
    String line = text.length() > WIDTH ? text.substring(0, WIDTH) : text;
    out.print(CLEAR + Style.FAINT.of(line));
    out.flush();
  }
}
