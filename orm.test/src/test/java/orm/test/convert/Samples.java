package orm.test.convert;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Currency;
import java.util.List;
import orm.api.json.Json;
import orm.api.schema.ColumnType;
import orm.api.schema.ColumnType.Kind;
import orm.spi.convert.TypeConverter;

/** Converters that work. */
final class Samples {
  static final TypeConverter<Money, BigDecimal> MONEY = new Plain<>(
      Money.class,
      BigDecimal.class,
      ColumnType.decimal(12, 2),
      true,
      money -> money.amount().setScale(2),
      Money::new);

  static final TypeConverter<ProductId, Long> PRODUCT_ID = new Plain<>(
      ProductId.class,
      Long.class,
      ColumnType.of(Kind.BIGINT),
      true,
      ProductId::number,
      ProductId::new);

  static final TypeConverter<Currency, String> CURRENCY = new Plain<>(
      Currency.class,
      String.class,
      ColumnType.text(3),
      false,
      Currency::getCurrencyCode,
      Currency::getInstance);

  /** Stands for encryption: what is stored is neither the text nor in its order. */
  static final TypeConverter<Secret, String> SECRET = new Plain<>(
      Secret.class,
      String.class,
      ColumnType.text(0),
      false,
      secret -> new StringBuilder(
              Base64.getEncoder().encodeToString(secret.text().getBytes(StandardCharsets.UTF_8)))
          .reverse()
          .toString(),
      stored -> new Secret(new String(
          Base64.getDecoder().decode(new StringBuilder(stored).reverse().toString()),
          StandardCharsets.UTF_8)));

  static final TypeConverter<Grade, Integer> GRADE = new Plain<>(
      Grade.class, Integer.class, ColumnType.of(Kind.SMALLINT), true, Grade::points, Grade::of);

  static final TypeConverter<Duration, Duration> LONGER = new Plain<>(
      Duration.class,
      Duration.class,
      ColumnType.of(Kind.DURATION),
      true,
      lasts -> lasts.plusSeconds(1),
      stored -> stored.minusSeconds(1));

  static final TypeConverter<Theme, Json> THEME = new Plain<>(
      Theme.class,
      Json.class,
      ColumnType.of(Kind.JSON),
      false,
      theme -> Json.object()
          .put("c", Json.of(theme.colour()))
          .put("s", Json.of(theme.size()))
          .build(),
      stored -> new Theme(stored.get("c").text(), stored.get("s").number().intValueExact()));

  static final List<TypeConverter<?, ?>> ALL =
      List.of(MONEY, PRODUCT_ID, CURRENCY, SECRET, GRADE, LONGER, THEME);

  private Samples() {}
}
