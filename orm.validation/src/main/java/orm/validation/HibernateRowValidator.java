package orm.validation;

import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.hibernate.validator.cfg.ConstraintMapping;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import orm.spi.validation.RowCheck;
import orm.spi.validation.RowValidator;

/**
 * Checks the annotations of Jakarta Validation on records.
 *
 * <p>Nothing is looked for through the loader of the thread: the provider is named, and resources
 * and further constraint validators come from the loader of the records.
 */
@Component
public final class HibernateRowValidator implements RowValidator {
  /** There is no lazy loading: every component may be looked at. */
  private static final TraversableResolver EVERYTHING = new TraversableResolver() {
    @Override
    public boolean isReachable(
        @Nullable Object owner, Path.Node node, Class<?> root, Path path, ElementType elementType) {
      return true;
    }

    @Override
    public boolean isCascadable(
        @Nullable Object owner, Path.Node node, Class<?> root, Path path, ElementType elementType) {
      return true;
    }
  };

  /** A factory refers to classes of its loader, so only the checks keep it; guarded by itself. */
  private final Map<ClassLoader, WeakReference<ValidatorFactory>> factories = new WeakHashMap<>();

  /** For the component runtime and for {@link java.util.ServiceLoader}. */
  @Activate
  public HibernateRowValidator() {}

  @Override
  public <R> Optional<RowCheck<R>> checkOf(Class<R> type, Locale locale) {
    ClassLoader loader = type.getClassLoader();
    if (loader == null) {
      return Optional.empty(); // a class of the platform has no rules
    }
    ValidatorFactory factory = factory(loader);
    Validator validator = factory
        .usingContext()
        .messageInterpolator(new LoaderMessages(loader, locale))
        .getValidator();
    try {
      return validator.getConstraintsForClass(type).isBeanConstrained()
          ? Optional.of(new JakartaCheck<>(factory, validator, type))
          : Optional.empty();
    } catch (RuntimeException wrong) {
      throw Refusals.of(type, wrong);
    }
  }

  private ValidatorFactory factory(ClassLoader loader) {
    synchronized (factories) {
      WeakReference<ValidatorFactory> known = factories.get(loader);
      ValidatorFactory factory = known == null ? null : known.get();
      if (factory == null) {
        factory = newFactory(loader);
        factories.put(loader, new WeakReference<>(factory));
      }
      return factory;
    }
  }

  private static ValidatorFactory newFactory(ClassLoader loader) {
    HibernateValidatorConfiguration configuration = Validation.byProvider(HibernateValidator.class)
        .providerResolver(() -> List.of(new HibernateValidator()))
        .configure();
    ConstraintMapping lengths = configuration.createConstraintMapping();
    lengths
        .constraintDefinition(Size.class)
        .includeExistingValidators(true)
        .validatedBy(SizeInCodePoints.class);
    return configuration
        .ignoreXmlConfiguration()
        .externalClassLoader(loader)
        .traversableResolver(EVERYTHING)
        .messageInterpolator(new LoaderMessages(loader, Locale.ROOT))
        .constraintValidatorFactory(
            new OwnValidators(configuration.getDefaultConstraintValidatorFactory()))
        .addMapping(lengths)
        .buildValidatorFactory();
  }
}
