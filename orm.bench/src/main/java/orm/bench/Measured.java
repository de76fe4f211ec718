package orm.bench;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Ties the thread that measures to its CPU, and takes its CPU time for each operation. */
@State(Scope.Benchmark)
public abstract class Measured {
  private @Nullable Thread pinned;
  private long calls;
  private long cpuTime;

  /** Ties the thread that measures to its CPU, should it be another one than before. */
  @Setup(Level.Iteration)
  public void begin() {
    if (pinned != Thread.currentThread()) {
      Pin.thisThread();
      pinned = Thread.currentThread();
    }
    prepare();
    calls = 0;
    cpuTime = CpuProfiler.now();
  }

  /** Ends the measurement of the CPU time. */
  @TearDown(Level.Iteration)
  public void end() {
    CpuProfiler.keep(CpuProfiler.now() - cpuTime, calls);
    undo();
  }

  /** Called before each iteration. */
  void prepare() {}

  /** Called after each iteration. */
  void undo() {}

  /** Gives what was opened, to one operation. */
  final <T> T used(@Nullable T opened) {
    if (opened == null) {
      throw new IllegalStateException("not open");
    }
    calls++; // exact with one thread only
    return opened;
  }
}
