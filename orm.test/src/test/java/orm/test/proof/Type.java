package orm.test.proof;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What a term is. */
enum Type {
  /** A key: compared and sorted, not computed with. */
  KEY(Integer.class),
  INT(Integer.class),
  LONG(Long.class),
  DECIMAL(BigDecimal.class),
  TEXT(String.class),
  BOOL(Boolean.class),
  DATE(LocalDate.class),
  DOUBLE(Double.class);

  private final Class<?> javaType;

  Type(Class<?> javaType) {
    this.javaType = javaType;
  }

  Class<?> javaType() {
    return javaType;
  }

  boolean isNumber() {
    return this == INT || this == LONG || this == DECIMAL;
  }

  /** Whether values can be sorted and compared by order. */
  boolean isOrdered() {
    return this != BOOL && this != DOUBLE;
  }
}
