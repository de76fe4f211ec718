package orm.spi.dialect;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A piece of a statement that writes itself where it is wanted; each writing adds its binds anew.
 */
@ProviderType
@FunctionalInterface
public interface SqlPart {
  /**
   * Writes this piece.
   *
   * @param out takes text and binds
   */
  void writeTo(SqlWriter out);
}
