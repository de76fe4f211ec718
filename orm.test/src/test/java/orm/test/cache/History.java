package orm.test.cache;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which states of which rows were committed when, and what was read when. The version of a row
 * orders its states.
 */
final class History {
  private final ConcurrentMap<Long, ConcurrentSkipListMap<Long, State>> states =
      new ConcurrentHashMap<>();
  private final Queue<Seen> reads = new ConcurrentLinkedQueue<>();

  /** A committed state: not before {@code begin}, and surely at {@code end}. */
  private record State(String name, int process, long begin, long end) {}

  private record Seen(int process, Item item, long begin, long end) {}

  void committed(int process, long id, long version, String name, long begin) {
    put(id, version, new State(name, process, begin, System.nanoTime()));
  }

  private void put(long id, long version, State state) {
    states.computeIfAbsent(id, first -> new ConcurrentSkipListMap<>()).put(version, state);
  }

  void seen(int process, List<Item> items, long begin) {
    long end = System.nanoTime();
    items.forEach(item -> reads.add(new Seen(process, item, begin, end)));
  }

  /** Writes all of it, a state or a read on each line. */
  void write(PrintWriter out) {
    states.forEach((id, versions) -> versions.forEach((version, state) ->
        line(out, "c", state.process(), id, version, state.name(), state.begin(), state.end())));
    reads.forEach(seen -> line(
        out,
        "s",
        seen.process(),
        seen.item().id(),
        seen.item().version(),
        seen.item().name(),
        seen.begin(),
        seen.end()));
  }

  private static void line(PrintWriter out, Object... parts) {
    out.println(Stream.of(parts).map(String::valueOf).collect(Collectors.joining(" ")));
  }

  /** Takes what another process of this machine wrote; all of them have one clock. */
  void read(BufferedReader in) {
    in.lines().map(line -> line.split(" ", -1)).forEach(part -> {
      int process = Integer.parseInt(part[1]);
      long id = Long.parseLong(part[2]);
      long version = Long.parseLong(part[3]);
      long begin = Long.parseLong(part[5]);
      long end = Long.parseLong(part[6]);
      if (part[0].equals("c")) {
        put(id, version, new State(part[4], process, begin, end));
      } else {
        Item item = new Item(id, "c" + id, part[4], null, version);
        reads.add(new Seen(process, item, begin, end));
      }
    });
  }

  int reads() {
    return reads.size();
  }

  /**
   * Checks every read: its state was committed, and was not replaced before the read began; by
   * another process, not longer before than the bound.
   *
   * @return what is wrong
   */
  List<String> wrong(long boundNanos) {
    List<String> wrong = new ArrayList<>();
    for (Seen seen : reads) {
      mistake(seen, boundNanos).ifPresent(wrong::add);
    }
    return wrong;
  }

  private Optional<String> mistake(Seen seen, long boundNanos) {
    Item item = seen.item();
    ConcurrentSkipListMap<Long, State> known = states.get(item.id());
    State state = known == null ? null : known.get(item.version());
    if (known == null || state == null || !state.name().equals(item.name())) {
      return Optional.of(item + " was never committed");
    }
    if (state.begin() > seen.end()) {
      return Optional.of(item + " was read before it was committed");
    }
    for (Map.Entry<Long, State> later : known.tailMap(item.version(), false).entrySet()) {
      State next = later.getValue();
      long bound = next.process() == seen.process() ? 0 : boundNanos;
      if (next.end() < seen.begin() - bound) {
        return Optional.of(item
            + " was read by process "
            + seen.process()
            + ", "
            + (seen.begin() - next.end()) / 1_000
            + " us after process "
            + next.process()
            + " had committed version "
            + later.getKey());
      }
      if (next.begin() > seen.begin()) {
        break;
      }
    }
    return Optional.empty();
  }
}
