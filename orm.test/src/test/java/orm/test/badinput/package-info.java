/** What users do wrong, and what they are told. */
@NullMarked
package orm.test.badinput;

import org.jspecify.annotations.NullMarked;
