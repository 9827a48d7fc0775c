/// The demo cluster, tried as a client does.
@NullMarked
package dev.vigie.demo;

import org.jspecify.annotations.NullMarked;
