package orm.api.validation;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * The group of rules that hold when a row is inserted: {@code @Null(groups = OnInsert.class)}. An
 * upsert of a row with a key heeds {@link OnUpdate} as well.
 */
@ConsumerType
public interface OnInsert {}
