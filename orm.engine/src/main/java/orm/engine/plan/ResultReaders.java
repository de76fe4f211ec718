package orm.engine.plan;

import java.util.ArrayList;
import java.util.List;
import orm.api.annotation.LoadStrategy;
import orm.api.expression.Column;
import orm.api.expression.Expression;
import orm.api.expression.Fragment;
import orm.api.expression.Operator;
import orm.api.expression.Param;
import orm.api.expression.Selectable;
import orm.api.expression.Source;
import orm.api.expression.Subquery;
import orm.api.expression.TreeVisitor;
import orm.api.expression.Window;
import orm.api.query.Select;
import orm.spi.mapping.RowReader;

/**
 * Collects what makes the rows of a result, which is no part of a {@link PlanKey}: two queries of
 * one shape can read the same columns into other records.
 */
public final class ResultReaders implements TreeVisitor<List<Object>> {
  private final List<Object> readers = new ArrayList<>();

  private ResultReaders() {}

  /**
   * Collects them.
   *
   * @param result what a query gives
   * @return the readers, from left to right
   */
  public static List<Object> of(Selectable<?> result) {
    return result.accept(new ResultReaders());
  }

  @Override
  public List<Object> row(List<Selectable<?>> parts, RowReader<?> reader) {
    readers.add(reader);
    parts.forEach(part -> part.accept(this));
    return readers;
  }

  @Override
  public List<Object> table(Source<?> source, RowReader<?> reader) {
    readers.add(reader);
    return readers;
  }

  @Override
  public List<Object> optional(Selectable<?> part) {
    return part.accept(this);
  }

  @Override
  public List<Object> many(Subquery<?> query, LoadStrategy strategy) {
    return ((Select<?>) query).tree().result().accept(this);
  }

  // ---- Values, whose shape tells their type

  @Override
  public List<Object> column(Column<?, ?> column) {
    return readers;
  }

  @Override
  public List<Object> value(Object value) {
    return readers;
  }

  @Override
  public List<Object> param(Param<?> parameter) {
    return readers;
  }

  @Override
  public List<Object> constant(Object value) {
    return readers;
  }

  @Override
  public List<Object> call(Operator operator, List<Expression<?>> arguments) {
    return readers;
  }

  @Override
  public List<Object> over(Expression<?> function, Window window) {
    return readers;
  }

  @Override
  public List<Object> fragment(Fragment fragment) {
    return readers;
  }

  @Override
  public List<Object> subquery(Subquery<?> query) {
    return readers;
  }
}
