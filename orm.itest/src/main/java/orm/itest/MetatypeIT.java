package orm.itest;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import orm.api.config.DatabaseSettings;

/** Consoles can show what the configuration of a database takes. */
class MetatypeIT {
  @RegisterExtension
  final TestContainer container = new TestContainer();

  @Test
  void theEngineDescribesTheConfigurationOfADatabase() throws Exception {
    List<URL> files = Collections.list(
        container.bundle("orm.engine").findEntries("OSGI-INF/metatype", "*.xml", false));
    assertEquals(1, files.size());
    Document document = parse(files.get(0));
    Element designate = elements(document, "Designate").get(0);
    assertEquals(TestContainer.FACTORY, designate.getAttribute("factoryPid"));

    Map<String, Object> defaults = new HashMap<>();
    Map<String, Element> attributes = new HashMap<>();
    for (Element attribute : elements(document, "AD")) {
      String key = attribute.getAttribute("id");
      attributes.put(key, attribute);
      assertFalse(attribute.getAttribute("name").isBlank(), key);
      assertFalse(attribute.getAttribute("description").isBlank(), key);
      if (attribute.hasAttribute("default")) {
        defaults.put(key, attribute.getAttribute("default"));
      }
    }
    Element password = requireNonNull(attributes.get(".password"));
    assertEquals("Password", password.getAttribute("type"));
    assertFalse(password.hasAttribute("default"));
    assertEquals("false", requireNonNull(attributes.get("url")).getAttribute("required"));
    assertTrue(attributes.containsKey("pool.max"), () -> attributes.keySet().toString());

    // What a console offers is what the engine understands, and its defaults are the engine's.
    defaults.put("url", "jdbc:sqlite:x.db");
    DatabaseSettings shown = DatabaseSettings.fromMap(defaults);
    DatabaseSettings plain = DatabaseSettings.of("jdbc:sqlite:x.db");
    assertEquals(plain.name(), shown.name());
    assertEquals(plain.naming(), shown.naming());
    assertEquals(plain.poolMax(), shown.poolMax());
    assertEquals(plain.poolWait(), shown.poolWait());
    assertEquals(plain.poolIdle(), shown.poolIdle());
    assertEquals(plain.poolLifetime(), shown.poolLifetime());
    assertEquals(plain.poolLeak(), shown.poolLeak());
    assertEquals(plain.connectTimeout(), shown.connectTimeout());
    assertEquals(plain.lockTimeout(), shown.lockTimeout());
    assertEquals(plain.statementTimeout(), shown.statementTimeout());
    assertEquals(plain.drainTimeout(), shown.drainTimeout());
    for (Map.Entry<String, Element> attribute : attributes.entrySet()) {
      String key = attribute.getKey();
      String value = attribute.getValue().getAttribute("default");
      DatabaseSettings ignored = DatabaseSettings.builder()
          .url("jdbc:sqlite:x.db")
          .set(key, value.isEmpty() ? sample(key) : value)
          .build();
    }
  }

  private static String sample(String key) {
    return switch (key) {
      case ".cursor.secret" -> "a long enough secret";
      case "validation.locale" -> "en";
      default -> "1";
    };
  }

  private static Document parse(URL file) throws Exception {
    try (InputStream in = file.openStream()) {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      return factory.newDocumentBuilder().parse(in);
    }
  }

  private static List<Element> elements(Document document, String name) {
    NodeList found = document.getElementsByTagNameNS("*", name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }
}
