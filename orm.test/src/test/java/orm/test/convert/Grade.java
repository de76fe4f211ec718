package orm.test.convert;

/** An enum that is kept by its number. */
public enum Grade {
  LOW,
  MIDDLE,
  HIGH
}
