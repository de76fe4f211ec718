package orm.processor.write;

import java.util.ArrayList;
import java.util.List;
import orm.api.schema.TableSchema;
import orm.processor.model.Component;
import orm.processor.model.HierarchyModel;
import orm.processor.model.JavaName;
import orm.processor.model.JavaType;
import orm.processor.model.Members;
import orm.processor.model.SubtypeModel;
import orm.processor.schema.ComponentColumns;
import orm.processor.schema.Constraints;

/** Writes the class of an entity that is a sealed interface. */
public final class HierarchyWriter {
  private static final JavaName TEXT_COLUMN = JavaName.of("orm.api.expression.TextColumn");
  private static final JavaName CONDITION = JavaName.of("orm.api.expression.Condition");

  private final SourceWriter out;
  private final HierarchyModel hierarchy;
  private final TableSchema schema;
  private final Helpers helpers = new Helpers();
  private final ValueCode values;

  /**
   * Makes a writer.
   *
   * @param hierarchy the entity
   * @param schema its table
   * @param surroundings what is there to be used
   */
  public HierarchyWriter(HierarchyModel hierarchy, TableSchema schema, Surroundings surroundings) {
    this.hierarchy = hierarchy;
    this.schema = schema;
    this.out = surroundings.writer(hierarchy.name().packageName());
    this.values = new ValueCode(out, helpers);
  }

  /** {@return the source of the class} */
  public String write() {
    JavaName name = hierarchy.name();
    List<Component> common = hierarchy.common();
    List<String> taken = new ArrayList<>(common.stream().map(Component::name).toList());
    taken.add(hierarchy.discriminatorField());
    String source = taken.contains("source") ? "super.source" : "source";
    TableHead head = new TableHead(out, values, name, hierarchy.key());
    head.open(
        "Table " + SourceWriter.code(hierarchy.table()) + ": every kind of {@link "
            + name.nestedName() + "}, told apart by column "
            + SourceWriter.code(hierarchy.discriminator()) + ".",
        hierarchy.visible(),
        hierarchy.subtypes().stream()
            .flatMap(it -> it.record().warnings().stream())
            .distinct()
            .sorted()
            .toList());
    discriminator(source);
    head.fields(
        common, new ColumnFields(out, values, JavaType.of(name), ColumnFields.Place.table(source)));
    head.links(hierarchy.links());
    head.uniqueKeys(hierarchy.subtypes().get(0).record(), common);
    head.textIndexes(
        hierarchy.commonConstraints(),
        new Constraints(hierarchy.table(), new ComponentColumns(hierarchy.components())),
        source);
    PathCode paths = new PathCode(out, taken);
    paths.references(common);
    paths.inverses(hierarchy.inverses(), source);
    paths.links(hierarchy.links());
    hierarchy.subtypes().forEach(subtype -> paths.narrowing(subtype, source));
    paths.fields();
    head.constructor(hierarchy.table(), "source");
    head.as(source);
    head.target(hierarchy.components(), hierarchy.links());
    paths.methods();
    hierarchy.subtypes().forEach(this::test);
    head.keyRecord();
    new HierarchyMapping(out, hierarchy).write(schema, helpers);
    out.close();
    return out.file(name.qualifiedName(), "that interface");
  }

  private void discriminator(String source) {
    out.blank();
    out.doc("Column " + SourceWriter.code(hierarchy.discriminator())
        + ", which tells the subtypes apart.");
    out.assign(
        "public final "
            + out.type(JavaType.of(TEXT_COLUMN, JavaType.of(hierarchy.name())))
            + " "
            + hierarchy.discriminatorField(),
        Expr.call(
            "new " + out.name(TEXT_COLUMN) + "<>",
            Expr.text(source),
            Expr.text(SourceWriter.quote(hierarchy.discriminator()))));
  }

  private void test(SubtypeModel subtype) {
    out.blank();
    out.doc("Is a {@link " + out.name(subtype.record().name()) + "}.");
    out.method("public " + out.name(CONDITION) + " " + Members.test(subtype));
    out.line("return " + hierarchy.discriminatorField() + ".eq("
        + SourceWriter.quote(subtype.label()) + ");");
    out.close();
  }
}
