package demo;

import orm.api.annotation.Entity;
import orm.api.annotation.RenamedFrom;

/** Records outside the interface, one level deeper, with a key of several components. */
@Entity(table = "figure", discriminator = "figure_kind")
@RenamedFrom("shape")
public sealed interface Shape permits Round, Square {}
