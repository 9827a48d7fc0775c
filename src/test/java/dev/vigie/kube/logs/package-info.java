/// Tests of the room of the same name.
@NullMarked
package dev.vigie.kube.logs;

import org.jspecify.annotations.NullMarked;
