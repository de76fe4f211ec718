package orm.test.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static orm.test.validation.Plain_.PLAIN;
import static orm.test.validation.Stay_.STAY;
import static orm.test.validation.Unfit_.UNFIT;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import orm.api.Database;
import orm.api.Orm;
import orm.api.config.DatabaseSettings;
import orm.api.error.CheckException;
import orm.api.error.ErrorCode;
import orm.api.error.OrmException;
import orm.api.error.ValidationException;
import orm.api.error.ValidatorException;
import orm.api.error.ValueException;
import orm.api.error.Violation;
import orm.api.model.Graph;
import orm.api.schema.Naming;
import orm.engine.validation.RowChecks;
import orm.engine.validation.Validators;
import orm.spi.validation.RowCheck;
import orm.spi.validation.RowValidator;
import orm.spi.validation.WriteKind;
import orm.test.database.DatabaseKind;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;
import orm.validation.HibernateRowValidator;

/** Rows are checked before every write, all of them, and nothing is written if one is wrong. */
class RowRulesTest {

  private static ValidationException refused(Executable write) {
    return assertThrows(ValidationException.class, write);
  }

  private static List<String> places(ValidationException refused) {
    return refused.violations().stream()
        .map(it -> it.row() + " " + it.path() + " " + it.constraint())
        .toList();
  }

  private static String message(OrmException thrown) {
    return String.valueOf(thrown.getMessage());
  }

  private static Stay wrong(Stay stay) {
    return Stay_.edit(stay).guest(" ").persons(0).done();
  }

  private static Database english(TestDatabase test) {
    test.with(List.of(STAY, PLAIN, UNFIT));
    return test.open(test.settings().toBuilder().set("validation.locale", "en").build());
  }

  @EachDatabase
  void allThatIsWrongWithARowIsTold(TestDatabase test) {
    Database db = english(test);
    Stay stay = Stay.of("Multatuli");
    Stay wrong = Stay_.edit(wrong(stay))
        .first(stay.last())
        .address(new Address("", "Holland"))
        .done();
    test.statements();
    ValidationException refused = refused(() -> db.insert(STAY, wrong));
    assertEquals(
        List.of(
            "0  Period",
            "0 address.country Size",
            "0 address.street NotBlank",
            "0 guest NotBlank",
            "0 persons Min"),
        places(refused));
    assertEquals(ErrorCode.VALIDATION_FAILED, refused.code());
    assertEquals("Stay", refused.entity());
    assertNull(refused.column());
    assertTrue(
        message(refused)
            .startsWith("ORM-2111 Cannot insert Stay: Stay must begin before it ends;"
                + " Stay.address.country size must be between 2 and 2;"),
        refused::getMessage);
    assertEquals(List.of(), test.statements());
  }

