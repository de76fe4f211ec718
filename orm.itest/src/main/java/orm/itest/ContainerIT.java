package orm.itest;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.test.common.annotation.InjectBundleContext;

/** The tests of this bundle prove something only if they run in a framework, as bundles. */
class ContainerIT {

  @InjectBundleContext
  BundleContext context;

  @Test
  void testsRunInTheFrameworkThatWasAskedFor() {
    Bundle framework = context.getBundle(Constants.SYSTEM_BUNDLE_ID);

    assertEquals(System.getProperty("orm.itest.framework"), framework.getSymbolicName());
    assertEquals("orm.itest", FrameworkUtil.getBundle(ContainerIT.class).getSymbolicName());
  }

  @Test
  void ourBundlesAreActive() {
    Map<String, Bundle> bundles =
        Stream.of(context.getBundles()).collect(toMap(Bundle::getSymbolicName, identity()));

    for (String name : List.of(
        "orm.api",
        "orm.engine",
        "orm.dialect.postgres",
        "orm.dialect.sqlite",
        "orm.shell",
        "orm.itest")) {
      Bundle bundle = bundles.get(name);
      assertNotNull(bundle, () -> name + " is not among " + bundles.keySet());
      assertEquals(Bundle.ACTIVE, bundle.getState(), name);
    }
  }
}
