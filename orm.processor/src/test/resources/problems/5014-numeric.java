package demo;

import java.util.*;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.*;
import orm.api.model.Ref;

@Entity
record Problem(
    @Id int id,
    @Numeric(precision = 5, scale = 2) double fraction,
//^ ORM-5014 Cannot map Problem.fraction: precision and scale belong to decimals. Declare it as BigDecimal, or remove @Numeric.
    @Numeric(precision = 0, scale = 0) java.math.BigDecimal none,
//^ ORM-5014 Cannot map Problem.none: there is no decimal of precision 0 and scale 0. Let the precision be from 1 to 1000, and the scale from 0 to the precision.
    @Numeric(precision = 2, scale = 3) List<java.math.BigDecimal> list) {}
//^ ORM-5014 Cannot map Problem.list: there is no decimal of precision 2 and scale 3. Let the precision be from 1 to 1000, and the scale from 0 to the precision.