  @EachDatabase
  void rowsOfABatchAreNamedByTheirPlace(TestDatabase test) {
    Database db = english(test);
    List<Stay> rows = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      Stay stay = Stay.of("guest " + i);
      rows.add(i % 30 == 29 ? wrong(stay) : stay);
    }
    test.statements();
    List<String> wanted = List.of(
        "29 guest NotBlank",
        "29 persons Min",
        "59 guest NotBlank",
        "59 persons Min",
        "89 guest NotBlank",
        "89 persons Min");
    ValidationException refused = refused(() -> db.insertAll(STAY, rows));
    assertEquals(wanted, places(refused));
    assertTrue(
        message(refused).contains("row 29, Stay.guest must not be blank"), refused::getMessage);
    assertEquals(wanted, places(refused(() -> db.insertInto(STAY).values(rows).execute())));
    assertEquals(wanted, places(refused(() -> db.upsertAll(STAY, rows))));
    assertTrue(test.statements().stream().noneMatch(sql -> sql.contains("stay")));
    assertEquals(0, db.from(STAY).count());
  }

  @EachDatabase
  void anUpdateIsChecked(TestDatabase test) {
    Database db = english(test);
    List<Stay> saved = db.insertAll(STAY, List.of(Stay.of("a"), Stay.of("b")));
    List<Stay> wrong = saved.stream().map(RowRulesTest::wrong).toList();
    assertEquals(
        List.of("0 guest NotBlank", "0 persons Min"),
        places(refused(() -> db.update(STAY, wrong.get(0)))));
    assertEquals(
        List.of("0 guest NotBlank", "0 persons Min", "1 guest NotBlank", "1 persons Min"),
        places(refused(() -> db.updateAll(STAY, wrong))));
    assertEquals(saved, db.from(STAY).orderBy(STAY.id.asc()).list());
  }

  @EachDatabase
  void groupsHoldForTheirWrites(TestDatabase test) {
    Database db = english(test);
    Stay fresh = Stay.of("a");
    Stay saved = db.insert(STAY, fresh);
    assertEquals(List.of("0 id Null"), places(refused(() -> db.insert(STAY, saved))));
    Stay unsaved = Stay_.edit(saved).id(null).done();
    assertEquals(List.of("0 id NotNull"), places(refused(() -> db.update(STAY, unsaved))));
    assertEquals("b", db.update(STAY, Stay_.edit(saved).guest("b").done()).guest());
    assertEquals(
        List.of("0 id Null"), places(refused(() -> db.upsert(STAY, saved))), "either may happen");
    assertNotNull(db.upsert(STAY, fresh).id(), "without a key it is an insert");
  }

  @EachDatabase
  void aGraphIsCheckedBeforeItsFirstRow(TestDatabase test) {
    Database db = english(test);
    Graph graph = new Graph();
    var first = graph.add(STAY, Stay.of("first"));
    graph.add(PLAIN, new Plain(1, "x"));
    graph.add(STAY, Stay_.edit(wrong(Stay.of("second"))).before(first).done());
    test.statements();
    assertEquals(
        List.of("2 guest NotBlank", "2 persons Min"), places(refused(() -> db.insert(graph))));
    assertTrue(test.statements().stream().noneMatch(sql -> sql.contains("stay")));

    Graph good = new Graph();
    var before = good.add(STAY, Stay.of("first"));
    var after = good.add(STAY, Stay_.edit(Stay.of("second")).before(before).done());
    db.insert(good);
    assertEquals(
        "first", db.follow(Objects.requireNonNull(good.stored(after).before())).guest());
  }

  @EachDatabase
  void aTransactionGoesOnAfterIt(TestDatabase test) {
    Database db = english(test);
    db.inTransaction(tx -> {
      tx.insert(STAY, Stay.of("kept"));
      refused(() -> tx.insert(STAY, wrong(Stay.of("a"))));
      refused(() -> tx.updateAll(STAY, List.of(wrong(Stay.of("a")))));
      refused(() -> tx.insertAll(STAY, List.of(wrong(Stay.of("a")))));
    });
    assertEquals(1, db.from(STAY).count());
  }

  @EachDatabase
  void messagesAreInTheLanguageThatIsSet(TestDatabase test) {
    english(test);
    Database dutch =
        test.open(test.settings().toBuilder().set("validation.locale", "nl-BE").build());
    Stay stay = Stay.of("");
    Stay wrong = Stay_.edit(stay).first(stay.last()).done();
    assertEquals(
        List.of("moet beginnen voordat het eindigt", "mag niet onbeschreven zijn"),
        refused(() -> dutch.insert(STAY, wrong)).violations().stream()
            .map(Violation::message)
            .toList());
  }

  @EachDatabase
  void aValidatorThatThrowsIsNamedAndNothingIsWritten(TestDatabase test) {
    Database db = english(test);
    ValidatorException failed = assertThrows(
        ValidatorException.class,
        () -> db.insertAll(STAY, List.of(Stay.of("a"), Stay.of("thrower"))));
    assertEquals(ErrorCode.VALIDATOR_FAILED, failed.code());
    assertTrue(
        message(failed).contains(Period.Check.class.getName() + " threw java.lang.Illegal"),
        failed::getMessage);
    assertFalse(message(failed).contains("a value"), failed::getMessage);
    assertEquals(0, db.from(STAY).count());
  }

  @EachDatabase
  void aRuleThatDoesNotFitIsNamed(TestDatabase test) {
    Database db = english(test);
    ValidatorException failed =
        assertThrows(ValidatorException.class, () -> db.insert(UNFIT, new Unfit(1, List.of(1))));
    assertEquals("Unfit", failed.entity());
    assertTrue(
        message(failed).contains("jakarta.validation.constraints.Email")
            && message(failed).contains("java.lang.Integer"),
        failed::getMessage);
  }

  @EachDatabase
  void usersHaveValidatorsOfTheirOwn(TestDatabase test) {
    english(test);
    RowValidator own = new RowValidator() {
      @Override
      public <R> Optional<RowCheck<R>> checkOf(Class<R> type, Locale locale) {
        return Optional.of((row, kind, out) -> {
          if (row.equals(new Plain(3, "thrower"))) {
            throw new IllegalArgumentException("a value");
          }
          out.add("text", "Never", "is never right on " + kind);
        });
      }
    };
    Database db = test.open(Orm.builder(test.settings()).validator(own).validator(new NoRules()));
    ValidationException refused = refused(() -> db.upsert(PLAIN, new Plain(1, "x")));
    assertEquals(
        List.of(new Violation("Plain", 0, "text", "Never", "is never right on UPSERT")),
        refused.violations());
    ValidatorException failed =
        assertThrows(ValidatorException.class, () -> db.insert(PLAIN, new Plain(3, "thrower")));
    assertTrue(message(failed).contains(own.getClass().getName()), failed::getMessage);
    assertFalse(message(failed).contains("a value"), failed::getMessage);
  }

  /** A call that began with a validator ends with it, though its bundle is about to leave. */
  @Test
  void aValidatorThatLeavesDuringACallChecksAllOfIt() {
    Validators validators = new Validators(Locale.ENGLISH);
    validators.use(new HibernateRowValidator());
    RowChecks checks = Objects.requireNonNull(validators.begin("insert", "Stay"));
    checks.row("Stay", 0, Stay.of("a"), WriteKind.UPSERT);
    validators.use(null);
    assertNull(validators.begin("insert", "Stay"));
    checks.row("Stay", 1, wrong(Stay.of("b")), WriteKind.INSERT);
    assertTrue(places(refused(checks::requireNone))
        .containsAll(List.of("1 guest NotBlank", "1 persons Min")));
  }

  /** What is computed in the database is checked there, and named as the validator names it. */
  @EachDatabase
  void statementsAreCheckedByTheDatabase(TestDatabase test) {
    Database db = english(test);
    db.insert(STAY, Stay.of("a"));
    OrmException check = assertThrows(
        CheckException.class,
        () -> db.update(STAY).set(STAY.persons, STAY.persons.minus(2)).all().execute());
    assertEquals("persons", check.column());
    OrmException embedded = assertThrows(
        CheckException.class,
        () -> db.sql("update stay set address_street = ''").execute());
    assertEquals("stay_address_street_not_blank", embedded.constraint());
    OrmException length = assertThrows(
        ValueException.class,
        () -> db.update(STAY)
            .set(STAY.guest, STAY.guest.concat("x".repeat(20)))
            .all()
            .execute());
    assertEquals(ErrorCode.TEXT_TOO_LONG, length.code());
    if (test.kind() == DatabaseKind.SQLITE) { // PostgreSQL does not tell which column
      assertEquals("guest", length.column());
    }
  }

  @EachDatabase
  void theFormOfNamesInTheDatabaseIsNotTheirs(TestDatabase test) {
    DatabaseSettings settings =
        test.settings().toBuilder().naming(Naming.PASCAL_CASE).build();
    Database db = test.open(Orm.builder(settings).validator(new NoRules()));
    db.schema().create(List.of(STAY));
    CheckException check = assertThrows(
        CheckException.class,
        () -> db.insert(
            STAY, Stay_.edit(Stay.of("a")).address(new Address("", "NL")).done()));
    assertEquals("address.street", check.column());
    assertEquals("StayAddressStreetNotBlank", check.constraint());
  }
}
