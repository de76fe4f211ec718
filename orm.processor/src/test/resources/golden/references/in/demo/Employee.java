package demo;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Column;
import orm.api.annotation.Default;
import orm.api.annotation.Entity;
import orm.api.annotation.ForeignKey;
import orm.api.annotation.ForeignKey.OnDelete;
import orm.api.annotation.ForeignKey.OnUpdate;
import orm.api.annotation.Id;
import orm.api.annotation.Index;
import orm.api.annotation.RenamedFrom;
import orm.api.annotation.Sensitive;
import orm.api.annotation.Unique;
import orm.api.model.Ref;

/** Refers to its own kind and to others. */
@Entity
public record Employee(
    @Id int id,
    @Column("reports_to") @Nullable Ref<Employee> manager,
    @ForeignKey(onDelete = OnDelete.SET_NULL) Optional<Ref<Employee>> mentor,
    @ForeignKey(onDelete = OnDelete.CASCADE, deferred = true) @Index Ref<demo.office.Desk> desk,
    @Default("1") @ForeignKey(
            name = "employee_buddy",
            onDelete = OnDelete.SET_DEFAULT,
            onUpdate = OnUpdate.RESTRICT,
            deferrable = true)
        Ref<Employee> buddy,
    @Unique @RenamedFrom("spare_id") @Sensitive Ref<demo.office.Desk> spareDesk) {}
