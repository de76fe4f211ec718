package orm.test.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** bnd writes the module descriptors; these are the properties that applications count on. */
class ModuleDescriptorTest {

  @Test
  void modulesResolveWithoutTheAnnotationsTheyWereCompiledWith() {
    Configuration configuration = ModuleLayer.boot()
        .configuration()
        .resolve(ModulePath.finder(), ModuleFinder.of(), ModulePath.MODULES);

    assertTrue(configuration.findModule("orm.engine").isPresent());
    assertFalse(configuration.findModule("org.jspecify").isPresent());
  }

  @ParameterizedTest
  @FieldSource("orm.test.module.ModulePath#MODULES")
  void modulesAreNamedAndClosed(String module) {
    ModuleDescriptor descriptor = ModulePath.descriptor(module);

    assertFalse(descriptor.isAutomatic());
    assertFalse(descriptor.isOpen());
  }

  @ParameterizedTest
  @FieldSource("orm.test.module.ModulePath#MODULES")
  void onlyTheApiExportsPackages(String module) {
    Set<String> exported = ModulePath.descriptor(module).exports().stream()
        .map(Exports::source)
        .collect(Collectors.toSet());

    assertEquals(module.equals("orm.api"), !exported.isEmpty(), () -> module + ": " + exported);
  }
}
