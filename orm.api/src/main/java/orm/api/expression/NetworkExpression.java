package orm.api.expression;

import org.osgi.annotation.versioning.ProviderType;
import orm.api.type.Cidr;
import orm.api.type.Inet;

/**
 * An address or a network. SQLite keeps them as text and cannot look into them: there only equality
 * is known, and the rest is refused.
 *
 * @param <T> {@link Inet} or {@link Cidr}
 */
@ProviderType
public interface NetworkExpression<T> extends Expression<T> {
  /**
   * Belongs to a network, or is that network.
   *
   * @param network the network, not null
   * @return the condition
   */
  default Condition within(Cidr network) {
    return Nodes.condition(Operator.WITHIN, this, Nodes.value(network));
  }

  /**
   * Is a network that an address belongs to; an address with a prefix counts as its network.
   *
   * @param address the address, not null
   * @return the condition
   */
  default Condition encloses(Inet address) {
    return Nodes.condition(Operator.ENCLOSES, this, Nodes.value(address));
  }

  /**
   * Is a network that has addresses in common with another one.
   *
   * @param network the network, not null
   * @return the condition
   */
  default Condition overlaps(Cidr network) {
    return Nodes.condition(Operator.OVERLAPS, this, Nodes.value(network));
  }
}
