package orm.engine.filter;

import orm.api.expression.Param;

/**
 * A value that a statement takes from a filter.
 *
 * @param filter the position of the filter in its set
 * @param parameter the parameter of its conditions
 * @param entity the entity that it is needed for, for messages
 */
public record FilterValue(int filter, Param<?> parameter, String entity) {}
