package orm.migration.file;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleReader;
import java.lang.module.ResolvedModule;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds files on the class path and the module path. */
public final class ClassPathFiles implements ModuleFiles {
  /** Stateless. */
  public ClassPathFiles() {}

  @Override
  public Map<String, byte[]> find(Class<?> beside, String folder) throws IOException {
    Map<String, byte[]> found = new TreeMap<>();
    Optional<ResolvedModule> module = module(beside.getModule());
    if (module.isPresent()) {
      inModule(module.get(), folder + "/", found);
      return found;
    }
    ClassLoader loader = beside.getClassLoader();
    for (URL url :
        loader == null ? List.<URL>of() : Collections.list(loader.getResources(folder))) {
      URLConnection connection = url.openConnection();
      if (connection instanceof JarURLConnection jar) {
        jar.setUseCaches(false);
        try (JarFile file = jar.getJarFile()) {
          inJar(file, folder + "/", found);
        }
      } else if (url.getProtocol().equals("file")) {
        inFolder(path(url), found);
      }
    }
    if (found.isEmpty()) {
      inJarOf(beside, folder + "/", found);
    }
    return found;
  }

  private static Optional<ResolvedModule> module(Module module) {
    ModuleLayer layer = module.getLayer();
    return module.isNamed() && layer != null
        ? layer.configuration().findModule(module.getName())
        : Optional.empty();
  }

  /** The reader of a module sees resources that the module keeps to itself. */
  private static void inModule(ResolvedModule module, String folder, Map<String, byte[]> found)
      throws IOException {
    try (ModuleReader reader = module.reference().open();
        Stream<String> names = reader.list()) {
      for (String name : names.filter(one -> one.startsWith(folder)).toList()) {
        Optional<InputStream> content = name.endsWith("/") ? Optional.empty() : reader.open(name);
        if (content.isPresent()) {
          try (InputStream in = content.get()) {
            found.put(module.name() + "/" + name, in.readAllBytes());
          }
        }
      }
    }
  }

  private static void inJar(JarFile jar, String folder, Map<String, byte[]> found)
      throws IOException {
    for (JarEntry entry : Collections.list(jar.entries())) {
      if (entry.getName().startsWith(folder) && !entry.isDirectory()) {
        try (InputStream in = jar.getInputStream(entry)) {
          found.put(new File(jar.getName()).getName() + "!/" + entry.getName(), in.readAllBytes());
        }
      }
    }
  }

  /** For jars without entries for folders, which no class loader finds. */
  private static void inJarOf(Class<?> beside, String folder, Map<String, byte[]> found)
      throws IOException {
    @Nullable CodeSource source = beside.getProtectionDomain().getCodeSource();
    URL location = source == null ? null : source.getLocation();
    if (location != null && location.getProtocol().equals("file")) {
      Path path = path(location);
      if (Files.isRegularFile(path)) {
        try (JarFile jar = new JarFile(path.toFile())) {
          inJar(jar, folder, found);
        }
      }
    }
  }

  private static Path path(URL url) throws IOException {
    try {
      return Path.of(new URI(url.toString()));
    } catch (URISyntaxException | IllegalArgumentException malformed) {
      throw new IOException("cannot read " + url, malformed);
    }
  }

  static void inFolder(Path folder, Map<String, byte[]> found) throws IOException {
    try (Stream<Path> files = Files.walk(folder, 2)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        found.put(file.toString().replace(File.separatorChar, '/'), Files.readAllBytes(file));
      }
    }
  }
}
