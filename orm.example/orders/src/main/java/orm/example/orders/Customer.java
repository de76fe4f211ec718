package orm.example.orders;

import org.jspecify.annotations.Nullable;
import orm.api.annotation.Column;
import orm.api.annotation.Entity;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;
import orm.api.annotation.OneToMany;
import orm.api.annotation.Sensitive;
import orm.api.annotation.Unique;

/**
 * Somebody who orders.
 *
 * @param id null before the row is inserted
 * @param name the full name
 * @param email where receipts go
 */
@Entity
@OneToMany(name = "orders", target = Order.class, mappedBy = "customer")
public record Customer(
    @Id @Generated @Nullable Long id,
    String name,
    @Unique @Sensitive @Column(length = 254) String email) {

  /** Makes a customer who is not stored yet. */
  public Customer(String name, String email) {
    this(null, name, email);
  }
}
