package orm.api.expression;

/**
 * Never made. {@link Expressions#row(Object...)} returns it for parts that no row can have, so that
 * the compiler's message is this name.
 */
public final class UpToSixSelectableParts {
  private UpToSixSelectableParts() {}
}
