package orm.shell;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import orm.api.catalog.Catalog;
import orm.api.catalog.CatalogColumn;
import orm.api.catalog.CatalogForeignKey;
import orm.api.catalog.CatalogKey;
import orm.api.catalog.CatalogTable;
import orm.api.catalog.ObjectName;

/**
 * Draws a schema as SVG: tables in layers, so that a table stands to the right of those that it
 * refers to, and a line for each foreign key. The same each time for the same schema.
 */
final class SchemaDrawing {
  private static final int LETTER = 8;
  private static final int LINE = 18;
  private static final int GAP = 30;
  private static final int LAYER_GAP = 90;
  private static final String STYLE = """
      <style>
        text { font: 13px monospace; fill: #222; }
        .name { font-weight: bold; }
        .key { font-weight: bold; fill: #205080; }
        rect { fill: #fff; stroke: #667; rx: 4px; }
        .head { fill: #e8eef6; }
        path { fill: none; stroke: #8a5a20; }
      </style>
      """;

  private final Catalog catalog;
  private final Map<ObjectName, Box> boxes = new HashMap<>();

  /** Where a table is drawn. */
  private record Box(int x, int y, int width, int height) {
    int line(int number) {
      return y + LINE * (number + 1) + LINE / 2;
    }
  }

  SchemaDrawing(Catalog catalog) {
    this.catalog = catalog;
  }

  void print(PrintStream out) {
    int width = GAP;
    int height = 0;
    for (List<CatalogTable> layer : layers()) {
      int y = GAP;
      int widest = 0;
      for (CatalogTable table : layer) {
        Box box = new Box(width, y, width(table), LINE * (table.columns().size() + 1) + LINE / 2);
        boxes.put(table.name(), box);
        y += box.height() + GAP;
        widest = Math.max(widest, box.width());
      }
      width += widest + LAYER_GAP;
      height = Math.max(height, y);
    }
    String size = Math.max(width, 2 * GAP) + " " + Math.max(height, GAP);
    out.println("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + "\">");
    out.print(STYLE);
    catalog.tables().forEach(table -> table.foreignKeys().forEach(key -> line(table, key, out)));
    catalog.tables().forEach(table -> box(table, out));
    out.println("</svg>");
  }

  /** Each table behind those that it refers to; where that is a circle, wherever it is met. */
  private List<List<CatalogTable>> layers() {
    Map<ObjectName, Integer> depths = new HashMap<>();
    List<List<CatalogTable>> layers = new ArrayList<>();
    for (CatalogTable table : catalog.tables()) {
      int depth = depth(table, depths, new HashSet<>());
      while (layers.size() <= depth) {
        layers.add(new ArrayList<>());
      }
      layers.get(depth).add(table);
    }
    return layers;
  }

  private int depth(CatalogTable table, Map<ObjectName, Integer> depths, Set<ObjectName> path) {
    Integer known = depths.get(table.name());
    if (known != null) {
      return known;
    }
    path.add(table.name());
    int depth = 0;
    for (CatalogForeignKey key : table.foreignKeys()) {
      CatalogTable target = catalog.table(key.target()).orElse(null);
      if (target != null && !path.contains(target.name())) {
        depth = Math.max(depth, depth(target, depths, path) + 1);
      }
    }
    path.remove(table.name());
    depths.put(table.name(), depth);
    return depth;
  }

  private static String text(CatalogColumn column) {
    return column.name() + "  " + column.type() + (column.nullable() ? "?" : "");
  }

  private static int width(CatalogTable table) {
    int letters =
        table.columns().stream().mapToInt(column -> text(column).length()).max().orElse(0);
    return LETTER * (Math.max(letters, table.name().toString().length()) + 2);
  }

  private void box(CatalogTable table, PrintStream out) {
    Box box = boxes.get(table.name());
    if (box == null) {
      return;
    }
    rect(box.x(), box.y(), box.width(), box.height(), "", out);
    rect(box.x(), box.y(), box.width(), LINE + LINE / 4, " class=\"head\"", out);
    write(box, 0, "name", table.name().toString(), out);
    CatalogKey primary = table.primaryKey();
    for (int i = 0; i < table.columns().size(); i++) {
      CatalogColumn column = table.columns().get(i);
      boolean isKey = primary != null && primary.columns().contains(column.name());
      write(box, i + 1, isKey ? "key" : "column", text(column), out);
    }
  }

  private static void rect(int x, int y, int width, int height, String more, PrintStream out) {
    out.println("<rect x=\"" + x + "\" y=\"" + y + "\" width=\"" + width + "\" height=\"" + height
        + "\"" + more + "/>");
  }

  private static void write(Box box, int line, String style, String text, PrintStream out) {
    out.println("<text class=\"" + style + "\" x=\"" + (box.x() + LETTER) + "\" y=\""
        + (box.y() + LINE * (line + 1) - LINE / 4) + "\">" + escaped(text) + "</text>");
  }

  private void line(CatalogTable table, CatalogForeignKey key, PrintStream out) {
    Box from = boxes.get(table.name());
    Box to = boxes.get(key.target());
    if (from == null || to == null || key.columns().isEmpty()) {
      return;
    }
    int y1 = from.line(position(table, key.columns().get(0)));
    int y2 = to.y() + LINE / 2;
    boolean left = to.x() < from.x();
    int x1 = left ? from.x() : from.x() + from.width();
    int x2 = to.x() + to.width();
    int bend = LAYER_GAP / 2;
    int out1 = left ? x1 - bend : x1 + bend;
    out.println("<path d=\"M" + x1 + " " + y1 + " C" + out1 + " " + y1 + " " + (x2 + bend) + " "
        + y2
        + " " + x2 + " " + y2 + "\"><title>"
        + escaped(table.name() + " (" + String.join(", ", key.columns()) + ") to " + key.target())
        + "</title></path>");
  }

  private static int position(CatalogTable table, String column) {
    for (int i = 0; i < table.columns().size(); i++) {
      if (table.columns().get(i).name().equals(column)) {
        return i;
      }
    }
    return 0;
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints().forEach(c -> {
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        default -> escaped.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
      }
    });
    return escaped.toString();
  }
}
