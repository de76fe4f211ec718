package orm.processor.write;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.LoadStrategy;
import orm.processor.model.Fetch;
import orm.processor.model.JavaName;
import orm.processor.model.JavaType;
import orm.processor.model.ProjectionModel;

/**
 * Writes how a projection is fetched. The constant names the root and a method, and only the method
 * names other classes: classes whose initialisers need each other may lock each other out.
 */
final class ShapeCode {
  private static final JavaName EXPRESSIONS = JavaName.of("orm.api.expression.Expressions");
  private static final JavaName STRATEGY = JavaName.of("orm.api.annotation.LoadStrategy");
  private static final JavaName SELECT = JavaName.of("orm.api.query.Select");
  private static final JavaName SELECTABLE = JavaName.of("orm.api.expression.Selectable");
  private static final JavaName SHAPE = JavaName.of("orm.api.model.Shape");

  private final SourceWriter out;
  private final ProjectionModel projection;
  private final JavaName root;
  private final String type;

  ShapeCode(SourceWriter out, ProjectionModel projection, JavaName root) {
    this.out = out;
    this.projection = projection;
    this.root = root;
    this.type = out.type(JavaType.of(projection.name()));
  }

  void constant() {
    out.doc("Fetches {@link " + type + "} for rows of {@link " + out.name(root) + "}.");
    out.assign(
        "public static final "
            + out.type(JavaType.of(SHAPE, JavaType.of(root), JavaType.of(projection.name())))
            + " SHAPE",
        Expr.call(
            out.name(SHAPE) + ".of",
            Expr.text(out.name(root.generated()) + "." + root.constant()),
            Expr.text(out.name(projection.name().generated()) + "::shape")));
  }

  void method() {
    String variable = new Locals(projection.names()).variable(root);
    out.blank();
    out.method(
        "private static " + out.name(SELECTABLE) + "<" + type + "> shape",
        out.name(root.generated()) + " " + variable);
    List<Expr> parts = new ArrayList<>();
    for (ProjectionModel.Part part : projection.parts()) {
      parts.add(part(part.name(), part.fetch().orElseThrow(), variable));
    }
    out.returns(Expr.call("row", parts));
    out.close();
  }

  /** A list is written behind a local variable, which its order and its elements begin at. */
  private Expr part(String name, Fetch fetch, String from) {
    if (fetch instanceof Fetch.One one) {
      return projected(one.projection().orElse(null), path(from, one.steps()));
    }
    if (fetch instanceof Fetch.Count count) {
      return Expr.call(
          out.name(EXPRESSIONS) + ".scalarNumber",
          Expr.chain(
              out.name(SELECT) + ".from(" + path(from, count.steps()) + ")",
              List.of(Expr.call("select", Expr.text(out.name(EXPRESSIONS) + ".count()")))));
    }
    Fetch.Many many = (Fetch.Many) fetch;
    out.line(
        out.name(many.entity().generated()) + " " + name + " = " + path(from, many.steps()) + ";");
    List<Expr> links = new ArrayList<>();
    if (!many.order().isEmpty()) {
      links.add(Expr.call(
          "orderBy",
          many.order().stream()
              .map(sort ->
                  Expr.text(path(name, sort.steps()) + (sort.descending() ? ".desc()" : ".asc()")))
              .toList()));
    }
    if (many.limit() > 0) {
      links.add(Expr.text("limit(" + many.limit() + ")"));
    }
    if (!many.inside().isEmpty()) {
      links.add(Expr.call(
          "select", projected(many.projection().orElse(null), path(name, many.inside()))));
    } else {
      many.projection()
          .ifPresent(it -> links.add(Expr.text("select(" + out.name(it.generated()) + ".SHAPE)")));
    }
    String rows = out.name(SELECT) + ".from(" + name + ")";
    List<Expr> arguments = new ArrayList<>();
    arguments.add(links.isEmpty() ? Expr.text(rows) : Expr.chain(rows, links));
    if (many.strategy() != LoadStrategy.KEYS) {
      arguments.add(Expr.text(out.name(STRATEGY) + "." + many.strategy().name()));
    }
    return Expr.call(out.name(EXPRESSIONS) + ".many", arguments);
  }

  private Expr projected(@Nullable JavaName made, String path) {
    return made == null
        ? Expr.text(path)
        : Expr.call(out.name(made.generated()) + ".SHAPE.at", Expr.text(path));
  }

  private static String path(String from, List<Fetch.Step> steps) {
    return steps.stream()
        .map(step -> "." + step.name() + (step.call() ? "()" : ""))
        .collect(Collectors.joining("", from, ""));
  }
}
