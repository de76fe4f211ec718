package orm.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.hibernate.Version;
import org.jooq.Constants;
import org.openjdk.jmh.runner.Runner;
import orm.bench.store.Access;

/** What a measurement depends on, but for the name of the machine. */
final class Machine {
  private Machine() {}

  static String describe(Optional<Server> server) {
    StringBuilder text = new StringBuilder();
    text.append(Runtime.getRuntime().availableProcessors()).append(" CPUs");
    processor().ifPresent(name -> text.append(" (").append(name).append(')'));
    text.append(", ").append(property("os.name")).append(' ').append(property("os.arch"));
    text.append(", ").append(property("java.vm.name")).append(' ');
    text.append(property("java.vm.version"));
    text.append("; ").append(versions("jdbc:sqlite::memory:"));
    server.ifPresent(started -> text.append("; ").append(versions(started.url())));
    text.append("; HikariCP ").append(version(HikariDataSource.class, "com.zaxxer", "HikariCP"));
    text.append("; JMH ").append(version(Runner.class, "org.openjdk.jmh", "jmh-core"));
    text.append("; jOOQ ").append(Constants.FULL_VERSION);
    text.append("; Hibernate ").append(Version.getVersionString());
    return text.toString();
  }

  /** How many other programs wanted a CPU in the last minute; negative where that is not known. */
  static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static Optional<String> processor() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException noLinux) {
      return Optional.empty();
    }
  }

  private static String versions(String url) {
    try (Connection connection = Access.connect(url)) {
      DatabaseMetaData about = connection.getMetaData();
      return about.getDatabaseProductName()
          + " "
          + about.getDatabaseProductVersion().replaceAll(" .*", "")
          + " with driver "
          + about.getDriverVersion();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String version(Class<?> type, String group, String artifact) {
    String path =
        String.format(Locale.ROOT, "/META-INF/maven/%s/%s/pom.properties", group, artifact);
    try (InputStream in = type.getResourceAsStream(path)) {
      Properties properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      return properties.getProperty("version", "of unknown version");
    } catch (IOException e) {
      return "of unknown version";
    }
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }
}
