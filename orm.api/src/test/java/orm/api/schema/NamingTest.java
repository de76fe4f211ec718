package orm.api.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NamingTest {
  @Test
  void javaNamesBecomeSnakeCase() {
    assertEquals("in_print", Naming.snakeCase("inPrint"));
    assertEquals("html_url", Naming.snakeCase("htmlURL"));
    assertEquals("url_of_page", Naming.snakeCase("URLOfPage"));
    assertEquals("book", Naming.snakeCase("Book"));
    assertEquals("iso8601_date", Naming.snakeCase("iso8601Date"));
    assertEquals("a_b", Naming.snakeCase("a_b"));
  }

  @Test
  void eachNamingHasItsForm() {
    assertEquals("invoice_line", Naming.AS_WRITTEN.apply("invoice_line"));
    assertEquals("InvoiceLine", Naming.PASCAL_CASE.apply("invoice_line"));
    assertEquals("invoiceLine", Naming.CAMEL_CASE.apply("invoice_line"));
    assertEquals("INVOICE_LINE", Naming.UPPER_CASE.apply("invoice_line"));
  }

  @Test
  void namesThatAreNotPlainSnakeCaseStayAsTheyAre() {
    for (Naming naming : Naming.values()) {
      assertEquals("InvoiceLine", naming.apply("InvoiceLine"));
      assertEquals("sélect \"x\" 表", naming.apply("sélect \"x\" 表"));
    }
  }
}
