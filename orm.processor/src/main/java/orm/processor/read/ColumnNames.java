package orm.processor.read;

import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import org.jspecify.annotations.Nullable;
import orm.api.annotation.Column;
import orm.api.annotation.RenamedFrom;
import orm.api.schema.Naming;

/** Names columns. */
final class ColumnNames {
  private ColumnNames() {}

  /** The name that is given, or that of the component in snake case and a suffix. */
  static String of(RecordComponentElement component, String suffix) {
    Column column = component.getAnnotation(Column.class);
    return column == null || column.value().isEmpty()
        ? Naming.snakeCase(component.getSimpleName().toString()) + suffix
        : column.value();
  }

  /** The former name of a component's column, or of a type's table. */
  static @Nullable String renamedFrom(Element element) {
    RenamedFrom renamed = element.getAnnotation(RenamedFrom.class);
    return renamed == null ? null : renamed.value();
  }
}
