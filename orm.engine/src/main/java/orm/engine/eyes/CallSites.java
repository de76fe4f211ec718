package orm.engine.eyes;

import java.lang.StackWalker.StackFrame;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orm.spi.listen.CallSite;

/** Finds the line of the program that called the engine. */
final class CallSites {
  /** Those between the program and the database: the engine, and what it was called through. */
  private static final List<String> BETWEEN =
      List.of("orm.api.", "orm.spi.", "orm.engine.", "orm.migration.", "java.", "javax.", "jdk.");

  private static final String EYES = Eyes.class.getName();

  private static final StackWalker WALKER = StackWalker.getInstance();

  private CallSites() {}

  /**
   * The line that called the engine on this thread; null where there is none. It lies below the
   * eyes: above them there may be a listener that asks.
   */
  static @Nullable CallSite find() {
    return WALKER.walk(CallSites::first).orElse(null);
  }

  private static Optional<CallSite> first(Stream<StackFrame> frames) {
    return frames
        .dropWhile(frame -> !frame.getClassName().equals(EYES))
        .filter(frame -> isOutside(frame.getClassName()))
        .findFirst()
        .map(StackFrame::toStackTraceElement)
        .map(CallSites::of);
  }

  /** The first line outside the engine on another thread, as it is now. */
  static Optional<CallSite> now(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .filter(frame -> isOutside(frame.getClassName()))
        .findFirst()
        .map(CallSites::of);
  }

  private static boolean isOutside(String className) {
    for (String prefix : BETWEEN) {
      if (className.startsWith(prefix)) {
        return false;
      }
    }
    return true;
  }

  private static CallSite of(StackTraceElement frame) {
    return new CallSite(
        frame.getClassName(),
        method(frame.getMethodName()),
        frame.getFileName(),
        frame.getLineNumber());
  }

  /** The body of a lambda is called {@code lambda$place$0}; people know the method around it. */
  private static String method(String name) {
    if (!name.startsWith("lambda$")) {
      return name;
    }
    int end = name.lastIndexOf('$');
    return end > "lambda$".length() ? name.substring("lambda$".length(), end) : name;
  }
}
