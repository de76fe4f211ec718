package orm.test.chinook;

import org.jspecify.annotations.Nullable;
import orm.api.annotation.Column;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.model.Ref;

/** Who buys. */
@Entity
public record Customer(
    @Id int customerId,
    @Column(length = 40) String firstName,
    @Column(length = 20) String lastName,
    @Nullable @Column(length = 80) String company,
    @Nullable @Column(length = 70) String address,
    @Nullable @Column(length = 40) String city,
    @Nullable @Column(length = 40) String state,
    @Nullable @Column(length = 40) String country,
    @Nullable @Column(length = 10) String postalCode,
    @Nullable @Column(length = 24) String phone,
    @Nullable @Column(length = 24) String fax,
    @Column(length = 60) String email,
    @Nullable Ref<Employee> supportRep) {}
