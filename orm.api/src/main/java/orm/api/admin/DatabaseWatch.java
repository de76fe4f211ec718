package orm.api.admin;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What one database is watched for, and what was seen. Safe for use by several threads.
 *
 * <p>It stays while generations come and go. What it keeps is bounded, and holds no values that
 * were bound to a statement.
 */
@ProviderType
public interface DatabaseWatch {
  /**
   * {@return the settings that say what is watched, by their keys in
   * {@link orm.api.config.DatabaseSettings}, as they are now; sorted, unmodifiable}
   */
  Map<String, String> settings();

  /**
   * Changes what is watched, from the next statement on, until the configuration changes it or the
   * database is opened anew.
   *
   * @param key one of {@link #settings}
   * @param value the value
   * @throws orm.api.error.ConfigurationException if the key is no such setting or the value
   *     malformed
   */
  void set(String key, String value);

  /**
   * {@return what ran while {@code statistics} was on, by its text, that which took most time
   * first; at most 1000 texts, of more those that ran last}
   */
  List<StatementInfo> statements();

  /**
   * {@return the texts of statements that took longer than {@code slow.threshold}, the slowest
   * first, at most 50}
   */
  List<SlowStatement> slow();

  /** {@return what was found, the last first, at most 100} */
  List<Advice> advice();

  /** {@return the transactions that run now, the oldest first, as far as they are watched} */
  List<TransactionInfo> transactions();

  /**
   * Looks now for foreign keys without an index, in the schema in which connections look first.
   * What it finds is among {@link #advice} afterwards.
   *
   * @return what it found
   * @throws orm.api.error.OrmException if the database does not answer
   */
  List<Advice> inspect();

  /** Forgets statistics, slow statements and advice, so that what is found again is told again. */
  void clear();
}
