package orm.engine.plan;

/**
 * What a filter demands of the rows of one table.
 *
 * @param filter the position of the filter in its set; {@link StatementFilters#DELETED} for rows
 *     that were deleted softly
 * @param name its name
 * @param condition the condition
 */
record FilterCondition(int filter, String name, PlanNode condition) {}
