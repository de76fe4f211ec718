package orm.test.chinook;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Column;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.model.Ref;

/** Who works in the shop. */
@Entity
public record Employee(
    @Id int employeeId,
    @Column(length = 20) String lastName,
    @Column(length = 20) String firstName,
    @Nullable @Column(length = 30) String title,
    @Nullable @Column("reports_to") Ref<Employee> reportsTo,
    @Nullable LocalDateTime birthDate,
    @Nullable LocalDateTime hireDate,
    @Nullable @Column(length = 70) String address,
    @Nullable @Column(length = 40) String city,
    @Nullable @Column(length = 40) String state,
    @Nullable @Column(length = 40) String country,
    @Nullable @Column(length = 10) String postalCode,
    @Nullable @Column(length = 24) String phone,
    @Nullable @Column(length = 24) String fax,
    @Nullable @Column(length = 60) String email) {}
