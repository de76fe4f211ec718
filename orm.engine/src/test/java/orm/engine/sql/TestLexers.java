package orm.engine.sql;

import java.util.Set;
import orm.spi.dialect.LexicalFeature;
import orm.spi.sql.SqlLexer;

/** Lexers as the dialects have them. */
final class TestLexers {
  static final SqlLexer POSTGRES = new SqlLexer(Set.of(
      LexicalFeature.NESTED_COMMENTS,
      LexicalFeature.ESCAPE_STRINGS,
      LexicalFeature.DOLLAR_QUOTES,
      LexicalFeature.QUESTION_MARK_OPERATORS,
      LexicalFeature.ATOMIC_BODIES));

  static final SqlLexer SQLITE = new SqlLexer(Set.of(
      LexicalFeature.BACKTICK_NAMES,
      LexicalFeature.BRACKET_NAMES,
      LexicalFeature.SIGIL_PARAMETERS,
      LexicalFeature.TRIGGER_BODIES));

  private TestLexers() {}
}
