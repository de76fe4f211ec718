package orm.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Tells how long the thread that measures had the CPU. Other programs hardly change it; on
 * PostgreSQL it is what the client itself costs, without server and waiting.
 */
public final class CpuProfiler implements InternalProfiler {
  static final String NAME = "cpu";

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Written by the thread that measures, read when it has ended its iteration. */
  private static volatile double microsPerCall = Double.NaN;

  /** For JMH. */
  public CpuProfiler() {}

  /** The time of the current thread so far, in nanoseconds. */
  static long now() {
    return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : 0;
  }

  /** Keeps what an iteration took. */
  static void keep(long nanos, long calls) {
    microsPerCall = nanos / 1e3 / calls;
  }

  @Override
  public String getDescription() {
    return "CPU time of the thread that measures";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    microsPerCall = Double.NaN;
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    double value = benchmark.getThreads() == 1 ? microsPerCall : Double.NaN;
    return List.of(new ScalarResult(NAME, value, "us/op", AggregationPolicy.AVG));
  }
}
