package orm.test.validation;

import java.util.Locale;
import java.util.Optional;
import orm.spi.validation.RowCheck;
import orm.spi.validation.RowValidator;

/** A user's own validator, which goes before others and finds nothing wrong. */
final class NoRules implements RowValidator {
  @Override
  public <R> Optional<RowCheck<R>> checkOf(Class<R> type, Locale locale) {
    return Optional.empty();
  }
}
