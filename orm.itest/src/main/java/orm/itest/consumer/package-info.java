/**
 * An application in a bundle of its own. It is packed twice: as it is now, and once, when a release
 * was made, against the API of that release; see {@code docs/api-contract.md}.
 */
@NullMarked
package orm.itest.consumer;

import org.jspecify.annotations.NullMarked;
