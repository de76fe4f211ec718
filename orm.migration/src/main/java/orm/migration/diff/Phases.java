package orm.migration.diff;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import orm.api.catalog.SchemaChange;

/** Changes as they are found, and in order when all are found. */
final class Phases {
  private final Map<Phase, List<SchemaChange>> changes = new EnumMap<>(Phase.class);

  void add(Phase phase, SchemaChange change) {
    changes.computeIfAbsent(phase, none -> new ArrayList<>()).add(change);
  }

  List<SchemaChange> ordered() {
    return changes.values().stream().flatMap(List::stream).toList();
  }
}
