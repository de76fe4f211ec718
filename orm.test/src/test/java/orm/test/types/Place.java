package orm.test.types;

import org.jspecify.annotations.Nullable;
import orm.api.annotation.Embeddable;

/** Columns of whatever it is part of. */
@Embeddable
public record Place(String street, int number, @Nullable String extra) {}
