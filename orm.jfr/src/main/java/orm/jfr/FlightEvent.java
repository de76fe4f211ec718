package orm.jfr;

import java.util.ArrayList;
import java.util.List;
import jdk.jfr.AnnotationElement;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.EventFactory;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import jdk.jfr.ValueDescriptor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One kind of event of the flight recorder. It is made at run time: the JVM weaves calls of its
 * inner classes into a subclass of {@link Event}, and a bundle would not see them unless the
 * framework were set up for it. Safe for use by several threads; none of its methods throws.
 */
final class FlightEvent {
  private static final Logger LOG = LoggerFactory.getLogger(FlightEvent.class);

  /**
   * What an event has to tell.
   *
   * @param name its name in recordings
   * @param label for people
   * @param type {@code String.class}, or that of a number
   * @param nanos whether it is a time in nanoseconds
   */
  record Field(String name, String label, Class<?> type, boolean nanos) {
    static Field text(String name, String label) {
      return new Field(name, label, String.class, false);
    }

    static Field number(String name, String label) {
      return new Field(name, label, long.class, false);
    }

    static Field time(String name, String label) {
      return new Field(name, label, long.class, true);
    }

    private ValueDescriptor descriptor() {
      List<AnnotationElement> says = new ArrayList<>();
      says.add(new AnnotationElement(Label.class, label));
      if (nanos) {
        says.add(new AnnotationElement(Timespan.class, Timespan.NANOSECONDS));
      }
      return new ValueDescriptor(type, name, says);
    }
  }

  private final String name;

  /** Null once the recorder has failed, or this was removed. */
  private volatile @Nullable EventFactory factory;

  /**
   * Makes a kind of event known to the recorder.
   *
   * @param name its name in recordings
   * @param label for people
   * @param description one sentence
   * @param fields what it tells, in the order of {@link #write}
   */
  FlightEvent(String name, String label, String description, List<Field> fields) {
    this.name = name;
    try {
      EventFactory made = EventFactory.create(
          List.of(
              new AnnotationElement(Name.class, name),
              new AnnotationElement(Label.class, label),
              new AnnotationElement(Description.class, description),
              new AnnotationElement(Category.class, new String[] {"orm"}),
              new AnnotationElement(StackTrace.class, false)),
          fields.stream().map(Field::descriptor).toList());
      made.register();
      factory = made;
    } catch (RuntimeException | LinkageError failed) {
      fail(failed);
    }
  }

  /** Whether somebody records it; what is costly to find out need not be otherwise. */
  boolean isRecorded() {
    EventFactory known = factory;
    try {
      return known != null && known.newEvent().isEnabled();
    } catch (RuntimeException | LinkageError failed) {
      fail(failed);
      return false;
    }
  }

  /** Writes an event, if somebody records it; the values have the types of the fields. */
  void write(Object... values) {
    EventFactory known = factory;
    if (known == null) {
      return;
    }
    try {
      Event event = known.newEvent();
      if (event.shouldCommit()) {
        for (int i = 0; i < values.length; i++) {
          event.set(i, values[i]);
        }
        event.commit();
      }
    } catch (RuntimeException | LinkageError failed) {
      fail(failed);
    }
  }

  /** Takes the kind of event away; recordings keep what was written. */
  void remove() {
    EventFactory known = factory;
    factory = null;
    if (known == null) {
      return;
    }
    try {
      known.unregister();
    } catch (RuntimeException | LinkageError failed) {
      fail(failed);
    }
  }

  /** What failed once fails always: it is said once, and not tried again. */
  private void fail(Throwable failed) {
    factory = null;
    LOG.warn("the flight recorder gets no events {}", name, failed);
  }
}
