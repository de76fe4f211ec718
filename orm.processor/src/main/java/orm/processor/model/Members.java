package orm.processor.model;

import java.util.List;
import java.util.Locale;
import javax.lang.model.SourceVersion;
import orm.api.schema.Naming;

/** The names of members of generated classes. */
public final class Members {
  private Members() {}

  /**
   * Tells whether a component has a key constant.
   *
   * @param record the record
   * @param component one of its components
   * @return whether {@code @Unique} stands on it
   */
  public static boolean hasUniqueKey(RecordModel record, Component component) {
    if (component instanceof Component.Embedded) {
      return false;
    }
    return record.constraints().stream()
        .anyMatch(constraint -> constraint instanceof Constraint.Unique unique
            && unique.components().equals(List.of(component.name()))
            && !unique.element().equals(record.element()));
  }

  /**
   * Names the key constant of a component.
   *
   * @param component the component
   * @return {@code byIsbn} for {@code isbn}
   */
  public static String uniqueKey(Component component) {
    return "by" + capitalized(component.name());
  }

  /**
   * Names the field of an index of words in texts.
   *
   * @param text the index
   * @return its name in camel case, or the components with {@code Text} behind them
   */
  public static String textIndex(Constraint.FullText text) {
    if (text.name() != null) {
      return Naming.CAMEL_CASE.apply(text.name());
    }
    StringBuilder name = new StringBuilder();
    for (String component : text.components()) {
      for (String part : component.split("\\.", -1)) {
        name.append(name.isEmpty() ? part : capitalized(part));
      }
    }
    return name.append("Text").toString();
  }

  /**
   * Names the path to one subtype.
   *
   * @param subtype the subtype
   * @return its discriminator value in camel case, or the name of its record where that is no name
   */
  public static String narrowing(SubtypeModel subtype) {
    StringBuilder out = new StringBuilder();
    boolean raise = false;
    for (int i = 0; i < subtype.label().length(); i++) {
      char c = subtype.label().charAt(i);
      if (Character.isJavaIdentifierPart(c) && c != '_') {
        out.append(raise ? Character.toUpperCase(c) : c);
        raise = false;
      } else {
        raise = out.length() > 0;
      }
    }
    String name = decapitalized(out.toString());
    return SourceVersion.isName(name)
        ? name
        : decapitalized(subtype.record().name().simpleName());
  }

  /**
   * Names the test for one subtype.
   *
   * @param subtype the subtype
   * @return {@code isCard} for {@code card}
   */
  public static String test(SubtypeModel subtype) {
    return "is" + capitalized(narrowing(subtype));
  }

  /**
   * Makes the first letter a capital.
   *
   * @param name a name
   * @return the same name with a capital
   */
  public static String capitalized(String name) {
    return name.isEmpty()
        ? name
        : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /**
   * Makes the first letter a small one.
   *
   * @param name a name
   * @return the same name with a small letter
   */
  public static String decapitalized(String name) {
    return name.isEmpty()
        ? name
        : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
