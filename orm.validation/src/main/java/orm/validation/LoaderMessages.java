package orm.validation;

import jakarta.validation.MessageInterpolator;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.AbstractMessageInterpolator;
import org.hibernate.validator.messageinterpolation.HibernateMessageInterpolatorContext;
import org.jspecify.annotations.Nullable;

/**
 * Messages in one language, from the {@code ValidationMessages} beside the records and then from
 * the library's own. Expressions such as <code>${…}</code> stay as they are: there is no expression
 * language, and a message must not show a value.
 */
final class LoaderMessages extends AbstractMessageInterpolator {
  private final Locale locale;

  LoaderMessages(ClassLoader loader, Locale locale) {
    super(wanted -> new Chain(loader, wanted), wanted -> null);
    this.locale = locale;
  }

  @Override
  public String interpolate(String message, MessageInterpolator.Context context) {
    return interpolate(message, context, locale);
  }

  /** Fills in a parameter such as <code>{max}</code> with the member of the annotation. */
  @Override
  protected String interpolate(MessageInterpolator.Context context, Locale wanted, String term) {
    if (term.startsWith("$")) {
      return term;
    }
    String name = term.substring(1, term.length() - 1);
    Object value = null;
    if (context instanceof HibernateMessageInterpolatorContext more) {
      value = more.getMessageParameters().get(name);
    }
    if (value == null) {
      Map<String, Object> members = context.getConstraintDescriptor().getAttributes();
      value = members.get(name);
    }
    if (value == null) {
      return term;
    }
    return value instanceof Object[] array ? Arrays.toString(array) : value.toString();
  }

  /** The user's messages, and behind them those of the library. */
  private static final class Chain extends ResourceBundle {
    private final @Nullable ResourceBundle first;

    Chain(ClassLoader loader, Locale locale) {
      first = load(USER_VALIDATION_MESSAGES, locale, loader);
      ResourceBundle last =
          load(DEFAULT_VALIDATION_MESSAGES, locale, HibernateValidator.class.getClassLoader());
      if (last != null) {
        setParent(last);
      }
    }

    /** No language but the one that is asked for, and then the one without a name. */
    private static @Nullable ResourceBundle load(String name, Locale locale, ClassLoader loader) {
      try {
        return ResourceBundle.getBundle(
            name, locale, loader, Control.getNoFallbackControl(Control.FORMAT_DEFAULT));
      } catch (MissingResourceException none) {
        return null;
      }
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
      return first != null && first.containsKey(key) ? first.getObject(key) : null;
    }

    @Override
    public java.util.Enumeration<String> getKeys() {
      return first == null ? java.util.Collections.emptyEnumeration() : first.getKeys();
    }
  }
}
