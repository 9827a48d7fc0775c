/// The one door between threads: work goes out on virtual threads and comes back on the FX thread.
@NullMarked
package dev.vigie.live;

import org.jspecify.annotations.NullMarked;
