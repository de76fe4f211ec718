package orm.migration.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import orm.api.catalog.CatalogForeignKey;
import orm.api.catalog.CatalogForeignKey.Action;
import orm.api.catalog.CatalogKey;
import orm.api.catalog.ObjectName;

/** Gives entities paths to the rows that refer to them, and through link tables. */
final class Relations {
  private final Map<ObjectName, TableDraft> entities;
  private final LogicalNames names;
  private final Notes notes;

  Relations(Map<ObjectName, TableDraft> entities, LogicalNames names, Notes notes) {
    this.entities = entities;
    this.names = names;
    this.notes = notes;
  }

  /** The other side of each reference. */
  void inverses(Collection<TableDraft> drafts) {
    for (TableDraft draft : drafts) {
      for (ComponentDraft component : draft.components) {
        TableDraft target = component.target;
        if (target != null) {
          long others =
              draft.components.stream().filter(each -> each.target == target).count();
          String many = JavaNames.many(JavaNames.component(draft.table.name().name()));
          String wanted = others == 1 ? many : many + "By" + JavaNames.capitalized(component.name);
          String name = target.methods.free(wanted);
          target.marks.add(imports -> SourceText.annotation(
              imports.annotation("OneToMany"), mapped(name, draft, component.name)));
        }
      }
    }
  }

  /** Both sides of a link table. */
  void link(LinkDraft link) {
    TableDraft left = entity(link.left());
    TableDraft right = entity(link.right());
    String owned =
        path(left, JavaNames.many(JavaNames.component(right.table.name().name())));
    String mapped = path(
        right,
        left == right
            ? owned + "Of"
            : JavaNames.many(JavaNames.component(left.table.name().name())));
    List<String> arguments = new ArrayList<>();
    arguments.add("name = " + SourceText.literal(owned));
    arguments.add("target = " + right.type + ".class");
    arguments.add("table = " + SourceText.literal(link.table().logical));
    arguments.add("columns = " + columns(link.table(), link.left(), left));
    arguments.add("targetColumns = " + columns(link.table(), link.right(), right));
    left.marks.add(imports -> {
      List<String> all = new ArrayList<>(arguments);
      onDelete("onDelete", link.left(), imports, all);
      onDelete("targetOnDelete", link.right(), imports, all);
      return SourceText.annotation(imports.annotation("ManyToMany"), all);
    });
    right.marks.add(imports ->
        SourceText.annotation(imports.annotation("ManyToMany"), mapped(mapped, left, owned)));
    tell(link);
  }

  private static void onDelete(
      String member, CatalogForeignKey key, Imports imports, List<String> arguments) {
    if (key.onDelete() != Action.CASCADE && canBeSaid(key.onDelete())) {
      String type = imports.annotation("ForeignKey").substring(1);
      arguments.add(member + " = " + type + ".OnDelete." + key.onDelete());
    }
  }

  /** The others would change the key of the link. */
  private static boolean canBeSaid(Action action) {
    return action == Action.CASCADE || action == Action.RESTRICT || action == Action.NO_ACTION;
  }

  private static List<String> mapped(String name, TableDraft target, String by) {
    return List.of(
        "name = " + SourceText.literal(name),
        "target = " + target.type + ".class",
        "mappedBy = " + SourceText.literal(by));
  }

  private TableDraft entity(CatalogForeignKey key) {
    TableDraft found = entities.get(key.target());
    if (found == null) {
      throw new IllegalStateException("a link to no entity: " + key.target());
    }
    return found;
  }

  private static String path(TableDraft draft, String wanted) {
    String name = wanted;
    for (int number = 2; !draft.fields.isFree(name) || !draft.methods.isFree(name); number++) {
      name = wanted + number;
    }
    boolean unused = draft.fields.take(name) && draft.methods.take(name);
    return name;
  }

  /** In the order of the key that they lead to. */
  private static String columns(TableDraft link, CatalogForeignKey key, TableDraft target) {
    List<String> columns = target.columns.stream()
        .map(ColumnDraft::name)
        .filter(target.key()::contains)
        .map(column -> key.columns().get(key.targetColumns().indexOf(column)))
        .map(column -> link.column(column).orElseThrow().logical())
        .toList();
    return ConstraintMarks.list(columns);
  }

  private void tell(LinkDraft link) {
    TableDraft draft = link.table();
    for (CatalogForeignKey key : draft.table.foreignKeys()) {
      String columns = String.join(", ", key.columns());
      if (!canBeSaid(key.onDelete())) {
        notes.add(
            draft.table, columns, "ON DELETE " + References.words(key.onDelete()) + " is not said");
      }
      String usual = draft.logical + "_" + draft.joined(key.columns()) + "_fkey";
      if (key.name() != null && !names.matches(usual, key.name())) {
        notes.add(
            draft.table, columns, "the name " + key.name() + " of its foreign key is not said");
      }
    }
    CatalogKey primary = draft.table.primaryKey();
    if (primary != null
        && primary.name() != null
        && !names.matches(draft.logical + "_pkey", primary.name())) {
      notes.add(draft.table, "the name " + primary.name() + " of its primary key is not said");
    }
    String own = draft.logical + "_" + draft.joined(link.right().columns()) + "_idx";
    draft.table.indexes().stream()
        .filter(index -> !names.matches(own, index.name()))
        .forEach(index -> notes.add(
            draft.table, "index " + index.name() + " is not said: a link table has one, " + own));
  }
}
