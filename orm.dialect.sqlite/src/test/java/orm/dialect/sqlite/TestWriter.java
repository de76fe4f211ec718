package orm.dialect.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import orm.api.schema.ColumnType;
import orm.spi.dialect.SqlPart;
import orm.spi.dialect.SqlSyntax;
import orm.spi.dialect.SqlWriter;
import orm.spi.dialect.ValueCodec;

/** Collects a statement as the engine does, with the values given at once. */
final class TestWriter implements SqlWriter {
  private final SqlSyntax syntax;
  private final StringBuilder text = new StringBuilder();
  private final List<Object> given = new ArrayList<>();
  private final List<Bind> binds = new ArrayList<>();

  private record Bind(Value value, ColumnType type, UnaryOperator<Object> change, boolean many) {}

  TestWriter(SqlSyntax syntax) {
    this.syntax = syntax;
  }

  Value value(ColumnType type, Object value) {
    given.add(value);
    return new Value(given.size() - 1, type);
  }

  @Override
  public TestWriter sql(String sql) {
    text.append(sql);
    return this;
  }

  @Override
  public TestWriter name(String identifier) {
    return sql(syntax.quote(identifier));
  }

  @Override
  public TestWriter part(SqlPart part) {
    part.writeTo(this);
    return this;
  }

  @Override
  public TestWriter bind(Value value, ColumnType type, UnaryOperator<Object> change) {
    text.append(syntax.parameter(type));
    binds.add(new Bind(value, type, change, false));
    return this;
  }

  @Override
  public TestWriter bindElements(Value value) {
    text.append('?');
    binds.add(new Bind(value, value.type(), UnaryOperator.identity(), true));
    return this;
  }

  PreparedStatement prepare(Connection connection, ValueCodec codec) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(text.toString());
    for (int i = 0; i < binds.size(); i++) {
      Bind bind = binds.get(i);
      Object value = given.get(bind.value().slot());
      if (bind.many()) {
        codec.setElements(statement, i + 1, bind.type(), (List<?>) value);
      } else {
        codec.setObject(statement, i + 1, bind.type(), bind.change().apply(value));
      }
    }
    return statement;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
