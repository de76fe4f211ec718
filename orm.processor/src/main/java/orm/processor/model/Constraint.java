package orm.processor.model;

import java.util.List;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** A constraint or index as it is declared: by components, with an optional name. */
public sealed interface Constraint {
  /** {@return the name that the user gave, or null} */
  @Nullable
  String name();

  /** {@return where it is declared} */
  Element element();

  /**
   * Values that no two rows share.
   *
   * @param name the name, or null
   * @param components the components, with dots inside embedded records
   * @param element where it is declared
   */
  record Unique(@Nullable String name, List<String> components, Element element)
      implements Constraint {
    /** Copies the list. */
    public Unique {
      components = List.copyOf(components);
    }
  }

  /**
   * An index.
   *
   * @param name the name, or null
   * @param parts what it is sorted by
   * @param where the condition, or null
   * @param unique whether equal entries are refused
   * @param element where it is declared
   */
  record Index(
      @Nullable String name,
      List<Part> parts,
      @Nullable String where,
      boolean unique,
      Element element)
      implements Constraint {
    /** Copies the list. */
    public Index {
      parts = List.copyOf(parts);
    }
  }

  /**
   * An index of words in texts.
   *
   * @param name the name, or null
   * @param components the components that hold the texts
   * @param language how words are found
   * @param element where it is declared
   */
  record FullText(@Nullable String name, List<String> components, String language, Element element)
      implements Constraint {
    /** Copies the list. */
    public FullText {
      components = List.copyOf(components);
    }
  }

  /**
   * One thing that an index is sorted by.
   *
   * @param text a component, or an SQL expression
   * @param expression whether it is an expression
   * @param descending whether greater values come first
   */
  record Part(String text, boolean expression, boolean descending) {}

  /**
   * A condition for every row.
   *
   * @param name the name, or null
   * @param sql the condition
   * @param component the component it stands on; null for one of the whole record
   * @param rule the rule that it was made from, such as {@code not_blank}; null for a check that
   *     was written as one
   * @param element where it is declared
   */
  record Check(
      @Nullable String name,
      String sql,
      @Nullable String component,
      @Nullable String rule,
      Element element)
      implements Constraint {
    /** {@return whether another one is made from the same rule of the same component} */
    boolean isLike(Constraint other) {
      return rule != null
          && other instanceof Check that
          && rule.equals(that.rule)
          && sql.equals(that.sql);
    }
  }
}
