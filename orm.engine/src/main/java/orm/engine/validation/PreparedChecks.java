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
  private final Locale locale;
  private final Queue<WeakReference<Slot>> slots = new ConcurrentLinkedQueue<>();
  private final ClassValue<Slot> answers;

  /** Whether another validator checks what begins now. */
  private volatile boolean left;

  /** An answer; it must not refer to the map that it is kept in. */
  private static final class Slot {
    private volatile @Nullable RowCheck<?> check;

    Slot(@Nullable RowCheck<?> check) {
      this.check = check;
    }
  }

  PreparedChecks(RowValidator validator, Locale locale) {
    this.validator = validator;
    this.locale = locale;
    this.answers = new ClassValue<>() {
      @Override
      protected Slot computeValue(Class<?> type) {
        Slot slot = new Slot(ask(type));
        slots.add(new WeakReference<>(slot));
        if (left) {
          slot.check = null;
        }
        return slot;
      }
    };
  }

  private @Nullable RowCheck<?> ask(Class<?> type) {
    Optional<? extends RowCheck<?>> found = validator.checkOf(type, locale);
    return found.isPresent() ? found.get() : null;
  }

  RowValidator validator() {
    return validator;
  }

  /**
   * What checks rows of a class; null if it has no rules. A call that began before the validator
   * left is checked to its end.
   */
  @SuppressWarnings("unchecked") // checkOf gives the check of the class that it is asked for
  <R> @Nullable RowCheck<R> of(R row) {
    RowCheck<?> check = answers.get(row.getClass()).check;
    return (RowCheck<R>) (check == null && left ? ask(row.getClass()) : check);
  }

  void clear() {
    left = true;
    for (WeakReference<Slot> reference : slots) {
      Slot slot = reference.get();
      if (slot != null) {
        slot.check = null;
      }
    }
    slots.clear();
  }
}
