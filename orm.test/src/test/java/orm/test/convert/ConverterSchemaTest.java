package orm.test.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static orm.test.convert.Movement_.MOVEMENT;
import static orm.test.convert.Product_.PRODUCT;
import static orm.test.convert.Stock_.STOCK;

import java.util.List;
import orm.api.Database;
import orm.api.Orm;
import orm.api.catalog.SchemaChange;
import orm.api.schema.ColumnType;
import orm.migration.diff.DiffOptions;
import orm.test.database.DatabaseKind;
import orm.test.database.EachDatabase;
import orm.test.database.TestDatabase;
import orm.test.migration.diff.Bench;

/** The type of a column is that of its converter, also for whoever compares schemas. */
class ConverterSchemaTest {
  @EachDatabase
  void nothingDiffersUntilTheConverterStoresAnotherType(TestDatabase test) throws Exception {
    Database db = ConverterTest.open(test);
    assertEquals(List.of(), changes(test, db));
    Database other = test.open(Orm.builder(test.settings())
        .converter(new Plain<>(
            Money.class,
            String.class,
            ColumnType.text(0),
            false,
            money -> money.amount().toPlainString(),
            Money::of))
        .converter(Samples.PRODUCT_ID)
        .converter(Samples.CURRENCY)
        .converter(Samples.SECRET)
        .converter(Samples.GRADE)
        .converter(Samples.LONGER)
        .converter(Samples.THEME));
    List<String> changes = changes(test, other);
    assertEquals(
        test.kind() == DatabaseKind.POSTGRES
            ? List.of(
                "alter column product.price from numeric(12,2) to text",
                "alter column product.old_price from numeric(12,2) to text")
            : List.of(
                "alter column product.price from INTEGER to TEXT",
                "alter column product.old_price from INTEGER to TEXT"),
        changes.stream().filter(each -> each.contains("price from")).toList(),
        changes::toString);
  }

  private static List<String> changes(TestDatabase test, Database wanted) throws Exception {
    try (Bench bench = Bench.open(test.settings())) {
      List<String> statements = wanted.schema().createStatements(List.of(PRODUCT, STOCK, MOVEMENT));
      return bench.diff(bench.wish(statements), DiffOptions.exact()).changes().stream()
          .map(SchemaChange::text)
          .toList();
    }
  }
}
