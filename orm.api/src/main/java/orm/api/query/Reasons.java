package orm.api.query;

/** Why a statement is not filtered. */
final class Reasons {
  private Reasons() {}

  static String require(String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("say why the filters do not apply");
    }
    return reason;
  }
}
