package orm.processor.model;

import javax.lang.model.element.Element;

/**
 * A path to the rows that refer to an entity.
 *
 * @param name the name of the method
 * @param target the entity with the reference
 * @param mappedBy the component that holds the reference
 * @param element where it is declared, for messages only
 */
public record InversePath(String name, JavaName target, String mappedBy, Element element) {}
