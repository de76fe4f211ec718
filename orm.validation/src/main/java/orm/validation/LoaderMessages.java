package orm.validation;

import jakarta.validation.MessageInterpolator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
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
    this(Own.read(loader, locale), locale);
  }

  private LoaderMessages(ResourceBundle own, Locale locale) {
    super(wanted -> own, wanted -> null);
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

  /**
   * The messages beside the records. They are read as resources of the loader, because a bundle of
   * resources that is asked for by a module is looked for elsewhere.
   */
  private static final class Own extends ResourceBundle {
    private static final Control FORM = Control.getControl(Control.FORMAT_PROPERTIES);

    private final Map<String, Object> messages;

    private Own(Map<String, Object> messages) {
      this.messages = messages;
    }

    /** No language but the one that is asked for, and then the one without a name. */
    static ResourceBundle read(ClassLoader loader, Locale locale) {
      Map<String, Object> messages = new HashMap<>();
      for (Locale one : FORM.getCandidateLocales(USER_VALIDATION_MESSAGES, locale)) {
        String name =
            FORM.toResourceName(FORM.toBundleName(USER_VALIDATION_MESSAGES, one), "properties");
        try (InputStream in = loader.getResourceAsStream(name)) {
          if (in != null) {
            ResourceBundle file = new PropertyResourceBundle(in);
            file.keySet().forEach(key -> messages.putIfAbsent(key, file.getString(key)));
          }
        } catch (IOException unreadable) {
          throw new UncheckedIOException(name, unreadable);
        }
      }
      return new Own(messages);
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
      return messages.get(key);
    }

    @Override
    public Enumeration<String> getKeys() {
      return Collections.enumeration(messages.keySet());
    }
  }
}
