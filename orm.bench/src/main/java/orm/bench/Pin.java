package orm.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Ties threads and processes to a CPU, with {@code taskset} where there is one. A client and a
 * server that wait for each other are much slower on two CPUs that sleep than on one that is awake,
 * and which of the two happens is chance.
 */
final class Pin {
  /** The system property that names the CPU to the JVMs that measure. */
  static final String CPU = "orm.bench.cpu";

  private static final Path SELF = Path.of("/proc/thread-self");
  private static final String ALLOWED = "Cpus_allowed_list:";

  private Pin() {}

  /** The CPUs that this process may use, in the form that {@code taskset -c} takes. */
  static Optional<String> allowed() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith(ALLOWED))
          .map(line -> line.substring(ALLOWED.length()).strip())
          .findFirst();
    } catch (IOException noLinux) {
      return Optional.empty();
    }
  }

  /** The last of some CPUs: the first ones serve most interrupts. */
  static String last(String cpus) {
    return cpus.substring(Math.max(cpus.lastIndexOf(','), cpus.lastIndexOf('-')) + 1);
  }

  /** Ties the current thread to the CPU that the system property names, if any. */
  static void thisThread() {
    String cpu = System.getProperty(CPU);
    if (cpu == null) {
      return;
    }
    try {
      String self = Files.readSymbolicLink(SELF).getFileName().toString();
      if (!task(Long.parseLong(self), cpu)) {
        throw new IllegalStateException("cannot be tied to CPU " + cpu);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ties one thread, or a process with all its threads to come, to some CPUs. */
  static boolean task(long id, String cpus) {
    try {
      Process taskset = new ProcessBuilder(List.of("taskset", "-c", "-p", cpus, Long.toString(id)))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
      return taskset.waitFor(10, TimeUnit.SECONDS) && taskset.exitValue() == 0;
    } catch (IOException noTaskset) {
      return false;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
