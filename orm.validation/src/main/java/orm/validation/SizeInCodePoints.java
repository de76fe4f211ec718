package orm.validation;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Counts the characters of a text as columns do, in Unicode code points, so that {@code @Size} says
 * the same here and in the schema. For strings it goes before the library's own, which counts
 * UTF-16 units.
 */
final class SizeInCodePoints implements ConstraintValidator<Size, String> {
  private int min;
  private int max = Integer.MAX_VALUE;

  @Override
  public void initialize(Size size) {
    min = size.min();
    max = size.max();
  }

  @Override
  public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
    if (text == null) {
      return true;
    }
    int length = text.codePointCount(0, text.length());
    return length >= min && length <= max;
  }
}
