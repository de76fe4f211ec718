// Generated from demo.Product; edit that record instead.
package demo;

import java.util.Optional;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.expression.ComparableColumn;
import orm.api.expression.Source;
import orm.api.model.EntityTable;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;

/** Table {@code product}, whose rows are {@link Product}. */
@Generated("orm.processor")
@NullMarked
public final class Product_ extends EntityTable<Product, Integer> {
  /** The table under its own name. */
  public static final Product_ PRODUCT = new Product_(Source.root());

  /** Column {@code id}. */
  public final ComparableColumn<Product, Integer> id =
      new ComparableColumn<>(source, "id", Integer.class);

  /** The columns of {@code size}. */
  public final Size_<Product> size = new Size_<>(source, "size_");

  /** The columns of {@code packedSize}. */
  public final Size_<Product> packedSize = new Size_<>(source, "box_");

  /** The columns of {@code unfolded}. */
  public final Size_<Product> unfolded = new Size_<>(source, "unfolded_");

  /** The columns of {@code origin}. */
  public final Origin_<Product> origin = new Origin_<>(source, "", this, "origin");

  /** What may be null; compilers do not see it in the class file of the record. */
  static final String NULLABLE_COMPONENTS = "packedSize";

  /** Makes an instance of the table, for a path or an alias. */
  public Product_(Source<Product> source) {
    super("product", source, Mapping.INSTANCE);
  }

  @Override
  public Product_ as(String alias) {
    return new Product_(source.as(alias));
  }

  @Override
  public EntityTable<?, ?> target(String component) {
    return switch (component) {
      case "origin.maker" -> Maker_.MAKER;
      case "origin.plant" -> Plant_.PLANT;
      default -> super.target(component);
    };
  }

  /** A copy to be changed: {@code Product_.edit(product).size(…).done()}. */
  public static Edit edit(Product product) {
    return new Edit(product);
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Product, Integer> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Product read(Row row) {
      return new Product(
          row.nextInt(),
          Size_.read(row),
          Size_.readOrNull(row),
          Optional.ofNullable(Size_.readOrNull(row)),
          Origin_.read(row));
    }

    @Override
    public void write(Product product, Binder out) {
      out.bind(product.id());
      Size_.write(product.size(), out);
      Size_.write(product.packedSize(), out);
      Size_.write(product.unfolded().orElse(null), out);
      Origin_.write(product.origin(), out);
    }

    @Override
    public Product beforeInsert(Product product, Stamp stamp) {
      return product;
    }

    @Override
    public Product beforeUpdate(Product product, Stamp stamp) {
      return product;
    }

    @Override
    public Product withGenerated(Product product, Row row) {
      return product;
    }

    @Override
    public Product withNextVersion(Product product) {
      return product;
    }

    @Override
    public Integer key(Product product) {
      return product.id();
    }

    @Override
    public void writeKey(Integer key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return """
          table product
          column id int
          column size_width int component size.width
          column size_h int component size.height
          column size_unit text component size.unit null
          column box_width int component packedSize.width null
          column box_h int component packedSize.height null
          column box_unit text component packedSize.unit null
          column unfolded_width int component unfolded.width null
          column unfolded_h int component unfolded.height null
          column unfolded_unit text component unfolded.unit null
          column maker_id text component origin.maker
          column plant_maker_id text component origin.plant.maker null
          column plant_number int component origin.plant.number null
          column place_latitude double component origin.place.latitude
          column place_longitude double component origin.place.longitude
          primary key (id)
          unique product_size_width_size_unit_key (size_width, size_unit)
          reference origin.maker (maker_id) -> maker (name) on delete cascade
          reference origin.plant (plant_maker_id, plant_number) -> plant (maker_id, number)
          index product_size_unit_idx (size_unit)
          index product_box_unit_idx (box_unit)
          index product_unfolded_unit_idx (unfolded_unit)
          check product_size_width_check "{size.width} > 0"
          check product_size_width_size_h_check "{size.width} <= {size.height}"
          check product_box_width_check "{packedSize.width} > 0"
          check product_box_width_box_h_check "{packedSize.width} <= {packedSize.height}"
          check product_unfolded_width_check "{unfolded.width} > 0"
          check product_unfolded_width_unfolded_h_check "{unfolded.width} <= {unfolded.height}"
          """;
    }

    @Override
    public String schemaHash() {
      return "01828720ffceca10";
    }
  }

  /** Changes components of {@link Product} one by one. */
  public static final class Edit {
    private int id;
    private Size size;
    private @Nullable Size packedSize;
    private Optional<Size> unfolded;
    private Origin origin;

    private Edit(Product product) {
      id = product.id();
      size = product.size();
      packedSize = product.packedSize();
      unfolded = product.unfolded();
      origin = product.origin();
    }

    /** Changes {@code id}. */
    public Edit id(int id) {
      this.id = id;
      return this;
    }

    /** Changes {@code size}. */
    public Edit size(Size size) {
      this.size = size;
      return this;
    }

    /** Changes {@code packedSize}. */
    public Edit packedSize(@Nullable Size packedSize) {
      this.packedSize = packedSize;
      return this;
    }

    /** Changes {@code unfolded}. */
    public Edit unfolded(Optional<Size> unfolded) {
      this.unfolded = unfolded;
      return this;
    }

    /** Changes {@code origin}. */
    public Edit origin(Origin origin) {
      this.origin = origin;
      return this;
    }

    /** {@return the record with the changes} */
    public Product done() {
      return new Product(id, size, packedSize, unfolded, origin);
    }
  }
}
