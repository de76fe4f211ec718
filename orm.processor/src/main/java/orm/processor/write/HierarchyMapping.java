package orm.processor.write;

import java.util.ArrayList;
import java.util.List;
import orm.api.schema.TableSchema;
import orm.processor.model.HierarchyModel;
import orm.processor.model.JavaName;
import orm.processor.model.JavaType;
import orm.processor.model.Members;
import orm.processor.model.SubtypeModel;

/** Writes the mapping of a sealed interface, which passes each record on to its own mapping. */
final class HierarchyMapping {
  private static final JavaName ERROR_CODE = JavaName.of("orm.api.error.ErrorCode");
  private static final JavaName FAILURE = JavaName.of("orm.api.error.Failure");
  private static final JavaName EXCEPTION = JavaName.of("orm.api.error.MappingException");

  private final SourceWriter out;
  private final HierarchyModel hierarchy;
  private final String type;
  private final String variable;

  HierarchyMapping(SourceWriter out, HierarchyModel hierarchy) {
    this.out = out;
    this.hierarchy = hierarchy;
    this.type = out.type(JavaType.of(hierarchy.name()));
    this.variable = new Locals(List.of("row", "out", "stamp")).variable(hierarchy.name());
  }

  void write(TableSchema schema, Helpers helpers) {
    RecordMapping.open(out, type, hierarchy.key());
    hierarchy.cached().ifPresent(cached -> RecordMapping.cachingConstant(out, cached));
    read();
    String row = out.name(ValueCode.ROW);
    String stamp = out.name(StampCode.STAMP);
    each("void", "write", out.name(ValueCode.BINDER), "out");
    each(type, "beforeInsert", stamp, "stamp");
    each(type, "beforeUpdate", stamp, "stamp");
    each(type, "withGenerated", row, "row");
    each(type, "withNextVersion", "", "");
    each(out.type(hierarchy.key().type().orNull()), "key", "", "");
    RecordMapping.writeKey(out, hierarchy.key());
    RecordMapping.schema(out, schema);
    hierarchy.cached().ifPresent(cached -> RecordMapping.caching(out));
    helpers.write();
    out.close();
  }

  private void read() {
    String name = hierarchy.name().simpleName();
    String column = hierarchy.table() + "." + hierarchy.discriminator();
    out.override();
    out.method("public " + type + " read", out.name(ValueCode.ROW) + " row");
    out.line(out.lang("String") + " kind = row.nextText();");
    out.open("return switch (kind)");
    for (SubtypeModel subtype : hierarchy.subtypes()) {
      out.line("case " + SourceWriter.quote(subtype.label()) + " -> "
          + out.name(subtype.record().name().generated()) + ".readRest(row);");
    }
    out.open("default ->");
    out.assign(
        out.name(FAILURE) + " failure",
        Expr.call(
            out.name(FAILURE) + ".of",
            Expr.text(out.name(ERROR_CODE) + ".MAPPING_FAILED"),
            Expr.text(SourceWriter.quote("Cannot read " + name))));
    String why = SourceWriter.quote(column + " is ")
        + " + kind + "
        + SourceWriter.quote(", which no subtype has");
    out.statement(
        "throw ",
        Expr.call("new " + out.name(EXCEPTION), Expr.call("failure.because", Expr.text(why))));
    out.close();
    out.closeWith(";");
    out.close();
  }

  private void each(String result, String method, String argumentType, String argument) {
    out.override();
    List<String> parameters = new ArrayList<>();
    parameters.add(type + " " + variable);
    if (!argument.isEmpty()) {
      parameters.add(argumentType + " " + argument);
    }
    out.method("public " + result + " " + method, parameters);
    boolean returns = !result.equals("void");
    int last = hierarchy.subtypes().size() - 1;
    for (int i = 0; i <= last; i++) {
      SubtypeModel subtype = hierarchy.subtypes().get(i);
      String record = out.type(JavaType.of(subtype.record().name()));
      String local = new Locals(List.of(variable, "row", "out", "stamp", "kind"))
          .take(Members.narrowing(subtype), "it");
      if (i < last) {
        out.open("if (" + variable + " instanceof " + record + " " + local + ")");
      } else {
        out.line(record + " " + local + " = (" + record + ") " + variable + ";");
      }
      String call = mapping(subtype) + "." + method + "(" + local
          + (argument.isEmpty() ? "" : ", " + argument) + ");";
      out.line((returns ? "return " : "") + call);
      if (i < last) {
        if (!returns) {
          out.line("return;");
        }
        out.close();
      }
    }
    out.close();
  }

  private String mapping(SubtypeModel subtype) {
    JavaName record = subtype.record().name();
    return out.name(record.generated()) + "." + record.constant() + ".mapping()";
  }
}
