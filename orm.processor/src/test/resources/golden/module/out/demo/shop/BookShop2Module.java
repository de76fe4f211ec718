// Generated from package demo.shop; edit its @Module instead.
package demo.shop;

import demo.shop.stock.Item_;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Capability;
import org.osgi.annotation.bundle.Requirement;
import org.osgi.service.component.annotations.Component;
import orm.api.model.EntityModule;
import orm.api.model.EntityTable;

/** The entities of module {@code book-shop 2}. */
@Generated("orm.processor")
@NullMarked
@Capability(namespace = "orm.module", name = "book-shop 2")
@Requirement(namespace = "orm.module", name = "catalog")
@Requirement(namespace = "orm.module", name = "stock")
@Requirement(
    namespace = "osgi.service",
    filter = "(objectClass=orm.api.Database)",
    effective = "active")
@Component(service = EntityModule.class)
public final class BookShop2Module implements EntityModule {
  /** Made by the service registry or the service loader. */
  public BookShop2Module() {}

  @Override
  public String name() {
    return "book-shop 2";
  }

  @Override
  public List<String> requires() {
    return List.of("catalog", "stock >= 2.1");
  }

  @Override
  public List<EntityTable<?, ?>> tables() {
    return List.of(Shelf_.SHELF, Box_.BOX, Item_.ITEM);
  }
}
