package orm.processor.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import orm.api.annotation.Entity;
import orm.api.annotation.ManyToMany;
import orm.api.schema.ForeignKeySchema;
import orm.api.schema.LinkSchema;
import orm.api.schema.Naming;
import orm.processor.model.KeyModel;
import orm.processor.model.LinkPath;
import orm.processor.model.Target;
import orm.processor.report.ProblemCode;

/** Reads the paths that lead through link tables. */
final class LinkReader {
  private final Round round;
  private final TypeElement entity;
  private final Target self;

  LinkReader(Round round, TypeElement entity, Target self) {
    this.round = round;
    this.entity = entity;
    this.self = self;
  }

  List<LinkPath> read() {
    List<LinkPath> paths = new ArrayList<>();
    Map<String, String> tables = new HashMap<>();
    for (AnnotationMirror annotation : Annotations.all(entity, ManyToMany.class)) {
      Optional<LinkPath> path = path(annotation);
      path.ifPresent(paths::add);
      path.filter(it -> it.schema().isPresent()).ifPresent(it -> {
        String other = tables.putIfAbsent(it.table(), it.name());
        if (other != null) {
          refuse(
              it.name(),
              "its link table " + it.table() + " is that of " + other,
              "Name another one with @ManyToMany(table = \"…\").");
        }
      });
    }
    return paths;
  }

  private Optional<LinkPath> path(AnnotationMirror annotation) {
    String name = Annotations.text(annotation, "name");
    String mappedBy = Annotations.text(annotation, "mappedBy");
    Optional<TypeElement> element = target(annotation);
    if (element.isEmpty() || !Annotations.has(element.get(), Entity.class)) {
      String found = element.map(it -> it.getSimpleName().toString()).orElse("its target");
      return refuse(
          name,
          found + " is no entity",
          "Annotate " + found + " with @Entity, or name an entity as target.");
    }
    Optional<Target> target = new TargetReader(round).target(element.get());
    if (target.isEmpty()) {
      return Optional.empty();
    }
    if (mappedBy.isEmpty()) {
      return schema(annotation, name, self, target.get())
          .map(link -> new LinkPath(
              name,
              target.get().entity(),
              link.table(),
              link.left().names(),
              link.right().names(),
              Optional.of(link),
              entity));
    }
    return mapped(annotation, name, mappedBy, element.get(), target.get());
  }

  private static Optional<TypeElement> target(AnnotationMirror annotation) {
    return Annotations.classes(annotation, "target").stream().findFirst();
  }

  /** The same link table, seen from the side that did not declare it. */
  private Optional<LinkPath> mapped(
      AnnotationMirror annotation, String name, String mappedBy, TypeElement other, Target target) {
    String otherName = other.getSimpleName().toString();
    if (!Annotations.text(annotation, "table").isEmpty()
        || !Annotations.texts(annotation, "columns").isEmpty()
        || !Annotations.texts(annotation, "targetColumns").isEmpty()
        || !Annotations.text(annotation, "onDelete").isEmpty()
        || !Annotations.text(annotation, "targetOnDelete").isEmpty()) {
      return refuse(
          name,
          "the link table is declared by " + otherName + "." + mappedBy,
          "Name table, columns and actions there.");
    }
    Optional<AnnotationMirror> owner = Annotations.all(other, ManyToMany.class).stream()
        .filter(it -> Annotations.text(it, "name").equals(mappedBy)
            && Annotations.text(it, "mappedBy").isEmpty()
            && target(it).filter(entity::equals).isPresent())
        .findFirst();
    if (owner.isEmpty()) {
      return refuse(
          name,
          otherName + " declares no link " + mappedBy + " to " + entity.getSimpleName(),
          "Put @ManyToMany(name = \""
              + mappedBy
              + "\", target = "
              + entity.getSimpleName()
              + ".class) on "
              + otherName
              + ", or leave mappedBy out.");
    }
    return schema(owner.get(), mappedBy, target, self)
        .map(link -> new LinkPath(
            name,
            target.entity(),
            link.table(),
            link.right().names(),
            link.left().names(),
            Optional.empty(),
            entity));
  }

  private Optional<LinkSchema> schema(
      AnnotationMirror annotation, String name, Target owner, Target target) {
    String table = Annotations.text(annotation, "table");
    if (table.isEmpty()) {
      table = owner.table() + "_" + target.table();
    }
    boolean toItself = owner.table().equals(target.table());
    List<String> left = names(Annotations.texts(annotation, "columns"), owner.table(), owner);
    List<String> right = names(
        Annotations.texts(annotation, "targetColumns"),
        toItself ? Naming.snakeCase(name) : target.table(),
        target);
    int leftSize = owner.key().columns().size();
    int rightSize = target.key().columns().size();
    if (left.size() != leftSize || right.size() != rightSize) {
      boolean isLeft = left.size() != leftSize;
      Target side = isLeft ? owner : target;
      return refuse(
          name,
          "the key of " + side.entity().simpleName() + " has "
              + columns(side.key().columns().size()) + ", and "
              + (isLeft ? "columns" : "targetColumns") + " names "
              + (isLeft ? left : right).size(),
          "Name one for each, or none.");
    }
    Set<String> all = new LinkedHashSet<>(left);
    all.addAll(right);
    if (all.size() < leftSize + rightSize) {
      return refuse(
          name,
          "two columns of its link table have one name",
          "Name them with columns and targetColumns.");
    }
    if (table.equals(owner.table()) || table.equals(target.table())) {
      return refuse(
          name,
          "its link table has the name of an entity's table",
          "Name another one; an entity between the two is reached with @OneToMany.");
    }
    ForeignKeySchema.Action onDelete = onDelete(annotation, "onDelete");
    ForeignKeySchema.Action targetOnDelete = onDelete(annotation, "targetOnDelete");
    for (ForeignKeySchema.Action action : List.of(onDelete, targetOnDelete)) {
      if (action == ForeignKeySchema.Action.SET_NULL
          || action == ForeignKeySchema.Action.SET_DEFAULT) {
        return refuse(
            name,
            "a link is the key of its own row, which " + action + " would change",
            "Use CASCADE, RESTRICT or NO_ACTION.");
      }
    }
    return Optional.of(new LinkSchema(
        name, table, side(left, owner, onDelete), side(right, target, targetOnDelete)));
  }

  private static String columns(int size) {
    return size == 1 ? "1 column" : size + " columns";
  }

  private static List<String> names(List<String> given, String prefix, Target target) {
    return given.isEmpty()
        ? target.key().columns().stream().map(it -> prefix + "_" + it.name()).toList()
        : given;
  }

  private static ForeignKeySchema.Action onDelete(AnnotationMirror annotation, String member) {
    String given = Annotations.text(annotation, member);
    return given.isEmpty()
        ? ForeignKeySchema.Action.CASCADE
        : ForeignKeySchema.Action.valueOf(given);
  }

  private static LinkSchema.Side side(
      List<String> names, Target target, ForeignKeySchema.Action onDelete) {
    List<KeyModel.Column> keys = target.key().columns();
    List<LinkSchema.Column> columns = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      columns.add(new LinkSchema.Column(names.get(i), keys.get(i).type()));
    }
    return new LinkSchema.Side(
        columns, target.table(), keys.stream().map(KeyModel.Column::name).toList(), onDelete);
  }

  private <T> Optional<T> refuse(String name, String why, String fix) {
    round
        .problems()
        .error(
            ProblemCode.INVALID_MANY_TO_MANY,
            entity,
            "Cannot make a path " + entity.getSimpleName() + "." + name,
            why,
            fix);
    return Optional.empty();
  }
}
