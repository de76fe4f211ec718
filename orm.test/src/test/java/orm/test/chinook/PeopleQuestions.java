package orm.test.chinook;

import static orm.api.expression.Expressions.count;
import static orm.api.expression.Expressions.optional;
import static orm.api.expression.Expressions.row;
import static orm.api.expression.Expressions.scalarNumber;
import static orm.api.expression.Expressions.value;
import static orm.api.expression.Expressions.when;
import static orm.api.query.Select.recursive;
import static orm.test.chinook.Customer_.CUSTOMER;
import static orm.test.chinook.Employee_.EMPLOYEE;
import static orm.test.chinook.Invoice_.INVOICE;
import static orm.test.chinook.Question.cells;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orm.api.query.Select;

/** What the shop asks about its staff and its customers. */
final class PeopleQuestions {
  private PeopleQuestions() {}

  record Name(String first, String last) {}

  record Staff(
      String name,
      Optional<Name> boss,
      long customers,
      @Nullable BigDecimal sold) {}

  record Neighbours(@Nullable String employee, @Nullable String customer, String city) {}

  static List<Question<?>> all() {
    return List.of(employeeTree(), staff(), cities(), neighbours(), countriesWithoutState());
  }

  private static Question<?> employeeTree() {
    Employee_ e = EMPLOYEE;
    Chain_ chain = recursive(
        "chain",
        Chain_::new,
        Select.from(e)
            .where(e.reportsTo.isNull())
            .select(Chain_.row(e.employeeId, value(0), e.lastName)),
        above -> Select.from(e)
            .join(above, e.reportsTo.key().eq(above.employee))
            .select(Chain_.row(
                e.employeeId, above.depth.plus(1), above.path.concat(" > ").concat(e.lastName))));
    return Question.of(
        "Who stands below whom?",
        db -> db.from(chain).orderBy(chain.path.asc()),
        c -> cells(c.employee(), c.depth(), c.path()),
        """
        WITH RECURSIVE chain (id, depth, path) AS (
          SELECT employee_id, 0, CAST(last_name AS text) FROM employee WHERE reports_to IS NULL
          UNION ALL
          SELECT e.employee_id, c.depth + 1, c.path || ' > ' || e.last_name
          FROM employee e JOIN chain c ON c.id = e.reports_to)
        SELECT * FROM chain ORDER BY path COLLATE "C"
        """,
        """
        WITH RECURSIVE chain (id, depth, path) AS (
          SELECT employee_id, 0, last_name FROM employee WHERE reports_to IS NULL
          UNION ALL
          SELECT e.employee_id, c.depth + 1, c.path || ' > ' || e.last_name
          FROM employee e JOIN chain c ON c.id = e.reports_to)
        SELECT * FROM chain ORDER BY path
        """);
  }

  private static Question<?> staff() {
    Employee_ boss = EMPLOYEE.as("boss");
    Customer_ served = CUSTOMER.supportRep.inverse(EMPLOYEE, Customer_::new);
    return Question.of(
        "Who reports to whom, serves how many customers, and sold how much?",
        db -> db.from(EMPLOYEE)
            .leftJoin(boss, EMPLOYEE.reportsTo.refersTo(boss))
            .orderBy(boss.lastName.asc().nullsFirst(), EMPLOYEE.lastName.asc())
            .select(row(
                    EMPLOYEE.firstName.concat(" ").concat(EMPLOYEE.lastName),
                    optional(row(boss.firstName, boss.lastName).into(Name::new)),
                    scalarNumber(Select.from(served).select(count())),
                    scalarNumber(Select.from(INVOICE)
                        .where(INVOICE.customer().supportRep.refersTo(EMPLOYEE))
                        .select(INVOICE.total.sum())))
                .into(Staff::new)),
        s -> cells(
            s.name(),
            s.boss().map(Name::first).orElse(null),
            s.boss().map(Name::last).orElse(null),
            s.customers(),
            s.sold()),
        """
        SELECT e.first_name || ' ' || e.last_name, b.first_name, b.last_name,
          (SELECT count(*) FROM customer c WHERE c.support_rep_id = e.employee_id),
          (SELECT sum(i.total) FROM invoice i JOIN customer c ON c.customer_id = i.customer_id
           WHERE c.support_rep_id = e.employee_id)
        FROM employee e LEFT JOIN employee b ON b.employee_id = e.reports_to
        ORDER BY b.last_name NULLS FIRST, e.last_name
        """);
  }

