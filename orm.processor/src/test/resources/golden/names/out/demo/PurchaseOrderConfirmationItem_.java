// Generated from demo.PurchaseOrderConfirmationItem; edit that record instead.
package demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.expression.ComparableColumn;
import orm.api.expression.JsonColumn;
import orm.api.expression.NumberColumn;
import orm.api.expression.Source;
import orm.api.expression.TimeColumn;
import orm.api.json.Json;
import orm.api.model.EntityTable;
import orm.api.model.Ref;
import orm.api.model.RefColumn;
import orm.api.model.UniqueKey;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;
import orm.spi.mapping.Stored;

/**
 * Table {@code purchase_order_confirmation_item}, whose rows are {@link
 * PurchaseOrderConfirmationItem}.
 */
@Generated("orm.processor")
@NullMarked
public final class PurchaseOrderConfirmationItem_
    extends EntityTable<PurchaseOrderConfirmationItem, PurchaseOrderConfirmationItem_.Key> {
  /** The table under its own name. */
  public static final PurchaseOrderConfirmationItem_ PURCHASE_ORDER_CONFIRMATION_ITEM =
      new PurchaseOrderConfirmationItem_(Source.root());

  /** Column {@code number_within_the_confirmation}. */
  public final ComparableColumn<PurchaseOrderConfirmationItem, Integer>
      numberWithinTheConfirmation =
          new ComparableColumn<>(source, "number_within_the_confirmation", Integer.class);

  /** Columns {@code confirmation_switch_number}, {@code confirmation_number}. */
  public final RefColumn<PurchaseOrderConfirmationItem, demo.Key, Key_.Key> confirmation =
      new RefColumn<>(this, "confirmation", Mapping::keyKey);

  /** Column {@code amount_in_the_currency_of_the_buyer}. */
  public final NumberColumn<PurchaseOrderConfirmationItem, BigDecimal>
      amountInTheCurrencyOfTheBuyer =
          new NumberColumn<>(source, "amount_in_the_currency_of_the_buyer", BigDecimal.class);

  /**
   * Columns {@code replacement_of_this_number_within_the_confirmation}, {@code
   * replacement_of_this_confirmation_switch_number}, {@code
   * replacement_of_this_confirmation_number}.
   */
  public final RefColumn<PurchaseOrderConfirmationItem, PurchaseOrderConfirmationItem, Key>
      replacementOfThis =
          new RefColumn<>(this, "replacementOfThis", Mapping::purchaseOrderConfirmationItemKey);

  /** Column {@code confirmed_by_the_warehouse_at}. */
  public final TimeColumn<PurchaseOrderConfirmationItem, Instant> confirmedByTheWarehouseAt =
      new TimeColumn<>(source, "confirmed_by_the_warehouse_at", Instant.class);

  /** Column {@code confirmed_by_the_accountant_at}. */
  public final TimeColumn<PurchaseOrderConfirmationItem, Instant> confirmedByTheAccountantAt =
      new TimeColumn<>(source, "confirmed_by_the_accountant_at", Instant.class);

  /** Column {@code attachment}. */
  public final JsonColumn<PurchaseOrderConfirmationItem, PurchaseOrderConfirmationItem.Attachment>
      attachment =
          new JsonColumn<>(
              source,
              "attachment",
              Mapping::attachmentOrNull,
              (value, conversion) -> Mapping.attachmentDocument(value));

  /** Finds a row by {@code amountInTheCurrencyOfTheBuyer}. */
  public final UniqueKey<PurchaseOrderConfirmationItem, BigDecimal>
      byAmountInTheCurrencyOfTheBuyer =
          new UniqueKey<>(this, amountInTheCurrencyOfTheBuyer);

  private @Nullable Key_ confirmationPath;
  private @Nullable PurchaseOrderConfirmationItem_ replacementOfThisPath;

  /** Makes an instance of the table, for a path or an alias. */
  public PurchaseOrderConfirmationItem_(Source<PurchaseOrderConfirmationItem> source) {
    super("purchase_order_confirmation_item", source, Mapping.INSTANCE);
  }

  @Override
  public PurchaseOrderConfirmationItem_ as(String alias) {
    return new PurchaseOrderConfirmationItem_(source.as(alias));
  }

  @Override
  public EntityTable<?, ?> target(String component) {
    return switch (component) {
      case "confirmation" -> Key_.KEY;
      case "replacementOfThis" -> PurchaseOrderConfirmationItem_.PURCHASE_ORDER_CONFIRMATION_ITEM;
      default -> super.target(component);
    };
  }

  /** The row that {@code confirmation} leads to, joined if it is used. */
  public Key_ confirmation() {
    Key_ path = confirmationPath;
    if (path == null) {
      path = new Key_(confirmation.path());
      confirmationPath = path;
    }
    return path;
  }

  /** The row that {@code replacementOfThis} leads to, joined if it is used. */
  public PurchaseOrderConfirmationItem_ replacementOfThis() {
    PurchaseOrderConfirmationItem_ path = replacementOfThisPath;
    if (path == null) {
      path = new PurchaseOrderConfirmationItem_(replacementOfThis.path());
      replacementOfThisPath = path;
    }
    return path;
  }

  /**
   * A copy to be changed: {@code PurchaseOrderConfirmationItem_.edit(item).confirmation(…).done()}.
   */
  public static Edit edit(PurchaseOrderConfirmationItem item) {
    return new Edit(item);
  }

  /** The key of {@link PurchaseOrderConfirmationItem}: the raw values of its components. */
  public record Key(int numberWithinTheConfirmation, Key_.Key confirmation) {}

  @NullUnmarked
  private static final class Mapping implements EntityMapping<PurchaseOrderConfirmationItem, Key> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public PurchaseOrderConfirmationItem read(Row row) {
      return new PurchaseOrderConfirmationItem(
          row.nextInt(),
          Key_.KEY.ref(new Key_.Key(row.nextInt(), row.nextInt())),
          row.nextDecimal(),
          Optional.ofNullable(
              PurchaseOrderConfirmationItem_.PURCHASE_ORDER_CONFIRMATION_ITEM.refOrNull(
                  purchaseOrderConfirmationItemKey(row))),
          Optional.ofNullable(row.nextInstantOrNull()),
          row.nextInstant(),
          Optional.ofNullable(attachmentOrNull(row)));
    }

    @Override
    public void write(PurchaseOrderConfirmationItem item, Binder out) {
      out.bind(item.numberWithinTheConfirmation());
      bindKey(item.confirmation(), 2, out);
      out.bind(item.amountInTheCurrencyOfTheBuyer());
      bindKey(item.replacementOfThis().orElse(null), 3, out);
      out.bind(item.confirmedByTheWarehouseAt().orElse(null));
      out.bind(item.confirmedByTheAccountantAt());
      out.bind(attachmentDocument(item.attachment().orElse(null)));
    }

    @Override
    public PurchaseOrderConfirmationItem beforeInsert(
        PurchaseOrderConfirmationItem item, Stamp stamp) {
      BigDecimal amountInTheCurrencyOfTheBuyer =
          Stored.form(item.amountInTheCurrencyOfTheBuyer(), 10);
      Instant confirmedByTheWarehouseAt =
          Stored.form(item.confirmedByTheWarehouseAt().orElse(null));
      Instant confirmedByTheAccountantAt = Stored.form(item.confirmedByTheAccountantAt());
      if (amountInTheCurrencyOfTheBuyer == item.amountInTheCurrencyOfTheBuyer()
          && confirmedByTheWarehouseAt == item.confirmedByTheWarehouseAt().orElse(null)
          && confirmedByTheAccountantAt == item.confirmedByTheAccountantAt()) {
        return item;
      }
      return edit(item)
          .amountInTheCurrencyOfTheBuyer(amountInTheCurrencyOfTheBuyer)
          .confirmedByTheWarehouseAt(Optional.ofNullable(confirmedByTheWarehouseAt))
          .confirmedByTheAccountantAt(confirmedByTheAccountantAt)
          .done();
    }

    @Override
    public PurchaseOrderConfirmationItem beforeUpdate(
        PurchaseOrderConfirmationItem item, Stamp stamp) {
      return beforeInsert(item, stamp);
    }

    @Override
    public PurchaseOrderConfirmationItem withGenerated(
        PurchaseOrderConfirmationItem item, Row row) {
      return item;
    }

    @Override
    public PurchaseOrderConfirmationItem withNextVersion(PurchaseOrderConfirmationItem item) {
      return item;
    }

    @Override
    public Key key(PurchaseOrderConfirmationItem item) {
      return new Key(item.numberWithinTheConfirmation(), Key_.KEY.key(item.confirmation()));
    }

    @Override
    public void writeKey(Key key, Binder out) {
      out
          .bind(key.numberWithinTheConfirmation())
          .bind(key.confirmation().switchNumber())
          .bind(key.confirmation().number());
    }

    @Override
    public String schema() {
      return """
          table purchase_order_confirmation_item
          column number_within_the_confirmation int
          column confirmation_switch_number int component confirmation.switchNumber
          column confirmation_number int component confirmation.number
          column amount_in_the_currency_of_the_buyer decimal(30,10)
          column replacement_of_this_number_within_the_confirmation int component \
          replacementOfThis.numberWithinTheConfirmation null
          column replacement_of_this_confirmation_switch_number int component \
          replacementOfThis.confirmation.switchNumber null
          column replacement_of_this_confirmation_number int component \
          replacementOfThis.confirmation.number null
          column confirmed_by_the_warehouse_at instant null
          column confirmed_by_the_accountant_at instant
          column attachment json null
          primary key (number_within_the_confirmation, confirmation_switch_number, \
          confirmation_number)
          unique one_amount (amount_in_the_currency_of_the_buyer)
          reference confirmation (confirmation_switch_number, confirmation_number) -> key \
          (switch_number, number)
          reference replacementOfThis (replacement_of_this_number_within_the_confirmation, \
          replacement_of_this_confirmation_switch_number, replacement_of_this_confirmation_number) \
          -> purchase_order_confirmation_item (number_within_the_confirmation, \
          confirmation_switch_number, confirmation_number)
          """;
    }

    @Override
    public String schemaHash() {
      return "26e32b9bd54cf012";
    }

    static Key_.Key keyKey(Row row) {
      if (row.nextAreNull(2)) {
        row.skip(2);
        return null;
      }
      return new Key_.Key(row.nextInt(), row.nextInt());
    }

    static Key purchaseOrderConfirmationItemKey(Row row) {
      if (row.nextAreNull(3)) {
        row.skip(3);
        return null;
      }
      return new Key(row.nextInt(), new Key_.Key(row.nextInt(), row.nextInt()));
    }

    static PurchaseOrderConfirmationItem.Attachment attachmentOrNull(Row row) {
      Json json = row.nextJsonOrNull();
      if (json == null) {
        return null;
      }
      return attachmentFromJson(json);
    }

    static Json attachmentDocument(PurchaseOrderConfirmationItem.Attachment value) {
      if (value == null) {
        return null;
      }
      return attachmentToJson(value);
    }

    static void bindKey(Ref<?> ref, int columns, Binder out) {
      if (ref == null) {
        out.bindNulls(columns);
      } else {
        ref.writeKey(out);
      }
    }

    static PurchaseOrderConfirmationItem.Attachment attachmentFromJson(Json json) {
      if (json.isNull()) {
        return null;
      }
      return new PurchaseOrderConfirmationItem.Attachment(
          Optional.ofNullable(orNull(json.get("fileNameThatTheRecipientWillSee"), Json::text)),
          map(
              json.get("acknowledgements"),
              element ->
                  list(
                      element,
                      inner ->
                          map(
                              inner,
                              inner2 -> orNull(inner2, inner3 -> Instant.parse(inner3.text()))))));
    }

    static Json attachmentToJson(PurchaseOrderConfirmationItem.Attachment value) {
      if (value == null) {
        return Json.ofNull();
      }
      return Json.object()
          .put(
              "fileNameThatTheRecipientWillSee",
              Json.of(value.fileNameThatTheRecipientWillSee().orElse(null)))
          .put(
              "acknowledgements",
              object(
                  value.acknowledgements(),
                  element -> array(element, inner -> object(inner, inner2 -> text(inner2)))))
          .build();
    }

    static <T> T orNull(Json json, Function<Json, T> fromJson) {
      return json.isNull() ? null : fromJson.apply(json);
    }

    static <T> Map<String, T> map(Json json, Function<Json, T> fromJson) {
      if (json.isNull()) {
        return null;
      }
      if (!(json instanceof Json.JsonObject object)) {
        throw new IllegalStateException("expected a JSON object");
      }
      Map<String, T> map = new LinkedHashMap<>();
      object.members().forEach((member, value) -> map.put(member, fromJson.apply(value)));
      return Collections.unmodifiableMap(map);
    }

    static <T> List<T> list(Json json, Function<Json, T> fromJson) {
      if (json.isNull()) {
        return null;
      }
      return json.elements().stream().map(fromJson).toList();
    }

    static <T> Json object(Map<String, T> values, Function<T, Json> toJson) {
      if (values == null) {
        return Json.ofNull();
      }
      Json.ObjectBuilder object = Json.object();
      values.forEach((member, value) -> object.put(member, toJson.apply(value)));
      return object.build();
    }

    static <T> Json array(List<T> values, Function<T, Json> toJson) {
      if (values == null) {
        return Json.ofNull();
      }
      return Json.array(values.stream().map(toJson).toList());
    }

    static Json text(Object value) {
      return Json.of(value == null ? null : value.toString());
    }
  }

  /** Changes components of {@link PurchaseOrderConfirmationItem} one by one. */
  public static final class Edit {
    private int numberWithinTheConfirmation;
    private Ref<demo.Key> confirmation;
    private BigDecimal amountInTheCurrencyOfTheBuyer;
    private Optional<Ref<PurchaseOrderConfirmationItem>> replacementOfThis;
    private Optional<Instant> confirmedByTheWarehouseAt;
    private Instant confirmedByTheAccountantAt;
    private Optional<PurchaseOrderConfirmationItem.Attachment> attachment;

    private Edit(PurchaseOrderConfirmationItem item) {
      numberWithinTheConfirmation = item.numberWithinTheConfirmation();
      confirmation = item.confirmation();
      amountInTheCurrencyOfTheBuyer = item.amountInTheCurrencyOfTheBuyer();
      replacementOfThis = item.replacementOfThis();
      confirmedByTheWarehouseAt = item.confirmedByTheWarehouseAt();
      confirmedByTheAccountantAt = item.confirmedByTheAccountantAt();
      attachment = item.attachment();
    }

    /** Changes {@code numberWithinTheConfirmation}. */
    public Edit numberWithinTheConfirmation(int numberWithinTheConfirmation) {
      this.numberWithinTheConfirmation = numberWithinTheConfirmation;
      return this;
    }

    /** Changes {@code confirmation}. */
    public Edit confirmation(Ref<demo.Key> confirmation) {
      this.confirmation = confirmation;
      return this;
    }

    /** Changes {@code amountInTheCurrencyOfTheBuyer}. */
    public Edit amountInTheCurrencyOfTheBuyer(BigDecimal amountInTheCurrencyOfTheBuyer) {
      this.amountInTheCurrencyOfTheBuyer = amountInTheCurrencyOfTheBuyer;
      return this;
    }

    /** Changes {@code replacementOfThis}. */
    public Edit replacementOfThis(Optional<Ref<PurchaseOrderConfirmationItem>> replacementOfThis) {
      this.replacementOfThis = replacementOfThis;
      return this;
    }

    /** Changes {@code confirmedByTheWarehouseAt}. */
    public Edit confirmedByTheWarehouseAt(Optional<Instant> confirmedByTheWarehouseAt) {
      this.confirmedByTheWarehouseAt = confirmedByTheWarehouseAt;
      return this;
    }

    /** Changes {@code confirmedByTheAccountantAt}. */
    public Edit confirmedByTheAccountantAt(Instant confirmedByTheAccountantAt) {
      this.confirmedByTheAccountantAt = confirmedByTheAccountantAt;
      return this;
    }

    /** Changes {@code attachment}. */
    public Edit attachment(Optional<PurchaseOrderConfirmationItem.Attachment> attachment) {
      this.attachment = attachment;
      return this;
    }

    /** {@return the record with the changes} */
    public PurchaseOrderConfirmationItem done() {
      return new PurchaseOrderConfirmationItem(
          numberWithinTheConfirmation,
          confirmation,
          amountInTheCurrencyOfTheBuyer,
          replacementOfThis,
          confirmedByTheWarehouseAt,
          confirmedByTheAccountantAt,
          attachment);
    }
  }
}
