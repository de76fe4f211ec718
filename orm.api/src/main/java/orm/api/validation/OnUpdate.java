package orm.api.validation;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * The group of rules that hold when a row is updated: {@code @NotNull(groups = OnUpdate.class)}. An
 * upsert of a row with a key heeds {@link OnInsert} as well.
 */
@ConsumerType
public interface OnUpdate {}
