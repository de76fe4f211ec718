package orm.bench;

import java.util.Arrays;
import java.util.Collection;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/**
 * What one JVM measured.
 *
 * @param micros the time of an operation, the median of the iterations: one that something else
 *     disturbed does not count
 * @param cpu the CPU time of an operation in the client; NaN for several threads
 * @param bytes what an operation allocates
 */
record Sample(double micros, double cpu, double bytes) {
  private static final String BYTES = "gc.alloc.rate.norm";

  static Sample of(Collection<RunResult> results) {
    BenchmarkResult result =
        results.iterator().next().getBenchmarkResults().iterator().next();
    BenchmarkParams params = result.getParams();
    return new Sample(
        median(result.getIterationResults().stream()
            .mapToDouble(each -> each.getPrimaryResult().getScore() / params.getThreads())
            .toArray()),
        secondary(result, CpuProfiler.NAME),
        secondary(result, BYTES));
  }

  private static double secondary(BenchmarkResult result, String name) {
    return median(result.getIterationResults().stream()
        .mapToDouble(each -> secondary(each, name))
        .toArray());
  }

  private static double secondary(IterationResult iteration, String name) {
    return iteration.getSecondaryResults().entrySet().stream()
        .filter(entry -> entry.getKey().endsWith(name)) // some versions mark it with a dot
        .mapToDouble(entry -> entry.getValue().getScore())
        .findFirst()
        .orElse(Double.NaN);
  }

  static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
