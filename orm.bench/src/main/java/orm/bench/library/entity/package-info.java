/** The library as classes of Hibernate. */
@NullMarked
package orm.bench.library.entity;

import org.jspecify.annotations.NullMarked;
