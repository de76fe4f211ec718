package orm.processor.write;

import java.util.ArrayList;
import java.util.List;
import orm.processor.model.Component;
import orm.processor.model.InversePath;
import orm.processor.model.JavaName;
import orm.processor.model.JavaType;
import orm.processor.model.LinkPath;
import orm.processor.model.Members;
import orm.processor.model.SubtypeModel;

/** Writes the methods that lead from a table to others. */
final class PathCode {
  private final SourceWriter out;
  private final Locals fields;
  private final List<Path> paths = new ArrayList<>();

  /** A method, the table that it returns, and the source of that table. */
  private record Path(String name, JavaName table, String source, String field, String comment) {}

  /**
   * Begins without paths.
   *
   * @param taken the names of the other fields
   */
  PathCode(SourceWriter out, List<String> taken) {
    this.out = out;
    this.fields = new Locals(taken);
  }

  private void add(String name, JavaName table, String source, String comment) {
    paths.add(new Path(name, table, source, fields.take(name + "Path"), comment));
  }

  /** Paths along the references among components. */
  void references(List<Component> components) {
    for (Component component : components) {
      if (component instanceof Component.Reference reference) {
        add(
            component.name(),
            reference.target().generated(),
            component.name() + ".path()",
            "The row that {@code " + component.name() + "} leads to, joined if it is used.");
      }
    }
  }

  /** Paths against the references of others. */
  void inverses(List<InversePath> inverses, String source) {
    for (InversePath inverse : inverses) {
      add(
          inverse.name(),
          inverse.target().generated(),
          source + ".inverse(" + SourceWriter.quote(inverse.mappedBy()) + ")",
          "The rows whose {@code " + inverse.mappedBy()
              + "} leads here: join them, nest them, or ask {@code exists}.");
    }
  }

  /** The paths of link tables, which are made from fields of the same names. */
  void links(List<LinkPath> links) {
    for (LinkPath link : links) {
      add(
          link.name(),
          link.target().generated(),
          link.name() + ".path()",
          "The rows that link table " + SourceWriter.code(link.table())
              + " ties to this one: join them, nest them, or ask {@code exists}.");
    }
  }

  /** The same rows, seen as one subtype. */
  void narrowing(SubtypeModel subtype, String source) {
    JavaName record = subtype.record().name();
    add(
        Members.narrowing(subtype),
        record.generated(),
        source + ".subtype(" + SourceWriter.quote(subtype.label()) + ")",
        "The same rows seen as {@link " + out.name(record)
            + "}, without a join; the columns of other rows are null.");
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
      out.blank();
      out.doc(path.comment());
      out.method("public " + table + " " + path.name());
      String local = new Locals(List.of(path.field(), path.name())).take("path");
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
