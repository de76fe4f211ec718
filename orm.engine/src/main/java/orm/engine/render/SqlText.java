package orm.engine.render;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import orm.api.schema.ColumnType;
import orm.engine.plan.Disclosure;
import orm.engine.plan.PlanNode.StoredNode;
import orm.engine.plan.PlanNode.ValueNode;
import orm.spi.dialect.SqlPart;
import orm.spi.dialect.SqlSyntax;
import orm.spi.dialect.SqlWriter;

/** Collects the text of one statement and its binds: the only door to both. */
final class SqlText implements SqlWriter {
  private final SqlSyntax syntax;
  private final StringBuilder text = new StringBuilder();
  private final List<RenderedSql.Bind> binds = new ArrayList<>();
  private final IdentityHashMap<Value, ValueNode> lent = new IdentityHashMap<>();

  /** In how many parts that nobody may see the next value stands. */
  private int hidden;

  SqlText(SqlSyntax syntax) {
    this.syntax = syntax;
  }

  @Override
  public SqlText sql(String sql) {
    text.append(sql);
    return this;
  }

  @Override
  public SqlText name(String identifier) {
    text.append(syntax.quote(identifier));
    return this;
  }

  SqlText column(String table, String column) {
    return name(table).sql(".").name(column);
  }

  @Override
  public SqlText part(SqlPart part) {
    part.writeTo(this);
    return this;
  }

  /** Writes a part none of whose values may be seen, wherever in it they stand. */
  void hidden(Runnable part) {
    hidden++;
    part.run();
    hidden--;
  }

  private Disclosure disclosure(Disclosure own) {
    return hidden > 0 ? Disclosure.SENSITIVE : own;
  }

  /** Hands a value of the plan to the dialect, which binds it when and as it likes. */
  Value lend(ValueNode node) {
    Value value = new Value(node.slot(), node.type());
    lent.put(value, node);
    return value;
  }

  SqlText bind(ValueNode node) {
    return add(node, node.type(), node.change());
  }

  /** Binds where nothing around tells the type. */
  SqlText bindTyped(ValueNode node) {
    text.append(syntax.typedParameter(node.type()));
    binds.add(new RenderedSql.Bind(
        node.slot(), node.type(), node.change(), false, null, disclosure(node.disclosure())));
    return this;
  }

  /**
   * Binds what is stored in a column.
   *
   * @param alone whether nothing around tells the type
   */
  SqlText bindStored(StoredNode node, boolean alone) {
    ColumnType type = node.given().type();
    text.append(alone ? syntax.typedParameter(type) : syntax.parameter(type));
    binds.add(new RenderedSql.Bind(
        node.given().slot(),
        type,
        node.given().change(),
        false,
        node.column(),
        disclosure(Disclosure.of(node.column().schema()))));
    return this;
  }

  @Override
  public SqlText bind(Value value, ColumnType type, UnaryOperator<Object> change) {
    ValueNode node = node(value);
    UnaryOperator<Object> first = node.change();
    return add(node, type, given -> change.apply(first.apply(given)));
  }

  @Override
  public SqlText bindElements(Value value) {
    ValueNode node = node(value);
    text.append('?');
    binds.add(new RenderedSql.Bind(
        node.slot(), node.type(), node.change(), true, null, disclosure(node.disclosure())));
    return this;
  }

  private SqlText add(ValueNode node, ColumnType type, UnaryOperator<Object> change) {
    text.append(syntax.parameter(type));
    binds.add(new RenderedSql.Bind(
        node.slot(), type, change, false, null, disclosure(node.disclosure())));
    return this;
  }

  private ValueNode node(Value value) {
    @Nullable ValueNode node = lent.get(value);
    if (node == null) {
      throw new IllegalArgumentException("a dialect may bind only the values that it was handed");
    }
    return node;
  }

  List<RenderedSql.Bind> binds() {
    return List.copyOf(binds);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
