package orm.engine;

import java.time.Clock;
import orm.engine.eyes.Eyes;
import orm.engine.filter.RowFilters;
import orm.engine.lifecycle.Lifecycle;
import orm.engine.plan.Converters;
import orm.engine.validation.Validators;

/**
 * What a database uses beside its dialect. Each part follows the plugins as they come and go.
 *
 * @param converters convert types of the user's
 * @param eyes look at what runs
 * @param validators check rows
 * @param filters hide rows
 * @param lifecycle what happens to rows beside their statements
 * @param migrations what there is of migrations
 * @param clock tells the time of writes
 */
public record Features(
    Converters converters,
    Eyes eyes,
    Validators validators,
    RowFilters filters,
    Lifecycle lifecycle,
    MigrationPlugins migrations,
    Clock clock) {}
