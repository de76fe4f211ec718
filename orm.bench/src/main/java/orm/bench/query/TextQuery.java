package orm.bench.query;

import java.util.List;

/** A StringBuilder that writes what the ORM writes. */
final class TextQuery implements QueryMaker {
  private static final String CONSTANT = text(LIMIT);

  private static String text(int limit) {
    return new StringBuilder()
        .append("SELECT `novel`.`title` FROM `novel`")
        .append(" JOIN `author` ON `author`.`id` = `novel`.`author_id`")
        .append(" JOIN `publisher` ON `publisher`.`id` = `novel`.`publisher_id`")
        .append(" WHERE `author`.`country` = ?")
        .append(" AND `publisher`.`city` = ?")
        .append(" AND `novel`.`pages` >= ?")
        .append(" AND `novel`.`published` >= ?")
        .append(" AND `novel`.`in_print` = ?")
        .append(" ORDER BY `novel`.`published`, `novel`.`id`")
        .append(" LIMIT ")
        .append(limit)
        .toString();
  }

  private static List<?> values(Wanted wanted) {
    return List.of(
        wanted.country(), wanted.city(), wanted.pages(), wanted.since(), wanted.inPrint());
  }

  @Override
  public Written build(Wanted wanted, int limit) {
    return write(wanted, limit);
  }

  @Override
  public Written write(Wanted wanted, int limit) {
    return new Written(text(limit), values(wanted));
  }

  @Override
  public Written writeConstant(Wanted wanted) {
    return new Written(CONSTANT, values(wanted));
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
