package orm.processor.write;

import java.util.Optional;
import orm.processor.model.Component;
import orm.processor.model.HierarchyModel;
import orm.processor.model.JavaType;
import orm.processor.model.RecordModel;
import orm.processor.model.SubtypeModel;

/** Writes how one record of a sealed interface is read from and bound to the shared table. */
final class SubtypeCode {
  private final SourceWriter out;
  private final ValueCode values;
  private final HierarchyModel hierarchy;
  private final RecordModel record;

  SubtypeCode(SourceWriter out, ValueCode values, HierarchyModel hierarchy, RecordModel record) {
    this.out = out;
    this.values = values;
    this.hierarchy = hierarchy;
    this.record = record;
  }

  /** The method that reads the columns behind the discriminator. */
  void readRest() {
    String type = out.type(JavaType.of(record.name()));
    String row = new Locals(record.names()).take("row", "result");
    out.blank();
    out.method("static " + type + " readRest", out.name(ValueCode.ROW) + " " + row);
    int skipped = 0;
    for (Component column : hierarchy.components()) {
      Optional<Component> own = record.component(column.name());
      if (own.isEmpty()) {
        skipped += column.columns().size();
        continue;
      }
      skip(row, skipped);
      skipped = 0;
      Component component = own.get();
      out.assign(
          out.type(component.type().notNull()) + " " + component.name(),
          values.read(component, row));
    }
    skip(row, skipped);
    out.returns(Expr.call("new " + type, record.names().stream().map(Expr::text).toList()));
    out.close();
  }

  private void skip(String row, int columns) {
    if (columns > 0) {
      out.line(row + ".skip(" + columns + ");");
    }
  }

  /** Binds all columns, the discriminator first. */
  void write(String variable) {
    String label = hierarchy.subtypes().stream()
        .filter(subtype -> subtype.record().name().equals(record.name()))
        .map(SubtypeModel::label)
        .findFirst()
        .orElseThrow();
    out.line("out.bind(" + SourceWriter.quote(label) + ");");
    int nulls = 0;
    for (Component column : hierarchy.components()) {
      Optional<Component> own = record.component(column.name());
      if (own.isEmpty()) {
        nulls += column.columns().size();
        continue;
      }
      bindNulls(nulls);
      nulls = 0;
      out.statement(values.bind(own.get(), variable, "out"));
    }
    bindNulls(nulls);
  }

  private void bindNulls(int columns) {
    if (columns > 0) {
      out.line("out.bindNulls(" + columns + ");");
    }
  }
}
