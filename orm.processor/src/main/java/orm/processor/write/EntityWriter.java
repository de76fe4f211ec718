package orm.processor.write;

import java.util.List;
import orm.api.schema.TableSchema;
import orm.processor.model.Component;
import orm.processor.model.EntityModel;
import orm.processor.model.Form;
import orm.processor.model.HierarchyModel;
import orm.processor.model.JavaName;
import orm.processor.model.JavaType;
import orm.processor.model.RecordModel;
import orm.processor.model.SubtypeModel;
import orm.processor.schema.ComponentColumns;
import orm.processor.schema.Constraints;

/** Writes the class of a record whose instances are rows: an entity, or a subtype of one. */
public final class EntityWriter {
  private final SourceWriter out;
  private final EntityModel entity;
  private final TableSchema schema;
  private final RecordModel record;
  private final Helpers helpers = new Helpers();
  private final ValueCode values;

  /**
   * Makes a writer.
   *
   * @param entity the entity
   * @param schema its table
   * @param surroundings what is there to be used
   */
  public EntityWriter(EntityModel entity, TableSchema schema, Surroundings surroundings) {
    this.entity = entity;
    this.schema = schema;
    this.record = entity.record();
    this.out = surroundings.writer(record.name().packageName());
    this.values = new ValueCode(out, helpers);
  }

  /** {@return the source of the class} */
  public String write() {
    JavaName name = record.name();
    TableHead head = new TableHead(out, values, name, entity.key());
    String source = record.names().contains("source") ? "super.source" : "source";
    String link = "{@link " + name.nestedName() + "}";
    head.open(
        entity.hierarchy().isPresent()
            ? "The rows of table " + SourceWriter.code(entity.table()) + " that are " + link + "."
            : "Table " + SourceWriter.code(entity.table()) + ", whose rows are " + link + ".",
        record.visible(),
        record.warnings());
    ColumnFields fields =
        new ColumnFields(out, values, JavaType.of(name), ColumnFields.Place.table(source));
    head.fields(record.components(), fields);
    head.links(entity.links());
    head.uniqueKeys(record, record.components());
    head.textIndexes(
        record.constraints(),
        new Constraints(entity.table(), new ComponentColumns(record.components())),
        source);
    nullableComponents(out, record);
    PathCode paths = new PathCode(out, record.names());
    paths.references(record.components());
    paths.inverses(entity.inverses(), source);
    paths.links(entity.links());
    paths.fields();
    head.constructor(entity.table(), entity.hierarchy().isPresent() ? "narrow(source)" : "source");
    head.as(source);
    head.target(record.components(), entity.links());
    paths.methods();
    EditWriter edit = new EditWriter(out, record);
    edit.method();
    if (entity.hierarchy().isPresent()) {
      narrow(entity.hierarchy().get());
    } else {
      head.keyRecord();
    }
    new RecordMapping(out, entity, schema, helpers, values).write();
    edit.nestedClass();
    out.close();
    return out.file(name.qualifiedName(), "that record");
  }

  /** A subtype is seen as such however its table is reached. */
  private void narrow(HierarchyModel hierarchy) {
    String label = hierarchy.subtypes().stream()
        .filter(subtype -> subtype.record().name().equals(record.name()))
        .map(SubtypeModel::label)
        .findFirst()
        .orElseThrow();
    String type = out.type(JavaType.of(record.name()));
    String source = out.name(TableHead.SOURCE);
    out.blank();
    out.doc("Reads the columns behind the discriminator.");
    out.method("static " + type + " readRest", out.name(ValueCode.ROW) + " row");
    out.line("return Mapping.readRest(row);");
    out.close();
    out.blank();
    out.method(
        "private static " + source + "<" + type + "> narrow", source + "<" + type + "> source");
    out.open("if (source.kind() == " + source + ".Kind.SUBTYPE)");
    out.line("return source;");
    out.close();
    out.line("return source.of(Mapping.INSTANCE).subtype(" + SourceWriter.quote(label) + ");");
    out.close();
  }

  /** The names that compilations need which see the record as a class file only. */
  static void nullableComponents(SourceWriter out, RecordModel record) {
    List<String> names = record.components().stream()
        .filter(component -> component.form() == Form.NULLABLE)
        .map(Component::name)
        .toList();
    if (!names.isEmpty()) {
      out.blank();
      out.doc("What may be null; compilers do not see it in the class file of the record.");
      out.assign(
          "static final " + out.lang("String") + " " + RecordModel.NULLABLE_COMPONENTS,
          String.join(", ", names));
    }
  }
}
