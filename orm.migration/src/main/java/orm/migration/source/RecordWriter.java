package orm.migration.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orm.api.migration.GeneratedSources;
import orm.api.schema.Naming;

/** Writes the files of one package. */
final class RecordWriter {
  private final String packageName;
  private final Set<String> types;

  /**
   * Begins.
   *
   * @param packageName the package
   * @param types the simple names of its types, in lower case
   */
  RecordWriter(String packageName, Set<String> types) {
    this.packageName = packageName;
    this.types = types;
  }

  /** A record whose instances are rows. */
  String entity(TableDraft draft) {
    Imports imports = new Imports(types);
    StringBuilder body = new StringBuilder();
    body.append(
        comment(draft, SourceText.doc("A row of table " + draft.table.name().name() + ".")));
    String usual = Naming.snakeCase(draft.type);
    body.append(imports.annotation("Entity"))
        .append(
            draft.logical.equals(usual)
                ? ""
                : "(table = " + SourceText.literal(draft.logical) + ")")
        .append('\n');
    draft.marks.forEach(mark -> body.append(mark.text(imports)).append('\n'));
    body.append(head(draft, imports)).append(" {}\n");
    return file(imports, body.toString());
  }

  /** A record for rows that can only be read. */
  String rows(TableDraft draft, String what, String select) {
    Imports imports = new Imports(types);
    String read = draft.type + ".SELECT).into(" + draft.type + "_::new).list()}.";
    return file(
        imports,
        comment(
                draft,
                SourceText.doc(
                    "A row of " + what + " " + draft.table.name().name() + ", which is only read:"),
                "{@code db.sql(" + read)
            + imports.annotation("Projection") + "\n"
            + head(draft, imports) + " {\n"
            + "  /** Reads all rows. */\n"
            + "  public static final " + imports.name("java.lang.String") + " SELECT =\n      "
            + SourceText.literal(select) + ";\n"
            + "}\n");
  }

  private static String head(TableDraft draft, Imports imports) {
    return draft.components.stream()
        .map(component -> component.text(imports))
        .collect(Collectors.joining(",\n", "public record " + draft.type + "(\n", ")"));
  }

  /** What is known of a table and of its columns. */
  private static String comment(TableDraft draft, String... summary) {
    List<String> paragraphs = new ArrayList<>(List.of(summary));
    add(paragraphs, "<p>", draft.table.comment());
    int before = paragraphs.size();
    for (ComponentDraft component : draft.components) {
      add(
          paragraphs,
          "@param " + component.name + " ",
          component.first().column().comment());
    }
    if (paragraphs.size() > before) {
      paragraphs.add(before, "");
    }
    if (before > summary.length) {
      paragraphs.add(summary.length, "");
    }
    return SourceText.comment("", paragraphs);
  }

  private static void add(List<String> paragraphs, String begin, @Nullable String comment) {
    String text = comment == null ? "" : SourceText.doc(comment);
    if (!text.isEmpty()) {
      paragraphs.add(begin + text);
    }
  }

  String enumeration(EnumDraft draft) {
    return file(
        new Imports(types),
        SourceText.comment("", List.of(SourceText.doc(draft.comment())))
            + draft.labels().stream()
                .map(label -> "  " + SourceText.identifier(label))
                .collect(
                    Collectors.joining(",\n", "public enum " + draft.name() + " {\n", "\n}\n")));
  }

  /** The package, whose module lists its entities. */
  String packageInfo(String module, String database, List<String> entities) {
    Imports imports = new Imports(types);
    String list = entities.stream()
        .map(type -> type + ".class")
        .collect(Collectors.joining(",\n      ", "{\n      ", "\n    }"));
    String annotations = imports.annotation("Module")
        + "(\n    name = " + SourceText.literal(module) + ",\n    entities = "
        + (entities.isEmpty() ? "{}" : list) + ")\n"
        + "@" + imports.name("org.jspecify.annotations.NullMarked") + "\n";
    return header(
        SourceText.comment("", List.of("The tables of database " + SourceText.doc(database) + "."))
            + annotations
            + "package " + packageName + ";\n\n"
            + imports.lines().stripTrailing()
            + "\n");
  }

  private String file(Imports imports, String body) {
    return header("package " + packageName + ";\n\n" + imports.lines() + body);
  }

  private static String header(String body) {
    return GeneratedSources.header("//", body) + body;
  }
}
