// Generated from demo.Device; edit that record instead.
package demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.expression.Column;
import orm.api.expression.ComparableColumn;
import orm.api.expression.JsonColumn;
import orm.api.expression.ListColumn;
import orm.api.expression.NetworkColumn;
import orm.api.expression.RangeColumn;
import orm.api.expression.Source;
import orm.api.json.Json;
import orm.api.model.EntityTable;
import orm.api.type.Cidr;
import orm.api.type.Inet;
import orm.api.type.Interval;
import orm.api.type.MacAddress;
import orm.api.type.Range;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;

/** Table {@code device}, whose rows are {@link Device}. */
@Generated("orm.processor")
@NullMarked
public final class Device_ extends EntityTable<Device, MacAddress> {
  /** The table under its own name. */
  public static final Device_ DEVICE = new Device_(Source.root());

  /** Column {@code mac}. */
  public final ComparableColumn<Device, MacAddress> mac =
      new ComparableColumn<>(source, "mac", MacAddress.class);

  /** Column {@code address}. */
  public final NetworkColumn<Device, Inet> address =
      new NetworkColumn<>(source, "address", Inet.class);

  /** Column {@code network}. */
  public final NetworkColumn<Device, Cidr> network =
      new NetworkColumn<>(source, "network", Cidr.class);

  /** Column {@code lease}. */
  public final Column<Device, Interval> lease = new Column<>(source, "lease", Interval.class);

  /** Column {@code ports}. */
  public final RangeColumn<Device, Integer> ports =
      new RangeColumn<>(source, "ports", Integer.class);

  /** Column {@code volts}. */
  public final RangeColumn<Device, BigDecimal> volts =
      new RangeColumn<>(source, "volts", BigDecimal.class);

  /** Column {@code owned}. */
  public final RangeColumn<Device, LocalDate> owned =
      new RangeColumn<>(source, "owned", LocalDate.class);

  /** Column {@code seen}. */
  public final ListColumn<Device, Inet> seen = new ListColumn<>(source, "seen", Inet.class);

  /** Column {@code other}. */
  public final ListColumn<Device, Inet> other = new ListColumn<>(source, "other", Inet.class);

  /** Column {@code open}. */
  public final ListColumn<Device, Range<Integer>> open =
      new ListColumn<>(source, "open", row -> row.nextRangesOrNull(Integer.class));

  /** Column {@code uses}. */
  public final ListColumn<Device, Range<Instant>> uses =
      new ListColumn<>(source, "uses", row -> row.nextRangesOrNull(Instant.class));

  /** Column {@code document}. */
  public final JsonColumn<Device, List<Inet>> document =
      new JsonColumn<>(
          source,
          "document",
          Mapping::documentOrNull,
          (value, conversion) -> Mapping.documentDocument(value));

  /** What may be null; compilers do not see it in the class file of the record. */
  static final String NULLABLE_COMPONENTS = "network, volts, other, uses, document";

  /** Makes an instance of the table, for a path or an alias. */
  public Device_(Source<Device> source) {
    super("device", source, Mapping.INSTANCE);
  }

  @Override
  public Device_ as(String alias) {
    return new Device_(source.as(alias));
  }

