// Generated from demo.shop.Box; edit that interface instead.
package demo.shop;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import orm.api.error.ErrorCode;
import orm.api.error.Failure;
import orm.api.error.MappingException;
import orm.api.expression.ComparableColumn;
import orm.api.expression.Condition;
import orm.api.expression.Source;
import orm.api.expression.TextColumn;
import orm.api.model.EntityTable;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;

/** Table {@code box}: every kind of {@link Box}, told apart by column {@code kind}. */
@Generated("orm.processor")
@NullMarked
public final class Box_ extends EntityTable<Box, Integer> {
  /** The table under its own name. */
  public static final Box_ BOX = new Box_(Source.root());

  /** Column {@code kind}, which tells the subtypes apart. */
  public final TextColumn<Box> kind = new TextColumn<>(source, "kind");

  /** Column {@code id}. */
  public final ComparableColumn<Box, Integer> id =
      new ComparableColumn<>(source, "id", Integer.class);

  private @Nullable Crate_ cratePath;

  /** Makes an instance of the table, for a path or an alias. */
  public Box_(Source<Box> source) {
    super("box", source, Mapping.INSTANCE);
  }

  @Override
  public Box_ as(String alias) {
    return new Box_(source.as(alias));
  }

  /**
   * The same rows seen as {@link Box.Crate}, without a join; the columns of other rows are null.
   */
  public Crate_ crate() {
    Crate_ path = cratePath;
    if (path == null) {
      path = new Crate_(source.subtype("1"));
      cratePath = path;
    }
    return path;
  }

  /** Is a {@link Box.Crate}. */
  public Condition isCrate() {
    return kind.eq("1");
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Box, Integer> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Box read(Row row) {
      String kind = row.nextText();
      return switch (kind) {
        case "1" -> Crate_.readRest(row);
        default -> {
          Failure failure = Failure.of(ErrorCode.MAPPING_FAILED, "Cannot read Box");
          throw new MappingException(
              failure.because("box.kind is " + kind + ", which no subtype has"));
        }
      };
    }

    @Override
    public void write(Box box, Binder out) {
      Box.Crate crate = (Box.Crate) box;
      Crate_.CRATE.mapping().write(crate, out);
    }

    @Override
    public Box beforeInsert(Box box, Stamp stamp) {
      Box.Crate crate = (Box.Crate) box;
      return Crate_.CRATE.mapping().beforeInsert(crate, stamp);
    }

    @Override
    public Box beforeUpdate(Box box, Stamp stamp) {
      Box.Crate crate = (Box.Crate) box;
      return Crate_.CRATE.mapping().beforeUpdate(crate, stamp);
    }

    @Override
    public Box withGenerated(Box box, Row row) {
      Box.Crate crate = (Box.Crate) box;
      return Crate_.CRATE.mapping().withGenerated(crate, row);
    }

    @Override
    public Box withNextVersion(Box box) {
      Box.Crate crate = (Box.Crate) box;
      return Crate_.CRATE.mapping().withNextVersion(crate);
    }

    @Override
    public @Nullable Integer key(Box box) {
      Box.Crate crate = (Box.Crate) box;
      return Crate_.CRATE.mapping().key(crate);
    }

    @Override
    public void writeKey(Integer key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return """
          table box
          column kind enum(1)
          column id int
          discriminator kind
          primary key (id)
          """;
    }

    @Override
    public String schemaHash() {
      return "40d7cd8ad2a8936c";
    }
  }
}
