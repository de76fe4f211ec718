package orm.processor.read;

import java.util.ArrayList;
import java.util.List;
import orm.api.schema.ColumnSchema;
import orm.processor.model.Component;
import orm.processor.model.JavaName;
import orm.processor.model.KeyModel;

/** Makes the key of an entity from its components. */
final class Keys {
  private Keys() {}

  static KeyModel of(JavaName entity, List<Component> ids) {
    List<KeyModel.Part> parts = new ArrayList<>();
    for (Component id : ids) {
      if (id instanceof Component.Value value) {
        parts.add(new KeyModel.Single(value.name(), value.value(), column(value.column())));
      } else if (id instanceof Component.Reference reference) {
        parts.add(new KeyModel.Leading(
            reference.name(),
            reference.target(),
            reference.columns().stream().map(Keys::column).toList()));
      }
    }
    return new KeyModel(entity, parts);
  }

  private static KeyModel.Column column(ColumnSchema column) {
    return new KeyModel.Column(column.name(), column.component(), column.type());
  }
}
