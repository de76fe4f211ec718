package orm.processor.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import orm.processor.model.JavaName;
import orm.processor.model.JavaType;

/** Turns elements and types of the compiler into names. */
final class Names {
  private Names() {}

  static JavaName of(TypeElement type, Elements elements) {
    Deque<String> simpleNames = new ArrayDeque<>();
    for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
      simpleNames.addFirst(at.getSimpleName().toString());
    }
    String packageName = elements.getPackageOf(type).getQualifiedName().toString();
    return new JavaName(packageName, List.copyOf(simpleNames));
  }

  /** How messages name an element: {@code Book}, or {@code Book.author} for a component. */
  static String display(Element element) {
    Element record = element.getEnclosingElement();
    return element.getKind() == ElementKind.RECORD_COMPONENT && record != null
        ? record.getSimpleName() + "." + element.getSimpleName()
        : element.getSimpleName().toString();
  }

  /** The full name of the type around a type that is not nested itself. */
  static String outermost(TypeElement type) {
    TypeElement outermost = type;
    while (outermost.getEnclosingElement() instanceof TypeElement around) {
      outermost = around;
    }
    return outermost.getQualifiedName().toString();
  }

  /** A type as written, with the marks of nullable parts. */
  static JavaType type(TypeMirror type, Elements elements) {
    boolean nullable = Nullness.isMarked(type);
    return switch (type.getKind()) {
      case DECLARED -> {
        DeclaredType declared = (DeclaredType) type;
        List<JavaType> arguments = new ArrayList<>();
        for (TypeMirror argument : declared.getTypeArguments()) {
          arguments.add(type(argument, elements));
        }
        JavaName name = of((TypeElement) declared.asElement(), elements);
        yield new JavaType.Named(name, arguments, nullable);
      }
      case ARRAY ->
        new JavaType.Array(type(((ArrayType) type).getComponentType(), elements), nullable);
      default -> {
        if (type.getKind().isPrimitive()) {
          yield new JavaType.Primitive(keyword(type));
        }
        yield JavaType.of(new JavaName("", List.of(type.toString()))); // for messages only
      }
    };
  }

  /** The name of a primitive type, without annotations. */
  static String keyword(TypeMirror primitive) {
    return primitive.getKind().name().toLowerCase(Locale.ROOT);
  }

  /** Whether other packages see a type. */
  static boolean isVisible(TypeElement type) {
    for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
      Element around = at.getEnclosingElement();
      boolean inInterface = around != null && around.getKind().isInterface();
      if (!inInterface && !at.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
    }
    return true;
  }

  /** Whether not even the package of a type sees it. */
  static boolean isPrivate(TypeElement type) {
    for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
      if (at.getModifiers().contains(Modifier.PRIVATE)) {
        return true;
      }
    }
    return false;
  }
}
