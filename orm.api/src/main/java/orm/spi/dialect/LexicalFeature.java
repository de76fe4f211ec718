package orm.spi.dialect;

/** Where databases read the text of a statement differently; the rest is the standard. */
public enum LexicalFeature {
  /** A comment between slash and star may hold others. */
  NESTED_COMMENTS,
  /** In {@code E'it\'s'} a backslash makes the next character part of the text. */
  ESCAPE_STRINGS,
  /** {@code $$it's$$} and {@code $tag$it's$tag$} are texts. */
  DOLLAR_QUOTES,
  /** {@code `name`} is an identifier. */
  BACKTICK_NAMES,
  /** {@code [name]} is an identifier; there are no arrays. */
  BRACKET_NAMES,
  /** {@code @name}, {@code $name} and {@code #name} are parameters. */
  SIGIL_PARAMETERS,
  /** Operators may hold a question mark, which JDBC wants to be doubled. */
  QUESTION_MARK_OPERATORS,
  /** A trigger holds statements between {@code BEGIN} and {@code END}. */
  TRIGGER_BODIES,
  /** A function may hold statements between {@code BEGIN ATOMIC} and {@code END}. */
  ATOMIC_BODIES,
  /** Lines of data follow {@code COPY … FROM stdin} in a script, up to a line of {@code \.}. */
  COPY_DATA
}
