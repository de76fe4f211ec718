package orm.test.types;

/** Constants whose names are kept. */
public enum Colour {
  RED,
  GREEN,
  Blue
}
