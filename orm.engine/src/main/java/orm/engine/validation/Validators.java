package orm.engine.validation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import orm.spi.validation.RowValidator;

/**
 * The validator that checks the rows of a database, which may be another one at the next write.
 * Costs nothing while there is none. Safe for use by several threads.
 */
public final class Validators {
  private Locale locale;
  private volatile @Nullable PreparedChecks current;

  /**
   * Begins without a validator.
   *
   * @param locale the language of messages
   */
  public Validators(Locale locale) {
    this.locale = locale;
  }

  /**
   * Lets a validator check from now on, and forgets all about the one before.
   *
   * @param validator the preferred one; null for none
   */
  public synchronized void use(@Nullable RowValidator validator) {
    PreparedChecks before = current;
    if (before != null && before.validator() == validator) {
      return;
    }
    prepare(validator);
  }

  /**
   * Changes the language of messages.
   *
   * @param language the language
   */
  public synchronized void speak(Locale language) {
    PreparedChecks before = current;
    if (!language.equals(locale)) {
      locale = language;
      prepare(before == null ? null : before.validator());
    }
  }

  private void prepare(@Nullable RowValidator validator) {
    PreparedChecks before = current;
    current = validator == null ? null : new PreparedChecks(validator, locale);
    if (before != null) {
      before.clear();
    }
  }

  /**
   * Begins to check the rows of one call.
   *
   * @param verb what is about to happen, such as {@code insert}
   * @param what what it happens to, such as the simple name of an entity
   * @return takes the rows; null if there is no validator
   */
  public @Nullable RowChecks begin(String verb, String what) {
    PreparedChecks checks = current;
    return checks == null ? null : new RowChecks(checks, verb, what);
  }
}
