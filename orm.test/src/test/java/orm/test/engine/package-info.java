/** What tests share that put an engine together by hand. */
@NullMarked
package orm.test.engine;

import org.jspecify.annotations.NullMarked;
