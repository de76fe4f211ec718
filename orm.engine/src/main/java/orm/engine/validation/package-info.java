/** The rules for rows: which validator checks them, and what becomes of what it finds. */
@NullMarked
package orm.engine.validation;

import org.jspecify.annotations.NullMarked;
