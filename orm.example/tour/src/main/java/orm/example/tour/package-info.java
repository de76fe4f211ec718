/** The command that shows the product at work. */
@NullMarked
package orm.example.tour;

import org.jspecify.annotations.NullMarked;
