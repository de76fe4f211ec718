package orm.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import orm.api.catalog.Catalog;
import orm.api.catalog.CatalogColumn;
import orm.api.catalog.CatalogColumn.Generation;
import orm.api.catalog.CatalogForeignKey;
import orm.api.catalog.CatalogForeignKey.Action;
import orm.api.catalog.CatalogKey;
import orm.api.catalog.CatalogTable;
import orm.api.catalog.CheckTime;
import orm.api.catalog.ObjectName;

/** A schema for people, whatever its names are. */
class SchemaTextTest {
  private static final String ODD = "a \"<b>\" & c";

  private static final Catalog CATALOG = new Catalog(
      List.of(table("author", "id"), table(ODD, "author"), table("self", "self")),
      List.of(),
      List.of(),
      List.of(),
      List.of(),
      List.of());

  /** A table with one column, which is its key and, unless it is the id, refers to a table. */
  private static CatalogTable table(String name, String column) {
    CatalogKey key = new CatalogKey(null, List.of(column), true, CheckTime.STATEMENT);
    List<CatalogForeignKey> references = column.equals("id")
        ? List.of()
        : List.of(new CatalogForeignKey(
            null,
            List.of(column),
            ObjectName.of(column),
            List.of(),
            Action.NO_ACTION,
            Action.NO_ACTION,
            false,
            CheckTime.STATEMENT));
    return new CatalogTable(
        ObjectName.of(name),
        List.of(new CatalogColumn(
            column, "double precision", false, Generation.NONE, null, null, null)),
        key,
        List.of(),
        references,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null);
  }

  private static String printed(Consumer<PrintStream> form) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    form.accept(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void textNamesKeys() {
    List<String> lines = printed(out -> SchemaText.text(CATALOG, out)).lines().toList();

    assertEquals(
        List.of(
            ODD,
            "  COLUMN  TYPE              NULL",
            "  author  double precision",
            "  primary key (author)",
            "  foreign key (author) to author"),
        lines.subList(5, 10));
  }

  @Test
  void mermaidGetsWordsItCanRead() {
    List<String> lines =
        printed(out -> SchemaText.mermaid(CATALOG, out)).lines().toList();

    assertEquals(
        List.of("  \"a '<b>' & c\" {", "    double_precision author PK, FK", "  }"),
        lines.subList(4, 7));
    assertTrue(lines.contains("  \"author\" ||--o| \"a '<b>' & c\" : \"author\""), lines::toString);
  }

  @Test
  void theDrawingIsXmlWithABoxAndALineForEach() throws Exception {
    String svg = printed(out -> new SchemaDrawing(CATALOG).print(out));

    Document drawing = DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));

    assertEquals(6, drawing.getElementsByTagName("rect").getLength());
    assertEquals(2, drawing.getElementsByTagName("path").getLength());
    assertEquals(ODD, drawing.getElementsByTagName("text").item(2).getTextContent());
  }
}
