package orm.engine.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.InvalidQueryException;
import orm.api.schema.ColumnType;
import orm.engine.plan.BoundValue;
import orm.engine.sql.ParsedSql;
import orm.spi.dialect.SqlPart;
import orm.spi.dialect.SqlSyntax;
import orm.spi.dialect.SqlWriter;

/** Puts JDBC parameters in the place of the named ones of a statement that was written as text. */
public final class TextRenderer {
  private final SqlSyntax syntax;

  /**
   * Makes a renderer.
   *
   * @param syntax what the database says differently
   */
  public TextRenderer(SqlSyntax syntax) {
    this.syntax = syntax;
  }

  /**
   * A statement ready for JDBC.
   *
   * @param text the text with {@code ?} for its parameters
   * @param binds their values, in order
   */
  public record Sent(String text, List<BoundValue> binds) {}

  /**
   * Writes a statement.
   *
   * @param sql the statement
   * @param values a value for each of its parameters
   * @return what is sent
   * @throws InvalidQueryException if a list stands where one value belongs, or the other way round
   */
  public Sent render(ParsedSql sql, Map<String, BoundValue> values) {
    Writing writing = new Writing();
    for (ParsedSql.Part part : sql.parts()) {
      if (part instanceof ParsedSql.Text text) {
        writing.sql(text.sql());
      } else if (part instanceof ParsedSql.Parameter parameter) {
        writing.single(valueOf(values, parameter.name()));
      } else if (part instanceof ParsedSql.Membership in) {
        membership(writing, in, valueOf(values, in.name()));
      }
    }
    return new Sent(writing.text.toString(), List.copyOf(writing.binds));
  }

  private void membership(Writing writing, ParsedSql.Membership in, BoundValue value) {
    if (!value.elements()) {
      if (value.type().kind() == ColumnType.Kind.LIST) {
        throw invalid(value, "a list behind IN is not one value", "Give it with bindList.");
      }
      writing.sql(in.before());
      writing.single(value);
      writing.sql(in.after());
    } else if (value.stored() instanceof List<?> list && list.isEmpty()) {
      writing.sql(syntax.inNothing(in.negated()));
    } else {
      SqlPart operand = out -> {}; // it stands in the text already
      syntax.in(writing, in.negated(), operand, writing.lend(value));
    }
  }

  private static BoundValue valueOf(Map<String, BoundValue> values, String name) {
    BoundValue value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("no value for :" + name); // checked before
    }
    return value;
  }

  private static InvalidQueryException invalid(BoundValue value, String why, String fix) {
    return new InvalidQueryException(
        Failure.of(ErrorCode.INVALID_QUERY, "Cannot bind :" + value.name())
            .because(why)
            .fix(fix));
  }

  /** Takes the text of one statement and its values. */
  private final class Writing implements SqlWriter {
    private final StringBuilder text = new StringBuilder();
    private final List<BoundValue> binds = new ArrayList<>();
    private final List<BoundValue> lent = new ArrayList<>();

    void single(BoundValue value) {
      if (value.elements()) {
        throw invalid(
            value,
            "a list stands alone behind IN or NOT IN",
            "Write in (:" + value.name() + "), or give one value with bind.");
      }
      text.append(syntax.parameter(value.type()));
      binds.add(value);
    }

    Value lend(BoundValue value) {
      lent.add(value);
      return new Value(lent.size() - 1, value.type());
    }

    @Override
    public SqlWriter sql(String sql) {
      text.append(sql);
      return this;
    }

    @Override
    public SqlWriter name(String identifier) {
      text.append(syntax.quote(identifier));
      return this;
    }

    @Override
    public SqlWriter part(SqlPart part) {
      part.writeTo(this);
      return this;
    }

    @Override
    public SqlWriter bind(Value value, ColumnType type, UnaryOperator<Object> change) {
      throw new IllegalArgumentException("a list is bound by its elements");
    }

    @Override
    public SqlWriter bindElements(Value value) {
      text.append('?');
      binds.add(lent.get(value.slot()));
      return this;
    }
  }
}
