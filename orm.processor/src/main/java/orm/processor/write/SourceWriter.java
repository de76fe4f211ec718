package orm.processor.write;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import orm.processor.model.JavaName;
import orm.processor.model.JavaType;

/** Writes one Java file: imports, indentation, and lines of at most 100 columns. */
final class SourceWriter {
  private static final int WIDTH = 100;
  private static final JavaName NULLABLE = JavaName.of("org.jspecify.annotations.Nullable");

  private final String packageName;
  private final Imports imports;
  private final boolean marksNull;
  private final boolean marksGenerated;
  private StringBuilder out = new StringBuilder();
  private int indent;

  /**
   * Begins a file.
   *
   * @param packageName its package
   * @param inPackage tells whether the package has a type with a simple name
   * @param marksNull whether {@code @Nullable} can be written
   * @param marksGenerated whether {@code @Generated} can be written
   */
  SourceWriter(
      String packageName, Predicate<String> inPackage, boolean marksNull, boolean marksGenerated) {
    this.packageName = packageName;
    this.imports = new Imports(packageName, inPackage);
    this.marksNull = marksNull;
    this.marksGenerated = marksGenerated;
  }

  boolean marksNull() {
    return marksNull;
  }

  void reserve(String... simpleNames) {
    for (String simpleName : simpleNames) {
      imports.reserve(simpleName);
    }
  }

  String name(JavaName name) {
    return imports.name(name);
  }

  String name(String qualifiedName) {
    return name(JavaName.of(qualifiedName));
  }

  /** A class of {@code java.lang}. */
  String lang(String simpleName) {
    return name("java.lang." + simpleName);
  }

  /** From here on, member types of the class are named without the class. */
  void enter(JavaName self) {
    imports.enter(self);
  }

  /** The method behind this overrides one. */
  void override() {
    blank();
    line("@" + lang("Override"));
  }

  /** A type as it stands in source. */
  String type(JavaType type) {
    if (type instanceof JavaType.Primitive primitive) {
      return primitive.keyword();
    }
    String mark = type.nullable() && marksNull ? "@" + name(NULLABLE) + " " : "";
    if (type instanceof JavaType.Array array) {
      return type(array.element()) + (mark.isEmpty() ? "" : " " + mark) + "[]";
    }
    JavaType.Named named = (JavaType.Named) type;
    String arguments = named.arguments().isEmpty()
        ? ""
        : named.arguments().stream().map(this::type).collect(Collectors.joining(", ", "<", ">"));
    String name = name(named.name());
    int dot = name.lastIndexOf('.');
    return name.substring(0, dot + 1) + mark + name.substring(dot + 1) + arguments;
  }

  /** A class literal. */
  String literal(JavaType type) {
    return type(type.notNull()) + ".class";
  }

