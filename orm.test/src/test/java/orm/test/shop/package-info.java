/** Entities with keys, references and hierarchies of every form. */
@NullMarked
package orm.test.shop;

import org.jspecify.annotations.NullMarked;
