// Generated from demo.shop.stock.Item; edit that record instead.
package demo.shop.stock;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import orm.api.expression.ComparableColumn;
import orm.api.expression.Source;
import orm.api.model.EntityTable;
import orm.spi.mapping.Binder;
import orm.spi.mapping.EntityMapping;
import orm.spi.mapping.Row;
import orm.spi.mapping.Stamp;

/** Table {@code item}, whose rows are {@link Item}. */
@Generated("orm.processor")
@NullMarked
public final class Item_ extends EntityTable<Item, Integer> {
  /** The table under its own name. */
  public static final Item_ ITEM = new Item_(Source.root());

  /** Column {@code id}. */
  public final ComparableColumn<Item, Integer> id =
      new ComparableColumn<>(source, "id", Integer.class);

  /** Makes an instance of the table, for a path or an alias. */
  public Item_(Source<Item> source) {
    super("item", source, Mapping.INSTANCE);
  }

  @Override
  public Item_ as(String alias) {
    return new Item_(source.as(alias));
  }

  /** A copy to be changed: {@code Item_.edit(item).id(…).done()}. */
  public static Edit edit(Item item) {
    return new Edit(item);
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Item, Integer> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Item read(Row row) {
      return new Item(row.nextInt());
    }

    @Override
    public void write(Item item, Binder out) {
      out.bind(item.id());
    }

    @Override
    public Item beforeInsert(Item item, Stamp stamp) {
      return item;
    }

    @Override
    public Item beforeUpdate(Item item, Stamp stamp) {
      return item;
    }

    @Override
    public Item withGenerated(Item item, Row row) {
      return item;
    }

    @Override
    public Item withNextVersion(Item item) {
      return item;
    }

    @Override
    public Integer key(Item item) {
      return item.id();
    }

    @Override
    public void writeKey(Integer key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return """
          table item
          column id int
          primary key (id)
          """;
    }

    @Override
    public String schemaHash() {
      return "76a447ac36d5b25e";
    }
  }

  /** Changes components of {@link Item} one by one. */
  public static final class Edit {
    private int id;

    private Edit(Item item) {
      id = item.id();
    }

    /** Changes {@code id}. */
    public Edit id(int id) {
      this.id = id;
      return this;
    }

    /** {@return the record with the changes} */
    public Item done() {
      return new Item(id);
    }
  }
}
