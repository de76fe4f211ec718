package orm.test.proof;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Entity;
import orm.api.annotation.Id;
import orm.api.annotation.Numeric;
import orm.api.annotation.OneToMany;
import orm.api.model.Ref;

/** A part with a column of every kind that queries compute with, mostly nullable. */
@Entity
@OneToMany(name = "pieces", target = Part.class, mappedBy = "whole")
public record Part(
    @Id int id,
    int rank,
    @Nullable Integer size,
    @Nullable Long weight,
    @Nullable @Numeric(precision = 12, scale = 2) BigDecimal price,
    @Nullable @Numeric(precision = 12, scale = 4) BigDecimal rate,
    @Nullable Boolean spare,
    @Nullable LocalDate made,
    @Nullable String label,
    String name,
    @Nullable Ref<Maker> maker,
    @Nullable Ref<Part> whole) {}
