package orm.dist;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A container that runs while the test types commands and reads what it answers. */
final class RunningShell implements AutoCloseable {
  private static final Pattern ESCAPES = Pattern.compile("\\x1b\\[[0-9;?]*[a-zA-Z]|\\x1b[=>]|\\r");

  /** A machine may be busy; who waits in vain has found a defect. */
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(90);

  /** How long an answer may take before the command is typed again. */
  private static final long TURN = TimeUnit.SECONDS.toMillis(1);

  private final Process process;
  private final OutputStream keys;
  private final StringBuilder screen = new StringBuilder(); // guarded by itself
  private final Thread reader;

  RunningShell(ProcessBuilder builder) throws IOException {
    process = builder.redirectErrorStream(true).start();
    keys = process.getOutputStream();
    reader = new Thread(this::read, "screen");
    reader.start();
  }

  private void read() {
    byte[] buffer = new byte[8192];
    try (InputStream in = process.getInputStream()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        synchronized (screen) {
          screen.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
          screen.notifyAll();
        }
      }
    } catch (IOException closed) {
      synchronized (screen) {
        screen.append(closed.getMessage());
      }
    }
  }

  /** All that was shown, without colours. */
  String screen() {
    synchronized (screen) {
      return ESCAPES.matcher(screen).replaceAll("");
    }
  }

  /** Types a line. */
  void type(String line) throws IOException {
    keys.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    keys.flush();
  }

  /** Waits until something is shown. */
  void await(String shown) throws Exception {
    Pattern pattern = Pattern.compile(shown);
    long end = System.nanoTime() + PATIENCE;
    while (!pattern.matcher(screen()).find()) {
      waitForMore(shown, end);
    }
  }

  /** Types a command, again and again if need be, until something is answered that it asks for. */
  void until(String command, String answer) throws Exception {
    Pattern pattern = Pattern.compile(answer);
    long end = System.nanoTime() + PATIENCE;
    int start = screen().length();
    while (true) {
      type(command);
      long turn = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TURN);
      while (System.nanoTime() < turn) {
        String shown = screen();
        if (pattern.matcher(shown.substring(Math.min(start, shown.length()))).find()) {
          return;
        }
        waitForMore(answer, end);
      }
    }
  }

  private void waitForMore(String expected, long end) throws InterruptedException {
    if (System.nanoTime() > end || !process.isAlive()) {
      fail("never shown: " + expected + "\n" + screen());
    }
    synchronized (screen) {
      screen.wait(50);
    }
  }

  /** Types the command that ends it, and waits until it has ended. */
  int end(String command) throws Exception {
    type(command);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the container does not end");
    reader.join(TimeUnit.SECONDS.toMillis(10));
    return process.exitValue();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
