package orm.example.orders;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Column;
import orm.api.annotation.Entity;
import orm.api.annotation.Generated;
import orm.api.annotation.Id;
import orm.api.annotation.OneToMany;
import orm.api.annotation.Sensitive;
import orm.api.annotation.Unique;

/**
 * Somebody who orders. The validator looks at each one before the database does.
 *
 * @param id null before the row is inserted
 * @param name the full name
 * @param email where receipts go
 */
@Entity
@OneToMany(name = "orders", target = Order.class, mappedBy = "customer")
public record Customer(
    @Id @Generated @Nullable Long id,
    @NotBlank @Size(max = 80) String name,
    @Email @Unique @Sensitive @Column(length = 254) String email) {

  /** Makes a customer who is not stored yet. */
  public Customer(String name, String email) {
    this(null, name, email);
  }
}
