package orm.api.migration;

/**
 * One statement of a plan.
 *
 * @param number its number in its part of the file, from 1
 * @param line the line where it begins, from 1; 0 where it comes from no file
 * @param sql its exact text; for a migration in Java words in the place of it
 * @param copyLines how many lines of data a {@code COPY … FROM stdin} sends behind it; 0 for others
 * @param alone whether it runs outside a transaction
 */
public record PlannedStep(int number, int line, String sql, int copyLines, boolean alone) {}
