package orm.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import orm.api.model.Link;
import orm.api.model.Ref;
import orm.api.sql.SqlStatement;
import orm.engine.generation.Generation;
import orm.engine.plan.Keys;
import orm.spi.dialect.SqlSyntax;

/**
 * Writes the rows of a link table. The key of a link is all of its columns, so that tying twice is
 * tying once.
 */
final class Links {
  private final EngineOperations operations;
  private final Link<?, ?> relation;
  private final String name;
  private final String table;
  private final List<String> left = new ArrayList<>();
  private final List<String> right = new ArrayList<>();

  Links(EngineOperations operations, Generation generation, Link<?, ?> relation) {
    SqlSyntax syntax = generation.connector().syntax();
    this.operations = operations;
    this.relation = relation;
    this.name = generation.models().databaseName(relation.table().table());
    this.table = quoted(generation, syntax, relation.table().table());
    relation.table().left().forEach(name -> left.add(quoted(generation, syntax, name)));
    relation.table().right().forEach(name -> right.add(quoted(generation, syntax, name)));
  }

  private static String quoted(Generation generation, SqlSyntax syntax, String logicalName) {
    // A colon would begin a parameter only outside of quotes.
    return syntax.quote(generation.models().databaseName(logicalName));
  }

  long add(Ref<?> one, Collection<? extends Ref<?>> others) {
    List<String> columns = new ArrayList<>(left);
    columns.addAll(right);
    List<String> values = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      values.add(":left" + i);
    }
    for (int i = 0; i < right.size(); i++) {
      values.add(":right" + i);
    }
    return batch(
        "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES ("
            + String.join(", ", values) + ") ON CONFLICT DO NOTHING",
        one,
        others);
  }

  long remove(Ref<?> one, Collection<? extends Ref<?>> others) {
    return batch("DELETE FROM " + table + " WHERE " + isLeft() + " AND " + isRight(), one, others);
  }

  /** Leaves only these, and adds those that are missing. */
  long replace(Ref<?> one, List<? extends Ref<?>> others) {
    StringBuilder sql = new StringBuilder("DELETE FROM " + table + " WHERE " + isLeft());
    Map<String, Object> values = parameters("left", Keys.of(one));
    if (right.size() == 1 && !others.isEmpty()) {
      sql.append(" AND ").append(right.get(0)).append(" NOT IN (:others)");
    } else {
      for (int i = 0; i < others.size(); i++) {
        sql.append(" AND NOT (").append(equal(right, "right" + i + "_")).append(")");
        values.putAll(parameters("right" + i + "_", Keys.of(others.get(i))));
      }
    }
    SqlStatement surplus = written(sql.toString());
    for (Map.Entry<String, Object> value : values.entrySet()) {
      surplus = surplus.bind(value.getKey(), value.getValue());
    }
    if (right.size() == 1 && !others.isEmpty()) {
      surplus =
          surplus.bindList("others", others.stream().map(o -> Keys.of(o).get(0)).toList());
    }
    return surplus.execute() + add(one, others);
  }

  private SqlStatement written(String sql) {
    return TextStatement.of(operations, sql).touchingLinks(name).label(relation.toString());
  }

  private String isLeft() {
    return equal(left, "left");
  }

  private String isRight() {
    return equal(right, "right");
  }

  private static String equal(List<String> columns, String parameter) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      all.add(columns.get(i) + " = :" + parameter + i);
    }
    return String.join(" AND ", all);
  }

  private static Map<String, Object> parameters(String name, List<Object> key) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    for (int i = 0; i < key.size(); i++) {
      parameters.put(name + i, key.get(i));
    }
    return parameters;
  }

  private long batch(String sql, Ref<?> one, Collection<? extends Ref<?>> others) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Ref<?> other : others) {
      Map<String, Object> row = parameters("left", Keys.of(one));
      row.putAll(parameters("right", Keys.of(other)));
      rows.add(row);
    }
    long changed = 0;
    for (long count : written(sql).batch(rows)) {
      changed += count;
    }
    return changed;
  }
}
