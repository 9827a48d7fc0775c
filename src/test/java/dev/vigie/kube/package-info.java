/// Vigie's road to real clusters, tested on them.
@NullMarked
package dev.vigie.kube;

import org.jspecify.annotations.NullMarked;