  private static Question<?> cities() {
    return Question.of(
        "In which cities do employees or the first customers live, but nobody of Brazil?",
        db -> db.from(EMPLOYEE)
            .select(EMPLOYEE.city)
            .union(Select.from(CUSTOMER)
                .orderBy(CUSTOMER.customerId.asc())
                .limit(20)
                .select(CUSTOMER.city))
            .except(
                Select.from(CUSTOMER).where(CUSTOMER.country.eq("Brazil")).select(CUSTOMER.city))
            .orderBy(EMPLOYEE.city.desc())
            .limit(10),
        city -> cells(city),
        """
        SELECT city FROM (
          SELECT city FROM employee
          UNION SELECT city FROM (SELECT city FROM customer ORDER BY customer_id LIMIT 20) c
          EXCEPT SELECT city FROM customer WHERE country = 'Brazil') x
        ORDER BY city COLLATE "C" DESC LIMIT 10
        """,
        """
        SELECT city FROM (
          SELECT city FROM employee
          UNION SELECT city FROM (SELECT city FROM customer ORDER BY customer_id LIMIT 20) c
          EXCEPT SELECT city FROM customer WHERE country = 'Brazil') x
        ORDER BY city DESC LIMIT 10
        """);
  }

  private static Question<?> neighbours() {
    return Question.of(
        "Which employees and customers live in one city, and who lives alone?",
        db -> db.from(EMPLOYEE)
            .fullJoin(CUSTOMER, CUSTOMER.city.eq(EMPLOYEE.city))
            .where(EMPLOYEE.city.isNotNull().or(CUSTOMER.country.eq("Canada")))
            .orderBy(
                EMPLOYEE.employeeId.asc().nullsFirst(), CUSTOMER.lastName.desc().nullsLast())
            .select(row(
                    EMPLOYEE.lastName,
                    CUSTOMER.lastName,
                    EMPLOYEE.city.coalesce(CUSTOMER.city).coalesce("?"))
                .into(Neighbours::new)),
        n -> cells(n.employee(), n.customer(), n.city()),
        """
        SELECT e.last_name, c.last_name, coalesce(e.city, c.city, '?')
        FROM employee e FULL JOIN customer c ON c.city = e.city
        WHERE e.city IS NOT NULL OR c.country = 'Canada'
        ORDER BY e.employee_id NULLS FIRST, c.last_name COLLATE "C" DESC NULLS LAST
        """,
        """
        SELECT e.last_name, c.last_name, coalesce(e.city, c.city, '?')
        FROM employee e FULL JOIN customer c ON c.city = e.city
        WHERE e.city IS NOT NULL OR c.country = 'Canada'
        ORDER BY e.employee_id NULLS FIRST, c.last_name DESC NULLS LAST
        """);
  }

  private static Question<?> countriesWithoutState() {
    return Question.of(
        "Which countries have customers with and without a state?",
        db -> db.from(CUSTOMER)
            .distinct()
            .where(CUSTOMER.state.isNull())
            .select(CUSTOMER.country)
            .intersect(
                Select.from(CUSTOMER).where(CUSTOMER.state.isNotNull()).select(CUSTOMER.country))
            .unionAll(Select.from(CUSTOMER)
                .groupBy(CUSTOMER.country)
                .having(count().gt(7L))
                .orderBy(count().desc())
                .select(when(CUSTOMER.country.eq("USA"), "United States")
                    .otherwise(CUSTOMER.country.upper()))),
        country -> cells(country),
        """
        SELECT country FROM customer WHERE state IS NULL
        INTERSECT SELECT country FROM customer WHERE state IS NOT NULL
        UNION ALL
        SELECT * FROM (SELECT CASE country WHEN 'USA' THEN 'United States' ELSE upper(country) END
        FROM customer GROUP BY country HAVING count(*) > 7 ORDER BY count(*) DESC) x
        """);
  }
}