  static String quote(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** A name of the database in a documentation comment, of which it is never more than a word. */
  static String code(String name) {
    if (name.chars().allMatch(c -> Character.isLetterOrDigit(c) || "_ .$-".indexOf(c) >= 0)) {
      return "{@code " + name + "}";
    }
    StringBuilder out = new StringBuilder("<code>");
    name.chars().forEach(c -> {
      if ("\\{}@*/<>&".indexOf(c) >= 0) {
        out.append("&#").append(c).append(';');
      } else {
        out.append((char) c);
      }
    });
    return out.append("</code>").toString();
  }

  /** The place reached so far, for what is known only later to stand here. */
  int place() {
    return out.length();
  }

  /** Writes at a place reached before. */
  void writeAt(int place, Runnable writing) {
    StringBuilder all = out;
    out = new StringBuilder();
    writing.run();
    out = all.insert(place, out);
  }

  /** An empty line, but for the begin of a block. */
  void blank() {
    int length = out.length();
    if (length < 2 || out.charAt(length - 2) != '{') {
      out.append('\n');
    }
  }

  void line(String text) {
    out.append("  ".repeat(indent)).append(text).append('\n');
  }

  /** The annotations of an outermost class. */
  void annotations(List<String> warnings) {
    if (marksGenerated) {
      line("@" + name("javax.annotation.processing.Generated") + "(\"orm.processor\")");
    }
    if (marksNull) {
      line("@" + name("org.jspecify.annotations.NullMarked"));
    }
    if (!warnings.isEmpty()) {
      String all = warnings.stream().map(SourceWriter::quote).collect(Collectors.joining(", "));
      line("@" + lang("SuppressWarnings")
          + (warnings.size() > 1 ? "({" + all + "})" : "(" + all + ")"));
    }
  }

  /** The annotation of a nested class whose code reads and binds nulls that it need not look at. */
  void unmarked() {
    if (marksNull) {
      line("@" + name("org.jspecify.annotations.NullUnmarked"));
    }
  }

  /** Begins a block. */
  void open(String head) {
    line(head + " {");
    indent++;
  }

  /** Begins a class that extends or implements a type with arguments. */
  void openClass(String head, String above, String... arguments) {
    String flat = above + "<" + String.join(", ", arguments) + "> {";
    if (fits(head + " " + flat)) {
      line(head + " " + flat);
    } else if (fits("    " + flat)) {
      line(head);
      line("    " + flat);
    } else {
      line(head);
      line("    " + above + "<");
      line("        " + String.join(",\n" + "  ".repeat(indent + 4), arguments) + "> {");
    }
    indent++;
  }

  /** Begins a method, whose parameters are broken into lines where they are too long for one. */
  void method(String head, List<String> parameters) {
    expression("", Expr.call(head, parameters.stream().map(Expr::text).toList()), " {");
    indent++;
  }

  void method(String head, String... parameters) {
    method(head, List.of(parameters));
  }

  void close() {
    closeWith("");
  }

  /** Ends a block that is an expression. */
  void closeWith(String suffix) {
    indent--;
    line("}" + suffix);
  }

  /** Continues a block: {@code } else {}. */
  void next(String head) {
    indent--;
    line("} " + head + " {");
    indent++;
  }

  /** A comment for Javadoc. */
  void doc(String text) {
    if (fits("/** " + text + " */")) {
      line("/** " + text + " */");
      return;
    }
    line("/**");
    StringBuilder current = new StringBuilder(" *");
    for (String word : text.split(" ", -1)) {
      if (!fits(current + " " + word)) {
        line(current.toString());
        current = new StringBuilder(" *");
      }
      current.append(' ').append(word);
    }
    line(current.toString());
    line(" */");
  }

  /** A statement: {@code left = right;}. */
  void assign(String left, Expr right) {
    String flat = left + " = " + right.flat() + ";";
    if (fits(flat)) {
      line(flat);
      return;
    }
    int name = left.lastIndexOf(' ');
    boolean breaksBeforeName = name > 0 && !fits(left + " =");
    if (breaksBeforeName) {
      line(left.substring(0, name));
      indent += 2;
    }
    line((breaksBeforeName ? left.substring(name + 1) : left) + " =");
    indent += 2;
    expression("", right, ";");
    indent -= breaksBeforeName ? 4 : 2;
  }

  /** An assignment of a constant text, in several parts where it is long; broken at spaces. */
  void assign(String left, String text) {
    if (fits("    " + quote(text) + ";")) {
      assign(left, Expr.text(quote(text)));
      return;
    }
    line(left + " =");
    String operator = "    ";
    String rest = text;
    while (!rest.isEmpty()) {
      int end = rest.length();
      while (!fits(operator + quote(rest.substring(0, end)) + ";") && end > 0) {
        end = rest.lastIndexOf(' ', end - 2) + 1;
      }
      end = end == 0 ? rest.length() : end; // one long word stands as it is
      line(operator + quote(rest.substring(0, end)) + (end == rest.length() ? ";" : ""));
      rest = rest.substring(end);
      operator = "        + ";
    }
  }

  /** A declaration that is no statement. */
  void declaration(Expr expression, String suffix) {
    expression("", expression, suffix);
  }

  /** Begins a block that depends on several conditions. */
  void conditions(String keyword, List<String> conditions) {
    String flat = keyword + " (" + String.join(" && ", conditions) + ")";
    if (fits(flat + " {")) {
      open(flat);
      return;
    }
    line(keyword + " (" + conditions.get(0));
    indent += 2;
    int last = conditions.size() - 1;
    for (int i = 1; i <= last; i++) {
      line("&& " + conditions.get(i) + (i < last ? "" : ") {"));
    }
    indent--;
  }

  void statement(String prefix, Expr expression) {
    expression(prefix, expression, ";");
  }

  void statement(Expr expression) {
    statement("", expression);
  }

  void returns(Expr expression) {
    statement("return ", expression);
  }

  private void expression(String prefix, Expr expression, String suffix) {
    String flat = prefix + expression.flat() + suffix;
    if (fits(flat) || expression instanceof Expr.Text) {
      line(flat);
    } else if (expression instanceof Expr.Call call && !call.arguments().isEmpty()) {
      call(prefix, call, suffix);
    } else if (expression instanceof Expr.Chain chain) {
      chain(prefix, chain, suffix);
    } else if (expression instanceof Expr.Lambda lambda) {
      line(prefix + lambda.parameter() + " ->");
      indent += 2;
      expression("", lambda.body(), suffix);
      indent -= 2;
    } else {
      line(flat);
    }
  }

  private void call(String prefix, Expr.Call call, String suffix) {
    line(prefix + call.head() + "(");
    indent += 2;
    String arguments =
        call.arguments().stream().map(Expr::flat).collect(Collectors.joining(", ")) + ")" + suffix;
    if (fits(arguments)) {
      line(arguments);
    } else {
      int last = call.arguments().size() - 1;
      for (int i = 0; i <= last; i++) {
        expression("", call.arguments().get(i), i < last ? "," : ")" + suffix);
      }
    }
    indent -= 2;
  }

  private void chain(String prefix, Expr.Chain chain, String suffix) {
    line(prefix + chain.head());
    indent += 2;
    int last = chain.links().size() - 1;
    for (int i = 0; i <= last; i++) {
      expression(".", chain.links().get(i), i < last ? "" : suffix);
    }
    indent -= 2;
  }

  private boolean fits(String text) {
    return indent * 2 + text.length() <= WIDTH;
  }

  /** A text block: {@code return """ … """;}. */
  void textBlock(String prefix, String text) {
    line(prefix + "\"\"\"");
    indent += 2;
    for (String textLine : text.split("\n", -1)) {
      if (!textLine.isEmpty()) {
        TextBlocks.lines(textLine, WIDTH - indent * 2).forEach(this::line);
      }
    }
    line("\"\"\";");
    indent -= 2;
  }

  /** The whole file; {@code from} names what it comes from, {@code edit} what to edit instead. */
  String file(String from, String edit) {
    String separator = from.length() + edit.length() + 33 <= WIDTH ? " " : "\n// ";
    StringBuilder file = new StringBuilder("// Generated from ")
        .append(from)
        .append(';')
        .append(separator)
        .append("edit ")
        .append(edit)
        .append(" instead.\n");
    if (!packageName.isEmpty()) {
      file.append("package ").append(packageName).append(";\n\n");
    }
    for (String imported : imports.lines()) {
      file.append("import ").append(imported).append(";\n");
    }
    if (!imports.lines().isEmpty()) {
      file.append('\n');
    }
    return file.append(out).toString();
  }
}
