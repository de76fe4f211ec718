package orm.processor.read;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import orm.api.annotation.Entity;
import orm.processor.model.Component;
import orm.processor.model.EntityModel;
import orm.processor.model.HierarchyModel;
import orm.processor.model.InversePath;
import orm.processor.model.JavaName;
import orm.processor.model.LinkPath;

/** Reads the entities that a projection passes, each once. */
final class EntityFaces {
  private final Round round;
  private final Map<TypeElement, Optional<EntityFace>> known = new HashMap<>();

  EntityFaces(Round round) {
    this.round = round;
  }

  /** The face of an entity; empty where it has problems, which are reported there. */
  Optional<EntityFace> of(TypeElement entity) {
    Optional<EntityFace> face = known.get(entity);
    if (face == null) {
      face = read(entity);
      known.put(entity, face);
    }
    return face;
  }

  Optional<EntityFace> of(JavaName entity) {
    return Optional.ofNullable(round.elements().getTypeElement(entity.qualifiedName()))
        .flatMap(this::of);
  }

  private Optional<EntityFace> read(TypeElement type) {
    if (!Annotations.has(type, Entity.class)) {
      return new HierarchyReader(round)
          .readEntityOf(type)
          .flatMap(hierarchy -> hierarchy.subtypes().stream()
              .filter(it -> it.record().element().equals(type))
              .findFirst())
          .map(it -> face(type, it.record().components(), List.of(), List.of()));
    }
    if (type.getKind() == ElementKind.INTERFACE) {
      Optional<HierarchyModel> hierarchy = new HierarchyReader(round).read(type);
      return hierarchy
          .filter(it -> !it.subtypes().isEmpty())
          .map(it -> face(type, it.common(), it.inverses(), it.links()));
    }
    Optional<EntityModel> entity = new EntityReader(round).read(type);
    return entity.map(it -> face(type, it.record().components(), it.inverses(), it.links()));
  }

  private EntityFace face(
      TypeElement type,
      List<Component> components,
      List<InversePath> inverses,
      List<LinkPath> links) {
    Map<String, JavaName> toMany = new LinkedHashMap<>();
    inverses.forEach(path -> toMany.put(path.name(), path.target()));
    links.forEach(path -> toMany.put(path.name(), path.target()));
    return new EntityFace(type, Names.of(type, round.elements()), components, toMany);
  }
}
