package orm.shell;

import org.osgi.framework.BundleContext;

/** Colours, where somebody looks. */
enum Style {
  GREEN("32"),
  YELLOW("33"),
  RED("31"),
  FAINT("2");

  private static final String ESCAPE = "\u001b[";

  private final String code;

  Style(String code) {
    this.code = code;
  }

  String of(String text) {
    return ESCAPE + code + 'm' + text + ESCAPE + "0m";
  }

  /** Whether what is printed goes to a terminal; {@code NO_COLOR} counts as none. */
  static boolean isTerminal(BundleContext context) {
    return Boolean.parseBoolean(context.getProperty("orm.terminal"))
        && System.getenv("NO_COLOR") == null;
  }
}
