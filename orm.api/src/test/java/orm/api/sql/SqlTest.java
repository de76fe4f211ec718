package orm.api.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.api.expression.Expressions.value;

import java.util.List;
import org.junit.jupiter.api.Test;
import orm.api.expression.Column;
import orm.api.expression.Expression;
import orm.api.expression.Fragment;
import orm.api.expression.Operator;
import orm.api.expression.Selectable;
import orm.api.expression.Source;
import orm.api.expression.TreeVisitor;
import orm.spi.mapping.RowReader;

class SqlTest {
  private static final Expression<Integer> A = value(1);
  private static final Expression<Integer> B = value(2);

  @Test
  void holesMayComeInAnyOrderAndAgain() {
    Fragment fragment = fragment(Sql.condition("f({1}, {0}) = {1}", A, B));
    assertEquals(List.of("f(", ", ", ") = ", ""), fragment.texts());
    assertEquals(List.of(B, A, B), fragment.holes());
    assertEquals(Boolean.class, fragment.type());
  }

  @Test
  void doubledBracesAreBracesOfTheText() {
    Fragment fragment = fragment(Sql.text("{0} #>> '{{a,b}}'", A));
    assertEquals(List.of("", " #>> '{a,b}'"), fragment.texts());
    assertEquals(List.of("{}"), fragment(Sql.text("{{}}")).texts());
    assertEquals(List.of("{", "}"), fragment(Sql.text("{{{0}}}", A)).texts());
  }

  @Test
  void aTemplateWithoutHolesIsJustText() {
    Fragment fragment = fragment(Sql.number(Double.class, "random()"));
    assertEquals(List.of("random()"), fragment.texts());
    assertEquals(Double.class, fragment.type());
    assertEquals(Integer.class, fragment(Sql.expression(Integer.class, "1")).type());
  }

  @Test
  void templatesThatDoNotFitTheirHolesAreRefused() {
    refused("f({0}, {1})", "1 expression", A);
    refused("f({0})", "2 expressions", A, B);
    refused("f({1})", "2 expressions", A, B);
    refused("f({0})", "0 expressions");
    refused("f({0)", "has no partner", A);
    refused("f(0})", "has no partner");
    refused("f({})", "is no hole", A);
    refused("f({a})", "is no hole", A);
    refused("f({-1})", "is no hole", A);
    refused("f({99999999999})", "is no hole", A);
    refused("{{0}", "has no partner", A);
  }

  private static void refused(String template, String why, Expression<?>... holes) {
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> Sql.condition(template, holes));
    String message = String.valueOf(error.getMessage());
    assertTrue(message.contains('"' + template + '"') && message.contains(why), message);
  }

  private static Fragment fragment(Expression<?> expression) {
    return expression.accept(new FragmentVisitor());
  }

  /** Gives the fragment that it visits. */
  private static final class FragmentVisitor implements TreeVisitor<Fragment> {
    @Override
    public Fragment fragment(Fragment fragment) {
      return fragment;
    }

    @Override
    public Fragment column(Column<?, ?> column) {
      return refuse("column");
    }

    @Override
    public Fragment value(Object value) {
      return refuse("value");
    }

    @Override
    public Fragment call(Operator operator, List<Expression<?>> arguments) {
      return refuse("call");
    }

    @Override
    public Fragment row(List<Selectable<?>> parts, RowReader<?> reader) {
      return refuse("row");
    }

    @Override
    public Fragment table(Source<?> source, RowReader<?> reader) {
      return refuse("table");
    }
  }
}
