package orm.engine.eyes;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** What is bound to the parameters of a statement; of many rows, the first where one is wanted. */
public interface Bound {
  /**
   * Binds it once more.
   *
   * @param statement a statement with the same parameters
   * @throws SQLException if the driver refuses
   */
  void bind(PreparedStatement statement) throws SQLException;

  /**
   * Writes it for people.
   *
   * @param out takes the values in the order of the parameters
   */
  void show(BindText out);
}
