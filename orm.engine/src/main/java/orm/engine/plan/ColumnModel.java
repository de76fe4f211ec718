package orm.engine.plan;

import org.jspecify.annotations.Nullable;
import orm.api.schema.ColumnSchema;
import orm.api.schema.ColumnType;
import orm.spi.convert.TypeConverter;

/**
 * A column as the engine uses it in one database.
 *
 * @param entity the simple name of the entity, for messages
 * @param schema its definition
 * @param name its name in the database, not quoted
 * @param type how its values are stored: that of the converter where there is one
 * @param converter converts its values; null where none is needed
 * @param place the place in the model, for messages
 */
public record ColumnModel(
    String entity,
    ColumnSchema schema,
    String name,
    ColumnType type,
    @Nullable TypeConverter<?, ?> converter,
    String place) {}
