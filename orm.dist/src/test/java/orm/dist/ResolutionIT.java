package orm.dist;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aQute.bnd.osgi.Processor;
import aQute.bnd.osgi.repository.ResourcesRepository;
import aQute.bnd.osgi.resource.CapReqBuilder;
import aQute.bnd.osgi.resource.ResourceBuilder;
import aQute.bnd.osgi.resource.ResourceUtils;
import biz.aQute.resolve.BndResolver;
import biz.aQute.resolve.ResolveProcess;
import biz.aQute.resolve.ResolverLogger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;
import org.osgi.service.resolver.ResolutionException;

/** What a resolver brings along for the bundle of a module, out of all that is handed out. */
class ResolutionIT {
  private static final String ORDERS = "orm.example.orders";
  private static final String CATALOG = "orm.example.catalog";

  @Test
  void aModuleBringsItsPrerequisiteEngineDialectAndDriver() throws Exception {
    SortedSet<String> found = resolve(ORDERS, resources());
    for (String name : List.of(
        ORDERS,
        CATALOG,
        "orm.api",
        "orm.engine",
        "orm.dialect.sqlite",
        "org.xerial.sqlite-jdbc",
        "com.zaxxer.HikariCP")) {
      assertTrue(found.contains(name), () -> name + " is not among " + found);
    }
  }

  @Test
  void aBundleWhoseTablesNeedOthersIsRefused() throws Exception {
    List<Resource> resources = new ArrayList<>(resources());
    Requirement catalog = named(ORDERS, resources).getRequirements("orm.module").get(0);
    resources.remove(named(CATALOG, resources));
    ResourceBuilder tables = new ResourceBuilder(); // needs no class of the other one
    tables.addCapability(new CapReqBuilder("osgi.identity")
        .addAttribute("osgi.identity", "tables")
        .addAttribute("type", "osgi.bundle")
        .addAttribute("version", Version.emptyVersion));
    tables.addRequirement(catalog);
    resources.add(tables.build());
    ResolutionException refused =
        assertThrows(ResolutionException.class, () -> resolve("tables", resources));
    String why = ResolveProcess.format(refused, false);
    assertTrue(why.contains("(orm.module=catalog)"), why);
  }

  private static Resource named(String name, List<Resource> resources) {
    return resources.stream()
        .filter(resource -> name.equals(ResourceUtils.getIdentity(resource)))
        .findFirst()
        .orElseThrow();
  }

  private static List<Resource> resources() throws Exception {
    List<Resource> resources = new ArrayList<>();
    for (String folder : List.of("lib", "bundles", "examples")) {
      try (Stream<Path> files = Files.walk(Path.of("target", "orm", folder))) {
        for (Path file : files.filter(name -> name.toString().endsWith(".jar")).toList()) {
          ResourceBuilder resource = new ResourceBuilder();
          resource.addFile(file.toFile(), file.toUri());
          resources.add(resource.build());
        }
      }
    }
    return resources;
  }

  /** The names of the bundles that a resolver finds for one that is asked for. */
  private static SortedSet<String> resolve(String wanted, List<Resource> resources)
      throws Exception {
    SortedSet<String> names = new TreeSet<>();
    try (Processor run = new Processor();
        ResolverLogger log = new ResolverLogger(0)) {
      run.setProperty("-runrequires", "bnd.identity;id=" + wanted);
      run.setProperty("-runfw", "org.apache.felix.framework");
      run.setProperty("-runee", "JavaSE-17");
      run.setProperty("-resolve.effective", "active");
      run.addBasicPlugin(new ResourcesRepository(resources));
      new ResolveProcess()
          .resolveRequired(run, null, run, new BndResolver(log), List.of(), log)
          .keySet()
          .forEach(resource -> names.add(ResourceUtils.getIdentity(resource)));
    }
    return names;
  }
}
