/** The rules of Jakarta Validation, checked by Hibernate Validator. */
@NullMarked
package orm.validation;

import org.jspecify.annotations.NullMarked;
