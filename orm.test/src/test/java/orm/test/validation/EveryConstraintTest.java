package orm.test.validation;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static orm.test.validation.Ruled_.RULED;

import jakarta.validation.constraints.NotNull;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import orm.api.Database;
import orm.api.Orm;
import orm.api.error.ErrorCode;
import orm.api.error.OrmException;
import orm.api.error.ValidationException;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;

/**
 * What the validator refuses the database refuses too, where it can, and for the same component.
 */
class EveryConstraintTest {
  private static final OffsetDateTime LONG_AGO = OffsetDateTime.parse("1999-01-01T00:00:00Z");

  /**
   * A row that breaks one rule.
   *
   * @param path where
   * @param constraint which
   * @param code what the database says of it; empty where it knows no such rule
   * @param change breaks it
   */
  private record Case(
      String path,
      String constraint,
      Optional<ErrorCode> code,
      Function<Ruled_.Edit, Ruled_.Edit> change) {

    Ruled row(long id) {
      return change.apply(Ruled_.edit(Ruled.fine(id))).done();
    }
  }

  private static Case known(
      String path, String constraint, Function<Ruled_.Edit, Ruled_.Edit> change) {
    return new Case(path, constraint, Optional.of(ErrorCode.CHECK_FAILED), change);
  }

  private static Case known(
      String path, String constraint, ErrorCode code, Function<Ruled_.Edit, Ruled_.Edit> change) {
    return new Case(path, constraint, Optional.of(code), change);
  }

  private static Case unknown(
      String path, String constraint, Function<Ruled_.Edit, Ruled_.Edit> change) {
    return new Case(path, constraint, Optional.empty(), change);
  }

  private static final List<Case> CASES = List.of(
      known("notNull", "NotNull", ErrorCode.NOT_NULL, it -> it.notNull(null)),
      known("notBlank", "NotBlank", it -> it.notBlank("  ")),
      unknown("notBlank", "NotBlank", it -> it.notBlank("\t")),
      known("notEmpty", "NotEmpty", it -> it.notEmpty("")),
      known("absent", "Null", it -> it.absent("")),
      known("agreed", "AssertTrue", it -> it.agreed(false)),
      known("blocked", "AssertFalse", it -> it.blocked(true)),
      known("least", "Min", it -> it.least(0)),
      known("most", "Max", it -> it.most(10)),
      known("decimalLeast", "DecimalMin", it -> it.decimalLeast(new BigDecimal("0.49"))),
      known("decimalMost", "DecimalMax", it -> it.decimalMost(new BigDecimal("99.50"))),
      known("digits", "Digits", ErrorCode.OUT_OF_RANGE, it -> it.digits(new BigDecimal("1000"))),
      known("digits", "Digits", ErrorCode.OUT_OF_RANGE, it -> it.digits(new BigDecimal("0.12"))),
      known("positive", "Positive", it -> it.positive((short) 0)),
      known("positiveOrZero", "PositiveOrZero", it -> it.positiveOrZero(new BigDecimal("-0.1"))),
      known("negative", "Negative", it -> it.negative(0)),
      known("negativeOrZero", "NegativeOrZero", it -> it.negativeOrZero(0.5f)),
      known("size", "Size", it -> it.size("\uD83D\uDE00")),
      known("size", "Size", ErrorCode.TEXT_TOO_LONG, it -> it.size("12345")),
      known("bytes", "Size", it -> it.bytes(new byte[4])),
      unknown("list", "Size", it -> it.list(List.of())),
      unknown("list[1]", "NotBlank", it -> it.list(List.of("x", ""))),
      known("optional", "Size", ErrorCode.TEXT_TOO_LONG, it -> it.optional(Optional.of("1234"))),
      unknown("email", "Email", it -> it.email("nobody")),
      unknown("pattern", "Pattern", it -> it.pattern("abc")),
      unknown("past", "Past", it -> it.past(LocalDate.of(2999, 1, 1))),
      unknown(
          "pastOrPresent",
          "PastOrPresent",
          it -> it.pastOrPresent(Instant.now().plusSeconds(10_000))),
      unknown("future", "Future", it -> it.future(LONG_AGO)),
      unknown("futureOrPresent", "FutureOrPresent", it -> it.futureOrPresent(LocalDate.EPOCH)));

  @EachDatabase
  void aRowThatFollowsAllRulesPassesBoth(TestDatabase test) {
    Database db = test.with(List.of(RULED));
    assertEquals(1, db.insert(RULED, Ruled.fine(1)).id());
  }

  @EachDatabase
  void theValidatorFindsEachBeforeTheDatabaseIsAsked(TestDatabase test) {
    Database db = test.with(List.of(RULED));
    Stream<Executable> all = CASES.stream().map(it -> () -> {
      var refused =
          assertThrows(ValidationException.class, () -> db.insert(RULED, it.row(1)), it.path());
      assertEquals(1, refused.violations().size(), refused::getMessage);
      assertEquals(it.path(), refused.violations().get(0).path());
      assertEquals(it.constraint(), refused.violations().get(0).constraint());
      assertEquals(it.path(), refused.column());
      assertEquals("Ruled", refused.entity());
    });
    assertAll(all);
    assertEquals(List.of(), test.statements());
  }

  @EachDatabase
  void theDatabaseNamesTheSameComponent(TestDatabase test) {
    test.with(List.of(RULED));
    Database unchecked = test.open(Orm.builder(test.settings()).validator(new NoRules()));
    List<Executable> all = new ArrayList<>();
    for (int i = 0; i < CASES.size(); i++) {
      Case it = CASES.get(i);
      long id = i;
      if (it.code().isEmpty()) {
        all.add(() -> assertEquals(id, unchecked.insert(RULED, it.row(id)).id()));
      } else {
        all.add(() -> {
          OrmException refused = assertThrows(
              OrmException.class, () -> unchecked.insert(RULED, it.row(id)), it.path());
          assertEquals(it.code().get(), refused.code(), refused::getMessage);
          assertEquals(it.path(), refused.column(), refused::getMessage);
        });
      }
    }
    assertAll(all);
  }

  @Test
  void everyConstraintOfTheRecordHasACase() {
    Set<String> constraints = new TreeSet<>();
    for (Field field : Ruled.class.getDeclaredFields()) {
      for (Annotation annotation : field.getAnnotations()) {
        Class<?> type = annotation.annotationType();
        if (type.getPackage() == NotNull.class.getPackage()) {
          constraints.add(type.getSimpleName());
        }
      }
    }
    assertEquals(constraints, CASES.stream().map(Case::constraint).collect(Collectors.toSet()));
  }
}
