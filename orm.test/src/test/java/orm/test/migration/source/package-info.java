/** Tests of records that are generated from databases. */
@NullMarked
package orm.test.migration.source;

import org.jspecify.annotations.NullMarked;
