// Generated from demo.Customer; edit that record instead.
package demo;

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

/** Table {@code customer}, whose rows are {@link Customer}. */
@Generated("orm.processor")
@NullMarked
public final class Customer_ extends EntityTable<Customer, Integer> {
  /** The table under its own name. */
  public static final Customer_ CUSTOMER = new Customer_(Source.root());

  /** Column {@code id}. */
  public final ComparableColumn<Customer, Integer> id =
      new ComparableColumn<>(source, "id", Integer.class);

  /** Makes an instance of the table, for a path or an alias. */
  public Customer_(Source<Customer> source) {
    super("customer", source, Mapping.INSTANCE);
  }

  @Override
  public Customer_ as(String alias) {
    return new Customer_(source.as(alias));
  }

  /** A copy to be changed: {@code Customer_.edit(customer).id(…).done()}. */
  public static Edit edit(Customer customer) {
    return new Edit(customer);
  }

  @NullUnmarked
  private static final class Mapping implements EntityMapping<Customer, Integer> {
    static final Mapping INSTANCE = new Mapping();

    @Override
    public Customer read(Row row) {
      return new Customer(row.nextInt());
    }

    @Override
    public void write(Customer customer, Binder out) {
      out.bind(customer.id());
    }

    @Override
    public Customer beforeInsert(Customer customer, Stamp stamp) {
      return customer;
    }

    @Override
    public Customer beforeUpdate(Customer customer, Stamp stamp) {
      return customer;
    }

    @Override
    public Customer withGenerated(Customer customer, Row row) {
      return customer;
    }

    @Override
    public Customer withNextVersion(Customer customer) {
      return customer;
    }

    @Override
    public Integer key(Customer customer) {
      return customer.id();
    }

    @Override
    public void writeKey(Integer key, Binder out) {
      out.bind(key);
    }

    @Override
    public String schema() {
      return """
          table customer
          column id int
          primary key (id)
          """;
    }

    @Override
    public String schemaHash() {
      return "462d87243747caee";
    }
  }

  /** Changes components of {@link Customer} one by one. */
  public static final class Edit {
    private int id;

    private Edit(Customer customer) {
      id = customer.id();
    }

    /** Changes {@code id}. */
    public Edit id(int id) {
      this.id = id;
      return this;
    }

    /** {@return the record with the changes} */
    public Customer done() {
      return new Customer(id);
    }
  }
}
