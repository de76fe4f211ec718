package orm.processor.read;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orm.processor.model.Component;
import orm.processor.model.Fetch;

/**
 * Where a path leads.
 *
 * @param toRows the way to the rows of a nested list; null where the path stays with one row
 * @param rows the entity of these rows, or the one that the path began at
 * @param steps the way from there, without the last component
 * @param end the last component; empty where the path ends at the rows
 * @param absent what on the way may be absent, as the user knows it; null for nothing
 */
record Way(
    @Nullable List<Fetch.Step> toRows,
    EntityFace rows,
    List<Fetch.Step> steps,
    Optional<Component> end,
    @Nullable String absent) {}
