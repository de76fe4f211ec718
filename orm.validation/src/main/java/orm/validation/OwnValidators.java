package orm.validation;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorFactory;

/**
 * Makes our own constraint validator, which nobody may reflect on; leaves others to the library.
 */
final class OwnValidators implements ConstraintValidatorFactory {
  private final ConstraintValidatorFactory others;

  OwnValidators(ConstraintValidatorFactory others) {
    this.others = others;
  }

  @Override
  public <T extends ConstraintValidator<?, ?>> T getInstance(Class<T> type) {
    return type == SizeInCodePoints.class
        ? type.cast(new SizeInCodePoints())
        : others.getInstance(type);
  }

  @Override
  public void releaseInstance(ConstraintValidator<?, ?> instance) {
    if (!(instance instanceof SizeInCodePoints)) {
      others.releaseInstance(instance);
    }
  }
}
