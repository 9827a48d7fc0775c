/// What the containers of the demo do: how an image is pulled, lives, loads, logs, answers and what its shell says.
/// Nothing of it runs on the host.
@NullMarked
package dev.vigie.demo.image;

import org.jspecify.annotations.NullMarked;
