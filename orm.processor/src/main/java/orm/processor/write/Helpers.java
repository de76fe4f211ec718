package orm.processor.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The methods of a nested class {@code Mapping} that its code turned out to need. */
final class Helpers {
  /** The class that has the methods. */
  static final String OWNER = "Mapping";

  private static final List<String> OTHERS = List.of(
      "beforeInsert",
      "beforeUpdate",
      "key",
      "read",
      "readOrNull",
      "readRest",
      "schema",
      "schemaHash",
      "withGenerated",
      "withNextVersion",
      "write",
      "writeKey");

  private final Locals names = new Locals(OTHERS);
  private final Map<Object, String> known = new HashMap<>();
  private final List<Runnable> methods = new ArrayList<>();

  /**
   * Returns the name of a method, and remembers to write it.
   *
   * @param subject what the method is for; equal subjects share it
   * @param wish the name that it should have
   * @param writing writes it, given its name
   */
  String method(Object subject, String wish, Consumer<String> writing) {
    String name = known.get(subject);
    if (name == null) {
      name = names.take(wish);
      known.put(subject, name);
      String chosen = name;
      methods.add(() -> writing.accept(chosen));
    }
    return name;
  }

  /** Writes the methods, and those that they need in turn. */
  void write() {
    for (int i = 0; i < methods.size(); i++) {
      methods.get(i).run();
    }
  }
}
