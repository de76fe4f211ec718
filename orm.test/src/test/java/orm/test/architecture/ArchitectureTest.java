package orm.test.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.sql.DriverManager;
import orm.engine.cache.PeerLink;

/**
 * The rules that keep the rooms apart and the promises of the manual true, for every bundle that we
 * ship and for the example bundles.
 */
@AnalyzeClasses(
    packages = {
      "orm.api",
      "orm.spi",
      "orm.processor",
      "orm.engine",
      "orm.dialect",
      "orm.migration",
      "orm.jfr",
      "orm.micrometer",
      "orm.opentelemetry",
      "orm.shell",
      "orm.validation",
      "orm.cache",
      "orm.events",
      "orm.health",
      "orm.karaf"
    },
    locations = ExampleClasses.class,
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /** What annotations may come from: they are gone, or ignored, at run time. */
  private static final String[] ANNOTATIONS = {
    "org.jspecify.annotations", "org.osgi.annotation..", "aQute.bnd.annotation.."
  };

  @ArchTest
  static final ArchRule noPackageIsInACycle = slices()
      .matching("(**)")
      .should()
      .beFreeOfCycles()
      .because("a cycle of packages is a design question to settle, not a warning to silence");

  @ArchTest
  static final ArchRule theApiKnowsNoImplementation = classes()
      .that()
      .resideInAnyPackage("orm.api..", "orm.spi..")
      .should()
      .onlyDependOnClassesThat(
          are(resideInAnyPackage("java..", "javax.sql..", "orm.api..", "orm.spi..")
              .or(resideInAnyPackage(ANNOTATIONS))))
      .because("applications compile against the API alone");

  /** The mapping SPI, and what its signatures name. */
  private static final String[] FOUNDATION = {
    "orm.spi.mapping", "orm.api.error", "orm.api.json", "orm.api.type"
  };

  @ArchTest
  static final ArchRule theMappingSpiIsTheFoundation = classes()
      .that()
      .resideInAnyPackage(FOUNDATION)
      .should()
      .onlyDependOnClassesThat(are(resideInAnyPackage("java..")
          .or(resideInAnyPackage(FOUNDATION))
          .or(resideInAnyPackage(ANNOTATIONS))))
      .because("generated code and everything else stands on it");

  @ArchTest
  static final ArchRule bundlesMeetInTheApi = slices()
      .assignedFrom(new ImplementationBundles())
      .should()
      .notDependOnEachOther()
      .because("the engine, a dialect and the shell are replaced one by one");

  @ArchTest
  static final ArchRule driversAreReachedThroughDataSources = noClasses()
      .should()
      .dependOnClassesThat()
      .areAssignableTo(DriverManager.class)
      .because("DriverManager sees only the drivers of the class path, and breaks after a bundle"
          + " restart");

  @ArchTest
  static final ArchRule nobodyAsksTheContextClassLoader = noClasses()
      .should()
      .callMethodWhere(target(nameMatching("getContextClassLoader"))
          .and(target(owner(assignableTo(Thread.class)))))
      .because("which classes it sees depends on who called");

  @ArchTest
  static final ArchRule nobodyChangesTheContextClassLoader = noClasses()
      .that()
      .areNotAssignableTo(PeerLink.class)
      .should()
      .callMethodWhere(target(nameMatching("setContextClassLoader"))
          .and(target(owner(assignableTo(Thread.class)))))
      .because("only a thread that outlives the call lets go of its caller's loader");

  @ArchTest
  static final ArchRule noReflection = noClasses()
      .should()
      .dependOnClassesThat()
      .resideInAPackage("java.lang.reflect")
      .orShould()
      .callMethodWhere(target(nameMatching(
              "(getDeclared|getMethod|getField|getConstructor|getRecordComponents|newInstance).*"))
          .and(target(owner(assignableTo(Class.class)))))
      .because("all mapping code is generated at compile time");

  @ArchTest
  static final ArchRule noClassIsLoadedByName = noClasses()
      .should()
      .callMethodWhere(
          target(nameMatching("forName")).and(target(owner(assignableTo(Class.class)))))
      .orShould()
      .callMethodWhere(
          target(nameMatching("loadClass")).and(target(owner(assignableTo(ClassLoader.class)))))
      .because("a name means different classes to different bundles");

  private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> assignableTo(
      Class<?> type) {
    return JavaClass.Predicates.assignableTo(type);
  }
}
