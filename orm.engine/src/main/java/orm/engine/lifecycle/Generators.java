package orm.engine.lifecycle;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.GenerationException;
import orm.spi.lifecycle.ActorSource;
import orm.spi.lifecycle.KeyGenerator;

/**
 * Who writes and what makes keys, which may be others at the next statement. Safe for use by
 * several threads.
 */
public final class Generators {
  private volatile @Nullable ActorSource actors;
  private volatile List<KeyGenerator<?>> generators = List.of();

  /**
   * Asks another source of actors from now on.
   *
   * @param source the preferred one; null for none
   */
  public void use(@Nullable ActorSource source) {
    actors = source;
  }

  /**
   * Asks other generators from now on.
   *
   * @param all the generators, the preferred ones first
   */
  public void use(List<KeyGenerator<?>> all) {
    generators = List.copyOf(all);
  }

  /**
   * Tells who writes now.
   *
   * @param component the component that it is for
   * @return who it is; empty where nobody tells
   */
  public Optional<?> actor(String component) {
    ActorSource source = actors;
    if (source == null) {
      return Optional.empty();
    }
    try {
      return source.currentActor();
    } catch (RuntimeException | LinkageError failed) {
      throw new GenerationException(Failure.of(ErrorCode.NO_ACTOR, "Cannot write " + component)
          .because("actor source " + source.getClass().getName() + " threw "
              + failed.getClass().getName())
          .fix("Correct it, or take it away.")
          .at(entity(component), member(component))
          .cause(failed));
    }
  }

  /**
   * Makes keys.
   *
   * @param component the component that they are for
   * @param name the name of the generator
   * @param count how many
   * @return the keys
   */
  public List<?> keys(String component, String name, int count) {
    for (KeyGenerator<?> generator : generators) {
      if (generator.name().equals(name)) {
        return keys(component, generator, count);
      }
    }
    throw new GenerationException(Failure.of(ErrorCode.NO_GENERATOR, "Cannot make " + component)
        .because("no generator " + name + " is there")
        .fix("Provide a service orm.spi.lifecycle.KeyGenerator of this name, or give the value.")
        .at(entity(component), member(component)));
  }

  private static List<?> keys(String component, KeyGenerator<?> generator, int count) {
    List<?> keys;
    try {
      keys = generator.next(count);
    } catch (RuntimeException | LinkageError failed) {
      throw failed(component, generator.name(), "threw " + failed.getClass().getName(), failed);
    }
    if (keys == null || keys.size() != count) {
      throw failed(
          component,
          generator.name(),
          "gave " + (keys == null ? "null" : keys.size() + " keys") + " instead of " + count,
          null);
    }
    return keys;
  }

  /**
   * Tells of a generator that gave what cannot be used.
   *
   * @param component the component that it was for
   * @param name the name of the generator
   * @param why what is wrong
   * @param cause what it threw; null for nothing
   * @return the exception
   */
  public static GenerationException failed(
      String component, String name, String why, @Nullable Throwable cause) {
    return new GenerationException(
        Failure.of(ErrorCode.GENERATOR_FAILED, "Cannot make " + component)
            .because("generator " + name + " " + why)
            .fix("Correct the generator; nothing was written.")
            .at(entity(component), member(component))
            .cause(cause));
  }

  /**
   * Tells of an actor that is missing or unfit.
   *
   * @param component the component that it was for
   * @param why what is wrong
   * @return the exception
   */
  public static GenerationException noActor(String component, String why) {
    return new GenerationException(Failure.of(ErrorCode.NO_ACTOR, "Cannot write " + component)
        .because(why)
        .fix("Provide a service orm.spi.lifecycle.ActorSource that knows who writes, or declare the"
            + " component @Nullable.")
        .at(entity(component), member(component)));
  }

  private static String entity(String component) {
    return component.substring(0, component.indexOf('.'));
  }

  private static String member(String component) {
    return component.substring(component.indexOf('.') + 1);
  }
}
