/// The tables that `kubectl get` shows: one printer a kind.
@NullMarked
package dev.vigie.demo.print;

import org.jspecify.annotations.NullMarked;
