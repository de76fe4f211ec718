package orm.processor.read;

import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import orm.processor.report.ProblemCode;
import orm.processor.report.Problems;

/**
 * What readers need to know about the compilation.
 *
 * @param elements the elements of the compiler
 * @param problems takes errors
 * @param sources the full names of the outermost types that are compiled from source now
 */
public record Round(Elements elements, Problems problems, Set<String> sources) {
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

  /** Reports that an element cannot be mapped. */
  void cannotMap(ProblemCode code, Element where, String why, String fix) {
    problems.error(code, where, "Cannot map " + Names.display(where), why, fix);
  }
}