  /** A copy to be changed: {@code Device_.edit(device).address(…).done()}. */
  public static Edit edit(Device device) {
    return new Edit(device);
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Device, MacAddress> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Device read(Row row) {
      return new Device(
          row.next(MacAddress.class),
          row.next(Inet.class),
          row.nextOrNull(Cidr.class),
          Optional.ofNullable(row.nextOrNull(Interval.class)),
          row.nextRange(Integer.class),
          row.nextRangeOrNull(BigDecimal.class),
          Optional.ofNullable(row.nextRangeOrNull(LocalDate.class)),
          row.nextList(Inet.class),
          inetArray(row.nextListOrNull(Inet.class)),
          row.nextRanges(Integer.class),
          row.nextRangesOrNull(Instant.class),
          documentOrNull(row));
    }

    @Override
    public void write(Device device, Binder out) {
      out.bind(device.mac());
      out.bind(device.address());
      out.bind(device.network());
      out.bind(device.lease().orElse(null));
      out.bind(device.ports());
      out.bind(device.volts());
      out.bind(device.owned().orElse(null));
      out.bind(device.seen());
      out.bind(inetList(device.other()));
      out.bind(device.open());
      out.bind(device.uses());
      out.bind(documentDocument(device.document()));
    }

    @Override
    public Device beforeInsert(Device device, Stamp stamp) {
      return device;
    }

    @Override
    public Device beforeUpdate(Device device, Stamp stamp) {
      return device;
    }

    @Override
    public Device withGenerated(Device device, Row row) {
      return device;
    }

    @Override
    public Device withNextVersion(Device device) {
      return device;
    }

    @Override
    public MacAddress key(Device device) {
      return device.mac();
    }

    @Override
    public void writeKey(MacAddress key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return """
          table device
          column mac macaddr
          column address inet
          column network cidr null
          column lease interval null
          column ports range(int)
          column volts range(decimal) null
          column owned range(date) null
          column seen list(inet)
          column other list(inet) null
          column open list(range(int))
          column uses list(range(instant)) null
          column document json null
          primary key (mac)
          """;
    }

    @Override
    public String schemaHash() {
      return "0f8de4f1f7054bbf";
    }

    static List<Inet> documentOrNull(Row row) {
      Json json = row.nextJsonOrNull();
      if (json == null) {
        return null;
      }
      return list(json, element -> orNull(element, inner -> Inet.parse(inner.text())));
    }

    static Json documentDocument(List<Inet> value) {
      if (value == null) {
        return null;
      }
      return array(value, element -> text(element));
    }

    static Inet[] inetArray(List<Inet> list) {
      if (list == null) {
        return null;
      }
      Inet[] array = new Inet[list.size()];
      for (int i = 0; i < array.length; i++) {
        array[i] = list.get(i);
      }
      return array;
    }

    static List<Inet> inetList(Inet[] array) {
      if (array == null) {
        return null;
      }
      List<Inet> list = new ArrayList<>(array.length);
      for (Inet element : array) {
        list.add(element);
      }
      return list;
    }

    static <T> T orNull(Json json, Function<Json, T> fromJson) {
      return json.isNull() ? null : fromJson.apply(json);
    }

    static <T> List<T> list(Json json, Function<Json, T> fromJson) {
      if (json.isNull()) {
        return null;
      }
      return json.elements().stream().map(fromJson).toList();
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

  /** Changes components of {@link Device} one by one. */
  public static final class Edit {
    private MacAddress mac;
    private Inet address;
    private @Nullable Cidr network;
    private Optional<Interval> lease;
    private Range<Integer> ports;
    private @Nullable Range<BigDecimal> volts;
    private Optional<Range<LocalDate>> owned;
    private List<Inet> seen;
    private Inet @Nullable [] other;
    private List<Range<Integer>> open;
    private @Nullable List<Range<Instant>> uses;
    private @Nullable List<Inet> document;

    private Edit(Device device) {
      mac = device.mac();
      address = device.address();
      network = device.network();
      lease = device.lease();
      ports = device.ports();
      volts = device.volts();
      owned = device.owned();
      seen = device.seen();
      other = device.other();
      open = device.open();
      uses = device.uses();
      document = device.document();
    }

    /** Changes {@code mac}. */
    public Edit mac(MacAddress mac) {
      this.mac = mac;
      return this;
    }

    /** Changes {@code address}. */
    public Edit address(Inet address) {
      this.address = address;
      return this;
    }

    /** Changes {@code network}. */
    public Edit network(@Nullable Cidr network) {
      this.network = network;
      return this;
    }

    /** Changes {@code lease}. */
    public Edit lease(Optional<Interval> lease) {
      this.lease = lease;
      return this;
    }

    /** Changes {@code ports}. */
    public Edit ports(Range<Integer> ports) {
      this.ports = ports;
      return this;
    }

    /** Changes {@code volts}. */
    public Edit volts(@Nullable Range<BigDecimal> volts) {
      this.volts = volts;
      return this;
    }

    /** Changes {@code owned}. */
    public Edit owned(Optional<Range<LocalDate>> owned) {
      this.owned = owned;
      return this;
    }

    /** Changes {@code seen}. */
    public Edit seen(List<Inet> seen) {
      this.seen = seen;
      return this;
    }

    /** Changes {@code other}. */
    public Edit other(Inet @Nullable [] other) {
      this.other = other;
      return this;
    }

    /** Changes {@code open}. */
    public Edit open(List<Range<Integer>> open) {
      this.open = open;
      return this;
    }

    /** Changes {@code uses}. */
    public Edit uses(@Nullable List<Range<Instant>> uses) {
      this.uses = uses;
      return this;
    }

    /** Changes {@code document}. */
    public Edit document(@Nullable List<Inet> document) {
      this.document = document;
      return this;
    }

    /** {@return the record with the changes} */
    public Device done() {
      return new Device(
          mac, address, network, lease, ports, volts, owned, seen, other, open, uses, document);
    }
  }
}
