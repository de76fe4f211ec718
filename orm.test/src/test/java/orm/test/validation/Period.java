package orm.test.validation;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A rule of a user's own, across components. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Period.Check.class)
public @interface Period {
  /** {@return the message} */
  String message() default "{orm.test.period}";

  /** {@return the groups} */
  Class<?>[] groups() default {};

  /** {@return nothing that is used} */
  Class<? extends Payload>[] payload() default {};

  /** Checks it. */
  final class Check implements ConstraintValidator<Period, Stay> {
    /** For the library. */
    public Check() {}

    @Override
    public boolean isValid(Stay stay, ConstraintValidatorContext context) {
      if (stay.guest().equals("thrower")) {
        throw new IllegalStateException("a message with a value: " + stay.guest());
      }
      return stay.first().isBefore(stay.last());
    }
  }
}
