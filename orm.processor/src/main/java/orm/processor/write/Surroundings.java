package orm.processor.write;

import java.util.function.Predicate;

/**
 * What the compilation offers to generated code.
 *
 * @param hasType tells whether there is a class of a full name, for names that could hide others
 * @param nullMarks whether JSpecify's annotations can be used
 * @param generatedMark whether {@code javax.annotation.processing.Generated} can be used
 */
public record Surroundings(Predicate<String> hasType, boolean nullMarks, boolean generatedMark) {
  SourceWriter writer(String packageName) {
    String prefix = packageName.isEmpty() ? "" : packageName + ".";
    return new SourceWriter(
        packageName, name -> hasType.test(prefix + name), nullMarks, generatedMark);
  }
}
