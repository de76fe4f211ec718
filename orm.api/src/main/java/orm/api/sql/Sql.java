package orm.api.sql;

import orm.api.expression.Condition;
import orm.api.expression.Expression;
import orm.api.expression.Fragment;
import orm.api.expression.NumberExpression;
import orm.api.expression.Readers;
import orm.api.expression.TextExpression;
import orm.api.expression.TreeVisitor;
import orm.spi.mapping.RowReader;

/**
 * Fragments of SQL text inside a typed query, with typed holes: {@code Sql.condition("soundex({0})
 * = soundex({1})", BOOK.title, value(name))}.
 *
 * <p>The text is a constant of the program in the language of the database; values only enter
 * through holes, where they are bound. Holes count from 0, may come in any order and more than
 * once, and each is used; a brace of the text is doubled: <code>{{</code>. Every method throws
 * {@link IllegalArgumentException} for a template that does not fit its holes.
 */
public final class Sql {
  private Sql() {}

  /**
   * Makes a value.
   *
   * @param <T> its Java type
   * @param type the class of that, which tells how it is read
   * @param template the text, such as <code>"{0} #&gt;&gt; '{{a,b}}'"</code>
   * @param holes what stands in the holes
   * @return the value
   * @throws IllegalArgumentException if template and holes do not fit
   */
  public static <T> Expression<T> expression(
      Class<T> type, String template, Expression<?>... holes) {
    return new Plain<>(Template.parse(template, holes, type), Readers.of(type));
  }

  /**
   * Makes a text.
   *
   * @param template the text of the fragment
   * @param holes what stands in the holes
   * @return the text
   * @throws IllegalArgumentException if template and holes do not fit
   */
  public static TextExpression text(String template, Expression<?>... holes) {
    return new Text(Template.parse(template, holes, String.class), Readers.of(String.class));
  }

  /**
   * Makes a number.
   *
   * @param <N> its Java type
   * @param type the class of that
   * @param template the text of the fragment
   * @param holes what stands in the holes
   * @return the number
   * @throws IllegalArgumentException if template and holes do not fit
   */
  public static <N extends Number> NumberExpression<N> number(
      Class<N> type, String template, Expression<?>... holes) {
    return new Numeric<>(Template.parse(template, holes, type), Readers.of(type));
  }

  /**
   * Makes a condition.
   *
   * @param template the text of the fragment
   * @param holes what stands in the holes
   * @return the condition
   * @throws IllegalArgumentException if template and holes do not fit
   */
  public static Condition condition(String template, Expression<?>... holes) {
    return new Test(Template.parse(template, holes, Boolean.class), Readers.of(Boolean.class));
  }

  private record Plain<T>(Fragment fragment, RowReader<T> reader) implements Expression<T> {
    @Override
    public <V> V accept(TreeVisitor<V> visitor) {
      return visitor.fragment(fragment);
    }
  }

  private record Text(Fragment fragment, RowReader<String> reader) implements TextExpression {
    @Override
    public <V> V accept(TreeVisitor<V> visitor) {
      return visitor.fragment(fragment);
    }
  }

  private record Numeric<N extends Number>(Fragment fragment, RowReader<N> reader)
      implements NumberExpression<N> {
    @Override
    public <V> V accept(TreeVisitor<V> visitor) {
      return visitor.fragment(fragment);
    }
  }

  private record Test(Fragment fragment, RowReader<Boolean> reader) implements Condition {
    @Override
    public <V> V accept(TreeVisitor<V> visitor) {
      return visitor.fragment(fragment);
    }
  }
}
