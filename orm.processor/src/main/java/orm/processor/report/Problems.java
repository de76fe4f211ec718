package orm.processor.report;

import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Reports errors to the compiler, each once, and counts them. */
public final class Problems {
  private final @Nullable Messager messager;
  private final Set<String> reported = new HashSet<>();
  private int count;

  private Problems(@Nullable Messager messager) {
    this.messager = messager;
  }

  /**
   * Begins without errors.
   *
   * @param messager tells the compiler
   * @return problems that are reported
   */
  public static Problems to(Messager messager) {
    return new Problems(messager);
  }

  /** {@return problems that are counted only, since they are reported where they belong} */
  public static Problems quiet() {
    return new Problems(null);
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
    if (messager != null && reported.add(where.getEnclosingElement() + "." + where + message)) {
      messager.printMessage(Diagnostic.Kind.ERROR, message, where);
    }
  }

  /** {@return how many errors there were, to see whether a step added some} */
  public int count() {
    return count;
  }
}
