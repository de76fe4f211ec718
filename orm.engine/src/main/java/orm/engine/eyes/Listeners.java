package orm.engine.eyes;

import java.util.List;
import orm.spi.listen.PoolListener;
import orm.spi.listen.StatementListener;
import orm.spi.listen.TransactionListener;

/**
 * Who is told what happens in a database.
 *
 * @param statements of statements
 * @param transactions of transactions
 * @param pool of connections
 */
public record Listeners(
    Audience<StatementListener> statements,
    Audience<TransactionListener> transactions,
    Audience<PoolListener> pool) {
  /** Makes audiences without anybody. */
  public Listeners() {
    this(new Audience<>(), new Audience<>(), new Audience<>());
  }

  /**
   * Makes audiences.
   *
   * @param statements who is told of statements
   * @param transactions who is told of transactions
   * @param pool who is told of connections
   */
  public Listeners(
      List<StatementListener> statements,
      List<TransactionListener> transactions,
      List<PoolListener> pool) {
    this(new Audience<>(statements), new Audience<>(transactions), new Audience<>(pool));
  }
}
