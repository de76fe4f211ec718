package orm.processor.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * Reads the annotations of Jakarta Validation, which are known by their full names only: nobody who
 * writes none needs them.
 */
final class JakartaRules {
  private static final String PACKAGE = "jakarta.validation.constraints.";
  private static final String DEFAULT = "jakarta.validation.groups.Default";

  /** Those that refuse null. */
  private static final Set<String> REQUIRED = Set.of("NotNull", "NotBlank", "NotEmpty");

  private JakartaRules() {}

  /**
   * One annotation.
   *
   * @param name its simple name
   * @param annotation what it says
   */
  record Rule(String name, AnnotationMirror annotation) {

    /** Whether it holds for every write. */
    boolean always() {
      List<TypeElement> groups = Annotations.classes(annotation, "groups");
      return groups.isEmpty()
          || groups.stream().anyMatch(it -> it.getQualifiedName().contentEquals(DEFAULT));
    }

    Optional<Long> number(String member) {
      return Annotations.value(annotation, member)
          .map(AnnotationValue::getValue)
          .filter(Number.class::isInstance)
          .map(value -> ((Number) value).longValue());
    }

    String text(String member) {
      return Annotations.text(annotation, member);
    }
  }

  /** Those about the value that a column keeps; that of an {@code Optional} has its own. */
  static List<Rule> ofValue(RecordComponentElement component) {
    TypeMirror bare = Declarations.bare(component);
    return bare == component.asType() ? ofComponent(component) : read(List.of(bare));
  }

  /** Those of them that hold for every write. */
  static List<Rule> alwaysOfValue(RecordComponentElement component) {
    return ofValue(component).stream().filter(Rule::always).toList();
  }

  /** Those on the component, whatever it is. */
  static List<Rule> ofComponent(RecordComponentElement component) {
    List<AnnotatedConstruct> places = new ArrayList<>(Annotations.carriers(component));
    places.add(component.asType());
    return read(places);
  }

  /** Whether null is refused at every write. */
  static boolean refusesNull(RecordComponentElement component) {
    return alwaysOfValue(component).stream().anyMatch(rule -> REQUIRED.contains(rule.name()));
  }

  /** The compiler copies an annotation to several places. */
  private static List<Rule> read(List<? extends AnnotatedConstruct> places) {
    Map<String, Rule> rules = new LinkedHashMap<>();
    for (AnnotatedConstruct place : places) {
      for (AnnotationMirror annotation : place.getAnnotationMirrors()) {
        String name = Annotations.name(annotation);
        if (!name.startsWith(PACKAGE)) {
          continue;
        }
        String simple = name.substring(PACKAGE.length());
        if (simple.endsWith(".List")) {
          String single = simple.substring(0, simple.length() - ".List".length());
          Annotations.value(annotation, "value")
              .ifPresent(value -> Annotations.nested(value)
                  .forEach(it -> rules.putIfAbsent(it.toString(), new Rule(single, it))));
        } else {
          rules.putIfAbsent(annotation.toString(), new Rule(simple, annotation));
        }
      }
    }
    return List.copyOf(rules.values());
  }
}
