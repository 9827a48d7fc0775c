/// Logs of containers as they are written: followed across restarts and lost connections, no line twice, none lost
/// untold.
@NullMarked
package dev.vigie.kube.logs;

import org.jspecify.annotations.NullMarked;
