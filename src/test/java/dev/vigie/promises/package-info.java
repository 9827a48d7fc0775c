/// Which promises of `docs/promises.md` the tests show: the tag, the list, and the count at the end of a run.
@NullMarked
package dev.vigie.promises;

import org.jspecify.annotations.NullMarked;
