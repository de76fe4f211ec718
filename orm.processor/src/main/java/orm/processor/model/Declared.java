package orm.processor.model;

import javax.lang.model.element.Element;

/**
 * A component as the record declares it.
 *
 * @param name its name
 * @param type its type
 * @param form how it says that it may be absent
 * @param element where it stands, for messages only
 */
public record Declared(String name, JavaType type, Form form, Element element) {}
