package orm.api.expression;

import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A date or a time. Points in time are taken apart in UTC.
 *
 * @param <T> the Java type
 */
@ProviderType
public interface TimeExpression<T extends Temporal> extends ComparableExpression<T> {
  /** {@return the year} */
  default NumberExpression<Integer> year() {
    return Nodes.number(Operator.EXTRACT, Nodes.INT, this, Nodes.constant(ChronoUnit.YEARS));
  }

  /** {@return the month, from 1} */
  default NumberExpression<Integer> month() {
    return Nodes.number(Operator.EXTRACT, Nodes.INT, this, Nodes.constant(ChronoUnit.MONTHS));
  }

  /** {@return the day of the month, from 1} */
  default NumberExpression<Integer> day() {
    return Nodes.number(Operator.EXTRACT, Nodes.INT, this, Nodes.constant(ChronoUnit.DAYS));
  }

  /** {@return the hour, from 0} */
  default NumberExpression<Integer> hour() {
    return Nodes.number(Operator.EXTRACT, Nodes.INT, this, Nodes.constant(ChronoUnit.HOURS));
  }

  /** {@return the minute, from 0} */
  default NumberExpression<Integer> minute() {
    return Nodes.number(Operator.EXTRACT, Nodes.INT, this, Nodes.constant(ChronoUnit.MINUTES));
  }

  /** {@return the second, from 0} */
  default NumberExpression<Integer> second() {
    return Nodes.number(Operator.EXTRACT, Nodes.INT, this, Nodes.constant(ChronoUnit.SECONDS));
  }

  /**
   * Is an amount later, or earlier where the amount is negative. A day that its month does not have
   * becomes the last one of the month.
   *
   * @param amount how much
   * @param unit of what: seconds to years
   * @return the later time
   */
  default TimeExpression<T> plus(long amount, ChronoUnit unit) {
    return Nodes.time(
        Operator.PLUS_TIME, reader(), this, Nodes.value(amount), Nodes.constant(unit));
  }

  /**
   * Leaves out what is smaller than a unit.
   *
   * @param unit seconds to years
   * @return the beginning of the unit
   */
  default TimeExpression<T> truncatedTo(ChronoUnit unit) {
    return Nodes.time(Operator.TRUNCATE_TIME, reader(), this, Nodes.constant(unit));
  }
}
