/// Whether an object may be as it is: the faults of each kind, in the words and the order of the real API server.
@NullMarked
package dev.vigie.demo.rules.judge;

import org.jspecify.annotations.NullMarked;
