package orm.processor.read;

import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import orm.processor.report.Problems;

/**
 * What readers need to know about the compilation.
 *
 * @param elements the elements of the compiler
 * @param types the types of the compiler
 * @param problems takes errors
 * @param sources the full names of the outermost types that are compiled from source now
 */
public record Round(Elements elements, Types types, Problems problems, Set<String> sources) {
  /** Copies the set. */
  public Round {
    sources = Set.copyOf(sources);
  }

  /**
   * Tells whether a type is compiled from source now, so that none of its annotations is missing.
   *
   * @param type the type
   * @return false if it comes from a class file
   */
  boolean isSource(TypeElement type) {
    return sources.contains(Names.outermost(type));
  }
}
