package orm.processor.report;

import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.QualifiedNameable;
import javax.tools.Diagnostic;

/** Reports errors to the compiler, each once, and counts them. */
public final class Problems {
  private final Messager messager;
  private final boolean locates;
  private final Set<String> reported = new HashSet<>();
  private int count;

  /**
   * Begins without errors.
   *
   * @param messager tells the compiler
   * @param locates whether the compiler shows where a record is; ECJ does not
   */
  public Problems(Messager messager, boolean locates) {
    this.messager = messager;
    this.locates = locates;
  }

  /**
   * Reports an error: {@code ORM-5xxx <what>: <why>. <fix>}.
   *
   * @param code its kind
   * @param where the element that is wrong
   * @param what what cannot be done
   * @param why the reason, without a full stop
   * @param fix what to do, as a sentence
   */
  public void error(ProblemCode code, Element where, String what, String why, String fix) {
    count++;
    String message = code + " " + what + ": " + why + ". " + fix;
    if (reported.add(where.getEnclosingElement() + "." + where + message)) {
      messager.printMessage(
          Diagnostic.Kind.ERROR,
          locates ? message : message + " [" + type(where) + "]",
          located(where));
    }
  }

  /** The full name of the type or package that an element is or stands in. */
  private static CharSequence type(Element element) {
    for (Element at = element; at != null; at = at.getEnclosingElement()) {
      if (at instanceof QualifiedNameable named) {
        return named.getQualifiedName();
      }
    }
    return element.getSimpleName();
  }

  /** The field of a component, since javac before version 21 knows no position of the component. */
  private static Element located(Element element) {
    Element record = element.getEnclosingElement();
    if (element.getKind() == ElementKind.RECORD_COMPONENT && record != null) {
      for (Element member : record.getEnclosedElements()) {
        if (member.getKind() == ElementKind.FIELD
            && member.getSimpleName().equals(element.getSimpleName())) {
          return member;
        }
      }
    }
    return element;
  }

  /** {@return how many errors there were, to see whether a step added some} */
  public int count() {
    return count;
  }
}
