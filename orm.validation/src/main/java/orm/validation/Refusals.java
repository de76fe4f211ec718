package orm.validation;

import jakarta.validation.UnexpectedTypeException;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.ValidatorException;

/** Says why rules could not be checked. */
final class Refusals {
  private static final int CHAIN = 16;

  private Refusals() {}

  static ValidatorException of(Class<?> type, RuntimeException thrown) {
    String entity = type.getSimpleName();
    Failure failure = Failure.of(ErrorCode.VALIDATOR_FAILED, "Cannot check " + entity)
        .at(entity, null)
        .cause(thrown);
    if (isClosed(thrown)) {
      return new ValidatorException(failure
          .because("its package, or that of a record inside, is not open to the validator")
          .fix("Say \"opens " + type.getPackageName() + " to org.hibernate.validator;\" in the"
              + " module-info.java of " + type.getModule().getName() + "."));
    }
    if (thrown instanceof UnexpectedTypeException) {
      return new ValidatorException(failure
          .because(String.valueOf(thrown.getMessage()))
          .fix("Put the constraint on a type that it can check."));
    }
    Throwable cause = thrown.getCause();
    if (cause != null) {
      // not its message, which may hold a value
      return new ValidatorException(failure
          .because(culprit(cause) + " threw " + cause.getClass().getName())
          .fix("Correct it; nothing was written."));
    }
    return new ValidatorException(
        failure.because(String.valueOf(thrown.getMessage())).fix("Correct the constraint."));
  }

  private static boolean isClosed(Throwable thrown) {
    Throwable at = thrown;
    for (int depth = 0; at != null && depth < CHAIN; depth++) {
      // by name: this house has no other business with reflection
      if (at.getClass().getName().equals("java.lang.reflect.InaccessibleObjectException")
          || at instanceof IllegalAccessException) {
        return true;
      }
      at = at.getCause();
    }
    return false;
  }

  /** The class that the library called and that threw. */
  private static String culprit(Throwable cause) {
    String called = "a constraint validator";
    for (StackTraceElement frame : cause.getStackTrace()) {
      if (frame.getClassName().startsWith("org.hibernate.validator.")) {
        break;
      }
      called = frame.getClassName();
    }
    return called;
  }
}
