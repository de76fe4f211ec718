// Generated from demo.Plant; edit that record instead.
package demo;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.expression.ComparableColumn;
import orm.api.expression.Source;
import orm.api.model.EntityTable;
import orm.api.model.Ref;
import orm.api.model.RefColumn;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;

/** Table {@code plant}, whose rows are {@link Plant}. */
@Generated("orm.processor")
@NullMarked
public final class Plant_ extends EntityTable<Plant, Plant_.Key> {
  /** The table under its own name. */
  public static final Plant_ PLANT = new Plant_(Source.root());

  /** Column {@code maker_id}. */
  public final RefColumn<Plant, Maker, String> maker =
      new RefColumn<>(this, "maker", Mapping::makerKey);

  /** Column {@code number}. */
  public final ComparableColumn<Plant, Integer> number =
      new ComparableColumn<>(source, "number", Integer.class);

  private @Nullable Maker_ makerPath;

  /** Makes an instance of the table, for a path or an alias. */
  public Plant_(Source<Plant> source) {
    super("plant", source, Mapping.INSTANCE);
  }

  @Override
  public Plant_ as(String alias) {
    return new Plant_(source.as(alias));
  }

  @Override
  public EntityTable<?, ?> target(String component) {
    return switch (component) {
      case "maker" -> Maker_.MAKER;
      default -> super.target(component);
    };
  }

  /** The row that {@code maker} leads to, joined if it is used. */
  public Maker_ maker() {
    Maker_ path = makerPath;
    if (path == null) {
      path = new Maker_(maker.path());
      makerPath = path;
    }
    return path;
  }

  /** A copy to be changed: {@code Plant_.edit(plant).number(…).done()}. */
  public static Edit edit(Plant plant) {
    return new Edit(plant);
  }

  /** The key of {@link Plant}: the raw values of its components. */
  public record Key(String maker, int number) {}

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Plant, Key> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Plant read(Row row) {
      return new Plant(Maker_.MAKER.ref(row.nextText()), row.nextInt());
    }

    @Override
    public void write(Plant plant, Binder out) {
      out.bind(Maker_.MAKER.keyOrNull(plant.maker()));
      out.bind(plant.number());
    }

    @Override
    public Plant beforeInsert(Plant plant, Stamp stamp) {
      return plant;
    }

    @Override
    public Plant beforeUpdate(Plant plant, Stamp stamp) {
      return plant;
    }

    @Override
    public Plant withGenerated(Plant plant, Row row) {
      return plant;
    }

    @Override
    public Plant withNextVersion(Plant plant) {
      return plant;
    }

    @Override
    public Key key(Plant plant) {
      return new Key(Maker_.MAKER.key(plant.maker()), plant.number());
    }

    @Override
    public void writeKey(Key key, Binder out) {
      out.bind(key.maker()).bind(key.number());
    }

    @Override
    public String schema() {
      return """
          table plant
          column maker_id text component maker
          column number int
          primary key (maker_id, number)
          reference maker (maker_id) -> maker (name)
          """;
    }

    @Override
    public String schemaHash() {
      return "8004a3252888b3f0";
    }

    static String makerKey(Row row) {
      return row.nextTextOrNull();
    }
  }

  /** Changes components of {@link Plant} one by one. */
  public static final class Edit {
    private Ref<Maker> maker;
    private int number;

    private Edit(Plant plant) {
      maker = plant.maker();
      number = plant.number();
    }

    /** Changes {@code maker}. */
    public Edit maker(Ref<Maker> maker) {
      this.maker = maker;
      return this;
    }

    /** Changes {@code number}. */
    public Edit number(int number) {
      this.number = number;
      return this;
    }

    /** {@return the record with the changes} */
    public Plant done() {
      return new Plant(maker, number);
    }
  }
}
