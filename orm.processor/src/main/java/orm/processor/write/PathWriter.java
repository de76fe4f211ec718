package orm.processor.write;

import java.util.ArrayList;
import java.util.List;
import orm.processor.model.Component;
import orm.processor.model.EntityModel;
import orm.processor.model.InversePath;
import orm.processor.model.JavaName;
import orm.processor.model.JavaType;

/** Writes the methods that lead from a table to others. */
final class PathWriter {
  private final SourceWriter out;
  private final List<Path> paths = new ArrayList<>();

  /** A method, the table it returns, and the source of that table. */
  private record Path(String name, JavaName table, String source, String field, String comment) {}

  PathWriter(SourceWriter out, EntityModel entity, String source) {
    this.out = out;
    Locals fields =
        new Locals(entity.record().components().stream().map(Component::name).toList());
    for (Component component : entity.record().components()) {
      if (component instanceof Component.Reference reference) {
        paths.add(new Path(
            reference.name(),
            reference.target().generated(),
            reference.name() + ".path()",
            fields.take(reference.name() + "Path"),
            "Follows {@code " + reference.name() + "}: joins its table, if it is used."));
      }
    }
    for (InversePath inverse : entity.inverses()) {
      paths.add(new Path(
          inverse.name(),
          inverse.target().generated(),
          source + ".inverse(" + SourceWriter.quote(inverse.mappedBy()) + ")",
          fields.take(inverse.name() + "Path"),
          "Many rows, whose {@code "
              + inverse.mappedBy()
              + "} leads here: join them, nest them, or ask {@code exists}."));
    }
  }

  /** The fields that keep paths. */
  void fields() {
    if (!paths.isEmpty()) {
      out.blank();
    }
    for (Path path : paths) {
      out.line(
          "private " + out.type(JavaType.of(path.table()).orNull()) + " " + path.field() + ";");
    }
  }

  /** The methods. */
  void methods() {
    for (Path path : paths) {
      String table = out.name(path.table());
      Locals locals = new Locals(List.of(path.field()));
      String local = locals.take("path");
      out.blank();
      out.doc(path.comment());
      out.method("public " + table + " " + path.name());
      out.line(table + " " + local + " = " + path.field() + ";");
      out.open("if (" + local + " == null)");
      out.line(local + " = new " + table + "(" + path.source() + ");");
      out.line(path.field() + " = " + local + ";");
      out.close();
      out.line("return " + local + ";");
      out.close();
    }
  }
}
