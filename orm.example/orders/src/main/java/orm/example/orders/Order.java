package orm.example.orders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.CreatedAt;
import orm.api.annotation.Entity;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;
import orm.api.annotation.OneToMany;
import orm.api.model.Ref;

/**
 * What a customer ordered at one time. SQL has {@code ORDER} for itself, hence the table's name.
 *
 * @param id null before the row is inserted
 * @param customer who ordered
 * @param placedAt when the row was inserted; the engine sets it then
 */
@Entity(table = "orders")
@OneToMany(name = "lines", target = OrderLine.class, mappedBy = "order")
public record Order(
    @Id @Generated @Nullable Long id,
    Ref<Customer> customer,
    @CreatedAt Instant placedAt) {

  /** Makes an order that is not stored yet. */
  public Order(Ref<Customer> customer) {
    this(null, customer, Instant.EPOCH);
  }
}
