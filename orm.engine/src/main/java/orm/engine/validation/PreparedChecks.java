package orm.engine.validation;

import java.lang.ref.WeakReference;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import orm.spi.validation.RowCheck;
import orm.spi.validation.RowValidator;

/**
 * What a validator said about each class. The answers hang on the classes, so that they go with
 * these; {@link #clear} takes them away when the validator goes first.
 */
final class PreparedChecks {
  private final RowValidator validator;
  private final Queue<WeakReference<Slot>> slots = new ConcurrentLinkedQueue<>();
  private final ClassValue<Slot> answers;

  /** An answer; it must not refer to the map that it is kept in. */
  private static final class Slot {
    private volatile @Nullable RowCheck<?> check;

    Slot(@Nullable RowCheck<?> check) {
      this.check = check;
    }
  }

  PreparedChecks(RowValidator validator, Locale locale) {
    this.validator = validator;
    this.answers = new ClassValue<>() {
      @Override
      protected Slot computeValue(Class<?> type) {
        Optional<? extends RowCheck<?>> found = validator.checkOf(type, locale);
        Slot slot = new Slot(found.isPresent() ? found.get() : null);
        slots.add(new WeakReference<>(slot));
        return slot;
      }
    };
  }

  RowValidator validator() {
    return validator;
  }

  /** What checks rows of a class; null if it has no rules. */
  @SuppressWarnings("unchecked") // checkOf gives the check of the class that it is asked for
  <R> @Nullable RowCheck<R> of(R row) {
    return (RowCheck<R>) answers.get(row.getClass()).check;
  }

  void clear() {
    for (WeakReference<Slot> reference : slots) {
      Slot slot = reference.get();
      if (slot != null) {
        slot.check = null;
      }
    }
    slots.clear();
  }
}
