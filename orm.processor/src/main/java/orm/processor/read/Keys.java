package orm.processor.read;

import javax.lang.model.element.TypeElement;
import orm.processor.report.ProblemCode;

/** Reports missing keys. */
final class Keys {
  private Keys() {}

  static void reportNone(TypeElement record, Round round) {
    round.cannotMap(
        ProblemCode.NO_ID,
        record,
        "no component is its key",
        "Mark one with @Id, or several for a key of several columns.");
  }
}
