package orm.processor.write;

import java.util.List;
import java.util.stream.Collectors;

/** An expression that knows where it may be broken into lines. */
sealed interface Expr {
  /** The expression on one line. */
  String flat();

  /** Text that is never broken. */
  static Expr text(String text) {
    return new Text(text);
  }

  /** {@code head(a, b)}. */
  static Expr call(String head, Expr... arguments) {
    return new Call(head, List.of(arguments));
  }

  /** {@code head(a, b)}. */
  static Expr call(String head, List<Expr> arguments) {
    return new Call(head, arguments);
  }

  /** {@code head.a().b()}. */
  static Expr chain(String head, List<Expr> links) {
    return new Chain(head, links);
  }

  /** {@code parameter -> body}. */
  static Expr lambda(String parameter, Expr body) {
    return new Lambda(parameter, body);
  }

  /** Text that is never broken. */
  record Text(String flat) implements Expr {}

  /** A call, broken between its arguments. */
  record Call(String head, List<Expr> arguments) implements Expr {
    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public String flat() {
      return arguments.stream().map(Expr::flat).collect(Collectors.joining(", ", head + "(", ")"));
    }
  }

  /** A lambda expression, broken behind its arrow. */
  record Lambda(String parameter, Expr body) implements Expr {
    @Override
    public String flat() {
      return parameter + " -> " + body.flat();
    }
  }

  /** A chain of calls, broken before its dots. */
  record Chain(String head, List<Expr> links) implements Expr {
    public Chain {
      links = List.copyOf(links);
    }

    @Override
    public String flat() {
      return links.stream()
          .map(link -> "." + link.flat())
          .collect(Collectors.joining("", head, ""));
    }
  }
}
