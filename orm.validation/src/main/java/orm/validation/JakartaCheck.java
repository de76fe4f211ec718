package orm.validation;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.groups.Default;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import orm.api.validation.OnInsert;
import orm.api.validation.OnUpdate;
import orm.spi.validation.RowCheck;
import orm.spi.validation.ViolationSink;
import orm.spi.validation.WriteKind;

/** The rules of one class. */
final class JakartaCheck<R> implements RowCheck<R> {
  /** Elements of lists have names of their own behind their index. */
  private static final Pattern ELEMENT = Pattern.compile("\\.?<[^>]*>");

  private static final Class<?>[] INSERT = {Default.class, OnInsert.class};
  private static final Class<?>[] UPDATE = {Default.class, OnUpdate.class};
  private static final Class<?>[] UPSERT = {Default.class, OnInsert.class, OnUpdate.class};

  /** Kept for the other classes of its loader. */
  @SuppressWarnings("UnusedVariable")
  private final ValidatorFactory factory;

  private final Validator validator;
  private final Class<R> type;

  JakartaCheck(ValidatorFactory factory, Validator validator, Class<R> type) {
    this.factory = factory;
    this.validator = validator;
    this.type = type;
  }

  private record Found(String path, String constraint, String message) {}

  @Override
  public void check(R row, WriteKind kind, ViolationSink out) {
    Set<ConstraintViolation<R>> violations;
    try {
      violations = validator.validate(row, groups(kind));
    } catch (RuntimeException wrong) {
      throw Refusals.of(type, wrong);
    }
    if (violations.isEmpty()) {
      return;
    }
    List<Found> found = new ArrayList<>();
    for (ConstraintViolation<R> violation : violations) {
      found.add(new Found(
          ELEMENT.matcher(violation.getPropertyPath().toString()).replaceAll(""),
          violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName(),
          violation.getMessage()));
    }
    found.sort(Comparator.comparing(Found::path)
        .thenComparing(Found::constraint)
        .thenComparing(Found::message));
    found.forEach(it -> out.add(it.path(), it.constraint(), it.message()));
  }

  private static Class<?>[] groups(WriteKind kind) {
    return switch (kind) {
      case INSERT -> INSERT;
      case UPDATE -> UPDATE;
      case UPSERT -> UPSERT;
    };
  }
}
